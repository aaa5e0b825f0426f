"""``affairs.jsonl``: an affair a line, as docs/affair.schema.json has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from checker.affair import Affair, Contradiction, Difference, Reported, Told
from checker.formats.results import Record, json_line
from checker.model import Party, Period, Quantity

SCHEMA = "checker/affair/1"
FILE = "affairs.jsonl"


def write_affairs(folder: Path, affairs: Iterable[Affair]) -> None:
    """Write the affairs in their order; no file where there is none."""
    found = tuple(affairs)
    if found:
        with (folder / FILE).open("w", encoding="utf-8", newline="\n") as lines:
            lines.writelines(json_line(affair_record(one)) for one in found)


def affair_record(one: Affair) -> Record:
    """The object of an affair: its keys are those of the schema, in that order."""
    sources = {report.account.document: report for report in one.reports}
    first = sources[one.first[0]] if one.first else None
    return {
        "schema": SCHEMA,
        "id": one.id,
        "activity": one.activity,
        "giver": _party(one.giver),
        "taker": _party(one.taker),
        "items": list(one.items),
        "places": list(one.places),
        "period": _period(one.period),
        "first_seen": None
        if first is None or first.account.published is None
        else {"published": first.account.published.isoformat(), "documents": list(one.first)},
        "counts": {
            "documents": len(sources),
            "accounts": len(one.reports),
            "texts": one.texts,
            "origins": one.origins,
        },
        "accounts": [_account(report) for report in one.reports],
        "speakers": [_told(told, "speaker") for told in one.voices],
        "denied_by": [_told(told, "party") for told in one.denials],
        "contradictions": [_contradiction(each) for each in one.contradictions],
    }


def with_states(found: Record, states: Mapping[tuple[str, str], str]) -> Record:
    """The record with where reviewers left each account, by document and claim; an account that is no lead has none."""

    def account(one: Record) -> Record:
        bare = {key: value for key, value in one.items() if key != "review"}
        state = states.get((one["document"], one["claim"]))
        return bare if state is None else {**bare, "review": {"state": state}}

    return {**found, "accounts": [account(one) for one in found["accounts"]]}


def _account(report: Reported) -> Record:
    one = report.account
    return {
        "document": one.document,
        "source": report.source,
        "title": report.title,
        "outlet": report.outlet,
        "language": report.language,
        "published": one.published.isoformat() if one.published else None,
        "claim": one.claim,
        "label": one.label.value,
        "status": one.status.value,
        "activity": one.activity,
        "items": list(one.items),
        "period": _period(one.period),
        "quantity": [_quantity(each) for each in one.quantity],
        "speakers": [{"id": each.id, "name": each.name, "via": list(each.via)} for each in one.speakers],
        "denied_by": [_party(each) for each in one.denied_by],
        "text": report.text,
        "origin": report.origin,
        "leans_on": [
            {"tie": link.tie.value, "document": link.document, "name": link.name or None} for link in report.links
        ],
    }


def _told(told: Told, key: str) -> Record:
    return {key: told.words, "name": told.name, "documents": list(told.documents)}


def _contradiction(one: Contradiction) -> Record:
    key = "party" if one.kind is Difference.DENIAL else "told"
    told = [{key: each.words or None, "documents": list(each.documents)} for each in one.told]
    return {"kind": one.kind.value, "unit": one.unit or None, "told": told}


def _period(period: Period) -> Record:
    return {
        "first_day": period.first_day.isoformat(),
        "last_day": period.last_day.isoformat(),
        "basis": period.basis,
    }


def _party(party: Party | None) -> Record | None:
    return {"id": party.id, "name": party.name} if party is not None else None


def _quantity(one: Quantity) -> Record:
    return {"text": one.text, "low": one.low, "high": one.high, "unit": one.unit, "per": one.per}
