"""Sources without a verb: *according to X, by X's reckoning, if you believe X, à l'en croire*."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.private_sources import speaks_for_itself
from checker.extract.slots import Slot
from checker.extract.speaker_phrases import listed_after, slots_in, words_of
from checker.extract.units import Unit

Source = tuple[str, str, str]
"""An actor or empty, the words, and the pronoun that stands for the source or empty."""

_PRONOUNS = frozenset(
    ["him", "her", "them", "it", "lui", "elle", "eux", "elles", "ce dernier", "celui-ci", "celle-ci", "ceux-ci"]
)
_BELIEVED = (
    ("a", "les", "en", "croire"), ("a", "l'", "en", "croire"), ("a", "les", "entendre"), ("a", "l'", "entendre"),
    ("a", "les", "lire"), ("a", "le", "lire"),
)  # fmt: skip
"""*à les en croire*: a source that is only pointed at."""
_READ_THERE = (("on", "y", "lit"), ("y", "lit", "-", "on"), ("on", "peut", "y"), ("on", "y", "apprend"))
"""*On y lit que*: the paper named last says it."""
_IF_BELIEVED = (("if", "you", "believe"), ("if", "one", "believes"), ("if", "we", "believe"), ("a", "croire"))
_OPENERS = frozenset(words[0] for words in (*_BELIEVED, *_READ_THERE, *_IF_BELIEVED))
_ACCOUNTS = frozenset(
    ["account", "estimate", "reckoning", "telling", "version", "assessment", "count", "judgment", "view", "words",
     "estimation", "figures", "calculations", "reading", "lecture"]
)  # fmt: skip
"""*by the Panel's account*: what a speaker holds, said with a noun."""
_MEANS = frozenset(["by", "on", "in"])
_REACH = 8
_LONGEST = 14
_CLAIMS = frozenset(
    ["claim", "claims", "statement", "reports", "findings", "assertions", "charges", "statements", "information", "informations",
     "assessment", "belief", "conclusion", "estimation", "conviction", "rumeurs", "propos", "declarations", "constats", "allegation", "allegations", "accusation", "accusations", "assertion", "charge", "finding", "report",
     "declaration", "affirmation", "affirmations", "allegation", "these", "constat"]
)  # fmt: skip


def find_source(units: Sequence[Unit], index: int, slots: Sequence[Slot]) -> tuple[Source, ...]:
    """The sources that a phrase beginning at ``index`` (or ending there, for an account) names."""
    unit = units[index]
    if unit.is_function("prep") and unit.value("prep") == "src" and not _which(units, index):
        return named_after(units, index + 1, slots)
    if unit.text in _ACCOUNTS and index >= 2:
        return _account(units, index, slots)
    if index == 0 and unit.text in _IN_THE_EYES and (held := _in_the_eyes(units, slots)):
        return held
    if unit.text not in _OPENERS:
        return ()
    texts = tuple(one.text for one in units[index : index + 4])
    if any(texts[: len(words)] == words for words in _BELIEVED):
        return (("", "", "they" if "les" in texts[:3] else "it"),)
    if any(texts[: len(words)] == words for words in _READ_THERE):
        return (("", "celui-ci", "celui-ci"),)
    known = next((words for words in _IF_BELIEVED if texts[: len(words)] == words), None)
    if known is not None:
        return named_after(units, index + len(known), slots)
    return ()


_IN_THE_EYES = frozenset(["pour", "for"])
_OPINION = (
    "responsable", "expert", "analyste", "analyst", "chercheu", "diplomat", "porte-parole", "spokes", "ministre", "minister", "official",
    "source", "specialiste", "historien", "ong", "association", "enqueteu", "researcher", "investigator", "panel", "observateur",
)  # fmt: skip
"""Heads of *Pour un responsable occidental, ...*: who is said to think so; a bare State there is rather served than heard."""


def _in_the_eyes(units: Sequence[Unit], slots: Sequence[Slot]) -> tuple[Source, ...]:
    end = next((at for at in range(1, min(len(units), _REACH)) if units[at].text == ","), -1)
    if end < 0 or not any(unit.text.startswith(_OPINION) for unit in units[1:end]):
        return ()
    return named_after(units, 1, slots)


_ALSO_VERBS = frozenset(["reports", "charges"])


