"""What a program calls: ``check`` for a text, ``check_frame`` for a data frame, ``answers`` and ``read_answers`` for frames anywhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from checker.corpus import Reading
from checker.dates import DayError
from checker.errors import InputError, UsageError
from checker.frames.answering import DDL, Task, answered, asked, no_answers, tables_for
from checker.frames.cells import Columns, Row, columns_of, day_in, rows_of
from checker.frames.checked import Checked, gathered
from checker.frames.tidy import TABLES, Rows
from checker.views import wording

if TYPE_CHECKING:
    from pandas import DataFrame, Index

Frame = TypeVar("Frame")
Day = date | str | None


def check(
    text: str,
    *,
    published: Day = None,
    title: str = "",
    language: str | None = None,
    as_of: Day = None,
    reference: Path | str | None = None,
    report_language: str = "en",
) -> Checked:
    """What one text reports, as tables of one document.

    ``published`` is the publication day (a date, or words such as 2024-05-01); without it the text's own date line counts.
    ``language`` None finds it out; ``as_of`` is the day on which the law is looked at, and only tells of texts published
    after it; ``reference`` is a folder of tables laid over the built-in ones; ``report_language`` is that of the words.
    Raises InputError for what is no text, UsageError for days, languages and folders that are none.

    >>> import checker
    >>> found = checker.check("North Korea shipped shells to Russia, the White House said.", published="2022-11-03")
    >>> found
    Checked(documents=1, claims=1, leads=1, skipped=0)
    >>> lead = found.leads.iloc[0]
    >>> lead["giver"], lead["taker"], lead["activity"], lead["provisions"], lead["in_force"]
    ('North Korea', 'Russia', 'arms_export', '1718:8(b) + 1874:9', 'yes + yes')
    """
    if not isinstance(text, str):
        raise UsageError(f"check takes one text, not {type(text).__name__}: use check_frame for a frame", "text")
    task = _task(_day(published), None, as_of, reference, report_language)
    found = _rows(answered(asked([Row("text", text, title=title, language=language)]), task))
    rows = next(found)
    if not rows["documents"]:
        fault = rows["skipped"][0]
        raise InputError(str(fault["detail"]), str(fault["reason"]))
    return _opened(iter([rows]), reference, report_language)


def check_frame(
    frame: DataFrame,
    *,
    text: str,
    published: Day = None,
    id: str | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
    published_default: Day = None,
    as_of: Day = None,
    reference: Path | str | None = None,
    report_language: str = "en",
) -> Checked:
    """What the texts of a frame report: every row is a document, or a row among the ``skipped`` with its label and column.

    ``text``, ``id``, ``title``, ``url`` and ``language`` name columns; ``published`` names one, or is one day for all.
    ``published_default`` is the day of rows that have none, and whose text shows none. Without ``id`` rows go by their
    index. The frame is left as it is. Raises UsageError for columns that are not there.

    >>> import pandas as pd
    >>> import checker
    >>> news = pd.DataFrame({
    ...     "body": ["Moscow bought shells from North Korea, Washington said.", "The choir sang.", None],
    ...     "day": ["2022-11-03", "2022-11-04", "2022-11-05"],
    ... })
    >>> found = checker.check_frame(news, text="body", published="day")
    >>> found.leads[["row", "activity", "giver_id", "taker_id", "speakers"]].values.tolist()
    [[0, 'arms_export', 'PRK', 'RUS', 'Washington']]
    >>> found.skipped[["row", "column", "reason"]].values.tolist()
    [[2, 'body', 'no_text']]
    """
    from pandas import Index

    more = {"id": id, "title": title, "url": url, "language": language}
    columns = columns_of(text, published, more, frame)
    task = _task(_one_day(columns), published_default, as_of, reference, report_language)
    labels = frame.index if id is None else Index(frame[id])
    return _opened(_rows(_answer(frame, columns, task)), reference, report_language, labels)


def answers(
    frame: Frame,
    *,
    text: str,
    published: Day = None,
    id: str | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
    published_default: Day = None,
    as_of: Day = None,
    reference: Path | str | None = None,
    report_language: str = "en",
) -> Frame:
    """A frame of answers, a row for each row of ``frame``; of Dask or Spark where ``frame`` is, and then made when asked for.

    The columns: ``position`` in its part of the frame, ``row``, ``document_id``, how many ``claims`` and ``leads``, and
    ``answer``, which ``read_answers`` opens. The parameters are those of ``check_frame``; on many machines give ``id``, a
    column whose values differ, since there an index does not tell rows apart.
    """
    asking: Any = frame
    more = {"id": id, "title": title, "url": url, "language": language}
    columns = columns_of(text, published, more, asking)
    task = _task(_one_day(columns), published_default, as_of, reference, report_language)
    home = type(frame).__module__.partition(".")[0]
    made: Any
    if home == "pyspark":
        made = asking.select(*columns.named()).mapInPandas(_Batches(columns, task), schema=DDL)
    elif home.startswith("dask"):
        made = asking.map_partitions(_answer, columns, task, meta=no_answers())
    else:
        made = _answer(asking, columns, task)
    return made  # type: ignore[no-any-return]


def read_answers(answers: DataFrame, *, reference: Path | str | None = None, report_language: str = "en") -> Checked:
    """The four tables that a pandas frame of answers holds, in its order; name the same tables of yours as before.

    >>> import pandas as pd
    >>> import checker
    >>> news = pd.DataFrame({"body": ["North Korea sent workers to Russia, Kyiv said."], "n": ["a7"]})
    >>> found = checker.answers(news, text="body", published="2022-11-02", id="n")
    >>> list(found.columns), found["leads"].tolist()
    (['position', 'row', 'document_id', 'claims', 'leads', 'answer'], [1])
    >>> checker.read_answers(found).leads[["row", "activity", "giver_id"]].values.tolist()
    [['a7', 'worker_authorisation', 'PRK']]
    """
    return _opened(_rows(answers), reference, report_language)


class _Batches:
    """The frame function as Spark calls it: on an iterator of batches."""

    def __init__(self, columns: Columns, task: Task) -> None:
        self._columns, self._task = columns, task

    def __call__(self, frames: Iterator[DataFrame]) -> Iterator[DataFrame]:
        return (_answer(frame, self._columns, self._task) for frame in frames)


def _answer(frame: DataFrame, columns: Columns, task: Task) -> DataFrame:
    return answered(asked(rows_of(frame, columns)), task)


def _rows(answers: DataFrame) -> Iterator[Rows]:
    for line in answers["answer"]:
        found = json.loads(line)
        if not isinstance(found, dict) or found.keys() != TABLES.keys():
            raise UsageError(
                "these are no answers that 'answers' made: give its frame with all its columns", "answers"
            )
        yield found


def _opened(
    found: Iterator[Rows], reference: Path | str | None, language: str, labels: Index[Any] | None = None
) -> Checked:
    _, run = tables_for(_folder(reference), language)
    return gathered(found, run, wording(language), labels)


def _task(published: date | None, default: Day, as_of: Day, reference: Path | str | None, language: str) -> Task:
    wording(language)  # says at once which languages there are
    return Task(Reading(published, _day(default), None, _day(as_of)), _folder(reference), language=language)


def _day(day: Day) -> date | None:
    """The day meant; raises DayError (slug ``day``) for words that are none."""
    if day is None or day_in(day) is not None:
        return day_in(day)
    raise DayError(f"{day!r} is not a day: give a date, or write year, month and day as 2024-05-01")


def _one_day(columns: Columns) -> date | None:
    """The day of all rows, where no column holds it."""
    return columns.published if isinstance(columns.published, date) else None


def _folder(reference: Path | str | None) -> Path | None:
    """The folder of the caller's tables; raises UsageError (slug ``reference``) when there is none."""
    if reference is None:
        return None
    folder = Path(reference)
    if not folder.is_dir():
        raise UsageError(f"reference={str(reference)!r}: no such folder", "reference")
    return folder
