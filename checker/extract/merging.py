"""Statements of the same conduct joined into claims (typology A7, design: claim)."""

from __future__ import annotations

import heapq
from bisect import insort
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

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
_COMPARED = 8
"""How many statements of a claim, the fullest, another is compared with."""
_OWN_FACTS = frozenset({"direction:unknown", "use", "completed:no", "standing", "ceased", "moved", "conduct:unstated"})
"""Circumstances of one statement that say nothing of the others of its claim."""


IsA = Callable[[str, str], bool]


def merge_statements(statements: Sequence[Statement], key: str, is_a: IsA) -> tuple[Claim, ...]:
    """The claims of a document, in order of their first evidence; ``key`` is the document's key."""
    groups: list[_Group] = []
    by_activity: dict[str, list[int]] = {}
    for statement in _fullest_first(statements):
        near = heapq.merge(*(by_activity.get(code, ()) for code in set(statement.activities)))
        home = next((at for at in near if groups[at].takes(statement, is_a)), len(groups))
        if home == len(groups):
            groups.append(_Group())
        for code in groups[home].add(statement):
            insort(by_activity.setdefault(code, []), home)
    claims = [_claim(group.members, key) for group in groups]
    return distinct(sorted(claims, key=lambda claim: claim.evidence[0].start))


@dataclass(slots=True)
class _Group:
    """Statements of one claim, with what all of them together say of its ends, so that none is asked again.

    ``makers``: who can have made the goods, None where no statement says; ``giving_only`` and ``taking_only``: the ends of
    statements that name no other.
    """

    members: list[Statement] = field(default_factory=list)
    giver: Party | None = None
    taker: Party | None = None
    makers: frozenset[str] | None = None
    giving_only: set[str] = field(default_factory=set)
    taking_only: set[str] = field(default_factory=set)

    def takes(self, statement: Statement, is_a: IsA) -> bool:
        """A statement joins a group when its parties contradict none of it and its conduct is that of one of them."""
        giver, taker = statement.giver, statement.taker
        if not _compatible(self.giver, giver) or not _compatible(self.taker, taker):
            return False
        # the two together would have somebody give to itself, which neither of them says
        if taker is None and giver is not None and giver.id in self.taking_only:
            return False
        if giver is None and taker is not None and taker.id in self.giving_only:
            return False
        # goods of X's make are not the goods that Y gave
        if self.makers is not None and giver is not None and giver.id not in self.makers:
            return False
        makers = _makers(statement)
        if makers and self.giver is not None and self.giver.id not in makers:
            return False
        return any(_same_conduct(one, statement, is_a) for one in self.members[:_COMPARED])

    def add(self, statement: Statement) -> tuple[str, ...]:
        """Joins a statement to the group; gives the activities by which the group is known from now on beside the others."""
        giver, taker = statement.giver, statement.taker
        self.giver, self.taker = self.giver or giver, self.taker or taker
        if taker is None and giver is not None:
            self.giving_only.add(giver.id)
        if giver is None and taker is not None:
            self.taking_only.add(taker.id)
        makers = _makers(statement)
        if makers:
            self.makers = makers if self.makers is None else self.makers & makers
        self.members.append(statement)
        if len(self.members) > _COMPARED:
            return ()
        known = {code for one in self.members[:-1] for code in one.activities}
        return tuple(dict.fromkeys(code for code in statement.activities if code not in known))


def _makers(statement: Statement) -> frozenset[str]:
    return frozenset(fact.removeprefix("made:") for fact in statement.facts if fact.startswith("made:"))


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
