"""A claim as a reviewer's decision knows it: from a result at hand, or from a line of results.jsonl; both say the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from checker import fingerprints
from checker.model import Finding, Label, Result, Role
from checker.records import record
from checker.review.decisions import LawRow
from checker.views.naming import activity_of

_BESIDE = (Role.PRIMARY, Role.SUPPORTING)


@record
class Seen:
    """A claim with what identifies it; ``anchors`` are those of all its evidence, the primary one first."""

    document: str
    sha256: str
    claim: str
    anchor: str
    anchors: tuple[str, ...]
    words: str
    label: Label
    activity: str
    giver: str
    taker: str
    law: tuple[LawRow, ...]


@record
class Text:
    """A document of a run with its claims."""

    document: str
    source: str
    claims: tuple[Seen, ...]


def seen_of(finding: Finding, document: str, sha256: str) -> Seen:
    """The claim of a finding."""
    claim = finding.claim
    anchors = tuple(fingerprints.anchor(one.exact) for one in claim.evidence)
    return Seen(
        document,
        sha256,
        claim.id,
        anchors[0] if anchors else "",
        anchors,
        claim.evidence[0].exact if claim.evidence else "",
        finding.label,
        activity_of(finding),
        claim.giver.id if claim.giver else "",
        claim.taker.id if claim.taker else "",
        _law(
            (one.match.provision.id, one.match.role.value, fingerprints.row(one.match.provision))
            for one in finding.assessed
            if one.match.role in _BESIDE
        ),
    )


def text_of(result: Result) -> Text:
    """The document of a result with its claims, in order."""
    document = result.document
    return Text(
        document.id, document.source, tuple(seen_of(f, document.id, document.sha256) for f in result.findings)
    )


def text_recorded(line: Mapping[str, Any]) -> Text:
    """The document of a line of results.jsonl; its claims are without law where an older version wrote it."""
    document = line["document"]
    claims = tuple(_recorded(claim, document["id"], document["sha256"]) for claim in line["claims"])
    return Text(document["id"], document["source"], claims)


def beside(one: Seen, others: Iterable[Seen]) -> tuple[str, ...]:
    """Ids of other claims of the text that share the words of a claim, or the stem of its id."""
    stem = fingerprints.stem(one.claim)
    return tuple(
        other.claim
        for other in others
        if other.claim != one.claim and (other.anchor == one.anchor or fingerprints.stem(other.claim) == stem)
    )


def _recorded(claim: Mapping[str, Any], document: str, sha256: str) -> Seen:
    anchors = tuple(fingerprints.anchor(one["exact"]) for one in claim["evidence"])
    return Seen(
        document,
        sha256,
        claim["id"],
        anchors[0] if anchors else "",
        anchors,
        claim["evidence"][0]["exact"] if claim["evidence"] else "",
        Label(claim["finding"]["label"]),
        claim["activity"],
        claim["giver"]["id"] if claim["giver"] else "",
        claim["taker"]["id"] if claim["taker"] else "",
        _law((one["id"], one["role"], one.get("row", "")) for one in claim["provisions"] if one["role"] in _BESIDE),
    )


def _law(found: Iterable[tuple[str, str, str]]) -> tuple[LawRow, ...]:
    """One entry a paragraph, its limbs together; primary when any limb is."""
    rows: dict[str, list[str]] = {}
    roles: dict[str, str] = {}
    for key, role, row in found:
        rows.setdefault(key, []).append(row)
        roles[key] = min(roles.get(key, role), role)  # "primary" sorts before "supporting"
    return tuple(LawRow(key, roles[key], fingerprints.rows(each)) for key, each in sorted(rows.items()))
