"""Times that a text states: found with the rows of ``languages/<code>/calendar.csv``, answered as days.

A row of kind ``template`` says what a core looks like ("{day} {month}", "il y a {n} {unit}"): slots in braces,
optional letters in square brackets, alternatives in round ones. Rows of kind ``op`` and ``part`` stand before a core
("since", "d'ici", "late"); a core marked ``weak`` (a bare "2019", "August") counts only after one of them, so that
numbers of resolutions, prices and the verbs "may" and "march" are not times.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from checker.bundle import folder as data_folder
from checker.dates import (
    RECENT_DAYS,
    assumed_period,
    clamp,
    day_of,
    decade_period,
    half_period,
    join,
    month_period,
    quarter_period,
    season,
    shift,
    shift_days,
    shift_months,
    slice_of,
    unit_period,
    weekday_after,
    weekday_before,
    year_period,
    yearly_after,
    yearly_before,
)
from checker.model import Period, Span
from checker.tables import Table, read_rows
from checker.text import fold

PUBLICATION = "publication"
EVENT = "event"
REACH_MONTHS = 12
"""How far an open end ("before 2016", "since 2019" on an undated page) reaches: a claim is never unbounded."""
LONG_PAST_MONTHS = 120
"""How far back "at the time" reaches when nothing says which time: the answer over it is then rarely a plain yes."""

_Written = Callable[[int, int], str]
"""Gives the letters of the source for a stretch of the folded text: capitals and accents sometimes decide."""

_SPACE = "(?: {1,3}|\n)"
_EDGE = r"(?!\w)"
_TOKEN = re.compile(r"(?<![^\W_])[a-z0-9]{1,30}")
_YEAR = r"(?:19\d\d|20[0-6]\d)(?!\d|[.,]\d|[/-]\d(?!\d(?!\d)|\d{3}(?!\d))|[/-]\d\d[/-]\d|'s)"
_PREFIX_REACH = 60
_SHORTENED = re.compile(r"\.$")
_KINDS = frozenset(
    {
        "month", "month_weak", "weekday", "weekday_short", "number", "article_number", "ordinal", "vague", "approx",
        "unit_one", "unit_many", "season", "quarter", "part", "which", "this", "year_word", "year_join", "of",
        "of_unit",
        "article", "hedge", "op", "op_to", "op_exact", "after_op", "relative", "event", "future", "future_ending",
        "law", "law_join", "not_a_year", "digits", "template",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that place something in time; days are inclusive, and None where the words leave that end open.

    ``basis``: stated, relative (counted from ``anchor_used``), deadline, since, until, duration, season.
    ``precision``: day, week, month, quarter, season, year, range, era. ``past_hint``: it lies more than ninety days
    before publication, or says "at the time". ``anchor_used``: ``publication``, ``event`` (of the story: no days) or
    empty.
    ``ahead``: what the same words mean of the future ("in May" of a plan), where nothing in them decides.
    """

    span: Span
    first_day: date | None
    last_day: date | None
    basis: str
    precision: str
    past_hint: bool = False
    anchor_used: str = ""
    ahead: Period | None = None


@dataclass(frozen=True, slots=True)
class _Core:
    first: date | None
    last: date | None
    precision: str
    basis: str = "stated"
    anchor: str = ""
    ahead: Period | None = None
    hint: bool = False


@dataclass(frozen=True, slots=True)
class _Template:
    pattern: re.Pattern[str]
    action: str
    needs: str
    count: str


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    template: _Template
    said: dict[str, str]
    core: _Core
    glued: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """The time words of one language: folded forms by kind, and the patterns compiled from them."""

    language: str
    words: dict[str, dict[str, str]]
    starts: dict[str, tuple[_Template, ...]]
    prefix: re.Pattern[str]
    connector: re.Pattern[str]
    suffix: re.Pattern[str]
    after_core: re.Pattern[str]
    after_unit: re.Pattern[str]
    not_a_year: re.Pattern[str]
    law: re.Pattern[str]
    future: re.Pattern[str]
    future_after: re.Pattern[str]

    def value(self, form: str, *kinds: str) -> str:
        """The value of a folded form in the first of ``kinds`` that has it, its dot and its spaces as you like."""
        plain = " ".join(form.split())
        for kind in kinds:
            table = self.words[kind]
            for written in (plain, plain + "."):
                if written in table:
                    return table[written]
        return ""


