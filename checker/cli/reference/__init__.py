"""``checker reference``: looking into the tables of law, reading them as pages, and checking that they hold together."""

from __future__ import annotations

import click

from checker.cli.options import write_safely
from checker.cli.reference import book, checks, days, listing, showing


@click.group("reference")
def command() -> None:
    """Look into the tables of law: list, show, search, in-force, coverage, validate, html."""
    write_safely()


for _one in (
    *(listing.list_rows, showing.show, listing.search, days.in_force),
    *(checks.coverage, checks.validate_tables, book.html),
):
    command.add_command(_one)
