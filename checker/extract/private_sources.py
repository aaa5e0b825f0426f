"""Speakers of a nationality who speak for no State: papers, scholars, charities, lawyers, people who live there (typology 2.2)."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.slots import Slot
from checker.extract.units import Unit

_PRIVATE = (
    "newspaper", "daily", "weekly", "broadcaster", "magazine", "website", "tabloid", "blogger", "blog", "podcast", "think", "institute",
    "analyst", "academic", "scholar", "researcher", "historian", "professor", "lecturer", "economist", "lawyer", "attorney", "barrister",
    "ngo", "rights", "charity", "activist", "campaigner", "resident", "villager", "dissident", "defector", "opposition", "exile",
    "trader", "merchant", "businessman", "businesswoman", "wholesaler", "broker", "shopkeeper", "fisherman", "fishermen", "driver", "captain",
    "sailor", "docker", "worker", "witness", "witnesses", "survivor", "refugee", "smuggler", "prisoner", "deserter", "trucker",
    "journalist", "reporter", "correspondent", "columnist", "priest", "bishop", "watchdog", "foundation", "university",
    "journal", "quotidien", "hebdomadaire", "magazine", "blogueur", "institut", "analyste", "universitaire",
    "chercheur", "chercheuse", "historien", "professeur", "economiste", "avocat", "avocate", "ong", "association", "militant",
    "habitant", "riverain", "villageois", "dissident", "transfuge", "journaliste", "correspondant", "chroniqueur", "pretre", "eveque",
    "negociant", "commercant", "grossiste", "courtier", "pecheur", "chauffeur", "routier", "marin", "temoin", "survivant",
    "rescape", "refugie", "contrebandier", "passeur", "ouvrier", "ouvriere", "prisonnier", "deserteur", "commercante",
    "fondation", "universite", "economist", "sociologue", "politologue",
)  # fmt: skip
_OF_THE_STATE = (
    "state", "official", "officiel", "responsable", "government", "gouvernement", "minist", "army", "armee", "military", "militaire", "spokes",
    "porte-parole", "ambassad", "envoy", "navy", "marine", "central", "public", "publique", "etat", "police", "president", "intelligence",
    "renseignement", "organe", "services", "service", "parti",
)  # fmt: skip
_NO_LONGER = frozenset(
    ["former", "retired", "ex", "ancien", "ancienne", "anciens", "anciennes", "retraite", "defected"]
)
_REACH = 4


def speaks_for_itself(units: Sequence[Unit], slot: Slot, verb: int) -> bool:
    """True for *a Kenyan newspaper, un avocat américain*; not for *the State television, the army's journal*."""
    first = slot.first
    while first > 0 and slot.first - first < _REACH and not _closes(units[first - 1]):
        first -= 1
        if units[first].is_function("det"):
            break
    last = slot.last
    while last + 1 < len(units) and last + 1 != verb and last - slot.last < _REACH and not _closes(units[last + 1]):
        last += 1
    words = [part for unit in units[first : last + 1] for part in unit.text.split()]
    if any(word in _NO_LONGER for word in words):
        return True
    if any(word.startswith(_OF_THE_STATE) for word in words):
        return False
    return any(is_private(word) for word in words)


def is_private(word: str) -> bool:
    """True for a word for somebody who speaks for no State: *analyst, quotidien*."""
    return word in _PRIVATE or word.removesuffix("s") in _PRIVATE


def _closes(unit: Unit) -> bool:
    return unit.is_stop or unit.text in (",", '"', ":") or unit.is_function("sub", "rel", "aux", "modal")
