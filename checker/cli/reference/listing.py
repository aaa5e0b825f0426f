"""``checker reference list`` and ``search``: rows of the tables, all of one kind or those that hold some words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from checker.bundle import folder
from checker.cli.options import reference_with
from checker.cli.reference.asked import FORMAT, OVERLAY, first_limbs, iso, regimes_held
from checker.cli.reference.showing import short
from checker.cli.tabular import write_rows
from checker.known_days import known_days
from checker.text import fold

_LISTS = ("regimes", "resolutions", "provisions", "activities", "items", "actors", "places", "listings", "tables")


@click.command("list")
@click.argument("what", type=click.Choice(_LISTS), default="regimes")
@FORMAT
@OVERLAY
def list_rows(what: str, form: str, overlay: Path | None) -> None:
    """List a table, by default the regimes; ``tables`` says up to which day each table is known."""
    reference = reference_with(overlay)
    rows: dict[str, Callable[[], list[dict[str, object]]]] = {
        "regimes": lambda: [
            {"id": r.id, "status": r.status, "name": r.name, "targets": list(r.targets), "provisions": held}
            for r, held in regimes_held(reference)
        ],
        "resolutions": lambda: [
            {"number": r.number, "year": r.year, "adopted": iso(r.adopted), "regime": r.regime, "about": r.about}
            for r in reference.resolutions.values()
        ],
        "provisions": lambda: [
            {"id": p.id, "regime": p.regime, "kind": p.kind.value, "binding": p.binding.value, "tier": p.tier.value,
             "summary": p.summary}
            for p in first_limbs(reference.provisions)
        ],
        "activities": lambda: [{"code": a.code, "name": a.name} for a in reference.activities.values()],
        "items": lambda: [{"id": i.id, "parent": i.parent, "name": i.name} for i in reference.items.values()],
        "actors": lambda: [{"id": a.id, "kind": a.kind, "name": a.name} for a in reference.actors.values()],
        "places": lambda: [
            {"id": p.id, "name": p.name, "state": p.state, "controller": p.controller}
            for p in reference.places.values()
        ],
        "listings": lambda: [
            {"actor": one.actor, "regime": one.regime, "scope": one.scope, "from": iso(one.first_day),
             "to": iso(one.last_day), "seen": [day.isoformat() for day in one.seen], "under": one.under,
             "tier": one.tier.value}
            for one in reference.listings
        ],
        "tables": lambda: [
            {"table": name, "known to": iso(day)} for name, day in known_days(folder("reference")).items()
        ],
    }  # fmt: skip
    write_rows(rows[what](), form)


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@FORMAT
@OVERLAY
def search(words: tuple[str, ...], form: str, overlay: Path | None) -> None:
    """Find provisions whose id, summary (English or French), activity or regime holds every word."""
    reference = reference_with(overlay)
    wanted = [fold(word).text for word in " ".join(words).split()]
    found = []
    for one in first_limbs(reference.provisions):
        activities = " ".join(limb.activity for limb in reference.by_id(one.id))
        regime = reference.regimes[one.regime]
        text = f"{one.id} {one.symbol} {activities} {one.summary} {one.summary_fr} {regime.id} {regime.name}"
        if all(word in fold(text).text for word in wanted):
            found.append(short(one, None))
    write_rows(found, form)
    if not found:
        click.echo("checker: no provision holds all of these words; try fewer", err=True)
