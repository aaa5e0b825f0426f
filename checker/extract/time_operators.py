"""Cores with the words around them: "since", "by the end of", two joined into one stretch, a future beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from checker.extract.calendar import PREFIX_REACH, Action, Calendar
from checker.extract.time_cores import Core, bounded, sliced
from checker.extract.time_meaning import core_of
from checker.extract.time_templates import Found, Written

Placed = tuple[int, int, Core]
"""Where an expression begins and ends in the folded text, and what it means as a whole."""

_CLAUSE_REACH = 80


def read_single(
    folded: str, written: Written, cal: Calendar, found: Found, done: int, published: date | None
) -> Placed | None:
    """The core with the words before it (not before ``done``) and behind it; None when it is no time after all."""
    before = _words_before(folded, cal, found, done)
    op, start = _operator(written, cal, before, found)
    part = _part(before, cal)
    after = cal.suffix.match(folded, found.end)
    if after is not None:
        op, start = cal.value(after["op"], "after_op"), before.start() if before is not None else start
    bare_year = before is not None and set(found.said) == {"year"} and before["inner" if part else "article"]
    if (found.template.needs == "weak" and not (op or part)) or (found.template.needs == "part" and not part):
        return None
    # "The 2017 ban" and "S-2019" are names; "mid-2019" is a time.
    if (bare_year and folded[found.start].isdigit()) or (found.glued and not part):
        return None
    core = sliced(found.core, part, published)
    if core.ahead is not None and _is_ahead(folded, written, cal, start, found.end):
        core = replace(core, first=core.ahead.first_day, last=core.ahead.last_day, ahead=None)
    if part and before is not None and not op:
        start = before.start("article") if before["article"] else before.start("part")
    return start, after.end() if after else found.end, bounded(core, op, part, published)


def read_pair(folded: str, cal: Calendar, one: Found, two: Found, done: int, published: date | None) -> Placed | None:
    """Two cores joined into one stretch ("between March and June 2023"); each lends the other its year."""
    link = cal.connector.fullmatch(folded, one.end, two.start)
    before = _words_before(folded, cal, one, done)
    dates = one.template.action is two.template.action is Action.DATE
    if link is None or one.glued or not dates:
        return None
    first_op = cal.value(before["op"].strip(), "op") if before is not None and before["op"] else ""
    word = cal.value(link["to"].strip(), "op_to")
    # "In August and September" is one stretch; "3 May and 5 May" are two days.
    listed = (
        word == "and" and one.template.needs == two.template.needs == "weak" and before is not None and before["op"]
    )
    opened = first_op == "from"
    if not opened and ((word != "to" and not listed) or one.core.precision != two.core.precision):
        return None
    first, last = _lent(one, two, published, cal)
    first, last = sliced(first, _part(before, cal), published), sliced(last, _part(link, cal), published)
    if first.first is None or last.last is None or first.first > last.last:
        return None
    anchor = first.anchor or last.anchor
    start = before.start() if before is not None and before.group() else one.start
    core = Core(first.first, last.last, "range", "relative" if anchor else "stated", anchor)
    return start, two.end, bounded(core, "" if opened else first_op, "", published)


def _words_before(folded: str, cal: Calendar, found: Found, done: int) -> re.Match[str] | None:
    return cal.prefix.search(folded, max(done, found.start - PREFIX_REACH), found.start)


def _part(words: re.Match[str] | None, cal: Calendar) -> str:
    return cal.value(words["part"].strip(), "part") if words is not None and words["part"] else ""


def _operator(written: Written, cal: Calendar, before: re.Match[str] | None, found: Found) -> tuple[str, int]:
    """The value of the word of time before a core, and where the expression begins."""
    if before is None or not before.group():
        return "", found.start
    form = (before["op"] or "").strip()
    op = cal.value(form, "op")
    if not op and form:
        start = before.start("op")
        op = cal.words["op_exact"].get(written(start, start + len(form)).lower(), "")
    if op and op != "from":
        return op, before.start()
    if op and {"day2", "year2"} & set(found.said):
        return "", before.start()
    return "", min(at for at in (before.start("article"), before.start("part"), found.start) if at >= 0)


def _lent(one: Found, two: Found, published: date | None, cal: Calendar) -> tuple[Core, Core]:
    first, last = one.core, two.core
    dated = [bool({"year", "yword"} & set(found.said)) for found in (one, two)]
    if dated == [False, True] and last.last is not None:
        for year in (last.last.year, last.last.year - 1):
            first = core_of(one.template, one.said | {"year": str(year)}, published, cal) or first
            if first.first is not None and first.first <= last.last:
                break
    elif dated == [True, False] and first.first is not None:
        for year in (first.first.year, first.first.year + 1):
            last = core_of(two.template, two.said | {"year": str(year)}, published, cal) or last
            if last.last is not None and last.last >= first.first:
                break
    elif dated == [False, False] and first.first and last.last and first.first > last.last and "month" in one.said:
        first = core_of(one.template, one.said | {"year": str(first.first.year - 1)}, published, cal) or first
    return first, last


def _is_ahead(folded: str, written: Written, cal: Calendar, start: int, end: int) -> bool:
    """True when a word of the future stands before the time in the same clause, or close behind it."""
    reach = max(0, start - _CLAUSE_REACH)
    clause = max((folded.rfind(mark, reach, start) for mark in ".;,:!?"), default=-1)
    before = cal.future.finditer(folded, max(clause + 1, reach), start)
    behind = cal.future_after.match(folded, end)
    for found in (*before, *((behind,) if behind else ())):
        # "Livrera" is a future, "libéra" a past: the accent tells.
        ending = found.groupdict().get("ending")
        if ending is None or written(*found.span("ending")).lower() == ending:
            return True
    return False
