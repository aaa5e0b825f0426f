"""The tables as pages: complete in themselves, every link leads somewhere, and what they say is what the tables hold."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from page_reader import Page, bare

from checker.bundle import folder
from checker.corpus import names_of
from checker.errors import ReportError
from checker.lawbook.charts import Stretch, merged, regime_chart, stretches
from checker.lawbook.days import spans
from checker.lawbook.pages import write_lawbook
from checker.lawbook.paragraphs import paragraph_view, rules_of, strongest
from checker.lawbook.places import Places, anchor, regime_page
from checker.lawbook.regimes import paragraphs_of
from checker.lawbook.terms import terms
from checker.model import Force, ProvisionPeriod
from checker.reference import Reference, load_reference
from checker.tables import PACKAGE, TABLES
from checker.views import RunInfo, wording

GOLDEN = Path(__file__).parent / "golden" / "law"
EXAMPLE = Path(__file__).parent.parent / "docs" / "own-law" / "atlantis"
UPDATE = bool(os.environ.get("CHECKER_UPDATE_GOLDEN"))
DAY = date(2026, 11, 23)
VOCABULARY = ("activities", "items", "actors", "places")


def run_of(reference: Reference, day: date = DAY, language: str = "en") -> RunInfo:
    return RunInfo("0", "tables", reference.known_to, day, names_of(reference), language)


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


@pytest.fixture(scope="module")
def pages(reference: Reference, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    out = tmp_path_factory.mktemp("law")
    found = {}
    for language in ("en", "fr"):
        for path in write_lawbook(reference, out / language, run_of(reference, language=language)):
            found[f"{language}/{path.name}"] = path.read_text(encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def parsed(pages: dict[str, str]) -> dict[str, Page]:
    return {name: Page(text) for name, text in pages.items()}


@pytest.fixture(scope="module")
def atlantis(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    """The tables of the worked example alone: its rows, the closed vocabularies, and the heads of the other files."""
    place = tmp_path_factory.mktemp("tables")
    shutil.copy(folder("reference") / PACKAGE, place)
    for name, table in TABLES.items():
        rows = list(csv.reader((folder("reference") / table.file).open(encoding="utf-8", newline="")))
        kept = rows if name in VOCABULARY else rows[:1]
        if (EXAMPLE / table.file).is_file():
            kept = kept + list(csv.reader((EXAMPLE / table.file).open(encoding="utf-8", newline="")))[1:]
        with (place / table.file).open("w", encoding="utf-8", newline="") as handle:
            csv.writer(handle, lineterminator="\n").writerows(kept)
    return load_reference(place)


# --- golden pages -----------------------------------------------------------------------------------------------

KEPT = (
    ("en", "index.html", DAY),
    ("en", "regime-atlantis.html", DAY),
    ("fr", "regime-atlantis.html", date(2027, 7, 1)),
    ("en", "day.html", DAY),
)


def undated(text: str) -> str:
    """A page without style, script, policy and digest of the tables."""
    return re.sub(r"<code>[0-9a-f]{64}</code>", "<code>digest</code>", bare(text))


@pytest.mark.parametrize(("language", "name", "day"), KEPT, ids=lambda value: str(value))
def test_pages_are_byte_for_byte_those_somebody_looked_at(
    atlantis: Reference, tmp_path: Path, language: str, name: str, day: date
) -> None:
    write_lawbook(atlantis, tmp_path, run_of(atlantis, day, language))
    text = undated((tmp_path / name).read_text(encoding="utf-8"))
    golden = GOLDEN / f"{language}-{name}"
    if UPDATE:
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text.encode() == golden.read_bytes(), f"{golden.name} differs: see {GOLDEN.name}/README.md"


def test_no_golden_page_is_left_over() -> None:
    assert {path.name for path in GOLDEN.glob("*.html")} == {f"{language}-{name}" for language, name, _ in KEPT}


def test_the_same_tables_give_the_same_bytes(reference: Reference, pages: dict[str, str], tmp_path: Path) -> None:
    for path in write_lawbook(reference, tmp_path, run_of(reference, language="fr")):
        assert path.read_text(encoding="utf-8") == pages[f"fr/{path.name}"]


# --- safe and complete in itself --------------------------------------------------------------------------------


def test_nothing_remote_is_loaded_and_the_policy_names_what_is_inside(parsed: dict[str, Page]) -> None:
    for name, page in parsed.items():
        assert not {tag for tag, _ in page.elements} & {"img", "iframe", "object", "embed", "base", "link"}, name
        assert not page.all("src") + page.all("style") + page.all("action"), name
        assert not [one for _, attrs in page.elements for one in attrs if one.startswith("on")], name
        assert "@import" not in "".join(page.raw["style"])
        assert set(re.findall(r"url\(([^)]*)\)", "".join(page.raw["style"]))) <= {"#hatch", "#dots"}, name
        assert page.meta("Content-Security-Policy").startswith("default-src 'none'; style-src 'sha256-")
        assert page.meta("robots") == "noindex, nofollow, noarchive"


def test_every_link_leads_to_a_page_and_a_place_in_it_or_to_a_text(parsed: dict[str, Page]) -> None:
    ids = {name: set(page.all("id")) for name, page in parsed.items()}
    for name, page in parsed.items():
        assert len(page.all("id")) == len(ids[name]), name
        for href in page.all("href"):
            if "://" in href:
                assert re.match(r"https?://[^\s\"'<>]+$", href), (name, href)
                continue
            file, _, fragment = href.partition("#")
            there = f"{name[:3]}{file}" if file else name
            assert there in parsed, (name, href)
            assert not fragment or fragment in ids[there], (name, href)


def test_headings_never_skip_a_level(parsed: dict[str, Page]) -> None:
    for name, page in parsed.items():
        levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
        assert levels.count(1) == 1, name
        at = levels.index(1)
        for above, below in zip(levels[at:], levels[at + 1 :], strict=False):
            assert below <= above + 1, (name, levels)


def test_every_page_says_that_it_is_not_the_law(parsed: dict[str, Page]) -> None:
    for name, page in parsed.items():
        first = (
            "Only the official text is the law." if name.startswith("en") else "Seul le texte officiel fait droit."
        )
        assert first in page.words, name
        for verdict in ("violator", "guilty", "coupable", "contrevenant"):
            assert verdict not in page.words.casefold(), name


def test_pages_read_without_script(parsed: dict[str, Page]) -> None:
    page = parsed["en/day.html"]
    hidden = [attrs for tag, attrs in page.elements if tag == "form" and "hidden" in attrs]
    assert [attrs["id"] for attrs in hidden] == ["day"]
    shown = [a for t, a in page.elements if t == "li" and a.get("class") == "day-row" and "hidden" not in a]
    assert len(shown) > 300


# --- what they say ----------------------------------------------------------------------------------------------


def test_every_paragraph_stands_once_on_the_page_of_its_regime_with_both_footnotes(
    reference: Reference, parsed: dict[str, Page]
) -> None:
    for regime in reference.regimes:
        page = parsed[f"en/{regime_page(regime)}"]
        held = paragraphs_of(regime, reference)
        assert [a["id"] for t, a in page.elements if t == "article"] == [anchor(name) for name in held]
        assert len([a for t, a in page.elements if a.get("class") == "footnote"]) == 2 * len(held)
    words = parsed["en/regime-dprk.html"].words
    assert "Security Council resolution 1718 (2006), para. 8 (b)." in words
    assert "Résolution 1718 (2006) du Conseil de sécurité, par. 8 b)." in words


def test_links_between_paragraphs_run_both_ways(reference: Reference) -> None:
    places = Places(reference, wording("en"))
    hrefs = [one.href for one in places.amended_by("1718:8(b)")]
    assert "regime-dprk.html#p-1874-9" in hrefs
    assert "regime-dprk.html#p-1718-8-b" in [one.href for one in places.amends("1874:9")]
    for one in reference.provisions:
        for other in places.amends(one.id):
            assert other.name


def test_a_chart_has_a_bar_for_each_period_of_each_rule(reference: Reference, parsed: dict[str, Page]) -> None:
    for regime in reference.regimes:
        rules = rules_of(p for p in reference.provisions if p.regime == regime)
        rows = dict.fromkeys((rule.id, rule.periods) for rule in rules)
        bars = sum(len(list(stretches(periods, DAY))) for _, periods in rows)
        page = parsed[f"en/{regime_page(regime)}"]
        key = len({s.force for _, periods in rows for s in stretches(periods, DAY)})
        drawn = [a for t, a in page.elements if t == "rect" and a.get("class", "").startswith("bar ")]
        chart = regime_chart(rules, DAY, Places(reference, wording("en")))
        asks = chart is not None and chart.asks
        assert len(drawn) == bars + key + asks, regime
        told = [a["aria-label"] for t, a in page.elements if t == "svg" and a.get("role") == "img" and "height" in a]
        assert len([label for label in told if "20" in label or "19" in label]) >= len(rows), regime


@pytest.mark.parametrize("day", ["1965-11-20", "1999-10-15", "2016-01-15", "2016-01-16", "2025-09-28", "2026-11-23"])
def test_the_page_of_a_day_agrees_with_the_tables(reference: Reference, tmp_path: Path, day: str) -> None:
    when = date.fromisoformat(day)
    write_lawbook(reference, tmp_path, run_of(reference, when))
    page = Page((tmp_path / "day.html").read_text(encoding="utf-8"))
    rows = [a for t, a in page.elements if t == "li" and a.get("class") == "day-row"]
    held = {one.provision.id for one in reference.in_force(when) if one.provision.is_rule}
    assert len([a for a in rows if "hidden" not in a]) == len(held)


def as_the_script_reads(written: str, day: str) -> str:
    """The answer of ``law.js`` for a row, step by step."""
    order = ("yes", "disputed", "unconfirmed", "no")

    def limb(text: str) -> str:
        before = ""
        for span in text.split(","):
            first, last, note = span.split("/")
            if first > day:
                return "no"
            if not last or day <= last:
                return note if note == "disputed" or (note == "unconfirmed" and not last) else "yes"
            before = note
        return "unconfirmed" if before == "unconfirmed" else "no"

    return min((limb(text) for text in written.split("|")), key=order.index)


def test_the_script_that_filters_by_day_gives_the_answers_of_the_tables(reference: Reference) -> None:
    edges = [*sorted({p.first_day for one in reference.provisions for p in one.periods})[::9], DAY]
    for regime in reference.regimes:
        for rules in map(rules_of, paragraphs_of(regime, reference).values()):
            for day in edges if rules else ():
                force = strongest(rules, day, reference).force.value
                assert as_the_script_reads(spans(rules), day.isoformat()) == force, (rules[0].id, day)


@pytest.mark.parametrize(
    ("name", "copy"),
    [
        ("1718:8(b)", "an unofficial copy: newton.com.tw"),
        ("2231:Annex B 4(a)", "none; its content was seen on another page: iranintl.com"),
        ("2397:8", "an unofficial copy whose address is not held"),
        ("1718:5", "none; the row rests on other sources or on memory"),
    ],
)
def test_what_was_read_is_kept_apart_from_the_official_text_and_an_unread_row_claims_no_copy(
    reference: Reference, name: str, copy: str
) -> None:
    found = paragraph_view(reference.by_id(name), DAY, names_of(reference), Places(reference, wording("en")))
    assert f"{found.copy_words} {found.copy_host}".rstrip() == copy
    assert found.official.startswith("https://undocs.org/S/RES/")


def test_russia_has_a_page_that_says_there_is_no_regime(parsed: dict[str, Page]) -> None:
    page = parsed["en/regime-russia.html"]
    assert "No UN sanctions regime exists: Russia" in page.words
    assert (
        "Measures of the European Union, the United States, the United Kingdom or the G7 are not Council"
        in page.words
    )
    assert "S/RES/2202 (2015), paragraph 1" in page.words
    assert "article" not in {tag for tag, _ in page.elements}
    assert "aucun régime de sanctions de l’ONU" in parsed["fr/regime-russia.html"].words


def test_texts_that_forbid_nothing_are_all_there_with_the_reason(
    reference: Reference, parsed: dict[str, Page]
) -> None:
    page = parsed["en/texts.html"]
    rows = [a for t, a in page.elements if t == "li" and "text-row" in a.get("class", "")]
    assert len(rows) == len(reference.not_provisions)
    for words in ("Recommendation of the General Assembly", "A rule replaced before it began", "No regime at all"):
        assert words in page.words


def test_what_only_asks_is_never_counted_as_binding(parsed: dict[str, Page]) -> None:
    words = parsed["en/regime-lebanon.html"].words
    assert "3 binding rules; 4 requests and reminders" in " ".join(words.split())
    assert "Request" in words


def test_both_readings_of_a_dispute_are_told_once_and_linked_from_each_paragraph(pages: dict[str, str]) -> None:
    text = pages["en/regime-iran.html"]
    assert text.count("Nothing was restored: the notice of August 2025 had no effect") == 1
    assert text.count('<a href="#dispute">') > 30


def test_living_regimes_come_first_and_each_says_how_far_it_was_read(parsed: dict[str, Page]) -> None:
    words = parsed["en/index.html"].words
    order = ("North Korea (DPRK)", "Not a regime", "Regimes that have ended", "Angola (UNITA)")
    at = [words.index(order[0]), *(words.rindex(one) for one in order[1:])]
    assert at == sorted(at)
    assert "Law known to 23 November 2026" in words


# --- days in words ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "at", "language", "began", "ended"),
    [
        ("1718:8(b)", 0, "en", "adopted that day", ""),
        (
            "2231:Annex B 4(a)",
            0,
            "en",
            "set for a day after adoption (20 July 2015)",
            "end of the term of eight years",
        ),
        ("2231:Annex B 4(a)", 0, "fr", "fixé à un jour postérieur à l’adoption (20 juillet 2015)", "de huit ans"),
        ("1747:5", 0, "en", "adopted that day", "ed by S/RES/2231 (2015), paragraph 7(a)"),
        ("1747:5", 1, "en", "restored by S/RES/2231 (2015), paragraph 12", ""),
        ("2428:4", 0, "en", "adopted that day", "a renewal was due and none was seen up to 23 November 2026"),
    ],
)
def test_a_period_says_why_it_began_and_ended(
    reference: Reference, name: str, at: int, language: str, began: str, ended: str
) -> None:
    found = terms(reference.by_id(name)[0], reference.known_to, Places(reference, wording(language)))[at]
    assert began in found.began.text
    assert ended in found.ended.text
    assert bool(found.ended.text) == bool(ended)


def test_a_term_that_still_runs_says_when_it_ends(atlantis: Reference) -> None:
    (found,) = terms(atlantis.by_id("2899:2")[0], atlantis.known_to, Places(atlantis, wording("en")))
    assert found.running
    assert found.ended.text == "with its term, unless renewed by then"


def day(text: str) -> date:
    return date.fromisoformat(text)


def bars(*periods: ProvisionPeriod) -> Iterator[tuple[str, str, str]]:
    for one in stretches(periods, DAY):
        yield str(one.first_day), str(one.last_day or ""), one.force


@pytest.mark.parametrize(
    ("first", "last", "note", "expected"),
    [
        ("2020-01-01", "", "", [("2020-01-01", "", "yes")]),
        ("2020-01-01", "2021-01-01", "", [("2020-01-01", "2021-01-01", "ended")]),
        ("2027-01-01", "", "", [("2027-01-01", "", "later")]),
        ("2025-09-28", "", "disputed", [("2025-09-28", "", "disputed")]),
        ("2020-01-01", "2026-07-01", "unconfirmed",
         [("2020-01-01", "2026-07-01", "yes"), ("2026-07-02", "", "unconfirmed")]),
        ("2020-01-01", "2027-07-01", "unconfirmed", [("2020-01-01", "2027-07-01", "yes")]),
        ("2026-04-14", "", "unconfirmed", [("2026-04-14", "", "unconfirmed")]),
    ],
)  # fmt: skip
def test_a_period_is_drawn_by_its_force(
    first: str, last: str, note: str, expected: list[tuple[str, str, str]]
) -> None:
    assert list(bars(ProvisionPeriod(day(first), day(last) if last else None, note))) == expected


def test_bars_of_several_rules_are_merged_and_the_surest_covers_the_others() -> None:
    found = merged(
        (
            Stretch(day("2006-01-01"), day("2015-12-31"), "ended"),
            Stretch(day("2010-01-01"), day("2011-12-31"), "yes"),
            Stretch(day("2020-01-01"), None, "disputed"),
            Stretch(day("2016-01-01"), day("2016-12-31"), "ended"),
        )
    )
    assert [(str(one.first_day), str(one.last_day or ""), one.force) for one in found] == [
        ("2006-01-01", "2009-12-31", "ended"),
        ("2010-01-01", "2011-12-31", "yes"),
        ("2012-01-01", "2016-12-31", "ended"),
        ("2020-01-01", "", "disputed"),
    ]


# --- files ------------------------------------------------------------------------------------------------------


def test_pages_of_an_earlier_book_are_replaced_or_removed_and_foreign_files_stay(
    reference: Reference, atlantis: Reference, tmp_path: Path
) -> None:
    write_lawbook(atlantis, tmp_path, run_of(atlantis))
    (tmp_path / "regime-notes.html").write_text("mine", encoding="utf-8")
    write_lawbook(reference, tmp_path, run_of(reference))
    assert not (tmp_path / "regime-atlantis.html").exists()
    assert (tmp_path / "regime-notes.html").read_text(encoding="utf-8") == "mine"


def test_a_page_that_is_not_of_the_book_is_never_written_over(atlantis: Reference, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<meta name="generator" content="checker report">', encoding="utf-8")
    with pytest.raises(ReportError, match="exists and was not written by checker: choose another folder") as told:
        write_lawbook(atlantis, tmp_path, run_of(atlantis))
    assert told.value.slug == "foreign-file"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_where_the_folder_should_be_is_said_plainly(atlantis: Reference, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    with pytest.raises(ReportError, match=r"cannot write the pages to '.*out': .*; choose another folder with --out"):
        write_lawbook(atlantis, tmp_path / "out", run_of(atlantis))


def test_the_digest_of_the_tables_stands_on_every_regime(reference: Reference, pages: dict[str, str]) -> None:
    assert all(reference.sha256 in text for name, text in pages.items() if "/regime-" in name)


def test_force_words_exist_for_every_force() -> None:
    for language in ("en", "fr"):
        data = json.loads((folder("reports") / "locale" / f"{language}.json").read_text(encoding="utf-8"))["words"]
        assert {f"on_day.{force.value}" for force in Force} <= set(data)
