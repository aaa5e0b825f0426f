"""Looking rules up the way a citation names them: by number, by what they do, by whom they are aimed at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from checker.model import Cited, Direction, Force, Kind, Period, Provision
from checker.records import record
from checker.reference import Reference
from checker.text import fold

_IN_FORCE = (Force.YES, Force.DISPUTED, Force.UNCONFIRMED)
_ARMS = ("arms_export", "arms_import")


@record
class Rulebook:
    """The limbs of a reference by number, the regimes aimed at each actor, the actors aimed at by each activity, and its rules."""

    reference: Reference
    by_number: Mapping[int, tuple[Provision, ...]]
    regimes: Mapping[str, frozenset[str]]
    aimed: Mapping[str, frozenset[str]]
    by_activity: Mapping[str, tuple[Provision, ...]]

    def limbs(self, number: int) -> tuple[Provision, ...]:
        """All limbs of a resolution, of any kind, best rank first."""
        return self.by_number.get(number, ())

    def regimes_of(self, actors: Iterable[str]) -> tuple[str, ...]:
        """The regimes with a rule aimed at one of ``actors``, in the order of the actors."""
        return tuple(dict.fromkeys(r for actor in actors for r in sorted(self.regimes.get(actor, frozenset()))))

    def rules(
        self,
        codes: tuple[str, ...],
        regimes: tuple[str, ...],
        day: date | None,
        actors: tuple[str, ...] = (),
        words: tuple[str, ...] = (),
    ) -> tuple[Provision, ...]:
        """The rules of any of ``codes`` in ``regimes`` (all regimes when empty), the likeliest meant first.

        First by the order of the codes, then: in force on ``day``, an obligation before an appeal, aimed at one of
        ``actors``, naming one of the folded ``words`` for goods, rank.
        """
        found = [
            limb
            for code in dict.fromkeys(codes)
            for limb in self.by_activity.get(code, ())
            if not regimes or limb.regime in regimes
        ]
        return tuple(sorted(found, key=lambda limb: self._order(limb, codes, day, actors, words)))

    def _order(
        self,
        limb: Provision,
        codes: tuple[str, ...],
        day: date | None,
        actors: tuple[str, ...],
        words: tuple[str, ...],
    ) -> tuple[int, bool, bool, bool, bool, bool, int, str]:
        aimed = not actors or bool(set(actors) & set(limb.targets))
        return (
            codes.index(limb.activity),
            day is not None and not self.binds(limb, day),
            limb.is_hortatory,
            limb.activity in _ARMS and (limb.direction is Direction.WITHIN or not _of_all_arms(limb)),
            not aimed,
            not speaks_of(limb, words),
            limb.rank,
            limb.id,
        )

    def oriented(
        self, codes: tuple[str, ...], givers: tuple[str, ...], takers: tuple[str, ...]
    ) -> tuple[tuple[str, ...], bool]:
        """Arms codes by the end that rules are aimed at, and whether just one end is: a sanctioned taker stands first."""
        if not set(codes) & set(_ARMS):
            return codes, False
        sent = bool(set(givers) & self.aimed.get("arms_export", frozenset()))
        reached = bool(set(takers) & self.aimed.get("arms_import", frozenset()))
        others = tuple(code for code in codes if code not in _ARMS)
        if sent != reached:
            return ("arms_export" if sent else "arms_import", *others), True
        if sent or givers:
            return ("arms_import", "arms_export", *others), False
        return codes, False

    def binds(self, limb: Provision, day: date) -> bool:
        """True when the answer for ``day`` is yes, disputed or unconfirmed."""
        return self.reference.force(limb, Period(day, day)).force in _IN_FORCE

    def likely_number(self, number: int, codes: tuple[str, ...], regimes: tuple[str, ...]) -> int | None:
        """The number that a slip of the pen turned into ``number``: it exists, has the rule and is of the regime."""
        for candidate in neighbours(number):
            limbs = self.limbs(candidate)
            if any(
                limb.is_rule and limb.activity in codes and (not regimes or limb.regime in regimes) for limb in limbs
            ):
                return candidate
        return None

    def members(self, first: int, last: int, regimes: tuple[str, ...] = ()) -> tuple[int, ...]:
        """The resolutions between two numbers, ends included, of the regimes of the ends (of ``regimes`` when one fits)."""
        held = self.reference.resolutions
        own = {held[end].regime for end in (first, last) if end in held}
        own = own & set(regimes) or own
        low, high = sorted((first, last))
        return tuple(n for n in sorted(held) if low <= n <= high and (held[n].regime in own or n in (first, last)))


@lru_cache(maxsize=4)
def rulebook_of(reference: Reference) -> Rulebook:
    """The rulebook of a reference, built once."""
    numbers: dict[int, list[Provision]] = {}
    regimes: dict[str, set[str]] = {}
    for regime in reference.regimes.values():
        for target in regime.targets:
            regimes.setdefault(target, set()).add(regime.id)
    aimed: dict[str, set[str]] = {}
    for limb in reference.provisions:
        if limb.is_rule:
            aimed.setdefault(limb.activity, set()).update(limb.targets)
        numbers.setdefault(limb.resolution, []).append(limb)
        if limb.is_rule or limb.kind is Kind.LISTING_GROUND:
            for target in limb.targets:
                regimes.setdefault(target, set()).add(limb.regime)
    by_number = {n: tuple(sorted(limbs, key=lambda one: one.rank)) for n, limbs in sorted(numbers.items())}
    by_activity: dict[str, list[Provision]] = {}
    for limb in (one for limbs in by_number.values() for one in limbs if one.is_rule):
        by_activity.setdefault(limb.activity, []).append(limb)
    return Rulebook(
        reference,
        MappingProxyType(by_number),
        MappingProxyType({actor: frozenset(found) for actor, found in regimes.items()}),
        MappingProxyType({code: frozenset(found) for code, found in aimed.items()}),
        MappingProxyType({code: tuple(limbs) for code, limbs in by_activity.items()}),
    )


def speaks_of(limb: Provision, words: tuple[str, ...]) -> bool:
    """True when the limb's items or summaries hold one of the folded ``words`` for goods, or none were said."""
    return not words or any(word in _folded_law(limb.items, limb.summary, limb.summary_fr) for word in words)


