"""What makes ``checker check`` exit with 1: words of ``--fail-on``, against earlier results where there are any."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import click

from checker.cli import on_a_line
from checker.errors import InputError, UsageError
from checker.formats.comparison import Baseline, Difference
from checker.formats.results import Record, record
from checker.formats.terminal import Tally
from checker.model import Label, Result
from checker.views.marking import line

_MOST_HITS = 40


@dataclass(slots=True)
class Gate:
    """The words that fail a run, and what they met; with a ``baseline`` only what is new since counts.

    ``rejected`` names the leads of a result that reviewers rejected, and why: those make no run fail.
    """

    words: tuple[str, ...]
    baseline: Baseline | None = None
    hits: list[Difference] = field(default_factory=list)
    met: int = 0
    rejected: Callable[[Result], Mapping[str, str]] | None = None
    counted: Tally = field(default_factory=Tally)

    @property
    def labels(self) -> tuple[str, ...]:
        """The words that are labels."""
        return tuple(word for word in self.words if word in tuple(Label))

    def watch(self, results: Iterable[Result]) -> Iterator[Result]:
        """The same results, each compared with the baseline on the way."""
        for result in results:
            rejected = self.rejected(result) if self.rejected is not None else {}
            kept = tuple(one for one in result.findings if one.claim.id not in rejected)
            self.counted.add(replace(result, findings=kept))
            if self.baseline is not None:
                self._take(self.baseline.compare(record(result)), rejected)
            yield result
        if self.baseline is not None:
            self._take(self.baseline.rest(), ())

    def _take(self, found: Iterable[Difference], rejected: Collection[str]) -> None:
        for one in found:
            if one.claim not in rejected and set(one.newly) & set(self.words):
                self.met += 1
                if len(self.hits) < _MOST_HITS:
                    self.hits.append(one)

    def fails(self) -> bool:
        """True when a word was met: since the baseline, or by the whole run where there is none."""
        if self.baseline is not None:
            return self.met > 0
        tally = self.counted
        counts = {"skipped": tally.skipped, "unconfirmed": tally.unconfirmed}
        counts |= {label.value: tally.labels[label] for label in Label}
        return any(counts[word] for word in self.words)

    def say(self, quiet: bool = False) -> None:
        """Name on standard error what is new since the baseline, with its cause; when ``quiet`` by ids alone."""
        for one in self.hits:
            words = " ".join(word for word in one.newly if word in self.words)
            told = f"{one.document} {one.claim}".strip()
            why = "" if quiet else on_a_line(f": {one.what} [{one.moved_by}]")
            click.echo(f"checker: --fail-on {words}: {line(told, 160)}{why}", err=True)
        if self.met > len(self.hits):
            click.echo(f"checker: --fail-on: {self.met - len(self.hits)} more of the same", err=True)


def read_baseline(path: Path | None, about: Record) -> Baseline | None:
    """The earlier results to compare with; ``about`` is what the new run is the same by. Raises UsageError (``baseline``)."""
    if path is None:
        return None
    try:
        return Baseline(path, about)
    except InputError as error:
        raise UsageError(f"--baseline: {error}", "baseline") from error
