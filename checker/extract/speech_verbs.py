"""Whether a reporting verb tells of speech: not the noun spelt like it, not a refusal to say, not what was put out."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.languages.protocol import Grammar
from checker.extract.units import Unit
from checker.extract.verbs import VerbGroup, article_before, verb_features, verb_group

RELEASING = (
    "releas",
    "analys",
    "analyz",
    "examin",
    "compil",
    "publish",
    "issu",
    "shar",
    "circulat",
    "unveil",
    "publi",
    "diffus",
    "transmi",
    "rendu",
    "divulg",
    "declassif",
)
"""Beginnings of verbs for putting a report out."""

_WITH_THAT = frozenset(["agree", "concur", "convenir", "hold", "show", "submit", "signal", "relate", "counter", "profess"])
"""Verbs that tell of speech only with a clause behind: *agreed that*, not *agreed to sell*."""

_REFUSING = ("declin", "refus", "fail", "hesit", "reluct", "abst", "gard", "omit", "neglig")

_MEANWHILE = frozenset(["while", "when", "after", "before", "alors que", "tandis que", "apres", "avant", "lorsque", "quand"])
"""*said while it imposed sanctions*: when it was said."""


def is_speech(units: Sequence[Unit], index: int, grammar: Grammar) -> bool:
    """True for a reporting verb, not the noun spelt like it (*a report, the state, claims of*)."""
    unit = units[index]
    before = units[index - 1] if index else None
    if unit.one("head") or unit.one("item"):
        return (
            before is not None
            and (before.is_function("aux", "modal", "pron") or before.text == ",")
            and not before.is_function("det")
        )
    if before is not None and (
        article_before(units, index) or (before.text == "'s" and "pp" not in verb_features(unit))
    ):
        return False
    if any(sense.kind in _WITH_THAT for sense in unit.all("report")) and not any(
        one.text in ("that", "que", "qu'") for one in units[index + 1 : index + 2]
    ):
        return False
    if _is_compound(units, index) or _was_put_out(units, index):
        return False
    if before is not None and before.is_verb and "past" in verb_features(before) and unit.text.endswith("s"):
        # "dismissed reports of": a thing, not a second verb
        return False
    if (
        before is not None
        and before.is_function("prep")
        and "ger" not in verb_features(unit)
        and "inf" not in verb_features(unit)
    ):
        return False
    features = verb_features(unit)
    if "pp" in features and "fin" not in features:
        group = verb_group(units, index, grammar)
        return group.start < index or goes_on(units, index)
    return True


def goes_on(units: Sequence[Unit], index: int) -> bool:
    """True for the second participle of *y a vu du théâtre et affirmé que*."""
    joined = index > 2 and units[index - 1].is_function("coord") and complement_follows(units, index)
    return joined and any(unit.is_function("aux") for unit in units[: index - 1])


def _is_compound(units: Sequence[Unit], index: int) -> bool:
    """True for the noun of *a French intelligence note*: one thing, and a verb in the plural."""
    unit = units[index]
    if unit.text.endswith(("s", "ed", "ing")) or "past" in verb_features(unit) or index < 2 or not units[index - 1].one("head"):
        return False
    return any(one.text in ("a", "an") for one in units[max(0, index - 4) : index - 1]) and not any(
        one.is_function("modal", "aux", "rel", "sub", "prep") or one.text == "," for one in units[max(0, index - 3) : index]
    )


def _was_put_out(units: Sequence[Unit], index: int) -> bool:
    """True for the participle of *a note declassified on Monday says*: what was put out speaks by the next verb."""
    unit = units[index]
    if not unit.text.startswith(RELEASING) or "pp" not in verb_features(unit):
        return False
    for one in units[index + 1 : index + 9]:
        if one.text in (",", ":", '"') or one.is_function("coord", "sub"):
            return False
        if one.one("report") is not None and "fin" in verb_features(one):
            return True
    return False


def keeps_silent(units: Sequence[Unit], index: int, group: VerbGroup) -> bool:
    """True for *declined to comment on reports that, would not confirm that*: who says nothing is no voice for it."""
    if group.link > 0 and any(unit.text.startswith(_REFUSING) for unit in units[max(0, group.link - 3) : group.link]):
        return True
    unit = units[index]
    return group.negated and unit.one("cue", "deny") is None and not _is_belief(unit)


def _is_belief(unit: Unit) -> bool:
    return any(sense.kind in ("believe", "think", "doubt", "croire", "penser", "douter") for sense in unit.all("report"))


def complement_follows(units: Sequence[Unit], index: int) -> bool:
    """True when a clause, a colon or a quotation follows the verb at ``index``."""
    following = units[index + 1 : index + 3]
    ended = len(units) - 2
    if index + 1 >= ended and units[ended].is_function("sub"):
        # "as X has said before."
        return False
    if len(following) > 1 and following[0].text == "as" and following[1].is_function("pron"):
        # "said as it imposed sanctions": when it was said
        return False
    return any(
        (unit.is_function("sub") and unit.text not in _MEANWHILE) or unit.text in (":", '"', "that", "que", "qu'") for unit in following
    )
