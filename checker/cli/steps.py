"""The stages of reading and matching as lines of text, in the order of the flow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.cli.sentence_steps import Step, sentence_steps, short
from checker.corpus import names_of
from checker.extract.languages import READ_LANGUAGES
from checker.extract.reading import READ_KINDS
from checker.extract.tracing import Trace
from checker.model import BlockKind, Citation, Document, Finding, Party, Result, Role, Skipped
from checker.pipeline import Checker, check_document
from checker.reference import Reference
from checker.views import wording
from checker.views.naming import sentence as claim_sentence

_CONSIDERED = 6
_BASES: Mapping[str, str] = {
    "assumed": "the text gives no day: news speaks of the ninety days up to publication",
    "relative": "counted from the day of publication",
    "planned": "announced, so from publication on",
    "deadline": "up to the day that is set",
    "unknown": "neither a day nor a day of publication is known",
}


def steps(document: Document, checker: Checker) -> Iterator[Step]:
    """Heading and lines of each stage: text and blocks, then each sentence, then claims with their rules, then citations."""
    yield (
        "Text",
        [
            document.text.strip(),
            f"language {document.language}, published {document.published} ({document.published_basis})",
        ],
    )
    if document.language not in READ_LANGUAGES:
        yield (
            "Stop",
            [f"'{document.language}' is not read: only {', '.join(READ_LANGUAGES)}; say --language en if it is"],
        )
        return
    if len(document.blocks) > 1 or any(block.kind is not BlockKind.BODY for block in document.blocks):
        yield "Blocks", list(_blocks(document))
    trace = Trace()
    result = check_document(document, checker, trace)
    if trace.gate:
        yield "Gate", [f"{trace.gate}: a document like this is not read further; this is what there would be"]
    for number, sentence in enumerate(trace.sentences, start=1):
        yield from sentence_steps(number, sentence, document, checker.reference)
    yield from _claims(result, trace, checker.reference)
    if result.citations:
        yield "Words about law", [_citation(one) for one in result.citations]
    left = [one for one in result.skipped if one.reason not in _KINDS]
    if left:
        yield "Skipped", [_skipped(one, document) for one in left]


_KINDS = frozenset(str(kind) for kind in BlockKind)


def _blocks(document: Document) -> Iterator[str]:
    for block in document.blocks:
        read = "" if block.kind in READ_KINDS else ", not read for claims"
        yield f"{block.kind}{read}: “{short(document.text[block.start : block.end])}”"


def _claims(result: Result, trace: Trace, reference: Reference) -> Iterator[Step]:
    if not result.findings:
        yield "Claims", ["none: no frame above stood as conduct with parties and a thing that any rule speaks of"]
    if trace.gone:
        yield "Left out", [f"{_flow(claim.giver, claim.taker)} {claim.activity}: {why}" for claim, why in trace.gone]
    for number, finding in enumerate(result.findings, start=1):
        yield f"Claim {number}", _claim(finding, reference)
        yield (
            f"Rules held against claim {number}",
            list(_rules(finding)) or ["none: no rule has this activity and target"],
        )
        yield f"Finding {number}", _finding(finding)


def _flow(giver: Party | None, taker: Party | None) -> str:
    return f"{giver.id if giver else '?'} > {taker.id if taker else '?'}"


def _skipped(one: Skipped, document: Document) -> str:
    detail = f" ({one.detail})" if one.detail else ""
    return f"{one.reason}{detail}: “{short(document.text[one.start : one.end])}”"


def _claim(finding: Finding, reference: Reference) -> list[str]:
    claim = finding.claim
    things = ", ".join(f"{item.text} = {item.id}" for item in claim.items) or "none"
    lines = [
        claim_sentence(claim, names_of(reference), wording("en")),
        f"giver {_who(claim.giver)}; taker {_who(claim.taker)}; actor {_who(claim.actor)}",
        f"things {things}",
        f"activities {', '.join(claim.activities)}",
        f"period {claim.period.first_day} to {claim.period.last_day} ({claim.period.basis}){_why(claim.period.basis)}",
        f"status {claim.status.value}, evidence “{short(claim.evidence[0].exact)}”",
    ]
    if len(claim.statements) > 1:
        lines.append(f"joined from {len(claim.statements)} statements of the same conduct")
    if claim.speakers:
        lines.append(f"said by {', '.join(one.name or one.id for one in claim.speakers)}")
    if claim.denied_by:
        lines.append(f"denied by {', '.join(party.name for party in claim.denied_by)}")
    return lines


def _why(basis: str) -> str:
    return f": {_BASES[basis]}" if basis in _BASES else ""


def _who(party: Party | None) -> str:
    return f"{party.id} (by {party.how})" if party is not None else "not named"


def _rules(finding: Finding) -> Iterator[str]:
    considered = 0
    for one in finding.assessed:
        if one.match.role is Role.CONSIDERED:
            considered += 1
            if considered > _CONSIDERED:
                continue
        rule, force = one.match.provision, one.match.force
        why = f": {force.why}" if force.why else ""
        yield f"{rule.id} {rule.activity} ({one.match.role.value}, score {one.match.score}): {one.label.value} by {one.rule}"
        yield f"    {rule.summary}"
        yield f"    in force {force.force.value}{why}; bound here {', '.join(one.match.bound) or 'nobody named'}"
        for reason in one.match.reasons:
            yield f"    {reason.element.value:<13}{reason.name}: {reason.sentence}"
    if considered > _CONSIDERED:
        yield f"and {considered - _CONSIDERED} more considered"


def _finding(finding: Finding) -> list[str]:
    label = wording("en").say(f"label.{finding.label.value}")
    lines = [f"{label} [{finding.label.value}]", f"rule {finding.rule}: {finding.rationale}"]
    lines.extend(f"open: {question}" for question in finding.missing)
    lines.extend(f"exemption to check: {one.condition}" for one in finding.exemptions[:4])
    lines.append(
        f"certainty of the reading {finding.certainty.value}; link to the rule by {finding.legal_link_by.value}"
    )
    return lines


def _citation(one: Citation) -> str:
    rules = f" ({', '.join(one.provisions)})" if one.provisions else ""
    return f"“{one.exact}”: {one.outcome.value}{rules}. {one.rationale}"
