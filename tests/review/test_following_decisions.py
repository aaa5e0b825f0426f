"""Where a decision stands after another run: as a table of single changes, and as properties of many at once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest
import report_samples as samples
from hypothesis import given
from hypothesis import strategies as st
from review_cases import RULE, SIDE, decided, seen

from checker import fingerprints
from checker.formats.results import record
from checker.model import Cap, Label, Provision, Tier
from checker.review.decisions import LawRow, Verdict
from checker.review.following import Hold, follow
from checker.review.seen import Seen, beside, text_of, text_recorded
from checker.review.standing import Decided, State

LEAD = seen()
OTHER = seen("Zenda sent coal", "c-000000000002", activity="coal_export", giver="ZENDA", taker="CORVAL")
NEW_ID, NEW_WORDS = "c-00000000000f", "Corval was sent shells"
MOVED = seen(NEW_WORDS)

CHANGES: list[tuple[str, tuple[Seen, ...], Hold, tuple[str, ...]]] = [
    ("nothing changed", (LEAD, OTHER), Hold.HOLDS, ()),
    ("claims come in another order", (OTHER, LEAD), Hold.HOLDS, ()),
    ("the words are broken over other lines", (seen("Corval took\n   delivery of shells"), OTHER), Hold.HOLDS, ()),
    ("its days are read differently", (seen(claim=NEW_ID), OTHER), Hold.NOTICED, ("other_id",)),
    (
        "other words come first",
        (replace(MOVED, anchors=(MOVED.anchor, LEAD.anchor)), OTHER),
        Hold.NOTICED,
        ("other_words",),
    ),
    ("its words are gone", (MOVED, OTHER), Hold.LAPSED, ("words",)),
    ("id and words are gone", (seen(NEW_WORDS, NEW_ID), OTHER), Hold.ORPHANED, ("no_claim",)),
    ("the giver is read differently", (seen(claim=NEW_ID, giver="SOUTH"), OTHER), Hold.ORPHANED, ("no_claim",)),
    ("the taker is not known any more", (seen(claim=NEW_ID, taker=""), OTHER), Hold.ORPHANED, ("no_claim",)),
    ("it is other conduct now", (seen(claim=NEW_ID, activity="arms_import"), OTHER), Hold.ORPHANED, ("no_claim",)),
    ("two claims have its words", (seen(claim=NEW_ID), seen(claim="c-00000000000e")), Hold.ORPHANED, ("no_claim",)),
    ("nothing is left", (), Hold.ORPHANED, ("no_claim",)),
    ("the label is another", (seen(label=Label.POSSIBLE_VIOLATION),), Hold.NOTICED, ("label",)),
    ("the main rule says something else", (seen(law=(replace(RULE, row="f" * 12), SIDE)),), Hold.LAPSED, ("law",)),
    ("a supporting rule says something else", (seen(law=(RULE, replace(SIDE, row="f" * 12))),), Hold.LAPSED, ("law",)),
    ("the main rule is another", (seen(law=(replace(RULE, id="2270:6"), SIDE)),), Hold.LAPSED, ("law", "law")),
    ("the main rule only supports", (seen(law=(replace(RULE, role="supporting"), SIDE)),), Hold.LAPSED, ("law",)),
    ("a supporting rule is gone", (seen(law=(RULE,)),), Hold.NOTICED, ("rules",)),
    ("a supporting rule is new", (seen(law=(RULE, SIDE, LawRow("2270:6", "supporting", "a" * 12))),), Hold.NOTICED, ("rules",)),
    ("days and law changed", (seen(claim=NEW_ID, law=(replace(RULE, row="f" * 12), SIDE)),), Hold.LAPSED, ("other_id", "law")),
]  # fmt: skip


@pytest.mark.parametrize(("change", "now", "hold", "notices"), CHANGES, ids=[one[0] for one in CHANGES])
def test_after_a_change_a_decision(change: str, now: tuple[Seen, ...], hold: Hold, notices: tuple[str, ...]) -> None:
    found = follow(decided(LEAD), now)
    assert (found.hold, tuple(one.kind for one in found.notices)) == (hold, notices)
    assert found.counts == (hold in (Hold.HOLDS, Hold.NOTICED))
    assert (found.claim is None) == (hold is Hold.ORPHANED)


def test_of_twins_the_words_decide_and_not_the_number() -> None:
    first, second = seen("shells came in May", "c-00a1"), seen("shells came again", "c-00a1-2")
    mine = decided(second, beside=("c-00a1",))
    swapped = (replace(second, claim="c-00a1"), replace(first, claim="c-00a1-2"))
    found = follow(mine, swapped)
    assert found.claim is not None
    assert (found.claim.words, found.hold) == ("shells came again", Hold.NOTICED)


def test_a_twin_that_is_left_alone_does_not_inherit_the_decision_on_the_other() -> None:
    left = seen("shells came again", "c-00a1")
    assert follow(decided(seen("shells came in May", "c-00a1"), beside=("c-00a1-2",)), (left,)).claim is None


def test_a_claim_that_shared_the_words_then_does_not_inherit_the_decision() -> None:
    may, june = seen(claim="c-0may"), seen(claim="c-0june")
    mine = decided(may, beside=("c-0june",))
    assert follow(mine, (june,)).hold is Hold.ORPHANED
    assert follow(mine, (replace(june, claim="c-0july"),)).hold is Hold.ORPHANED


# --- properties -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Fact:
    """One piece of conduct a text tells, with an origin that no reader sees."""

    origin: int
    activity: str
    giver: str
    taker: str
    days: str
    words: str

    @property
    def truth(self) -> tuple[int, str, str]:
        return self.origin, self.giver, self.taker


def read(facts: list[Fact]) -> tuple[list[Seen], dict[str, tuple[int, str, str]]]:
    """The claims of a text as the reader would number them, and what each is in truth."""
    claims: list[Seen] = []
    truth: dict[str, tuple[int, str, str]] = {}
    for fact in facts:
        key = "\x1f".join((fact.activity, fact.giver, fact.taker, fact.days))
        claim = "c-" + hashlib.sha256(key.encode()).hexdigest()[:12]
        again = sum(fingerprints.stem(one.claim) == claim for one in claims)
        one = seen(fact.words, f"{claim}-{again + 1}" if again else claim)
        one = replace(one, activity=fact.activity, giver=fact.giver, taker=fact.taker)
        claims.append(one)
        truth[one.claim] = fact.truth
    return claims, truth


ENDS = st.sampled_from(["NORTH", "SOUTH", "CORVAL", ""])
FACTS = st.lists(
    st.tuples(
        st.sampled_from(["arms_export", "coal_export"]), ENDS, ENDS, st.sampled_from(["", "May", "June"]),
        st.sampled_from(["the crates came", "it was sent", "they sold it"]),
    ),
    min_size=1, max_size=7, unique=True,
)  # fmt: skip
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["drop", "first", "giver", "taker", "days", "words", "insert"]), st.integers(0, 99), ENDS
    ),
    max_size=8,
)


def edited(facts: list[Fact], edits: list[tuple[str, int, str]]) -> list[Fact]:
    """The text after edits: words and days that change are new ones, and no fact becomes what another was.

    A fact with another end is another claim, so that the ends are part of what it is in truth.
    """
    fresh = 1000
    told = {(one.activity, one.giver, one.taker, one.words): one.origin for one in facts}
    for kind, at, end in edits:
        fresh += 1
        if kind == "insert" or not facts:
            facts = [*facts, Fact(fresh, "arms_export", end, "CORVAL", "May", f"words {fresh}")]
            continue
        one = facts[at % len(facts)]
        changed = {
            "giver": replace(one, giver=end),
            "taker": replace(one, taker=end),
            "days": replace(one, days=f"day {fresh}"),
            "words": replace(one, words=f"words {fresh}"),
        }.get(kind, one)
        key = (changed.activity, changed.giver, changed.taker, changed.words)
        if told.setdefault(key, one.origin) == one.origin:
            facts = [*([] if kind == "drop" else [changed]), *(other for other in facts if other is not one)]
    return facts


@given(FACTS, EDITS)
def test_a_decision_never_counts_for_another_claim(
    told: list[tuple[str, str, str, str, str]], edits: list[tuple[str, int, str]]
) -> None:
    before = [Fact(number, *one) for number, one in enumerate(told)]
    claims, truth = read(before)
    now, meant = read(edited(before, edits))
    for one in claims:
        found = follow(decided(one, beside=beside(one, claims)), now)
        if found.counts:
            assert found.claim is not None
            assert meant[found.claim.claim] == truth[one.claim]
            assert (found.claim.giver, found.claim.taker) == (one.giver, one.taker)


@given(FACTS, st.randoms(use_true_random=False), st.lists(ENDS, max_size=4))
def test_edits_elsewhere_and_another_order_lose_no_decision(
    told: list[tuple[str, str, str, str, str]], random: object, more: list[str]
) -> None:
    before = [Fact(number, *one) for number, one in enumerate(told)]
    claims, truth = read(before)
    added = [Fact(100 + n, "oil_import", end, "ZENDA", "May", f"elsewhere {n}") for n, end in enumerate(more)]
    mixed = [*before, *added]
    random.shuffle(mixed)  # type: ignore[attr-defined]
    now, meant = read(mixed)
    for one in claims:
        found = follow(decided(one, beside=beside(one, claims)), now)
        assert found.counts
        assert found.claim is not None
        assert meant[found.claim.claim] == truth[one.claim]


# --- the whole program ------------------------------------------------------------------------------------------

SHELLS = "Moscow bought artillery shells from North Korea in May 2024, Washington said."
COAL = "China imported coal from North Korea in June 2024, a UN panel said."
SOUTH = "Moscow bought artillery shells from Iran in May 2024, Washington said."
TALK = "The harbour was quiet that week, and the price of herring rose again."


@pytest.fixture(scope="module")
def check() -> Callable[[str], tuple[Seen, ...]]:
    from checker.documents.reading import document_from_text
    from checker.pipeline import check_document, load_checker

    checker = load_checker()

    def run(text: str) -> tuple[Seen, ...]:
        return text_of(check_document(document_from_text(text, "a.txt", published=date(2024, 9, 1)), checker)).claims

    return run


TEXTS = [
    ("paragraphs inserted", f"{TALK}\n\n{TALK}\n\n{SHELLS}\n\n{COAL}\n", Hold.HOLDS),
    ("sentences in another order", f"{COAL}\n\n{SHELLS}\n", Hold.HOLDS),
    ("another claim is gone", f"{SHELLS}\n", Hold.HOLDS),
    ("another giver in the same sentence", f"{SOUTH}\n\n{COAL}\n", Hold.ORPHANED),
    ("the sentence is gone", f"{TALK}\n\n{COAL}\n", Hold.ORPHANED),
]


@pytest.mark.parametrize(("edit", "text", "hold"), TEXTS, ids=[one[0] for one in TEXTS])
def test_with_an_article_that_was_edited(
    check: Callable[[str], tuple[Seen, ...]], edit: str, text: str, hold: Hold
) -> None:
    before = check(f"{SHELLS}\n\n{COAL}\n")
    lead = next(one for one in before if one.giver == "PRK" and one.taker == "RUS")
    assert lead.label.flagged
    assert follow(decided(lead, beside=beside(lead, before)), check(text)).hold is hold


def test_a_result_and_its_line_of_json_know_a_claim_alike() -> None:
    for result in (samples.pier(), samples.quai(), samples.quiet()):
        assert text_recorded(record(result)) == text_of(result)


# --- the row of a rule ------------------------------------------------------------------------------------------

ROW = samples.ARMS_2006


@pytest.mark.parametrize(
    "changed",
    [
        {"summary": "something else"}, {"bound": ("state:any",)}, {"targets": ("SOUTH",)}, {"items": "coal"},
        {"periods": ()}, {"caps": (Cap("barrel", date(2018, 1, 1), None, 500.0, "calendar_year"),)},
    ],
    ids=lambda one: next(iter(one)),
)  # fmt: skip
def test_what_a_rule_says_is_in_its_row(changed: dict[str, object]) -> None:
    assert fingerprints.row(replace(ROW, **changed)) != fingerprints.row(ROW)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changed",
    [
        {"summary_fr": "autre"},
        {"note": "n"},
        {"tier": Tier.RECALLED},
        {"source_url": "https://un.invalid"},
        {"rank": 3},
    ],
    ids=lambda one: next(iter(one)),
)
def test_how_a_row_was_made_is_not(changed: dict[str, object]) -> None:
    other: Provision = replace(ROW, **changed)  # type: ignore[arg-type]
    assert fingerprints.row(other) == fingerprints.row(ROW)


@pytest.mark.parametrize(("claim", "stem"), [("c-00a1", "c-00a1"), ("c-00a1-2", "c-00a1"), ("c-00a1-12", "c-00a1")])
def test_the_stem_of_an_id_has_no_number(claim: str, stem: str) -> None:
    assert fingerprints.stem(claim) == stem


# --- several reviewers ------------------------------------------------------------------------------------------

A, R, U = Verdict.ACCEPT, Verdict.REJECT, Verdict.UNSURE
TOGETHER = [
    ((), State.OPEN), ((A,), State.ACCEPTED), ((R,), State.REJECTED), ((U,), State.UNSURE), ((A, A), State.ACCEPTED),
    ((R, R, R), State.REJECTED), ((A, R), State.SPLIT), ((A, U), State.SPLIT), ((R, U), State.SPLIT), ((U, U), State.UNSURE),
]  # fmt: skip


@pytest.mark.parametrize(("verdicts", "state"), TOGETHER)
def test_reviewers_together(verdicts: tuple[Verdict, ...], state: State) -> None:
    decisions = [decided(LEAD, verdict, f"reviewer {n}") for n, verdict in enumerate(verdicts)]
    text = text_recorded(record(samples.quiet()))
    (lead,) = Decided(decisions).stand(replace(text, document="d-pier", claims=(LEAD,))).leads
    assert lead.state is state
    assert lead.state.done == (state in (State.ACCEPTED, State.REJECTED))


def test_whoever_decides_again_after_a_lapse_has_answered_it() -> None:
    text = replace(text_recorded(record(samples.quiet())), document="d-pier", claims=(LEAD,))
    old = decided(LEAD, law=(replace(RULE, row="f" * 12), SIDE))
    (lead,) = Decided([old]).stand(text).leads
    assert (lead.state, len(lead.lapsed)) == (State.OPEN, 1)
    (lead,) = Decided([old, decided(LEAD, R)]).stand(text).leads
    assert (lead.state, len(lead.lapsed)) == (State.REJECTED, 0)


def test_a_decision_on_what_is_no_lead_any_more_is_kept_apart() -> None:
    text = replace(text_recorded(record(samples.quiet())), document="d-pier", claims=(seen(label=Label.PERMITTED),))
    standing = Decided([decided(LEAD)]).stand(text)
    assert standing.leads == ()
    assert [one.hold for one in standing.astray] == [Hold.NOTICED]


def test_a_decision_on_a_text_outside_the_run_is_named() -> None:
    run = Decided([decided(LEAD)]).run([text_recorded(record(samples.quiet()))])
    assert [one.notices[0].kind for one in run.elsewhere] == ["no_document"]
