"""The frame function: a frame of what is asked in, a frame of answers out, row by row, on one machine or on many.

It is what ``check_frame`` calls on a whole frame, what Dask maps over its partitions and Spark over its batches.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from checker import __version__
from checker.corpus import Entry, Reading, check_one, failed, names_of
from checker.documents.members import Member
from checker.documents.reading import document_from_text, document_id
from checker.documents.sources import Source, Unopened
from checker.errors import CheckerError, InputError
from checker.formats.journal import packed, shape, unpacked, whole
from checker.frames.cells import BadCell, Row
from checker.frames.tidy import tidy, tidy_bad
from checker.model import Document, Failure, Result
from checker.pipeline import Checker, check_document, load_checker
from checker.records import record
from checker.views import RunInfo, wording

if TYPE_CHECKING:
    from pandas import DataFrame

ASKED = {"position": "int64", "entry": "str"}
"""The columns of what is asked: a number that orders the answers, and a row or an input, as JSON."""

_KINDS = {kind.__name__: kind for kind in (Source, Member, Unopened, Row, BadCell)}

ANSWERS = {
    "position": "int64",
    "row": "str",
    "document_id": "str",
    "claims": "int64",
    "leads": "int64",
    "answer": "str",
}
"""The columns of the answers, one row for each row asked; ``answer`` is JSON."""

DDL = ", ".join(f"{name} {'bigint' if kind == 'int64' else 'string'}" for name, kind in ANSWERS.items())
"""The same columns as Spark writes a schema."""

WHOLE, TIDY = "whole", "tidy"
"""What an answer holds: the result in full, as a journal has it; or its rows of the four tables."""

_one_at_a_time = Lock()  # threads of one process share its tables, and would only take turns anyway


@record
class Task:
    """What all rows have in common: how they are read, tables of the caller's, what the answers hold and in which words.

    ``made_by`` is what asks; a process with another version or other tables refuses, so that no two are mixed.
    """

    reading: Reading
    overlay: Path | None = None
    holds: str = TIDY
    language: str = "en"
    made_by: tuple[str, ...] = ()


class OtherVersionError(CheckerError):
    """A process that should answer has another version of this program, or other tables."""

    slug = "other-version"


def made_by(checker: Checker) -> tuple[str, ...]:
    """What answers depend on beside the texts: version, tables with what is laid over them, shape of a result."""
    return __version__, checker.reference.sha256, shape()


def asked(entries: Iterable[Entry | Row | BadCell], first: int = 0) -> DataFrame:
    """The frame that asks for ``entries``, numbered from ``first`` in their order."""
    from pandas import DataFrame, Series

    lines = [packed(one) for one in entries]
    positions = Series(range(first, first + len(lines)), dtype="int64")
    return DataFrame({"position": positions, "entry": Series(lines, dtype=ASKED["entry"])})


def no_answers() -> DataFrame:
    """A frame of answers without a row: its columns and their types."""
    return _typed([])


def answered(frame: DataFrame, task: Task) -> DataFrame:
    """The answers to a frame of what is asked: a row for each row, in the same order.

    Whatever is wrong with one row is in its answer. Raises OtherVersionError, and TableError for tables that do not hold.
    """
    checker, run = tables_for(task.overlay, task.language)
    ours = made_by(checker)
    if task.made_by and task.made_by != ours:
        raise OtherVersionError(
            f"this process has checker {_told(ours)}, the one that asks {_told(task.made_by)}: install the same on all",
        )
    return _typed(list(_answers(frame, task, checker, run)))


@cache
def tables_for(overlay: Path | None, language: str) -> tuple[Checker, RunInfo]:
    """The tables of this process and what its rows are told with; loaded once."""
    checker = load_checker(overlay)
    law = checker.reference
    run = RunInfo(__version__, law.version, law.known_to, law.known_to, names_of(law), language)
    return checker, run


def check_row(row: Row, reading: Reading, checker: Checker) -> Result:
    """The result of one row; what is wrong with its text is the result's ``error``."""
    name = row.url or row.label
    try:
        document = document_from_text(
            row.text,
            row.label,
            source=name,
            title=row.title,
            published=row.published or reading.published,
            published_default=reading.published_default,
            language=row.language or reading.language,
            as_of=reading.as_of,
        )
        return check_document(document, checker)
    except InputError as error:
        return failed(row.label, name, error.slug, str(error))
    except Exception as error:
        if reading.strict:
            raise
        words = f"{name}: {type(error).__name__} inside checker: {error}; please report it with the text"
        return Result(Document(document_id(row.label), row.label, name, "", ""), error=Failure("internal", words))


def _answers(frame: DataFrame, task: Task, checker: Checker, run: RunInfo) -> Iterator[tuple[Any, ...]]:
    words = wording(task.language)
    for position, line in zip(frame["position"], frame["entry"], strict=True):
        entry: Entry | Row | BadCell = unpacked(line, _KINDS)
        if isinstance(entry, BadCell):
            yield position, entry.label, "", 0, 0, _json(tidy_bad(entry))
            continue
        with _one_at_a_time:
            if isinstance(entry, Row):
                label, column, result = entry.label, entry.column, check_row(entry, task.reading, checker)
            else:
                result = check_one(entry, task.reading, checker)
                label, column = result.document.key, ""
        leads = sum(one.label.flagged for one in result.findings)
        answer = whole(result) if task.holds == WHOLE else _json(tidy(label, result, run, words, column))
        yield position, label, result.document.id, len(result.findings), leads, answer


def _json(found: object) -> str:
    return json.dumps(found, separators=(",", ":"))


def _typed(rows: list[tuple[Any, ...]]) -> DataFrame:
    from pandas import DataFrame

    return DataFrame(rows, columns=list(ANSWERS)).astype(ANSWERS)


def _told(made: tuple[str, ...]) -> str:
    return f"{made[0]} with the tables {made[1][:12]}"
