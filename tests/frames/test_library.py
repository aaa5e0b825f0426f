"""``check`` and ``check_frame``: the answers of the command line, as tables in which nothing is lost."""

from __future__ import annotations

import json
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

import checker
from checker.cli import main
from checker.errors import InputError, UsageError
from checker.formats.leads import COLUMNS
from checker.frames.checked import Checked
from checker.frames.tidy import TABLES, kind_of
from checker.views import wording

ARTICLES = Path(__file__).parent.parent / "corpus" / "articles"
WORDS = "Moscow bought shells from North Korea last month, Washington said. Pyongyang denies it."
NEWS = pd.DataFrame(
    {
        "body": [
            WORDS,
            "The choir sang.",
            None,
            7,
            WORDS,
            "a\x00b",
            "El coro cantó en la plaza y el público aplaudió mucho.",
        ],
        "day": ["2022-11-03", "2022-11-03", "2022-11-03", "2022-11-03", "soon", None, "2022-11-03"],
        "link": ["https://example.org/a", None, None, None, None, None, ""],
    },
    index=[3, 1, 4, 1, 5, 9, 2],
)


@pytest.fixture(scope="module")
def found() -> Checked:
    return checker.check_frame(NEWS, text="body", published="day", url="link")


def test_every_row_is_a_document_or_skipped_with_its_label_and_column(found: Checked) -> None:
    assert found.documents["row"].tolist() == [3, 1, 2]
    rows = found.skipped[found.skipped["start"].isna()]
    assert rows[["row", "column", "reason"]].to_numpy().tolist() == [
        [4, "body", "no_text"],
        [1, "body", "not_text"],
        [5, "day", "not_a_day"],
        [9, "body", "binary"],
    ]
    assert rows["detail"].notna().all()


def test_a_language_that_is_not_read_is_a_document_of_which_all_is_skipped(found: Checked) -> None:
    last = found.skipped.iloc[-1]
    assert (last["row"], last["reason"], last["start"]) == (2, "language", 0)
    assert last["end"] == len(NEWS["body"].iloc[-1])


def test_a_lead_says_who_what_when_under_which_rule_and_in_which_words(found: Checked) -> None:
    assert list(found.leads.columns) == ["row", *COLUMNS]
    lead = found.leads.iloc[0]
    assert (lead["row"], lead["source"], lead["label"]) == (3, "https://example.org/a", "alleged_violation")
    assert (lead["activity"], lead["giver_id"], lead["taker_id"]) == ("arms_export", "PRK", "RUS")
    assert (lead["first_day"], lead["last_day"]) == (pd.Timestamp("2022-10-01"), pd.Timestamp("2022-10-31"))
    assert (lead["provisions"], lead["in_force"]) == ("1718:8(b) + 1874:9", "yes + yes")
    assert (lead["speakers"], lead["denied_by"]) == ("Washington", "North Korea")
    assert WORDS[lead["evidence_start"] : lead["evidence_end"]] == lead["evidence"]


def test_claims_are_all_of_them_and_leads_the_flagged_ones(found: Checked) -> None:
    assert len(found) == len(found.leads) == found.claims["flagged"].sum() == found.documents["leads"].sum()
    assert len(found.claims) == found.documents["claims"].sum()
    assert not found.leads["label"].isin(["denied", "permitted", "no_provision"]).any()


def test_the_row_joins_with_the_frame_that_was_given(found: Checked) -> None:
    joined = found.leads.merge(NEWS, left_on="row", right_index=True)
    assert joined["body"].tolist() == [WORDS] * len(found)
    assert found.documents["row"].dtype == NEWS.index.dtype


@pytest.mark.parametrize("frame", [NEWS, NEWS.iloc[1:2], NEWS.iloc[:0]], ids=["all", "none found", "no row"])
def test_columns_and_types_are_the_same_however_little_there_is(frame: pd.DataFrame) -> None:
    got = checker.check_frame(frame, text="body", published="day")
    for name, columns in TABLES.items():
        table = getattr(got, name)
        assert tuple(table.columns) == columns
        for column in columns[1:]:
            assert table[column].dtype == pd.Series([], dtype=kind_of(column)).dtype, (name, column)


