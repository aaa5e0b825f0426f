"""Whom a voice leans on: *the paper reported, citing officials*; *l'agence, qui cite des responsables* (typology P10)."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.nominal_sources import Source, named_after
from checker.extract.slots import Slot
from checker.extract.units import Unit

_CITING = frozenset(["citing", "quoting", "citant"])
_CITE = frozenset(["cite", "cites", "cited", "quotes", "quoted", "citent", "citait", "citaient"])
_RELATIVES = frozenset(["who", "which", "that", "qui"])
_LEANING = (
    ("s'", "appuyant", "sur"),
    ("se", "fondant", "sur"),
    ("sur", "la", "foi", "de"),
    ("sur", "la", "foi", "d'"),
)
"""*en s'appuyant sur des documents*: the ground is a source where a voice or a paper is named."""
_OPENERS = _CITING | _CITE | {words[0] for words in _LEANING}
_PAPERS = frozenset(
    ["resolution", "resolutions", "paragraph", "paragraphe", "article", "charter", "charte", "law", "loi"]
)
"""What is cited as law or for a reason speaks for nobody."""


def is_citing(units: Sequence[Unit], index: int) -> bool:
    """True for *citing, quoting, citant*, and for *who cites, qui cite*; not for *quoted X as saying*, which lets X speak."""
    word = units[index].text
    related = word in _CITE and index > 0 and units[index - 1].text in _RELATIVES
    if word not in _CITING and not related:
        return False
    return not any(unit.text in ("as", "comme") for unit in units[index + 1 : index + 12])


def find_cited(units: Sequence[Unit], index: int, slots: Sequence[Slot]) -> tuple[Source, ...]:
    """The sources behind a word of citing or leaning at ``index``; none where law or a reason is cited."""
    word = units[index].text
    if word not in _OPENERS:
        return ()
    texts = tuple(unit.text for unit in units[index : index + 4])
    leaning = next((len(words) for words in _LEANING if texts[: len(words)] == words), 0)
    after = index + 1 if is_citing(units, index) else index + leaning if leaning else -1
    if after < 0 or any(
        unit.text in _PAPERS or _is_law(unit) for unit in units[after : after + 5] if unit.text not in (",", ".")
    ):
        return ()
    return named_after(units, after, slots)


def _is_law(unit: Unit) -> bool:
    head = unit.one("head")
    return head is not None and head.kind == "lawnoun"
