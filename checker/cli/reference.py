"""``checker reference``: looking into the tables of law, and checking that they hold together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from checker.bundle import folder
from checker.cli import HIT
from checker.cli.law_lines import links, listed_under, quantity, span
from checker.cli.options import DAY, FOLDER, reference_with, write_safely
from checker.cli.tabular import FORMATS, write_rows
from checker.errors import UsageError
from checker.force import answer
from checker.known_days import known_days
from checker.model import Period, Provision, ProvisionPeriod, Regime, Tier
from checker.reference import Reference
from checker.text import fold

_LISTS = ("regimes", "resolutions", "provisions", "activities", "items", "actors", "places", "listings", "tables")
_OVERLAY = click.option(
    "--reference", "overlay", type=FOLDER, metavar="DIR", help="Tables laid over the built-in ones."
)
_FORMAT = click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="Output."
)


@click.group("reference")
def command() -> None:
    """Look into the tables of law: list, show, search, validate, coverage, in-force."""
    write_safely()


@command.command("list")
@click.argument("what", type=click.Choice(_LISTS), default="regimes")
@_FORMAT
@_OVERLAY
def list_rows(what: str, form: str, overlay: Path | None) -> None:
    """List a table, by default the regimes; ``tables`` says up to which day each table is known."""
    reference = reference_with(overlay)
    rows: dict[str, Callable[[], list[dict[str, object]]]] = {
        "regimes": lambda: [
            {"id": r.id, "status": r.status, "name": r.name, "targets": list(r.targets), "provisions": held}
            for r, held in _regimes(reference)
        ],
        "resolutions": lambda: [
            {"number": r.number, "year": r.year, "adopted": _day(r.adopted), "regime": r.regime, "about": r.about}
            for r in reference.resolutions.values()
        ],
        "provisions": lambda: [
            {"id": p.id, "regime": p.regime, "kind": p.kind.value, "binding": p.binding.value, "tier": p.tier.value,
             "summary": p.summary}
            for p in _first_limbs(reference.provisions)
        ],
        "activities": lambda: [{"code": a.code, "name": a.name} for a in reference.activities.values()],
        "items": lambda: [{"id": i.id, "parent": i.parent, "name": i.name} for i in reference.items.values()],
        "actors": lambda: [{"id": a.id, "kind": a.kind, "name": a.name} for a in reference.actors.values()],
        "places": lambda: [
            {"id": p.id, "name": p.name, "state": p.state, "controller": p.controller}
            for p in reference.places.values()
        ],
        "listings": lambda: [
            {"actor": one.actor, "regime": one.regime, "scope": one.scope, "from": _day(one.first_day),
             "to": _day(one.last_day), "seen": [day.isoformat() for day in one.seen], "under": one.under,
             "tier": one.tier.value}
            for one in reference.listings
        ],
        "tables": lambda: [
            {"table": name, "known to": _day(day)} for name, day in known_days(folder("reference")).items()
        ],
    }  # fmt: skip
    write_rows(rows[what](), form)


@command.command("show")
@click.argument("name")
@click.option("--on", type=DAY, help="Say also whether it binds on this day.")
@_OVERLAY
def show(name: str, on: date | None, overlay: Path | None) -> None:
    """Show a provision (1718:8(b)), all of a resolution (1718), or a regime (dprk), with days and elements."""
    reference = reference_with(overlay)
    limbs = reference.by_id(name)
    if limbs:
        for text in _provision(limbs, reference, on):
            click.echo(text)
        return
    number = int(name) if name.isdecimal() and len(name) < 6 else -1
    found = [one for one in reference.provisions if one.resolution == number or one.regime == name]
    if not found and name not in reference.regimes and number not in reference.resolutions:
        raise UsageError(
            f"nothing is called '{name}': try a paragraph as 1718:8(b), a number as 1718, or a regime", "name"
        )
    if name in reference.regimes:
        regime = reference.regimes[name]
        click.echo(f"{regime.id}: {regime.name} ({regime.status}); targets {', '.join(regime.targets) or 'none'}")
        if regime.note:
            click.echo(f"  {regime.note}")
    elif number in reference.resolutions:
        resolution = reference.resolutions[number]
        click.echo(
            f"S/RES/{number} ({resolution.year}), adopted {_day(resolution.adopted) or 'on a day not held'}: {resolution.about}"
        )
        for line in links(reference, name):
            click.echo(line)
    write_rows([_short(one, reference, on) for one in _first_limbs(found)], "table")


@command.command("search")
@click.argument("words", nargs=-1, required=True)
@_FORMAT
@_OVERLAY
def search(words: tuple[str, ...], form: str, overlay: Path | None) -> None:
    """Find provisions whose id, summary (English or French), activity or regime holds every word."""
    reference = reference_with(overlay)
    wanted = [fold(word).text for word in " ".join(words).split()]
    found = []
    for one in _first_limbs(reference.provisions):
        activities = " ".join(limb.activity for limb in reference.by_id(one.id))
        regime = reference.regimes[one.regime]
        text = f"{one.id} {one.symbol} {activities} {one.summary} {one.summary_fr} {regime.id} {regime.name}"
        if all(word in fold(text).text for word in wanted):
            found.append(_short(one, reference, None))
    write_rows(found, form)
    if not found:
        click.echo("checker: no provision holds all of these words; try fewer", err=True)


@command.command("validate")
@click.argument("tables", type=FOLDER, required=False)
@click.pass_context
def validate_tables(ctx: click.Context, tables: Path | None) -> None:
    """Check every cell of the tables (default: the built-in ones); exit 1 when something does not hold together."""
    from checker.validation import validate

    if tables is not None and not tables.is_dir():
        raise UsageError(f"'{tables}' is not a folder of tables", "reference")
    problems = validate(tables or folder("reference"))
    for problem in problems:
        click.echo(str(problem))
    click.echo(f"{len(problems)} problems" if problems else "the tables hold together")
    ctx.exit(HIT if problems else 0)


@command.command("coverage")
@_FORMAT
@_OVERLAY
def coverage(form: str, overlay: Path | None) -> None:
    """Say how much of each regime the tables hold, and how far it was verified."""
    reference = reference_with(overlay)
    rows: list[dict[str, object]] = []
    for regime, held in _regimes(reference):
        limbs = [one for one in reference.provisions if one.regime == regime.id]
        tiers = Counter(one.tier for one in _first_limbs(limbs))
        days = [period.first_day for one in limbs for period in one.periods]
        rows.append(
            {
                "regime": regime.id, "status": regime.status, "provisions": held,
                "rules": len({one.id for one in limbs if one.is_rule}),
                **{tier.value: tiers[tier] for tier in Tier},
                "unnumbered": len({one.id for one in limbs if ":n/c" in one.id}),
                "from": _day(min(days, default=None)), "activities": len({one.activity for one in limbs}),
            }
        )  # fmt: skip
    write_rows(rows, form)


@command.command("in-force")
@click.option("--on", type=DAY, help="The day.  [default: today]")
@click.option("--regime", help="Only this regime.")
@click.option("--all", "every", is_flag=True, help="Also exemptions, renewals, terminations and grounds for listing.")
@_FORMAT
@_OVERLAY
def in_force(on: date | None, regime: str | None, every: bool, form: str, overlay: Path | None) -> None:
    """List the rules that bind on a day: answers yes, disputed or unconfirmed."""
    reference = reference_with(overlay)
    if regime is not None and regime not in reference.regimes:
        raise UsageError(f"there is no regime '{regime}': there are {', '.join(reference.regimes)}", "name")
    rows = _in_force(reference, on or date.today(), every)
    kept = [row for row in rows if regime in (None, row["regime"])]
    if form == "table":
        columns = ("id", "in_force", "binding", "tier", "activities", "summary")
        kept = [{name: row[name] for name in columns} for row in kept]
    write_rows(kept, form)


def _in_force(reference: Reference, day: date, every: bool) -> list[dict[str, object]]:
    """One row a paragraph, in the order of the tables: limbs that do not bind that day are left out of it."""
    found: dict[str, list[tuple[Provision, str]]] = {}
    for one in reference.in_force(day):
        if not (every or one.provision.is_rule):
            continue
        found.setdefault(one.provision.id, []).append((one.provision, one.force.force.value))
    order = ("yes", "disputed", "unconfirmed")
    rows: list[dict[str, object]] = []
    for name, limbs in found.items():
        first = limbs[0][0]
        periods = dict.fromkeys(period for limb, _ in limbs for period in limb.periods)
        rows.append(
            {
                "id": name, "regime": first.regime, "symbol": first.symbol, "paragraph": first.paragraph,
                "activities": list(dict.fromkeys(limb.activity for limb, _ in limbs)),
                "binding": first.binding.value,
                "bound": list(dict.fromkeys(role for limb, _ in limbs for role in limb.bound)),
                "in_force": min((force for _, force in limbs), key=order.index),
                "periods": [_period(one) for one in periods],
                "summary": first.summary, "source_url": first.source_url, "tier": first.tier.value,
                "kind": first.kind.value,
            }
        )  # fmt: skip
    return rows


def _provision(limbs: Sequence[Provision], reference: Reference, on: date | None) -> Iterator[str]:
    first = limbs[0]
    yield f"{first.id}  {first.symbol}, paragraph {first.paragraph}, adopted {first.adopted}, regime {first.regime}"
    yield f"  {first.summary}"
    yield f"  {first.summary_fr}"
    yield f"  source {first.source_url or 'none'}; tier {first.tier.value}"
    for limb in limbs:
        yield f"  {limb.kind.value}, {limb.binding.value}: {limb.activity} {limb.direction.value}, bound {', '.join(limb.bound)}"
        if limb.summary != first.summary:
            yield f"    {limb.summary}"
        for period in limb.periods:
            yield f"    {span(period)}"
        for cap in limb.caps:
            yield f"    allows {quantity(cap)}"
        if on is not None:
            found = reference.force(limb, Period(on, on))
            yield f"    on {on}: {found.force.value}{': ' + found.why if found.why else ''}"
        for element in limb.elements:
            yield f"    needs {element.name}: {element.test} {', '.join(element.values[:8])}"
        for exemption in limb.exemptions:
            yield f"    unless {exemption.condition}"
    yield from links(reference, first.id)
    yield from listed_under(reference, first.id)


def _short(one: Provision, reference: Reference, on: date | None) -> dict[str, object]:
    last = one.periods[-1].last_day
    row: dict[str, object] = {"id": one.id, "from": _day(one.periods[0].first_day), "to": _day(last)}
    if on is not None:
        row["on that day"] = answer(one.periods, Period(on, on)).force.value
    return {**row, "kind": one.kind.value, "tier": one.tier.value, "summary": one.summary}


def _first_limbs(provisions: Sequence[Provision]) -> list[Provision]:
    return list({one.id: one for one in reversed(provisions)}.values())[::-1]


def _regimes(reference: Reference) -> list[tuple[Regime, int]]:
    held = Counter(one.regime for one in _first_limbs(reference.provisions))
    return [(regime, held[regime.id]) for regime in reference.regimes.values()]


def _period(period: ProvisionPeriod) -> dict[str, object]:
    return {"first_day": _day(period.first_day), "last_day": _day(period.last_day), "note": period.note}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
