"""What would change a finding: the rule table asked again with one of its inputs different."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.assess import NEVER_MATCHED, case_of
from checker.model import Claim, ElementState, Finding, Force, Label, Match, Role, Signal, Status
from checker.rule_table import Case, decide
from checker.views.turns import Turn

_OPEN = (Force.DISPUTED, Force.UNCONFIRMED, Force.PARTLY, Force.UNKNOWN)


def what_would_change(finding: Finding) -> tuple[Turn, ...]:
    """The single differences that give another label under the main rule, in the order of a reader's questions.

    Each holds for the main rule alone, with all else as the text has it (DESIGN: what would flip the result is always
    visible). Empty when there is no main rule, or when another table than that of the rules gave the label.
    """
    main = next((one for one in finding.assessed if one.match.role is Role.PRIMARY), None)
    if main is None or main.match.provision.rank >= NEVER_MATCHED:
        return ()
    case = case_of(finding.claim, main.match)
    if decide(case).name != main.rule:
        return ()
    found: dict[tuple[str, str], Turn] = {}
    for turn, other in _others(case, finding.claim, main.match):
        label = decide(other).label
        if label is not main.label:
            found.setdefault((turn.kind, turn.name), replace(turn, label=label))
    return tuple(found.values())


def _others(case: Case, claim: Claim, match: Match) -> Iterator[tuple[Turn, Case]]:
    missing = [reason.name for reason in match.in_state(ElementState.MISSING)]
    wrong = [reason.name for reason in match.in_state(ElementState.CONTRADICTED)]
    met = [reason.name for reason in match.in_state(ElementState.MET) if reason.name != "date"]
    for name in dict.fromkeys(missing):
        left = [one for one in missing if one != name]
        yield _turn("confirmed", name), replace(case, match=_grade(len(left), len(wrong)), open=tuple(left))
        yield _turn("refuted", name), replace(case, match="wrong", open=tuple(left))
    if len(wrong) == 1 and not missing:
        yield _turn("confirmed", wrong[0]), replace(case, match="full")
    yield from _by_day(case)
    yield from _by_status(case)
    if match.provision.exemptions and case.signal is Signal.NONE:
        yield _turn("exempted"), replace(case, signal=Signal.EXEMPT_GRANTED)
    if case.signal in (Signal.EXEMPT_CLAIMED, Signal.CAP_UNKNOWN):
        capped = case.signal is Signal.CAP_UNKNOWN
        within = Signal.CAP_UNDER if capped else Signal.EXEMPT_GRANTED
        beyond = Signal.CAP_OVER if capped else Signal.NONE
        yield _turn("under_cap" if capped else "exempted"), replace(case, signal=within)
        yield _turn("over_cap" if capped else "not_exempted"), replace(case, signal=beyond)
    if case.signal in (Signal.COMPLIANCE, Signal.EXEMPT_GRANTED, Signal.CAP_UNDER):
        yield _turn("not_exempted"), replace(case, signal=Signal.NONE)
    if met and not wrong:
        yield Turn("otherwise", "", Label.NO_PROVISION, tuple(dict.fromkeys(met))), replace(case, match="wrong")


def _by_day(case: Case) -> Iterator[tuple[Turn, Case]]:
    if case.force is Force.NO:
        yield _turn("in_force"), replace(case, force=Force.YES)
    elif case.force in _OPEN:
        yield _turn(f"{case.force.value}_yes"), replace(case, force=Force.YES)
        yield _turn(f"{case.force.value}_no"), replace(case, force=Force.NO)
    else:
        yield _turn("outside"), replace(case, force=Force.NO)


def _by_status(case: Case) -> Iterator[tuple[Turn, Case]]:
    done = replace(case, status=Status.ALLEGED, modality=max(case.modality, 3))
    if case.status is Status.PLANNED:
        yield _turn("carried_out"), done
    elif case.status is Status.HYPOTHETICAL or case.modality <= 1:
        yield _turn("reported"), done


def _grade(missing: int, wrong: int) -> str:
    return "wrong" if wrong else "full" if not missing else "one_missing" if missing == 1 else "weak"


def _turn(kind: str, name: str = "") -> Turn:
    return Turn(kind, name, Label.NO_PROVISION)
