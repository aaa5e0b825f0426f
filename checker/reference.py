"""The law as tables: loaded once, and read only with a day or a period in hand."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from checker import bundle, law, vocabulary
from checker.amendments import Amendments, amendments_of
from checker.force import answer
from checker.listings import ListingAnswer, listed_over
from checker.model import (
    Activity,
    Actor,
    Amendment,
    Applicable,
    Classification,
    Exemption,
    Force,
    ForceAnswer,
    ItemKind,
    Kind,
    Listing,
    NotProvision,
    Period,
    Place,
    Provision,
    Reading,
    Regime,
    Resolution,
)
from checker.overlay import Overlay, described, digest_of, read_overlay
from checker.tables import TABLES, Row, read_table

_IN_FORCE = (Force.YES, Force.DISPUTED, Force.UNCONFIRMED)
# The Council never adopted a hundred resolutions in a year: a number further off than this is not one of its own.
_NUMBERS_AHEAD = 99
_FIRST_YEAR = 1946


@dataclass(frozen=True, eq=False)
class Reference:
    """The tables of law of one folder; ``known_to`` is the day up to which they claim to know the law.

    ``years`` holds (first number, last number, year), in order; ``disputes`` the readings of what States dispute,
    ``disputed_regimes`` and ``contested_ids`` say which dispute a regime or a paragraph belongs to; ``classifications``
    the codes of goods by item; ``overlay`` what was laid over the folder.
    """

    name: str
    version: str
    known_to: date
    sha256: str
    provisions: tuple[Provision, ...]
    regimes: Mapping[str, Regime]
    resolutions: Mapping[int, Resolution]
    actors: Mapping[str, Actor]
    items: Mapping[str, ItemKind]
    activities: Mapping[str, Activity]
    places: Mapping[str, Place]
    listings: tuple[Listing, ...]
    not_provisions: tuple[NotProvision, ...]
    years: tuple[tuple[int, int, int], ...]
    disputes: Mapping[str, tuple[Reading, ...]]
    disputed_regimes: Mapping[str, str]
    contested_ids: Mapping[str, str]
    amendment_rows: tuple[Row, ...]
    classifications: Mapping[str, tuple[Classification, ...]]
    overlay: Overlay | None = None
    _ids: Mapping[str, tuple[Provision, ...]] = field(init=False, repr=False)
    _rules: Mapping[str, tuple[Provision, ...]] = field(init=False, repr=False)
    _grounds: Mapping[str, tuple[Provision, ...]] = field(init=False, repr=False)
    _descent: Mapping[str, frozenset[str]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        rules = (provision for provision in self.provisions if provision.is_rule)
        object.__setattr__(self, "_ids", _grouped(self.provisions, lambda provision: provision.id))
        object.__setattr__(self, "_rules", _grouped(rules, lambda provision: provision.activity))
        grounds = (provision for provision in self.provisions if provision.kind is Kind.LISTING_GROUND)
        object.__setattr__(self, "_grounds", _grouped(grounds, lambda provision: provision.activity))
        object.__setattr__(self, "_descent", _lines_of_descent(self.items))

    def by_id(self, provision_id: str) -> tuple[Provision, ...]:
        """The limbs of a paragraph, best rank first; empty when the tables do not hold it."""
        return self._ids.get(provision_id, ())

    def force(self, provision: Provision, period: Period) -> ForceAnswer:
        """Whether a limb binds over ``period``, and why."""
        readings = self.disputes.get(self.disputed_regimes.get(provision.regime, ""), ())
        return answer(provision.periods, period, readings)

    def during(self, period: Period) -> tuple[Applicable, ...]:
        """Every limb with its force over ``period``, whatever the answer, in the order of the tables."""
        return tuple(Applicable(provision, self.force(provision, period)) for provision in self.provisions)

    def in_force(self, day: date) -> tuple[Applicable, ...]:
        """The limbs that answer yes, disputed or unconfirmed on ``day``, in the order of the tables."""
        return tuple(found for found in self.during(Period(day, day)) if found.force.force in _IN_FORCE)

    def rules(self, activity: str, period: Period) -> tuple[Applicable, ...]:
        """The prohibitions, obligations, demands and caps of an activity, best rank first, whatever their force."""
        return tuple(Applicable(rule, self.force(rule, period)) for rule in self._rules.get(activity, ()))

    def aimed_at(self, activity: str, actors: AbstractSet[str]) -> tuple[Provision, ...]:
        """The rules of an activity, then its listing grounds, that are aimed at one of ``actors``, best rank first.

        Those aimed at nobody by name, and those that hold on a ground whoever acts there, are always among them. A listing
        ground is conduct that exposes somebody to being listed, and no ban. The work is that of what is found.
        """
        found = dict(one for actor in ("", *actors) for one in self._aimed.get((activity, actor), ()))
        return tuple(found[order] for order in sorted(found))

    def is_a(self, item: str, ancestor: str) -> bool:
        """True when ``item`` is ``ancestor`` or lies below it in the item table; False for unknown ids."""
        return ancestor in self._descent.get(item, ())

    def actor(self, actor_id: str) -> Actor | None:
        """The row of an actor, None when the id is not in the table."""
        return self.actors.get(actor_id)

    def exemptions(self, provision: Provision, period: Period | None = None) -> tuple[Exemption, ...]:
        """The exemptions of a limb; with a period, those open on at least one of its days."""
        if period is None:
            return provision.exemptions
        return tuple(
            exemption
            for exemption in provision.exemptions
            if (exemption.first_day is None or exemption.first_day <= period.last_day)
            and (exemption.last_day is None or exemption.last_day >= period.first_day)
        )

    def contested(self, provision_id: str) -> tuple[Reading, ...]:
        """The readings of a paragraph whose application States contested, whatever its force."""
        return self.disputes.get(self.contested_ids.get(provision_id, ""), ())

    @cached_property
    def _aimed(self) -> Mapping[tuple[str, str], tuple[tuple[int, Provision], ...]]:
        return _aimed_at((*self._rules.values(), *self._grounds.values()))

    @cached_property
    def amendments(self) -> Amendments:
        """The links between paragraphs, made ready when first asked for: a run over articles never needs them."""
        return amendments_of(map(law.amendment, self.amendment_rows))

    def amends(self, name: str) -> tuple[Amendment, ...]:
        """What a paragraph (``1874:9``), or any paragraph of a resolution (``2270``), does to others."""
        return self.amendments.made_by(name)

    def amended_by(self, name: str) -> tuple[Amendment, ...]:
        """What was done to a paragraph, or to any paragraph of a resolution, by others."""
        return self.amendments.made_to(name)

    def listed(self, actor_id: str, regime: str, period: Period) -> ListingAnswer:
        """Whether a party was on the list of a regime on every day of ``period``, as far as its days are held."""
        rows = (row for row in self.listings if row.actor == actor_id and row.regime == regime)
        return listed_over(rows, period)

    def year_of(self, number: int) -> tuple[int, int] | None:
        """The first and the last year in which a resolution of this number can have been adopted.

        Numbers run on through the years, so the years of the nearest known numbers bound it. None when the number
        lies outside the Council's series as far as the tables can tell.
        """
        if number < 1 or number > self.years[-1][1] + _NUMBERS_AHEAD:
            return None
        lower, upper = _FIRST_YEAR, self.known_to.year
        for first, last, year in self.years:
            if first <= number <= last:
                return year, year
            if number < first:
                upper = year
                break
            lower = year
        return lower, upper


def load_reference(folder: Path | None = None, overlay: Path | None = None) -> Reference:
    """The tables of ``folder`` (default: those of this installation), with those of ``overlay`` laid over them.

    Raises TableError, naming file, row and column, when a cell cannot be read; what else may be wrong with tables
    is for ``checker.validation``.
    """
    folder = folder or bundle.folder("reference")
    name, version, known_to = described(folder)
    laid = read_overlay(overlay, folder) if overlay is not None else None
    files = tuple(table.file for table in TABLES.values())
    rows = {name: read_table(name, folder, overlay) for name in TABLES}
    actors = {one.id: one for one in map(vocabulary.actor, rows["actors"])}
    regimes = {one.id: one for one in map(law.regime, rows["regimes"])}
    disputes = rows["disputes"]
    ranges = rows["resolution_years"]
    years = sorted((r.number("first_number"), r.number("last_number"), r.number("year")) for r in ranges)
    return Reference(
        name=name,
        version=version if laid is None else f"{version}+{laid.version or laid.name}",
        known_to=known_to if laid is None else laid.known_to or known_to,
        sha256=_digest(digest_of(folder, files), laid),
        provisions=law.provisions(rows, regimes, vocabulary.organs(actors.values())),
        regimes=MappingProxyType(regimes),
        resolutions=MappingProxyType({one.number: one for one in map(law.resolution, rows["resolutions"])}),
        actors=MappingProxyType(actors),
        items=MappingProxyType({one.id: one for one in map(vocabulary.item, rows["items"])}),
        activities=MappingProxyType({one.code: one for one in map(vocabulary.activity, rows["activities"])}),
        places=MappingProxyType({one.id: one for one in map(vocabulary.place, rows["places"])}),
        listings=tuple(map(law.listing, rows["listings"])),
        not_provisions=tuple(map(law.not_provision, rows["not_provisions"])),
        years=tuple(years),
        disputes=MappingProxyType(law.readings(disputes)),
        disputed_regimes=MappingProxyType({r.text("regime"): r.text("id") for r in disputes if r.text("regime")}),
        contested_ids=MappingProxyType({r.text("provision"): r.text("id") for r in disputes if r.text("provision")}),
        amendment_rows=tuple(rows["amendments"]),
        classifications=MappingProxyType(vocabulary.by_item(map(vocabulary.classification, rows["classifications"]))),
        overlay=laid,
    )


def _aimed_at(groups: Iterable[tuple[Provision, ...]]) -> dict[tuple[str, str], tuple[tuple[int, Provision], ...]]:
    """By activity and target the provisions with their places in ``groups``; those for whomever under no target."""
    found: dict[tuple[str, str], list[tuple[int, Provision]]] = {}
    for order, one in enumerate(provision for group in groups for provision in group):
        placed = any(element.test == "place_in" for element in one.elements)
        for target in {*one.targets, *(("",) if placed or not one.targets else ())}:
            found.setdefault((one.activity, target), []).append((order, one))
    return {key: tuple(ones) for key, ones in found.items()}


def _grouped(provisions: Iterable[Provision], key: Callable[[Provision], str]) -> dict[str, tuple[Provision, ...]]:
    found: dict[str, list[Provision]] = {}
    for provision in provisions:
        found.setdefault(key(provision), []).append(provision)
    return {name: tuple(sorted(limbs, key=lambda limb: limb.rank)) for name, limbs in found.items()}


def _lines_of_descent(items: Mapping[str, ItemKind]) -> dict[str, frozenset[str]]:
    """Every item with itself and all that lies above it."""
    lines: dict[str, frozenset[str]] = {}
    for start in items:
        line: set[str] = set()
        above = start
        while above in items and above not in line:
            line.add(above)
            above = items[above].parent
        lines[start] = frozenset(line)
    return lines


def _digest(own: str, laid: Overlay | None) -> str:
    """The digest of the tables as read: same tables, same digest, on any machine."""
    return own if laid is None else hashlib.sha256(f"{own} {laid.sha256}".encode()).hexdigest()
