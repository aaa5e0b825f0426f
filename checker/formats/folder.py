"""The out folder: a run is staged beside what is there and put in place at the end; foreign files are never touched."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType

from checker.errors import ReportError
from checker.formats.results import FILE as RESULTS
from checker.formats.results import SCHEMA as RESULT_SCHEMA

MANIFEST = "run.json"
SCHEMA = "checker/run/1"
TEXTS = "texts.jsonl"
TEXT_SCHEMA = "checker/text/1"
"""The texts that were extracted from pages, one object a line: offsets in the results count from them."""

_PAGE = re.compile(r"(?:index|d-[A-Za-z0-9_-]{1,120})\.html")
_PAGE_MARK = b'<meta name="generator" content="checker report">'
_HEAD = 4096


class OutFolder:
    """A context in which files are written to ``staging`` and then published together.

    Entering raises ReportError: ``foreign-file`` when a file of ours would take the name of one that is not, ``report``
    when the folder cannot be written. Leaving without ``publish`` leaves the folder as it was.
    """

    def __init__(self, out: Path) -> None:
        self.out = out
        self._made = False

    def __enter__(self) -> OutFolder:
        try:
            self._made = not self.out.exists()
            self.out.mkdir(parents=True, exist_ok=True)
            for name in ("index.html", RESULTS, MANIFEST):
                self._refuse_foreign(name)
            self.staging = Path(tempfile.mkdtemp(dir=self.out, prefix=".checker-"))
        except OSError as error:
            raise _refused(self.out, error) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self.staging, ignore_errors=True)
        if kind is not None and self._made and not any(self.out.iterdir()):
            self.out.rmdir()

    def publish(self, manifest: Mapping[str, object]) -> tuple[Path, ...]:
        """Put the staged files in place, the manifest last, and remove earlier ones of ours; the paths, by name.

        ``manifest`` is written with the list of files. Raises ReportError as entering does; then nothing was replaced.
        """
        try:
            names = sorted(path.name for path in self.staging.iterdir())
            for name in names:
                self._refuse_foreign(name)
            earlier = [path for path in self._earlier() if path.name not in names]
            described = {"schema": SCHEMA, **manifest, "files": names}
            text = json.dumps(described, ensure_ascii=False, indent=1) + "\n"
            (self.staging / MANIFEST).write_text(text, encoding="utf-8", newline="\n")
            for name in (*names, MANIFEST):
                os.replace(self.staging / name, self.out / name)
            for path in earlier:
                path.unlink()
        except OSError as error:
            raise _refused(self.out, error) from error
        return tuple(self.out / name for name in (*names, MANIFEST))

    def _refuse_foreign(self, name: str) -> None:
        path = self.out / name
        if (path.exists() or path.is_symlink()) and not is_ours(path):
            raise ReportError(
                f"'{path}' exists and was not written by checker: choose another folder with --out", "foreign-file"
            )

    def _earlier(self) -> Iterator[Path]:
        """Files of an earlier run: those its manifest lists, and pages it left behind when it was stopped."""
        listed = set(_listed(self.out / MANIFEST))
        for path in sorted(self.out.iterdir()):
            known = path.name in listed or _PAGE.fullmatch(path.name) is not None
            if known and is_ours(path):
                yield path


def is_ours(path: Path) -> bool:
    """True for a plain file that carries the mark of this program's pages, results or manifest."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if path.suffix == ".html":
        return _PAGE_MARK in head
    schema = {RESULTS: RESULT_SCHEMA, MANIFEST: SCHEMA, TEXTS: TEXT_SCHEMA}.get(path.name)
    return schema is not None and re.match(rb'\{\s*"schema": "' + re.escape(schema.encode()) + b'"', head) is not None


def _listed(path: Path) -> tuple[str, ...]:
    """The file names of a manifest; names with a folder in them are nobody's but an intruder's, and are left out."""
    if not is_ours(path):
        return ()
    try:
        files = json.loads(path.read_text(encoding="utf-8")).get("files", ())
    except ValueError:
        return ()
    return tuple(name for name in files if isinstance(name, str) and Path(name).name == name)


def _refused(out: Path, error: OSError) -> ReportError:
    why = error.strerror or str(error)
    return ReportError(f"cannot write to '{out}': {why}; choose another folder with --out")