def load_calendar(folder: Path, language: str) -> Calendar:
    """The calendar of ``language`` in the data folder ``reference``.

    Raises TableError naming file, row and column for an unknown kind, a form given twice, a broken template.
    """
    words: dict[str, dict[str, str]] = {kind: {} for kind in _KINDS}
    path = folder / "languages" / language / "calendar.csv"
    rows = list(read_rows(path, Table("calendar", ("kind", "form", "value"), ("kind", "form"), ("kind", "form"))))
    for row in rows:
        kind, form = row.text("kind"), row.text("form")
        if kind not in words:
            raise row.fault("kind", f"'{kind}' is not a kind of time word: {', '.join(sorted(_KINDS))}")
        key = form.lower() if kind == "op_exact" else fold(form).text
        if not key or key in words[kind]:
            raise row.fault("form", f"'{form}' is empty or stands twice under {kind}")
        words[kind][key] = row.text("value")
    slots = _slots(words)
    starts: dict[str, list[_Template]] = {}
    for row in rows:
        if row.text("kind") != "template":
            continue
        action, _, rest = row.text("value").partition(" ")
        try:
            pattern = _compiled(fold(row.text("form")).text, slots)
        except (re.error, KeyError) as error:
            raise row.fault("form", f"this template does not compile ({error}): see the slots in use") from None
        if action not in _ACTIONS:
            raise row.fault("value", f"'{action}' is not one of {', '.join(_ACTIONS)}")
        needs = rest if rest in ("weak", "part") else ""
        template = _Template(pattern, action, needs, "" if needs else rest)
        for start in _first_words(fold(row.text("form")).text, words):
            starts.setdefault(start, []).append(template)
    return _assembled(language, words, {word: tuple(found) for word, found in starts.items()})


def any_form(words: dict[str, dict[str, str]], *kinds: str) -> str:
    """One group of all forms, longest first; a shortened form may lack its dot."""
    forms = sorted({form for kind in kinds for form in words[kind]}, key=lambda form: (-len(form), form))
    if not forms:
        return "(?!)"
    return "(?:" + "|".join(_SHORTENED.sub(r"\\.?", _spaced(form)) for form in forms) + ")"


def _spaced(form: str) -> str:
    return _SPACE.join(re.escape(word).replace(r"\.", ".") for word in form.split(" "))


def leading_form(words: dict[str, dict[str, str]], kind: str) -> str:
    """The forms as they stand before another word: with a space, unless they end in an apostrophe or hyphen."""
    tight = {form: "" for form in words[kind] if form.endswith(("'", "-"))}
    loose = {form: "" for form in words[kind] if form not in tight}
    return f"(?:{any_form({kind: loose}, kind)}{_SPACE}|{any_form({kind: tight}, kind)})"


def _slots(words: dict[str, dict[str, str]]) -> dict[str, str]:
    day = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th|ere|er|e)?(?![.,:/]?\d|\w)"
    joined = f"(?:{_SPACE}{any_form(words, 'year_join')})?{_SPACE}"
    year = f"(?P<year>{_YEAR})"
    tail = f",?{joined}(?:{year}|(?P<yword>{any_form(words, 'year_word')}))"
    number = any_form(words, "number", "article_number")
    return {
        "day": f"(?P<day>{day})",
        "day2": f"(?P<day2>{day})",
        "ordinal": f"(?P<ordinal>{any_form(words, 'ordinal')})",
        "month": f"(?P<month>{any_form(words, 'month', 'month_weak')})",
        "y": f"(?:{tail})?",
        "yy": tail,
        "year": year,
        "year2": f"(?P<year2>{_YEAR})",
        "short": r"(?P<year2>\d\d)",
        "weekday": f"(?P<weekday>{any_form(words, 'weekday')})",
        "anyday": any_form(words, "weekday", "weekday_short"),
        "which": f"(?P<which>{any_form(words, 'which')})",
        "this": f"(?P<which>{any_form(words, 'this')})",
        "season": f"(?P<season>{any_form(words, 'season')})",
        "quarter": f"(?P<quarter>{any_form(words, 'quarter')})",
        "decade": r"(?P<decade>(?:19|20)\d0)",
        "decade2": r"(?P<decade>[1-9]0)",
        "one": f"(?P<unit>{any_form(words, 'unit_one')})",
        "many": f"(?P<unit>{any_form(words, 'unit_many')})",
        "unit": f"(?P<unit>{any_form(words, 'unit_one', 'unit_many')})",
        "n": _count(words, number),
        "relative": f"(?P<relative>{any_form(words, 'relative')})",
        "event": f"(?P<event>{any_form(words, 'event')})",
        "iso": r"(?P<iso>\d{4}([/.-])\d{1,2}\2\d{1,2})(?:t[0-9:.+z-]{2,25})?",
        "numeric": r"(?P<numeric>\d{1,2}([/.-])\d{1,2}\2(?:19|20)\d\d)",
    }


def _count(words: dict[str, dict[str, str]], number: str) -> str:
    """A count in digits, in words below one hundred, or vague, with the space behind it."""
    spelt = f"{number}(?:(?:-|{_SPACE})(?:(?:and|et){_SPACE})?{number}){{0,3}}"
    count = f"(?P<n>\\d{{1,3}}|{any_form(words, 'vague')}|{spelt})"
    return f"(?:{leading_form(words, 'approx')})?{count}(?:(?<=')|{_SPACE})"


