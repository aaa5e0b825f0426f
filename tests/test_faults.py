"""Disks that fill up, folders that cannot be written, processes that die: nothing is lost, nothing twice, each is named."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import main

ROOT = Path(__file__).parent.parent
WORDS = "Moscow bought shells from North Korea last month, Washington said on Tuesday. (No. {n})\n"
OPTIONS = ("--published", "2022-11-03", "--as-of", "2026-12-01", "-f", "html", "-f", "json", "-f", "csv")
COUNT = 6


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with documents in ``in``, and in ``whole`` what an undisturbed run makes of them."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CHECKER_DEBUG", raising=False)
    (tmp_path / "in").mkdir()
    for n in range(COUNT):
        (tmp_path / "in" / f"{n}.txt").write_text(WORDS.format(n=n), encoding="utf-8")
    assert check("whole").exit_code == 0
    return tmp_path


def check(out: str, *more: str):  # type: ignore[no-untyped-def]
    return CliRunner().invoke(main, ["check", "in", "-o", out, *OPTIONS, *more])


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def as_a_user(home: Path, code: str, *more: str) -> subprocess.CompletedProcess[str]:
    """A run in a process of its own, in which ``code`` is executed first."""
    script = f"import os, sys, resource, signal\n{code}\nfrom checker.cli import main\nmain({['check', 'in', '-o', 'out', *OPTIONS, *more]!r})"
    return subprocess.run(
        [sys.executable, "-c", script], cwd=home, capture_output=True, text=True, check=False, timeout=300,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def resumes(home: Path, *more: str) -> None:
    """The same command with --resume gives the bytes of the run that nobody disturbed."""
    done = check("out", "--resume", *more)
    assert done.exit_code == 0, done.output
    assert bytes_of(home / "out") == bytes_of(home / "whole")


# --- disks ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("room", [0, 1, 3_000, 20_000, 60_000])
def test_a_file_that_may_grow_no_further_stops_the_run_and_what_was_done_is_kept(home: Path, room: int) -> None:
    """As a full disk does, but on any machine: the system refuses to make a file larger than so many bytes."""
    pytest.importorskip("resource")
    limit = (
        f"signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\nresource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))"
    )
    done = as_a_user(home, limit)
    assert done.returncode == 2, done.stderr
    assert "cannot write to 'out': " in done.stderr
    assert "[report]" in done.stderr
    assert "Traceback" not in done.stderr
    left = {path.name for path in (home / "out").iterdir()} if (home / "out").exists() else set()
    assert left <= {".checker-journal"}, "nothing half-written is put in place"
    resumes(home)


def test_a_run_over_an_earlier_report_leaves_it_as_it_was_when_the_disk_is_full(home: Path) -> None:
    pytest.importorskip("resource")
    check("out")
    before = bytes_of(home / "out")
    (home / "in" / "0.txt").write_text(WORDS.format(n="other"), encoding="utf-8")
    done = as_a_user(
        home,
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\nresource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))",
    )
    assert done.returncode == 2
    assert {name: raw for name, raw in bytes_of(home / "out").items() if name != ".checker-journal"} == before


@pytest.fixture
def small_disk(home: Path) -> Iterator[Path]:
    """A real disk of 300 kB in the place of ``out``."""
    out = home / "out"
    out.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(out)], capture_output=True, check=False
    )
    if made.returncode != 0:
        out.rmdir()
        pytest.skip("only an administrator who may mount disks can make a small one")
    yield out
    subprocess.run(["umount", str(out)], check=True)


def test_a_disk_that_is_really_full(home: Path, small_disk: Path) -> None:
    (small_disk / "filler").write_bytes(b"x" * 200_000)
    done = check("out")
    assert done.exit_code == 2
    assert "cannot write to 'out': No space left on device" in done.stderr
    assert {path.name for path in small_disk.iterdir()} <= {"filler", ".checker-journal"}


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX systems")
def test_a_read_only_folder_is_wrong_usage_and_untouched(home: Path) -> None:
    out = home / "out"
    out.mkdir()
    if os.geteuid() == 0:
        made = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", str(out)], capture_output=True, check=False
        )
        if made.returncode != 0:
            pytest.skip("the administrator may write everywhere, and no disk can be mounted here")
    else:
        out.chmod(0o500)
    try:
        done = check("out")
        assert list(out.iterdir()) == []
    finally:
        if os.geteuid() == 0:
            subprocess.run(["umount", str(out)], check=True)
    assert done.exit_code == 2
    assert "cannot write to 'out': " in done.stderr
    assert "Traceback" not in done.output


# --- processes --------------------------------------------------------------------------------------------------

DIES = """
from checker import corpus
original = corpus.check_one
def run_out_of_memory():
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (1 << 20, hard))
    try:
        bytearray(1 << 30)
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
def dying(entry, *more):
    if entry.key == "2.txt" and os.getpid() != {parent}:
        {act}
    return original(entry, *more)