def test_days_outside_the_range_of_nanoseconds_are_days() -> None:
    got = checker.check_frame(NEWS.iloc[:1], text="body", published=date(1500, 1, 1))
    assert got.documents["published"].iloc[0].year == 1500


def test_the_frame_that_was_given_is_left_as_it_is() -> None:
    before = NEWS.copy(deep=True)
    checker.check_frame(NEWS, text="body", published="day")
    pd.testing.assert_frame_equal(NEWS, before)


def test_index_labels_of_any_kind_come_back() -> None:
    frame = NEWS.iloc[:1]
    days = frame.set_index(pd.DatetimeIndex(["2022-11-03"]))
    assert checker.check_frame(days, text="body").leads["row"].tolist() == [pd.Timestamp("2022-11-03")]
    pairs = frame.set_index([["a"], [1]])
    assert checker.check_frame(pairs, text="body").leads["row"].tolist() == [("a", 1)]


def test_texts_give_the_leads_that_the_command_line_gives_for_their_files(tmp_path: Path) -> None:
    paths = [path for path in sorted(ARTICLES.iterdir()) if path.suffix in (".md", ".txt")][:8]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    frame = pd.DataFrame({"text": texts, "name": [path.name for path in paths]})
    ours = checker.check_frame(frame, text="text", id="name").leads
    arguments = ["check", *map(str, paths), "-o", str(tmp_path / "out"), "-f", "csv", "--as-of", "2026-11-23"]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    theirs = pd.read_csv(tmp_path / "out" / "leads.csv", dtype=str, encoding="utf-8-sig")
    assert len(ours) == len(theirs) > 3
    pd.testing.assert_frame_equal(
        ours[list(COLUMNS)].map(_as_written),
        theirs.map(lambda cell: None if pd.isna(cell) else cell),
        check_dtype=False,
    )


def _as_written(cell: object) -> str | None:
    if pd.isna(cell):  # type: ignore[call-overload]
        return None
    if isinstance(cell, pd.Timestamp):
        return cell.date().isoformat()
    return str(cell).lower() if isinstance(cell, bool) else str(cell) or None


def test_answers_are_a_row_for_each_row_and_open_into_the_same_tables() -> None:
    named = NEWS.assign(name=[f"n{at}" for at in range(len(NEWS))])
    answers = checker.answers(named, text="body", published="day", id="name")
    assert answers["row"].tolist() == named["name"].tolist()
    opened = checker.read_answers(answers)
    direct = checker.check_frame(named, text="body", published="day", id="name")
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(opened, name), getattr(direct, name))


def test_something_else_than_answers_is_refused() -> None:
    with pytest.raises(UsageError, match="these are no answers") as raised:
        checker.read_answers(pd.DataFrame({"answer": ['{"claims": []}']}))
    assert raised.value.slug == "answers"


# --- one text ---------------------------------------------------------------------------------------------------


def test_one_text_is_a_document_called_text() -> None:
    got = checker.check(WORDS, published="2022-11-03", title="Shells")
    assert got.leads["row"].tolist() == ["text"] * len(got)
    assert got.documents["title"].tolist() == ["Shells"]
    assert repr(got) == "Checked(documents=1, claims=1, leads=1, skipped=0)"


@pytest.mark.parametrize(
    ("text", "slug"), [("", "empty"), (" \n", "empty"), ("a\x00b", "binary"), ("a\ud800", "encoding")]
)
def test_a_text_that_is_none_is_an_error(text: str, slug: str) -> None:
    with pytest.raises(InputError) as raised:
        checker.check(text)
    assert raised.value.slug == slug


