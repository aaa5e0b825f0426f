"""``checker review merge``: files that pages exported into the ledger, and how far reviewers agree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli import PARTIAL
from checker.cli.options import FOLDER
from checker.errors import UsageError

if TYPE_CHECKING:
    from checker.review.agreement import Agreement
    from checker.review.corrections import Tables
    from checker.review.decisions import Decision

_MOST = 50


@click.command("merge")
@click.argument("files", nargs=-1, required=True, type=FOLDER, metavar="FILES...")
@click.option("-o", "--out", "ledger", required=True, type=FOLDER, metavar="LEDGER", help="The ledger to add to.")
@click.option("--reference", "overlay", type=FOLDER, metavar="DIR", help="Tables laid over the built-in ones.")
@click.pass_context
def merge(ctx: click.Context, files: tuple[Path, ...], ledger: Path, overlay: Path | None) -> None:
    """Add the decisions of exported FILES to a ledger.

    Nothing in the ledger is ever changed; a decision that it holds already is not added again. Corrections are held
    against the tables. Of each reviewer the last word on a lead counts.

    Exit codes: 0 done; 2 none of the files could be read; 3 done, but a file or a line of the ledger could not be read.
    """
    from checker.cli.options import reference_with
    from checker.review.agreement import agreements
    from checker.review.corrections import Tables
    from checker.review.ledger import append, read_ledger

    tables = Tables.of(reference_with(overlay))
    held = read_ledger(ledger, needed=False)
    found: list[Decision] = []
    failed: list[UsageError] = []
    for path in files:
        try:
            mine = _read(path, tables)
        except UsageError as error:
            failed.append(error)
            continue
        reviewers = ", ".join(dict.fromkeys(one.reviewer for one in mine)) or "nobody"
        click.echo(f"{path.name}: {_count(len(mine), 'decision')} by {reviewers}")
        found += mine
    if len(failed) == len(files):
        raise failed[0]
    added = append(ledger, found)
    click.echo(f"{ledger}: {_count(added, 'decision')} added, {len(set(found)) - added} already there")
    for fault in failed:
        click.echo(f"checker: {fault}; nothing of this file was taken [{fault.slug}]", err=True)
    for half in held.faults:
        click.echo(f"checker: {half} [ledger]", err=True)
    for one in agreements(read_ledger(ledger).latest):
        for text in agreement_lines(one):
            click.echo(text)
    if failed or held.faults:
        ctx.exit(PARTIAL)


def _read(path: Path, tables: Tables) -> list[Decision]:
    from checker.review.corrections import checked
    from checker.review.decisions import read_decisions

    return [checked(one, tables, f"{path.name}, decision {n}") for n, one in enumerate(read_decisions(path), 1)]


def agreement_lines(one: Agreement) -> Iterator[str]:
    """How far two reviewers agree, then each lead on which they differ, with both notes."""
    from checker.views.marking import line

    pair = f"{line(one.first, 60)} and {line(one.second, 60)}"
    yield f"\n{pair}: {one.alike} of {one.shared} shared decisions alike"
    if one.missing:
        yield f"  Cohen's kappa is told from {one.shared + one.missing} shared decisions on; {one.missing} are missing"
    elif one.kappa is None:
        yield "  Cohen's kappa cannot be told: both gave the same answer throughout"
    else:
        yield f"  Cohen's kappa {one.kappa.value:.2f} (95 % interval {one.kappa.low:.2f} to {one.kappa.high:.2f})"
    for left, right in one.differing[:_MOST]:
        yield f'  {left.document} {left.claim}: "{line(left.words, 100)}"'
        for said in (left, right):
            because = " - ".join(filter(None, (said.reason.replace("_", " "), line(said.note, 200))))
            yield f"    {line(said.reviewer, 60)}: {said.verdict.value}{f' ({because})' if because else ''}"
    if len(one.differing) > _MOST:
        yield f"  and {len(one.differing) - _MOST} more on which they differ"


def _count(n: int, what: str) -> str:
    return f"{n} {what}{'' if n == 1 else 's'}"
