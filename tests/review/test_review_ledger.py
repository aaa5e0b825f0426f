"""The ledger only grows, loses nothing, and says what it could not read."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from review_cases import decided, seen

from checker.errors import UsageError
from checker.review.decisions import Decision, Verdict
from checker.review.ledger import _sync_folder, append, read_ledger

ONE = decided(seen(), note="line\nbreak \u2028 and “quotes”")
TWO = decided(seen(), Verdict.REJECT, "Li")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.jsonl"
    append(path, [ONE, TWO])
    return path


def test_what_is_added_is_read_back_in_order(ledger: Path) -> None:
    assert read_ledger(ledger).decisions == (ONE, TWO)
    assert ledger.read_bytes().count(b"\n") == 2


def test_what_it_holds_is_not_added_again(ledger: Path) -> None:
    before = ledger.read_bytes()
    assert append(ledger, [TWO, ONE, ONE]) == 0
    assert ledger.read_bytes() == before


def test_it_only_grows(ledger: Path) -> None:
    before = ledger.read_bytes()
    assert append(ledger, [TWO, replace(TWO, note="again")]) == 1
    assert ledger.read_bytes().startswith(before)


@given(st.integers(1, 400))
def test_a_last_line_cut_anywhere_is_named_and_nothing_else_is_lost(cut: int) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.jsonl"
        append(path, [ONE, TWO])
        whole = path.read_bytes()
        path.write_bytes(whole[:-cut])
        half = path.read_bytes()
        found = read_ledger(path)
        assert found.decisions[0] == ONE
        assert found.faults == (
            () if cut == 1 else ("ledger.jsonl, line 2: written only in part, when a run was stopped; it is left out, all else counts",)
        )  # fmt: skip
        append(path, [TWO, replace(ONE, reviewer="Mo")])
        assert path.read_bytes().startswith(half)
        assert set(read_ledger(path).decisions) == {ONE, TWO, replace(ONE, reviewer="Mo")}


def test_a_line_in_the_middle_that_is_no_decision_is_named(ledger: Path) -> None:
    lines = ledger.read_bytes().splitlines(keepends=True)
    ledger.write_bytes(b"".join([lines[0], b'{"schema": "checker/decision/1", "document": 4}\n', lines[1]]))
    found = read_ledger(ledger)
    assert found.decisions == (ONE, TWO)
    assert len(found.faults) == 1
    assert found.faults[0].startswith("ledger.jsonl, line 2: 'decision' is none of accept")
    assert found.faults[0].endswith("; it is left out, all else counts")


@pytest.mark.parametrize("text", ["no,ledger\n1,2\n", "[1, 2]\n", '{"schema": "checker/result/1"}\n', "word"])
def test_a_file_that_is_something_else_is_refused_and_not_written_to(tmp_path: Path, text: str) -> None:
    path = tmp_path / "notes.txt"
    path.write_text(text, encoding="utf-8")
    for act in (lambda: read_ledger(path), lambda: append(path, [ONE])):
        with pytest.raises(UsageError, match=r"is '.*notes.txt' a ledger\?") as told:
            act()
        assert told.value.slug == "ledger"
    assert path.read_text(encoding="utf-8") == text


def test_a_ledger_that_is_not_there_says_how_one_is_made(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"make it with 'checker review merge FILES\.\.\. -o no.jsonl'"):
        read_ledger(tmp_path / "no.jsonl")
    assert read_ledger(tmp_path / "no.jsonl", needed=False).decisions == ()


def test_a_ledger_that_cannot_be_opened_or_written_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="cannot be opened"):
        read_ledger(tmp_path)

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("checker.review.ledger.os.write", full)
    with pytest.raises(
        UsageError, match=r"cannot write the ledger .*No space left on device; merge again when it can"
    ):
        append(tmp_path / "l.jsonl", [ONE])


def test_what_was_added_is_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    real = os.fsync
    monkeypatch.setattr("checker.review.ledger.os.fsync", lambda handle: (synced.append(handle), real(handle))[1])
    append(tmp_path / "l.jsonl", [ONE])
    assert synced


def test_a_new_ledger_is_ascii_and_no_program(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        append(tmp_path / "l.jsonl", [replace(ONE, reviewer="José")])
    finally:
        os.umask(before)
    assert (tmp_path / "l.jsonl").read_bytes().isascii()
    assert (tmp_path / "l.jsonl").stat().st_mode & 0o777 == 0o666
    assert read_ledger(tmp_path / "l.jsonl").decisions[0].reviewer == "José"


def test_where_the_system_is_another_the_folder_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr("checker.review.ledger.os.fsync", synced.append)
    _sync_folder(tmp_path)
    assert len(synced) == 1
    nowhere = tmp_path / "no" / "such"
    with monkeypatch.context() as other:
        other.setattr("checker.review.ledger.os.name", "nt")
        _sync_folder(nowhere)
    assert len(synced) == 1


def test_only_the_line_that_was_being_written_is_told_as_half_written(ledger: Path) -> None:
    whole = ledger.read_bytes().splitlines()[0]
    ledger.write_bytes(whole + b"\n{broken}\n" + whole)
    (fault,) = read_ledger(ledger).faults
    assert "line 2: not a JSON object" in fault
    ledger.write_bytes(whole + b"\n{broken}\n")
    assert "line 2: not a JSON object" in read_ledger(ledger).faults[0]
    ledger.write_bytes(whole + b"\n{broken}")
    assert "line 2: written only in part" in read_ledger(ledger).faults[0]


def test_a_file_whose_first_line_is_something_else_is_no_ledger_whatever_follows(ledger: Path) -> None:
    whole = ledger.read_bytes().splitlines()[0]
    ledger.write_bytes(b"Notes on the week\n" + whole + b"\n")
    with pytest.raises(UsageError, match="line 1: not a decision; is"):
        read_ledger(ledger)
    ledger.write_bytes(whole + b"\nNotes on the week\n")
    assert len(read_ledger(ledger).decisions) == 1


LAST = [
    ("the later day", [("2026-12-01", "accept"), ("2026-12-02", "reject")], "reject"),
    ("the later day, though merged first", [("2026-12-02", "reject"), ("2026-12-01", "accept")], "reject"),
    ("on one day the later line", [("2026-12-01", "accept"), ("2026-12-01", "unsure")], "unsure"),
]


@pytest.mark.parametrize(("which", "said", "counts"), LAST, ids=[one[0] for one in LAST])
def test_of_a_reviewer_the_last_word_counts(
    tmp_path: Path, which: str, said: list[tuple[str, str]], counts: str
) -> None:
    names = ["Ana Ruiz", "ana  ruiz"]
    made: list[Decision] = [
        decided(seen(), Verdict(verdict), names[n % 2], day=day, reason="other")
        for n, (day, verdict) in enumerate(said)
    ]
    append(tmp_path / "l.jsonl", made)
    (last,) = read_ledger(tmp_path / "l.jsonl").latest
    assert last.verdict.value == counts