def _compiled(form: str, slots: dict[str, str]) -> re.Pattern[str]:
    pieces: list[str] = []
    for piece in re.split(r"(\{[a-z0-9]+\} ?|[\[\]()| ])", form):
        name = piece.strip(" {}")
        if piece.startswith("{"):
            # The slot of a count carries its own space, since "une quinzaine d'années" has none.
            pieces.append(slots[name] + ("" if name == "n" or piece.endswith("}") else _SPACE))
        else:
            pieces.append({" ": _SPACE, "[": "(?:", "(": "(?:", "]": ")?"}.get(piece, piece))
    return re.compile("".join(pieces) + _EDGE)


def _first_words(form: str, words: dict[str, dict[str, str]]) -> set[str]:
    """The words (``#`` for a number in digits) with which a text that fits the template can begin."""
    slot = re.match(r"\{([a-z0-9]+)\}", form)
    if slot is None:
        heads = form[1 : form.index(")")].split("|") if form.startswith("(") else [form]
    else:
        kinds = {
            "month": ("month", "month_weak"), "anyday": ("weekday", "weekday_short"), "one": ("unit_one",),
            "many": ("unit_many",), "n": ("approx", "vague", "number", "article_number"),
        }.get(slot.group(1), (slot.group(1),) if slot.group(1) in words else ())  # fmt: skip
        heads = [head for kind in kinds for head in words[kind]]
        heads += ["1"] if slot.group(1) == "n" or not kinds else []
    found = (_TOKEN.match(head) for head in heads)
    return {"#" if head.group()[0].isdigit() else head.group() for head in found if head is not None}


def _assembled(language: str, words: dict[str, dict[str, str]], starts: dict[str, tuple[_Template, ...]]) -> Calendar:
    article, part = leading_form(words, "article"), leading_form(words, "part")
    exact = {fold(form).text: "" for form in words["op_exact"]}
    ops = leading_form({"op": words["op"] | exact}, "op")
    tail = f"(?P<article>{article})?(?:(?P<part>{part})(?P<inner>{article})?)?$"
    links = ["(?: )?-(?: )?" if form == "-" else _SPACE + _spaced(form) + _SPACE for form in words["op_to"]]
    to = f"(?:{'|'.join(links)})"
    future = f"(?<!\\w){any_form(words, 'future')}{_EDGE}"
    if words["future_ending"]:
        future += f"|(?<!\\w)\\w{{2,20}}(?P<ending>{any_form(words, 'future_ending')}){_EDGE}"
    law = f"(?<!\\w){any_form(words, 'law')}(?:{_SPACE})?(?:\\d{{3,4}})?(?:{_SPACE}?\\(\\d{{4}}\\))?,?"
    return Calendar(
        language,
        words,
        starts,
        re.compile(f"(?<!\\w)(?P<op>{ops})?(?:{leading_form(words, 'hedge')})?{tail}"),
        re.compile(f"(?P<to>{to})(?:{leading_form(words, 'op')})?{tail}" if words["op_to"] else "(?!)"),
        re.compile(f",?{_SPACE}(?P<op>{any_form(words, 'after_op')}){_EDGE}"),
        re.compile(f"{_SPACE}?(?:{leading_form(words, 'of')})" if words["of"] else "(?!)"),
        re.compile(f"{_SPACE}(?:{leading_form(words, 'of_unit')})"),
        re.compile(f"(?:-|{_SPACE}){any_form(words, 'not_a_year')}{_EDGE}"),
        re.compile(f"{law}(?:{_SPACE})?(?:\\(|{leading_form(words, 'law_join')})(?:{article})?$"),
        re.compile(future),
        re.compile(f",?{_SPACE}(?:[\\w'-]{{1,20}}{_SPACE}){{0,2}}(?:{future})"),
    )


@lru_cache(maxsize=8)
def _shipped(language: str) -> Calendar | None:
    folder = data_folder("reference")
    if re.fullmatch("[a-z]{2,3}", language) is None:
        return None
    return load_calendar(folder, language) if (folder / "languages" / language / "calendar.csv").is_file() else None


