"""The closed vocabularies of the tables: actors, goods with their codes, conduct, places."""

from __future__ import annotations

from collections.abc import Iterable

from checker.model import Activity, Actor, Classification, ItemKind, Place
from checker.tables import Row


def actor(row: Row) -> Actor:
    """A row of the actor table."""
    text = row.text
    return Actor(text("id"), text("kind"), text("name_en"), text("name_fr"), text("state"), row.many("regimes"))


def organs(actors: Iterable[Actor]) -> dict[str, tuple[str, ...]]:
    """The organs and firms that stand for each State; territories are not among them."""
    found: dict[str, tuple[str, ...]] = {}
    for one in actors:
        if one.state and one.kind != "state":
            found[one.state] = (*found.get(one.state, ()), one.id)
    return found


def activity(row: Row) -> Activity:
    """A row of the closed taxonomy of conduct."""
    text = row.text
    return Activity(text("code"), text("name_en"), text("name_fr"), text("phrase_en"), text("phrase_fr"))


def item(row: Row) -> ItemKind:
    """A row of the item table."""
    return ItemKind(row.text("id"), row.text("parent"), row.text("name_en"), row.text("name_fr"))


def classification(row: Row) -> Classification:
    """A row of the table of codes of goods."""
    text = row.text
    return Classification(
        *(text(column) for column in ("item", "scheme", "code", "name_en", "name_fr", "provision", "note"))
    )


def by_item(rows: Iterable[Classification]) -> dict[str, tuple[Classification, ...]]:
    """The codes of every item that has one, in the order of the table."""
    found: dict[str, tuple[Classification, ...]] = {}
    for row in rows:
        found[row.item] = (*found.get(row.item, ()), row)
    return found


def place(row: Row) -> Place:
    """A row of the place table."""
    text = row.text
    return Place(text("id"), text("name_en"), text("name_fr"), text("state"), text("controller"))
