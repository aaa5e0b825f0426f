"""Every stage is made to lose a claim of made-up gold, and the diagnosis names it with that stage's words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from checker.cli import main
from checker.evaluate import Miss, evaluate, stages_of
from checker.pipeline import Checker, load_checker
from checker.scoring.stages import STAGES

SHELLS = "North Korea shipped artillery shells to Russia in April 2024, Seoul said."


@pytest.fixture(scope="module")
def tables() -> Checker:
    return load_checker()


def wanted(**more: Any) -> dict[str, Any]:
    given = {
        "activity": "arms_export", "accept": [], "giver": "PRK", "taker": "RUS", "status": "alleged",
        "label": "alleged_violation", "accept_labels": [], "primary": ["1718:8(b)", "1874:9"], "speakers": [],
        "denied_by": [], "anchor": "",
    }  # fmt: skip
    return given | more


def corpus_of(folder: Path, text: str, *claims: dict[str, Any], language: str = "en", **more: Any) -> Path:
    (folder / "articles").mkdir()
    (folder / "gold").mkdir()
    page = f"---\ntitle: Made up\npublished: 2024-05-14\nlanguage: {language}\n---\n\n{text}\n"
    (folder / "articles" / "a.md").write_text(page, encoding="utf-8")
    gold = {
        "document": "articles/a.md", "published": "2024-05-14", "language": language, "near_miss": not claims,
        "claims": list(claims), "not_flagged": [], "citations": [],
    }  # fmt: skip
    (folder / "gold" / "a.json").write_text(json.dumps(gold | more), encoding="utf-8")
    return folder


def misses_of(folder: Path, tables: Checker) -> list[Miss]:
    return evaluate(folder, tables, diagnose=True).misses


CASES = {
    "a language that is not read": (
        "Nordkorea hat nach Angaben der Regierung im April Granaten an Russland geliefert.",
        wanted(anchor="Granaten"), "missed", "block", "taken for 'de', which is not read",
    ),
    "a caption": (
        f"{SHELLS}\n\nPhoto: Kim Jong Un inspects coal that North Korea sold to China / Wire",
        wanted(activity="coal_export", taker="CHN", anchor="coal that North Korea sold to China"), "missed", "block", "read as caption",
    ),
    "an anchor over two sentences": (
        "North Korea did it again in April. Shells went to Russia by train.",
        wanted(anchor="North Korea did it again in April. Shells went to Russia"), "missed", "sentence", "cut into “north korea did it again in april.” | “shells went to russia",
    ),
    "a country that nobody listed": (
        "The Hermit Realm of Baekdu shipped artillery shells to Russia in April 2024.",
        wanted(anchor="shipped artillery shells to Russia"), "missed", "mention", "no PRK in “shipped artillery shells to Russia”: found RUS",
    ),
    "a pronoun taken for somebody else": (
        "Iran said nothing on Monday. It shipped artillery shells to Russia in April 2024.",
        wanted(anchor="It shipped artillery shells to Russia"), "missed", "mention", "“it” stood for somebody else",
    ),
    "a verb that nobody listed": (
        "North Korea wafted artillery shells over to Russia in April 2024.",
        wanted(anchor="wafted artillery shells over to Russia"), "missed", "frame", "no word of conduct known in “wafted artillery shells over to Russia”",
    ),
    "other roles": (
        SHELLS, wanted(giver="RUS", taker="PRK", anchor="shipped artillery shells"), "missed", "frame", "SUPPLY “shipped” had giver PRK, taker RUS, gold RUS > PRK",
    ),
    "another activity": (
        SHELLS, wanted(activity="coal_export", anchor="shipped artillery shells"), "missed", "frame", "SUPPLY “shipped” read as arms_export",
    ),
    "a statement of law": (
        "Under the resolutions, North Korea may not sell weapons to Russia.",
        wanted(anchor="sell weapons"), "missed", "assertion", "belongs to the bin “law”",
    ),
    "a denial": (
        "North Korea has never sold artillery shells to Russia, a spokesman in Pyongyang said.",
        wanted(anchor="artillery shells"), "label", "assertion", "read as denied, gold alleged",
    ),
    "another speaker": (
        SHELLS, wanted(speakers=["USA"], anchor="shipped artillery shells"), "speakers", "assertion", "said by KOR, gold USA",
    ),
    "a denier nobody heard": (
        SHELLS, wanted(denied_by=["RUS"], anchor="shipped artillery shells"), "denied_by", "assertion", "denied by nobody, gold RUS",
    ),
    "other days": (
        SHELLS, wanted(first_day="2019-01-01", last_day="2019-12-31", anchor="shipped artillery shells"), "days", "time",
        "period read 2024-04-01 to 2024-04-30 (stated), gold 2019-01-01 to 2019-12-31",
    ),
    "another rule": (
        SHELLS, wanted(primary=["2375:17"], anchor="shipped artillery shells"), "primary", "match", "rule 1718:8(b) + 1874:9, gold 2375:17 (not considered)",
    ),
    "two of one kind, joined": (
        SHELLS, [wanted(anchor="North Korea shipped"), wanted(anchor="shells to Russia")], "missed", "match", "which answers another gold claim",
    ),
    "another label": (
        SHELLS, wanted(label="permitted", anchor="shipped artillery shells"), "label", "label", "R19 gave alleged_violation",
    ),
    "a false alarm": (
        SHELLS, [], "extra", "assertion", "SUPPLY “shipped” stood as alleged where the gold has no conduct",
    ),
    "a false alarm beside the right ends": (
        SHELLS, wanted(giver="PRK", taker="IRN", anchor="shipped artillery shells"), "extra", "frame", "arms_export PRK > RUS instead of arms_export PRK > IRN",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "claims", "kind", "stage", "says"), CASES.values(), ids=CASES)
def test_the_stage_that_lost_it_is_named_with_its_words(
    tmp_path: Path, tables: Checker, text: str, claims: Any, kind: str, stage: str, says: str
) -> None:
    language = "de" if "Nordkorea" in text else "en"
    listed = claims if isinstance(claims, list) else [claims]
    misses = misses_of(corpus_of(tmp_path, text, *listed, language=language), tables)
    assert [(one.stage, says in one.why) for one in misses if one.kind == kind] == [(stage, True)], misses


def test_each_stage_loses_something_in_these_cases() -> None:
    assert {stage for _, _, _, stage, _ in CASES.values()} == set(STAGES)


def test_a_citation_is_lost_unseen_or_judged_otherwise(tmp_path: Path, tables: Checker) -> None:
    text = f"{SHELLS} It breaches Resolution 1718 (2006). The scroll of Atlantis says so too."
    citations = [
        {"anchor": "Resolution 1718 (2006)", "outcome": "unknown_resolution"},
        {"anchor": "The scroll of Atlantis", "outcome": "generic"},
    ]
    misses = misses_of(
        corpus_of(tmp_path, text, wanted(anchor="shipped artillery shells"), citations=citations), tables
    )
    found = [(one.stage, one.why) for one in misses if one.kind == "citation"]
    assert [stage for stage, _ in found] == ["match", "mention"]
    assert "gold unknown_resolution" in found[0][1]
    assert found[1][1] == "no words about law were seen there"


def test_the_table_counts_misses_by_stage_and_a_trap_once(tmp_path: Path, tables: Checker) -> None:
    trap = [{"anchor": "artillery shells", "why": "made up"}]
    misses = misses_of(corpus_of(tmp_path, SHELLS, not_flagged=trap), tables)
    assert [one.kind for one in misses] == ["extra", "trap"]
    assert stages_of(misses) == dict.fromkeys(STAGES, 0) | {"assertion": 1}


def test_the_command_prints_stages_and_gives_them_as_json(tmp_path: Path) -> None:
    folder = corpus_of(tmp_path, SHELLS, wanted(taker="IRN", anchor="shipped artillery shells"))
    shown = CliRunner().invoke(main, ["evaluate", str(folder), "--errors"]).stdout
    assert "misses by stage" in shown
    assert "lost at mention: no IRN in “shipped artillery shells”: found KOR, PRK, RUS" in shown
    found = json.loads(CliRunner().invoke(main, ["evaluate", str(folder), "--errors", "--format", "json"]).stdout)
    assert found["stages"]["mention"] == 1
    assert found["misses"][0]["stage"] == "mention"


def test_scores_are_the_same_whether_or_not_misses_are_diagnosed(tables: Checker) -> None:
    sentences = Path(__file__).parent / "cases" / "sentences.jsonl"
    plain, traced = evaluate(sentences, tables), evaluate(sentences, tables, diagnose=True)
    assert plain.as_json() == traced.as_json()
    assert not any(one.stage for one in plain.misses)
    assert all(one.stage in STAGES and one.why for one in traced.misses)
