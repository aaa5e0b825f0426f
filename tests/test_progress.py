"""The line that tells how far a run is: seen by people, never by pipes, and gone when something else is said."""

from __future__ import annotations

import io

import pytest

from checker.cli.progress import Progress, progress_line


def stepped(total: int, wanted: bool, monkeypatch: pytest.MonkeyPatch, steps: int = 2) -> str:
    clock = iter(range(100))
    monkeypatch.setattr("time.monotonic", lambda: float(next(clock)))
    stream = io.StringIO()
    progress = Progress(total, stream, wanted)
    for _ in range(steps):
        progress.step()
    progress.clear()
    return stream.getvalue()


def test_a_person_sees_documents_rate_and_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = stepped(100, True, monkeypatch)
    assert "\r1 of 100 documents, 1.0 a second, 1 min 39 s left" in shown
    assert "\r2 of 100 documents, 1.0 a second, 1 min 38 s left" in shown


def test_the_line_is_wiped_before_anything_else_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = stepped(100, True, monkeypatch)
    last = shown.split("\r")[-2]
    assert last == " " * len("2 of 100 documents, 1.0 a second, 1 min 38 s left")
    assert shown.endswith("\r")


@pytest.mark.parametrize(("total", "wanted"), [(100, False), (19, True), (1, True)])
def test_pipes_and_short_runs_see_nothing(monkeypatch: pytest.MonkeyPatch, total: int, wanted: bool) -> None:
    assert stepped(total, wanted, monkeypatch) == ""


@pytest.mark.parametrize(
    ("done", "seconds", "words"),
    [
        (0, 0.0, "0 of 7300 documents"),
        (0, 5.0, "0 of 7300 documents"),
        (1, 1.0, "1 of 7300 documents, 1.0 a second, 2 h 1 min left"),
        (100, 1.0, "100 of 7300 documents, 100 a second, 1 min 12 s left"),
        (7300, 9.0, "7300 of 7300 documents, 811 a second, 0 s left"),
    ],
)
def test_the_words_of_the_line(done: int, seconds: float, words: str) -> None:
    assert progress_line(done, 7300, seconds) == words
