"""Verb groups: the auxiliaries, negations and pronouns around a verb, and what they make of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.extract.languages.protocol import Grammar
from checker.extract.second_negation import denies
from checker.extract.units import Unit

_REACH = 9
"""How many units an auxiliary may stand before its verb."""


_CAUSED = ("fait ", "font ", "fit ", "firent ", "faire ", "faisait ", "faisaient ", "fera ", "feront ")
"""*se fait livrer*: the subject of the causative receives."""


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """The verb at ``head`` with what belongs to it, from unit ``start`` on.

    ``mood``: ``finite``, ``infinitive``, ``gerund`` or ``participle`` (bare). ``receptive`` is the French *se voir livrer, se faire livrer*
    (the subject receives). ``modals`` keeps the words' values: ``could``, ``should``, ``would``, ``devrait``, ``fut``, ``cond``.
    ``link`` is the index of the preposition or mark before an infinitive or gerund, or -1.
    """

    head: int
    start: int
    mood: str
    passive: bool = False
    negated: bool = False
    reflexive: bool = False
    receptive: bool = False
    perfect: bool = False
    progressive: bool = False
    modals: frozenset[str] = frozenset()
    link: int = -1
    clitics: tuple[str, ...] = ()
    pronoun: str = ""


def verb_features(unit: Unit) -> frozenset[str]:
    """The features of every verbal reading of a unit, together."""
    found: set[str] = set()
    for sense in unit.senses:
        if "v" in sense.features:
            found |= sense.features
    return frozenset(found)


def verb_group(units: Sequence[Unit], head: int, grammar: Grammar) -> VerbGroup:
    """The verb group whose main verb is ``units[head]``."""
    features = verb_features(units[head])
    modals: set[str] = {mark for mark in ("cond", "fut") if mark in features and "pp" not in features}
    passive = negated = reflexive = receptive = perfect = progressive = False
    aux_seen: list[str] = []
    clitics: list[str] = []
    link = -1
    pronoun = ""
    at = head - 1
    start = head
    steps = 0
    while at >= 0 and steps < _REACH:
        unit = units[at]
        steps += 1
        if unit.text == "doute" and at >= 1 and units[at - 1].text == "sans":
            # "a sans doute expédié": an adverb, no doubt and no negation
            at -= 1
        elif unit.is_function("neg"):
            negated = negated or unit.text not in ("ne", "n'") or True
            if unit.text in ("ne", "n'") and not denies(units, at, head):
                negated = False
        elif unit.is_function("aux") and _is_aux(units, at):
            value = unit.value("aux")
            aux_seen.append(value)
            modals.update(mark for mark in ("cond", "fut", "subj") if mark in value.split())
        elif unit.text in ("-", "t") and steps < _REACH and any(one.text == "-" for one in units[at : at + 3]):
            pass
        elif unit.is_function("pron") and at >= 1 and units[at - 1].text == "-" and not pronoun:
            pronoun = unit.text
        elif unit.is_function("modal") and unit.value("modal") in ("voir", "faire") and not _verbal(unit, units, at):
            receptive = True
        elif unit.is_function("modal"):
            value = unit.value("modal")
            if value in ("voir", "faire"):
                break
            modals.add(value)
        elif unit.text in ("se", "s'"):
            reflexive = True
        elif (
            unit.is_function("clitic")
            and at + 1 <= head
            and unit.text not in ("nous", "vous")
            and _clitic_here(units, at)
        ):
            clitics.append(unit.text)
        elif grammar.code == "en" and unit.text == "to" and at == start - 1 and ("inf" in features or aux_seen):
            link = at
            start = at
            break
        elif (grammar.is_adverb(unit.text) and unit.actor is None) or (
            unit.text == "," and at + 1 < head and grammar.is_adverb(units[at + 1].text)
        ):
            pass
        else:
            break
        start = at
        at -= 1
    if "pp" in features and not aux_seen:
        apart = _separated_auxiliary(units, start)
        if apart >= 0:
            aux_seen.append(units[apart].value("aux"))
            modals.update(mark for mark in ("cond", "fut", "subj") if mark in units[apart].value("aux").split())
            start = apart
    be = [value for value in aux_seen if value.startswith(("be", "get"))]
    have = [value for value in aux_seen if value.startswith("hav")]
    if "pp" in features and (be or "fin" not in features):
        passive = bool(be) and not reflexive if grammar.code == "fr" else bool(be)
    if passive and grammar.code == "fr" and units[head].text.split()[0].startswith(_WITH_ETRE):
        # "est intervenue, sont arrivés": a past of its own, and no passive
        passive, have = False, be
    perfect = bool(have) and "pp" in features
    progressive = bool(be) and "ger" in features and "pp" not in features
    mood = _mood(features, aux_seen, modals, be, have, link, units, start, grammar)
    if mood in ("infinitive", "gerund") and link < 0 and start > 0 and units[start - 1].is_function("prep", "sub"):
        link = start - 1
    receptive = receptive or units[head].text.startswith(_CAUSED)
    if receptive and reflexive:
        mood = "finite"
    return VerbGroup(
        head, start, mood, passive, negated, reflexive, receptive and reflexive, perfect, progressive,
        frozenset(modals), link, tuple(clitics), pronoun,
    )  # fmt: skip


_WITH_ETRE = ("interven", "arrivé", "venu", "parti", "allé", "entré", "sorti", "resté", "parvenu", "revenu", "rentré", "retourné", "devenu", "tombé",
              "survenu", "reparti", "monté", "descendu", "passé", "demeuré", "arrive", "alle", "entre", "reste", "rentre", "retourne", "demeure")  # fmt: skip
"""French verbs whose past is made with *être*, as their participles begin."""
_ARTICLES = frozenset({"le", "la", "les", "l'"})


def article_before(units: Sequence[Unit], at: int) -> bool:
    """True when a determiner makes a noun of the word at ``at``: *l'équipe*, not *qui l'équipe*."""
    if at == 0:
        return False
    before = units[at - 1]
    if before.text in _ARTICLES:
        lead = units[at - 2] if at >= 2 else None
        pronoun = lead is not None and (lead.is_function("pron", "rel", "neg", "clitic") or lead.actor is not None)
        return not pronoun
    # "X and Y both deny": no determiner of a noun
    return (
        before.is_function("det") and not before.is_function("clitic", "pron") and before.text not in ("both", "all")
    )


def _separated_auxiliary(units: Sequence[Unit], start: int) -> int:
    """The auxiliary of *avait, entre le 29 septembre et le 20 octobre, expédié*, or -1."""
    for at in range(start - 1, max(start - 16, -1), -1):
        unit = units[at]
        if (
            unit.is_function("aux")
            and _is_aux(units, at)
            and "fin" in [*unit.value("aux").split(), "fin" if "cond" in unit.value("aux") else ""]
        ):
            between = units[at + 1 : start]
            if any(one.one("item") or (one.one("head") and not one.one("report")) for one in between):
                # "had 800 fighters deployed"
                return -1
            opened = bool(between) and (between[0].text == "," or between[0].is_function("sub", "prep"))
            timed = any(one.is_function("time") or one.text.isdigit() or one.text == "," for one in between)
            commas = [index for index, one in enumerate(between) if one.text == ","]
            told = len(commas) == 2 and any(one.one("report") for one in between[commas[0] : commas[1]])
            return at if (opened and timed) or told else -1
        aside = unit.one("report") is not None or (unit.is_function("pron") and units[at - 1].text in ("-", "t"))
        if (
            (unit.is_verb and not unit.one("item") and not unit.one("head") and not aside)
            or (unit.is_function("rel", "pron") and not aside)
            or unit.text in (";", ":")
        ):
            return -1
    return -1


def _mood(
    features: frozenset[str], aux: list[str], modals: set[str], be: list[str], have: list[str], link: int,
    units: Sequence[Unit], start: int, grammar: Grammar,
) -> str:  # fmt: skip
    if link >= 0:
        return "infinitive"
    finite_aux = (
        any("fin" in value or "cond" in value or "fut" in value or "subj" in value for value in aux) or "do" in aux
    )
    if finite_aux:
        return "finite"
    if "having" in aux:
        return "gerund"
    if modals & {"could", "would", "should", "devrait"} or (modals & {"fut"} and "fut" not in features):
        return "finite"
    if aux and "inf" in features:
        return "infinitive"
    if be and ("pp" in features or "ger" in features):
        return "infinitive" if link >= 0 else "participle"
    if have:
        return "gerund"
    if "fin" in features and "pp" in features:
        return "finite?"
    if "fin" in features:
        return "finite"
    if "inf" in features:
        return "infinitive"
    if "ger" in features:
        return "gerund"
    return "participle"


def _is_aux(units: Sequence[Unit], at: int) -> bool:
    """French *a* is an auxiliary unless it is a lost *à* before a noun phrase."""
    unit = units[at]
    if unit.text == "a" and unit.written.lower() == "à":
        return False
    if unit.text == "a" and at + 1 < len(units):
        following = units[at + 1]
        return not (following.is_function("det") and not following.is_function("clitic"))
    return unit.text != "'s"


def _verbal(unit: Unit, units: Sequence[Unit], at: int) -> bool:
    # "le fait de", "un fait": the noun, not the causative verb.
    return at > 0 and units[at - 1].is_function("det") and not units[at - 1].is_function("clitic")


def _clitic_here(units: Sequence[Unit], at: int) -> bool:
    """A pronoun before a verb or auxiliary, not the article of a noun."""
    following = units[at + 1]
    return (
        following.is_verb or following.is_function("aux", "clitic", "modal", "neg") or following.text in ("se", "s'")
    )
