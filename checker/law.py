"""What the rows of the tables mean: rows in, frozen dataclasses of the model out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter

from checker.model import (
    Amendment,
    Binding,
    Cap,
    Direction,
    Element,
    Exemption,
    Kind,
    Listing,
    NotProvision,
    Provision,
    ProvisionPeriod,
    Reading,
    Regime,
    Resolution,
    Tier,
)
from checker.tables import Row, words_of

Limb = tuple[str, str, str, str]
Rows = Mapping[str, list[Row]]

_KINDS, _BINDINGS = words_of(Kind), words_of(Binding)
_DIRECTIONS, _TIERS = words_of(Direction), words_of(Tier)
_PARTY_TESTS = ("giver_in", "taker_in", "taker_not_in", "terms_for", "body_not_in")


def regime(row: Row) -> Regime:
    """A row of the regime table."""
    text = row.text
    return Regime(
        text("id"),
        text("name_en"),
        text("name_fr"),
        row.many("target_ids"),
        text("committee"),
        row.number_or_none("first_resolution"),
        text("status"),
        row.day_or_none("last_day"),
        text("note"),
    )


def resolution(row: Row) -> Resolution:
    """A row of the resolution table."""
    text = row.text
    number, year, adopted = row.number("number"), row.number("year"), row.day_or_none("adopted")
    return Resolution(number, year, adopted, text("regime"), text("about_en"), text("about_fr"))


def listing(row: Row) -> Listing:
    """A row of the table of named parties."""
    text = row.text
    return Listing(
        text("actor"),
        text("regime"),
        row.day_or_none("first_day"),
        row.day_or_none("last_day"),
        text("scope"),
        text("entry"),
        text("under"),
        row.days("seen"),
        text("source_url"),
        row.word("tier", _TIERS),
        text("note"),
    )


def amendment(row: Row) -> Amendment:
    """A row of the table of links between paragraphs."""
    text = row.text
    return Amendment(text("amending"), text("amended"), text("kind"), row.many("stated_by"))


def not_provision(row: Row) -> NotProvision:
    """A row of the table of texts that forbid nothing."""
    text = row.text
    return NotProvision(
        text("why"),
        text("body"),
        text("resolution"),
        row.number_or_none("year"),
        text("paragraph"),
        row.many("about"),
        text("topic"),
        text("summary_en"),
        text("summary_fr"),
        text("source_url"),
        text("note"),
    )


def readings(rows: Iterable[Row]) -> dict[str, tuple[Reading, ...]]:
    """The readings of every dispute, by its id, in the order of the table."""
    found: dict[str, tuple[Reading, ...]] = {}
    for row in rows:
        holds = row.text("holds") == "yes"
        reading = Reading(holds, row.many("held_by"), row.text("text_en"), row.text("text_fr"))
        found[row.text("id")] = (*found.get(row.text("id"), ()), reading)
    return found


def provisions(
    rows: Rows, regimes: Mapping[str, Regime], organs_of: Mapping[str, tuple[str, ...]]
) -> tuple[Provision, ...]:
    """The limbs, in the order of ``provision_activities``: a cell of the limb wins over that of its paragraph.

    Targets and parties of elements are closed: an organ or firm of a State named there is named too.
    Raises TableError when a limb has no paragraph, no period or a word that is not of the model.
    """
    paragraphs = {row.text("id"): row for row in rows["provisions"]}
    periods = _periods(rows["periods"])
    elements = _by_paragraph(rows["elements"], "id")
    exemptions = _by_paragraph(rows["exemptions"], "provision")
    caps = _by_paragraph(rows["caps"], "id")
    forward, back = _ends(rows["amendments"], "amending", "amended"), _ends(rows["amendments"], "amended", "amending")
    closed: dict[tuple[str, ...], tuple[str, ...]] = {}

    def close(parties: tuple[str, ...]) -> tuple[str, ...]:
        if parties not in closed:
            closed[parties] = parties + tuple(organ for party in parties for organ in organs_of.get(party, ()))
        return closed[parties]

    found = []
    for row in rows["provision_activities"]:
        text = row.text
        name, code, direction = text("id"), text("activity"), text("direction")
        base = paragraphs.get(name)
        if base is None:
            raise row.fault("id", f"no paragraph '{name}' in provisions.csv")
        limb = (name, code, direction, text("kind"))
        if limb not in periods:
            raise row.fault("id", f"no period for the limb {' '.join(limb)} in periods.csv")
        shared = base.text
        own_regime = regimes.get(shared("regime"))
        if own_regime is None:
            raise base.fault("regime", f"no regime '{shared('regime')}' in regimes.csv")
        found.append(
            Provision(
                id=name,
                regime=own_regime.id,
                resolution=base.number("resolution"),
                year=base.number("year"),
                adopted=base.day("adopted"),
                paragraph=shared("paragraph"),
                kind=(row if text("kind") else base).word("kind", _KINDS),
                binding=(row if text("binding") else base).word("binding", _BINDINGS),
                activity=code,
                direction=row.word("direction", _DIRECTIONS),
                bound=row.many("bound"),
                items=text("items"),
                summary=text("summary_en") or shared("summary_en"),
                summary_fr=(text if text("summary_en") else shared)("summary_fr")
                or text("summary_en")
                or shared("summary_en"),
                source_url=text("source_url") or shared("source_url"),
                tier=(row if text("tier") else base).word("tier", _TIERS),
                periods=periods[limb],
                targets=close(row.many("targets") or own_regime.targets),
                elements=tuple(_element(e, close) for e in elements.get(name, ()) if _meant(e, code, direction)),
                exemptions=tuple(_exemption(x) for x in exemptions.get(name, ()) if _meant(x, code, direction)),
                rank=row.number("rank"),
                partner=text("partner"),
                topic=text("topic"),
                deadline=text("deadline") or shared("deadline"),
                caps=tuple(_cap(c) for c in caps.get(name, ()) if _meant(c, code, direction)),
                note=text("note") or shared("note"),
                copy_kind=text("copy_kind") or shared("copy_kind"),
                amends=tuple(forward.get(name, ())),
                amended_by=tuple(back.get(name, ())),
            )
        )
    return tuple(found)


def _meant(row: Row, code: str, direction: str) -> bool:
    """True when a row for a whole paragraph, or for some of its limbs, speaks of this limb."""
    return row.text("activity") in ("", code) and row.text("direction") in ("", direction)


def _by_paragraph(rows: Iterable[Row], column: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.text(column), []).append(row)
    return found


def _ends(rows: Iterable[Row], start: str, end: str) -> dict[str, list[str]]:
    """For each end of a link those it is linked with, in the order of the table."""
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row.text(start), []).append(row.text(end))
    return found


def _periods(rows: Iterable[Row]) -> dict[Limb, tuple[ProvisionPeriod, ...]]:
    found: dict[Limb, list[ProvisionPeriod]] = {}
    for row in rows:
        text = row.text
        limb = (text("id"), text("activity"), text("direction"), text("kind"))
        first_day, last_day = row.day("first_day"), row.day_or_none("last_day")
        period = ProvisionPeriod(
            first_day,
            last_day,
            text("note"),
            text("began_by"),
            text("ended_by"),
            text("remark"),
            text("began"),
            text("ended"),
        )
        found.setdefault(limb, []).append(period)
    return {limb: tuple(sorted(held, key=attrgetter("first_day"))) for limb, held in found.items()}


def _element(row: Row, close: Callable[[tuple[str, ...]], tuple[str, ...]]) -> Element:
    text, values = row.text, row.many("values")
    if text("test") in _PARTY_TESTS:
        values = close(values)
    first_day, last_day = row.day_or_none("first_day"), row.day_or_none("last_day")
    return Element(text("name"), text("test"), values, text("question_en"), text("question_fr"), first_day, last_day)


def _exemption(row: Row) -> Exemption:
    text = row.text
    first_day, last_day = row.day_or_none("first_day"), row.day_or_none("last_day")
    conditions = text("condition_en"), text("condition_fr")
    return Exemption(text("id"), text("provision"), *conditions, text("procedure"), first_day, last_day)


def _cap(row: Row) -> Cap:
    text = row.text
    return Cap(
        text("unit"),
        row.day("first_day"),
        row.day_or_none("last_day"),
        row.amount_or_none("quantity"),
        text("window"),
        text("counted"),
        text("reports"),
        text("reported_by"),
        text("source_url"),
        row.word("tier", _TIERS),
        text("note"),
    )
