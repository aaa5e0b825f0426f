"""Scores that can be trusted: gold checked before use, pairs one to one, every count by hand in a small case."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from checker.cli import main
from checker.errors import UsageError
from checker.evaluate import Scores, below_floors, evaluate, score
from checker.model import Span
from checker.pipeline import Checker, load_checker
from checker.scoring.gold import GoldCitation, GoldClaim, GoldDocument, Trap, read_corpus, spans_of
from checker.scoring.pairs import answers, assign, pair_claims

TESTS = Path(__file__).parent
TEXT = "Alpha shipped shells to Beta. Gamma had coal. A teaser about Delta. The 2017 resolution bans it."


@pytest.fixture(scope="module")
def tables() -> Checker:
    return load_checker()


def gold(
    activity: str = "arms_export", giver: str | None = "PRK", taker: str | None = "RUS", **more: Any
) -> GoldClaim:
    given = {"accept": (), "status": "alleged", "label": "alleged_violation", "primary": ("1718:8(b)", "1874:9")}
    return GoldClaim(activity=activity, giver=giver, taker=taker, **(given | more))


def claim(
    activity: str = "arms_export", giver: str | None = "PRK", taker: str | None = "RUS", *,
    label: str = "alleged_violation", status: str = "alleged", primary: tuple[str, ...] = ("1718:8(b)", "1874:9"),
    span: tuple[int, int] = (0, 28), denied_by: tuple[str, ...] = (),
) -> dict[str, Any]:  # fmt: skip
    def party(name: str | None) -> dict[str, str] | None:
        return {"id": name, "name": name} if name else None

    return {
        "activity": activity, "giver": party(giver), "taker": party(taker), "status": status,
        "period": {"first_day": "2024-04-01", "last_day": "2024-04-30", "basis": "stated"},
        "speakers": [{"id": "USA", "name": "White House", "via": []}], "denied_by": [party(one) for one in denied_by],
        "evidence": [{"exact": TEXT[slice(*span)], "start": span[0], "end": span[1], "block": "body"}],
        "finding": {"label": label, "rule": "R19"}, "provisions": [{"id": one, "role": "primary"} for one in primary],
    }  # fmt: skip


def line(*claims: dict[str, Any], citations: tuple[dict[str, Any], ...] = ()) -> dict[str, Any]:
    return {"claims": list(claims), "citations": list(citations)}


def scored(document: GoldDocument, found: dict[str, Any], tables: Checker) -> Scores:
    scores = Scores()
    score(document, found, spans_of(document, TEXT), tables.reference, scores)
    return scores


def document(*claims: GoldClaim, **more: Any) -> GoldDocument:
    return GoldDocument("d", None, "en", more.pop("near_miss", False), claims, **more)


# --- gold -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("corpus", ["corpus", "heldback", "cases", "development", "condensed", "sealed", "unseen"])
def test_gold_of_the_project_is_sound(corpus: str) -> None:
    if not (TESTS / corpus).is_dir():
        pytest.skip(f"tests/{corpus} is not part of this checkout")
    found = read_corpus(TESTS / corpus)
    assert len(found) >= 10
    assert len({one.id for one in found}) == len(found)
    for one in found:
        if one.path is not None:
            raw = one.path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
            spans_of(one, raw)
        assert one.published is not None
        assert not (one.near_miss and any(claim.flagged for claim in one.claims))


@pytest.mark.parametrize(("anchor", "times"), [("nowhere", 0), ("Alpha", 1), ("sh", 2)])
def test_an_anchor_stands_exactly_once(anchor: str, times: int) -> None:
    one = document(gold(anchor=anchor))
    if times == 1:
        assert spans_of(one, TEXT) == {"Alpha": Span(0, 5)}
        return
    with pytest.raises(UsageError, match=f"'{anchor}' occurs {times} times, not once") as caught:
        spans_of(one, TEXT)
    assert caught.value.slug == "gold"


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("{", "row 1: not JSON"),
        ("[]", "row 1: not a JSON object"),
        ('{"id": "x", "text": "t", "language": "en"}', "row 1: KeyError: 'claims'"),
        (
            '{"id": "x", "text": "t", "language": "en", "claims": [{"activity": "a", "giver": null, "taker": null,'
            ' "status": "certain", "label": "denied"}]}',
            "'certain' is not a valid Status",
        ),
    ],
    ids=["no JSON", "no object", "no claims", "no status of ours"],
)
def test_gold_that_is_not_sound_is_named_by_file_and_row(tmp_path: Path, row: str, says: str) -> None:
    (tmp_path / "sentences.jsonl").write_text(row + "\n", encoding="utf-8")
    with pytest.raises(UsageError, match=says):
        read_corpus(tmp_path)


def test_a_folder_without_gold_is_no_corpus(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"is no corpus: it needs gold/\*\.json or sentences\.jsonl"):
        read_corpus(tmp_path)


def test_a_sentence_without_flagged_claims_is_a_near_miss(tmp_path: Path) -> None:
    rows = [
        {"id": "a", "text": "t", "language": "en", "claims": []},
        {"id": "b", "text": "t", "language": "en", "claims": [
            {"activity": "arms_export", "giver": "PRK", "taker": None, "status": "denied", "label": "denied"}]},
        {"id": "c", "text": "t", "language": "en", "claims": [
            {"activity": "arms_export", "giver": "PRK", "taker": None, "status": "alleged", "label": "possible_violation"}]},
    ]  # fmt: skip
    file = tmp_path / "sentences.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert [one.near_miss for one in read_corpus(file)] == [True, True, False]
    assert read_corpus(file) == read_corpus(tmp_path)


# --- pairs ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "found", "same"),
    [
        (gold(), claim(), True),
        (gold(), claim(taker="IRN"), False),
        (gold(), claim(giver=None), False),
        (gold(giver=None), claim(giver=None), True),
        (gold("arms_import"), claim(), False),
        (gold("arms_import", accept=("arms_export",)), claim(), True),
        (gold(), claim("arms_export", "RUS", "PRK"), False),
        (gold(), claim(label="denied", status="denied"), True),
    ],
    ids=["all", "taker", "giver unnamed", "both unnamed", "activity", "accepted", "swapped", "label is no matter"],
)
def test_a_claim_answers_when_activity_giver_and_taker_agree(
    wanted: GoldClaim, found: dict[str, Any], same: bool
) -> None:
    assert answers(wanted, found) is same


def test_one_claim_answers_one_gold_claim_and_the_one_that_agrees_best() -> None:
    wanted = (gold(anchor="Alpha", label="denied", status="denied"), gold(anchor="Gamma"))
    claims = [claim(span=(30, 44)), claim(span=(0, 28), label="denied", status="denied")]
    spans = {"Alpha": Span(0, 5), "Gamma": Span(30, 35)}
    assert pair_claims(wanted, claims, spans) == ((0, 1), (1, 0))
    assert pair_claims(wanted, claims[:1], spans) == ((1, 0),)
    assert pair_claims((), claims, spans) == ()
    assert pair_claims(wanted, [], spans) == ()


weights = st.integers(1, 5).flatmap(
    lambda width: st.lists(
        st.lists(st.sampled_from([0.0, 1000.0, 1002.0, 1006.5]), min_size=width, max_size=width),
        min_size=1,
        max_size=5,
    )
)


@given(weights)
def test_pairs_weigh_as_much_as_any_other_pairs_could(table: list[list[float]]) -> None:
    rows, columns = range(len(table)), range(len(table[0]))
    pairs = assign(table)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert all(table[row][column] > 0 for row, column in pairs)
    if len(rows) <= len(columns):
        best = max(
            sum(table[r][c] for r, c in zip(rows, order, strict=False)) for order in permutations(columns, len(rows))
        )
    else:
        best = max(
            sum(table[r][c] for r, c in zip(order, columns, strict=False))
            for order in permutations(rows, len(columns))
        )
    assert sum(table[row][column] for row, column in pairs) == best


# --- counts -----------------------------------------------------------------------------------------------------


def test_found_missed_and_extra(tables: Checker) -> None:
    found = line(
        claim(), claim("coal_export", "PRK", "CHN"), claim("arms_import", "IRN", "YEM", label="no_provision")
    )
    scores = scored(document(gold(), gold("nuclear_test", "PRK", None)), found, tables)
    assert scores.whole.counts() | {"citations": 0} == scores.whole.counts()
    assert [scores.whole.counts()[name] for name in ("found", "missed", "extra")] == [1, 1, 1]
    values = scores.whole.scores()
    assert (values["claims.precision"], values["claims.recall"], values["claims.f1"]) == (0.5, 0.5, 0.5)
    assert [miss.kind for miss in scores.misses] == ["missed", "extra"]


@pytest.mark.parametrize(
    ("found", "wrong"),
    [
        (claim(), set()),
        (claim(label="possible_violation"), {"label"}),
        (claim(status="asserted"), {"status"}),
        (claim(primary=("1718:8(b)",)), {"primary_exact"}),
        (claim(primary=("1718:8(b)", "2270:8")), {"primary", "primary_exact"}),
        (claim(primary=()), {"primary", "primary_exact"}),
        (claim(denied_by=("RUS",)), {"denied_by"}),
    ],
    ids=["all right", "label", "status", "one of two", "one too many", "none", "a denial too many"],
)
def test_what_a_found_claim_got_right(tables: Checker, found: dict[str, Any], wrong: set[str]) -> None:
    scores = scored(document(gold(speakers=("USA",))), line(found), tables)
    values = scores.whole.scores()
    assert {
        name.removesuffix(".accuracy") for name, value in values.items() if name.endswith("accuracy") and not value
    } == wrong


def test_a_label_that_is_also_right_is_right(tables: Checker) -> None:
    scores = scored(
        document(gold(accept_labels=("possible_violation",))), line(claim(label="possible_violation")), tables
    )
    assert scores.whole.scores()["label.accuracy"] == 1.0


def test_groups_are_those_of_the_gold_and_for_false_alarms_of_the_claim(tables: Checker) -> None:
    scores = scored(document(gold()), line(claim(), claim("coal_export", "PRK", "CHN", primary=("2371:8",))), tables)
    by = scores.as_json()["by"]
    assert by["language"]["en"]["counts"]["found"] == 1
    assert by["regime"]["dprk"]["scores"]["claims.precision"] == 0.5
    assert by["activity"]["arms_export"]["scores"]["claims.f1"] == 1.0
    assert by["activity"]["coal_export"]["counts"]["extra"] == 1
    assert (
        by["label"]["alleged_violation"]["counts"] | {"found": 1, "extra": 1}
        == by["label"]["alleged_violation"]["counts"]
    )


def test_a_near_miss_is_quiet_or_not_and_a_trap_avoided_or_not(tables: Checker) -> None:
    near = document(near_miss=True, traps=(Trap("A teaser about Delta", "teaser"), Trap("Gamma had coal", "context")))
    loud = claim("coal_export", "PRK", None, span=(30, 44))
    quiet = claim("coal_export", "PRK", None, span=(30, 44), label="no_provision")
    for found, near_misses, traps in ((loud, 0.0, 0.5), (quiet, 1.0, 1.0)):
        values = scored(near, line(found), tables).whole.scores()
        assert (values["near_misses.quiet"], values["traps.avoided"]) == (near_misses, traps)


@pytest.mark.parametrize(
    ("span", "outcome", "right", "found"),
    [((68, 87), "wrong_body", 1.0, 1.0), ((70, 80), "supported", 0.0, 1.0), ((0, 10), "wrong_body", 0.0, 0.0)],
    ids=["right", "another outcome", "other words"],
)
def test_citations(tables: Checker, span: tuple[int, int], outcome: str, right: float, found: float) -> None:
    one = document(citations=(GoldCitation("The 2017 resolution", "wrong_body", ()),))
    cited = {"start": span[0], "end": span[1], "exact": TEXT[slice(*span)], "outcome": outcome}
    values = scored(one, line(citations=(cited,)), tables).whole.scores()
    assert (values["citations.accuracy"], values["citations.found"]) == (right, found)


def test_a_miss_names_what_stood_near_it(tables: Checker) -> None:
    scores = scored(document(gold(anchor="Alpha shipped")), line(claim(taker="IRN")), tables)
    missed = next(one for one in scores.misses if one.kind == "missed")
    assert "arms_export PRK > RUS alleged alleged_violation 1718:8(b) + 1874:9 “Alpha shipped”" in missed.gold
    assert "arms_export PRK > IRN" in missed.predicted[0]


# --- floors and the command -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("floor", "low"), [(0.49, False), (0.5, False), (0.51, True)])
def test_a_score_on_its_floor_stands(floor: float, low: bool) -> None:
    assert bool(below_floors({"claims.f1": 0.5}, {"claims.f1": floor})) is low


def test_a_floor_of_no_score_is_refused() -> None:
    with pytest.raises(UsageError, match=r"there is no score 'f1'; there are claims\.f1"):
        below_floors({"claims.f1": 0.5}, {"f1": 0.1})


@pytest.fixture
def small(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "gold").mkdir()
    words = "---\ntitle: T\npublished: 2022-11-03\nlanguage: en\n---\n\nMoscow bought shells from North Korea last month, Washington said.\n"
    (tmp_path / "articles" / "a.md").write_text(words, encoding="utf-8")
    found = {
        "document": "articles/a.md", "published": "2022-11-03", "language": "en", "near_miss": False,
        "claims": [{
            "activity": "arms_export", "accept": [], "giver": "PRK", "taker": "RUS", "status": "alleged",
            "label": "alleged_violation", "accept_labels": [], "primary": ["1718:8(b)", "1874:9"], "speakers": ["USA"],
            "denied_by": [], "anchor": "Moscow bought shells from North Korea"}],
        "not_flagged": [], "citations": [],
    }  # fmt: skip
    (tmp_path / "gold" / "a.json").write_text(json.dumps(found), encoding="utf-8")
    return tmp_path


def test_a_small_corpus_from_end_to_end(small: Path, tables: Checker) -> None:
    values = evaluate(small, tables).whole.scores()
    assert values["claims.f1"] == 1.0
    assert values["label.accuracy"] == values["primary.accuracy"] == values["published.accuracy"] == 1.0


def test_the_command_prints_scores_misses_and_json(small: Path) -> None:
    table = CliRunner().invoke(main, ["evaluate", str(small), "--errors"])
    assert table.exit_code == 0
    assert "claims.f1                1.000" in table.stdout
    assert "by regime" in table.stdout
    found = json.loads(CliRunner().invoke(main, ["evaluate", str(small), "--format", "json", "--errors"]).stdout)
    assert found["schema"] == "checker/scores/1"
    assert found["scores"]["claims.f1"] == 1.0
    assert found["misses"] == []


@pytest.mark.parametrize(
    ("floors", "code", "says"),
    [
        ({"claims.f1": 1.0}, 0, ""),
        ({"claims.f1": 1.01}, 1, "claims.f1 is 1.0000, below its floor 1.0100"),
        ({"f1": 0.5}, 2, "there is no score 'f1'"),
        ([], 2, "not a JSON object of scores and numbers"),
    ],
    ids=["held", "broken", "unknown", "no floors"],
)
def test_the_command_holds_scores_against_floors(small: Path, floors: Any, code: int, says: str) -> None:
    (small / "floors.json").write_text(json.dumps(floors), encoding="utf-8")
    done = CliRunner().invoke(main, ["evaluate", str(small), "--floors", str(small / "floors.json")])
    assert done.exit_code == code
    assert says in done.stderr


def test_gold_that_is_not_sound_stops_the_command(small: Path) -> None:
    file = small / "gold" / "a.json"
    file.write_text(file.read_text(encoding="utf-8").replace("Moscow bought", "Moscow sold"), encoding="utf-8")
    done = CliRunner().invoke(main, ["evaluate", str(small)])
    assert done.exit_code == 2
    assert "occurs 0 times, not once [gold]" in done.stderr
    assert CliRunner().invoke(main, ["evaluate", str(small / "none")]).exit_code == 2


def test_the_floors_of_the_sample_corpus_hold(tables: Checker) -> None:
    floors = json.loads((TESTS / "corpus" / "floors.json").read_text(encoding="utf-8"))
    assert below_floors(evaluate(TESTS / "corpus", tables).whole.scores(), floors) == ()
