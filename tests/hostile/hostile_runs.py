"""A folder of documents, one of them harmless, and a run over it as a user would start it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from page_reader import Page

from checker.cli import main

WORDS = "Moscow bought shells from North Korea last month, Washington said on Tuesday.\n"
EVERY = ("html", "json", "csv", "sqlite", "sarif", "junit", "webannotation")


@dataclass(frozen=True)
class Done:
    """A finished run: what it left, and what it said."""

    out: Path
    code: int
    stdout: str
    stderr: str

    @property
    def lines(self) -> dict[str, dict[str, Any]]:
        """The lines of the results by the name of the document."""
        text = (self.out / "results.jsonl").read_text(encoding="utf-8")
        return {one["document"]["source"]: one for one in map(json.loads, text.split("\n")[:-1])}

    @property
    def manifest(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.out / "run.json").read_text(encoding="utf-8"))
        return found

    def pages(self) -> dict[str, Page]:
        return {path.name: Page(path.read_text(encoding="utf-8")) for path in self.out.glob("*.html")}

    def error(self, name: str) -> str:
        return str((self.lines[name]["error"] or {"slug": ""})["slug"])

    def gaps(self, name: str) -> set[str]:
        """Why parts of a document were left unread, page furniture aside."""
        return {one["reason"] for one in self.lines[name]["skipped"]} & {"budget", "language"}


Check = Callable[..., Done]


def everything(folder: Path) -> dict[str, bytes]:
    """What stands below a folder, but for the out folder; pipes and links are not opened."""
    return {
        str(path): path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        for path in folder.rglob("*")
        if "out" not in path.relative_to(folder).parts
    }


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder; ``in`` holds a harmless document, ``zz-good.txt``, that comes last."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CHECKER_DEBUG", raising=False)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "zz-good.txt").write_text(WORDS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def check(home: Path) -> Check:
    """Checks ``in`` into ``out`` in every format; whatever happens, the harmless document is done and nothing else touched."""

    def run(
        *more: str, formats: tuple[str, ...] = EVERY, inputs: tuple[str, ...] = ("in",), still: bool = True
    ) -> Done:
        before = everything(home) if still else {}
        options = [part for name in formats for part in ("-f", name)]
        days = ["--published", "2022-11-03", "--as-of", "2026-12-01", "--language", "en"]
        done = CliRunner().invoke(main, ["check", *inputs, "-o", "out", *options, *days, *more])
        found = Done(home / "out", done.exit_code, done.stdout, done.stderr)
        assert "Traceback" not in done.output
        assert len(found.lines["zz-good.txt"]["claims"]) == 1
        if still:
            assert everything(home) == before, "nothing but the out folder is written to"
        return found

    return run