def find_times(
    text: str, language: str, published: date | None, base: int = 0, calendar: Calendar | None = None
) -> tuple[TimeExpression, ...]:
    """The times that ``text`` (a sentence or paragraph) states, in order, never overlapping.

    Spans are code points of ``text`` plus ``base``. Words that need a publication day give no days without one. A
    language without a calendar gives nothing; a year in parentheses after the number of a resolution is not a time.
    """
    cal = calendar or _shipped(language)
    if cal is None:
        return ()
    shadow = fold(text)

    def written(start: int, end: int) -> str:
        span = shadow.to_source(start, end)
        return text[span.start : span.end]

    found = tuple(_cores(shadow.text, written, cal, published))
    times: list[TimeExpression] = []
    done = at = 0
    while at < len(found):
        pair = _pair(shadow.text, cal, found[at], found[at + 1], done, published) if at + 1 < len(found) else None
        said = pair or _single(shadow.text, written, cal, found[at], done, published)
        at += 2 if pair else 1
        if said is not None:
            start, done, expression = said
            span = shadow.to_source(start, done)
            times.append(replace(expression, span=Span(span.start + base, span.end + base)))
    return tuple(times)


def _cores(folded: str, written: _Written, cal: Calendar, published: date | None) -> Iterator[_Found]:
    resume = 0
    for token in _TOKEN.finditer(folded):
        start, word = token.span()[0], token.group()
        if start < resume:
            continue
        templates = cal.starts.get("#" if word[0].isdigit() else word, ())
        hits = [(hit, template) for template in templates if (hit := template.pattern.match(folded, start))]
        glued = word[0].isdigit() and folded[start - 1 : start] in tuple("-/.,:$€£#+")
        for hit, template in sorted(hits, key=lambda pair: -pair[0].end()):
            said = {name: value for name, value in hit.groupdict().items() if value is not None}
            if "month" in said and not _is_month(said, written(*hit.span("month")), cal):
                continue
            core = _core(template, said, published, cal)
            if core is None or _refers_on(folded, hit.end(), said, template.needs, cal):
                continue
            if cal.law.search(folded, max(0, start - _PREFIX_REACH), start):
                resume = hit.end()
                break
            if glued and not ("year" in said and template.needs):
                continue
            resume = hit.end()
            yield _Found(start, hit.end(), template, said, core, glued)
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


# --- what a core means ---------------------------------------------------------------------------------------------


def _core(template: _Template, said: dict[str, str], published: date | None, cal: Calendar) -> _Core | None:
    """The days of a core, or None where the calendar has none such; extremes of the calendar count as none."""
    try:
        return _ACTIONS[template.action](said, published, cal, template.count)
    except (ValueError, OverflowError):
        return None


def _stated(period: Period | None, precision: str, basis: str = "stated") -> _Core | None:
    return None if period is None else _Core(period.first_day, period.last_day, precision, basis)


def _anchored(period: Period | None, precision: str, basis: str = "relative", ahead: Period | None = None) -> _Core:
    """Counted from publication; without that day the words stand there, and say nothing."""
    if period is None:
        return _Core(None, None, precision, basis, PUBLICATION)
    return _Core(period.first_day, period.last_day, precision, basis, PUBLICATION, ahead)


def _date(said: dict[str, str], published: date | None, cal: Calendar, count: str) -> _Core | None:
    which = cal.value(said["which"], "which", "this") if "which" in said else ""
    if "decade" in said:
        decade = int(said["decade"])
        return _stated(decade_period(decade if decade > 99 else decade + (1900 if decade >= 30 else 2000)), "range")
    if "iso" in said or "numeric" in said:
        return _digits(said, published, cal)
    if "yword" in said and published is None:
        return _anchored(None, "day" if "day" in said else "month")
    year = int(said["year"]) if "year" in said else None
    moved = "yword" in said and published is not None
    if moved and published is not None:
        year = published.year + int(cal.value(said["yword"], "year_word"))
    core = _within(said, published, cal, which, year)
    if core is None or not moved:
        return core
    return replace(core, basis="relative" if core.basis == "stated" else core.basis, anchor=PUBLICATION)


def _within(
    said: dict[str, str], published: date | None, cal: Calendar, which: str, year: int | None
) -> _Core | None:
    if "month" in said:
        month = int(cal.value(said["month"], "month", "month_weak"))
        if "day" in said or "ordinal" in said:
            return _day(said, published, cal, which, year, month)
        return _recurring(lambda y: month_period(y, month), 1, "month", "relative", which, year, published)
    if "season" in said:
        name = cal.value(said["season"], "season")
        if name == "winter" and year is not None and "year2" not in said:
            return _stated(join(season(name, year - 1), season(name, year)), "season", "season")
        return _recurring(lambda y: season(name, y), 3, "season", "season", which, year, published)
    if "quarter" in said:
        name = cal.value(said["quarter"], "quarter")
        if name.startswith("h"):
            return _recurring(lambda y: half_period(y, int(name[1])), 6, "range", "relative", which, year, published)
        return _recurring(lambda y: quarter_period(y, int(name)), 3, "quarter", "relative", which, year, published)
    if "weekday" in said:
        return _weekday(int(cal.value(said["weekday"], "weekday")), which, published)
    if "unit" in said:
        unit = cal.value(said["unit"], "unit_one")
        if unit in ("day", "hour", "century", ""):
            return None
        precision = {"weekend": "range", "decade": "range"}.get(unit, unit)
        return _anchored(unit_period(published, unit, int(which or 0)) if published else None, precision)
    if year is None:
        return None
    if "year2" not in said:
        return _stated(year_period(year), "year")
    years = _days(date(year, 1, 1), date(int(said["year2"]), 12, 31))
    return _stated(years, "range")


