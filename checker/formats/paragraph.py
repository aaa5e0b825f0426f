"""A paragraph of the law as lines for a terminal: what it says, its days, what must be shown, where to read it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from textwrap import wrap

from checker.lawbook.places import Places
from checker.lawbook.shapes import LimbView, LinkView, ParagraphView, TermView
from checker.model import Period, Provision
from checker.views import Wording

_WIDTH = 100


def paragraph_lines(view: ParagraphView, first: Provision, on: date | None, places: Places) -> Iterator[str]:
    """The lines of a paragraph; with a day, whether each of its limbs binds on it."""
    words = places.words
    yield f"{view.id}  {first.symbol}, {view.name[:1].lower()}{view.name[1:]}"
    regime = places.reference.regimes[first.regime]
    adopted = words.say("resolution.adopted", day=first.adopted)
    yield f"  {adopted} · {words.pick(regime.name, regime.name_fr).text} ({regime.id})"
    yield from _told(view.summary.text, "  ")
    for limb in view.limbs:
        yield ""
        yield from _limb(limb, view.kind_words, places)
    if on is not None:
        yield ""
        for held in places.reference.by_id(view.id):
            force = places.reference.force(held, Period(on, on))
            why = words.pick(force.why, force.why_fr).text
            yield f"  on {on}: {force.force.value}{': ' + why if why else ''} ({held.activity})"
    for reading in view.readings:
        yield from _told(f"{reading.words}: {reading.text.text}", "  ")
    yield ""
    yield from _links(words, words.say("chain.amends"), view.amends)
    yield from _links(words, words.say("chain.amended_by"), view.amended_by)
    for row in places.reference.listings:
        if row.under == view.id:
            first_day = row.first_day.isoformat() if row.first_day else words.say("days.unknown")
            yield from _named(
                words, words.say("show.listed"), f"{row.actor}, {first_day} - {row.last_day or ''}".rstrip()
            )
    yield from _named(words, words.say("provision.tier"), f"{view.tier_words} [{view.tier}]")
    yield from _named(words, words.say("source.official"), view.official)
    yield from _named(words, words.say("source.copy"), f"{view.copy_words} {view.copy}".rstrip())
    for footnote in view.footnotes:
        yield from _named(words, f"{words.say('source.footnote')} ({footnote.language})", footnote.text)
    for note in view.notes:
        yield from _named(words, words.say("source.notes"), note)


def _limb(limb: LimbView, kind: str, places: Places) -> Iterator[str]:
    words = places.words
    conduct = "; ".join(limb.conduct) + (f" ({limb.direction})" if limb.direction else "")
    yield from _told(words.say("pair", name=limb.kind or kind, what=conduct), "  ")
    if limb.summary.text:
        yield from _told(limb.summary.text, "    ")
    yield from _named(words, words.say("provision.binding"), limb.binding, 4)
    yield from _named(words, words.say("limb.bound"), limb.bound, 4)
    for cap in limb.caps:
        note = f" {cap.note}" if cap.note else ""
        yield from _named(words, words.say("limb.cap"), f"{cap.text} ({cap.days}; {cap.tier}){note}", 4)
    for name, value in (("limb.items", limb.items), ("limb.deadline", limb.deadline)):
        if value:
            yield from _named(words, words.say(name), value, 4)
    if limb.tier:
        yield from _named(words, words.say("provision.tier"), limb.tier, 4)
    for term in limb.terms:
        yield from _term(term, places)
    for one in limb.questions:
        days = f" ({one.days})" if one.days else ""
        yield from _named(words, words.say("limb.questions.title"), f"{one.name}: {one.text.text}{days}", 4)
    for one in limb.exemptions:
        days = f" ({one.days})" if one.days else ""
        yield from _named(words, words.say("limb.exemptions.title"), f"{one.text.text}{days}", 4)


def _term(term: TermView, places: Places) -> Iterator[str]:
    words = places.words
    note = f" [{words.say(f'on_day.{term.note}')}]" if term.note == "disputed" else ""
    why = f"{words.say('term.began')} {term.began.text}"
    if term.ended.text:
        why = f"{why}. {words.say('term.ends' if term.running else 'term.ended')} {term.ended.text}"
    yield from _named(words, words.say("limb.days"), f"{term.first} - {term.last}{note}. {why}.", 4)
    if term.remark:
        yield from _told(term.remark, "      ")


def _links(words: Wording, name: str, found: tuple[LinkView, ...]) -> Iterator[str]:
    if found:
        yield from _named(words, name, "; ".join(one.name for one in found))


def _named(words: Wording, name: str, value: str, indent: int = 2) -> Iterator[str]:
    yield from _told(words.say("pair", name=name, what=value), " " * indent)


def _told(text: str, indent: str) -> Iterator[str]:
    yield from wrap(
        text, _WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ", break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
