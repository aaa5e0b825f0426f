"""The tables of law -> a folder of pages: an index, one page a regime, the rules of a day, the texts that forbid nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from checker.lawbook.days import day_page
from checker.lawbook.places import DAY, INDEX, TEXTS, Places, regime_page
from checker.lawbook.regimes import index_page, regime_pages
from checker.lawbook.texts import texts_page
from checker.press import Press, Written
from checker.reference import Reference
from checker.views import RunInfo, wording
from checker.views.manifest import run_facts
from checker.views.page_shapes import Fact

MARK = "checker law"


def write_lawbook(reference: Reference, out: Path, run: RunInfo) -> tuple[Path, ...]:
    """Write the pages of the tables as of the day of ``run`` into ``out``, in its language; the paths, index first.

    Earlier pages of this kind are replaced or removed, foreign files never touched. Raises ReportError when a foreign
    file stands in the way, or when the folder cannot be written.
    """
    words = wording(run.language)
    press = Press(words, MARK, ("report", "index", "law"), words.day(run.known_to))
    places = Places(reference, words)
    paths: list[Path] = []
    with Written(out, "the pages"):
        out.mkdir(parents=True, exist_ok=True)
        press.refuse_foreign(out / INDEX)
        for name, text in _pages(reference, run, press, places):
            paths.append(press.write(out / name, text))
        press.remove_earlier(out, "*.html", {path.name for path in paths})
    return tuple(paths)


def _pages(reference: Reference, run: RunInfo, press: Press, places: Places) -> Iterator[tuple[str, str]]:
    words = press.words
    book = words.say("book.title")
    facts = (*run_facts(run, words), Fact(words.say("manifest.sha256.tables"), reference.sha256, "code"))
    unread = {one.id: one.regime for one in reference.provisions if not one.read_officially}

    def notices(n: int) -> tuple[str, ...]:
        return (
            words.say("book.notice.words"),
            words.say("book.notice.clearance"),
            words.say("notice.states"),
            words.say("notice.law", date=run.known_to, n=n),
        )

    def titled(title: str) -> str:
        return f"{title} · {book}"

    index = index_page(run.as_of, facts, places)
    yield INDEX, press.page("law_index.html", index, book, "law+copy", notices(len(unread)))
    for page in regime_pages(run.as_of, run.names, facts, places):
        here = sum(regime == page.row.id for regime in unread.values())
        text = press.page("law_regime.html", page, titled(page.row.name), "law+copy", notices(here))
        yield regime_page(page.row.id), text
    day = day_page(run.as_of, places)
    yield DAY, press.page("law_day.html", day, titled(words.say("book.day")), "law+copy", notices(len(unread)))
    texts = texts_page(reference, words)
    yield (
        TEXTS,
        press.page("law_texts.html", texts, titled(words.say("book.texts")), "law+copy", notices(len(unread))),
    )
