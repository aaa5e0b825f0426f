"""The whole pipeline on one screen: a document in, a result out; nothing is read or written here."""

from __future__ import annotations

from pathlib import Path

from checker import bundle
from checker.assess import assess
from checker.documents.blocks import skipped_blocks
from checker.extract.activities import Targets, targets_of
from checker.extract.citations import find_citations
from checker.extract.languages import READ_LANGUAGES
from checker.extract.reading import extract, lexicon_of
from checker.extract.tracing import Trace
from checker.match.law import check_citations
from checker.match.matching import match_claim
from checker.model import Document, Finding, Label, Result, Skipped
from checker.records import record
from checker.reference import Reference, load_reference


@record
class Checker:
    """The tables a run works with: the law, whom its rules are aimed at, the folder of the words and what lies over it."""

    reference: Reference
    targets: Targets
    words: Path
    overlay: Path | None = None


def load_checker(overlay: Path | None = None) -> Checker:
    """The tables of this installation, with a data package laid over them when one is given."""
    reference = load_reference(overlay=overlay)
    return Checker(reference, targets_of(reference), bundle.folder("reference"), overlay)


def check_document(document: Document, checker: Checker, trace: Trace | None = None) -> Result:
    """All that can be said of one document; a language that is not read gives one skipped entry and nothing else.

    ``trace`` is told what each stage of the reader made of each sentence.
    """
    skipped = (*document.skipped, *skipped_blocks(document.blocks))
    if document.language not in READ_LANGUAGES:
        whole = Skipped(
            0, len(document.text), "language", f"'{document.language}' is not read; only English and French are"
        )
        return Result(document, skipped=(whole,))
    lexicon = lexicon_of(document.language, checker.words, checker.overlay)
    found = extract(document, lexicon, checker.reference, checker.targets, trace)
    held = [assess(one, match_claim(one, checker.reference), checker.reference.exemptions) for one in found.claims]
    findings = tuple(one for one in held if not _says_too_little(one))
    unsaid = tuple(_unmatched(one) for one in held if _says_too_little(one))
    unread: list[Skipped] = []
    cited = find_citations(document, found.sentences, unread)
    citations = check_citations(document, cited, findings, checker.reference)
    return Result(document, findings, citations, (*skipped, *found.skipped, *unread, *unsaid))


_ONE_SIDED = frozenset(
    {
        "ballistic_missile_launch",
        "nuclear_test",
        "nuclear_activity",
        "cyber_theft",
        "armed_presence",
        "hostilities_or_overflight",
    }
)


def _says_too_little(finding: Finding) -> bool:
    """True for conduct that no rule meets and of which the text names only one end: nothing a reviewer could look at."""
    claim = finding.claim
    one_end = claim.giver is None or claim.taker is None
    return finding.label is Label.NO_PROVISION and one_end and claim.activity not in _ONE_SIDED


def _unmatched(finding: Finding) -> Skipped:
    first = finding.claim.evidence[0]
    return Skipped(first.start, first.end, "incomplete", finding.claim.activity)
