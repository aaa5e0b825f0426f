"""Every row of the rule table is reached, and every vector of the specification gives its label."""

from __future__ import annotations

import pytest

from checker.model import Force, Label, Signal, Status
from checker.rule_table import RULES, Case, decide

ASSERTED, ALLEGED, PLANNED, HYPOTHETICAL, DENIED = Status

# status, force, match, signal, modality, extra, label, rule
VECTORS = [
    ("asserted in force", Case(ASSERTED, Force.YES, "full", modality=4), Label.ALLEGED_VIOLATION, "R19"),
    ("alleged by a named source", Case(ALLEGED, Force.YES, "full", modality=3), Label.ALLEGED_VIOLATION, "R19"),
    ("hearsay", Case(ALLEGED, Force.YES, "full", modality=2), Label.ALLEGED_VIOLATION, "R19"),
    ("rumour", Case(ALLEGED, Force.YES, "full", modality=1), Label.POSSIBLE_VIOLATION, "R17"),
    (
        "one element missing",
        Case(ALLEGED, Force.YES, "one_missing", open=("taker",)),
        Label.POSSIBLE_VIOLATION,
        "R18",
    ),
    ("too little stated", Case(ALLEGED, Force.YES, "weak"), Label.INSUFFICIENT, "R3"),
    ("an element contradicted", Case(ALLEGED, Force.YES, "wrong", modality=5), Label.NO_PROVISION, "R2"),
    ("no provision at all", Case(ALLEGED, Force.YES, "none"), Label.NO_PROVISION, "R1"),
    ("expired", Case(ASSERTED, Force.NO, "full", modality=5), Label.NOT_IN_FORCE, "R5"),
    ("not yet in force", Case(ALLEGED, Force.NO, "full"), Label.NOT_IN_FORCE, "R5"),
    ("admitted after the rule ended", Case(ASSERTED, Force.NO, "full", modality=5), Label.NOT_IN_FORCE, "R5"),
    ("a wrong territory", Case(ASSERTED, Force.YES, "wrong", modality=4), Label.NO_PROVISION, "R2"),
    ("a verdict alone", Case(ASSERTED, Force.YES, "weak"), Label.INSUFFICIENT, "R3"),
    ("disputed", Case(ALLEGED, Force.DISPUTED, "full"), Label.POSSIBLE_VIOLATION, "R10"),
    ("planned while disputed", Case(PLANNED, Force.DISPUTED, "full"), Label.POSSIBLE_VIOLATION, "R10"),
    ("planned", Case(PLANNED, Force.YES, "full"), Label.PROSPECTIVE_VIOLATION, "R13"),
    (
        "planned without a date",
        Case(PLANNED, Force.YES, "one_missing", open=("date",)),
        Label.PROSPECTIVE_VIOLATION,
        "R13",
    ),
    (
        "planned without a taker",
        Case(PLANNED, Force.YES, "one_missing", open=("taker",)),
        Label.POSSIBLE_VIOLATION,
        "R14",
    ),
    (
        "a future possibility",
        Case(HYPOTHETICAL, Force.YES, "full", modality=1, future=True),
        Label.PROSPECTIVE_VIOLATION,
        "R15",
    ),
    (
        "the article's own what-if",
        Case(HYPOTHETICAL, Force.YES, "full", modality=1, future=True, voiced=False),
        Label.POSSIBLE_VIOLATION,
        "R16",
    ),
    ("a question about the past", Case(HYPOTHETICAL, Force.YES, "full", modality=1), Label.POSSIBLE_VIOLATION, "R16"),
    ("hypothetical after the rule ended", Case(HYPOTHETICAL, Force.NO, "full", modality=1), Label.NOT_IN_FORCE, "R5"),
    ("only denied", Case(DENIED, Force.YES, "full", modality=0), Label.DENIED, "R4"),
    ("only denied, rule ended", Case(DENIED, Force.NO, "full", modality=0), Label.DENIED, "R4"),
    (
        "authorised by the Committee",
        Case(ASSERTED, Force.YES, "full", Signal.EXEMPT_GRANTED, modality=5),
        Label.PERMITTED,
        "R7",
    ),
    (
        "an exemption claimed",
        Case(ASSERTED, Force.YES, "full", Signal.EXEMPT_CLAIMED, modality=5),
        Label.POSSIBLE_VIOLATION,
        "R12",
    ),
    ("over the cap", Case(ALLEGED, Force.YES, "full", Signal.CAP_OVER), Label.ALLEGED_VIOLATION, "R19"),
    ("cap unknown", Case(ALLEGED, Force.YES, "full", Signal.CAP_UNKNOWN), Label.POSSIBLE_VIOLATION, "R12"),
    ("under the cap", Case(ASSERTED, Force.YES, "full", Signal.CAP_UNDER, modality=4), Label.PERMITTED, "R8"),
    ("the duty carried out", Case(ASSERTED, Force.YES, "full", Signal.COMPLIANCE, modality=4), Label.PERMITTED, "R6"),
    ("only a call", Case(ALLEGED, Force.YES, "full", hortatory=True, modality=4), Label.NOT_BINDING, "R9"),
    ("only a listing ground", Case(ASSERTED, Force.YES, "full", hortatory=True, modality=5), Label.NOT_BINDING, "R9"),
    ("renewal unconfirmed", Case(ALLEGED, Force.UNCONFIRMED, "full"), Label.POSSIBLE_VIOLATION, "R10b"),
    ("straddling a change", Case(ALLEGED, Force.PARTLY, "full"), Label.POSSIBLE_VIOLATION, "R11b"),
    (
        "straddling, a stated part in force",
        Case(ALLEGED, Force.PARTLY, "full", sure_part=True),
        Label.ALLEGED_VIOLATION,
        "R19",
    ),
    ("no day, and the day decides", Case(ALLEGED, Force.UNKNOWN, "full"), Label.POSSIBLE_VIOLATION, "R11"),
    (
        "no day, constantly in force",
        Case(ALLEGED, Force.UNKNOWN, "full", constant=True),
        Label.ALLEGED_VIOLATION,
        "R19",
    ),
    (
        "a verdict alone that a source ties to a rule",
        Case(ASSERTED, Force.YES, "weak", source_names_rule=True),
        Label.POSSIBLE_VIOLATION,
        "R18",
    ),
    ("planned after the rule ended", Case(PLANNED, Force.NO, "full"), Label.NOT_IN_FORCE, "R5"),
    (
        "planned on a day when the rule will bind",
        Case(PLANNED, Force.YES, "full"),
        Label.PROSPECTIVE_VIOLATION,
        "R13",
    ),
]


@pytest.mark.parametrize(("case", "label", "rule"), [v[1:] for v in VECTORS], ids=[v[0] for v in VECTORS])
def test_a_vector_of_the_specification_gets_its_label(case: Case, label: Label, rule: str) -> None:
    found = decide(case)
    assert (found.label, found.name) == (label, rule)


def test_every_row_but_the_last_is_reached_by_a_vector() -> None:
    reached = {rule for _, _, _, rule in VECTORS}
    assert {rule.name for rule in RULES} - reached == {"R20"}


def test_the_last_row_takes_whatever_is_left() -> None:
    assert RULES[-1].holds(Case(ASSERTED, Force.YES, "full"))
    assert RULES[-1].label is Label.POSSIBLE_VIOLATION


def test_no_row_speaks_of_guilt() -> None:
    words = " ".join(f"{rule.reason} {rule.reason_fr}" for rule in RULES).lower()
    assert not any(word in words for word in ("guilty", "violator", "coupable"))
