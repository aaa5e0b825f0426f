"""What the reader asks of a language's grammar: inflection, and the shape of its verb groups."""

from __future__ import annotations

from typing import Protocol

from checker.records import record


@record
class Inflected:
    """One inflected form, accents kept, with its features.

    Verb features: ``inf``, ``fin``, ``past``, ``pp``, ``ger``, ``cond``, ``fut``, ``imp`` (imperfect). Nouns: ``sg``, ``pl``.
    """

    form: str
    features: frozenset[str]


class Grammar(Protocol):
    """One language's morphology and the few closed classes that no table needs to vary."""

    code: str

    def inflect(self, lemma: str, part: str) -> tuple[Inflected, ...]:
        """Every form of a lemma; ``part`` is ``v`` (verb), ``n`` (noun) or empty (the lemma alone)."""

    def is_adverb(self, word: str) -> bool:
        """True when a folded word is an adverb that may stand inside a verb group."""
