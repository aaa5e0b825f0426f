"""The journal of a run: every result in full as it came, so that a run that was stopped goes on where it was.

A line a document, written before anything else is done with it. A resumed run writes all its files anew from the journal
and what it reads after it, so that they are those of a run that nobody stopped.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, BinaryIO, Union, get_args, get_origin, get_type_hints

from checker.model import Provision, Result

FILE = ".checker-journal"
SCHEMA = "checker/journal/1"

Key = tuple[str, str, str]
"""What a provision is looked up by: id, activity, direction."""


def key_of(provision: Provision) -> Key:
    """The key of a provision, which a journal holds in its stead."""
    return provision.id, provision.activity, provision.direction.value


class Journal:
    """The journal in a folder, open for reading what is there and for adding to it.

    ``run`` is what a run is the same by; a journal of another run, or none, is begun anew. A half-written last line is cut
    off. Raises OSError.
    """

    def __init__(self, folder: Path, run: Mapping[str, object], resume: bool) -> None:
        self._path = folder / FILE
        head = {"schema": SCHEMA, "run": dict(run), "shape": shape()}
        self._head = json.dumps(head).encode("ascii") + b"\n"
        self._lines: list[tuple[int, int]] = []
        if resume and self._path.is_file() and not self._path.is_symlink():
            self._lines = self._whole_lines()
        self._file: BinaryIO = self._path.open("r+b" if self._lines else "wb")
        if not self._lines:
            self._file.write(self._head)
            self._file.flush()
        del self._lines[:1]
        self._added = bool(self._lines)

    def held(self, provisions: Mapping[Key, Provision]) -> Iterator[Result]:
        """The results that an earlier run left, in their order, read one at a time; stops at one that cannot be read."""
        with self._path.open("rb") as file:
            for start, end in self._lines:
                file.seek(start)
                try:
                    yield restored(file.read(end - start), provisions)
                except (ValueError, LookupError, TypeError):
                    return

    def keep(self, count: int) -> None:
        """From here on results are added after the first ``count`` of those held."""
        end = self._lines[count - 1][1] if count else len(self._head)
        self._file.seek(end)
        self._file.truncate()

    def add(self, result: Result) -> None:
        """Write one result, so that it outlives this process."""
        self._file.write(whole(result).encode("ascii") + b"\n")
        self._file.flush()
        self._added = True

    def close(self) -> None:
        """Leave the journal as it is, to be taken up again; one without a result goes."""
        if self._added:
            self._file.close()
        else:
            self.remove()

    def remove(self) -> None:
        """End the journal of a run that is done."""
        self._file.close()
        self._path.unlink(missing_ok=True)

    def _whole_lines(self) -> list[tuple[int, int]]:
        """The offsets of the lines that end in a line feed, the head first; empty for the journal of another run."""
        spans: list[tuple[int, int]] = []
        with self._path.open("rb") as file:
            if file.readline() != self._head:
                return []
            spans.append((0, len(self._head)))
            for line in file:
                if not line.endswith(b"\n"):
                    break
                spans.append((spans[-1][1], spans[-1][1] + len(line)))
        return spans


def whole(result: Result) -> str:
    """A result in full as one line of JSON in ASCII; a provision is its key, which the tables give back."""
    return json.dumps(_plain(result), separators=(",", ":"))


def restored(line: str | bytes, provisions: Mapping[Key, Provision]) -> Result:
    """The result that ``whole`` wrote; raises ValueError, LookupError or TypeError for any other line."""
    result = _reader(Result)(json.loads(line), provisions)
    assert isinstance(result, Result)
    return result


def packed(value: Any) -> str:
    """A record as one line of JSON in ASCII, with the name of its type; ``unpacked`` makes it again."""
    return json.dumps([type(value).__name__, _plain(value)], separators=(",", ":"))


def unpacked(line: str, kinds: Mapping[str, Any]) -> Any:
    """The record that ``packed`` wrote, of one of ``kinds`` by name; raises ValueError, LookupError or TypeError for any other line."""
    name, value = json.loads(line)
    return _reader(kinds[name])(value, {})


def _plain(value: Any) -> Any:
    """A value as JSON holds it: a record is the list of its fields, a provision its key."""
    if value is None or isinstance(value, str | int | float):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Provision):
        return list(key_of(value))
    kind: Any = type(value)
    return [_plain(getattr(value, name)) for name in _names(kind)]


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))


Reader = Callable[[Any, Mapping[Key, Provision]], Any]


@cache
def _reader(kind: Any) -> Reader:
    """What makes a value of a type again from what ``_plain`` made of it; raises ValueError, LookupError or TypeError."""
    origin = get_origin(kind)
    if kind is Provision:
        return lambda value, provisions: provisions[tuple(value)]
    if origin in (Union, UnionType):
        (inner,) = (_reader(one) for one in get_args(kind) if one is not NoneType)
        return lambda value, provisions: None if value is None else inner(value, provisions)
    if origin is tuple:
        each = _reader(get_args(kind)[0])
        return lambda value, provisions: tuple(each(one, provisions) for one in value)
    if kind is date:
        return lambda value, provisions: date.fromisoformat(value)
    if kind is bytes:
        return lambda value, provisions: b64decode(value, validate=True)
    if kind is Path:
        return lambda value, provisions: Path(value)
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        made: Any = kind
        readers = [_reader(hints[name]) for name in _names(made)]

        def read(value: Any, provisions: Mapping[Key, Provision]) -> Any:
            return made(*(reader(one, provisions) for reader, one in zip(readers, value, strict=True)))

        return read
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda value, provisions: kind(value)
    return lambda value, provisions: value


def shape() -> str:
    """A hash of the fields of all that a result is made of: results of another shape are not taken up."""
    seen: dict[str, tuple[str, ...]] = {}
    waiting: list[Any] = [Result]
    while waiting:
        kind = waiting.pop()
        if get_args(kind):
            waiting.extend(get_args(kind))
        elif isinstance(kind, type) and is_dataclass(kind) and kind is not Provision and kind.__name__ not in seen:
            seen[kind.__name__] = _names(kind)
            waiting.extend(get_type_hints(kind).values())
    return sha256(repr(sorted(seen.items())).encode("utf-8")).hexdigest()[:16]