def _recurring(
    make: Callable[[int], Period], months: int, precision: str, basis: str, which: str, year: int | None,
    published: date | None,
) -> _Core | None:  # fmt: skip
    """A yearly stretch: of the year said, else the latest begun by publication ("last": the latest that is over)."""
    if year is not None:
        return _stated(make(year), precision, "season" if basis == "season" else "stated")
    if published is None:
        return _anchored(None, precision, basis)
    near = [make(y) for y in range(max(published.year - 2, 1), min(published.year + 2, 9998) + 1)]
    ahead = next((p for p in near if p.first_day > published), None)
    begun = [p for p in near if p.first_day <= published]
    if which == "1":
        return _anchored(ahead, precision, basis)
    if which == "-1":
        begun = [p for p in begun if shift_months(p.first_day, months) <= published]
    return _anchored(begun[-1] if begun else None, precision, basis, ahead if which == "" else None)


def _day(
    said: dict[str, str], published: date | None, cal: Calendar, which: str, year: int | None, month: int
) -> _Core | None:
    number = int(cal.value(said["ordinal"], "ordinal")) if "ordinal" in said else _leading_number(said["day"])
    last = _leading_number(said["day2"]) if "day2" in said else number
    precision = "day" if last == number else "range"
    if last < number:
        return None
    if day_of(year or 2000, month, number) is None or day_of(year or 2000, month, last) is None:
        # 31 November: the month is still what the text says.
        return _recurring(lambda y: month_period(y, month), 1, "month", "relative", which, year, published)
    if year is not None:
        return _stated(_days(day_of(year, month, number), day_of(year, month, last)), precision)
    if published is None:
        return _anchored(None, precision)
    before = yearly_before(shift_days(published, -1) if which == "-1" else published, month, number)
    after = yearly_after(published, month, number)
    past, ahead = (_days(day, day and day_of(day.year, month, last)) for day in (before, after))
    chosen = ahead if which == "1" else past
    return None if chosen is None else _anchored(chosen, precision, ahead=None if which else ahead)


def _leading_number(word: str) -> int:
    return int(re.match(r"\d+", word).group())  # type: ignore[union-attr]


def _days(first: date | None, last: date | None) -> Period | None:
    return Period(first, last) if first is not None and last is not None and first <= last else None


def _weekday(weekday: int, which: str, published: date | None) -> _Core:
    if published is None:
        return _anchored(None, "day")
    after, before = weekday_after(published, weekday), weekday_before(published, weekday)
    if which == "1":
        return _anchored(Period(after, after), "day")
    return _anchored(Period(before, before), "day", ahead=None if which == "-1" else Period(after, after))


def _digits(said: dict[str, str], published: date | None, cal: Calendar) -> _Core | None:
    """A day in figures; where day and month may be swapped, all from one reading to the other (typology N14)."""
    one, two, three = (int(part) for part in re.split(r"[/.-]", said.get("iso") or said["numeric"]))
    if "iso" in said:
        day = day_of(one, two, three)
        return _stated(_days(day, day), "day")
    days = [day for day in (day_of(three, two, one), day_of(three, one, two)) if day is not None]
    if cal.words["digits"].get("order") == "day":
        days = days[:1]
    known = [day for day in days if published is not None and day <= published]
    days = sorted(set(known or days))
    return _stated(Period(days[0], days[-1]), "day" if len(days) == 1 else "range") if days else None


def _amount(said: dict[str, str], cal: Calendar, count: str) -> tuple[int, int, str]:
    """Fewest, most, and the unit: "several weeks" is 3 to 8; a bare plural has the interval of its template."""
    unit = cal.value(said["unit"], "unit_one", "unit_many")
    words = " ".join(said.get("n", "").split())
    span = count or cal.value(words, "vague")
    if span:
        low, high = (int(part) for part in span.split("-"))
    elif words.isdigit():
        low = high = int(words)
    else:
        low = high = spelt_number(words, cal)
    size = {"decade": 10, "century": 100}.get(unit, 1)
    return low * size, high * size, "year" if size > 1 else unit


def spelt_number(words: str, cal: Calendar) -> int:
    """The sum that folded number words below one hundred spell; words that are no numbers add nothing."""
    total = 0
    rest = words.replace(" ", "-")
    forms = cal.words["number"] | cal.words["article_number"]
    while rest:
        form = max((form for form in forms if (rest + "-").startswith(form + "-")), key=len, default="")
        total += int(forms[form]) if form else 0
        rest = rest[len(form) + 1 :] if form else rest.partition("-")[2]
    return total


