"""``checker reference html``: the tables as a folder of pages that works from a disk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from checker import __version__
from checker.cli.options import DAY, reference_with
from checker.cli.reference.asked import OVERLAY


@click.command("html")
@click.option("-o", "--out", default="checker-law", show_default=True, metavar="DIR", help="Where the pages go.")
@click.option("--on", type=DAY, help="The day from which the pages look at the law.  [default: today]")
@click.option("--language", type=click.Choice(["en", "fr"]), default="en", show_default=True, help="Of the pages.")
@OVERLAY
def html(out: str, on: date | None, language: str, overlay: Path | None) -> None:
    """Write the tables as pages: regimes with their time lines, paragraphs, the rules of a day, what forbids nothing."""
    from checker.corpus import names_of
    from checker.lawbook.pages import write_lawbook
    from checker.views import RunInfo

    reference = reference_with(overlay)
    tables = f"{reference.name} {reference.version} ({reference.sha256[:12]})"
    options = (("--reference", str(reference.overlay)),) if reference.overlay is not None else ()
    run = RunInfo(
        __version__, tables, reference.known_to, on or date.today(), names_of(reference), language, options
    )  # fmt: skip
    paths = write_lawbook(reference, Path(out), run)
    click.echo(f"{len(paths)} pages: {paths[0]}")
