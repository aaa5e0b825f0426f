"""What a claim keeps of its statements: things, days, words, voices, and the id that tells it from others."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from checker.model import Claim, Evidence, Item, Party, Period, Speaker, Statement, Status


def items_of(best: Statement, group: Sequence[Statement]) -> tuple[Item, ...]:
    """The things of a claim, those of its best statement first, each once."""
    found: dict[str, Item] = {}
    for item in (*best.items, *(item for s in group for item in s.items)):
        found.setdefault(item.id, item)
    return tuple(found.values())


def period_of_claim(best: Statement, group: Sequence[Statement]) -> Period:
    """The best statement's days, or the first days another of the same status states."""
    if best.period.basis not in ("assumed", "unknown"):
        return best.period
    return next(
        (s.period for s in group if s.period.basis not in ("assumed", "unknown") and s.status is best.status),
        best.period,
    )


def evidence_of(best: Statement, group: Sequence[Statement]) -> tuple[Evidence, ...]:
    """The words of a claim, those of its best statement first."""
    return tuple(dict.fromkeys((best.evidence, *(s.evidence for s in group))))


def speakers_of(group: Sequence[Statement]) -> tuple[Speaker, ...]:
    """Each voice once, by its own name: *the White House* and its spokesman are two, in capitals or not."""
    found: dict[tuple[str, str], Speaker] = {}
    for statement in group:
        for speaker in statement.speakers:
            found.setdefault((speaker.id, speaker.name.casefold()), speaker)
    return tuple(found.values())


def deniers_of(group: Sequence[Statement]) -> tuple[Party, ...]:
    """Everybody who denies a claim, each once."""
    found: dict[str, Party] = {}
    for statement in group:
        for denier in statement.denied_by:
            found.setdefault(denier.id, denier)
    return tuple(found.values())


def claim_id(
    key: str,
    activity: str,
    giver: Party | None,
    taker: Party | None,
    items: Sequence[Item],
    period: Period,
    status: Status,
) -> str:
    """An id from the document's key and what is claimed: no offset and no byte of the text goes in."""
    days = "" if period.basis in ("assumed", "unknown") else f"{period.first_day}/{period.last_day}"
    kind = "future" if status in (Status.PLANNED, Status.HYPOTHETICAL) else "conduct"
    parts = (
        key,
        activity,
        giver.id if giver else "",
        taker.id if taker else "",
        ",".join(sorted(i.id for i in items)),
        days,
        kind,
    )
    return "c-" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def distinct(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Two claims that would share an id are told apart by their order."""
    seen: dict[str, int] = {}
    out: list[Claim] = []
    for claim in claims:
        count = seen.get(claim.id, 0)
        seen[claim.id] = count + 1
        out.append(claim if not count else replace(claim, id=f"{claim.id}-{count + 1}"))
    return tuple(out)
