"""Results -> a folder of pages: an index and one page a document, each complete in itself, nothing remote."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from checker.errors import ReportError
from checker.model import Result
from checker.press import Press, Written
from checker.turning import what_would_change
from checker.views import (
    DocumentView,
    IndexRow,
    IndexView,
    RunInfo,
    document_view,
    index_row,
    index_view,
    standing_notices,
    unread,
    wording,
)

INDEX = "index.html"
MARK = "checker report"
_PAGE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,120}")


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
    press = Press(words, MARK, ("report",), words.day(run.known_to))
    rows: list[IndexRow] = []
    paths: list[Path] = []
    not_read: set[str] = set()
    taken: set[str] = set()
    with Written(out, "the report"):
        out.mkdir(parents=True, exist_ok=True)
        press.refuse_foreign(out / INDEX)
        for order, result in enumerate(results):
            name = "" if result.error else _page_name(result.document.id, taken)
            rows.append(index_row(result, order, name, run, words))
            if name:
                mine = unread(result.findings)
                not_read |= mine
                page = _document(document_view(result, run, words, excerpts, what_would_change), len(mine), press, run)
                paths.append(press.write(out / name, page))
        paths.insert(0, press.write(out / INDEX, _index(index_view(rows, run, words), len(not_read), press, run)))
        press.remove_earlier(out, "d-*.html", {p.name for p in paths})
    return tuple(paths)


def _document(page: DocumentView, unread_here: int, press: Press, run: RunInfo) -> str:
    notices = standing_notices(run, unread_here, press.words)
    title = f"{page.title} · {press.words.say('report')}"
    return press.page("document.html", page, title, "document+copy", notices, page.language)


def _index(page: IndexView, unread_here: int, press: Press, run: RunInfo) -> str:
    notices = standing_notices(run, unread_here, press.words)
    return press.page("index.html", page, press.words.say("index.title"), "index", notices, sheets=("index",))


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
