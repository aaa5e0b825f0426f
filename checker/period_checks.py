"""Whether periods say why they began and ended, and whether the days between them are explained."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from checker.coherence import RULES, Frames, Problem, at, cells, pairs

BEGAN = ("adopted", "later_day", "continued", "restored")
ENDED = ("", "lapsed", "terminated", "suspended", "replaced", "ended", "renewal_unseen", "last_day_unknown")

_DAY = timedelta(days=1)
_TEXT = re.compile(r"\d{1,4}(?::\S{1,40})?")
_BY_A_TEXT = ("terminated", "suspended", "ended")
_COLUMNS = ("id", "activity", "direction", "kind", "first_day", "last_day", "began", "began_by", "ended", "ended_by")


def reasons(frames: Frames) -> Iterator[Problem]:
    """Every period says why it began and ended, and what it says agrees with its days, its note and its neighbour."""
    adopted = pairs(frames, "provisions", "id", "adopted")
    limb_before: tuple[str, ...] = ()
    last_before = ""
    for row, cell in cells(frames, "periods", *_COLUMNS, "note"):
        limb: tuple[str, ...] = cell[:4]
        (first, last, began, began_by, ended, ended_by, note) = cell[4:]
        if began not in BEGAN:
            yield at("periods", row, "began", f"'{began}' is not one of {', '.join(BEGAN)}")
        if ended not in ENDED:
            yield at("periods", row, "ended", f"'{ended}' is not one of {', '.join(filter(None, ENDED))}")
        if _next(first) != first and (began == "adopted") != (first == adopted.get(cell[0])):
            yield at("periods", row, "began", f"'{began}' does not agree with the day of adoption")
        if (began == "restored") != bool(began_by):
            yield at(
                "periods", row, "began_by", "what was restored names the text that restored it, nothing else does"
            )
        yield from _endings(row, last, ended, ended_by, note)
        again = limb == limb_before
        follows = again and bool(last_before) and first == _next(last_before)
        if follows != (began == "continued") or (again and not follows and began != "restored"):
            yield at("periods", row, "began", f"'{began}' does not agree with the end before it ({last_before})")
        limb_before, last_before = limb, last


def _endings(row: int, last: str, ended: str, ended_by: str, note: str) -> Iterator[Problem]:
    if bool(last) == (ended in ("", "last_day_unknown")):
        yield at("periods", row, "ended", f"'{ended}' does not agree with the last day '{last}'")
    if ended in _BY_A_TEXT and not _TEXT.match(ended_by):
        yield at("periods", row, "ended_by", f"'{ended}' needs the text that did it, such as 2231:7(a)")
    if (note == "unconfirmed") != (ended in ("renewal_unseen", "last_day_unknown")):
        yield at("periods", row, "ended", f"'{ended}' does not agree with the note '{note}'")


def gaps(frames: Frames) -> Iterator[Problem]:
    """Days on which no rule of a regime on some conduct is held lie before a restored period or have a remark on them."""
    kinds = pairs(frames, "provisions", "id", "kind")
    regimes = pairs(frames, "provisions", "id", "regime")
    groups: dict[tuple[str, ...], list[tuple[str, int, str, bool]]] = {}
    for row, cell in cells(frames, "periods", *_COLUMNS, "remark"):
        name, activity, direction, kind, first, last, began = cell[:7]
        if (kind or kinds.get(name)) in RULES:
            told = began == "restored" or bool(cell[-1])
            conduct = (regimes.get(name, ""), activity, direction)
            groups.setdefault(conduct, []).append((first, row, last or "9999-12-31", told))
    for key, found in groups.items():
        end = ""
        for first, row, last, told in sorted(found):
            if end and first > _next(end) and not told:
                what = " ".join(key)
                yield at(
                    "periods", row, "remark", f"nothing is held on {what} from {_next(end)} to the day before: why?"
                )
            end = max(end, last)


def _next(day: str) -> str:
    """The day after; the same text when it is no day, which is told elsewhere."""
    try:
        return (date.fromisoformat(day) + _DAY).isoformat()
    except (ValueError, OverflowError):
        return day


CHECKS = (reasons, gaps)
