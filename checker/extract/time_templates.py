"""Cores of time in a folded text: where a template of the calendar fits, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from checker.extract.calendar import PREFIX_REACH, Calendar, Template
from checker.extract.template_slots import TOKEN
from checker.extract.time_cores import Core
from checker.extract.time_meaning import core_of
from checker.records import record

Written = Callable[[int, int], str]
"""Gives the letters of the source for a stretch of the folded text: capitals and accents sometimes decide."""

_GLUE = tuple("-/.,:$€£#+")


@record
class Found:
    """A core at ``start`` to ``end`` of the folded text; ``said`` holds the words of its slots.

    ``glued``: it begins with a digit that hangs on the mark before it ("S-2019", "$2020").
    """

    start: int
    end: int
    template: Template
    said: dict[str, str]
    core: Core
    glued: bool


def find_cores(folded: str, written: Written, cal: Calendar, published: date | None) -> Iterator[Found]:
    """The cores of a folded text in order, never overlapping; of several at one place the longest that holds."""
    resume = 0
    tokens = list(TOKEN.finditer(folded))
    spoken = [token.group() for token in tokens]
    present = frozenset(spoken)
    kinds = ["#" if word[0].isdigit() else word for word in spoken] + [""]
    for at, token in enumerate(tokens):
        start, word = token.start(), token.group()
        if start < resume:
            continue
        templates = cal.starts.get(kinds[at])
        if not templates:
            continue
        hits = [
            (hit, template)
            for template in templates
            if (template.follows is None or kinds[at + 1] in template.follows)
            and not any(map(present.isdisjoint, template.words))
            and (hit := template.pattern.match(folded, start))
        ]
        glued = word[0].isdigit() and folded[start - 1 : start] in _GLUE
        for hit, template in sorted(hits, key=lambda pair: -pair[0].end()):
            said = {name: value for name, value in hit.groupdict().items() if value is not None}
            if "month" in said and not _is_month(said, written(*hit.span("month")), cal):
                continue
            core = core_of(template, said, published, cal)
            if core is None or _refers_on(folded, hit.end(), said, template.needs, cal):
                continue
            if cal.law.search(folded, max(0, start - PREFIX_REACH), start):
                resume = hit.end()
                break
            if glued and not ("year" in said and template.needs):
                continue
            resume = hit.end()
            yield Found(start, hit.end(), template, said, core, glued)
            break


def _is_month(said: dict[str, str], written: str, cal: Calendar) -> bool:
    """False for the verbs "may" and "march" and the number "sept": they need a capital, a year, or day and dot."""
    weak = cal.words["month_weak"]
    if not {said["month"], said["month"] + "."} & weak.keys():
        return True
    dated = "year" in said or ("day" in said and written.endswith("."))
    return dated or (written[:1].isupper() and said["month"] in weak)


def _refers_on(folded: str, end: int, said: dict[str, str], needs: str, cal: Calendar) -> bool:
    """True for "the fall of Kabul", "the first quarter of the field", "the last week of", "in 2000 barrels"."""
    if "unit" in said and "which" in said:
        return cal.after_unit.match(folded, end) is not None
    if not needs:
        return False
    if "season" in said or "quarter" in said:
        return cal.after_core.match(folded, end) is not None
    return "year" in said and "year2" not in said and cal.not_a_year.match(folded, end) is not None
