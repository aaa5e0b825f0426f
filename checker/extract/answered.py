"""Which conduct a denial answers: that of its things, told before it by somebody else, in which its speaker takes part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from checker.extract.responses import Response
from checker.model import Statement, Status

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
    before = range(min(response.upto, len(statements)) - 1, -1, -1)
    told = [index for index in before if _concerns(statements[index], denier)]
    made = next(
        (i for i in before if f"made:{denier}" in statements[i].facts and statements[i].giver is None),
        None,
    )
    if made is not None:
        own = next(iter(told), made)
        return [made] if own == made else [own, made]
    if told and response.whole:
        return _with_its_voice(statements, told)
    alike = [index for index in told if _of_its_things(statements[index], response, is_a)]
    if alike or told:
        return _fullest_beside(statements, alike or told)
    after = range(response.upto, len(statements))
    later = [i for i in after if statements[i].evidence.start < response.end and _concerns(statements[i], denier)]
    return later[:1]


def _with_its_voice(statements: Sequence[Statement], told: Sequence[int]) -> list[int]:
    """The nearest conduct and all that the same voices tell of the denier."""
    voices = {one.id for one in statements[told[0]].speakers}
    return [index for index in told if index == told[0] or voices & {one.id for one in statements[index].speakers}]


def _fullest_beside(statements: Sequence[Statement], told: Sequence[int]) -> list[int]:
    """The nearest conduct, or the same sentence's other reading of it that names both ends; every end of a list."""
    nearest = statements[told[0]]
    beside = [
        index
        for index in told
        if abs(statements[index].evidence.start - nearest.evidence.start) <= _BESIDE and _ends(statements[index]) == 2
    ]
    best = told[0] if _ends(nearest) == 2 or nearest.taker is None and not beside else (beside or told)[0]
    return [index for index in told if statements[index].evidence == statements[best].evidence]


def _ends(statement: Statement) -> int:
    return (statement.giver is not None) + (statement.taker is not None)


def _of_its_things(statement: Statement, response: Response, is_a: IsA) -> bool:
    return any(
        is_a(one.id, other) or is_a(other, one.id) or (_kind(one.id, is_a) == _kind(other, is_a) != "")
        for one in statement.items
        for other in response.items
    )


def _kind(item: str, is_a: IsA) -> str:
    return next((kind for kind in _KINDS if is_a(item, kind)), "")


def _concerns(statement: Statement, actor: str) -> bool:
    """True for conduct in which the denier takes part and to which it has not owned up itself."""
    if statement.status is Status.DENIED:
        return False
    if statement.speakers and all(one.id == actor for one in statement.speakers):
        return False
    ends = {one.id for one in (statement.giver, statement.taker, statement.actor) if one is not None}
    made = {fact.removeprefix("made:") for fact in statement.facts if fact.startswith("made:")}
    return actor in ends | made
