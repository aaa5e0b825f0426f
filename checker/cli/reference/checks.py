"""``checker reference coverage`` and ``validate``: how much the tables hold, how far it was verified, whether it is sound."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from checker.bundle import folder
from checker.cli import HIT
from checker.cli.options import FOLDER, reference_with, tables_of
from checker.cli.reference.asked import FORMAT, OVERLAY, first_limbs, iso, regimes_held
from checker.cli.tabular import write_rows
from checker.errors import TableError, UsageError
from checker.model import Tier
from checker.reference import Reference

_COUNTS = ("provisions", "rules", *(tier.value for tier in Tier), "unnumbered")
_NARROW = {"corroborated": "corrob.", "provisions": "all", "unnumbered": "no number"}


@click.command("coverage")
@FORMAT
@OVERLAY
def coverage(form: str, overlay: Path | None) -> None:
    """Say how much of each regime the tables hold, and how far it was verified."""
    reference = reference_with(overlay)
    rows = _rows(reference)
    if form != "table":
        write_rows(rows, form)
        return
    total: dict[str, object] = {"regime": "total", "status": ""}
    total |= {name: sum(int(str(row[name])) for row in rows) for name in _COUNTS}
    shown = [*rows, total]
    columns = ("regime", *_COUNTS, "status")
    write_rows([{_NARROW.get(name, name): row[name] for name in columns} for row in shown], form)
    click.echo()
    click.echo("all: paragraphs held; rules: those conduct can be held against; then all by tier of verification:")
    click.echo("read in the text, restated by an official page, partly corroborated, recalled from memory.")
    click.echo(tables_of(reference))


@click.command("validate")
@click.argument("tables", type=FOLDER, required=False)
@OVERLAY
@click.pass_context
def validate_tables(ctx: click.Context, tables: Path | None, overlay: Path | None) -> None:
    """Check every cell of the tables (default: the built-in ones); exit 1 when something does not hold together.

    With --reference the tables are checked as they are with those of DIR laid over them.
    """
    from checker.overlay_validation import validate_overlay
    from checker.validation import validate

    for place in (tables, overlay):
        if place is not None and not place.is_dir():
            raise UsageError(f"'{place}' is not a folder of tables", "reference")
    base = tables or folder("reference")
    try:
        problems = validate_overlay(base, overlay) if overlay is not None else validate(base)
    except TableError as error:
        raise UsageError(f"--reference {overlay}: {error}", error.slug) from error
    for problem in problems:
        click.echo(str(problem))
    click.echo(f"{len(problems)} problems" if problems else "the tables hold together")
    ctx.exit(HIT if problems else 0)


def _rows(reference: Reference) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for regime, held in regimes_held(reference):
        limbs = [one for one in reference.provisions if one.regime == regime.id]
        tiers = Counter(one.tier for one in first_limbs(limbs))
        days = [period.first_day for one in limbs for period in one.periods]
        rows.append(
            {
                "regime": regime.id, "status": regime.status, "provisions": held,
                "rules": len({one.id for one in limbs if one.is_rule}),
                **{tier.value: tiers[tier] for tier in Tier},
                "unnumbered": len({one.id for one in limbs if ":n/c" in one.id}),
                "from": iso(min(days, default=None)), "activities": len({one.activity for one in limbs}),
            }
        )  # fmt: skip
    return rows
