"""``checker evaluate``: scores against gold, on a terminal, as JSON, and against floors that only rise."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from checker.cli import HIT
from checker.cli.options import FOLDER, checker_with, say_overlay, tables_of, write_safely
from checker.errors import UsageError
from checker.evaluate import GROUPS, Scores, below_floors, evaluate, stages_of
from checker.pipeline import Checker
from checker.scoring.tallies import Tally

_SHOWN = (
    ("claims.f1", "F1"), ("claims.precision", "prec"), ("claims.recall", "rec"), ("label.accuracy", "label"),
    ("status.accuracy", "status"), ("primary.accuracy", "rule"), ("citations.accuracy", "cit"),
    ("near_misses.quiet", "quiet"),
)  # fmt: skip


@click.command("evaluate")
@click.argument("corpus", type=FOLDER)
@click.option("--reference", "overlay", type=FOLDER, metavar="DIR", help="Tables laid over the built-in ones.")
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True, help="Output."
)
@click.option("--errors", is_flag=True, help="List each miss, with the stage that lost it.")
@click.option("--floors", type=FOLDER, metavar="FILE", help="Exit 1 when a score lies below its floor.")
@click.option("--affairs", is_flag=True, help="Score how claims of several documents are joined, against joins.json.")
@click.pass_context
def command(
    ctx: click.Context, corpus: Path, overlay: Path | None, form: str, errors: bool, floors: Path | None, affairs: bool
) -> None:
    """Score the program against a corpus with gold answers.

    CORPUS is a folder with gold/*.json and the articles they name, or with sentences.jsonl, or one such file. A claim
    is found when activity, giver and taker agree; only flagged claims that answer no gold count as false alarms. With
    --affairs it is a folder with articles/ and joins.json, and what counts is which claims are put together.
    """
    write_safely()
    if not corpus.exists():
        raise UsageError(f"'{corpus}' does not exist: name a corpus with gold answers", "gold")
    least = _floors(floors) if floors is not None else {}
    checker = checker_with(overlay)
    say_overlay(checker.reference)
    if affairs:
        low = below_floors(_say_affairs(corpus, checker, form, errors), least)
        for text in low:
            click.echo(f"checker: {text}", err=True)
        ctx.exit(HIT if low else 0)
    scores = evaluate(corpus, checker, diagnose=errors)
    if form == "json":
        found = {"tables": tables_of(checker.reference), **scores.as_json()}
        if errors:
            found["misses"] = [
                {
                    "document": one.document, "kind": one.kind, "gold": one.gold, "predicted": list(one.predicted),
                    "stage": one.stage, "why": one.why,
                }
                for one in scores.misses
            ]  # fmt: skip
            found["stages"] = stages_of(scores.misses)
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        for text in _lines(scores, errors):
            click.echo(text)
    low = below_floors(scores.whole.scores(), least)
    for text in low:
        click.echo(f"checker: {text}", err=True)
    ctx.exit(HIT if low else 0)


def _say_affairs(corpus: Path, checker: Checker, form: str, errors: bool) -> Mapping[str, float]:
    """Print how well affairs are joined; with ``errors`` each pair that is wrong or missed."""
    from checker.affair_scores import evaluate_affairs

    found = evaluate_affairs(corpus, checker)
    pairs = {"wrong": found.wrong, "missed": found.missed}
    if form == "json":
        counts = {"right": found.right, **{name: len(each) for name, each in pairs.items()}}
        told = {"schema": "checker/scores/1", "scores": found.scores, "counts": counts}
        click.echo(json.dumps(told | (pairs if errors else {}), ensure_ascii=False, indent=1))
        return found.scores
    click.echo(f"{found.right} pairs of claims joined rightly, {len(found.wrong)} wrongly, {len(found.missed)} missed")
    for name, value in found.scores.items():
        click.echo(f"  {name:<24} {value:.3f}")
    for name, each in pairs.items() if errors else ():
        for one, other in each:
            click.echo(f"{name}: {one}\n    and {other}")
    return found.scores


def _floors(path: Path) -> dict[str, float]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {str(name): float(floor) for name, floor in found.items()}
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise UsageError(f"--floors {path}: not a JSON object of scores and numbers: {error}", "floors") from None


def _lines(scores: Scores, errors: bool) -> Iterator[str]:
    counts = scores.whole.counts()
    yield ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counts.items())
    for name, value in scores.whole.scores().items():
        yield f"  {name:<24} {value:.3f}"
    for group in GROUPS:
        yield ""
        yield f"{'by ' + group:<26}{'n':>5}" + "".join(f"{head:>8}" for _, head in _SHOWN)
        for key, tally in sorted(scores.groups[group].items()):
            yield _row(key, tally)
    if errors:
        yield ""
        yield f"{'misses by stage':<26}{'n':>5}"
        for stage, count in stages_of(scores.misses).items():
            yield f"  {stage:<24}{count:>5}"
        yield ""
        for miss in scores.misses:
            yield f"{miss.document}: {miss.kind}: {miss.gold or 'nothing in the gold'}"
            yield f"    lost at {miss.stage}: {miss.why}"
            for text in miss.predicted or ("nothing near it",):
                yield f"    {text}"


def _row(key: str, tally: Tally) -> str:
    found = tally.scores()
    size = tally.claims.found + tally.claims.missed
    return f"  {key:<24}{size:>5}" + "".join(
        f"{found[name]:>8.2f}" if name in found else f"{'-':>8}" for name, _ in _SHOWN
    )
