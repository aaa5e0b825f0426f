"""JSON Lines, JSON, CSV and Parquet: a record a document; a bad one costs itself alone and says where it stands."""

from __future__ import annotations

import builtins
import gzip
import json
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_files import ENGLISH, FRENCH

from checker.documents.found import Columns
from checker.documents.members import Member, documents_in
from checker.documents.readers import csv_records, json_records
from checker.documents.readers.records import day_in
from checker.documents.reading import read_document
from checker.documents.sources import Ignored, Source, Unopened

ANY = Columns()


def found(
    path: Path, columns: Columns = ANY, asked: bool = True, passed: list[Ignored] | None = None
) -> list[Source | Member | Unopened]:
    kept = passed if passed is not None else []
    return list(documents_in(Source(path, path.name, asked), columns, kept.append))


def told(path: Path, columns: Columns = ANY) -> list[tuple[str, str]]:
    """The key of each document with its text, or with what is wrong, the name of the file left out."""
    out = []
    for one in found(path, columns):
        assert not isinstance(one, Source)
        out.append(
            (
                one.name if isinstance(one, Unopened) else one.key,
                one.message if isinstance(one, Unopened) else one.text,
            )
        )
    return [(key.replace(path.name, "F"), words.replace(str(path), "F")) for key, words in out]


