"""How far the complement of a trigger reaches before another clause takes over."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.languages.protocol import Grammar
from checker.extract.units import Unit
from checker.extract.verbs import article_before, verb_features, verb_group


def right_end_of(units: Sequence[Unit], index: int, grammar: Grammar, noun: bool = False) -> int:
    """The last unit that can still belong to the trigger's complement."""
    last = index
    commas = 0
    aside_end = -1
    thought = -9
    for at in range(index + 1, min(index + 45, len(units))):
        unit = units[at]
        if unit.is_stop or unit.text in (".", "!", "?"):
            break
        if at <= aside_end:
            # "vendrait, dit-on, à des grossistes": an aside is passed over
            continue
        if unit.text == "," and (aside_end := _aside(units, at)) > 0:
            continue
        if _is_only(units, index, at):
            last = at
            continue
        if unit.is_function("rel", "subif") or unit.text == "dont":
            break
        if unit.text == "as" and at + 1 < len(units) and units[at + 1].text in ("a", "an", "part"):
            # "runs the plant as a joint venture with X"
            last = at
            continue
        if unit.is_function("sub") and not unit.is_function("prep", "det", "coord"):
            break
        if unit.text == ",":
            commas += 1
            if _clause_follows(units, at + 1, grammar):
                break
        if unit.text == "to" and units[at - 1].text in _THOUGHT:
            # "boxes thought to hold munitions"
            thought = at
        if at <= thought + 1:
            last = at
            continue
        if unit.text == "to" and _unknown_infinitive(units, at):
            break
        if unit.is_verb and not unit.one("item") and _verb_here(units, at, grammar):
            features = verb_features(unit)
            group = verb_group(units, at, grammar)
            if group.mood in ("finite",) or (group.mood == "finite?" and _has_own_subject(units, group.start)):
                last = min(last, group.start - 1)
                # the subject of that verb is not ours
                return _before_subject(units, index, group.start)
            if group.mood == "infinitive":
                break
            if group.mood == "gerund" and unit.all("trigger") and not features & {"fin"}:
                break
        if unit.is_function("coord") and _clause_follows(units, at + 1, grammar):
            break
        last = at
    return last


_WAYS = frozenset({"to", "into", "from", "home", "in", "across", "over", "and", "by"})
_THOUGHT = frozenset({"thought", "believed", "suspected", "understood", "presumed"})
_ASIDE = 9
"""The units at most of an aside between two commas."""


def _aside(units: Sequence[Unit], comma: int) -> int:
    """The comma that closes an aside opened at ``comma`` (*, Seoul says,*, *, via un courtier installé à X,*), or -1."""
    closing = next((at for at in range(comma + 1, min(comma + 2 + _ASIDE, len(units))) if units[at].text == ","), -1)
    if closing < 0 or closing + 1 >= len(units):
        return -1
    inside = units[comma + 1 : closing]
    after = units[closing + 1]
    said = any(unit.one("report") and unit.is_verb for unit in inside) and not any(
        unit.all("trigger") for unit in inside
    )
    via = bool(inside) and inside[0].value("prep") in ("via", "src")
    apposed = bool(inside) and inside[0].is_function("det") and after.text in ("to", "a", "vers", "into")
    goes_on = after.is_function("prep", "to", "det") or after.text == "to" or after.one("item") is not None
    return closing if (said or via or apposed) and goes_on and not after.is_function("aux", "pron") else -1


def _is_only(units: Sequence[Unit], verb: int, at: int) -> bool:
    """True for the *que* of *n'a vendu que des motos*: only, and no conjunction."""
    if units[at].text not in ("que", "qu'"):
        return False
    lead = units[max(0, verb - 5) : verb]
    return any(unit.text in ("ne", "n'") for unit in lead) and not any(
        unit.is_function("neg") and unit.text not in ("ne", "n'") for unit in (*lead, *units[verb + 1 : at])
    )


def _unknown_infinitive(units: Sequence[Unit], at: int) -> bool:
    """*to help improve ...*: *to* with a word that is no name, thing or determiner, and no name right after it."""
    if at + 2 >= len(units):
        return False
    word, after = units[at + 1], units[at + 2]
    plural = word.text.endswith("s") and not word.text.endswith("ss")
    plain = not word.senses and word.text.isalpha() and not word.capital and not plural
    return plain and after.actor is None and not after.one("head")


def _verb_here(units: Sequence[Unit], at: int, grammar: Grammar) -> bool:
    unit = units[at]
    before = units[at - 1]
    way = units[at + 1].text if at + 1 < len(units) else ""
    if before.text == "-" or (unit.text == "back" and (before.is_verb or way in _WAYS)):
        # "Russian-built", "comes back from X"
        return False
    if any("n" in sense.features for sense in unit.senses) or unit.one("head"):
        after = units[at + 1] if at + 1 < len(units) else None
        if unit.one("head") and after is not None and (after.one("item") or after.one("head")):
            # "a North Korean state tanker"
            return False
        if before.is_function("det", "prep") and not before.is_function("clitic", "pron"):
            return False
        return before.is_function("aux", "modal", "pron", "to") or before.text == "to" or before.actor is not None
    return not (article_before(units, at) and "ger" not in verb_features(unit))


def _has_own_subject(units: Sequence[Unit], start: int) -> bool:
    before = units[start - 1] if start else None
    return before is not None and (before.actor is not None or before.is_function("pron"))


def _before_subject(units: Sequence[Unit], index: int, verb_start: int) -> int:
    """Cuts the subject of the next finite verb off our complement."""
    for at in range(verb_start - 1, index, -1):
        if units[at].text == "," or units[at].is_function("coord", "rel", "sub"):
            return at - 1
    return verb_start - 1


def _clause_follows(units: Sequence[Unit], at: int, grammar: Grammar) -> bool:
    """True when a name, pronoun or verb opens a new clause at ``at``: *, Riga says*; *and B shipped*."""
    if at + 1 < len(units) and units[at].actor is not None and units[at - 1].text == ",":
        word = units[at + 1]
        if not word.senses and word.text.isalpha() and not word.capital:
            return True
    for index in range(at, min(at + 6, len(units))):
        unit = units[index]
        if (
            unit.text in (",", ".")
            or unit.is_stop
            or (unit.is_function("prep") and not unit.is_function("det", "aux"))
        ):
            return False
        if unit.text in ("whose", "dont") or unit.is_function("rel"):
            return False
        if unit.is_function("pron") and not unit.is_function("det", "clitic") and unit.text not in ("them", "it"):
            return True
        if unit.is_function("aux") and unit.written.lower() != "à" and unit.text != "'s":
            return True
        if (
            unit.is_verb
            and not unit.one("item")
            and not (any("n" in s.features for s in unit.senses))
            and "fin" in verb_features(unit)
        ):
            return True
    return False


def same_clause(units: Sequence[Unit], left: int, right: int, grammar: Grammar) -> bool:
    """True when no mark, conjunction or verb stands between two units."""
    return not any(
        unit.is_stop
        or unit.is_function("sub", "rel", "subif")
        or (unit.is_verb and not unit.one("item") and not any("n" in s.features for s in unit.senses))
        or (unit.text == "," and at + 1 < right and units[at + 1].is_function("coord"))
        for at, unit in enumerate(units[left + 1 : right], left + 1)
    )
