"""Which way the words around a citation have arms go: from whom, to whom, or both."""

from __future__ import annotations

import re

from checker.extract.citation_words import Mark
from checker.patterns import late
from checker.records import record

_TO = late(r"(?<!\w)(?:to|into|in|a|au|aux|vers|en|reaching|reach) ?(?:the |le |la |les |l')?$")
_FROM = late(r"(?<!\w)(?:from|de|du|d'|depuis|a|au|aux) ?(?:the |le |la |les |l')?$")
_PASSIVE = late(r"(?:is|are|was|were|may|must|can|cannot|not|has|have|est|sont|etai(?:t|ent)|ne|n'\w+)(?!\w)")
_NEAR = 45
_FAR = 70
ARMS = ("arms_import", "arms_export")
MOVES = frozenset({"out", "in", "move", "take", "trade"})


def distance(mark: Mark, start: int, end: int) -> int:
    """How many letters lie between a mark and the stretch ``start`` to ``end``."""
    return mark.start - end if mark.start >= end else max(0, start - mark.end)


@record
class Flow:
    """Which way the words have the goods go: codes for arms, whether that is certain, and the two ends."""

    codes: tuple[str, ...] = ()
    directed: bool = False
    givers: tuple[str, ...] = ()
    takers: tuple[str, ...] = ()


def flow_of(folded: str, marks: tuple[Mark, ...], embargo: bool) -> Flow:
    """The flow that the acts near a word for arms mean; certain when the words name just one of its ends."""
    things = [mark for mark in marks if mark.kind == "thing" and mark.value in ("arms", "ballistic")]
    names = [mark for mark in marks if mark.kind in ("name", "place")]
    found: list[str] = []
    certain = True
    givers: list[str] = []
    takers: list[str] = []
    for act in marks:
        if act.kind != "act" or act.value not in MOVES:
            continue
        if all(distance(act, thing.start, thing.end) > _FAR for thing in things):
            continue
        to, out_of = _linked(folded, act, names, _TO), _linked(folded, act, names, _FROM)
        subject = _subject(folded, act, names, marks)
        if act.value in ("in", "take"):
            takers.extend(subject)
            givers.extend(out_of)
            found.append("arms_import" if act.value == "in" else "arms_export")
            certain = certain and bool(subject) != bool(out_of) and (act.value == "in") == bool(subject)
        elif act.value == "trade":
            found.extend(ARMS)
        else:
            givers.extend(subject or (out_of if out_of != to else ()))
            takers.extend(to)
            sent, reached = bool(givers), bool(to)
            if sent == reached:
                found.extend(ARMS if sent else ("arms_export",) if act.value == "out" else ("arms_import",))
                certain = False
            else:
                found.append("arms_import" if reached else "arms_export")
                # Whose goods they are decides: "Turkey's delivery" may be one to a sanctioned side.
                found.extend(ARMS if sent and act.value == "move" else ())
    if not found or (embargo and "arms_import" not in found and not (givers or takers)):
        found = [*ARMS]
    codes = tuple(dict.fromkeys(found))
    return Flow(codes, certain and len(codes) == 1, tuple(dict.fromkeys(givers)), tuple(dict.fromkeys(takers)))


def _linked(folded: str, act: Mark, names: list[Mark], link: re.Pattern[str]) -> tuple[str, ...]:
    """The nearest actor behind an act, within reach, that one of the prepositions of ``link`` introduces."""
    for name in names:
        if 0 < name.start - act.end <= _NEAR and link.search(folded, act.end, name.start) is not None:
            return tuple(part.strip() for part in name.value.split(";"))
    return ()


def _subject(folded: str, act: Mark, names: list[Mark], marks: tuple[Mark, ...]) -> tuple[str, ...]:
    """The actor just before an act: its subject ("Iran from exporting", "à l'Iran d'exporter", "North Korean arms sales")."""
    near = [
        name
        for name in names
        if 0 <= act.start - name.end <= 25 and not set(",;:.") & set(folded[name.end : act.start])
    ]
    near = [
        name
        for name in near
        if not any(_is_active(folded, one) for one in marks if name.end <= one.start < act.start)
    ]
    return tuple(part.strip() for part in near[-1].value.split(";")) if near else ()


def _is_active(folded: str, mark: Mark) -> bool:
    """True for a law word of which the name before it is the subject ("Libya forbids"), not the object ("may not")."""
    return mark.kind.startswith("law") and _PASSIVE.match(folded, mark.start) is None
