"""Citations of a document, held against the tables."""

from __future__ import annotations

from checker.extract.citations import Mention
from checker.model import Citation, Document, Finding
from checker.reference import Reference


def check_citations(
    document: Document, mentions: tuple[Mention, ...], findings: tuple[Finding, ...], reference: Reference
) -> tuple[Citation, ...]:
    """What the tables say of each citation, in order."""
    return ()
