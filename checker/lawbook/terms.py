"""The periods of a limb in words: first and last day, and why each began and ended."""

from __future__ import annotations

import re
from datetime import date

from checker.lawbook.places import Places
from checker.lawbook.shapes import TermView
from checker.model import Provision, ProvisionPeriod
from checker.views.reasons import told
from checker.views.shapes import Phrase

_CITED = re.compile(r"\d{3,4}(?::(?:Annex [A-Z] )?[0-9()a-z-]+)?")
_CONFIDENCE = re.compile(r"^\[(?:high|medium|low)\] ")
_PLAIN = re.compile(r"[^a-z0-9]+")


def terms(limb: Provision, known_to: date, places: Places) -> tuple[TermView, ...]:
    """The periods of a limb, in order."""
    return tuple(_term(limb, at, known_to, places) for at in range(len(limb.periods)))


def _term(limb: Provision, at: int, known_to: date, places: Places) -> TermView:
    words, period = places.words, limb.periods[at]
    began, began_href = _said(period.began_by, "began.by", places)
    if not period.began_by:
        day = "adopted" if period.first_day == limb.adopted else "later" if at == 0 else "again"
        began = Phrase(words.say(f"began.{day}", day=limb.adopted), words.language)
    ended, ended_href = _said(period.ended_by, "ended.by", places)
    running = period.last_day is not None and period.last_day > known_to
    if period.note == "unconfirmed" and period.last_day is not None:
        key = "ended.unless_renewed" if running else "ended.unconfirmed"
        ended = Phrase(words.say(key, day=known_to), words.language)
    return TermView(
        first=words.day(period.first_day),
        last=_last(period, places),
        began=began,
        began_href=began_href,
        ended=ended,
        ended_href=ended_href,
        running=running,
        note=period.note,
        remark=_CONFIDENCE.sub("", period.remark),
    )


def _last(period: ProvisionPeriod, places: Places) -> str:
    if period.last_day is not None:
        return places.words.day(period.last_day)
    return places.words.say("term.unknown" if period.note == "unconfirmed" else "term.open")


def _said(cell: str, by: str, places: Places) -> tuple[Phrase, str]:
    """A cell of the tables in words: a paragraph by its name, a known phrase in this language, else as it stands."""
    words = places.words
    cited = _CITED.match(cell)
    if cited is not None:
        link = places.of(cited[0])
        rest = cell[cited.end() :]
        if not rest:
            return Phrase(words.say(by, name=link.name), words.language), link.href
        return told(f"{words.say(by, name=link.name)}{rest}", "", words), link.href
    key = f"ended.{_PLAIN.sub('_', cell.lower()).strip('_')}"
    if cell and words.has(key):
        return Phrase(words.say(key), words.language), ""
    return Phrase(cell, "en" if cell else ""), ""
