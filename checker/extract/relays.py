"""Who relays whom: a paper that cites officials, an agency that reports what a ministry believes (typology P10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.extract.attribution import Attribution
from checker.model import Speaker


def with_their_chains(heard: Sequence[tuple[Attribution, Speaker]]) -> tuple[Speaker, ...]:
    """The speakers of one clause, those that only pass on what another says moved into the chain of that other.

    A relay is somebody unknown (a paper, an agency, a diplomat) whose verb governs the other's, or who cites the other.
    A State or body that relays has a voice of its own and stays beside.
    """
    out: list[Speaker] = []
    relays = [one for one in heard if any(_relays(one, other) for other in heard)]
    for one in heard:
        if one in relays and one[1].id == "unknown":
            continue
        via = tuple(other[1].name for other in relays if other[1].id == "unknown" and _relays(other, one))
        out.append(replace(one[1], via=via) if via else one[1])
    return tuple(out)


def _relays(outer: tuple[Attribution, Speaker], inner: tuple[Attribution, Speaker]) -> bool:
    """True where the outer voice leans on the inner: *the paper, citing officials*; *the agency reported that Seoul believes*."""
    told, told_by = inner[0], outer[0]
    if told_by is told or told_by.verb < 0:
        return False
    if told.cited:
        return not told_by.cited
    return told.verb > told_by.verb and told_by.reaches(told.verb) and told.low > told_by.verb
