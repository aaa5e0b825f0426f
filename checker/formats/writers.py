"""The machine formats of a run: which file each one is, and all that were asked for written side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

from checker.formats.comparison import Baseline
from checker.formats.results import FILE as RESULTS
from checker.formats.results import Record, Rejected, ResultsWriter
from checker.formats.results import record as as_record
from checker.model import Result
from checker.records import record
from checker.views import RunInfo, Wording

FILES = {
    "json": RESULTS,
    "csv": "leads.csv",
    "parquet": "leads.parquet",
    "sqlite": "results.sqlite",
    "sarif": "results.sarif",
    "junit": "junit.xml",
    "webannotation": "annotations.jsonld",
}
"""The file of each machine format, by the name that ``--format`` takes."""


class Writer(Protocol):
    """Writes one file of a folder as results come; ``close`` finishes it."""

    def add(self, result: Result, found: Record) -> None:
        """Take one result; ``found`` is its record."""

    def close(self) -> None:
        """Finish the file."""


@record
class Output:
    """Where the files of a run go and in which words: ``failing`` are the labels that JUnit counts as failures, or none
    for every flagged one; with a ``baseline`` SARIF says what is new; ``rejected`` names the leads of a result that reviewers
    rejected, each with who did so and why: SARIF suppresses them and JUnit skips them."""

    folder: Path
    run: RunInfo
    words: Wording
    failing: tuple[str, ...] = ()
    baseline: Baseline | None = None
    rejected: Rejected | None = None


def written(results: Iterable[Result], names: Sequence[str], output: Output) -> Iterator[Result]:
    """The same results, each written in every format of ``names`` before it is handed on; files are whole at the end.

    Raises UsageError (slug ``extra``) for a format whose library is not installed, before the first result is taken.
    """
    with ExitStack() as opened:
        writers: list[Writer] = []
        for name in names:
            writer = _OPENERS[name](output)
            opened.callback(writer.close)
            writers.append(writer)
        for result in results:
            found = as_record(result)
            for writer in writers:
                writer.add(result, found)
            yield result


def _results(output: Output) -> Writer:
    return ResultsWriter(output.folder)


# each of the others is imported when asked for, since most runs want one or two


def _csv(output: Output) -> Writer:
    from checker.formats.spreadsheet import CsvWriter

    return CsvWriter(output.folder, output.run, output.words)


def _parquet(output: Output) -> Writer:
    from checker.formats.parquet import ParquetWriter

    return ParquetWriter(output.folder, output.run, output.words)


def _sqlite(output: Output) -> Writer:
    from checker.formats.database import DatabaseWriter

    return DatabaseWriter(output.folder, output.run, output.words)


def _sarif(output: Output) -> Writer:
    from checker.formats.sarif import SarifWriter

    return SarifWriter(output.folder, output.run, output.words, output.baseline, output.rejected)


def _junit(output: Output) -> Writer:
    from checker.formats.junit import JUnitWriter

    return JUnitWriter(output.folder, output.run, output.words, output.failing, output.rejected)


def _webannotation(output: Output) -> Writer:
    from checker.formats.annotation import AnnotationWriter

    return AnnotationWriter(output.folder, output.run, output.words)


_OPENERS: dict[str, Callable[[Output], Writer]] = {
    "json": _results, "csv": _csv, "parquet": _parquet, "sqlite": _sqlite, "sarif": _sarif, "junit": _junit,
    "webannotation": _webannotation,
}  # fmt: skip