def _ago(said: dict[str, str], published: date | None, cal: Calendar, count: str) -> _Core:
    return _distance(said, published, cal, count, -1)


def _in(said: dict[str, str], published: date | None, cal: Calendar, count: str) -> _Core:
    return _distance(said, published, cal, count, 1)


def _distance(said: dict[str, str], published: date | None, cal: Calendar, count: str, sign: int) -> _Core:
    """Weeks are good to three days either side, months to fifteen; "two years ago" is that whole year."""
    low, high, unit = _amount(said, cal, count)
    precision = "day" if low == high and unit == "hour" else unit if low == high else "range"
    if published is None:
        return _anchored(None, precision)
    ends = sorted((shift(published, unit, sign * low), shift(published, unit, sign * high)))
    slack = {"week": 3, "weekend": 3, "month": 15, "quarter": 45}.get(unit, 0)
    period = Period(shift_days(ends[0], -slack), shift_days(ends[1], slack))
    if unit == "year":
        period = join(year_period(ends[0].year), year_period(ends[1].year))
    inside = clamp(period, last=published) if sign < 0 else clamp(period, first=published)
    return _anchored(inside, precision)


def _past(said: dict[str, str], published: date | None, cal: Calendar, count: str) -> _Core:
    _, high, unit = _amount(said, cal, count)
    return _anchored(Period(shift(published, unit, -high), published) if published else None, "range", "duration")


def _since(said: dict[str, str], published: date | None, cal: Calendar, count: str) -> _Core:
    return replace(_past(said, published, cal, count), basis="since")


def _for(said: dict[str, str], published: date | None, cal: Calendar, count: str) -> _Core:
    """A length reaches back from publication; a vague one ("for years") is an era, and widens what else is said."""
    low, high, _ = _amount(said, cal, count)
    return replace(_past(said, published, cal, count), precision="range" if low == high else "era")


def _coming(said: dict[str, str], published: date | None, cal: Calendar, count: str) -> _Core:
    _, high, unit = _amount(said, cal, count)
    if published is None:
        return _anchored(None, "range")
    return _anchored(Period(shift_days(published, 1), shift(published, unit, high)), "range")


def _deadline(said: dict[str, str], published: date | None, cal: Calendar, count: str) -> _Core:
    _, high, unit = _amount(said, cal, count)
    return _Core(None, shift(published, unit, high) if published else None, "range", "deadline", PUBLICATION)


def _term(said: dict[str, str], published: date | None, cal: Calendar, count: str) -> _Core:
    """The term of "within 24 months" runs from a day that the words do not name (typology N15)."""
    return _Core(None, None, "range", "deadline", EVENT)


def _after(said: dict[str, str], published: date | None, cal: Calendar, count: str) -> _Core:
    return _Core(None, None, "range", "duration", EVENT)


def _event(said: dict[str, str], published: date | None, cal: Calendar, count: str) -> _Core:
    precision = cal.value(said["event"], "event")
    return _Core(None, None, precision, "relative", EVENT, hint=precision == "era")


def _relative(said: dict[str, str], published: date | None, cal: Calendar, count: str) -> _Core:
    what, _, number = cal.value(said["relative"], "relative").partition(":")
    precision = "day" if what == "day" else "range"
    if published is None:
        return _anchored(None, precision)
    if what in ("past", "coming"):
        ends = sorted((published, shift_days(published, int(number) * (-1 if what == "past" else 1))))
        return _anchored(Period(ends[0], ends[1]), precision)
    return _anchored(unit_period(published, what, int(number)), precision)


_ACTIONS: dict[str, Callable[[dict[str, str], date | None, Calendar, str], _Core | None]] = {
    "date": _date, "ago": _ago, "in": _in, "past": _past, "since": _since, "for": _for, "coming": _coming,
    "deadline": _deadline, "within": _term, "after": _after, "event": _event, "relative": _relative,
}  # fmt: skip


# --- words before and after a core ---------------------------------------------------------------------------------

_Said = tuple[int, int, TimeExpression]


def _single(
    folded: str, written: _Written, cal: Calendar, found: _Found, done: int, published: date | None
) -> _Said | None:
    before = cal.prefix.search(folded, max(done, found.start - _PREFIX_REACH), found.start)
    op, start = _operator(written, cal, before, found)
    part = cal.value(before["part"].strip(), "part") if before and before["part"] else ""
    after = cal.suffix.match(folded, found.end)
    if after is not None:
        op, start = cal.value(after["op"], "after_op"), before.start() if before is not None else start
    bare_year = before is not None and set(found.said) == {"year"} and before["inner" if part else "article"]
    if (found.template.needs == "weak" and not (op or part)) or (found.template.needs == "part" and not part):
        return None
    # "The 2017 ban" and "S-2019" are names; "mid-2019" is a time.
    if (bare_year and folded[found.start].isdigit()) or (found.glued and not part):
        return None
    core = _sliced(found.core, part, published)
    if core.ahead is not None and _is_ahead(folded, written, cal, start, found.end):
        core = replace(core, first=core.ahead.first_day, last=core.ahead.last_day, ahead=None)
    if part and before is not None and not op:
        start = before.start("article") if before["article"] else before.start("part")
    return start, after.end() if after else found.end, _bounded(core, op, part, published)


