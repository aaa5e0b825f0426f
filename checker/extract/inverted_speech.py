"""Speech whose speaker stands behind the verb: *"...", said X*; *..., a déclaré X*; *poursuit-il*."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.slots import Slot
from checker.extract.speaker_phrases import listed_after, phrase_after, slots_in, words_of
from checker.extract.units import Unit
from checker.extract.verbs import VerbGroup

BEHIND = frozenset([
    "accuse", "accusent", "agace", "agacent", "amuse", "amusent", "argue", "arguent", "assene", "assenent", "balaie", "balaye", "boasted",
    "boasts", "calculate", "calculates", "calcule", "calculent", "claironne", "claironnent", "clame", "clament", "complains", "compute",
    "computes", "confiait", "confiaient", "confie", "confient", "countered", "counters", "deadpanned", "defend", "denonce", "denoncent",
    "detaille", "detaillent", "emporte", "emportent", "enchaine", "etrangle", "etranglent", "fulmine", "fulminent", "fulminated", "fumed",
    "fumes", "fustige", "fustigent", "glisse", "glissent", "gronde", "grondent", "indigne", "indignent", "insurge", "insurgent",
    "interjected", "ironise", "ironisent", "joked", "jokes", "justifie", "justifient", "lache", "lachent", "lance", "lancent", "lancait",
    "maintient", "maintiennent", "maintenu", "martele", "martelent", "mused", "nuance", "nuancent", "objecte", "objectent", "objected",
    "offusque", "offusquent", "philosophe", "plaide", "plaident", "poursuit", "poursuivent", "poursuivi", "quipped", "quips", "raille",
    "raillent", "reagi", "reagit", "reagissent", "recense", "recensent", "rectifie", "rectifient", "rencherit", "rencherissent",
    "repete", "repetent", "replique", "repliquent", "reprend", "reprennent", "repris", "resume", "resument", "retorque", "retorquent",
    "retorted", "retorts", "riposte", "ripostent", "scande", "scandent", "scoffed", "scoffs", "sighed", "sighs", "snapped", "snaps",
    "souffle", "soufflent", "soupire", "soupirent", "thundered", "thunders", "tonne", "tonnent", "tonnait", "tranche", "tranchent",
    "vitupere", "vituperent",
])  # fmt: skip
"""Verbs that tell of speech only where they stand behind what is said and before who says it."""
_GOING_ON = frozenset(
    ["went", "goes", "continued", "continues", "poursuit", "poursuivi", "poursuivait", "repris", "reprend"]
)
_BEFORE_IT = frozenset(["s'", "se", "a", "ont", "avait", "avaient", "est", "sont", "lui", "leur", "has", "had"])
_PRONOUNS = frozenset(["he", "she", "they", "it", "il", "elle", "ils", "elles", "on"])

_BLAMES = ("accus", "soup", "suspect", "blam")

Found = tuple[tuple[Slot, ...], str, str]
"""The names, the words and the pronoun of who speaks."""


def find_inverted(
    units: Sequence[Unit], index: int, group: VerbGroup, slots: Sequence[Slot], after: int
) -> Found | None:
    """Who speaks behind the verb at ``index``; None where its speaker stands before it."""
    before = units[group.start - 1].text if group.start else ""
    if group.mood == "gerund" or is_contradicted(units, group.start):
        return None
    quoted = before in (",", '"', "-", "'")
    embedded = before in ("comme", "que", "qu'", "as")
    if group.start and not quoted and not embedded:
        return None
    if embedded and not any(one.first in (after, after + 1) or after < one.index <= after + 4 for one in slots):
        return None
    if after < len(units) and units[after].text == "-" and after + 1 < len(units):
        word = units[after + 1].text
        if word == "t" and after + 3 < len(units):
            word = units[after + 3].text
        return (), word, word
    after = _past_circumstances(units, after)
    slot = next(
        (one for one in slots if one.first in (after, after + 1) and one.case == "" and one.role == "party"), None
    )
    if slot is not None:
        follow = units[slot.last + 1] if slot.last + 1 < len(units) else None
        blamed = follow is not None and follow.text in ("of", "d'", "de") and units[index].text.startswith(_BLAMES)
        if not blamed and (follow is None or not (follow.is_verb or follow.is_function("aux", "modal", "neg"))):
            phrase = phrase_after(units, after)
            end = min(phrase[1], slot.last + 4) if phrase is not None else slot.last
            return (slot, *listed_after(units, slots, slot.last)), words_of(units, slot.first, end + 1), ""
        return None
    if group.start == 0:
        return None
    return speaker_behind(units, after, slots)


def is_contradicted(units: Sequence[Unit], start: int) -> bool:
    """True for *contrary to what X says, contrairement à ce qu'affirme X*: the text holds the opposite of that voice."""
    before = [unit.text for unit in units[max(0, start - 6) : start]]
    return any(text.startswith(("contrairement", "contrary")) for text in before) and "," not in before


def _past_circumstances(units: Sequence[Unit], after: int) -> int:
    """The first unit behind *in London, à l'AFP, jeudi, à la presse* between a verb of saying and who says it."""
    while after < len(units) - 1 and (_opens_a_circumstance(units[after]) or units[after].is_function("time")):
        if units[after].is_function("time"):
            after += 1
        else:
            after += 3 if units[after + 1].is_function("det") else 2
    return after


def _opens_a_circumstance(unit: Unit) -> bool:
    """True for a preposition; *des* behind a verb of speech is an article (*racontent des dockers*)."""
    return unit.is_function("prep") and not unit.is_function("sub") and unit.text != "des"


def speaker_behind(units: Sequence[Unit], after: int, slots: Sequence[Slot]) -> Found | None:
    """Who is named by the phrase that begins at ``after``, when it is no clause of its own."""
    phrase = phrase_after(units, after)
    if phrase is None or units[after].is_function("sub") or _opens_a_circumstance(units[after]):
        return None
    first, last, reach = phrase
    words = words_of(units, first, min(last + 1, first + 8))
    named = slots_in(units, slots, first, last, reach)
    if named:
        named = (*named, *listed_after(units, slots, named[-1].last))
    return (named, words, "") if words else None


def find_behind(units: Sequence[Unit], index: int, slots: Sequence[Slot]) -> Found | None:
    """Who speaks at a verb that tells of speech only behind what is said; *he went on, a-t-il poursuivi* among them."""
    unit = units[index]
    if unit.text in _GOING_ON:
        near = units[max(0, index - 6) : index + 4]
        word = next((one.text for one in near if one.text in _PRONOUNS), "")
        marked = any(one.text in (",", '"', "-") for one in units[max(0, index - 6) : index])
        closed = any(one.text in (",", ".", '"', ":") for one in units[index + 1 : index + 3]) or index + 2 >= len(
            units
        )
        if word and closed and (marked or index <= 2):
            return (), word, word
    if unit.text not in BEHIND:
        return None
    start = index - 1
    while start >= 0 and units[start].text in _BEFORE_IT:
        start -= 1
    if start < 0 or units[start].text not in (",", '"'):
        return None
    after = index + 1
    if units[after : after + 1] and units[after].text == "-":
        word = units[after + 3 if units[after + 1].text == "t" and after + 3 < len(units) else after + 1].text
        return (), word, word
    after = _past_circumstances(units, after)
    return speaker_behind(units, after, slots) if after < len(units) else None
