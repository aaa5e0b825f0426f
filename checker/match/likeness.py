"""How much of a paragraph's wording a sentence shares: what tells a paragraph that is read loosely from a wrong one."""

from __future__ import annotations

import re
from functools import lru_cache

from checker.model import Provision
from checker.text import fold

_WORD = re.compile(r"[a-z]{4,}")
_STEM = 5
"""Letters of a word that count: "export", "exports" and "exporter" are one."""
_MANY = 3
# Words that any rule of any regime may have.
_COMMON_WORDS = """
state states etats tous toute toutes resolution resolutions council conseil securite security united nations unies paragraph
paragraphe  shall must doivent doit decides decide forbids interdit interdire prohibits bans obliges oblige requires exige demands
demande asks  calls under vertu rule regle suivante with from their leurs that which dans pour avec sont been this dprk north
korea coree nord iran  every chaque measures mesures text texte says said other autres such ainsi also aussi member membres
country pays all against contre
"""
_COMMON = frozenset(word[:_STEM] for word in _COMMON_WORDS.split())


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(fold(text).text)) - _COMMON


def likeness(sentence: str, limb: Provision) -> int:
    """How many telling words ``sentence`` shares with what ``limb`` says, in whichever language it shares more."""
    said = _stems(sentence)
    items = _stems(limb.items)
    return max(len(said & (_stems(limb.summary) | items)), len(said & (_stems(limb.summary_fr) | items)))


def reads_more_like(sentence: str, these: tuple[Provision, ...], those: tuple[Provision, ...]) -> bool:
    """True when the sentence shares not few words with one of ``these``, and no fewer than with any of ``those``."""
    best = max((likeness(sentence, limb) for limb in these), default=0)
    other = max((likeness(sentence, limb) for limb in those), default=0)
    return best >= max(other, _MANY)