def write(tmp_path: Path, name: str, content: str | bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def rows(*records: object) -> str:
    return "".join(f"{one if isinstance(one, str) else json.dumps(one, ensure_ascii=False)}\n" for one in records)


def test_a_line_of_json_is_a_document_with_what_it_says_of_itself(tmp_path: Path) -> None:
    line = {"id": "k1", "text": FRENCH, "title": "Des obus", "published": "2024-05-14T23:59:00-04:00", "language": "fr-CA",
            "url": "https://quay.example/1", "source": "Le Quai"}  # fmt: skip
    (member,) = found(write(tmp_path, "a.jsonl", rows(line)))
    assert isinstance(member, Member)
    document = read_document(member)
    assert (document.key, document.source, document.text) == ("a.jsonl#k1", "a.jsonl#k1", FRENCH)
    assert (document.title, document.language, document.outlet) == ("Des obus", "fr", "Le Quai")
    assert (document.published, document.published_basis, document.url) == (
        date(2024, 5, 14),
        "column",
        "https://quay.example/1",
    )
    assert document.extracted, "its text is not the text of the file, and is kept beside the results"


def test_records_without_an_id_are_called_by_their_row_and_a_repeated_id_gets_its_row_behind(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "a.jsonl",
        rows(
            {"text": "one"}, "", {"id": "x", "text": "two"}, {"id": "x", "text": "three"}, {"id": 7, "text": "four"}
        ),
    )
    assert told(path) == [("F#row-1", "one"), ("F#x", "two"), ("F#x@4", "three"), ("F#7", "four")]


def test_a_name_is_one_line_and_never_longer_than_a_name_may_be(tmp_path: Path) -> None:
    long = "n" * 5_000
    path = write(
        tmp_path,
        "a.jsonl",
        rows(
            {"id": "a\nb\u202e\x07c", "text": "one"}, {"id": long, "text": "two"}, {"id": long + "x", "text": "three"}
        ),
    )
    first, second, third = (key for key, _ in told(path))
    assert first == "F#a bc"
    assert second != third
    assert max(len(second), len(third)) < 180


BAD_LINES: list[tuple[object, str, str]] = [
    ('{"text": }', "F, row 2, character 10: not JSON (expecting value); correct the line", "record"),
    ("[1, 2]", 'F, row 2: not an object in braces; write each article as {"text": ...} on its line', "record"),
    ({"id": "b"}, "F, row 2: no column 'text'; name another with --text-column", "column"),
    ({"text": None}, "F, row 2, column 'text': empty; put the words of the article there", "empty"),
    ({"text": "  "}, "F, row 2, column 'text': holds no text", "empty"),
    ({"text": 12}, "F, row 2, column 'text': a number and no text; put the words of the article there", "column"),
    ({"text": ["a"]}, "F, row 2, column 'text': a list and no text; put the words of the article there", "column"),
    ('{"text": "a\\u0000b"}', "F, row 2, column 'text': holds NUL characters, so it is not text; give the article as text", "binary"),
    ('{"text": "a\\ud800b"}', "F, row 2, column 'text': character 1 is half of a surrogate pair; save the file again as UTF-8", "encoding"),
    ("[" * 200_000, "F, row 2: not JSON that can be read (nested too deep, or a number too long); correct the line", "record"),
    ('{"text": ' + "9" * 5_000 + "}", "F, row 2: not JSON that can be read (nested too deep, or a number too long); correct the line", "record"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "message", "slug"), BAD_LINES, ids=lambda value: str(value)[:30])
def test_a_bad_line_is_told_with_its_row_and_the_others_are_read(
    tmp_path: Path, line: object, message: str, slug: str
) -> None:
    path = write(tmp_path, "a.jsonl", rows({"text": "first"}, line, {"text": "last"}))
    first, bad, last = told(path)
    assert (first[1], bad[1], last[1]) == ("first", message, "last")
    unopened = found(path)[1]
    assert isinstance(unopened, Unopened)
    assert unopened.slug == slug


def test_a_line_that_is_not_utf8_costs_itself_alone(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", b'\xef\xbb\xbf{"text": "one"}\n{"text": "caf\xe9"}\r\n{"text": "three"}')
    assert told(path) == [
        ("F#row-1", "one"),
        ("F#row-2", "F, row 2, byte 14: not UTF-8; save the file again as UTF-8"),
        ("F#row-3", "three"),
    ]


def test_a_record_that_is_too_long_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_records, "LONGEST", 100)
    path = write(tmp_path, "a.jsonl", rows({"text": "x" * 1_000}, {"text": "two"}))
    assert told(path) == [("F#row-1", "F, row 1: more than 100 bytes in one record; split it"), ("F#row-2", "two")]


@pytest.mark.parametrize(
    ("content", "message", "slug"),
    [
        (
            rows({"a": 1, "b\n": 2}),
            "F: no column 'text' (there are: a, b?); name another with --text-column",
            "column",
        ),
        ('{"schema": "checker/result/1", "text": "x"}\n', "F: written by checker, not articles", "report"),
        ('{"text": "one"}\n'.encode("utf-16"), "F: UTF-16; save the file as UTF-8", "encoding"),
    ],
)
def test_a_file_of_other_things_is_one_error_when_it_was_named(
    tmp_path: Path, content: str | bytes, message: str, slug: str
) -> None:
    path = write(tmp_path, "a.jsonl", content)
    (one,) = found(path)
    assert isinstance(one, Unopened)
    assert (one.name, one.slug, one.message.replace(str(path), "F")) == ("a.jsonl", slug, message)


def test_data_of_other_programs_met_in_a_folder_is_listed_and_changes_nothing(tmp_path: Path) -> None:
    passed: list[Ignored] = []
    for name, content in (
        ("a.json", '{"name": "x", "version": 1}'),
        ("b.csv", "a,b\n1,2\n"),
        ("c.xml", "<project/>"),
        ("d.jsonl", rows({"a": 1})),
    ):
        assert found(write(tmp_path, name, content), asked=False, passed=passed) == []
    assert (
        found(write(tmp_path, "results.jsonl", '{"schema": "checker/result/1"}\n'), asked=False, passed=passed) == []
    )
    assert [one.reason for one in passed] == ["type", "type", "type", "type", "report"]


def test_columns_that_are_named_win_also_inside_others(tmp_path: Path) -> None:
    line = {"text": "wrong", "article": {"body": "right", "when": 20240514}, "No": "7"}
    path = write(tmp_path, "a.jsonl", rows(line))
    (member,) = found(path, Columns(text="article.body", date="article.when", id="no"))
    assert isinstance(member, Member)
    assert (member.key, member.text, member.facts.published) == ("a.jsonl#7", "right", date(2024, 5, 14))


def test_a_day_that_is_none_is_told_of_and_the_text_still_read(tmp_path: Path) -> None:
    (member,) = found(write(tmp_path, "a.jsonl", rows({"text": ENGLISH, "date": "soon"})))
    assert isinstance(member, Member)
    document = read_document(member)
    assert document.published is None
    assert document.notices == ("record_date: row 1, column 'date': 'soon' is no day such as 2022-11-03",)


@pytest.mark.parametrize(
    ("said", "language", "day"),
    [
        ("2024-05-14", "", date(2024, 5, 14)),
        ("2024-05-14T23:30:00-04:00", "", date(2024, 5, 14)),
        ("20240514", "", date(2024, 5, 14)),
        (20240514, "", date(2024, 5, 14)),
        ("20240514233000", "", date(2024, 5, 14)),
        ("Tue, 14 May 2024 23:30:00 -0400", "", date(2024, 5, 14)),
        ("14 mai 2024", "fr", date(2024, 5, 14)),
        ("14/05/2024", "fr", date(2024, 5, 14)),
        (date(2024, 5, 14), "", date(2024, 5, 14)),
        (datetime(2024, 5, 14, 23, 30), "", date(2024, 5, 14)),
        ("2024-02-30", "", None),
        ("1715680000", "", None),
        (1715680000.5, "", None),
        (True, "", None),
        (None, "", None),
        ("", "", None),
    ],
    ids=str,
)
def test_days_are_read_as_the_clock_of_the_record_had_them(said: Any, language: str, day: date | None) -> None:
    assert day_in(said, language) == day


def test_json_is_a_list_of_objects_or_an_object_that_holds_one(tmp_path: Path) -> None:
    listed = [{"id": "a", "text": "one"}, 3, {"text": "three"}]
    expected = [
        ("F#a", "one"),
        ("F#row-2", 'F, record 2: not an object in braces; write each article as {"text": ...}'),
        ("F#row-3", "three"),
    ]
    assert told(write(tmp_path, "a.json", json.dumps(listed, indent=2))) == expected
    held = {"status": "ok", "tags": ["x"], "articles": [{"id": "a", "text": "one"}, {"text": "two"}]}
    assert told(write(tmp_path, "b.json", json.dumps(held))) == [("F#a", "one"), ("F#row-2", "two")]
    assert told(write(tmp_path, "c.json", json.dumps({"text": "alone"}))) == [("F#row-1", "alone")]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('[{"text": "one"}, {"text": "two" "x"}, {"text": "three"}]', "F, record 2: not JSON (expecting ',' delimiter); records behind it cannot be read"),
        ('[{"text": "one"} {"text": "two"}]', "F, after record 1: '{' where a comma should be; records behind it cannot be read"),
        ('[{"text": "one"}', "F, after record 1: breaks off; records behind it cannot be read"),
        ('[{"text": "one"}, {"text": "tw', "F, record 2: not JSON (unterminated string starting at); records behind it cannot be read"),
    ],
)  # fmt: skip
def test_what_stands_behind_a_fault_of_json_is_told_of(tmp_path: Path, content: str, message: str) -> None:
    assert told(write(tmp_path, "a.json", content)) == [("F#row-1", "one"), ("F#row-2", message)]


