"""Places for decisions in a page: filled between their comments and nowhere else; and what stands there in words."""

from __future__ import annotations

import pytest
from review_cases import decided, seen

from checker.model import Label
from checker.review.decisions import Verdict
from checker.review.following import Followed, Hold, Notice, follow
from checker.review.seen import Text
from checker.review.slots import behind, replaced
from checker.review.standing import Decided, DocumentStanding, LeadStanding, State
from checker.review.told import by_whom, decision_view, notice_words, rejection
from checker.views import wording
from checker.views.naming import Names

PAGE = "<p>one</p><!--review:decided c-1-->old<!--/review--><p>two</p><!--review:gone x-->more<!--/review--><p>three</p>"
EN = wording("en")


def test_places_are_filled_and_all_else_stays() -> None:
    asked: list[tuple[str, str]] = []

    def fill(kind: str, key: str) -> str | None:
        asked.append((kind, key))
        return "new" if kind == "decided" else None

    page, count = replaced(PAGE, fill)
    assert page == PAGE.replace("old", "new")
    assert (count, asked) == (2, [("decided", "c-1"), ("gone", "x")])


def test_a_page_may_begin_with_a_place_and_hold_two_side_by_side() -> None:
    page = "<!--review:a 1--><!--/review--><!--review:b 2--><!--/review-->"
    assert replaced(page, lambda kind, key: f"{kind}{key}") == (
        "<!--review:a 1-->a1<!--/review--><!--review:b 2-->b2<!--/review-->",
        2,
    )


@pytest.mark.parametrize("page", ["", "plain", "<!--review:decided c-1", "<!--review:decided c-1-->never ended"])
def test_what_has_no_end_is_text(page: str) -> None:
    assert replaced(page, lambda kind, key: "new") == (page, 0)
    assert behind(page, "decided", "c-1", "new") == page


def test_words_go_right_behind_the_place_of_that_key() -> None:
    end = "old<!--/review-->"
    assert behind(PAGE, "decided", "c-1", "new \n") == PAGE.replace(end, f"{end}\nnew")
    assert behind("<!--review:a 1--><!--/review-->", "a", "1", "x") == "<!--review:a 1--><!--/review-->\nx"
    assert behind(PAGE, "decided", "c-2", "new") == PAGE


def test_a_document_without_leads_is_neither_reviewed_nor_complete() -> None:
    empty = DocumentStanding("d", "s", ())
    assert (empty.complete, empty.reviewed, empty.done) == (False, False, 0)
    accepted = Followed(decided(seen()), Hold.HOLDS, seen())
    open_one, done_one = LeadStanding(seen(), State.OPEN), LeadStanding(seen(), State.ACCEPTED, (accepted,))
    half, whole = DocumentStanding("d", "s", (done_one, open_one)), DocumentStanding("d", "s", (done_one,))
    assert (half.reviewed, half.complete, half.counting) == (True, False, (accepted.decision,))
    assert (whole.reviewed, whole.complete) == (True, True)


def test_of_one_reviewer_the_later_day_counts_whichever_comes_first() -> None:
    early, late = decided(seen(), day="2026-12-01"), decided(seen(), Verdict.REJECT, day="2026-12-02")
    for order in ((early, late), (late, early)):
        (lead,) = Decided(order).stand(Text("d-pier", "pier.txt", (seen(),))).leads
        assert lead.state is State.REJECTED
        assert [one.decision for one in lead.decided] == [late]


def test_a_label_is_told_in_words_and_anything_else_as_it_is() -> None:
    assert EN.say(f"label.{Label.DENIED.value}") in notice_words(Notice("label", "denied"), EN)
    assert "some_label" in notice_words(Notice("label", "some_label"), EN)
    assert "1718:8(b)" in notice_words(Notice("law", "1718:8(b)"), EN)


def test_a_decision_away_from_its_lead_says_that_the_claim_is_no_lead_now() -> None:
    told = EN.say("follow.no_lead")
    for hold, alone, expected in ((Hold.HOLDS, True, True), (Hold.LAPSED, True, False), (Hold.HOLDS, False, False)):
        view = decision_view(Followed(decided(seen()), hold, seen()), Names({}, {}, {}), EN, alone=alone)
        assert (told in view.notices, bool(view.claim)) == (expected, alone)


def test_nobody_decided_is_told_by_nothing() -> None:
    assert by_whom([], EN) == ""


def test_a_rejection_tells_each_reviewer_and_each_reason_once() -> None:
    made = [
        decided(seen(), Verdict.REJECT),
        decided(seen(), Verdict.REJECT, "Li"),
        decided(seen(), Verdict.REJECT, "Jo", reason="exempt"),
    ]
    lead = LeadStanding(seen(), State.REJECTED, tuple(Followed(one, Hold.HOLDS, seen()) for one in made))
    assert rejection(lead, EN) == "Rejected by Ana, Li and Jo, 1 December 2026 · wrong party · exempt or allowed"


def test_one_twin_beside_it_is_enough_for_a_decision_to_stay_behind() -> None:
    one = seen("Corval took shells", "c-00aa-1")
    moved = seen("Corval got shells", "c-00aa-1")
    twin = seen("Corval fetched shells", "c-00aa-2")
    assert follow(decided(one), (moved,)).hold is Hold.LAPSED
    assert follow(decided(one), (moved, twin)).hold is Hold.ORPHANED
