"""Inputs -> windows of a bounded size -> an engine -> results in input order, each once, as this process would give them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from checker.corpus import Entry, Reading, check_one, lost
from checker.documents.members import Member
from checker.documents.sources import Source
from checker.errors import CheckerError, UsageError
from checker.formats.journal import Key, key_of, restored
from checker.frames.answering import WHOLE, Task, asked, made_by
from checker.model import Provision, Result
from checker.pipeline import Checker
from checker.records import record

if TYPE_CHECKING:
    from pandas import DataFrame

_FEWEST, _MOST = 4, 64  # documents in a part: few at first, so that something is done soon
_ROUNDS = 4  # parts for each worker in a window: enough to even out long and short ones
_AHEAD = 2  # windows under way: one begins before the last part of the other is done

_UNSEEN = ("missing", "unreadable", "special")


class LostError(Exception):
    """An engine gave up on a frame, since those who worked on it ended again and again."""


class EngineError(CheckerError):
    """An engine cannot be reached, or stopped; what was done is kept, and ``--resume`` goes on from there."""

    slug = "engine"


class Engine(Protocol):
    """What runs the frame function somewhere."""

    @property
    def workers(self) -> int:
        """How many parts are worked on at once, at least one."""

    def begin(self, frame: DataFrame, task: Task, parts: int) -> Callable[[], DataFrame]:
        """Begin to answer ``frame`` in so many parts; the answers, in any order, come from calling what is returned.

        That raises LostError or EngineError, and whatever else the frame function raises.
        """


@record
class _Window:
    """Inputs that are under way together: ``sent`` is the frame that asks for those that are not read here."""

    entries: tuple[Entry, ...]
    first: int
    sent: DataFrame
    pending: Callable[[], DataFrame] | None


def check_on(
    engine: Engine, entries: Iterable[Entry], reading: Reading, checker: Checker, overlay: Path | None
) -> Iterator[Result]:
    """The result of every input, in order and one at a time, equal to what ``check_inputs`` gives on this machine.

    What an engine loses is tried again in halves, so that only the document that ends its process is lost to it. Raises
    EngineError, and UsageError (slug ``engine``) when files of this machine are not there for the workers.
    """
    place = overlay.absolute() if overlay is not None else None
    task = Task(reading, place, WHOLE, made_by=made_by(checker))
    provisions = {key_of(one): one for one in checker.reference.provisions}
    waiting: deque[_Window] = deque()
    rest, size, first = iter(entries), _FEWEST, 0
    while True:
        while len(waiting) < _AHEAD:
            taken = tuple(islice(rest, size * _ROUNDS * engine.workers))
            if not taken:
                break
            waiting.append(_begun(engine, taken, first, size, task))
            first, size = first + len(taken), min(2 * size, _MOST)
        if not waiting:
            return
        window = waiting.popleft()
        yield from _results(engine, window, task, reading, checker, provisions)


def _begun(engine: Engine, entries: tuple[Entry, ...], first: int, size: int, task: Task) -> _Window:
    whole = asked((_placed(one) for one in entries), first)
    sent = whole[[_elsewhere(one) for one in entries]].reset_index(drop=True)
    pending = engine.begin(sent, task, -(-len(sent) // size)) if len(sent) else None
    return _Window(entries, first, sent, pending)


def _elsewhere(entry: Entry) -> bool:
    """True for what workers can read; standard input belongs to this process, and what cannot be opened needs none."""
    return isinstance(entry, Member) or (isinstance(entry, Source) and entry.path is not None)


def _placed(entry: Entry) -> Entry:
    """The same input by its whole path, since workers stand in folders of their own."""
    if isinstance(entry, Source) and entry.path is not None:
        return replace(entry, path=entry.path.absolute())
    return entry


def _results(
    engine: Engine, window: _Window, task: Task, reading: Reading, checker: Checker, provisions: dict[Key, Provision]
) -> Iterator[Result]:
    answers: dict[int, str] = {}
    if window.pending is not None:
        expected = set(window.sent["position"])
        for position, answer in _answers(engine, window.sent, task, window.pending):
            if position not in expected or position in answers:
                raise EngineError(
                    f"the engine answered for input {position} twice, or unasked: report it", "internal"
                )
            answers[position] = answer
        if len(answers) != len(expected):
            raise EngineError(f"the engine lost {len(expected) - len(answers)} answers: report it", "internal")
    for position, entry in enumerate(window.entries, window.first):
        if position not in answers:
            yield check_one(entry, reading, checker)
        elif not answers[position]:
            yield lost(entry)
        else:
            result = restored(answers[position], provisions)
            yield result if result.error is None else _read_here(entry, result, reading, checker)


def _read_here(entry: Entry, result: Result, reading: Reading, checker: Checker) -> Result:
    """What this process says of an input that a worker could not read, in its own words and with its own paths."""
    ours = check_one(entry, reading, checker)
    if ours.error is None and result.error is not None and result.error.slug in _UNSEEN:
        raise UsageError(
            f"{result.error.message}: it is there for this process, but not for the one that should read it; "
            "put the inputs where all machines find them under the same path",
            "engine",
        )
    return ours


def _answers(
    engine: Engine, frame: DataFrame, task: Task, pending: Callable[[], DataFrame]
) -> Iterator[tuple[int, str]]:
    """The answers by position; empty for a document whose process ended whenever it was read."""
    try:
        found = pending()
    except LostError:
        if len(frame) == 1:
            yield int(frame["position"].iloc[0]), ""
            return
        middle = len(frame) // 2
        for half in (frame.iloc[:middle], frame.iloc[middle:]):
            again = half.reset_index(drop=True)
            yield from _answers(engine, again, task, engine.begin(again, task, min(len(again), 2 * engine.workers)))
    else:
        yield from zip((int(one) for one in found["position"]), found["answer"], strict=True)
