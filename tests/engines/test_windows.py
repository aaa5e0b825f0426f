"""Windows of inputs through an engine that can be told to misbehave: in order, each once, as this process would have it."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from corpus_of_engines import corpus
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import corpus as many
from checker.corpus import Entry, Reading, check_inputs, in_order
from checker.documents.sources import Source, Unopened, expand_inputs
from checker.engines import windows
from checker.engines.windows import EngineError, LostError, check_on
from checker.errors import UsageError
from checker.formats.results import json_line, record
from checker.frames.answering import OtherVersionError, Task, answered, asked, made_by
from checker.model import Result
from checker.pipeline import Checker, load_checker

READING = Reading()


@dataclass
class Engine:
    """Answers in this process; ``change`` is what goes wrong with the answers, ``deadly`` the positions that end a worker."""

    workers: int = 2
    change: Callable[[pd.DataFrame], pd.DataFrame] = lambda frame: frame
    deadly: frozenset[int] = frozenset()
    begun: list[tuple[int, ...]] = field(default_factory=list)
    most_open: int = 0
    _open: int = 0

    def begin(self, frame: pd.DataFrame, task: Task, parts: int) -> Callable[[], pd.DataFrame]:
        self.begun.append(tuple(frame["position"]))
        assert 1 <= parts <= len(frame)
        self._open += 1
        self.most_open = max(self.most_open, self._open)
        sent = pickle.loads(pickle.dumps((frame, task)))

        def pending() -> pd.DataFrame:
            self._open -= 1
            if self.deadly & set(frame["position"]):
                raise LostError("ended")
            return self.change(answered(*sent))

        return pending


@pytest.fixture(scope="module")
def tables() -> Checker:
    return load_checker()


@pytest.fixture(scope="module")
def entries(tmp_path_factory: pytest.TempPathFactory) -> tuple[Entry, ...]:
    folder = corpus(tmp_path_factory.mktemp("windows") / "in", 3, 40)
    arguments = ["none.txt", str(folder)]
    return in_order(arguments, expand_inputs(arguments))


@pytest.fixture(scope="module")
def lines(entries: tuple[Entry, ...], tables: Checker) -> list[str]:
    return told(check_inputs(entries, READING, tables))


def told(results: Iterator[Result]) -> list[str]:
    return [json_line(record(one)) for one in results]


def test_results_are_those_of_this_process_in_order(
    entries: tuple[Entry, ...], lines: list[str], tables: Checker
) -> None:
    engine = Engine(change=lambda frame: frame.sample(frac=1, random_state=1))  # answers may come in any order
    assert told(check_on(engine, entries, READING, tables, None)) == lines
    asked_of_it = [one for window in engine.begun for one in window]
    assert sorted(asked_of_it) == list(range(1, len(entries)))  # the first cannot be opened and is not sent


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 5), st.integers(1, 3), st.integers(1, 3), st.integers(0, 12))
def test_however_windows_are_cut_nothing_is_lost_or_doubled(
    fewest: int, rounds: int, workers: int, count: int
) -> None:
    tables = load_checker()
    entries = [
        Unopened(f"n{at}", "missing", f"m{at}") if at % 3 else Source(Path(f"gone-{at}.txt"), f"k{at}")
        for at in range(count)
    ]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(windows, "_FEWEST", fewest)
        patched.setattr(windows, "_ROUNDS", rounds)
        found = told(check_on(Engine(workers), entries, READING, tables, None))
    assert found == told(check_inputs(entries, READING, tables))


def test_windows_are_bounded_and_only_two_are_under_way(
    entries: tuple[Entry, ...], lines: list[str], tables: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Memory does not grow with the number of documents: an input is taken only when its window begins."""
    monkeypatch.setattr(windows, "_FEWEST", 1)
    monkeypatch.setattr(windows, "_MOST", 2)
    taken: list[Entry] = []

    def one_by_one() -> Iterator[Entry]:
        for entry in entries:
            taken.append(entry)
            yield entry

    engine = Engine(workers=1)
    results = check_on(engine, one_by_one(), READING, tables, None)
    next(results)
    assert len(taken) == 4 + 8
    assert len(told(results)) == len(lines) - 1
    assert engine.most_open == 2
    assert max(len(window) for window in engine.begun) == 8


