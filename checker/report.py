"""Results -> a folder of pages: an index and one page a document, each complete in itself, nothing remote."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup, escape

from checker.bundle import folder
from checker.errors import ReportError
from checker.model import Result
from checker.views import (
    DocumentView,
    Frame,
    IndexRow,
    IndexView,
    RunInfo,
    Wording,
    document_view,
    index_row,
    index_view,
    standing_notices,
    unread,
    wording,
)

INDEX = "index.html"
MARKER = '<meta name="generator" content="checker report">'
_PAGE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,120}")
_HEAD = 4096
_FIXED = re.compile(r'\{\{ say\("([\w.]+)"\) \}\}')


def write_report(
    results: Iterable[Result], out: Path, run: RunInfo, language: str = "", excerpts: bool = False
) -> tuple[Path, ...]:
    """Write the index and one page a document that could be read into ``out``; the paths, index first.

    ``language`` (else that of ``run``) is the language of the report; with ``excerpts`` pages quote and do not hold
    the whole article. Earlier pages of a report in ``out`` are replaced or removed, foreign files never touched.
    Results are taken one at a time, and only small rows are kept. Raises ReportError when the locale does not exist,
    when a foreign file stands in the way, or when the folder cannot be written.
    """
    words = wording(language or run.language)
    press = _Press(words, run)
    rows: list[IndexRow] = []
    paths: list[Path] = []
    not_read: set[str] = set()
    taken: set[str] = set()
    with _said(out):
        out.mkdir(parents=True, exist_ok=True)
        _refuse_foreign(out / INDEX)
        for order, result in enumerate(results):
            name = "" if result.error else _page_name(result.document.id, taken)
            rows.append(index_row(result, order, name, run, words))
            if name:
                mine = unread(result.findings)
                not_read |= mine
                page = press.document(document_view(result, run, words, excerpts), len(mine))
                paths.append(_write(out / name, page))
        paths.insert(0, _write(out / INDEX, press.index(index_view(rows, run, words), len(not_read))))
        _remove_earlier(out, {p.name for p in paths})
    return tuple(paths)


class _Press:
    """The templates of one language with their style and scripts."""

    def __init__(self, words: Wording, run: RunInfo) -> None:
        reports = folder("reports")
        self.words, self.run = words, run
        self.style = _asset(reports / "static" / "report.css")
        self.scripts = {kind: _asset(reports / "static" / f"{kind}.js") for kind in ("index", "document")}
        self.templates = Environment(
            loader=FileSystemLoader(reports / "templates"),
            extensions=[_with_words(words)],
            autoescape=True,
            optimized=False,  # there are hardly any constants to fold, and looking for them takes longer than it saves
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.templates.globals.update(say=words.say)

    def document(self, page: DocumentView, unread_here: int) -> str:
        frame = self._frame(f"{page.title} · {self.words.say('report')}", page.language, "document", unread_here)
        return self.templates.get_template("document.html").render(page=page, frame=frame)

    def index(self, page: IndexView, unread_here: int) -> str:
        frame = self._frame(self.words.say("index.title"), self.words.language, "index", unread_here)
        return self.templates.get_template("index.html").render(page=page, frame=frame)

    def _frame(self, title: str, tab_language: str, kind: str, unread_here: int) -> Frame:
        script = self.scripts[kind]
        return Frame(
            language=self.words.language,
            title=title,
            tab_language=tab_language,
            policy="; ".join(
                (
                    "default-src 'none'",
                    f"style-src '{_digest(self.style)}'",
                    f"script-src '{_digest(script)}'",
                    "base-uri 'none'",
                    "form-action 'none'",
                )
            ),
            style=Markup(self.style),
            script=Markup(script),
            notices=standing_notices(self.run, unread_here, self.words),
            known_to=self.words.day(self.run.known_to),
        )


def _with_words(words: Wording) -> type[Extension]:
    """Puts words that never change into the text of a template: the less stands in braces, the sooner it is compiled."""

    def fixed(call: re.Match[str]) -> str:
        try:
            said = words.say(call[1])
        except ReportError:
            return call[0]  # an error only where the page comes to it
        return call[0] if "{" in said else escape(said)

    class Words(Extension):
        def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
            return _FIXED.sub(fixed, source)

    return Words


class _said:  # noqa: N801 - reads as a verb where it is used
    """Turns a refusal of the file system into a ReportError that says what to do."""

    def __init__(self, out: Path) -> None:
        self.out = out

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError):
            why = error.strerror or str(error)
            raise ReportError(
                f"cannot write the report to '{self.out}': {why}; choose another folder with --out"
            ) from error


def _page_name(document: str, taken: set[str]) -> str:
    """The file of a document's page; a second document with the same id gets a number."""
    if not _PAGE_ID.fullmatch(document) or document == "index":
        raise ReportError(f"the document id '{document[:60]}' cannot name a file: ids are letters, digits, - and _")
    name, again = f"{document}.html", 1
    while name in taken:
        again += 1
        name = f"{document}-{again}.html"
    taken.add(name)
    return name


def _asset(path: Path) -> str:
    """A style sheet or script as it stands inside a page; refuses what would end its element."""
    text = path.read_text(encoding="utf-8")
    if "</s" in text.lower() or "<!--" in text:
        raise ReportError(f"{path.name} holds characters that would end its element in a page")
    return text


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _write(path: Path, text: str) -> Path:
    """Write a page whole or not at all: a temporary file in the same folder, then a rename."""
    _refuse_foreign(path)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".checker-", suffix=".tmp")
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).chmod(0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    return path


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _is_ours(path: Path) -> bool:
    with path.open("rb") as file:
        return MARKER.encode() in file.read(_HEAD)


def _refuse_foreign(path: Path) -> None:
    if path.exists() and not (path.is_file() and _is_ours(path)):
        raise ReportError(
            f"'{path}' exists and was not written by checker: choose another folder with --out", slug="foreign-file"
        )


def _remove_earlier(out: Path, kept: set[str]) -> None:
    """Pages of an earlier report that this one no longer has."""
    for path in _pages(out):
        if path.name not in kept and _is_ours(path):
            path.unlink()


def _pages(out: Path) -> Iterator[Path]:
    return (p for p in sorted(out.glob("d-*.html")) if p.is_file())
