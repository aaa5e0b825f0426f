"""``checker reference in-force``: the rules that bind, or may bind, on a day, for people and for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import click

from checker.cli.options import DAY, reference_with
from checker.cli.reference.asked import FORMAT, OVERLAY, iso, known_regime
from checker.cli.tabular import write_rows
from checker.model import Applicable, Force, ProvisionPeriod, Reading
from checker.reference import Reference
from checker.views import naming

_ORDER = (Force.YES, Force.DISPUTED, Force.UNCONFIRMED)


@click.command("in-force")
@click.option("--on", type=DAY, help="The day.  [default: today]")
@click.option("--regime", help="Only this regime.")
@click.option("--all", "every", is_flag=True, help="Also exemptions, renewals, terminations and grounds for listing.")
@FORMAT
@OVERLAY
def in_force(on: date | None, regime: str | None, every: bool, form: str, overlay: Path | None) -> None:
    """List the rules that bind on a day: answers yes, disputed or unconfirmed."""
    reference = reference_with(overlay)
    known_regime(regime, reference)
    rows = [row for row in _rows(reference, on or date.today(), every) if regime in (None, row["regime"])]
    if form == "csv":
        rows = [{**row, "readings": [_reading(one) for one in _listed(row)]} for row in rows]
    if form != "table":
        write_rows(rows, form)
        return
    columns = ("id", "in_force", "binding", "tier", "activities", "summary")
    write_rows([{name: row[name] for name in columns} for row in rows], form)
    for text in _below(rows):
        click.echo(text)


def _rows(reference: Reference, day: date, every: bool) -> list[dict[str, object]]:
    """One row a paragraph, in the order of the tables: limbs that do not bind that day are left out of it."""
    found: dict[str, list[Applicable]] = {}
    for one in reference.in_force(day):
        if every or one.provision.is_rule:
            found.setdefault(one.provision.id, []).append(one)
    return [_row(name, held) for name, held in found.items()]


def _row(name: str, held: Sequence[Applicable]) -> dict[str, object]:
    limbs = [one.provision for one in held]
    first = limbs[0]
    force = min((one.force for one in held), key=lambda one: _ORDER.index(one.force))
    periods = dict.fromkeys(period for limb in limbs for period in limb.periods)
    return {
        "id": name, "regime": first.regime, "symbol": first.symbol, "paragraph": first.paragraph,
        "activities": list(dict.fromkeys(limb.activity for limb in limbs)),
        "binding": first.binding.value,
        "bound": list(dict.fromkeys(role for limb in limbs for role in limb.bound)),
        "in_force": force.force.value,
        "periods": [_period(one) for one in periods],
        "summary": first.summary, "source_url": first.source_url, "tier": first.tier.value,
        "kind": first.kind.value, "why": force.why,
        "last_day_seen": iso(force.day) if force.force is Force.UNCONFIRMED else None,
        "readings": [_told(one) for one in force.readings],
        "official_url": naming.official(first.resolution, first.year),
    }  # fmt: skip


def _below(rows: Sequence[Mapping[str, object]]) -> list[str]:
    """Under the table: how many, both readings of what is disputed, and since when a renewal has not been seen."""
    counts = {force.value: sum(row["in_force"] == force.value for row in rows) for force in _ORDER}
    lines = ["", ", ".join(f"{n} {word}" for word, n in counts.items())]
    told: dict[str, None] = {}
    for row in rows:
        for one in _listed(row):
            told[f"disputed ({row['regime']}): {_reading(one)}"] = None
    for row in rows:
        if row["in_force"] == Force.UNCONFIRMED.value:
            told[f"unconfirmed: {row['id']}: {row['why']}"] = None
    return [*lines, *told]


def _listed(row: Mapping[str, object]) -> list[dict[str, object]]:
    found = row["readings"]
    return found if isinstance(found, list) else []


def _told(one: Reading) -> dict[str, object]:
    return {"holds": one.holds, "held_by": list(one.held_by), "text": one.text, "text_fr": one.text_fr}


def _reading(one: Mapping[str, object]) -> str:
    held_by = one["held_by"] if isinstance(one["held_by"], list) else []
    return f"{'binds' if one['holds'] else 'does not bind'}, say {', '.join(held_by)}: {one['text']}"


def _period(period: ProvisionPeriod) -> dict[str, object]:
    return {"first_day": iso(period.first_day), "last_day": iso(period.last_day), "note": period.note}
