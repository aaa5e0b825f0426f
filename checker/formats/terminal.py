"""What a person at a terminal reads: one line a lead, then counts, and where the report is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from checker.model import Finding, Label, Result, Role
from checker.views import Names, RunInfo, Wording
from checker.views.marking import line
from checker.views.naming import sentence

ORDINARY = ("teaser", "caption", "boilerplate", "dateline", "headline", "quote", "front_matter", "incomplete")
"""Reasons for skipping that every page has, or that follow from a full reading; any other means something unread."""

_COLOURS = {Label.ALLEGED_VIOLATION: "31", Label.PROSPECTIVE_VIOLATION: "33", Label.POSSIBLE_VIOLATION: "36"}

_WORDS = {
    "en": {
        "counts": "{documents} read, {failed} not read; {claims} looked at, {leads}",
        "documents": ("document", "documents"),
        "inputs": ("input", "inputs"),
        "claims": ("claim", "claims"),
        "leads": ("lead", "leads"),
        "citations": "Words about law that do not agree with the tables: {n}",
        "undated": "Without a publication day: {n}; give it with --published or --published-default",
        "language": "In a language that is not read: {n}",
        "unread": "Not read in full for another reason: {n}",
        "report": "Report: {where}",
        "law": "Law known to {known}, tables {tables}; looked at as of {as_of}.",
    },
    "fr": {
        "counts": "{documents} lu(s), {failed} non lue(s) ; {claims} examinée(s), {leads}",
        "documents": ("document", "documents"),
        "inputs": ("entrée", "entrées"),
        "claims": ("allégation", "allégations"),
        "leads": ("piste", "pistes"),
        "citations": "Mentions du droit qui ne s’accordent pas avec les tables : {n}",
        "undated": "Sans jour de publication : {n} ; donnez-le avec --published ou --published-default",
        "language": "Dans une langue qui n’est pas lue : {n}",
        "unread": "Non lus en entier pour une autre raison : {n}",
        "report": "Rapport : {where}",
        "law": "Droit connu au {known}, tables {tables} ; considéré au {as_of}.",
    },
}

_IN_ORDER = ("supported", "generic", "other_regime")
"""Outcomes of a citation that leave nothing to say."""


@dataclass(slots=True)
class Tally:
    """What a run has counted so far; ``skipped`` counts documents with something left unread."""

    documents: int = 0
    claims: int = 0
    undated: int = 0
    citations: int = 0
    skipped: int = 0
    unread: int = 0
    foreign: int = 0
    unconfirmed: int = 0
    failed: int = 0
    labels: Counter[Label] = field(default_factory=Counter)

    @property
    def leads(self) -> int:
        """How many claims are flagged."""
        return sum(count for label, count in self.labels.items() if label.flagged)

    def add(self, result: Result) -> None:
        """Count one result."""
        if result.error is not None:
            self.failed += 1
            return
        reasons = {one.reason for one in result.skipped} - set(ORDINARY)
        self.documents += 1
        self.claims += len(result.findings)
        self.undated += result.document.published is None
        self.citations += sum(one.outcome.value not in _IN_ORDER for one in result.citations)
        self.skipped += bool(reasons)
        self.foreign += "language" in reasons
        self.unread += bool(reasons - {"language"})
        self.unconfirmed += sum(_is_unconfirmed(finding) for finding in result.findings)
        self.labels.update(finding.label for finding in result.findings)


def lead_lines(result: Result, names: Names, words: Wording, colour: bool = False) -> Iterator[str]:
    """The leads of a document, strongest first, under its title; nothing when there is none."""
    order = list(Label)
    leads = sorted((one for one in result.findings if one.label.flagged), key=lambda one: order.index(one.label))
    if not leads:
        return
    title = line(result.document.title, 100)
    source = line(result.document.source, 100)
    yield _paint(f"{source}: {title}" if title and title != source else source, "1", colour)
    for finding in leads:
        label = _paint(words.say(f"label.{finding.label.value}"), _COLOURS[finding.label], colour)
        yield f"  {label} | {sentence(finding.claim, names, words)} | {_rules(finding)}"


def summary_lines(tally: Tally, run: RunInfo, words: Wording, where: Sequence[str] = ()) -> Iterator[str]:
    """Counts by label, of what was not read, where the report is, and the standing notices."""
    say = _WORDS.get(words.language, _WORDS["en"])
    yield str(say["counts"]).format(
        documents=_count(tally.documents, say["documents"]),
        failed=_count(tally.failed, say["inputs"]),
        claims=_count(tally.claims, say["claims"]),
        leads=_count(tally.leads, say["leads"]),
    )
    for label in Label:
        if tally.labels[label]:
            yield f"  {tally.labels[label]:>4}  {words.say(f'label.{label.value}')}"
    others = {
        "citations": tally.citations, "undated": tally.undated, "language": tally.foreign, "unread": tally.unread
    }  # fmt: skip
    for key, n in others.items():
        if n:
            yield str(say[key]).format(n=n)
    for path in where:
        yield str(say["report"]).format(where=path)
    yield str(say["law"]).format(known=words.day(run.known_to), tables=run.tables_version, as_of=words.day(run.as_of))
    yield f"{words.say('notice.program')} {words.say('notice.clearance')}"


def _rules(finding: Finding) -> str:
    primary = [one.match.provision.id for one in finding.assessed if one.match.role is Role.PRIMARY]
    return " + ".join(primary) or "-"


def _is_unconfirmed(finding: Finding) -> bool:
    return any(
        one.match.role is Role.PRIMARY and one.match.force.force.value == "unconfirmed" for one in finding.assessed
    )


def _count(n: int, forms: object) -> str:
    one, many = forms if isinstance(forms, tuple) else ("", "")
    return f"{n} {one if n == 1 else many}"


def _paint(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
