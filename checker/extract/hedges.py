"""Words that hold a thing at arm's length (*what Seoul described as a missile*) without changing what was done with it."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.units import Unit

_NAMING = (
    "call", "describ", "said", "say", "believ", "consider", "identif", "term", "claim", "assess", "suspect", "dubb",
    "appell", "qualifi", "considèr", "considér", "considere", "présent", "present", "décri", "decri", "nomm", "dit", "croi",
    "estim", "affirm", "soupçonn",
)  # fmt: skip
_AFTER = frozenset(["as", "is", "was", "are", "were", "to", "be", "comme", "être", "etre", "de", "est", "étant"])
_REACH = 7


def see_through(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """The units without *what X calls* and *ce que X présente comme* before a thing."""
    out: list[Unit] = []
    at = 0
    while at < len(units):
        end = _end_of_hedge(units, at)
        if end > at:
            at = end
        else:
            out.append(units[at])
            at += 1
    return tuple(out)


def _end_of_hedge(units: Sequence[Unit], at: int) -> int:
    """Where the thing begins after a hedge that begins at ``at``; ``at`` itself when none does."""
    words = [unit.text for unit in units[at : at + 2]]
    first = (
        at + 1 if words[:1] == ["what"] else at + 2 if words[:1] == ["ce"] and words[1:] in (["que"], ["qu'"]) else at
    )
    if first == at:
        return at
    for verb in range(first, min(first + _REACH, len(units))):
        if units[verb].is_stop or units[verb].text == ",":
            return at
        if units[verb].text.startswith(_NAMING):
            after = verb + 1
            while after < len(units) and units[after].text in _AFTER:
                after += 1
            return after if _is_thing(units, after) else at
    return at


def _is_thing(units: Sequence[Unit], at: int) -> bool:
    return any(unit.one("item") is not None for unit in units[at : at + 5])
