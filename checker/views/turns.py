"""A difference that would give a claim another label, and its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from checker.model import Label, Provision
from checker.records import record
from checker.views import naming
from checker.views.shapes import LabelView
from checker.views.wording import Wording


@record
class Turn:
    """One input of the rule table that, if it were different, would give another label.

    ``kind`` says which (a key ``turn.<kind>`` of the locale), ``name`` the element it is about, ``elements`` all of
    them where any one would do.
    """

    kind: str
    name: str
    label: Label
    elements: tuple[str, ...] = ()


@record
class TurnView:
    """What would change the label of a claim."""

    words: Annotated[str, "the difference, as a condition"]
    label: Annotated[LabelView, "what the main rule would then give"]


def turn_views(turns: Sequence[Turn], main: Provision | None, words: Wording) -> tuple[TurnView, ...]:
    """Each difference in words; days of the rule are told where the day decides."""
    out = []
    for turn in turns:
        named = [_element(name, words) for name in (turn.elements or (turn.name,))]
        days = [words.days(one.first_day, one.last_day) for one in main.periods] if main is not None else []
        said = words.say(f"turn.{turn.kind}", what=words.alternatives(named), days="; ".join(days))
        out.append(TurnView(said, naming.label_view(turn.label, words)))
    return tuple(out)


def _element(name: str, words: Wording) -> str:
    return words.name("element", name) if name else ""