@pytest.mark.parametrize(
    ("content", "message", "slug"),
    [
        ("12", "F: JSON without records; write a list of objects with a text each", "format"),
        ('{"a": 1', "F: not JSON (expecting ',' delimiter)", "format"),
        ('{"text": "a"}\n{"text": "b"}', "F: goes on behind its first JSON value; name JSON Lines .jsonl", "format"),
        (b'[{"text": "caf\xe9"}]', "F: not UTF-8, as JSON has to be; save the file again as UTF-8", "encoding"),
    ],
)
def test_json_that_holds_no_records_is_an_error(
    tmp_path: Path, content: str | bytes, message: str, slug: str
) -> None:
    path = write(tmp_path, "a.json", content)
    one = found(path)[0]
    assert isinstance(one, Unopened)
    assert (one.slug, one.message.replace(str(path), "F")) == (slug, message)


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(
        st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), min_size=1, max_size=30),
        max_size=6,
    ),
    first=st.sampled_from((1, 7, 64)),
)
def test_json_is_read_the_same_however_it_comes_in_pieces(
    texts: list[str], first: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("json") / "a.json"
    path.write_text(json.dumps([{"text": f"x{one}"} for one in texts], ensure_ascii=False), encoding="utf-8")
    usual, json_records._FIRST = json_records._FIRST, first
    try:
        read = [words for _, words in told(path)]
    finally:
        json_records._FIRST = usual
    assert read == ["x" + one.replace("\r\n", "\n") for one in texts]


def test_a_table_is_read_with_commas_semicolons_tabs_and_bars(tmp_path: Path) -> None:
    for at, parting in enumerate(",;\t|"):
        content = (
            f'id{parting}text{parting}date\r\nk{parting}"{FRENCH}{parting}\n""Non"", dit-il."{parting}2024-05-14\r\n'
        )
        (member,) = found(write(tmp_path, f"{at}.csv", content))
        assert isinstance(member, Member)
        assert (member.key, member.text) == (f"{at}.csv#k", f'{FRENCH}{parting}\n"Non", dit-il.')
        assert member.facts.published == date(2024, 5, 14)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_table_is_read_in_the_encodings_that_spreadsheets_write(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path, "a.csv", f"texte;date\n{FRENCH};14 mai 2024\n".encode(encoding))
    (member,) = found(path)
    assert isinstance(member, Member)
    assert (member.text, member.facts.published) == (FRENCH, date(2024, 5, 14))


def test_rows_count_as_a_spreadsheet_shows_them_and_a_bad_one_costs_itself_alone(tmp_path: Path) -> None:
    content = 'id,text\na,one\nb,two,more\n\nc,"three\nand on"\nd,"open\ne,five\nf,"si"x"\ng,\nh,eight\n'
    assert told(write(tmp_path, "a.csv", content)) == [
        ("F#a", "one"),
        (
            "F#row-3",
            "F, row 3: 3 cells where the header has 2; put a text with ',' or line breaks in quotation marks",
        ),
        ("F#c", "three\nand on"),
        ("F#row-6", "F, row 6 (line 7): a quotation mark stands inside a quoted cell; double it"),
        ("F#e", "five"),
        ("F#row-8", "F, row 8 (line 9): a quotation mark stands inside a quoted cell; double it"),
        ("F#g", "F, row 9 (line 10), column 'text': holds no text"),
        ("F#h", "eight"),
    ]


def test_a_quotation_mark_that_never_closes_takes_nothing_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = 'text\n"open\n' + "".join(f"line {at}\n" for at in range(50))
    assert told(write(tmp_path, "a.csv", content))[0] == (
        "F#row-2",
        "F, row 2 (line 2): a quotation mark opens and does not close; close it",
    )
    assert len(told(write(tmp_path, "a.csv", content))) == 51
    monkeypatch.setattr(csv_records, "LONGEST", 60)
    first, *rest = told(write(tmp_path, "a.csv", content))
    assert first[1] == "F, row 2 (line 2): a quotation mark opens and does not close within 60 characters; close it"
    assert len(rest) == 50


def test_a_table_full_of_open_quotation_marks_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_records, "MOST_OPEN", 2)
    *first, last = told(write(tmp_path, "a.csv", 'text\n"a"b\n"a"b\n"a"b\nlast\n'))
    assert [key for key, _ in first] == ["F#row-2", "F#row-3"]
    assert last == (
        "F",
        "F, row 4 (line 4): more than 2 rows with quotation marks out of place, so the rest is not read; save the table again",
    )


