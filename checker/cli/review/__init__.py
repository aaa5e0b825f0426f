"""``checker review``: decisions of reviewers into a ledger, onto the pages, and how far everybody is."""

from __future__ import annotations

import click

from checker.cli.options import write_safely
from checker.cli.review import applying, merging, progress


@click.group("review")
def command() -> None:
    """Gather the decisions of reviewers: merge, apply, status."""
    write_safely()


for _one in (merging.merge, applying.apply, progress.status):
    command.add_command(_one)
