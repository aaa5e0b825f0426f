"""Whether the tables beside the paragraphs hold together: links between them, quantities, lists, codes of goods."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.coherence import Frames, Problem, at, cells, many, pairs

WORDS: tuple[tuple[str, str, set[str]], ...] = (
    ("amendments", "kind", {"", "renews", "restores", "replaces", "ends", "suspends", "exempts"}),
    ("caps", "window", {"whole_period", "calendar_year", "twelve_months", "at_any_time"}),
    ("caps", "counted", {"", "all_states", "each_state", "each_holder", "each_item", "target"}),
    ("caps", "reports", {"", "monthly", "every_30_days", "every_90_days"}),
    ("caps", "reported_by", {"", "supplier_state"}),
    (
        "caps",
        "unit",
        {
            *("barrel", "tonne", "us_dollar", "crude_supplied", "authorisation", "bank_account"),
            *("percent_u235", "kilogram_uf6", "km_range", "mm_calibre"),
        },
    ),
    ("exemptions", "procedure", {"", "approval", "notice", "approval_or_notice"}),
    ("listings", "scope", {"entity", "alias", "parts"}),
    ("listings", "copy_kind", {"", "official", "copy"}),
    ("classifications", "scheme", {"hs", "un_register"}),
)

_NAME = re.compile(r"\d{1,4}(?::[^:;]{1,40})?")
_STATED = ("amending", "amended", "period")
_BY_PERIOD = {"ends": "ended_by", "suspends": "ended_by", "replaces": "ended_by", "restores": "began_by"}
_BY_KIND = {"renews": "renewal", "exempts": "exemption"}
_ENTRY = re.compile(r"[A-Z]{2}[ei]\.\d{3}")
_CODES = {"hs": re.compile(r"\d{2}(?:\d{2}){0,2}"), "un_register": re.compile(r"[1-7]")}
_AMOUNT = re.compile(r"\d{1,15}(?:\.\d{1,6})?")


def amendments(frames: Frames) -> Iterator[Problem]:
    """A link goes from a text to one that is not younger, and its kind is what the rows of both paragraphs bear out."""
    own = pairs(frames, "provisions", "id", "kind")
    kinds: dict[str, set[str]] = {}
    for _, (name, kind) in cells(frames, "provision_activities", "id", "kind"):
        kinds.setdefault(name, set()).add(kind or own.get(name, ""))
    days = {
        (column, name, _text_of(cell))
        for column in ("began_by", "ended_by")
        for _, (name, cell) in cells(frames, "periods", "id", column)
        if _text_of(cell) not in ("", name)
    }
    held: set[tuple[str, str]] = set()
    for row, (one, other, kind, stated) in cells(frames, "amendments", "amending", "amended", "kind", "stated_by"):
        held.add((one, other))
        for column, name in (("amending", one), ("amended", other)):
            if not _NAME.fullmatch(name):
                yield at("amendments", row, column, f"'{name}' is neither an id nor a resolution number")
        if one == other or _number(one) < _number(other):
            yield at("amendments", row, "amending", f"{one} cannot touch {other}, which is not older")
        if not stated or set(many(stated)) - set(_STATED):
            yield at("amendments", row, "stated_by", f"'{stated}' is not made of {', '.join(_STATED)}")
        if kind in _BY_KIND and kinds.get(one) != {_BY_KIND[kind]}:
            yield at("amendments", row, "kind", f"{one} is no {_BY_KIND[kind]}, so it is not known that it {kind}")
        if kind in _BY_PERIOD and (_BY_PERIOD[kind], other, one) not in days:
            yield at(
                "amendments", row, "kind", f"no period of {other} says in {_BY_PERIOD[kind]} that {one} {kind} it"
            )
    for column, name, text in sorted(days):
        if (text, name) not in held:
            yield Problem("amendments.csv", 0, "amending", f"a period of {name} names {text} in {column}: link them")


def _text_of(cell: str) -> str:
    """The id or number that a reason begins with: ``1022 (suspended), then 1074:2`` gives 1022."""
    found = re.match(r"\d{1,4}(?::(?:Annex [AB] )?[^ ;]{1,40})?(?=[ ;,]|$)", cell)
    return found[0] if found else ""


def _number(name: str) -> int:
    number = name.partition(":")[0]
    return int(number) if number.isdecimal() else 0


def caps(frames: Frames) -> Iterator[Problem]:
    """A quantity belongs to a limb and to days of it, has a figure or a note in its place, and no cap is without one."""
    limbs = {cell for _, cell in cells(frames, "provision_activities", "id", "activity", "direction")}
    spans: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for _, cell in cells(frames, "periods", "id", "activity", "direction", "first_day", "last_day"):
        spans.setdefault(cell[:3], []).append((cell[3], cell[4] or "9999-12-31"))
    held = set()
    columns = ("id", "activity", "direction", "first_day", "last_day", "quantity", "note")
    for row, (*key, first, last, quantity, note) in cells(frames, "caps", *columns):
        limb = tuple(key)
        held.add(limb)
        if limb not in limbs:
            yield at("caps", row, "id", f"{' '.join(limb)} is no limb")
        elif not any(begin <= first and (last or "9999-12-31") <= end for begin, end in spans.get(limb, ())):
            yield at("caps", row, "first_day", f"{first} to {last or 'no end'} is not inside one period of the limb")
        if quantity and not _AMOUNT.fullmatch(quantity):
            yield at("caps", row, "quantity", f"'{quantity}' is not an amount such as 500000 or 3.67")
        if not quantity and not note:
            yield at("caps", row, "note", "a quantity without a figure needs a note that says what is allowed")
    own = pairs(frames, "provisions", "id", "kind")
    for row, (name, activity, direction, kind) in cells(
        frames, "provision_activities", "id", "activity", "direction", "kind"
    ):
        if (kind or own.get(name)) == "cap" and (name, activity, direction) not in held:
            yield at("provision_activities", row, "kind", f"the cap {name} {activity} has no quantity in caps.csv")


def listings(frames: Frames) -> Iterator[Problem]:
    """A listing has days that agree: of the list, of the copies on which it was seen, of the paragraph it stands under."""
    spans: dict[str, list[tuple[str, str]]] = {}
    for _, (name, begin, end) in cells(frames, "periods", "id", "first_day", "last_day"):
        spans.setdefault(name, []).append((begin, end or "9999-12-31"))
    columns = ("first_day", "last_day", "entry", "under", "seen")
    for row, (first, last, entry, under, seen) in cells(frames, "listings", *columns):
        copies = many(seen)
        if copies != sorted(set(copies)) or any(len(day) != 10 for day in copies):
            yield at("listings", row, "seen", f"'{seen}' is not made of days in their order")
        elif copies and (copies[0] < first or (last and copies[-1] > last)):
            yield at("listings", row, "seen", "a copy shows the party on a day outside those of its listing")
        if entry and not _ENTRY.fullmatch(entry):
            yield at("listings", row, "entry", f"'{entry}' is not a number of the list such as QDe.004")
        if under and first and not any(begin <= first <= end for begin, end in spans.get(under, ())):
            yield at("listings", row, "under", f"{under} did not bind on {first}")


def classifications(frames: Frames) -> Iterator[Problem]:
    """A code has the form of its scheme: two, four or six figures of the HS, a category of 1 to 7 of the Register."""
    for row, (scheme, code) in cells(frames, "classifications", "scheme", "code"):
        form = _CODES.get(scheme)
        if form is not None and not form.fullmatch(code):
            yield at("classifications", row, "code", f"'{code}' is no code of the scheme {scheme}")


CHECKS = (amendments, caps, listings, classifications)
