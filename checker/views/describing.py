"""The view classes as Markdown: reports/README.md is made from it, and a test holds the two together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints


def views(*roots: type) -> tuple[type, ...]:
    """The view classes reachable from ``roots``, each once, outer before inner."""
    seen: dict[type, None] = {}
    todo = list(roots)
    while todo:
        kind = todo.pop(0)
        if kind not in seen:
            seen[kind] = None
            todo += [inner for hint in get_type_hints(kind).values() for inner in _classes(hint)]
    return tuple(seen)


def describe(*roots: type) -> str:
    """Markdown of the view classes reachable from ``roots``: a table of names, types and meanings for each."""
    out = []
    for kind in views(*roots):
        hints = get_type_hints(kind, include_extras=True)
        out.append(f"### {kind.__name__}\n\n{(kind.__doc__ or '').strip()}\n\n| field | type | what |\n|---|---|---|")
        for f in fields(kind):
            annotated, doc = get_args(hints[f.name])
            out[-1] += f"\n| `{f.name}` | {_type(annotated)} | {doc} |"
    return "\n\n".join(out) + "\n"


def _classes(hint: Any) -> Iterator[type]:
    if is_dataclass(hint) and isinstance(hint, type):
        yield hint
    for inner in get_args(hint):
        yield from _classes(inner)


def _type(hint: Any) -> str:
    if get_origin(hint) is tuple:
        return f"list of {_type(get_args(hint)[0])}"
    if get_args(hint):
        return " or ".join("nothing" if a is type(None) else _type(a) for a in get_args(hint))
    words = {str: "text", bool: "true or false", int: "whole number"}
    return words.get(hint, f"[{hint.__name__}](#{hint.__name__.lower()})")
