"""Denials without a word of denial: *Kampala says it sent nobody*, *Téhéran jure n'avoir rien livré* (typology P1, P5)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from checker.extract.attribution import Attribution
from checker.extract.units import Unit
from checker.extract.verbs import verb_features

_NONE = frozenset(
    ["no", "none", "nobody", "nothing", "never", "not", "n't", "neither", "aucun", "aucune", "personne", "rien", "jamais", "pas",
     "nul", "nulle"]
)  # fmt: skip
_TO_COME = frozenset(["will", "wo", "would", "shall", "plans", "intends"])
_ITSELF = frozenset(
    ["it", "they", "he", "she", "we", "its", "their", "his", "our", "il", "elle", "ils", "elles", "son", "sa", "ses", "leur", "leurs",
     "nous", "n'"]
)  # fmt: skip
_OTHERWISE = (
    "aware", "know", "knew", "comment", "confirm", "deny", "denied", "dispute", "violat", "breach", "broke", "break", "contraven",
    "enfrein", "viol", "dement", "nie", "nier", "hide", "hid", "hidden", "secret", "concu", "design", "recogni", "reconna", "concern", "information", "knowledge", "detail",
    "repl", "repon", "respond", "legal", "illegal", "unlawful", "interdi", "forbid", "prohibit", "bound", "chang", "wait", "hesit",
    "answer", "list", "add", "ajout", "say", "dire", "declar", "commentaire",
)  # fmt: skip
_HAPPENING = (
    "happen", "exist", "truth", "there", "part", "link", "relation", "tie", "deal", "lien", "contrat", "contract", "reste", "troop",
    "fighter", "soldier", "presence", "produit", "eu", "lieu",
)  # fmt: skip
_SAYING = ("accus", "charg", "den", "nie", "dement", "reproch", "imput")
_ONLY = frozenset(
    [
        "only",
        "purely",
        "solely",
        "exclusively",
        "strictly",
        "merely",
        "purement",
        "strictement",
        "nothing but",
        "que",
        "qu'",
        "uniquement",
        "seulement",
        "exclusivement",
    ]
)
_HARMLESS = (
    "aid", "food", "medic", "humanitarian", "relief", "civil", "tents", "grain", "flour", "rice", "aide", "vivre", "medic", "humanitaire",
    "secours", "tente", "farine", "riz", "blankets", "couverture", "hospital", "hopital", "commercial",
    "politi", "moral", "diplomati", "verbal", "consulta", "conseil",
)  # fmt: skip
_HOME_MADE = frozenset(["home-made", "homemade", "home-grown", "homegrown", "domestic", "domestically", "indigenous", "nationale", "locale"])
_MAKING = ("build", "make", "produc", "manufactur", "fabriq", "produi", "constru")
_OWN = frozenset(
    ["own", "themselves", "itself", "eux-memes", "lui-meme", "elle-meme", "propres", "home", "eux", "lui", "elle"]
)
_WARLIKE = frozenset(["arms", "missile", "nuclear", "coal", "oil"])
_HOLDING = (
    "contain",
    "carri",
    "held",
    "hold",
    "transport",
    "convo",
    "renferm",
    "was carrying",
    "were carrying",
    "carrying",
)
_CARRIERS = (
    "hold", "aircraft", "plane", "flight", "ship", "vessel", "crate", "container", "convoy", "truck", "cargo", "box", "load", "boat",
    "appareil", "avion", "vol", "navire", "caisse", "conteneur", "convoi", "camion", "cargaison", "cale", "bateau", "ferry", "roulier", "tanker", "petrolier", "drone", "lorry", "lorries", "wagon", "train", "soute", "freighter",
)  # fmt: skip
_OPENING = 7
_SHORT = 6
_BARE = 1


def denies_for_itself(units: Sequence[Unit], said: Attribution) -> bool:
    """True when a speaker says of itself that it did nothing of the sort."""
    if said.verb < 0 or said.passive or units[said.verb].text.startswith(_SAYING):
        return False
    if said.verb and units[said.verb - 1].text in ("pour", "to"):
        return False
    told = units[said.verb + 1 : said.high + 1]
    if said.low < said.verb and sum(unit.text.isalpha() for unit in told) <= _BARE:
        # "There were no rockets," he said
        told = [unit for unit in units[said.low : said.verb] if unit.text != '"']
    if said.low < said.verb and _holds_something_else(units[said.low : said.high + 1]):
        # "The flights, it said, carried incubators"
        return True
    if any(unit.one("cue", "deny") for unit in told) or any(unit.text.startswith(_OTHERWISE) for unit in told):
        return False
    if _only_harmless(told, said.actor) or _makes_its_own(told) or _is_of_its_make(told, said.actor) or _holds_something_else(told):
        return True
    at = next((index for index, unit in enumerate(told) if unit.text in _NONE), -1)
    if at < 0 or any(unit.is_function("coord") and unit.text in ("but", "mais") for unit in told[:at]):
        return False
    if any(verb_features(unit) & {"cond", "fut"} or unit.text in _TO_COME for unit in told[: at + 3]):
        return False
    opening = told[max(0, at - _OPENING) : at + 1]
    itself = any(
        unit.text in _ITSELF or (unit.actor is not None and unit.actor.value == said.actor) for unit in opening
    )
    after = told[at + 1 :]
    sweeping = told[at].text in ("no", "nothing", "none", "nobody", "never", "aucun", "aucune", "rien")
    # "not a single rifle", "pas un fusil"
    sweeping = sweeping or (bool(after) and after[0].text in ("a", "one", "un", "une", "single", "seul"))
    conduct = any(unit.one("trigger") or unit.one("item") or unit.text.startswith(_HAPPENING) for unit in after[:8])
    conduct = conduct or any(unit.one("trigger") for unit in opening)
    ended = len([unit for unit in after if unit.text.isalpha()]) <= (_SHORT if sweeping else _BARE)
    return (itself or sweeping) and (conduct or ended)


def _only_harmless(told: Sequence[Unit], actor: str) -> bool:
    """True for *it sends only food, ces vols ne transportent que de l'aide*: another cargo is named, and no other than it."""
    for at, unit in enumerate(told):
        if unit.text not in _ONLY or (unit.text in ("que", "qu'") and not _is_restrictive(told, at)):
            continue
        near = told[at + 1 : at + 6]
        if any(one.text.startswith(_HARMLESS) for one in near):
            return True
        # "uses only Russian equipment", a Russian says
        if actor and any(one.actor is not None and one.actor.value == actor for one in near):
            return True
    return False


