"""``checker diff``: two results side by side, and what moved each difference as far as the files can tell."""

from __future__ import annotations

import json
from pathlib import Path

import click

from checker.cli import on_a_line
from checker.cli.options import FOLDER, write_safely
from checker.formats.comparison import differences


@click.command("diff")
@click.argument("old", type=FOLDER)
@click.argument("new", type=FOLDER)
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True, help="Output."
)
def command(old: Path, new: Path, form: str) -> None:
    """Compare two results: what appeared, went and changed.

    OLD and NEW are results.jsonl files or folders that hold one. What moved a difference is said as far as the files
    show it: other words of the document, a row of law that answers otherwise, other tables, another version, another
    day, other options. It exits 0 either way.
    """
    write_safely()
    found = list(differences(old, new))
    if form == "json":
        rows = [
            {"change": d.change, "document": d.document, "claim": d.claim, "what": d.what, "moved_by": d.moved_by}
            for d in found
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for one in found:
        claim = f" {one.claim}" if one.claim else ""
        click.echo(on_a_line(f"{one.change:<9}{one.document}{claim}: {one.what} [{one.moved_by}]"))
    counts = {change: sum(one.change == change for one in found) for change in ("appeared", "gone", "changed")}
    click.echo(", ".join(f"{count} {change}" for change, count in counts.items()))