def _operator(written: _Written, cal: Calendar, before: re.Match[str] | None, found: _Found) -> tuple[str, int]:
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


def _pair(folded: str, cal: Calendar, one: _Found, two: _Found, done: int, published: date | None) -> _Said | None:
    """Two cores joined into one stretch ("between March and June 2023"); each lends the other its year."""
    link = cal.connector.fullmatch(folded, one.end, two.start)
    before = cal.prefix.search(folded, max(done, one.start - _PREFIX_REACH), one.start)
    if link is None or one.glued or one.template.action != "date" or two.template.action != "date":
        return None
    opened = before is not None and bool(before["op"]) and cal.value(before["op"].strip(), "op") == "from"
    word = cal.value(link["to"].strip(), "op_to")
    # "In August and September" is one stretch; "3 May and 5 May" are two days.
    listed = (
        word == "and" and one.template.needs == two.template.needs == "weak" and before is not None and before["op"]
    )
    if not opened and ((word != "to" and not listed) or one.core.precision != two.core.precision):
        return None
    first_part = cal.value(before["part"].strip(), "part") if before and before["part"] else ""
    last_part = cal.value(link["part"].strip(), "part") if link["part"] else ""
    first, last = _lent(one, two, published, cal)
    first, last = _sliced(first, first_part, published), _sliced(last, last_part, published)
    if first.first is None or last.last is None or first.first > last.last:
        return None
    anchor = first.anchor or last.anchor
    start = before.start() if before is not None and before.group() else one.start
    core = _Core(first.first, last.last, "range", "relative" if anchor else "stated", anchor)
    return start, two.end, _bounded(core, "" if opened or before is None or not before["op"] else
                                    cal.value(before["op"].strip(), "op"), "", published)  # fmt: skip


def _lent(one: _Found, two: _Found, published: date | None, cal: Calendar) -> tuple[_Core, _Core]:
    first, last = one.core, two.core
    dated = [bool({"year", "yword"} & set(found.said)) for found in (one, two)]
    if dated == [False, True] and last.last is not None:
        for year in (last.last.year, last.last.year - 1):
            first = _core(one.template, one.said | {"year": str(year)}, published, cal) or first
            if first.first is not None and first.first <= last.last:
                break
    elif dated == [True, False] and first.first is not None:
        for year in (first.first.year, first.first.year + 1):
            last = _core(two.template, two.said | {"year": str(year)}, published, cal) or last
            if last.last is not None and last.last >= first.first:
                break
    elif dated == [False, False] and first.first and last.last and first.first > last.last and "month" in one.said:
        first = _core(one.template, one.said | {"year": str(first.first.year - 1)}, published, cal) or first
    return first, last


def _sliced(core: _Core, part: str, published: date | None) -> _Core:
    """The beginning, middle or end of a core; "earlier this month" ends, "later this year" begins at publication."""
    if not part or core.first is None or core.last is None or core.precision == "day":
        return core
    whole = Period(core.first, core.last)
    if "/" not in part:
        inside = clamp(whole, last=published) if part == "past" else clamp(whole, first=published)
        return _replaced(core, inside or whole, None)
    number, parts = (int(piece) for piece in part.split("/"))
    inside = slice_of(whole, number, parts)
    if core.ahead is None:
        return _replaced(core, inside, None)
    if published is not None and inside.first_day > published:
        # "Mid-November" in a text of the third of that month: the last one was a year ago.
        before = Period(shift_months(core.first, -12), shift_days(shift_months(shift_days(core.last, 1), -12), -1))
        return _replaced(core, slice_of(before, number, parts), inside)
    return _replaced(core, inside, slice_of(core.ahead, number, parts))


def _replaced(core: _Core, period: Period, ahead: Period | None) -> _Core:
    return replace(core, first=period.first_day, last=period.last_day, ahead=ahead, precision="range")


def _is_ahead(folded: str, written: _Written, cal: Calendar, start: int, end: int) -> bool:
    """True when a word of the future stands before the time in the same clause, or close behind it."""
    clause = max((folded.rfind(mark, max(0, start - 80), start) for mark in ".;,:!?"), default=-1)
    before = cal.future.finditer(folded, max(clause + 1, start - 80), start)
    behind = cal.future_after.match(folded, end)
    for found in (*before, *((behind,) if behind else ())):
        # "Livrera" is a future, "libéra" a past: the accent tells.
        ending = found.groupdict().get("ending")
        if ending is None or written(*found.span("ending")).lower() == ending:
            return True
    return False


