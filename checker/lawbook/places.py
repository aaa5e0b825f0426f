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
        """What a paragraph, or a resolution named as a whole, changes, with what it does where that is known."""
        links = self.reference.amends(identifier)
        return self._links((one.amended, one.kind) for one in links if _whole(identifier, one.amending))

    def amended_by(self, identifier: str) -> tuple[LinkView, ...]:
        """What changes a paragraph, or a resolution named as a whole, with what it does where that is known."""
        links = self.reference.amended_by(identifier)
        return self._links((one.amending, one.kind) for one in links if _whole(identifier, one.amended))

    def _links(self, ends: Iterable[tuple[str, str]]) -> tuple[LinkView, ...]:
        """Each end once, in order; a resolution named whole is left out beside a paragraph of its own."""
        kinds: dict[str, dict[str, None]] = {}
        for name, kind in ends:
            kinds.setdefault(name, {}).update({kind: None} if kind else {})
        precise = {name.partition(":")[0] for name in kinds if ":" in name}
        found = []
        for name in sorted(kinds, key=order):
            if name not in precise:
                said = ", ".join(self.words.say(f"amendment.{kind}") for kind in kinds[name])
                link = self.of(name)
                found.append(LinkView(f"{link.name} ({said})" if said else link.name, link.href))
        return tuple(found)

    @cached_property
    def _resolutions(self) -> dict[int, str]:
        return {one.resolution: one.regime for one in self.reference.provisions}


def _whole(asked: str, end: str) -> bool:
    """False when a whole resolution was asked for and the link is one of its paragraphs', which has it itself."""
    return ":" in asked or ":" not in end


def order(identifier: str) -> tuple[tuple[int, int, str], ...]:
    """The order of paragraphs: figures by value, the rest by letter."""
    parts: Iterable[str] = re.findall(r"\d{1,9}|\D{1,99}", identifier)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)
