"""Accounts of invented conduct for the tests of affairs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from checker.affair import Account, Telling
from checker.affairs.sketches import sketch_of
from checker.model import Label, Party, Period, Quantity, Status

ABOVE = {"shell": "ammunition", "rocket": "ammunition", "ammunition": "arms", "rifle": "arms"}
ON = date(2022, 11, 3)


def is_a(item: str, ancestor: str) -> bool:
    while item != ancestor and item in ABOVE:
        item = ABOVE[item]
    return item == ancestor


def party(actor: str, how: str = "name") -> Party:
    return Party(actor, actor.title(), how=how)


def day(text: str) -> Period:
    """``2022-11-03``, ``2022-11-03..2022-11-20``, or ``recent`` for the ninety days up to ``ON``."""
    if text == "recent":
        return Period(date(2022, 8, 5), ON, "assumed")
    first, _, last = text.partition("..")
    return Period(date.fromisoformat(first), date.fromisoformat(last or first), "stated")


BASE = Account(
    "d-one", "c-one", "arms_export", party("PRK"), party("RUS"), ("shell",), day("2022-11-01"), ON,
    Label.ALLEGED_VIOLATION, Status.ALLEGED, anchor="a-one",
)  # fmt: skip


def account(document: str = "d-two", **changed: object) -> Account:
    """The account of another document, with other words for the same conduct unless ``changed`` says otherwise."""
    own = {"document": document, "claim": f"c-{document}", "anchor": f"a-{document}"}
    return replace(BASE, **{**own, **changed})  # type: ignore[arg-type]


def telling(document: str, words: str, **changed: object) -> Telling:
    """A document with one account; ``words`` are its text."""
    drawn = sketch_of(words.split())
    mine = account(document, published=changed.get("published", ON))
    made = Telling(document, f"{document}.txt", document, "", "en", ON, (mine,), drawn.hashes, drawn.size)
    return replace(made, **changed)  # type: ignore[arg-type]


def amount(text: str, low: float, unit: str = "tonne") -> Quantity:
    return Quantity(text, low, low, unit)
