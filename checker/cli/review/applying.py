"""``checker review apply``: the signed report, its pages with the decisions in them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.cli import PARTIAL
from checker.cli.options import FOLDER, reference_with

if TYPE_CHECKING:
    from checker.cli.review.reading import Report
    from checker.review.ledger import Ledger
    from checker.signed import Signing


@click.command("apply")
@click.argument("report", type=FOLDER)
@click.argument("ledger", type=FOLDER)
@click.option(
    "-o", "--out", type=FOLDER, metavar="DIR", help="Where the signed report goes.  [default: REPORT-signed]"
)
@click.option("--reference", "overlay", type=FOLDER, metavar="DIR", help="Tables laid over the built-in ones.")
@click.pass_context
def apply(ctx: click.Context, report: Path, ledger: Path, out: Path | None, overlay: Path | None) -> None:
    """Put the decisions of a LEDGER onto the pages of a REPORT.

    The pages are those that were reviewed, with what was decided in them: who reviewed and when, decisions and notes on
    the leads, rejected ones folded, decisions that lapsed named. A page whose leads are all decided loses its mark "not
    for publication". REPORT itself stays as it is unless --out names it.

    Exit codes: 0 done; 2 wrong usage; 3 done, but a line of the ledger could not be read.
    """
    from checker.cli.review.reading import ledger_with_faults, read_report
    from checker.formats.folder import OutFolder

    decisions = ledger_with_faults(ledger)
    found = read_report(report, decisions)
    where = out or report.with_name(f"{report.resolve().name}-signed")
    signing = _signing(found, overlay)
    with OutFolder(where) as folder:
        for name in found.files:
            _copy(found, name, folder.staging, signing)
        folder.publish({**_described(found), "review": _reviewed(found, decisions)})
    leads = found.standing.leads
    done = sum(one.state.done for one in leads)
    click.echo(f"{done} of {len(leads)} leads decided; signed report: {where / 'index.html'}")
    if found.standing.elsewhere:
        click.echo(f"{len(found.standing.elsewhere)} decisions are on texts that this report does not hold")
    if decisions.faults:
        ctx.exit(PARTIAL)


def _signing(found: Report, overlay: Path | None) -> Signing:
    from checker.corpus import names_of
    from checker.signed import Signing
    from checker.views import RunInfo
    from checker.views.marking import line

    tables = found.manifest.get("tables", {})
    about = RunInfo(
        str(found.manifest.get("checker", "")),
        f"{tables.get('name', '')} {tables.get('version', '')}",
        found.day("known_to"),
        found.day("as_of"),
        names_of(reference_with(overlay)),
    )
    documents = [one["document"] for one in found.records]
    titles = {one["id"]: line(one["title"]) or line(one["source"], 200) for one in documents}
    return Signing(found.standing, about, titles, {one["id"]: _page(found, one["id"]) for one in documents})


def _page(found: Report, document: str) -> str:
    """Where the page of a document is: a file, or a part of the only one."""
    return f"{document}.html" if f"{document}.html" in found.files else f"#{document}"


def _copy(found: Report, name: str, staging: Path, signing: Signing) -> None:
    from checker.formats.affairs import FILE as AFFAIRS
    from checker.formats.affairs import with_states
    from checker.formats.results import FILE, json_line

    source, target = found.folder / name, staging / name
    if name.endswith(".html"):
        text = source.read_bytes().decode("utf-8")
        target.write_bytes(signing.page(name, text).encode("utf-8"))
    elif name == FILE:
        states = {(d.document, lead.claim.claim): lead for d in found.standing.documents for lead in d.leads}
        with target.open("w", encoding="utf-8", newline="\n") as lines:
            for record in found.records:
                lines.write(json_line(_with_review(record, states)))
    elif name == AFFAIRS:
        left = {(d.document, lead.claim.claim): lead.state.value for d in found.standing.documents for lead in d.leads}
        with source.open(encoding="utf-8", newline="\n") as told, target.open("w", encoding="utf-8", newline="\n") as lines:
            lines.writelines(json_line(with_states(json.loads(line), left)) for line in told)
    else:
        shutil.copyfile(source, target)


def _with_review(record: dict[str, Any], states: dict[tuple[str, str], Any]) -> dict[str, Any]:
    """The record with what reviewers made of each lead, under ``review`` of the claim."""

    def claim(one: dict[str, Any]) -> dict[str, Any]:
        lead = states.get((record["document"]["id"], one["id"]))
        if lead is None:
            return {key: value for key, value in one.items() if key != "review"}
        by = [
            {
                "reviewer": each.decision.reviewer,
                "day": each.decision.day,
                "decision": each.decision.verdict.value,
                "reason": each.decision.reason,
                "holds": each.hold.value,
            }
            for each in (*lead.decided, *lead.lapsed)
        ]
        return {**one, "review": {"state": lead.state.value, "by": by}}

    return {**record, "claims": [claim(one) for one in record["claims"]]}


def _described(found: Report) -> dict[str, Any]:
    return {key: value for key, value in found.manifest.items() if key not in ("schema", "files", "review")}


def _reviewed(found: Report, ledger: Ledger) -> dict[str, Any]:
    leads = found.standing.leads
    reviewers = dict.fromkeys(each.decision.reviewer for one in leads for each in one.decided)
    return {
        "ledger": ledger.sha256,
        "reviewers": list(reviewers),
        "leads": len(leads),
        "decided": sum(one.state.done for one in leads),
    }