def _is_restrictive(told: Sequence[Unit], at: int) -> bool:
    return any(unit.text in ("ne", "n'") for unit in told[max(0, at - 4) : at])


def _makes_its_own(told: Sequence[Unit]) -> bool:
    """True for *they build their own rockets, fabriquer eux-mêmes leurs roquettes*: nobody sent them."""
    made = next((at for at, unit in enumerate(told) if unit.text.startswith(_MAKING)), -1)
    return made >= 0 and any(unit.text in _OWN for unit in told[made + 1 : made + 5])


def _is_of_its_make(told: Sequence[Unit], actor: str) -> bool:
    """True for *its drones are home-made, ses drones sont de fabrication russe*: nobody else sent them."""
    if not any(unit.one("item") for unit in told[:6]):
        return False
    if any(unit.text in _HOME_MADE for unit in told) or any(unit.text == "home" and after.text in ("-", "made", "grown") for unit, after in pairwise(told)):
        return True
    if not any(unit.text in _ITSELF for unit in told[:4]):
        return False
    made = next((at for at, unit in enumerate(told) if unit.text.startswith(("fabrication", "production", "made", "conception"))), -1)
    return made >= 0 and any(unit.actor is not None and unit.actor.value == actor for unit in told[made + 1 : made + 4])


def _holds_something_else(told: Sequence[Unit]) -> bool:
    """True for *that the hold contained spare parts, que ses appareils transportent un hôpital*: an innocent cargo."""
    held = next((at for at, unit in enumerate(told) if unit.text.startswith(_HOLDING)), -1)
    if held < 1 or not any(unit.text.startswith(_CARRIERS) for unit in told[:held]):
        return False
    if any(unit.is_function("neg", "modal") for unit in told[max(0, held - 3) : held]):
        return False
    return not any(
        sense.features & _WARLIKE and sense.kind != "ambiguous" for unit in told[held + 1 :] for sense in unit.all("item")
    )