@lru_cache(maxsize=4096)
def _folded_law(*texts: str) -> str:
    return fold(" ".join(texts)).text


def _of_all_arms(limb: Provision) -> bool:
    """True unless the limb covers some arms only (heavy weapons, as in 1718:8): "arms" unqualified means all."""
    wanted = [element.values for element in limb.elements if element.test == "item_in"]
    return not wanted or any("arms" in values for values in wanted)


def siblings(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of the same thing running the other way."""
    return tuple(code for code in _ARMS if code not in codes) if set(codes) & set(_ARMS) else ()


def neighbours(number: int) -> Iterator[int]:
    """What a slip of the pen may have turned into ``number``: two digits swapped, one dropped, added or mistyped."""
    digits = str(number)
    size = len(digits)
    seen = {number}

    def made() -> Iterator[str]:
        for one in range(size):
            for other in range(one + 1, size):
                swapped = list(digits)
                swapped[one], swapped[other] = swapped[other], swapped[one]
                yield "".join(swapped)
        for at in range(size):
            yield digits[:at] + digits[at + 1 :]
        for at in range(size + 1):
            for digit in "0123456789":
                yield digits[:at] + digit + digits[at:]
        for at in range(size):
            for digit in "0123456789":
                yield digits[:at] + digit + digits[at + 1 :]

    for written in made():
        if written and written[0] != "0" and 3 <= len(written) <= 4 and int(written) not in seen:
            seen.add(int(written))
            yield int(written)


def settled(cited: Cited, limbs: tuple[Provision, ...]) -> Cited:
    """The paragraph as these limbs number it: "6(b)", or that of "the annex", as "Annex B 6(b)" where only this is held."""
    said = cited.paragraph.removeprefix("Annex ")
    if not cited.paragraph or any(holds_paragraph(limb, cited.paragraph) for limb in limbs):
        return cited
    annexes = {limb.paragraph[:8] for limb in limbs if limb.paragraph.startswith("Annex ")}
    named = [f"{annex}{said}" for annex in sorted(annexes)]
    held = [name for name in named if any(holds_paragraph(limb, name) for limb in limbs)]
    return replace(cited, paragraph=held[0]) if len(held) == 1 else cited


def holds_paragraph(limb: Provision, cited: str) -> bool:
    """True when ``cited`` is the limb's paragraph, one above or below it, or inside its range ("14" in "13-15")."""
    own = limb.paragraph
    if own == cited or own.startswith((f"{cited}(", f"{cited} ")) or cited.startswith(f"{own}("):
        return True
    number = cited.split("(")[0]
    for part in own.replace(" ", "").split(","):
        first, _, last = part.partition("-")
        if first.isdigit() and last.isdigit() and number.isdigit() and int(first) <= int(number) <= int(last):
            return True
    return False
