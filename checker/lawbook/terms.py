"""The periods of a limb in words: first and last day, and why each began and ended."""

from __future__ import annotations

import re
from datetime import date

from checker.lawbook.places import Places
from checker.lawbook.shapes import LinkView, TermView
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
    began = _CITED.match(period.began_by)
    link = places.of(began[0]) if began is not None else LinkView("", "")
    running = period.last_day is not None and period.last_day > known_to
    ended, ended_href = _ended(period, known_to, places)
    return TermView(
        first=words.day(period.first_day),
        last=_last(period, places),
        began=Phrase(words.say(f"began.{period.began}", name=link.name, day=limb.adopted), words.language),
        began_href=link.href,
        ended=ended,
        ended_href=ended_href,
        running=running,
        note=period.note,
        remark=_CONFIDENCE.sub("", period.remark),
    )


def _ended(period: ProvisionPeriod, known_to: date, places: Places) -> tuple[Phrase, str]:
    """Why a period ends, with the paragraph that ends it; nothing of what goes on."""
    words = places.words
    if period.note == "unconfirmed" and period.last_day is not None:
        key = "ended.unless_renewed" if period.last_day > known_to else "ended.unconfirmed"
        return Phrase(words.say(key, day=known_to), words.language), ""
    if period.last_day is None:
        return Phrase("", ""), ""
    cited = _CITED.match(period.ended_by)
    if cited is not None:
        link, rest = places.of(cited[0]), period.ended_by[cited.end() :].removeprefix(" (suspended)")
        said = words.say(f"ended_as.{period.ended}", name=link.name)
        return told(f"{said}{rest}", f"{said}{rest}", words) if rest else Phrase(said, words.language), link.href
    key = f"ended.{_PLAIN.sub('_', period.ended_by.lower()).strip('_')}"
    if words.has(key):
        return Phrase(words.say(key), words.language), ""
    return Phrase(period.ended_by, "en"), ""


def _last(period: ProvisionPeriod, places: Places) -> str:
    if period.last_day is not None:
        return places.words.day(period.last_day)
    return places.words.say("term.unknown" if period.note == "unconfirmed" else "term.open")