@pytest.mark.parametrize(
    ("content", "columns", "message"),
    [
        ("", ANY, "F: no header; write the names of the columns in the first row"),
        (",,\n1,2,3\n", ANY, "F: no header; write the names of the columns in the first row"),
        ("id,words\n1,x\n", ANY, "F: no column 'text' (there are: id, words); name another with --text-column"),
        (
            "id,text\n1,x\n",
            Columns(date="day"),
            "F: no column 'day' (there are: id, text); name another with --date-column",
        ),
    ],
)
def test_a_table_without_a_column_that_is_needed_is_an_error(
    tmp_path: Path, content: str, columns: Columns, message: str
) -> None:
    path = write(tmp_path, "a.csv", content)
    (one,) = found(path, columns)
    assert isinstance(one, Unopened)
    assert one.message.replace(str(path), "F") == message


def parquet(path: Path, columns: dict[str, Sequence[object]]) -> Path:
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet as writer

    writer.write_table(arrow.table(columns), path)
    return path


def test_parquet_is_read_by_its_columns(tmp_path: Path) -> None:
    path = parquet(
        tmp_path / "a.parquet",
        {"n": [1, 2, 3], "body": [ENGLISH, None, FRENCH], "when": [date(2024, 5, 14)] * 3, "id": ["a", "b", "c"]},
    )
    first, bad, last = found(path, Columns(date="when"))
    assert isinstance(first, Member)
    assert isinstance(last, Member)
    assert isinstance(bad, Unopened)
    assert (first.key, first.text, first.facts.published) == ("a.parquet#a", ENGLISH, date(2024, 5, 14))
    assert last.text == FRENCH
    assert (bad.name, bad.message) == (
        "a.parquet#b",
        f"{path}, row 2, column 'body': empty; put the words of the article there",
    )


