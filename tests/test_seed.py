"""The first real article, where it is at hand: it belongs to somebody else and is not part of this checkout."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from checker.cli import main

ARTICLE = Path(__file__).resolve().parents[2] / "shared" / "seed" / "article.fr.txt"
pytestmark = pytest.mark.skipif(
    not ARTICLE.is_file(), reason="the article lies beside the checkout, in ../shared/seed"
)


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    out = tmp_path_factory.mktemp("seed")
    run = CliRunner().invoke(main, ["check", str(ARTICLE), "--published", "2022-11-03", "-o", str(out)])
    assert run.exit_code == 0, run.output
    found: dict[str, Any] = json.loads((out / "results.jsonl").read_text(encoding="utf-8"))
    return found


def claim(result: dict[str, Any], activity: str, giver: str, taker: str | None) -> dict[str, Any]:
    (found,) = [
        one
        for one in result["claims"]
        if one["activity"] == activity
        and one["giver"]["id"] == giver
        and (one["taker"] or {"id": None})["id"] == taker
    ]
    assert isinstance(found, dict)
    return found


def primary(one: dict[str, Any]) -> list[str]:
    return [rule["id"] for rule in one["provisions"] if rule["role"] == "primary"]


def test_arms_for_russia_are_alleged_by_the_white_house_and_kirby(result: dict[str, Any]) -> None:
    found = claim(result, "arms_export", "PRK", "RUS")
    assert found["finding"]["label"] == "alleged_violation"
    assert primary(found) == ["1718:8(b)", "1874:9"]
    names = {one["name"] for one in found["speakers"]}
    assert {"la Maison Blanche", "Kirby"} <= names
    assert "Did the goods arrive? The source leaves that open." in found["finding"]["missing"]
    assert {"rocket", "artillery_shell"} <= {one["id"] for one in found["items"]}


def test_iranian_drones_are_an_open_question_that_iran_denies(result: dict[str, Any]) -> None:
    found = claim(result, "arms_export", "IRN", "RUS")
    assert found["finding"]["label"] == "possible_violation"
    assert primary(found) == ["2231:Annex B 4(a)"]
    assert any("missile list" in one for one in found["finding"]["missing"])
    assert ("2231:Annex B 6(b)", "not_in_force") in {(one["id"], one["label"]) for one in found["provisions"]}
    assert [one["id"] for one in found["denied_by"]] == ["IRN"]


def test_builders_are_announced_and_russia_is_bound_never_ukraine(result: dict[str, Any]) -> None:
    found = claim(result, "worker_authorisation", "PRK", "RUS")
    assert found["finding"]["label"] == "prospective_violation"
    rules = {one["id"]: one for one in found["provisions"] if one["role"] != "considered"}
    assert {"2375:17", "2397:8"} <= set(rules)
    assert rules["2375:17"]["bound"] == ["RUS"]
    assert "UKR" not in json.dumps(found["provisions"])


def test_missiles_are_an_open_question_while_nobody_calls_them_ballistic(result: dict[str, Any]) -> None:
    found = claim(result, "ballistic_missile_launch", "PRK", None)
    assert found["finding"]["label"] == "possible_violation"
    assert any("ballistic" in one for one in found["finding"]["missing"])


def test_nothing_else_is_flagged(result: dict[str, Any]) -> None:
    flagged = {"alleged_violation", "possible_violation", "prospective_violation"}
    assert len([one for one in result["claims"] if one["finding"]["label"] in flagged]) == 4
    iranians = [one for one in result["claims"] if one["giver"]["id"] == "IRN" and one["activity"] != "arms_export"]
    assert all([d["id"] for d in one["denied_by"]] == ["IRN"] for one in iranians)


def test_the_american_resolution_is_the_councils(result: dict[str, Any]) -> None:
    (found,) = [one for one in result["citations"] if one["outcome"] == "wrong_body"]
    assert found["provisions"] == ["2397:8"]
    assert "slip of translation" in found["rationale"]
    assert "22 December 2019" in found["rationale"]


def test_no_person_is_an_actor_and_the_furniture_is_skipped(result: dict[str, Any]) -> None:
    ends = {one[end]["id"] for one in result["claims"] for end in ("giver", "taker") if one[end]}
    assert ends <= {"PRK", "RUS", "IRN", "KOR"}
    assert {"teaser", "caption", "boilerplate"} <= {one["reason"] for one in result["skipped"]}
