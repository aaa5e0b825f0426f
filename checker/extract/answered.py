"""Which conduct a denial answers: that of its things, told before it by somebody else, in which its speaker takes part."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate, islice

from checker.extract.responses import Response
from checker.model import Signal, Statement, Status

IsA = Callable[[str, str], bool]
_KINDS = (
    "arms",
    "worker",
    "coal",
    "refined_petroleum",
    "crude_oil",
    "military_service",
    "nuclear_item",
    "seafood",
    "textile",
)
_ALONE = frozenset({"ballistic_missile_launch", "nuclear_test", "nuclear_activity"})
_SERVICES = frozenset({"military_cooperation", "military_training", "mercenaries", "armed_presence", "travel_ban_breach"})
_REACH = 50
"""How many statements about whoever denies lie between a denial and what it answers, at most."""
_BESIDE = 300
"""Characters between conduct of one half-read sentence and the fuller telling of it beside."""


def attach_responses(
    statements: Sequence[Statement], responses: Sequence[Response], is_a: IsA
) -> tuple[Statement, ...]:
    """The statements, each denial on the conduct that it answers, and its words kept with it."""
    out = list(statements)
    told = _Told(out)
    for response in responses:
        for index in _answered(out, told, response, is_a):
            one = out[index]
            if one.giver is None and f"made:{response.party.id}" in one.facts:
                # whoever denies having supplied what is of its make is the supposed giver (typology, annex A, claim 2)
                one = replace(one, giver=replace(response.party, how="origin"))
            if response.party.id not in (denier.id for denier in one.denied_by):
                out[index] = replace(
                    one, denied_by=(*one.denied_by, response.party), denials=(*one.denials, response.evidence)
                )
    return tuple(out)


class _Told:
    """Which statements are about whom, in their order, and which of them lie before or behind an offset.

    Statements of one sentence may stand in another order than their words: ``latest`` and ``earliest`` are the offsets
    reached so far and still to come, between which each has to be looked at.
    """

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._about: dict[str, list[int]] = {}
        for index, one in enumerate(statements):
            for actor in _parties_of(one) | _made_by(one):
                self._about.setdefault(actor, []).append(index)
        self._starts = [one.evidence.start for one in statements]
        self._latest = list(accumulate(self._starts, max))
        self._earliest = list(accumulate(reversed(self._starts), min))[::-1]
        self.answered: set[tuple[str, frozenset[str]]] = set()

    def about(self, actor: str) -> Sequence[int]:
        """Every statement in which an actor takes part, or goods of its make."""
        return self._about.get(actor, ())

    def before(self, actor: str, at: int) -> list[int]:
        """Those that begin before ``at``, the last first, as far back as a denial reaches."""
        about = self.about(actor)
        end = bisect_left(about, bisect_left(self._earliest, at))
        near = (index for index in reversed(about[max(0, end - 2 * _REACH) : end]) if self._starts[index] < at)
        return list(islice(near, _REACH))

    def behind(self, actor: str, at: int, end: int) -> list[int]:
        """Those that begin at ``at`` or later and before ``end``, as far on as a denial reaches."""
        about = self.about(actor)
        first = bisect_left(about, bisect_left(self._latest, at))
        return [index for index in about[first : first + _REACH] if at <= self._starts[index] < end]


def _answered(statements: Sequence[Statement], known: _Told, response: Response, is_a: IsA) -> list[int]:
    denier = response.party.id
    before = known.before(denier, response.at)
    told = [index for index in before if _concerns(statements[index], denier)]
    made = next(
        (i for i in before if f"made:{denier}" in statements[i].facts and statements[i].giver is None),
        None,
    )
    if made is not None:
        own = next(iter(told), made)
        return [made] if own == made else [own, made]
    if response.whole:
        return _with_its_voice(statements, told, known, denier)
    if told:
        return _fullest_beside(statements, _narrowed(statements, told, response, is_a))
    later = known.behind(denier, response.at, response.end)
    return [i for i in later if _concerns(statements[i], denier)][:1]


def _narrowed(statements: Sequence[Statement], told: Sequence[int], response: Response, is_a: IsA) -> Sequence[int]:
    """Of what was told, that of the very things denied, else of their kind; then that with another party the denial names."""
    same = [index for index in told if _of_its_things(statements[index], response, is_a)]
    alike = same or [index for index in told if _of_their_kind(statements[index], response, is_a)]
    alike = alike or [index for index in told if not _of_other_kind(statements[index], response, is_a)]
    others = set(response.others) - {response.party.id}
    if others:
        # "denies having armed X" answers no launch
        alike = [index for index in alike if statements[index].activities[0] not in _ALONE]
    between = [index for index in alike if others & _parties_of(statements[index])]
    return between or alike


def _with_its_voice(statements: Sequence[Statement], told: Sequence[int], known: _Told, denier: str) -> list[int]:
    """The nearest conduct, and all that the same voices tell of the denier."""
    nearest = next(iter(told), None)
    if nearest is None:
        nearest = next((index for index in known.about(denier) if _concerns(statements[index], denier)), None)
    if nearest is None:
        return []
    voices = frozenset(one.id for one in statements[nearest].speakers) - {"unknown"}
    if (denier, voices) in known.answered:
        # all of it was answered when the denier answered these voices before
        return [nearest]
    known.answered.add((denier, voices))
    return [
        index
        for index in known.about(denier)
        if _concerns(statements[index], denier)
        and (
            index == nearest
            or (
                statements[index].status is not Status.PLANNED
                and voices & {one.id for one in statements[index].speakers}
            )
        )
    ]


def _fullest_beside(statements: Sequence[Statement], told: Sequence[int]) -> list[int]:
    """The nearest conduct told, or the same sentence's other reading of it that names both ends; every end of a list."""
    if not told:
        return []
    nearest = statements[told[0]]
    beside = [
        index
        for index in told
        if abs(statements[index].evidence.start - nearest.evidence.start) <= _BESIDE and _ends(statements[index]) == 2
    ]
    best = told[0] if _ends(nearest) == 2 or (nearest.taker is None and not beside) else (beside or told)[0]
    return [index for index in told if statements[index].evidence == statements[best].evidence]


