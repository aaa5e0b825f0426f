"""``checker diff``: two results side by side, and what moved each difference as far as the files can tell."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from checker.cli.options import FOLDER, write_safely
from checker.formats.folder import MANIFEST
from checker.formats.results import Record, read_records


@dataclass(frozen=True, slots=True)
class Difference:
    """One claim or document that differs: ``change`` is ``appeared``, ``gone`` or ``changed``; ``moved_by`` a cause."""

    change: str
    document: str
    claim: str
    what: str
    moved_by: str


@click.command("diff")
@click.argument("old", type=FOLDER)
@click.argument("new", type=FOLDER)
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True, help="Output."
)
def command(old: Path, new: Path, form: str) -> None:
    """Compare two results: what appeared, went and changed.

    OLD and NEW are results.jsonl files or folders that hold one. What moved a difference is said as far as the files
    show it: other words of the document, other tables, another version, other options. It exits 0 either way.
    """
    write_safely()
    before, after = _by_document(old), _by_document(new)
    cause = _cause(_manifest(old), _manifest(new))
    found = list(differences(before, after, cause))
    if form == "json":
        rows = [
            {"change": d.change, "document": d.document, "claim": d.claim, "what": d.what, "moved_by": d.moved_by}
            for d in found
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for one in found:
        claim = f" {one.claim}" if one.claim else ""
        click.echo(f"{one.change:<9}{one.document}{claim}: {one.what} [{one.moved_by}]")
    counts = {change: sum(one.change == change for one in found) for change in ("appeared", "gone", "changed")}
    click.echo(", ".join(f"{count} {change}" for change, count in counts.items()) + f"; {len(after)} documents now")


def differences(before: dict[str, Record], after: dict[str, Record], cause: str) -> Iterator[Difference]:
    """Differences in the order of the new results, then documents that are gone."""
    for key, new in after.items():
        source, old = new["document"]["source"], before.get(key)
        if old is None:
            yield Difference("appeared", source, "", f"document with {len(new['claims'])} claims", "new input")
            continue
        same_bytes = old["document"]["sha256"] == new["document"]["sha256"]
        yield from _claims(source, old, new, cause if same_bytes else "other words in the document")
    for key, old in before.items():
        if key not in after:
            what = f"document with {len(old['claims'])} claims"
            yield Difference("gone", old["document"]["source"], "", what, "no longer an input")


def _claims(source: str, old: Record, new: Record, moved_by: str) -> Iterator[Difference]:
    if bool(old["error"]) != bool(new["error"]):
        what = f"could not be read: {new['error']['slug']}" if new["error"] else "can be read now"
        yield Difference("changed", source, "", what, moved_by)
    was, now = ({claim["id"]: claim for claim in one["claims"]} for one in (old, new))
    for key, claim in now.items():
        if key not in was:
            yield Difference("appeared", source, key, _brief(claim), moved_by)
        else:
            what = "; ".join(_moves(_facts(was[key]), _facts(claim)))
            if what:
                yield Difference("changed", source, key, what, moved_by)
    for key, claim in was.items():
        if key not in now:
            yield Difference("gone", source, key, _brief(claim), moved_by)


def _facts(claim: Record) -> dict[str, str]:
    """What a reviewer would want to know has changed; offsets and scores are not among it."""
    rules = [f"{one['id']} ({one['in_force']})" for one in claim["provisions"] if one["role"] == "primary"]
    return {
        "label": claim["finding"]["label"],
        "rule": claim["finding"]["rule"],
        "provision": " + ".join(rules) or "none",
        "status": claim["status"],
        "period": f"{claim['period']['first_day']} to {claim['period']['last_day']}",
        "speakers": ", ".join(one["name"] for one in claim["speakers"]) or "none",
        "denied by": ", ".join(one["name"] for one in claim["denied_by"]) or "nobody",
        "missing": "; ".join(claim["finding"]["missing"]) or "nothing",
    }


def _moves(old: dict[str, str], new: dict[str, str]) -> Iterator[str]:
    return (f"{name} was {old[name]}, is {new[name]}" for name in new if old[name] != new[name])


def _brief(claim: Record) -> str:
    giver, taker = (claim[side]["id"] if claim[side] else "?" for side in ("giver", "taker"))
    return f"{claim['activity']} {giver} > {taker}, {claim['finding']['label']}"


def _by_document(path: Path) -> dict[str, Record]:
    return {one["document"]["id"]: one for one in read_records(path)}


def _manifest(path: Path) -> Record:
    file = (path if path.is_dir() else path.parent) / MANIFEST
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _cause(old: Record, new: Record) -> str:
    """What differs between the two runs, from their manifests; more than one thing is named as such."""
    if not old or not new:
        return "not known: no run.json beside one of the results"
    known = {
        "another version of checker": old.get("checker") != new.get("checker"),
        "other tables of law": old.get("tables") != new.get("tables"),
        "other options": old.get("options") != new.get("options"),
    }
    return (
        " or ".join(name for name, differs in known.items() if differs) or "not known: same version, tables, options"
    )
