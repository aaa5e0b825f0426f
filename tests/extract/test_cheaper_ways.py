"""What was made cheaper gives what the plain way gives."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

import checker.extract.answered as answered
from checker.documents.reading import document_from_text
from checker.extract.answered import attach_responses
from checker.extract.bodies import _NAMES, bodies_in
from checker.extract.merging import _compatible, _same_conduct, merge_statements
from checker.extract.open_receipts import RECEIPT_OPEN, leave_open
from checker.extract.quotations import Heard, Quotation, give_voices
from checker.extract.responses import Response
from checker.match.elements import compare_party
from checker.model import (
    BlockKind,
    ElementState,
    Evidence,
    Item,
    Party,
    Period,
    Result,
    Signal,
    Speaker,
    Statement,
    Status,
)
from checker.pipeline import Checker, check_document, load_checker

SETS = Path(__file__).parent.parent
SALE = "Iran sold drones to Russia in April 2024, Kyiv said."
OTHER = "North Korea shipped artillery shells to Russia in May 2024."


@pytest.fixture(scope="module")
def checker() -> Checker:
    return load_checker()


def read(text: str, checker: Checker) -> Result:
    return check_document(document_from_text(text, published=date(2024, 6, 1), language="en"), checker)


# --- cheaper ways beside the plain ones


ACTORS = ("PRK", "RUS", "IRN")


def is_a(item: str, other: str) -> bool:
    return item == other


def statements(chance: random.Random, count: int) -> list[Statement]:
    def party() -> Party | None:
        one = chance.choice((*ACTORS, ""))
        return Party(one, one, one) if one else None

    made = []
    for at in range(count):
        giver, taker = party(), party()
        month = chance.randint(1, 12)
        made.append(
            Statement(
                activities=tuple(chance.sample(("arms_export", "arms_import", "coal_export"), chance.randint(1, 2))),
                giver=giver, taker=taker, actor=giver or taker,
                items=tuple(Item(one, one) for one in chance.sample(("arms", "coal"), chance.randint(0, 1))),
                status=chance.choice((Status.ASSERTED, Status.ALLEGED, Status.PLANNED, Status.DENIED)), modality=3,
                period=Period(date(2024, month, 1), date(2024, month, 20), chance.choice(("stated", "assumed"))),
                evidence=Evidence("x" * 10, at * 12 + chance.randint(0, 8), at * 12 + 10, BlockKind.BODY),
                speakers=tuple(Speaker(one, one) for one in chance.sample(ACTORS, chance.randint(0, 2))),
                facts=tuple(chance.sample([f"made:{one}" for one in ACTORS], chance.choice((0, 0, 0, 1, 2)))),
                signal=Signal.NONE,
            )
        )  # fmt: skip
    return made


def fits_plainly(group: Sequence[Statement], one: Statement) -> bool:
    def makers(of: Statement) -> set[str]:
        return {fact.removeprefix("made:") for fact in of.facts}

    for old in group:
        if not (_compatible(old.giver, one.giver) and _compatible(old.taker, one.taker)):
            return False
        giver, taker = old.giver or one.giver, old.taker or one.taker
        if giver and taker and giver.id == taker.id and not any(s.giver and s.taker for s in (old, one)):
            return False
        for maker, other in ((old, one), (one, old)):
            if makers(maker) and other.giver and other.giver.id not in makers(maker):
                return False
    return any(_same_conduct(old, one, is_a) for old in group[:8])


@pytest.mark.parametrize("seed", range(60))
def test_groups_that_know_their_ends_join_what_comparing_every_pair_joins(seed: int) -> None:
    told = statements(random.Random(seed), 40)
    order = sorted(
        told,
        key=lambda s: (-(s.giver is not None) - (s.taker is not None), "verdict_only" in s.notes, s.evidence.start),
    )
    groups: list[list[Statement]] = []
    for one in order:
        home = next((group for group in groups if fits_plainly(group, one)), None)
        groups.append([one]) if home is None else home.append(one)
    expected = sorted(sorted(one.evidence.start for one in group) for group in groups)
    found = merge_statements(told, "key", is_a)
    assert sorted(sorted(one.evidence.start for one in claim.statements) for claim in found) == expected


def answered_plainly(told: Sequence[Statement], response: Response) -> list[int]:
    """What a response answers, every statement looked at."""
    denier = response.party.id
    before = [i for i in range(len(told) - 1, -1, -1) if told[i].evidence.start < response.at]
    near = [i for i in before if answered._concerns(told[i], denier)]
    made = next((i for i in before if f"made:{denier}" in told[i].facts and told[i].giver is None), None)
    if made is not None:
        own = next(iter(near), made)
        return [made] if own == made else [own, made]
    if response.whole:
        every = [i for i in range(len(told)) if answered._concerns(told[i], denier)]
        first = (near or every)[:1]
        voices = {one.id for i in first for one in told[i].speakers} - {"unknown"}
        return [
            i
            for i in every
            if i in first or (told[i].status is not Status.PLANNED and voices & {one.id for one in told[i].speakers})
        ]
    if near:
        return answered._fullest_beside(told, answered._narrowed(told, near, response, is_a))
    later = [i for i in range(len(told)) if response.at <= told[i].evidence.start < response.end]
    return [i for i in later if answered._concerns(told[i], denier)][:1]


@pytest.mark.parametrize("seed", range(60))
def test_denials_answer_what_looking_at_every_statement_answers(seed: int) -> None:
    chance = random.Random(seed)
    told = statements(chance, 30)
    evidence = Evidence("denied", 400, 406, BlockKind.BODY)
    responses = [
        Response(
            Party(one, one, one), evidence, at, at + 80,
            tuple(chance.sample(("arms", "coal"), chance.randint(0, 1))), tuple(chance.sample(ACTORS, chance.randint(0, 1))),
            whole=chance.random() < 0.4,
        )
        for one, at in ((chance.choice(ACTORS), chance.randint(0, 400)) for _ in range(6))
    ]  # fmt: skip
    out = list(told)
    for response in responses:
        for index in answered_plainly(out, response):
            one = out[index]
            if one.giver is None and f"made:{response.party.id}" in one.facts:
                one = replace(one, giver=replace(response.party, how="origin"))
            if response.party.id not in (denier.id for denier in one.denied_by):
                out[index] = replace(
                    one, denied_by=(*one.denied_by, response.party), denials=(*one.denials, response.evidence)
                )
    assert attach_responses(told, responses, is_a) == tuple(out)


@pytest.mark.parametrize("seed", range(40))
def test_the_sending_left_open_is_the_nearest_before_else_after(seed: int) -> None:
    chance = random.Random(seed)
    told = statements(chance, 12)
    asked = [chance.randint(0, 12) for _ in range(3)]
    expected = set()
    for order in asked:
        near = [*range(min(order, 12) - 1, -1, -1), *range(order, 12)]
        expected |= {at for at in near if told[at].giver and told[at].taker} and {
            next(at for at in near if told[at].giver and told[at].taker)
        }
    opened = {at for at, one in enumerate(leave_open(told, asked)) if RECEIPT_OPEN in one.facts}
    assert opened == expected


@pytest.mark.parametrize("seed", range(40))
def test_a_quotation_is_spoken_by_whoever_is_named_beside_it(seed: int) -> None:
    chance = random.Random(seed)
    edges = sorted(chance.sample(range(600), 24))
    quotations = [Quotation(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    cuts = sorted(chance.sample(range(600), 12))
    heard = [
        Heard(chance.randint(a, b), a, b, (Speaker(f"S{a}", "x"),)) for a, b in pairwise(cuts)
    ]
    told = statements(chance, 40)
    for one, spoken in zip(told, give_voices(told, quotations, heard), strict=True):
        inside = [q for q in quotations if q.start <= one.evidence.start < q.end]
        if spoken.speakers == one.speakers:
            continue
        assert inside
        assert not one.speakers
        quoted = inside[0]
        closing = [h for h in heard if h.start < quoted.end <= h.end + 1 and h.at >= quoted.end]
        opening = [h for h in heard if h.start <= quoted.start < h.end and h.at < quoted.start]
        before = [h for h in heard if 0 <= quoted.start - h.end <= 3]
        near = closing[:1] or opening[-1:] or before[-1:]
        assert not near or spoken.speakers == near[0].speakers


def paragraphs() -> list[str]:
    files = sorted(SETS.glob("development/articles/*"))[:60]
    return [line for file in files for line in file.read_text(encoding="utf-8").split("\n") if line.strip()]


def test_the_words_that_bodies_need_never_hide_a_body() -> None:
    for text in (
        *paragraphs(),
        "THE PANEL OF EXPERTS",
        "ÉQUIPE D'APPUI ANALYTIQUE",
        "Sanctions CommİTTEE",
        "a UN report",
    ):
        assert bodies_in(text) == tuple(name for name, pattern in _NAMES if pattern.search(text))


def test_every_rule_that_a_party_meets_is_among_those_aimed_at_it(checker: Checker) -> None:
    reference = checker.reference
    activities = sorted({one.activity for one in reference.provisions})
    period = Period(date(2024, 1, 1), date(2024, 3, 1))
    sale = read(SALE, checker).findings[0].claim
    for activity in activities:
        for giver, taker in (("PRK", "RUS"), ("USA", "PRK"), ("IRN", "HOUTHIS"), ("FRA", "DEU")):
            ends = [Party(one, one, one) for one in (giver, taker) if one in reference.actors]
            claim = replace(sale, giver=ends[0], taker=ends[-1], actor=ends[0])
            every = [one.provision for one in reference.rules(activity, period)]
            met = [one for one in every if compare_party(claim, one, reference).element is ElementState.MET]
            near = [one for one in reference.aimed_at(activity, {end.id for end in ends}) if one.is_rule]
            assert [one for one in near if compare_party(claim, one, reference).element is ElementState.MET] == met
