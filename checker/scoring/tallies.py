"""Counts of hits and misses, and the scores they give."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Rate:
    """Right answers among those that could be right; ``value`` is None while there were none."""

    right: int = 0
    total: int = 0

    def add(self, right: bool) -> None:
        """Count one answer."""
        self.right += right
        self.total += 1

    @property
    def value(self) -> float | None:
        """The share of right answers, 0 to 1."""
        return self.right / self.total if self.total else None


@dataclass(slots=True)
class Claims:
    """Claims found, missed and flagged without a cause; precision, recall and their harmonic mean."""

    found: int = 0
    missed: int = 0
    extra: int = 0

    @property
    def precision(self) -> float | None:
        """Found among found and extra."""
        return self.found / (self.found + self.extra) if self.found + self.extra else None

    @property
    def recall(self) -> float | None:
        """Found among found and missed."""
        return self.found / (self.found + self.missed) if self.found + self.missed else None

    @property
    def f1(self) -> float | None:
        """2 found / (2 found + missed + extra)."""
        total = 2 * self.found + self.missed + self.extra
        return 2 * self.found / total if total else None


RATES = ("label", "status", "primary", "primary_exact", "days", "speakers", "denied_by")
"""What is asked of a claim that was found."""


@dataclass(slots=True)
class Tally:
    """All counts of a group of documents or claims."""

    documents: int = 0
    claims: Claims = field(default_factory=Claims)
    rates: dict[str, Rate] = field(default_factory=lambda: {name: Rate() for name in RATES})
    citations: Rate = field(default_factory=Rate)
    citations_found: Rate = field(default_factory=Rate)
    near_misses: Rate = field(default_factory=Rate)
    traps: Rate = field(default_factory=Rate)
    published: Rate = field(default_factory=Rate)
    language: Rate = field(default_factory=Rate)

    def scores(self) -> dict[str, float]:
        """Every score that has a value, by its name in floors and JSON; each is better when higher."""
        found: dict[str, float | None] = {
            "claims.precision": self.claims.precision,
            "claims.recall": self.claims.recall,
            "claims.f1": self.claims.f1,
            **{f"{name}.accuracy": rate.value for name, rate in self.rates.items()},
            "citations.accuracy": self.citations.value,
            "citations.found": self.citations_found.value,
            "near_misses.quiet": self.near_misses.value,
            "traps.avoided": self.traps.value,
            "published.accuracy": self.published.value,
            "language.accuracy": self.language.value,
        }
        return {name: round(value, 4) for name, value in found.items() if value is not None}

    def counts(self) -> dict[str, int]:
        """What the scores were counted from."""
        return {
            "documents": self.documents,
            "found": self.claims.found,
            "missed": self.claims.missed,
            "extra": self.claims.extra,
            "citations": self.citations.total,
            "near_misses": self.near_misses.total,
            "traps": self.traps.total,
        }