@pytest.mark.parametrize(
    ("call", "slug", "words"),
    [
        (lambda: checker.check(7), "text", "check takes one text, not int: use check_frame for a frame"),  # type: ignore[arg-type]
        (lambda: checker.check("a", published="soon"), "day", "'soon' is not a day"),
        (lambda: checker.check("a", published=2024), "day", "2024 is not a day"),  # type: ignore[arg-type]
        (lambda: checker.check("a", report_language="de"), "report-language", "choose one of en, fr"),
        (lambda: checker.check("a", reference="no-such-folder"), "reference", "no such folder"),
        (lambda: checker.check_frame("a", text="t"), "text", "a data frame is needed, not str"),  # type: ignore[arg-type]
        (lambda: checker.check_frame(NEWS, text="nothing"), "column", "the column 'nothing' is not there"),
    ],
    ids=["no text", "no day", "a number", "no language", "no folder", "no frame", "no column"],
)
def test_a_wrong_call_is_refused_with_a_sentence(call: object, slug: str, words: str) -> None:
    assert callable(call)
    with pytest.raises(checker.CheckerError, match=words) as raised:
        call()
    assert raised.value.slug == slug


def test_words_are_those_of_the_report_language() -> None:
    got = checker.check(
        "La Russie a acheté des obus à la Corée du Nord.", published="2022-11-03", report_language="fr"
    )
    assert got.leads["label_words"].tolist() == ["Violation alléguée\u00a0: rapportée, non établie"]
    html = got._repr_html_()
    assert "Violation alléguée\u00a0: rapportée, non établie" in html
    assert wording("fr").say("notice.program") in html
    assert "reported" not in html


# --- in a notebook ----------------------------------------------------------------------------------------------


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)
        self.seen.add(tag)
        assert not attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_it_shows_its_leads_with_the_notices_of_every_page(found: Checked) -> None:
    html = found._repr_html_()
    for words in (
        "Alleged violation: reported, not established",
        "A program read these allegations in published text. They establish nothing.",
        "No lead is no clearance.",
        "Most Council rules bind States.",
        "Law known to ",
        "Washington",
        "North Korea",
        "Not checked: 4",
    ):
        assert words in html
    assert "violator" not in html.lower()
    assert "guilty" not in html.lower()


def test_who_answers_is_told_in_the_words_of_the_pages() -> None:
    html = checker.check("Moscow bought shells from North Korea.", published="2022-11-03")._repr_html_()
    assert "The text in its own voice" in html
    assert "No response recorded in this text; that is not proof that none was given." in html


def test_nothing_found_still_says_that_this_clears_nobody() -> None:
    html = checker.check("The choir sang.")._repr_html_()
    assert "<table>" not in html
    assert "No lead is no clearance." in html


def test_hostile_words_stay_words() -> None:
    evil = "<script>alert(1)</script>&\u202e"
    frame = pd.DataFrame({"t": [f"Moscow {evil} bought shells from North Korea, Washington said."], "n": [evil]})
    got = checker.check_frame(frame, text="t", id="n", published="2022-11-03")
    assert len(got) == 1
    html = got._repr_html_()
    parser = _Tags()
    parser.feed(html)
    assert parser.open == []
    assert parser.seen <= {"div", "p", "small", "table", "thead", "tbody", "tr", "th", "td"}
    assert "&lt;script&gt;" in html
    assert "\u202e" not in html


def test_many_leads_are_cut_and_it_says_so() -> None:
    frame = pd.DataFrame({"t": [WORDS] * 60})
    html = checker.check_frame(frame, text="t", published="2022-11-03")._repr_html_()
    assert html.count("<tr>") == 51
    assert "The first 50 of 60 leads" in html


# --- the page about it ------------------------------------------------------------------------------------------


def test_the_page_names_every_column_and_every_name_that_is_offered() -> None:
    text = (Path(__file__).parents[2] / "docs" / "library.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_0-9]+)`", text))
    assert {one for columns in TABLES.values() for one in columns} - named == set()
    for name in checker.__all__:
        assert f"checker.{name}" in text or f"`{name}`" in text, name


def test_answers_hold_json_of_the_four_tables() -> None:
    answers = checker.answers(NEWS, text="body", published="day")
    for line in answers["answer"]:
        assert json.loads(line).keys() == TABLES.keys()