def test_a_document_that_ends_every_worker_costs_itself_alone(
    entries: tuple[Entry, ...], lines: list[str], tables: Checker
) -> None:
    deadly = 7
    found = list(check_on(Engine(deadly=frozenset({deadly})), entries, READING, tables, None))
    assert found[deadly].error is not None
    assert found[deadly].error.slug == "worker"
    assert "the process that read it ended" in found[deadly].error.message
    others = told(iter(found))
    assert [*others[:deadly], *others[deadly + 1 :]] == [*lines[:deadly], *lines[deadly + 1 :]]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda frame: frame.iloc[1:], "the engine lost 1 answers"),
        (lambda frame: pd.concat([frame, frame.iloc[:1]]), "the engine answered for input 1 twice"),
        (
            lambda frame: frame.assign(position=frame["position"] + 1000),
            "the engine answered for input 1001 twice, or unasked",
        ),
    ],
    ids=["lost", "twice", "unasked"],
)
def test_an_engine_that_loses_or_doubles_is_found_out(
    entries: tuple[Entry, ...], tables: Checker, change: Callable[[pd.DataFrame], pd.DataFrame], words: str
) -> None:
    with pytest.raises(EngineError, match=words):
        list(check_on(Engine(change=change), entries, READING, tables, None))


def test_files_that_only_this_process_sees_stop_the_run_with_a_word(
    entries: tuple[Entry, ...], tables: Checker, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "gone.txt"

    class Blind(Engine):
        def begin(self, frame: pd.DataFrame, task: Task, parts: int) -> Callable[[], pd.DataFrame]:
            elsewhere.unlink(missing_ok=True)
            pending = super().begin(frame, task, parts)

            def then() -> pd.DataFrame:
                answers = pending()
                elsewhere.write_text("The choir sang.")
                return answers

            return then

    elsewhere.write_text("The choir sang.")
    with pytest.raises(UsageError, match=r"gone\.txt: no such file: it is there for this process") as raised:
        list(check_on(Blind(), [Source(elsewhere, "gone.txt")], READING, tables, None))
    assert raised.value.slug == "engine"


def test_standard_input_is_read_here(tables: Checker, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stream:
        class buffer:  # noqa: N801
            @staticmethod
            def read(count: int) -> bytes:
                return b"The choir sang."

    monkeypatch.setattr("sys.stdin", Stream())
    engine = Engine()
    (result,) = check_on(engine, [Source(None, "stdin")], READING, tables, None)
    assert result.error is None
    assert engine.begun == []


def test_a_worker_with_another_version_or_other_tables_refuses(tables: Checker) -> None:
    ours = made_by(tables)
    for theirs in (("9.9", *ours[1:]), (ours[0], "0" * 64, ours[2]), (*ours[:2], "0" * 16)):
        with pytest.raises(OtherVersionError, match="install the same on all") as raised:
            answered(asked([Unopened("a", "missing", "a")]), Task(READING, made_by=theirs))
        assert raised.value.slug == "other-version"
        assert pickle.loads(pickle.dumps(raised.value)).slug == "other-version"  # it comes back from another machine


def test_a_fault_of_ours_is_told_once_more_by_this_process(
    entries: tuple[Entry, ...], tables: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: Any) -> Result:
        raise RuntimeError("boom")

    monkeypatch.setattr(many, "check_document", fail)
    found = list(check_on(Engine(), entries[:4], READING, tables, None))
    assert [one.error.slug for one in found if one.error] == ["missing", "internal", "internal", "internal"]