def _bounded(core: _Core, op: str, part: str, published: date | None) -> TimeExpression:
    first, last, basis, ahead = core.first, core.last, core.basis, core.ahead
    precision = core.precision
    if op in ("since", "after"):
        basis, precision = "since", "range"
        first = first if op == "since" or last is None else shift_days(last, 1)
        last = published if first is not None and published is not None and first <= published else None
    elif op in ("deadline", "before", "until"):
        whole = op != "before" or (part != "" and part.partition("/")[0] != "0")
        last = last if whole or first is None else shift_days(first, -1)
        if ahead is not None and published is not None:
            end = ahead.last_day if whole else shift_days(ahead.first_day, -1)
            ahead = Period(published, end) if end >= published else None
        first, basis, precision = None, "until" if op == "until" else "deadline", "range"
    old = last is not None and published is not None and last < shift_days(published, -RECENT_DAYS)
    return TimeExpression(Span(0, 0), first, last, basis, precision, core.hint or old, core.anchor, ahead)


# --- the period of conduct -----------------------------------------------------------------------------------------


def period_of(
    times_in_clause: tuple[TimeExpression, ...],
    times_in_sentence: tuple[TimeExpression, ...],
    times_in_paragraph: tuple[TimeExpression, ...],
    published: date | None,
    planned: bool = False,
) -> Period | None:
    """The days of a claim's conduct (typology 5.4): the nearest time that fits, else what news means without one.

    Each tuple has the nearest first. Past conduct takes only times begun by publication; a plan takes the announced
    time, else the publication day. Of the paragraph only a hint of the past counts (T8); without any time the answer
    is the ninety days up to publication, widened by "for years". None when neither a day nor a publication day is
    known.
    Deadlines and "since" of a rule are for the caller to leave out, as is the day on which somebody spoke.
    """
    if planned:
        return _planned_period((*times_in_clause, *times_in_sentence), published)
    lasting = [t for t in (*times_in_clause, *times_in_sentence) if t.basis == "duration" and t.first_day is not None]
    hints = tuple(t for t in times_in_paragraph if t.past_hint)
    for times in (times_in_clause, times_in_sentence, hints):
        for time in times:
            period = None if time.basis == "duration" else _past_period(time, published)
            if period is not None:
                widening = [p for t in lasting if t.precision == "era" and (p := _past_period(t, published))]
                return join(period, *(widening if times is times_in_clause else ()))
    if published is None:
        return None
    assumed = assumed_period(published)
    if lasting:
        periods = [period for time in lasting if (period := _past_period(time, published)) is not None]
        return replace(join(assumed, *periods), basis="relative")
    if any(t.past_hint for t in (*times_in_clause, *times_in_sentence)):
        return replace(assumed, first_day=shift_months(published, -LONG_PAST_MONTHS))
    return assumed


def _past_period(time: TimeExpression, published: date | None) -> Period | None:
    first, last = time.first_day, time.last_day
    if first is None and last is None:
        return None
    if published is not None:
        # "By 2030" and "next month" say nothing of what was done already.
        if (first if first is not None else last or published) > published:
            return None
        last = published if last is None else min(last, published)
    return _filled(first, last, _basis(time))


def _filled(first: date | None, last: date | None, basis: str) -> Period | None:
    """A period whose open end is closed at twelve months."""
    if first is None and last is not None:
        first = shift_days(shift_months(last, -REACH_MONTHS), 1)
    if last is None and first is not None:
        last = shift_days(shift_months(first, REACH_MONTHS), -1)
    return Period(first, last, basis) if first is not None and last is not None and first <= last else None


def _basis(time: TimeExpression) -> str:
    if time.basis == "deadline":
        return "deadline"
    return "relative" if time.anchor_used == PUBLICATION else "stated"


def _planned_period(times: tuple[TimeExpression, ...], published: date | None) -> Period | None:
    if published is None:
        dated = (_filled(t.first_day, t.last_day, "planned") for t in times if t.first_day or t.last_day)
        return next((period for period in dated if period is not None), None)
    for time in times:
        first, last = time.first_day, time.last_day
        if time.basis in ("deadline", "until") and last is not None and last >= published:
            return Period(published, last, "deadline")
        if first is not None and (first > published or (last or first) > published):
            return _filled(max(first, published), last, "planned")
        if time.ahead is not None and not time.past_hint:
            return replace(time.ahead, basis="planned")
    for time in times:
        if time.past_hint and time.basis != "duration" and (period := _past_period(time, published)) is not None:
            return replace(period, basis="planned")
    return Period(published, published, "planned")
