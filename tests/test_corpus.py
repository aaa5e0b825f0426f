"""Many documents: in input order, whatever goes wrong with one of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from checker import corpus
from checker.corpus import Reading, check_inputs, check_one, in_order, names_of
from checker.documents.sources import Source, Unopened, expand_inputs
from checker.errors import TableError
from checker.formats.results import json_line, record
from checker.model import Document, Result
from checker.pipeline import Checker, load_checker

WORDS = "Moscow bought shells from North Korea last month, Washington said.\n"


@pytest.fixture(scope="module")
def tables() -> Checker:
    return load_checker()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "c/d.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(WORDS, encoding="utf-8")
    return tmp_path


def keys(entries: tuple[Source | Unopened, ...]) -> list[str]:
    return [entry.key if isinstance(entry, Source) else "!" + Path(entry.name).name for entry in entries]


@pytest.mark.parametrize(
    ("arguments", "order"),
    [
        (["b.txt", "none.txt", "a.txt"], ["b.txt", "!none.txt", "a.txt"]),
        (["none.txt", "c", "a.txt"], ["!none.txt", "d.md", "a.txt"]),
        (["*.txt", "x*.md", "c"], ["a.txt", "b.txt", "!x*.md", "d.md"]),
        (["-", "none.txt", "a.txt"], ["stdin", "!none.txt", "a.txt"]),
        ([".", "none.txt"], ["a.txt", "b.txt", "c/d.md", "!none.txt"]),
    ],
    ids=["files", "folder", "pattern", "stdin", "everything"],
)
def test_what_cannot_be_opened_stands_where_it_was_asked_for(
    folder: Path, arguments: list[str], order: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert keys(in_order(arguments, expand_inputs(arguments))) == order


def test_nothing_is_lost_or_doubled_by_ordering(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    arguments = ["a.txt", ".", "c", "*.txt", "none", "c/d.md"]
    found = expand_inputs(arguments)
    ordered = in_order(arguments, found)
    assert sorted(keys(ordered)) == sorted(keys((*found.sources, *found.unopened)))


def test_an_input_that_fails_is_a_result_with_an_error(folder: Path, tables: Checker) -> None:
    (folder / "empty.txt").write_bytes(b"")
    found = expand_inputs([str(folder / "empty.txt"), str(folder / "none.txt")])
    results = [check_one(one, Reading(), tables) for one in (*found.sources, *found.unopened)]
    assert [one.error and one.error.slug for one in results] == ["empty", "missing"]
    assert results[0].document.sha256.startswith("e3b0c442")  # that of no bytes at all
    assert results[1].document.sha256 == ""


def broken(document: Document, checker: Checker) -> Result:
    raise ZeroDivisionError("a fault of ours")


def test_a_fault_of_ours_costs_one_document_and_no_more(
    folder: Path, tables: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus, "check_document", broken)
    result = check_one(Source(folder / "a.txt", "a.txt"), Reading(), tables)
    assert result.error is not None
    assert result.error.slug == "internal"
    assert "ZeroDivisionError inside checker: a fault of ours" in result.error.message
    with pytest.raises(ZeroDivisionError):
        check_one(Source(folder / "a.txt", "a.txt"), Reading(strict=True), tables)


def test_broken_tables_stop_the_run_since_no_document_escapes_them(
    folder: Path, tables: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(document: Document, checker: Checker) -> Result:
        raise TableError("cues.csv, row 7: six columns expected")

    monkeypatch.setattr(corpus, "check_document", refuse)
    with pytest.raises(TableError, match=r"cues\.csv, row 7"):
        check_one(Source(folder / "a.txt", "a.txt"), Reading(), tables)


def test_results_stream_one_at_a_time(folder: Path, tables: Checker) -> None:
    taken: list[str] = []

    def sources() -> Iterator[Source]:
        for name in ("a.txt", "b.txt"):
            taken.append(name)
            yield Source(folder / name, name)

    results = check_inputs(sources(), Reading(), tables)
    assert taken == []
    assert next(results).document.key == "a.txt"
    assert taken == ["a.txt"]


def test_two_processes_give_the_same_bytes_in_the_same_order(folder: Path, tables: Checker) -> None:
    (folder / "bad.txt").write_bytes(b"\x00\x01\x02")
    for number in range(12):
        (folder / f"n{number:02}.txt").write_text(WORDS * (13 - number), encoding="utf-8")
    arguments = [str(folder), str(folder / "none.txt")]
    entries = in_order(arguments, expand_inputs(arguments))
    one, two = (
        [json_line(record(result)) for result in check_inputs(entries, Reading(), tables, jobs=jobs)]
        for jobs in (1, 2)
    )
    assert len(one) == 17
    assert one == two


def test_names_of_the_tables_are_in_both_languages(tables: Checker) -> None:
    names = names_of(tables.reference)
    assert names.actors["PRK"] == ("North Korea", "Corée du Nord")
    assert names.provisions["1718:8(b)"].activity == tables.reference.by_id("1718:8(b)")[0].activity
    assert "PRK" in names.states
    assert "M23" not in names.states
