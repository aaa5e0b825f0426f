"""A record is what a frozen slotted dataclass is."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from typing import Any

import pytest

from checker.records import record


@record
class Point:
    """A place."""

    x: int
    y: int = 2
    names: list[str] = field(default_factory=list)


@record
class Alone:
    """One thing."""

    thing: str = "coal"


@record
class Nothing:
    """No field."""


@record
class Checked:
    """A day that must be one."""

    day: int

    def __post_init__(self) -> None:
        if self.day < 1:
            raise ValueError("no such day")

    @property
    def next(self) -> int:
        return self.day + 1


@dataclass(frozen=True, slots=True)
class Usual:
    x: int
    y: int = 2


def test_fields_defaults_and_factories() -> None:
    one, two = Point(1), Point(x=1, y=3)
    assert (one.x, one.y, one.names) == (1, 2, [])
    assert one.names is not two.names
    assert [f.name for f in fields(Point)] == ["x", "y", "names"]
    assert asdict(replace(two, y=4)) == {"x": 1, "y": 4, "names": []}
    assert Point.__doc__ == "A place."
    assert Point.__match_args__ == ("x", "y", "names")


@pytest.mark.parametrize("arguments", [(), (1, 2, [], 4)])
def test_wrong_arguments_are_an_error(arguments: tuple[Any, ...]) -> None:
    with pytest.raises(TypeError):
        Point(*arguments)


def test_equality_and_hash_go_by_the_fields_of_the_same_class() -> None:
    assert Alone("a") == Alone("a") != Alone("b")
    assert Nothing() == Nothing()
    assert Alone("a") != "a"
    assert Checked(1) != Alone("1")
    assert len({Alone("a"), Alone("a"), Alone(), Nothing(), Nothing(), Checked(1)}) == 4
    assert hash(Alone("a")) == hash(("a",))


def test_it_shows_itself_as_any_dataclass_does() -> None:
    assert repr(Point(1)) == "Point(x=1, y=2, names=[])"
    assert repr(Nothing()) == "Nothing()"
    assert repr(Usual(1)) == repr(Point(1)).replace("Point", "Usual").replace(", names=[]", "")


@pytest.mark.parametrize(
    "change",
    [lambda one: setattr(one, "x", 5), lambda one: setattr(one, "z", 5), lambda one: delattr(one, "x")],
    ids=["a field", "a new name", "a loss"],
)
def test_nothing_in_it_changes(change: Callable[[Point], None]) -> None:
    one = Point(1)
    with pytest.raises(FrozenInstanceError):
        change(one)
    assert one == Point(1)
    assert not hasattr(one, "__dict__")


@pytest.mark.parametrize("one", [Point(1, 3, ["a"]), Alone("a"), Nothing(), Checked(3)], ids=lambda one: repr(one))
def test_it_travels_between_processes(one: object) -> None:
    assert pickle.loads(pickle.dumps(one)) == one


def test_what_is_done_after_init_is_done() -> None:
    assert Checked(1).next == 2
    with pytest.raises(ValueError, match="no such day"):
        Checked(0)
    with pytest.raises(ValueError, match="no such day"):
        replace(Checked(1), day=0)
