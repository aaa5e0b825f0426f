"""What a denial denies: the conduct told before, or something else that nobody here has charged (typology P5, P6)."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.assertion import Cue
from checker.extract.units import Unit
from checker.extract.verbs import verb_features

_TALK = (
    "accusation", "affair", "affirmation", "allegation", "article", "assertion", "account", "charge", "claim", "conclusion", "constat",
    "document", "dossier", "findings", "finding", "histoire", "information", "insinuation", "recit", "note", "propos", "rapport", "remark",
    "report", "reportage", "rumeur", "rumour", "rumor", "statement", "story", "stories", "suggestion", "talk", "version", "declaration",
    "imputation", "grief", "reproche", "these", "text", "enquete", "investigation", "notion", "idea", "idee", "press", "presse", "media",
    "dispatch", "depeche", "paper", "letter", "study", "etude", "evidence", "preuve", "figure", "chiffre", "conclusions", "affaire", "newspaper",
    "everything", "tout",
)  # fmt: skip
"""Words for what was said: to deny them is to deny the conduct."""
_INVOLVED = (
    "involve", "implication", "implique", "role", "link", "lien", "part", "participat", "support", "soutien", "soutenir", "soutenu", "back",
    "appui", "appuy", "help", "aid", "aide", "assist", "transfer", "transfert", "livraison", "deliver", "shipment", "envoi", "export", "import",
    "vente", "sale", "achat", "purchase", "deal", "accord", "trade", "commerce", "arm", "weapon", "munition", "troop", "soldier", "fighter",
    "soldat", "troupe", "militaire", "military", "wrongdoing", "violat", "breach", "viol", "enfreint", "contraven", "infraction", "knowledge",
    "connaissance", "presence", "existence", "cooperation", "complic", "collusion", "responsab", "such", "so", "having", "side", "parti", "camp",
    "do", "fait", "avoir", "quoi", "rien", "tel", "toute", "pareil", "fund", "financ", "train", "form", "recruit", "recrut", "send", "sent",
    "envoy", "provid", "fourni", "supply", "suppli", "ravitaill", "equip", "fuel", "host", "heberg", "anything", "interference", "ingerence",
    "any", "hack", "pirat", "steal", "stolen", "stole", "vol", "theft", "launder", "blanch", "launch", "lanc", "tir", "enrich", "test", "essai",
    "culpab", "faute", "plan", "intention", "projet", "wish",
)  # fmt: skip
_CALLING = (
    "parl",
    "cri",
    "evoqu",
    "denonc",
    "call",
    "qualifi",
    "brand",
    "label",
    "dismiss",
    "describ",
    "decri",
    "rail",
    "mock",
    "trait",
)
_POINTING = frozenset(
    ["it", "this", "that", "them", "these", "those", "le", "la", "les", "l'", "en", "y", "cela", "ca", "ceci", "both"]
)
_OPENERS = frozenset(["having", "that", "avoir", "etre", "que", "qu'", "being", "been"])
_HARM = (
    "shot", "shoot", "down", "attack", "bomb", "kill", "murder", "massacr", "jam", "poison", "assassin", "tortur", "rape", "loot", "raid",
    "abatt", "attaqu", "tue", "brouill", "empoisonn", "enlev", "pill", "viole", "kidnap", "abduct", "invad", "envahi", "incendi", "insult",
)  # fmt: skip
"""Harm done to somebody, which is no dealing with anybody."""
_SCOPE = 12


def denies_something_else(units: Sequence[Unit], cue: Cue) -> bool:
    """True where a verb of denial has an object of its own that is neither talk, nor dealings, nor a thing one deals in.

    *Denies having shot down the airliner* answers no charge of arming anybody; *denies any role* and a bare *denies* do.
    """
    if "v" not in cue.sense.features:
        return False
    told = units[cue.last + 1 : cue.last + 1 + _SCOPE]
    end = next((at for at, unit in enumerate(told) if unit.is_stop or unit.text in (",", '"')), len(told))
    told = told[:end]
    if not told or told[0].text in (".", "on", "jeudi") or not any(_opens_an_act(unit) for unit in told[:2]):
        return False
    if all(unit.text in _OPENERS or not unit.text.isalpha() for unit in told):
        return False
    if any(unit.text.startswith(_HARM) for unit in told[:4]):
        return True
    return not any(_is_of_the_matter(unit) for unit in told if unit.text not in _OPENERS)


def _opens_an_act(unit: Unit) -> bool:
    """True for *having, that, avoir, que*, and a verb in -ing: what follows is conduct of its own."""
    return (
        unit.text in _OPENERS
        or (unit.text.endswith("ing") and len(unit.text) > 5 and unit.one("item") is None)
        or "inf" in verb_features(unit)
    )


def _is_of_the_matter(unit: Unit) -> bool:
    if unit.one("trigger") or unit.one("item") or unit.text in _POINTING:
        return True
    return any(word.startswith((*_TALK, *_INVOLVED)) for word in unit.text.split() if len(word) > 1)


def speaks_of_talk(units: Sequence[Unit], at: int) -> bool:
    """True where what was told is spoken of near ``at``: *the claims were a stunt, calling it a rumour, ce rapport ne vaut rien*."""
    near = units[max(0, at - 9) : at + 6]
    if any(unit.text.startswith(_CALLING) for unit in units[max(0, at - 6) : at]):
        return True
    return any(unit.text in ("it", "this", "them", "cela", "ca", "y") or unit.text.startswith(_TALK) for unit in near)
