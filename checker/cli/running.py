"""What a run of ``checker check`` gathers and says while its results stream past, and what it leaves in its manifest."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker import __version__
from checker.affair import Together
from checker.bundle import folder
from checker.cli import on_a_line
from checker.cli.progress import Progress
from checker.corpus import INTERNAL as OUR_FAULTS
from checker.documents.sources import Expansion, printable
from checker.formats.terminal import Tally, lead_lines
from checker.model import Label, Result
from checker.overlay import words_digests
from checker.reference import Reference
from checker.views import RunInfo, wording
from checker.views.marking import line

if TYPE_CHECKING:
    from checker.review.ledger import Ledger

_LOUD = ("published_in_future", "published_differs", "ambiguous_day", "dateline_without_year", "encoding")
_MOST_NOTES = 40
_NEW_OBJECTS = 50_000


@dataclass(slots=True)
class Run:
    """What a run gathers while its results stream past."""

    info: RunInfo
    tally: Tally
    noticed: list[tuple[str, tuple[str, ...]]]
    faults: int = 0
    said: int = 0
    progress: Progress | None = None
    ledger: Ledger | None = None

    def watch(self, results: Iterable[Result], colour: bool, quiet: bool) -> Iterator[Result]:
        """The same results; each is counted, its notices are kept and its leads shown on the way.

        Where the run has a ``progress``, its line gives way to whatever is said and goes at the end.
        """
        words = wording(self.info.language)
        for result in results:
            gc.set_threshold(_NEW_OBJECTS, 20, 100)  # what is loaded stays; from here on there is garbage to collect
            self.tally.add(result)
            self.faults += result.error is not None and result.error.slug in OUR_FAULTS
            if result.error is not None:
                self.aloud(f"checker: {line(result.error.message, 300)} [{result.error.slug}]")
            for one in result.skipped:
                if one.reason == "language":
                    self.aloud(f"checker: note: {result.document.source}: {one.detail}")
            for notice in result.document.notices:
                if notice.startswith(_LOUD):
                    self.aloud(f"checker: note: {result.document.source}: {notice}")
            if result.document.notices:
                self.noticed.append((result.document.source, result.document.notices))
            if not quiet:
                for text in lead_lines(result, self.info.names, words, colour):
                    self._make_room()
                    click.echo(text)
            if self.progress is not None:
                self.progress.step()
            yield result
        self._make_room()

    def aloud(self, text: str) -> None:
        """Say something on stderr that somebody has to look at, also when stdout is a pipe; not without an end."""
        self.said += 1
        self._make_room()
        if self.said <= _MOST_NOTES:
            click.echo(on_a_line(text), err=True)
        elif self.said == _MOST_NOTES + 1:
            click.echo("checker: note: more of the same; the report and run.json have all of it", err=True)

    def _make_room(self) -> None:
        if self.progress is not None:
            self.progress.clear()


def manifest(
    run: Run, found: Expansion, reference: Reference, together: Together, inputs: Sequence[str], out: Path
) -> dict[str, object]:
    """The object of ``run.json``, but for the list of files; ``inputs`` are the arguments of a run into ``out``."""
    tally = run.tally
    affairs = {"affairs": len(together.affairs)} if together.affairs else {}
    reviewed = {} if run.ledger is None else {"review": {"ledger": run.ledger.sha256}}
    return {
        **about(run, reference),
        "run": run.info.sha256,
        "inputs": [_told(one, out) for one in inputs],
        **reviewed,
        "counts": {
            "documents": tally.documents, "errors": tally.failed, "claims": tally.claims, "leads": tally.leads,
            "labels": {label.value: tally.labels[label] for label in Label if tally.labels[label]},
            **affairs,
        },
        "notices": [{"source": source, "notices": list(notices)} for source, notices in run.noticed],
        "ignored": [{"name": one.name, "reason": one.reason} for one in found.ignored],
    }  # fmt: skip


def about(run: Run, reference: Reference) -> dict[str, object]:
    """What a run is the same by: version, tables, words, the day on which the law was looked at, options."""
    return {
        "checker": __version__,
        "tables": {
            "name": reference.name, "version": reference.version, "sha256": reference.sha256,
            "known_to": reference.known_to.isoformat(), "overlay": _laid(reference),
        },
        "words": words_digests(folder("reference")),
        "as_of": run.info.as_of.isoformat(),
        "options": dict(run.info.options),
    }  # fmt: skip


def _told(argument: str, out: Path) -> str:
    """An input as the manifest tells it: its path from the folder in which ``out`` lies, else its last name alone.

    So a report tells nobody where on a machine its author keeps things, and finds its documents when moved with them.
    """
    if argument == "-" or "://" in argument:
        return argument
    path = Path(os.path.abspath(argument))
    beside = Path(os.path.abspath(out)).parent
    return printable((path.relative_to(beside) if path.is_relative_to(beside) else Path(path.name)).as_posix())


def _laid(reference: Reference) -> dict[str, str] | None:
    laid = reference.overlay
    return None if laid is None else {"name": laid.name, "version": laid.version, "sha256": laid.sha256}
