"""Which conduct a denial answers: that of its things, told before it by somebody else, in which its speaker takes part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

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
_BESIDE = 300
"""Characters between conduct of one half-read sentence and the fuller telling of it beside."""


def attach_responses(
    statements: Sequence[Statement], responses: Sequence[Response], is_a: IsA
) -> tuple[Statement, ...]:
    """The statements, each denial on the conduct that it answers, and its words kept with it."""
    out = list(statements)
    for response in responses:
        for index in _answered(out, response, is_a):
            one = out[index]
            if one.giver is None and f"made:{response.party.id}" in one.facts:
                # whoever denies having supplied what is of its make is the supposed giver (typology, annex A, claim 2)
                one = replace(one, giver=replace(response.party, how="origin"))
            if response.party.id not in (denier.id for denier in one.denied_by):
                out[index] = replace(
                    one, denied_by=(*one.denied_by, response.party), denials=(*one.denials, response.evidence)
                )
    return tuple(out)


def _answered(statements: Sequence[Statement], response: Response, is_a: IsA) -> list[int]:
    denier = response.party.id
    before = [i for i in range(len(statements) - 1, -1, -1) if statements[i].evidence.start < response.at]
    told = [index for index in before if _concerns(statements[index], denier)]
    made = next(
        (i for i in before if f"made:{denier}" in statements[i].facts and statements[i].giver is None),
        None,
    )
    if made is not None:
        own = next(iter(told), made)
        return [made] if own == made else [own, made]
    if response.whole:
        every = [index for index in range(len(statements)) if _concerns(statements[index], denier)]
        return _with_its_voice(statements, told or every, every)
    if told:
        return _fullest_beside(statements, _narrowed(statements, told, response, is_a))
    after = range(len(statements))
    later = [i for i in after if response.at <= statements[i].evidence.start < response.end]
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


def _with_its_voice(statements: Sequence[Statement], told: Sequence[int], every: Sequence[int]) -> list[int]:
    """The nearest conduct, and all that the same voices tell of the denier."""
    voices = {one.id for index in told[:1] for one in statements[index].speakers} - {"unknown"}
    return [
        index
        for index in every
        if index in told[:1]
        or (
            statements[index].status is not Status.PLANNED and voices & {one.id for one in statements[index].speakers}
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
    made = {fact.removeprefix("made:") for fact in statement.facts if fact.startswith("made:")}
    return actor in _parties_of(statement) | made
