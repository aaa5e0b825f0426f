"""Readers that other packages bring along."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from made_files import ENGLISH
from test_record_files import found, told, write

from checker.documents import plug_ins
from checker.documents.found import Bad, Facts, Found, Opened
from checker.documents.members import Member
from checker.documents.sources import Unopened, expand_inputs
from checker.errors import InputError


def read_plan(file: Opened) -> Iterator[Found | Bad]:
    """A reader as a package would write it: a document a line."""
    with file.stream() as stream:
        for row, line in enumerate(stream, start=1):
            words = line.decode().strip()
            if words == "bad":
                yield Bad(row, "record", f"{file.name}, row {row}: bad")
            elif words == "stop":
                raise InputError(f"{file.name}: stopped", "damaged")
            else:
                yield Found(row, text=words, facts=Facts(title=f"Line {row}"))


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    points = [
        EntryPoint("plan", "test_plug_ins:read_plan", plug_ins.GROUP),
        EntryPoint("bust", "test_plug_ins:not_there", plug_ins.GROUP),
    ]
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: points if group == plug_ins.GROUP else [])
    plug_ins._offered.cache_clear()
    yield
    plug_ins._offered.cache_clear()


@pytest.mark.usefixtures("offered")
def test_a_reader_of_another_package_gives_documents_like_those_of_this_program(tmp_path: Path) -> None:
    path = write(tmp_path, "a.plan", f"{ENGLISH}\nbad\nmore\nstop\nlost\n")
    assert [source.key for source in expand_inputs([str(tmp_path)]).sources] == ["a.plan"]
    assert told(path) == [
        ("F#row-1", ENGLISH),
        ("F#row-2", "F, row 2: bad"),
        ("F#row-3", "more"),
        ("F", "F: stopped"),
    ]
    first = found(path)[0]
    assert isinstance(first, Member)
    assert first.facts.title == "Line 1"


@pytest.mark.usefixtures("offered")
def test_a_reader_that_cannot_be_loaded_is_told_of(tmp_path: Path) -> None:
    path = write(tmp_path, "a.bust", "x")
    (one,) = found(path)
    assert isinstance(one, Unopened)
    assert one.slug == "plug-in"
    assert one.message.startswith(f"{path}: the reader 'test_plug_ins:not_there' cannot be loaded (AttributeError: ")
    assert one.message.endswith("; mend or remove its package")


def test_plug_ins_are_looked_for_only_when_a_file_needs_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plug_ins, "_offered", lambda: pytest.fail("it looked"))
    for name, content in (("a.txt", ENGLISH), ("b.jsonl", json.dumps({"text": ENGLISH})), ("c.csv", "text\nx\n")):
        found(write(tmp_path, name, content))
    assert len(expand_inputs([str(tmp_path)]).sources) == 3
    assert "test_plug_ins" in sys.modules
