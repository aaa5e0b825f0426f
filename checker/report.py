"""Results -> a folder of pages: an index and one page a document, each complete in itself, nothing remote."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from checker.affair import Together
from checker.affair_pages import PART, AffairPages
from checker.errors import ReportError
from checker.model import Result
from checker.press import Press, Written
from checker.review.ledger import Ledger
from checker.review.pages import Desk
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
from checker.views.affairs import PAGE as AFFAIRS
from checker.views.review_shapes import DecidedView

INDEX = "index.html"
MARK = "checker report"
_PAGE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,120}")


def write_report(
    results: Iterable[Result],
    out: Path,
    run: RunInfo,
    language: str = "",
    excerpts: bool = False,
    single: bool = False,
    templates: Path | None = None,
    ledger: Ledger | None = None,
    together: Callable[[], Together] = Together,
) -> tuple[Path, ...]:
    """Write the index and one page a document that could be read into ``out``; the paths, index first.

    ``language`` (else that of ``run``) is the language of the report; with ``excerpts`` pages quote and do not hold
    the whole article; a ``single`` file holds the index and every page; ``templates`` are a folder of the caller's that
    is looked into first; with a ``ledger`` pages show what reviewers decided. ``together`` is asked, once all results were
    taken, what they say together: affairs get a page and stand beside their leads. Earlier pages of a report in ``out`` are
    replaced or removed, foreign files never touched. Results are taken one at a time, and only small rows are kept (of a
    single file, the pages too). Raises ReportError when the locale does not exist, when a foreign file stands in the way,
    when the folder cannot be written, or when the caller's templates cannot be used.
    """
    words = wording(language or run.language)
    press = Press(words, MARK, ("report", "review"), words.day(run.known_to), templates)
    desk = Desk(ledger, run, words)
    rows: list[IndexRow] = []
    paths: list[Path] = []
    parts: dict[str, str] = {}
    not_read: set[str] = set()
    taken: set[str] = set()
    places: dict[str, str] = {}
    decided: dict[str, DecidedView] = {}
    with Written(out, "the report"):
        out.mkdir(parents=True, exist_ok=True)
        press.refuse_foreign(out / INDEX)
        for order, result in enumerate(results):
            name = "" if result.error else _page_name(result.document.id, taken)
            here = name.removesuffix(".html")
            href = f"#{here}" if single and name else name
            reviewed = desk.document(result, href) if name else None
            rows.append(index_row(result, order, href, run, words, reviewed.review if reviewed else None))
            if reviewed is None:
                continue
            mine = unread(result.findings)
            not_read |= mine
            places.setdefault(result.document.id, href)
            decided |= reviewed.decided
            prefix = f"{here}-" if single else ""
            page = document_view(
                result, run, words, excerpts, what_would_change, prefix, reviewed.review, reviewed.decided
            )
            if single:
                parts[href] = press.part("document.html", page, _title(page, press), prefix)
            else:
                paths.append(press.write(out / name, _document(page, len(mine), press, run)))
        said = together()
        copies = {copy for copy, _ in said.copies}
        rows = [replace(row, copy=True) if row.id in copies else row for row in rows]
        affairs = AffairPages(said, run, press, places, decided, single)
        for href, notes in affairs.notes().items():
            if single:
                parts[href] = affairs.noted(parts[href], notes)
            else:
                press.write(out / href, affairs.noted((out / href).read_text(encoding="utf-8"), notes))
        if affairs.found:
            synthetic = all(row.synthetic for row in rows if row.group != "error")
            if single:
                parts[f"#{PART}"] = affairs.part(synthetic, desk.index())
            else:
                notices = standing_notices(run, len(not_read), words)
                paths.append(press.write(out / AFFAIRS, affairs.page(notices, synthetic, desk.index())))
        view = index_view(rows, run, words, desk.index(), affairs.index())
        index = _index(view, len(not_read), press, run, list(parts.values()) if single else None)
        paths.insert(0, press.write(out / INDEX, index))
        for pattern in ("d-*.html", AFFAIRS):
            press.remove_earlier(out, pattern, {p.name for p in paths})
    return tuple(paths)


def _title(page: DocumentView, press: Press) -> str:
    return f"{page.title} · {press.words.say('report')}"


def _document(page: DocumentView, unread_here: int, press: Press, run: RunInfo) -> str:
    notices = standing_notices(run, unread_here, press.words)
    return press.page("document.html", page, _title(page, press), "document+copy+review", notices, page.language)


def _index(page: IndexView, unread_here: int, press: Press, run: RunInfo, parts: list[str] | None) -> str:
    notices = standing_notices(run, unread_here, press.words)
    title, sheets = press.words.say("index.title"), ("index", "affairs") if parts and page.affairs else ("index",)
    if parts is None:
        return press.page("index.html", page, title, "index+review", notices, sheets=sheets)
    script = "single+index+document+copy+review"
    return press.page("single.html", page, title, script, notices, sheets=sheets, documents=parts)


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
