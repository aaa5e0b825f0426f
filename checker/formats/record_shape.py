"""Whether a line of results has the shape that its readers lean on; docs/result.schema.json says the same in full."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from checker.model import Label

Shape = Callable[[Any, str], str]
"""What is wrong with a value at a place, in words; empty when nothing is."""


def fault_of(found: Any) -> str:
    """What is wrong with the shape of a record, naming the place; empty when nothing is. Keys beyond those known may be there."""
    return _RECORD(found, "")


def _is(kind: type, called: str) -> Shape:
    def check(value: Any, at: str) -> str:
        return "" if isinstance(value, kind) and not isinstance(value, bool) else f"'{at}' is not {called}"

    return check


def _object(**members: Shape) -> Shape:
    def check(value: Any, at: str) -> str:
        if not isinstance(value, dict):
            return f"'{at}' is not an object"
        for name, shape in members.items():
            place = f"{at}.{name}" if at else name
            if name not in value:
                return f"'{place}' is missing"
            if fault := shape(value[name], place):
                return fault
        return ""

    return check


def _every(shape: Shape, fewest: int = 0) -> Shape:
    def check(value: Any, at: str) -> str:
        if not isinstance(value, list) or len(value) < fewest:
            return f"'{at}' is not a list" if not isinstance(value, list) else f"'{at}' is empty"
        return next((fault for number, one in enumerate(value) if (fault := shape(one, f"{at}[{number}]"))), "")

    return check


def _or_null(shape: Shape) -> Shape:
    return lambda value, at: "" if value is None else shape(value, at)


def _label(value: Any, at: str) -> str:
    return "" if value in tuple(Label) else f"'{at}' is no label that is known here"


_TEXT, _NUMBER = _is(str, "a string"), _is(int, "a whole number")
_PARTY = _object(id=_TEXT, name=_TEXT)
_QUOTED = _object(exact=_TEXT, start=_NUMBER, end=_NUMBER)
_PROVISION = _object(id=_TEXT, symbol=_TEXT, paragraph=_TEXT, role=_TEXT, label=_label, in_force=_TEXT)
_CLAIM = _object(
    id=_TEXT,
    activity=_TEXT,
    giver=_or_null(_PARTY),
    taker=_or_null(_PARTY),
    period=_object(first_day=_TEXT, last_day=_TEXT, basis=_TEXT),
    status=_TEXT,
    speakers=_every(_object(name=_TEXT)),
    denied_by=_every(_object(name=_TEXT)),
    evidence=_every(_QUOTED, fewest=1),
    finding=_object(label=_label, rule=_TEXT, missing=_every(_TEXT)),
    provisions=_every(_PROVISION),
)
_RECORD = _object(
    document=_object(id=_TEXT, source=_TEXT, sha256=_TEXT, title=_TEXT, language=_TEXT),
    claims=_every(_CLAIM),
    citations=_every(_QUOTED),
    skipped=_every(_object(reason=_TEXT)),
    error=_or_null(_object(slug=_TEXT, message=_TEXT)),
)
