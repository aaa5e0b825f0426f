"""Citations of law in a document."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Cited, Document, Span


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a document that refer to law."""

    exact: str
    start: int
    end: int
    sentence: Span
    cited: tuple[Cited, ...] = ()


def find_citations(document: Document, sentences: tuple[Span, ...]) -> tuple[Mention, ...]:
    """The citing words of a document, in order."""
    return ()
