"""Frozen slotted dataclasses that are ready sooner: one piece of code is compiled for each instead of six.

A run starts by making more than a hundred classes; what ``dataclasses`` writes and compiles for each of them by itself
takes longer than reading an article does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, cast, dataclass_transform

Kind = TypeVar("Kind")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(kind: type[Kind]) -> type[Kind]:
    """The class as ``dataclass(frozen=True, slots=True)`` makes it; of a field only its default counts, or the factory of one.

    ``fields``, ``replace`` and ``asdict`` work on it; equality, hash, representation and pickling are by its fields.
    """
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(kind)
    names = tuple(one.name for one in fields(made))
    values = _values_of(names)

    def equal(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    own: dict[str, Callable[..., Any]] = {
        "__init__": _initialiser(made),
        "__eq__": equal,
        "__hash__": lambda self: hash(values(self)),
        "__repr__": _shown,
        "__setattr__": _refuse_change,
        "__delattr__": _refuse_loss,
        "__getstate__": lambda self: values(self),
        "__setstate__": _restore,
    }
    for name, method in own.items():
        if name not in kind.__dict__:
            setattr(made, name, method)
    return cast("type[Kind]", made)


def _values_of(names: tuple[str, ...]) -> Callable[[object], tuple[Any, ...]]:
    """What gives the values of the fields as a tuple; of one field or none too, of which ``attrgetter`` makes no tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


def _initialiser(made: Any) -> Callable[..., None]:
    """``__init__`` with a parameter for each field, in their order."""
    scope: dict[str, Any] = {"_missing": MISSING}
    parameters, lines = [], []
    for one in fields(made):
        name, value = one.name, one.name
        if one.default is not MISSING:
            scope[f"_default_{name}"] = one.default
            parameters.append(f"{name}=_default_{name}")
        elif one.default_factory is not MISSING:
            scope[f"_make_{name}"] = one.default_factory
            parameters.append(f"{name}=_missing")
            value = f"_make_{name}() if {name} is _missing else {name}"
        else:
            parameters.append(name)
        scope[f"_set_{name}"] = getattr(made, name).__set__  # the slot itself: __setattr__ refuses
        lines.append(f" _set_{name}(self, {value})\n")
    if hasattr(made, "__post_init__"):
        lines.append(" self.__post_init__()\n")
    exec(f"def __init__(self, {', '.join(parameters)}):\n{''.join(lines) or ' pass'}", scope)
    return cast("Callable[..., None]", scope["__init__"])


def _shown(self: Any) -> str:
    said = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(self))
    return f"{type(self).__qualname__}({said})"


def _refuse_change(self: object, name: str, value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_loss(self: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _restore(self: Any, state: tuple[Any, ...]) -> None:
    for one, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)