def _ends(statement: Statement) -> int:
    return (statement.giver is not None) + (statement.taker is not None)


def _of_its_things(statement: Statement, response: Response, is_a: IsA) -> bool:
    return any(is_a(one.id, other) or is_a(other, one.id) for one in statement.items for other in response.items)


def _of_their_kind(statement: Statement, response: Response, is_a: IsA) -> bool:
    kinds = {_kind(one, is_a) for one in response.items} - {""}
    return any(_kind(one.id, is_a) in kinds for one in statement.items)


def _of_other_kind(statement: Statement, response: Response, is_a: IsA) -> bool:
    """True where both name things of a known kind, and not the same."""
    told = {_kind(one.id, is_a) for one in statement.items} - {""}
    if not told and statement.activities[0] in _SERVICES:
        # who denies having bought shells has not answered what is said of soldiers
        return bool({_kind(one, is_a) for one in response.items} - {"", "military_service"})
    return bool(told and {_kind(one, is_a) for one in response.items} - {""}) and not _of_their_kind(
        statement, response, is_a
    )


def _parties_of(statement: Statement) -> set[str]:
    return {one.id for one in (statement.giver, statement.taker, statement.actor) if one is not None}


def _kind(item: str, is_a: IsA) -> str:
    return next((kind for kind in _KINDS if is_a(item, kind)), "")


def _concerns(statement: Statement, actor: str) -> bool:
    """True for conduct in which the denier takes part and to which it has not owned up itself."""
    if statement.status is Status.DENIED or statement.signal is Signal.COMPLIANCE:
        return False
    if statement.speakers and all(one.id == actor for one in statement.speakers):
        return False
    return actor in _parties_of(statement) | _made_by(statement)


def _made_by(statement: Statement) -> set[str]:
    return {fact.removeprefix("made:") for fact in statement.facts if fact.startswith("made:")}
