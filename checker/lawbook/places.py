"""Where in the pages a regime, a resolution or a paragraph stands, and how paragraphs change one another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from checker.lawbook.shapes import LinkView
from checker.reference import Reference
from checker.views import naming
from checker.views.wording import Wording

INDEX, DAY, TEXTS = "index.html", "day.html", "texts.html"
LIVING = ("in force", "disputed", "unconfirmed")
"""The status of a regime with measures that bind, or may bind."""

_PLAIN = re.compile(r"[^0-9A-Za-z]+")
_TARGET = re.compile(r"(\d{1,4})(?::(.{1,40}))?")


def regime_page(regime: str) -> str:
    """The file of a regime's page."""
    return f"regime-{regime.replace('_', '-')}.html"


def anchor(identifier: str) -> str:
    """The id of a paragraph's element: ``p-1718-8-b`` for ``1718:8(b)``."""
    return "p-" + _PLAIN.sub("-", identifier).strip("-")


@dataclass(frozen=True)
class Places:
    """Where everything in the tables stands."""

    reference: Reference
    words: Wording

    def of(self, identifier: str) -> LinkView:
        """A paragraph or a whole resolution, in words, where it stands in these pages, else its official text."""
        parts = _TARGET.fullmatch(identifier)
        limbs = self.reference.by_id(identifier)
        if not parts:
            return LinkView(identifier, "")
        number = int(parts[1])
        year = limbs[0].year if limbs else self._year(number)
        name = naming.provision_name(number, year, parts[2] or "", self.words)
        if limbs:
            return LinkView(name, f"{regime_page(limbs[0].regime)}#{anchor(identifier)}")
        if number in self._resolutions:
            return LinkView(name, f"{regime_page(self._resolutions[number])}#r-{number}")
        return LinkView(name, naming.official(number, year) if year else "")

    def _year(self, number: int) -> int | None:
        held = self.reference.resolutions.get(number)
        first, last = self.reference.year_of(number) or (0, 1)
        return held.year if held else first if first == last else None

    def amends(self, identifier: str) -> tuple[LinkView, ...]:
        """What a paragraph changes, as it says itself or as the other says of it."""
        return tuple(map(self.of, self._chain[0].get(identifier, ())))

    def amended_by(self, identifier: str) -> tuple[LinkView, ...]:
        """What changes a paragraph, as it says itself or as the other says of it."""
        return tuple(map(self.of, self._chain[1].get(identifier, ())))

    @cached_property
    def _resolutions(self) -> dict[int, str]:
        return {one.resolution: one.regime for one in self.reference.provisions}

    @cached_property
    def _chain(self) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
        changes: dict[str, dict[str, None]] = {}
        changed: dict[str, dict[str, None]] = {}
        for one in self.reference.provisions:
            for other in one.amends:
                changes.setdefault(one.id, {})[other] = None
                changed.setdefault(other, {})[one.id] = None
            for other in one.amended_by:
                changed.setdefault(one.id, {})[other] = None
                changes.setdefault(other, {})[one.id] = None
        return _ordered(changes), _ordered(changed)


def _ordered(links: dict[str, dict[str, None]]) -> dict[str, tuple[str, ...]]:
    """Each with its links in order; a resolution named whole is left out beside a paragraph of its own."""
    out = {}
    for name, found in links.items():
        precise = {one.partition(":")[0] for one in found if ":" in one}
        out[name] = tuple(sorted((one for one in found if one not in precise), key=order))
    return out


def order(identifier: str) -> tuple[tuple[int, int, str], ...]:
    """The order of paragraphs: figures by value, the rest by letter."""
    parts: Iterable[str] = re.findall(r"\d{1,9}|\D{1,99}", identifier)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)
