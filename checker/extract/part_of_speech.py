"""Whether a trigger that may be verb or noun is one or the other where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.languages.protocol import Grammar
from checker.extract.units import Unit

_ARTICLES = frozenset(["le", "la", "les", "l'", "une", "un", "cette", "son", "leur", "notre", "the", "an", "a"])
_NEGATIONS = frozenset(["not", "never", "n't", "pas", "jamais", "plus", "ne", "n'", "guere"])

_MOVED = frozenset(
    ["drove", "driven", "drive", "push", "pushed", "beat", "beaten", "fought", "fight", "forced", "force", "held", "hold", "threw",
     "thrown", "hit", "struck", "strike", "rolled", "pulled", "won", "took", "taken", "sent", "brought", "gave", "got", "kept", "fired"]
)  # fmt: skip
"""After these *back* is a particle: who drove the rebels back does not back them."""


def _takes_an_object(units: Sequence[Unit], index: int, grammar: Grammar) -> bool:
    """True for the *arms* of *fights X and arms the Y*: no noun has a name right behind it, and no list of things goes before."""
    if grammar.code != "en" or index < 3 or index + 2 >= len(units) or not units[index - 1].is_function("coord"):
        return False
    named = units[index + 2] if units[index + 1].text == "the" else units[index + 1]
    whoever = named.actor is not None and named.actor.kind in ("name", "group", "leader", "acronym")
    return whoever and units[index - 2].actor is not None


def _are_several(unit: Unit | None) -> bool:
    """True for a plain plural (*smugglers, traders*), which may be a subject."""
    if unit is None or not unit.text.endswith("s") or not unit.text.isalpha() or len(unit.text) < _PLURAL:
        return False
    head = unit.one("head")
    return (not unit.senses or (head is not None and head.kind in ("people", "firm"))) and not unit.is_verb


_PLURAL = 5


def part_of_speech(units: Sequence[Unit], index: int, grammar: Grammar) -> str:
    """``v`` or ``n`` for a trigger that may be either (*supplies, launches, tests, arms, commande*)."""
    unit = units[index]
    triggers = unit.all("trigger")
    verbs = [sense for sense in triggers if "v" in sense.features]
    nouns = [sense for sense in triggers if "n" in sense.features]
    before = units[index - 1] if index else None
    after = units[index + 1] if index + 1 < len(units) else None
    thing = unit.one("item") is not None or unit.one("head") is not None
    if not verbs:
        return "n"
    if before is not None and unit.text == "back" and before.text in _MOVED:
        return "x"
    past = before is not None and before.text.endswith("ed") and not before.senses and before.text.isalpha()
    if grammar.code == "en" and past and unit.text.endswith("s"):
        # "supervised drills", "watched tests": the object of a past tense is no verb
        return "n" if nouns else "x"
    if _takes_an_object(units, index, grammar) and any("fin" in sense.features for sense in verbs):
        return "v"
    direct = after is not None and (
        after.one("item")
        or after.actor is not None
        or after.text[:1].isdigit()
        or (after.is_function("det") and not after.is_function("prep"))
    )
    if direct and any("ger" in sense.features for sense in verbs):
        return "v"
    if before is not None and index >= 2 and (grammar.is_adverb(before.text) or before.text == "still"):
        lead = units[index - 2]
        if lead.is_function("aux") and any(sense.features & {"ger", "pp"} for sense in verbs):
            # "were still training"
            return "v"
    if direct and grammar.code == "en" and _are_several(before) and any("fin" in sense.features for sense in verbs):
        # "smugglers ship 20 million litres", "traders ship the coal"
        return "v"
    only_pp_or_ger = all(not (sense.features & {"fin", "inf"}) for sense in verbs)
    article = before is not None and before.text in ("le", "la", "les", "l'") and index >= 2
    if grammar.code == "fr" and index == 1 and before is not None and before.text in ("le", "la", "les", "l'"):
        # "La prise de Goma", "La charge d'un obus": an object pronoun opens no sentence
        return "n" if nouns else "x"
    if article and grammar.code == "fr" and only_pp_or_ger:
        # "la remise en état": no pronoun stands right before a participle
        return "n" if nouns else "x"
    if article and units[index - 2].is_function("prep") and not only_pp_or_ger:
        return "n" if nouns else "x"
    pointing = before is not None and before.text in ("this", "that", "these", "those") and index >= 2
    if not nouns and pointing and units[index - 2].is_function("prep", "to"):
        # "by this route"
        return "x"
    if not nouns and not thing:
        if (
            before is not None
            and before.is_function("det")
            and not before.is_function("clitic", "pron")
            and not only_pp_or_ger
        ):
            return "x"
        return "v"
    if thing and not nouns and before is not None and before.text in _ARTICLES:
        # "par l'armée": the noun that a participle looks like
        return "x"
    if only_pp_or_ger and not nouns:
        return "v"
    if before is not None:
        if before.text == "'s" and nouns and not any(sense.features & {"pp", "ger"} for sense in verbs):
            # "Sunday's launch"
            return "n"
        if before.text == "to" and (nouns or thing) and grammar.code == "en" and not any("inf" in sense.features for sense in verbs):
            # "closed it to arms": no infinitive ends in -s
            return "n" if nouns else "x"
        if before.is_function("modal", "aux", "rel") or before.text == "to" or before.text in _NEGATIONS:
            return "v"
        if before.is_function("pron") and not before.is_function("det"):
            return "v"
        if before.actor is not None and before.actor.kind not in ("adjective",):
            follows = after is not None and (
                after.is_function("det")
                or after.one("item")
                or after.actor is not None
                or after.is_function("prep")
                or (grammar.code == "fr" and grammar.is_adverb(after.text))
            )
            finite = any("fin" in sense.features for sense in verbs)
            if (
                finite
                and follows
                and not (
                    unit.text.endswith("s") is False
                    and before.actor.kind == "name"
                    and grammar.code == "en"
                    and after is not None
                    and after.is_function("prep")
                )
            ):
                return "v"
        if (
            grammar.code == "fr"
            and before.is_function("clitic")
            and index >= 2
            and (units[index - 2].actor or units[index - 2].is_function("pron", "rel", "neg"))
        ):
            return "v"
        if (
            before.is_function("det", "prep", "coord")
            or before.text == "'s"
            or before.one("item")
            or before.text.isdigit()
        ):
            return "n" if nouns else "x"
        if grammar.is_adverb(before.text) and any("fin" in s.features for s in verbs):
            return "v"
    if thing and not nouns:
        return "x"
    if (
        after is not None
        and (after.is_function("det") or after.one("item") or after.actor is not None)
        and before is not None
        and not before.actor
    ):
        return (
            "v"
            if any("fin" in s.features for s in verbs) and not (after.actor and after.actor.kind != "name")
            else ("n" if nouns else "v")
        )
    return "n" if nouns else "v"
