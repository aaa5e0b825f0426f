"""A run that is stopped at any moment goes on where it was, and its files are those of a run that nobody stopped."""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
import report_samples as samples
from click.testing import CliRunner

from checker.cli import main
from checker.formats.journal import FILE, Journal, key_of
from checker.model import Document, Failure, Provision, Result, Skipped

ROOT = Path(__file__).parent.parent
RUN = {"tables": "a"}
RESULTS = (
    *samples.everything(),
    Result(Document("d-x", "x", "x", "0", "nul \x00 \u2028 \U0001f680"), error=Failure("a", "b")),
)
PROVISIONS = {
    key_of(one.match.provision): one.match.provision
    for result in RESULTS
    for finding in result.findings
    for one in finding.assessed
}


def filled(folder: Path, results: tuple[Result, ...] = RESULTS, run: dict[str, str] = RUN) -> Path:
    journal = Journal(folder, run, resume=False)
    for one in results:
        journal.add(one)
    journal.close()
    return folder / FILE


def held(folder: Path, run: dict[str, str] = RUN) -> list[Result]:
    journal = Journal(folder, run, resume=True)
    found = list(journal.held(PROVISIONS))
    journal.close()
    return found


# --- the journal ------------------------------------------------------------------------------------------------


def test_results_come_back_as_they_were(tmp_path: Path) -> None:
    filled(tmp_path)
    assert held(tmp_path) == list(RESULTS)


