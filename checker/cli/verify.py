"""``checker verify``: whether a report still says what its documents and the tables of law say."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli import HIT, PARTIAL
from checker.cli.options import FOLDER, reference_with, write_safely

if TYPE_CHECKING:
    from checker.verification.faults import Fault, Verdict


@click.command("verify")
@click.argument("report", type=FOLDER)
@click.option(
    "--inputs",
    multiple=True,
    metavar="DIR",
    help="Where the documents are, when not where the run had them; repeatable.",
)
@click.option("--reference", "overlay", type=FOLDER, metavar="DIR", help="Tables laid over the built-in ones.")
@click.option(
    "--across-versions", "across", is_flag=True, help="Another version may do, if each row of law is the same."
)
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True, help="Output."
)
@click.pass_context
def command(
    ctx: click.Context, report: Path, inputs: tuple[str, ...], overlay: Path | None, across: bool, form: str
) -> None:
    """Hold a report against its documents and the tables of law.

    Each quotation is looked for in its document, at the offsets given; each provision must be the row that the run used,
    with the same answer for the days of the claim; the files must be those that the run wrote; version, tables and words
    must be these. What cannot be checked is named. Nothing is fetched from the network.

    Exit codes: 0 all of it holds; 1 something does not; 2 wrong usage; 3 what was checked holds, but not all could be
    checked.
    """
    from checker.bundle import folder
    from checker.overlay import words_digests
    from checker.verification.verifying import verify

    write_safely()
    verdict = verify(report, reference_with(overlay), words_digests(folder("reference")), inputs, across)
    if form == "json":
        told = {
            "counts": {name: verdict.counts[name] for name in ("documents", "quotes", "rows", "files")},
            "differing": _rows(verdict.differing),
            "unchecked": _rows(verdict.unchecked),
            "notes": _rows(verdict.told),
        }
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        _say(verdict)
    if verdict.differing:
        ctx.exit(HIT)
    ctx.exit(PARTIAL if verdict.unchecked else 0)


def _say(verdict: Verdict) -> None:
    from checker.views.marking import line

    for word, found in (("differs", verdict.differing), ("unchecked", verdict.unchecked), ("note", verdict.told)):
        for one in found:
            click.echo(f"{word:<10}{line(one.where, 160)}: {line(one.message, 300)} [{one.kind}]")
    counts = verdict.counts
    click.echo(
        f"{counts['documents']} documents, {counts['quotes']} quotations, {counts['rows']} rows of law and "
        f"{counts['files']} files checked: {len(verdict.differing)} differ, {len(verdict.unchecked)} could not be checked"
    )
    if any(one.kind == "document" for one in verdict.unchecked):
        click.echo("Documents that are elsewhere are found with --inputs DIR.", err=True)


def _rows(found: Iterable[Fault]) -> list[dict[str, str]]:
    return [{"kind": one.kind, "where": one.where, "message": one.message} for one in found]
