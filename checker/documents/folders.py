"""Walking folders and patterns: in the order of names, entering no linked folder, naming what is left alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from checker.records import record

WILD = "*?["


@record
class Entry:
    """A path met on a walk: ``fate`` is ``file``, or why it is not read.

    Fates: ``file``, ``hidden``, ``link`` (a linked folder, or a link that leads nowhere), ``special``
    (pipe, socket, device), ``unreadable`` (a folder that cannot be listed; ``detail`` says why).
    """

    path: Path
    fate: str
    detail: str = ""


def walk(root: Path) -> Iterator[Entry]:
    """Everything below ``root``, depth first, by name; linked folders are met but not entered."""
    waiting = [root]
    while waiting:
        path = waiting.pop()
        fate = "folder" if path is root else _fate(path)
        if fate != "folder":
            yield Entry(path, fate)
            continue
        try:
            with os.scandir(path) as entries:
                names = sorted(entry.name for entry in entries)
        except OSError as error:
            yield Entry(path, "unreadable", cause(error))
            continue
        waiting.extend(path / name for name in reversed(names))


def match(pattern: str) -> tuple[Path, list[Entry]]:
    """The fixed folder in front of the first wildcard, and what fits ``pattern`` below it, by name.

    ``**`` stands for any folders and enters no linked one; a folder that fits is walked. Names that
    begin with a dot fit only a part that does.
    """
    parts = Path(pattern).parts
    fixed = next(index for index, part in enumerate(parts) if any(char in part for char in WILD))
    root = Path(*parts[:fixed])
    met: list[Entry] = []
    covered: Path | None = None
    for path in sorted(set(_fitting(root, parts[fixed:])), key=lambda path: path.parts):
        if covered is not None and covered in path.parents:
            continue
        if _fate(path) == "folder":
            covered = path
            met.extend(walk(path))
        else:
            met.append(Entry(path, _fate(path)))
    return root, met


def cause(error: Exception) -> str:
    """Why the system refused, in few words."""
    return (error.strerror or "unreadable").lower() if isinstance(error, OSError) else str(error)


def _fate(path: Path) -> str:
    if path.name.startswith("."):
        return "hidden"
    try:
        if path.is_symlink() and not path.is_file():
            return "link"
        if path.is_dir():
            return "folder"
        return "file" if path.is_file() else "special"
    except OSError:
        return "link"  # a link that leads round in a circle


def _fitting(root: Path, parts: tuple[str, ...]) -> Iterator[Path]:
    seen: set[tuple[Path, int]] = set()
    waiting = [(root, 0)]
    while waiting:
        state = waiting.pop()
        if state in seen:  # with several ``**`` one folder is reached in many ways
            continue
        seen.add(state)
        folder, index = state
        part, is_last = parts[index], index == len(parts) - 1
        deep = part == "**"
        if deep and not is_last:
            waiting.append((folder, index + 1))
        for name in _names(folder):
            path = folder / name
            if name.startswith(".") and not part.startswith("."):
                continue
            if is_last and (deep or fnmatchcase(name, part)):
                yield path
            elif deep and path.is_dir() and not path.is_symlink():
                waiting.append((path, index))
            elif not deep and fnmatchcase(name, part) and path.is_dir():
                waiting.append((path, index + 1))


def _names(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry in entries]
    except OSError:
        return []
