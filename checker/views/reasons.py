"""A compared element -> what a page shows of it, in the words of the report's language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from checker.model import Assessed, Claim, ElementState, Force, ForceAnswer, Reason
from checker.views import spans
from checker.views.card_shapes import ReasonView
from checker.views.marking import clean, line
from checker.views.run import Names
from checker.views.shapes import Phrase
from checker.views.wording import Wording

_ISO_DAY = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
_SLUG = re.compile(r"\(([a-z]{1,30}(?:_[a-z]{1,30}){0,3})\)")


def glossary(names: Names, words: Wording) -> Mapping[str, str]:
    """Ids and English names of the tables -> their names in the report's language."""
    out: dict[str, str] = {}
    for table in (names.items, names.places, names.actors):
        for identifier, pair in table.items():
            shown = words.pick(*pair).text
            out[identifier] = shown
            out[pair[0]] = shown
    return out


def reason_view(
    reason: Reason, assessed: Assessed, claim: Claim, known: Mapping[str, str], words: Wording
) -> ReasonView:
    """One compared element; days are told from the claim and the rule, names as the report's language has them."""
    missing = reason.element is ElementState.MISSING
    state = reason.element.value
    if reason.name == "date" and reason.element is ElementState.MET:
        why = force_why(assessed, claim, words)
        state = _date_state(assessed.match.force, claim)
        said = why.text if why.language == words.language else ""
        sentence = Phrase(spans.force_on(claim.period, assessed.match.force, said, words), words.language)
    else:
        phrase = told(reason.sentence, reason.sentence_fr, words)
        sentence = Phrase(_named(phrase, known, words), phrase.language)
    return ReasonView(
        name=words.name("element", reason.name),
        state=state,
        state_words=words.say(f"state.{state}"),
        sentence=sentence,
        said="" if missing else line(reason.said, 160),
        law=line(listed(reason.law, known), 200),
    )


def force_why(assessed: Assessed, claim: Claim, words: Wording) -> Phrase:
    """Why a rule binds or does not, with days as the language writes them; of unknown days, that they are not known."""
    force = assessed.match.force
    if force.force is Force.UNKNOWN and not spans.known(claim.period):
        return Phrase(words.say("force.unknown.why"), words.language)
    return told(force.why, force.why_fr, words)


def told(english: str, french: str, words: Wording) -> Phrase:
    """A sentence of the tables or the rules, its days as the report's language writes them when it is in it."""
    phrase = words.pick(english, french)
    text = clean(phrase.text)
    if phrase.language == words.language:
        text = _ISO_DAY.sub(lambda m: _day_in_words(m[0], words), text)
    return Phrase(text, phrase.language)


def listed(text: str, known: Mapping[str, str]) -> str:
    """A list of ids or English names in the report's language, when the tables know every one; else as it is."""
    found = [known.get(part) for part in text.split(", ")]
    return ", ".join(f for f in found if f) if all(found) else known.get(text, text)


def _date_state(force: ForceAnswer, claim: Claim) -> str:
    """What a day comes to: a rule that did not bind is no agreement, and an unknown or disputed day stays open."""
    if not spans.known(claim.period):
        return "open"
    return {Force.YES: "met", Force.NO: "contradicted"}.get(force.force, "open")


def _named(phrase: Phrase, known: Mapping[str, str], words: Wording) -> str:
    """A sentence whose last words, after a colon, are names of the tables, and whose slug is an element's."""
    text = _SLUG.sub(lambda m: f"({_element(m[1], words)})", phrase.text)
    head, colon, tail = text.rpartition(": ")
    return f"{head}{colon}{listed(tail.removesuffix('.'), known)}." if colon and tail.endswith(".") else text


def _element(slug: str, words: Wording) -> str:
    name = words.name("element", slug)
    return name[:1].lower() + name[1:]


def _day_in_words(written: str, words: Wording) -> str:
    try:
        return words.day(date.fromisoformat(written))
    except ValueError:
        return written
