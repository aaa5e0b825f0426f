"""``checker review status``: how far everybody is, what is open, what lapsed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.cli import PARTIAL
from checker.cli.options import FOLDER

if TYPE_CHECKING:
    from checker.review.following import Followed
    from checker.review.standing import DocumentStanding, RunStanding

_MOST = 40
_HEAD = ("leads", "accepted", "rejected", "unsure", "split", "open", "lapsed")


@click.command("status")
@click.argument("report", type=FOLDER)
@click.argument("ledger", type=FOLDER)
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True, help="Output."
)
@click.pass_context
def status(ctx: click.Context, report: Path, ledger: Path, form: str) -> None:
    """Show how far the review of a REPORT is by a LEDGER.

    By document and by reviewer; then what is open, what lapsed, and decisions that fit nothing in the report.

    Exit codes: 0 done; 2 wrong usage; 3 done, but a line of the ledger could not be read.
    """
    from checker.cli.review.reading import ledger_with_faults, read_report

    decisions = ledger_with_faults(ledger)
    run = read_report(report, decisions).standing
    if form == "json":
        click.echo(json.dumps(_as_json(run), ensure_ascii=False, indent=1))
    else:
        for text in _lines(run):
            click.echo(text)
    if decisions.faults:
        ctx.exit(PARTIAL)


def _counts(one: DocumentStanding) -> tuple[int, ...]:
    states = Counter(lead.state.value for lead in one.leads)
    return (len(one.leads), *(states[name] for name in _HEAD[1:-1]), sum(bool(lead.lapsed) for lead in one.leads))


def _lines(run: RunStanding) -> Iterator[str]:
    from checker.views.marking import line

    with_leads = [one for one in run.documents if one.leads]
    done = sum(lead.state.done for lead in run.leads)
    yield f"{done} of {len(run.leads)} leads decided, in {len(with_leads)} documents"
    if with_leads:
        yield ""
        yield "".join(f"{name:>9}" for name in _HEAD) + "  document"
    unfinished = [one for one in with_leads if not one.complete]
    for one in (*unfinished, *(one for one in with_leads if one.complete))[:_MOST]:
        yield "".join(f"{count:>9}" for count in _counts(one)) + f"  {line(one.source, 70)}"
    if len(with_leads) > _MOST:
        yield f"  and {len(with_leads) - _MOST} more documents"
    yield from _reviewers(run)
    yield from _open(run)
    for title, found in _astray(run):
        yield f"\n{title} ({len(found)})"
        for each in found[:_MOST]:
            yield f"  {_told(each)}"


def _reviewers(run: RunStanding) -> Iterator[str]:
    by: dict[str, Counter[str]] = {}
    names: dict[str, str] = {}
    for lead in run.leads:
        for one in lead.decided:
            names.setdefault(one.decision.who, one.decision.reviewer)
            by.setdefault(one.decision.who, Counter())[one.decision.verdict.value] += 1
    if by:
        yield "\nReviewers"
    for who, counts in sorted(by.items()):
        said = ", ".join(
            f"{counts[verdict]} {verdict}" for verdict in ("accept", "reject", "unsure") if counts[verdict]
        )
        yield f"  {names[who]}: {said}"


def _open(run: RunStanding) -> Iterator[str]:
    from checker.views.marking import line

    left = [(one, lead) for one in run.documents for lead in one.leads if not lead.state.done]
    if left:
        yield f"\nTo decide ({len(left)})"
    for one, lead in left[:_MOST]:
        yield f'  {lead.state.value:<7}{line(one.source, 60)} {lead.claim.claim}: "{line(lead.claim.words, 80)}"'
    if len(left) > _MOST:
        yield f"  and {len(left) - _MOST} more"


def _astray(run: RunStanding) -> Iterator[tuple[str, list[Followed]]]:
    lapsed = [each for lead in run.leads for each in lead.lapsed]
    gone = [each for one in run.documents for each in one.astray] + list(run.elsewhere)
    if lapsed:
        yield "Lapsed", lapsed
    if gone:
        yield "Fit no lead of this report", gone


def _told(one: Followed) -> str:
    from checker.review.told import notice_words
    from checker.views import wording
    from checker.views.marking import line

    said, words = one.decision, wording("en")
    why = " ".join(notice_words(notice, words) for notice in one.notices)
    return f'{line(said.reviewer, 60)}, {said.day}, {said.verdict.value} on "{line(said.words, 80)}": {why}'


def _as_json(run: RunStanding) -> dict[str, Any]:
    return {
        "leads": len(run.leads),
        "decided": sum(lead.state.done for lead in run.leads),
        "documents": [
            {"id": one.document, "source": one.source, **dict(zip(_HEAD, _counts(one), strict=True))}
            for one in run.documents
        ],
        "open": [
            {"document": one.document, "claim": lead.claim.claim, "state": lead.state.value}
            for one in run.documents
            for lead in one.leads
            if not lead.state.done
        ],
        "astray": [
            {
                "reviewer": each.decision.reviewer,
                "document": each.decision.document,
                "claim": each.decision.claim,
                "holds": each.hold.value,
                "why": [notice.kind for notice in each.notices],
            }
            for _, found in _astray(run)
            for each in found
        ],
    }