corpus.check_one = dying
"""
ACTS = {
    "killed": "os.kill(os.getpid(), signal.SIGKILL)",
    "out-of-memory": "run_out_of_memory()",
    "ends-itself": "os._exit(0)",
}


def in_workers(home: Path, act: str, *more: str) -> subprocess.CompletedProcess[str]:
    """A run with two workers that read ``2.txt`` to their harm: each worker loads the harness, as it loads every module."""
    harness = home / "harness"
    harness.mkdir(exist_ok=True)
    code = f"import os, sys, signal, resource\nPARENT = int(os.environ['PARENT'])\n{DIES.format(parent='PARENT', act=act)}"
    (harness / "faulty.py").write_text(code, encoding="utf-8")
    script = (
        "import os, sys\nos.environ['PARENT'] = str(os.getpid())\nimport faulty\nfrom checker import corpus\n"
        "begin = corpus._begin\n"
        "from faulty_begin import begin as begin_faulty\ncorpus._begin = begin_faulty\n"
        f"from checker.cli import main\nmain({['check', 'in', '-o', 'out', *OPTIONS, '--jobs', '2', *more]!r})"
    )
    (harness / "faulty_begin.py").write_text(
        "from checker import corpus\n_own = corpus._begin\n\n\ndef begin(overlay):\n    import faulty  # noqa: F401\n    _own(overlay)\n",
        encoding="utf-8",
    )
    (harness / "run.py").write_text(
        f"if __name__ == '__main__':\n    {script.replace(chr(10), chr(10) + '    ')}\n", encoding="utf-8"
    )
    return subprocess.run(
        [sys.executable, str(harness / "run.py")], cwd=home, capture_output=True, text=True, check=False, timeout=300,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{harness}"},
    )  # fmt: skip


@pytest.mark.parametrize("act", ACTS)
def test_a_worker_that_ends_costs_its_own_document_and_no_other(home: Path, act: str) -> None:
    done = in_workers(home, ACTS[act])
    assert done.returncode == 4, done.stderr
    assert "Traceback" not in done.stderr
    lines = [json.loads(line) for line in (home / "out" / "results.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [one["document"]["source"] for one in lines] == [f"{n}.txt" for n in range(COUNT)]
    failed = [one for one in lines if one["error"]]
    assert [(one["document"]["source"], one["error"]["slug"]) for one in failed] in (
        [("2.txt", "worker")], [("2.txt", "internal")],
    )  # fmt: skip
    assert all(len(one["claims"]) == 1 for one in lines if not one["error"])
    resumes(home)


# --- what was half written --------------------------------------------------------------------------------------


def test_after_results_that_were_cut_the_same_command_makes_the_report_whole(home: Path) -> None:
    check("out")
    path = home / "out" / "results.jsonl"
    path.write_bytes(path.read_bytes()[:-100])
    assert CliRunner().invoke(main, ["verify", "out"]).exit_code == 1
    resumes(home)
    assert CliRunner().invoke(main, ["verify", "out"]).exit_code == 0


@pytest.mark.parametrize("name", ["results.jsonl", "run.json", "index.html"])
def test_a_file_of_ours_that_is_empty_is_not_ours_any_more_and_stops_the_next_run(home: Path, name: str) -> None:
    check("out")
    (home / "out" / name).write_bytes(b"")
    done = check("out")
    assert done.exit_code == 2
    assert f"'out/{name}' exists and was not written by checker" in done.stderr


def test_a_ledger_of_which_the_last_line_was_half_written_loses_only_that_line(home: Path) -> None:
    lead = json.loads((home / "whole" / "results.jsonl").read_text(encoding="utf-8").splitlines()[0])
    ledger = home / "ledger.jsonl"
    ledger.write_text('{"schema": "checker/decision/1", "document": "' + lead["document"]["id"], encoding="utf-8")
    done = check("out", "--decisions", "ledger.jsonl")
    assert done.exit_code in (2, 3), done.output
    assert "[ledger]" in done.stderr
    assert "Traceback" not in done.output


# --- errors of ours ---------------------------------------------------------------------------------------------

FAULTY = {
    "while loading": ("checker.cli.check", "checker_with"),
    "while listing": ("checker.cli.check", "expand_inputs"),
    "while writing": ("checker.formats.results", "json_line"),
    "in the report": ("checker.report", "write_report"),
    "in the manifest": ("checker.cli.check", "manifest"),
}


@pytest.mark.parametrize("where", FAULTY)
@pytest.mark.parametrize(
    "error", [RuntimeError("odd"), MemoryError(), RecursionError("deep"), KeyError("k")], ids=repr
)
def test_a_forced_internal_error_exits_4_without_a_bare_traceback(
    home: Path, monkeypatch: pytest.MonkeyPatch, where: str, error: Exception
) -> None:
    import importlib

    def fail(*_: object, **__: object) -> object:
        raise error

    module, name = FAULTY[where]
    with monkeypatch.context() as patch:
        patch.setattr(importlib.import_module(module), name, fail)
        done = check("out", "--fail-on", "alleged_violation")
    assert done.exit_code == 4, done.output
    assert "internal error, not yours" in done.stderr
    assert "Traceback" not in done.output
    left = {path.name for path in (home / "out").iterdir()} if (home / "out").exists() else set()
    assert left <= {".checker-journal"}
    resumes(home)