def test_parquet_that_is_none_encrypted_or_without_a_text_is_an_error(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    for content, slug, says in (
        (b"PAR1nothing", "format", "no Parquet that can be read"),
        (b"PAREnothing", "encrypted", "encrypted; write the table without encryption"),
    ):
        (one,) = found(write(tmp_path, "a.parquet", content))
        assert isinstance(one, Unopened)
        assert one.slug == slug
        assert says in one.message
    (one,) = found(parquet(tmp_path / "b.parquet", {"n": [1]}))
    assert isinstance(one, Unopened)
    assert one.message.endswith("no column 'text' (there are: n); name another with --text-column")


def test_parquet_without_its_library_names_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return usual(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    path = write(tmp_path, "a.parquet", b"PAR1")
    (one,) = found(path)
    assert isinstance(one, Unopened)
    assert (one.slug, one.message) == ("extra", f"{path}: to read Parquet install sanctions-claim-checker[parquet]")


def test_a_packed_file_is_unpacked_on_the_way(tmp_path: Path) -> None:
    lines = rows(*({"id": at, "text": f"{ENGLISH} {at}"} for at in range(3_000)))
    two_members = gzip.compress(lines[:1_000].encode()) + gzip.compress(lines[1_000:].encode()) + b"\0" * 512
    path = write(tmp_path, "a.jsonl.gz", two_members)
    assert [words for _, words in told(path)] == [f"{ENGLISH} {at}" for at in range(3_000)]


@pytest.mark.parametrize(
    ("change", "slug", "says"),
    [
        (lambda raw: raw[:-12], "truncated", "breaks off after"),
        (lambda raw: raw[:2_000] + b"\xff" * 50 + raw[2_050:], "damaged", "not gzip as it should be"),
        (lambda raw: raw + b"more", "damaged", "not gzip as it should be"),
    ],
)
def test_a_packed_file_that_breaks_off_or_is_damaged_is_told_of_behind_what_could_be_read(
    tmp_path: Path, change: Any, slug: str, says: str
) -> None:
    lines = rows(*({"text": f"{at * 7919 % 10007} {ENGLISH}"} for at in range(2_000)))
    path = write(tmp_path, "a.jsonl.gz", change(gzip.compress(lines.encode(), 1)))
    *read, last = found(path)
    assert isinstance(last, Unopened)
    assert (last.name, last.slug) == ("a.jsonl.gz", slug)
    assert says in last.message
    assert all(isinstance(one, Member) for one in read[:-1])


def test_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.documents.unpacking.FREE", 100_000)
    path = write(tmp_path, "a.jsonl.gz", gzip.compress(b" " * 3_000_000))
    (one,) = found(path)
    assert isinstance(one, Unopened)
    assert one.slug == "bomb"
    assert "a bomb: " in one.message
