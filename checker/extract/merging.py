"""Statements of the same conduct joined into claims (typology A7, design: claim)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checker.extract.claim_parts import (
    claim_id,
    deniers_of,
    distinct,
    evidence_of,
    items_of,
    period_of_claim,
    speakers_of,
)
from checker.model import Claim, Party, Period, Signal, Statement, Status

_STRENGTH = {Status.ASSERTED: 4, Status.ALLEGED: 3, Status.PLANNED: 2, Status.HYPOTHETICAL: 1, Status.DENIED: 0}
_SIGNALS = (Signal.EXEMPT_GRANTED, Signal.EXEMPT_CLAIMED, Signal.CAP_OVER, Signal.CAP_UNDER, Signal.COMPLIANCE)
_NEAR_DAYS = 60
_OWN_FACTS = frozenset({"direction:unknown", "use", "completed:no", "standing", "ceased", "moved", "conduct:unstated"})
"""Circumstances of one statement that say nothing of the others of its claim."""


IsA = Callable[[str, str], bool]


def merge_statements(statements: Sequence[Statement], key: str, is_a: IsA) -> tuple[Claim, ...]:
    """The claims of a document, in order of their first evidence; ``key`` is the document's key."""
    groups: list[list[Statement]] = []
    for statement in _fullest_first(statements):
        home = next((group for group in groups if _fits(group, statement, is_a)), None)
        if home is None:
            groups.append([statement])
        else:
            home.append(statement)
    claims = [_claim(group, key) for group in groups]
    return distinct(sorted(claims, key=lambda claim: claim.evidence[0].start))


def _fits(group: Sequence[Statement], statement: Statement, is_a: IsA) -> bool:
    """A statement joins a group when its parties contradict none of it and its conduct is that of one of them."""
    if not all(_compatible(one.giver, statement.giver) and _compatible(one.taker, statement.taker) for one in group):
        return False
    if any(_meets_itself(one, statement) for one in group):
        return False
    if any(_of_another_make(one, statement) or _of_another_make(statement, one) for one in group):
        return False
    return any(_same_conduct(one, statement, is_a) for one in group[:8])


def _meets_itself(one: Statement, other: Statement) -> bool:
    """True where the two together would have somebody give to itself, which neither of them says."""
    giver, taker = one.giver or other.giver, one.taker or other.taker
    if giver is None or taker is None or giver.id != taker.id:
        return False
    return not any(s.giver is not None and s.taker is not None for s in (one, other))


def _of_another_make(one: Statement, other: Statement) -> bool:
    """Goods of X's make are not the goods that Y gave."""
    makers = {fact.removeprefix("made:") for fact in one.facts if fact.startswith("made:")}
    return bool(makers) and other.giver is not None and other.giver.id not in makers


def _fullest_first(statements: Sequence[Statement]) -> list[Statement]:
    return sorted(
        statements,
        key=lambda s: (-(s.giver is not None) - (s.taker is not None), "verdict_only" in s.notes, s.evidence.start),
    )


def _same_conduct(one: Statement, other: Statement, is_a: IsA) -> bool:
    if not set(one.activities) & set(other.activities):
        return False
    if _signals_differ(one, other):
        return False
    if not _compatible(one.giver, other.giver) or not _compatible(one.taker, other.taker):
        return False
    if (
        one.giver is None
        and other.giver is None
        and one.taker is None
        and other.taker is None
        and one.evidence.start != other.evidence.start
    ):
        return False
    if not _same_things(one, other, is_a):
        return False
    if not _status_fits(one, other):
        return False
    return _near(one.period, other.period)


def _signals_differ(one: Statement, other: Statement) -> bool:
    return (one.signal is Signal.COMPLIANCE) != (other.signal is Signal.COMPLIANCE)


def _status_fits(one: Statement, other: Statement) -> bool:
    """A plan and a deed are two claims, unless the plan gives no day and one end only."""
    future = (Status.PLANNED, Status.HYPOTHETICAL)
    if (one.status in future) == (other.status in future) or Status.DENIED in (one.status, other.status):
        return True
    return (
        "verdict_only" in one.notes
        or "verdict_only" in other.notes
        or Status.HYPOTHETICAL in (one.status, other.status)
    )