def find_claim(units: Sequence[Unit], index: int, slots: Sequence[Slot]) -> Source | None:
    """Whose claim the noun at ``index`` tells: *Kyiv's claim that, une déclaration de la Maison-Blanche selon laquelle*."""
    if units[index].text not in _CLAIMS or (units[index].text in _ALSO_VERBS and not _is_noun(units, index)):
        return None
    end = next((at for at in range(index + 1, min(index + _REACH, len(units))) if _opens_content(units, at)), -1)
    if end < 0 or any(units[at].text == "," or _is_doing(units[at]) for at in range(index + 1, end)):
        return None
    owned = [one for one in slots if index < one.first < end and one.case in ("of", "by", "from", "")]
    before = [one for one in slots if 0 < index - one.last <= 2]
    # "les affirmations américaines selon lesquelles"
    within = [one for one in slots if one.first <= index <= one.last and one.role == "linked"]
    slot = (owned or before or within)[-1:]
    return (slot[0].actor, words_of(units, slot[0].first, slot[0].last + 1), "") if slot else None


def _is_doing(unit: Unit) -> bool:
    return unit.is_verb and unit.actor is None


def _is_noun(units: Sequence[Unit], index: int) -> bool:
    """True for *denied Seoul's reports that*, not for *our stringer reports that*."""
    before = units[index - 1] if index else None
    if before is None or before.text == "'s" or before.is_function("det", "prep"):
        return True
    return before.is_verb or (before.actor is not None and before.actor.kind == "adjective")


def _opens_content(units: Sequence[Unit], at: int) -> bool:
    text = units[at].text
    return text in ("that", "que", "qu'") or text.startswith("selon l") or (text == "selon" and _which(units, at))


def _which(units: Sequence[Unit], at: int) -> bool:
    return at + 1 < len(units) and units[at + 1].text in ("laquelle", "lequel", "lesquelles", "lesquels")


def named_after(units: Sequence[Unit], first: int, slots: Sequence[Slot]) -> tuple[Source, ...]:
    """The sources named by the phrase that begins at ``first`` and ends with a comma, a quotation mark or a stop."""
    end = next(
        (
            at
            for at in range(first, len(units))
            if units[at].text in (",", ".", '"') or units[at].is_stop or _is_relative(units, at, first)
        ),
        len(units),
    )
    last = min(end, first + _LONGEST) - 1
    if last < first:
        return ()
    words = words_of(units, first, last + 1)
    if words.lower() in _PRONOUNS:
        return (("", words, words.lower()),)
    named = slots_in(units, slots, first, last, last)
    if not named and any(unit.text.startswith(_PUT_OUT) for unit in units[first : last + 1]):
        # "the readout from Tokyo, le compte rendu de Tokyo"
        named = tuple(
            one for one in slots if first <= one.index <= last and one.case in ("from", "of", "by") and one.actor
        )[:1]
    if named and speaks_for_itself(units, named[0], -1):
        return (("", words, ""),)
    if named:
        more = (*named[1:], *listed_after(units, slots, named[-1].last))
        return (
            (named[0].actor, words, ""),
            *(
                (one.actor, words_of(units, one.first, one.last + 1), "")
                for one in more
                if one.actor != named[0].actor
            ),
        )
    return (("", words, ""),)


_PUT_OUT = (
    "readout",
    "communiqu",
    "statement",
    "letter",
    "lettre",
    "release",
    "compte",
    "declaration",
    "note",
    "dossier",
    "bulletin",
    "transcript",
)


def _is_relative(units: Sequence[Unit], at: int, first: int) -> bool:
    """Where a clause about the source begins: *a defector who once worked in ..., un transfuge qui ...*."""
    return at > first and units[at].text in ("who", "qui", "whom", "dont", "whose", "which")


def _account(units: Sequence[Unit], index: int, slots: Sequence[Slot]) -> tuple[Source, ...]:
    opened = next((at for at in range(index - 1, max(index - 7, -1), -1) if units[at].text in _MEANS), -1)
    slot = next((one for one in slots if one.last in (index - 1, index - 2, index) and one.index > opened), None)
    if opened < 0:
        return ()
    if slot is not None:
        return ((slot.actor, words_of(units, slot.first, slot.index + 1), ""),)
    words = words_of(units, opened + 1, index).removesuffix("'s").removesuffix("’s").strip()
    if words.lower() in ("his", "her", "their", "its"):
        return (("", words, "they" if words.lower() == "their" else "he"),)
    return (("", words, ""),) if "'s" in [one.text for one in units[opened:index]] else ()
