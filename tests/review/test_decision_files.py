"""Files of decisions: what a page exports is read back the same, and each mistake is told with file, entry and field."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from review_cases import decided, exported, seen

from checker.errors import UsageError
from checker.model import Label
from checker.reference import load_reference
from checker.review.corrections import Tables, checked
from checker.review.decisions import (
    REASONS,
    Correction,
    Decision,
    LawRow,
    Verdict,
    as_json,
    decision_of,
    read_decisions,
)
from checker.review.ledger import SCHEMA as LINE_SCHEMA

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "decisions.schema.json").read_text(encoding="utf-8"))
ONE = decided(
    seen(), Verdict.REJECT, note="No: the panel says so.", correction=Correction(giver="PRK", label="denied")
)

WORDS = st.text(max_size=30).filter(lambda text: "\ud800" not in text)
NAMED = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12)
DECISIONS = st.builds(
    Decision,
    document=NAMED, sha256=NAMED, claim=NAMED, anchor=NAMED, words=WORDS,
    label=st.sampled_from([one.value for one in Label]), activity=NAMED, giver=WORDS, taker=WORDS,
    law=st.lists(st.builds(LawRow, NAMED, st.sampled_from(["primary", "supporting"]), NAMED), max_size=3).map(tuple),
    beside=st.lists(NAMED, max_size=3).map(tuple), run=NAMED, verdict=st.sampled_from(Verdict), reviewer=NAMED,
    day=st.dates().map(lambda day: day.isoformat()), reason=st.sampled_from(REASONS), note=WORDS,
    correction=st.builds(Correction, activity=NAMED, label=st.sampled_from(["", "denied"])),
)  # fmt: skip


@given(DECISIONS)
def test_a_decision_written_and_read_is_the_same(one: Decision) -> None:
    assert decision_of(json.loads(json.dumps(as_json(one))), "here") == one


@given(DECISIONS)
def test_a_decision_has_the_shape_that_the_schema_says(one: Decision) -> None:
    line = jsonschema.Draft202012Validator({**SCHEMA["$defs"]["line"], "$defs": SCHEMA["$defs"]})
    line.validate({"schema": LINE_SCHEMA, **as_json(one)})


def test_the_schema_and_the_reader_know_the_same_reasons(tmp_path: Path) -> None:
    assert SCHEMA["$defs"]["decision"]["properties"]["reason"]["enum"] == ["", *REASONS]
    assert SCHEMA["$defs"]["label"]["enum"] == [one.value for one in Label]
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(exported(tmp_path / "a.json", ONE).read_text()))


def test_a_file_says_once_who_reviewed_and_in_which_run(tmp_path: Path) -> None:
    entry = {key: value for key, value in as_json(ONE).items() if key not in ("reviewer", "run")}
    path = exported(tmp_path / "a.json", ONE, decisions=[entry], run={"sha256": "cd" * 32})
    (found,) = read_decisions(path)
    assert found == replace(ONE, run="cd" * 32)


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    path = exported(tmp_path / "a.json", ONE)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_decisions(path) == (ONE,)


WHOLE = [
    ("not json", "a.json: not JSON in UTF-8; export it from the page again"),
    ("[" * 100_000, "a.json: not JSON in UTF-8; export it from the page again"),
    ("[]", "a.json: 'schema' is not 'checker/decisions/1'; is it a file that a page of this program exported?"),
    ('{"schema": "checker/result/1"}', "a.json: 'schema' is not 'checker/decisions/1'"),
    ('{"schema": "checker/decisions/1", "run": {}}', "a.json: 'decisions' is no list; export it from the page again"),
    ('{"schema": "checker/decisions/1", "decisions": []}', "a.json: 'run' is missing; export it from the page again"),
]


@pytest.mark.parametrize(("text", "message"), WHOLE, ids=range(len(WHOLE)))
def test_what_is_no_file_of_decisions_is_refused(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as told:
        read_decisions(tmp_path / "a.json")
    assert str(told.value).startswith(message)
    assert told.value.slug == "decisions"


def test_a_file_that_is_not_there_or_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist: name a file that a page exported"):
        read_decisions(tmp_path / "no.json")
    with pytest.raises(UsageError, match=r"cannot be opened \(Is a directory\)"):
        read_decisions(tmp_path)


def test_a_file_too_large_to_be_one_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.review.decisions.LARGEST_FILE", 1_000_000)
    (tmp_path / "a.json").write_bytes(b" " * 1_000_001)
    with pytest.raises(UsageError, match=r"a\.json: larger than 1 MB, so no file of decisions"):
        read_decisions(tmp_path / "a.json")


FIELDS: list[tuple[str, object, str]] = [
    ("document", "", "'document' is missing"),
    ("document", 3, "'document' is not text"),
    ("claim", "", "'claim' is missing"),
    ("anchor", "", "'anchor' is missing"),
    ("anchor", "a" * 41, "'anchor' is longer than 40 characters; shorten it"),
    ("reviewer", "  ", "'reviewer' is missing; write your name or an alias in the page"),
    ("day", "", "'day' is missing"),
    ("day", "2026-02-30", "'day': "),
    ("decision", "maybe", "'decision' is none of accept, reject, unsure"),
    ("decision", [], "'decision' is none of accept, reject, unsure"),
    ("reason", "because", "'reason' is none of wrong_speaker, wrong_party, "),
    ("reason", "", "a rejection needs a 'reason': wrong_speaker, "),
    ("label", "guilty_of", "'label' is none of alleged_violation, "),
    ("note", "x" * 4001, "'note' is longer than 4000 characters; shorten it"),
    ("law", {}, "'law' is no list"),
    ("law", ["1718"], "'law' holds something that is no rule"),
    ("law", [{"id": "1718:8", "role": "considered", "row": "a"}], "'law': 'role' is none of primary, supporting"),
    ("beside", [4], "'beside' holds something that is no claim's id"),
    ("correction", [], "'correction' is no object"),
    ("correction", {"speaker": "x"}, "'speaker' cannot be corrected; activity, giver, taker, provision, label can"),
    ("correction", {"label": "x"}, "'correction': 'label' is none of alleged_violation, "),
    ("correction", {"giver": 7}, "'correction': 'giver' is not text"),
]


@pytest.mark.parametrize(("field", "value", "message"), FIELDS, ids=[f"{f} {str(v)[:12]}" for f, v, _ in FIELDS])
def test_a_mistake_in_an_entry_is_told_with_its_field(
    tmp_path: Path, field: str, value: object, message: str
) -> None:
    entries = [as_json(ONE), {**as_json(ONE), field: value}]
    with pytest.raises(UsageError) as told:
        read_decisions(exported(tmp_path / "a.json", ONE, decisions=entries))
    assert str(told.value).removeprefix("a.json, decision 2").lstrip(":, ").startswith(message)
    assert str(told.value).startswith("a.json, decision 2")


@pytest.mark.parametrize(
    ("field", "longest"),
    [
        *(("document", 200), ("sha256", 64), ("claim", 200), ("anchor", 40), ("words", 20_000), ("activity", 200)),
        *(("giver", 200), ("taker", 200), ("run", 64), ("reviewer", 120), ("note", 4000)),
    ],
)
def test_a_field_may_be_as_long_as_its_bound_and_no_longer(tmp_path: Path, field: str, longest: int) -> None:
    def read(length: int) -> str:
        entries = [{**as_json(ONE), field: "x" * length}]
        return str(getattr(read_decisions(exported(tmp_path / "a.json", ONE, decisions=entries))[0], field))

    assert read(longest) == "x" * longest
    with pytest.raises(UsageError, match=f"'{field}' is longer than {longest} characters"):
        read(longest + 1)


@pytest.mark.parametrize("field", ["activity", "giver", "taker", "provision"])
def test_a_correction_has_its_bound(tmp_path: Path, field: str) -> None:
    def read(length: int) -> str:
        entries = [{**as_json(ONE), "correction": {field: "x" * length}}]
        return str(getattr(read_decisions(exported(tmp_path / "a.json", ONE, decisions=entries))[0].correction, field))

    assert read(200) == "x" * 200
    with pytest.raises(UsageError, match=f"'correction': '{field}' is longer than 200 characters"):
        read(201)


@pytest.mark.parametrize(("field", "longest"), [("id", 200), ("row", 40)])
def test_a_rule_beside_a_decision_has_its_bounds(tmp_path: Path, field: str, longest: int) -> None:
    def read(length: int) -> str:
        rule = {"id": "1718:8(b)", "role": "primary", "row": "ab", field: "x" * length}
        entries = [{**as_json(ONE), "law": [rule]}]
        return str(getattr(read_decisions(exported(tmp_path / "a.json", ONE, decisions=entries))[0].law[0], field))

    assert read(longest) == "x" * longest
    with pytest.raises(UsageError, match=f"'{field}' is longer than {longest} characters"):
        read(longest + 1)


def test_a_day_with_a_space_before_it_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="'day' is longer than 10 characters"):
        read_decisions(exported(tmp_path / "a.json", ONE, decisions=[{**as_json(ONE), "day": " 2026-12-01"}]))


def test_an_entry_that_is_no_object_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"a\.json, decision 1: not an object"):
        read_decisions(exported(tmp_path / "a.json", ONE, decisions=["yes"]))


# --- corrections held against the tables ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def tables() -> Tables:
    return Tables.of(load_reference())


GOOD = [
    ("giver", "North Korea", "PRK"),
    ("giver", "corée du nord", "PRK"),
    ("taker", "rus", "RUS"),
    ("activity", "ARMS_EXPORT", "arms_export"),
    ("provision", "1718:8(b)", "1718:8(b)"),
    ("provision", "1718: 8(b)", "1718:8(b)"),
]


@pytest.mark.parametrize(("field", "said", "meant"), GOOD)
def test_a_correction_becomes_an_id_of_the_tables(tables: Tables, field: str, said: str, meant: str) -> None:
    one = decided(seen(), correction=Correction(**{field: said}))
    assert getattr(checked(one, tables, "here").correction, field) == meant


@pytest.mark.parametrize(
    ("field", "how"),
    [("giver", "actors"), ("taker", "actors"), ("activity", "activities"), ("provision", "search WORDS")],
)
def test_a_correction_that_the_tables_do_not_hold_is_refused(tables: Tables, field: str, how: str) -> None:
    one = decided(seen(), correction=Correction(**{field: "Ruritania"}))
    with pytest.raises(UsageError, match=f"here: 'Ruritania' is no {field} of the tables; find one with .*{how}"):
        checked(one, tables, "here")


def test_a_name_that_two_actors_share_is_no_name(tables: Tables) -> None:
    assert "korea" not in tables.actors
    assert "congo" not in tables.actors or tables.actors["congo"] in ("COG", "COD")


def test_a_decision_without_a_correction_stays_as_it_is(tables: Tables) -> None:
    one = decided(seen())
    assert checked(one, tables, "here") is one