def _compatible(one: Party | None, other: Party | None) -> bool:
    return one is None or other is None or one.id == other.id


def _same_things(one: Statement, other: Statement, is_a: IsA) -> bool:
    if not one.items or not other.items:
        return True
    return any(
        is_a(a.id, b.id) or is_a(b.id, a.id) or _class(a.id, is_a) == _class(b.id, is_a)
        for a in one.items
        for b in other.items
    )


_CLASSES = (
    "ballistic_missile",
    "uav",
    "arms",
    "worker",
    "coal",
    "charcoal",
    "refined_petroleum",
    "crude_oil",
    "satellite_launcher",
    "nuclear_item",
    "statue",
    "luxury",
    "seafood",
    "textile",
    "mineral",
    "vehicle",
    "military_service",
)


def _class(item: str, is_a: IsA) -> str:
    return next((name for name in _CLASSES if is_a(item, name)), item)


def _near(one: Period, other: Period) -> bool:
    if one.basis in ("assumed", "unknown") or other.basis in ("assumed", "unknown"):
        stated = other if one.basis in ("assumed", "unknown") else one
        guess = one if stated is other else other
        if guess.basis == stated.basis:
            return True
        return (guess.first_day - stated.last_day).days <= _NEAR_DAYS
    if one.meets(other):
        return True
    gap = (
        (one.first_day - other.last_day).days
        if one.first_day > other.last_day
        else (other.first_day - one.last_day).days
    )
    return gap <= 14


def _claim(group: Sequence[Statement], key: str) -> Claim:
    ordered = sorted(group, key=lambda s: s.evidence.start)
    live = [s for s in ordered if s.status is not Status.DENIED]
    best = max(
        live or ordered,
        key=lambda s: (
            s.status in (Status.ASSERTED, Status.ALLEGED),
            _STRENGTH[s.status] if s.status not in (Status.ASSERTED, Status.ALLEGED) else 0,
            "verdict_only" not in s.notes,
            # what is asserted of one end only (a seizure) does not assert who sent it to whom
            (s.giver is not None) + (s.taker is not None),
            _STRENGTH[s.status],
            s.modality,
            -s.evidence.start,
        ),
    )
    giver = best.giver or next((s.giver for s in ordered if s.giver is not None), None)
    taker = best.taker or next((s.taker for s in ordered if s.taker is not None), None)
    actor = best.actor or giver or taker
    counterparty = taker if actor is not None and giver is not None and actor.id == giver.id else giver
    if counterparty is not None and actor is not None and counterparty.id == actor.id:
        counterparty = None
    period = period_of_claim(best, live or ordered)
    evidence = evidence_of(best, ordered)
    activity = best.activities[0]
    return Claim(
        id=claim_id(key, activity, giver, taker, best.items, period, best.status),
        activity=activity,
        activities=tuple(dict.fromkeys(code for s in (best, *ordered) for code in s.activities)),
        giver=giver,
        taker=taker,
        actor=actor,
        counterparty=counterparty,
        items=items_of(best, live or ordered),
        quantity=tuple(dict.fromkeys(q for s in ordered for q in s.quantity)),
        period=period,
        status=best.status,
        modality=best.modality,
        speakers=speakers_of([one for one in ordered if one.status is not Status.DENIED] or ordered),
        denied_by=deniers_of(ordered),
        evidence=evidence,
        statements=tuple(ordered),
        denials=tuple(dict.fromkeys(d for s in ordered for d in s.denials)),
        places=tuple(dict.fromkeys(p for s in ordered for p in s.places)),
        facts=tuple(sorted({*best.facts, *(f for s in (live or ordered) for f in s.facts if f not in _OWN_FACTS)})),
        signal=next((signal for signal in _SIGNALS if any(s.signal is signal for s in ordered)), Signal.NONE),
        verdict_by=tuple(dict.fromkeys(v for s in ordered for v in s.verdict_by)),
        verdict_in_text=any(s.verdict_in_text for s in ordered),
        anchor=evidence[0].exact,
    )