def test_a_half_written_line_is_not_taken_up_and_nothing_else_is_lost(tmp_path: Path) -> None:
    path = filled(tmp_path)
    whole = path.read_bytes()
    ends = [at for at, byte in enumerate(whole) if byte == 10]
    for count, (start, end) in enumerate(pairwise(ends)):
        for cut in (start + 1, (start + end) // 2, end):
            path.write_bytes(whole[: cut + (cut == start)])
            assert held(tmp_path) == list(RESULTS[:count]), cut
            path.write_bytes(whole)


def test_a_line_that_was_damaged_ends_what_is_taken_up(tmp_path: Path) -> None:
    path = filled(tmp_path)
    lines = path.read_bytes().split(b"\n")
    lines[2] = b'["not", "a", "result"]'
    path.write_bytes(b"\n".join(lines))
    assert held(tmp_path) == list(RESULTS[:1])


def test_another_run_begins_anew(tmp_path: Path) -> None:
    filled(tmp_path)
    assert held(tmp_path, {"tables": "b"}) == []


def test_a_provision_that_is_no_longer_in_the_tables_ends_what_is_taken_up(tmp_path: Path) -> None:
    filled(tmp_path)
    journal = Journal(tmp_path, RUN, resume=True)
    first_with_law = next(at for at, one in enumerate(RESULTS) if one.findings)
    assert list(journal.held({})) == list(RESULTS[:first_with_law])
    journal.close()


def test_a_journal_without_results_goes(tmp_path: Path) -> None:
    path = filled(tmp_path, ())
    assert not path.exists()


def test_every_type_that_a_result_is_made_of_is_one_that_the_journal_reads() -> None:
    """A new kind of field in the model has to be taught to the journal: this test says which."""
    seen: set[str] = set()
    waiting: list[Any] = [Result]
    while waiting:
        kind = waiting.pop()
        if arguments := get_args(kind):
            assert len([one for one in arguments if one not in (type(None), Ellipsis)]) == 1, kind
            waiting.extend(arguments)
        elif is_dataclass(kind) and isinstance(kind, type) and kind is not Provision and kind.__name__ not in seen:
            seen.add(kind.__name__)
            waiting.extend(get_type_hints(kind)[one.name] for one in fields(kind))
    assert {"Result", "Finding", "Statement", "Evidence"} <= seen
    assert Skipped.__name__ in seen


# --- runs -------------------------------------------------------------------------------------------------------

WORDS = "Moscow bought shells from North Korea last month, Washington said on Tuesday. (No. {n})\n"
EVERY = tuple(part for name in ("html", "json", "csv", "sqlite", "sarif", "junit") for part in ("-f", name))


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(12):
        (folder / f"{n:02}.txt").write_text(WORDS.format(n=n), encoding="utf-8")
    (folder / "05.txt").write_bytes(b"\x00\x01binary")
    monkeypatch.chdir(tmp_path)
    return folder


def arguments(out: str, *more: str) -> list[str]:
    return ["check", "in", "-o", out, "--published", "2022-11-03", "--as-of", "2026-12-01", *EVERY, *more]


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def killed(out: str, folder: Path, after: float, jobs: int = 1) -> None:
    """Start a run and kill it, with no chance to tidy up, ``after`` seconds."""
    command = [sys.executable, "-m", "checker", *arguments(out, "--jobs", str(jobs), "--resume")]
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.wait()


def kills(count: int, folder: Path, jobs: int = 1) -> None:
    reference = CliRunner().invoke(main, arguments("whole"))
    assert reference.exit_code == 3, reference.output
    whole = bytes_of(folder / "whole")
    moments = random.Random(count)
    for _ in range(count):
        killed("broken", folder, moments.uniform(0.05, 1.6), jobs)
    assert CliRunner().invoke(main, arguments("broken", "--resume")).exit_code == 3
    assert bytes_of(folder / "broken") == whole


def test_killed_at_random_moments_and_resumed_it_is_as_if_nothing_had_been(corpus: Path) -> None:
    kills(6, corpus.parent)


def test_killed_with_two_processes_at_work(corpus: Path) -> None:
    kills(3, corpus.parent, jobs=2)


@pytest.mark.long
def test_a_hundred_kills(corpus: Path) -> None:
    for _ in range(20):
        kills(5, corpus.parent)
        for path in (corpus.parent / "broken").iterdir():
            path.unlink()


def stop_after(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """Stop the run as Ctrl-C does, once ``count`` documents are checked."""
    from checker import corpus as module

    original = module.check_one
    done = iter(range(count))

    def stopping(*given: Any) -> Result:
        if next(done, None) is None:
            raise KeyboardInterrupt
        return original(*given)

    monkeypatch.setattr(module, "check_one", stopping)


def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    from checker import corpus as module

    original, calls = module.check_one, []

    def counting(*given: Any) -> Result:
        calls.append(given)
        return original(*given)

    monkeypatch.setattr(module, "check_one", counting)
    while True:
        yield len(calls)


def test_what_was_done_is_not_done_again(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        stop_after(patch, 7)
        assert CliRunner().invoke(main, arguments("out")).exit_code == 130
    assert [path.name for path in (corpus.parent / "out").iterdir()] == [FILE]
    calls = counted(monkeypatch)
    next(calls)
    assert CliRunner().invoke(main, arguments("out", "--resume")).exit_code == 3
    assert next(calls) == 12 - 7
    assert FILE not in bytes_of(corpus.parent / "out")


CHANGES = {
    "a document that changed": lambda folder: (folder / "02.txt").write_text("Something else.\n", encoding="utf-8"),
    "a document that is gone": lambda folder: (folder / "02.txt").unlink(),
    "a document that came between": lambda folder: (folder / "01b.txt").write_text("Something.\n", encoding="utf-8"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_inputs_that_changed_meanwhile_are_read_again(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    with monkeypatch.context() as patch:
        stop_after(patch, 7)
        CliRunner().invoke(main, arguments("out"))
    CHANGES[change](corpus)
    resumed = CliRunner().invoke(main, arguments("out", "--resume"))
    assert CliRunner().invoke(main, arguments("fresh")).exit_code == resumed.exit_code
    assert bytes_of(corpus.parent / "out") == bytes_of(corpus.parent / "fresh")


def test_other_options_begin_anew(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        stop_after(patch, 7)
        CliRunner().invoke(main, arguments("out"))
    calls = counted(monkeypatch)
    next(calls)
    CliRunner().invoke(main, arguments("out", "--resume", "--report-language", "fr"))
    assert next(calls) == 12


def test_without_resume_a_run_begins_anew(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        stop_after(patch, 7)
        CliRunner().invoke(main, arguments("out"))
    calls = counted(monkeypatch)
    next(calls)
    CliRunner().invoke(main, arguments("out"))
    assert next(calls) == 12


def test_resuming_with_nothing_to_resume_is_a_run(corpus: Path) -> None:
    assert CliRunner().invoke(main, arguments("out", "--resume")).exit_code == 3
    assert CliRunner().invoke(main, arguments("out", "--resume")).exit_code == 3
    assert len(json.loads((corpus.parent / "out" / "run.json").read_text(encoding="utf-8"))["files"]) == 19


def test_resuming_into_standard_output_is_wrong_usage(corpus: Path) -> None:
    done = CliRunner().invoke(main, ["check", "in", "-o", "-", "--resume"])
    assert done.exit_code == 2
    assert "--resume needs a folder: what goes to standard output is not kept [resume]" in done.stderr


def test_two_runs_in_one_folder_are_refused(corpus: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    out = corpus.parent / "out"
    out.mkdir()
    other = os.open(out, os.O_RDONLY)
    fcntl.flock(other, fcntl.LOCK_EX)
    try:
        done = CliRunner().invoke(main, arguments("out"))
    finally:
        os.close(other)
    assert done.exit_code == 2
    assert "another run is writing to 'out': wait for it, or choose another folder with --out [busy]" in done.stderr
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_a_disk_that_fails_is_named_and_what_was_done_is_kept(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    from checker.formats.results import ResultsWriter

    original = ResultsWriter.add
    done = iter(range(5))

    def failing(self: ResultsWriter, result: Result, found: dict[str, Any]) -> None:
        if next(done, None) is None:
            raise OSError(code, os.strerror(code))
        original(self, result, found)

    with monkeypatch.context() as patch:
        patch.setattr(ResultsWriter, "add", failing)
        stopped = CliRunner().invoke(main, arguments("out"))
    assert stopped.exit_code == 2
    assert f"cannot write to 'out': {os.strerror(code)}" in stopped.stderr
    assert "Traceback" not in stopped.output
    assert CliRunner().invoke(main, arguments("out", "--resume")).exit_code == 3
    CliRunner().invoke(main, arguments("whole"))
    assert bytes_of(corpus.parent / "out") == bytes_of(corpus.parent / "whole")


def test_a_foreign_journal_is_left_alone(corpus: Path) -> None:
    out = corpus.parent / "out"
    out.mkdir()
    (out / FILE).write_text("mine", encoding="utf-8")
    assert CliRunner().invoke(main, arguments("out")).exit_code == 2
    assert (out / FILE).read_text(encoding="utf-8") == "mine"
