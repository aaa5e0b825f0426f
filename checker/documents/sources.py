"""What INPUT arguments stand for: which files are read, under which keys, and which are left alone and why."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from checker.documents.folders import WILD, Entry, cause, match, walk
from checker.errors import InputError, UsageError
from checker.records import record

DOCUMENT_SUFFIXES = (
    ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".eml", ".docx", ".pdf",
    ".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".parquet", ".rss", ".atom", ".xml", ".warc",
)  # fmt: skip
"""The endings of files that are read when they are met in a folder, also behind a ``.gz`` where they hold many documents."""

PACKED = (".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".rss", ".atom", ".xml", ".warc")
ADDRESSES = ("http://", "https://")
_PAGES = (".html", ".htm", ".xhtml")
_OUR_MARK = b'<meta name="generator" content="checker '
MAX_BYTES = 64 * 1024 * 1024
_DEEPEST = 256


@record
class Source:
    """Something to read: a file, an address when ``url`` is not empty, or standard input when there is neither.

    ``key`` is the path below the root it was found under, with slashes; it does not depend on the machine. ``asked`` is
    true for what was named by itself and not met in a folder.
    """

    path: Path | None
    key: str
    asked: bool = True
    url: str = ""

    @property
    def name(self) -> str:
        """What messages call it."""
        if self.url:
            return self.url
        return "standard input" if self.path is None else printable(self.path)

    @property
    def suffix(self) -> str:
        """The ending of its name in small letters, without a ``.gz`` behind it."""
        return suffix_of(self.path) if self.path is not None else ""


@record
class Ignored:
    """Something found and not read; it changes nothing.

    ``reason``: ``type``, ``hidden``, ``link`` (a linked folder, or a link that leads nowhere),
    ``special`` (pipe, socket or device), ``repeated`` (named before), ``report`` (of an earlier run) or ``records``
    (parts of a file that are no documents, such as pictures in a crawl).
    """

    name: str
    reason: str


@record
class Unopened:
    """Something asked for that cannot be opened: ``missing``, ``special`` or ``unreadable``, with a sentence."""

    name: str
    slug: str
    message: str


@record
class Expansion:
    """What the arguments stand for, in the order of the arguments, folders in the order of their names."""

    sources: tuple[Source, ...]
    ignored: tuple[Ignored, ...] = ()
    unopened: tuple[Unopened, ...] = ()


@dataclass(slots=True)
class _Found:
    sources: list[Source] = field(default_factory=list)
    ignored: list[Ignored] = field(default_factory=list)
    unopened: list[Unopened] = field(default_factory=list)


def expand_inputs(arguments: Sequence[str], suffixes: Sequence[str] = DOCUMENT_SUFFIXES) -> Expansion:
    """The sources that ``arguments`` (files, folders, patterns, ``-``) stand for, no file twice, no key twice.

    A file named by itself is taken whatever its suffix; in folders and patterns only ``suffixes`` are, and those that a
    plug-in reads. An address is taken as it is, and nothing is fetched yet.
    Raises UsageError when there is no argument, when ``-`` stands twice, and when there is nothing to
    read at all; a missing one among others is ``unopened``.
    """
    if not arguments:
        raise UsageError("no input: name a file, a folder, a pattern in quotes, or - for standard input")
    if list(arguments).count("-") > 1:
        raise UsageError("'-' is standard input and can be read once: name it once")
    found = _Found()
    wanted = tuple(suffix.lower() for suffix in suffixes)
    for argument in arguments:
        _expand(argument, wanted, found)
    if not found.sources:
        others = [f"{len(found.ignored)} other files found, none of a kind that is read"] if found.ignored else []
        raise UsageError("nothing to read: " + "; ".join([entry.message for entry in found.unopened] + others))
    return Expansion(_with_distinct_keys(_once_each(found)), tuple(found.ignored), tuple(found.unopened))


def read_bytes(source: Source, limit: int = MAX_BYTES) -> bytes:
    """The bytes of ``source``.

    Raises InputError: ``missing``, ``unreadable``, ``special`` for what is not a regular file,
    ``too_large`` above ``limit`` bytes.
    """
    if source.path is None:
        raw = sys.stdin.buffer.read(limit + 1)
    else:
        try:
            if not stat.S_ISREG(source.path.stat().st_mode):
                raise InputError(f"{source.name}: not a regular file; use - to read a pipe", slug="special")
            with open(source.path, "rb", opener=_without_waiting) as stream:
                if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):  # something else by now
                    raise InputError(f"{source.name}: not a regular file; use - to read a pipe", slug="special")
                raw = stream.read(limit + 1)
        except FileNotFoundError:
            raise InputError(f"{source.name}: no such file", slug="missing") from None
        except (OSError, ValueError) as error:
            raise InputError(f"{source.name}: cannot be opened ({cause(error)})") from None
    if len(raw) > limit:
        raise InputError(f"{source.name}: more than {limit} bytes; split it into articles", slug="too_large")
    return raw


def _without_waiting(path: str, flags: int) -> int:
    """Open a file; a pipe that stands in its place by now does not keep us waiting for somebody to write."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def printable(name: str | Path) -> str:
    """``name`` with undecodable bytes written out, so that it can stand in any output."""
    return str(name).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _expand(argument: str, suffixes: tuple[str, ...], found: _Found) -> None:
    if argument == "-":
        found.sources.append(Source(None, "stdin"))
        return
    if argument.startswith(ADDRESSES):
        found.sources.append(Source(None, printable(argument), url=printable(argument)))
        return
    path = Path(argument)
    shown = printable(argument)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        if any(char in argument for char in WILD):
            root, entries = match(argument)
            _sort_out(entries, root, suffixes, found)
            if not entries:
                hint = "check it, and quote it so that the shell leaves it alone"
                found.unopened.append(Unopened(shown, "missing", f"the pattern '{shown}' matches nothing: {hint}"))
        elif isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
            found.unopened.append(Unopened(shown, "missing", f"'{shown}' does not exist: check the path"))
        else:
            found.unopened.append(Unopened(shown, "unreadable", f"'{shown}' cannot be opened ({cause(error)})"))
        return
    if stat.S_ISDIR(mode):
        entries = list(walk(path))
        _sort_out(entries, path, suffixes, found)
        if not entries:
            found.unopened.append(Unopened(shown, "missing", f"the folder '{shown}' is empty"))
    elif stat.S_ISREG(mode):
        found.sources.append(Source(path, printable(path.name)))
    else:
        message = f"'{shown}' is a pipe, a socket or a device: use - to read standard input"
        found.unopened.append(Unopened(shown, "special", message))


def _sort_out(entries: Iterable[Entry], root: Path, suffixes: tuple[str, ...], found: _Found) -> None:
    for entry in entries:
        shown = printable(entry.path)
        if entry.fate == "unreadable":
            message = f"the folder '{shown}' cannot be read ({entry.detail})"
            found.unopened.append(Unopened(shown, "unreadable", message))
        elif entry.fate != "file":
            found.ignored.append(Ignored(shown, entry.fate))
        elif not _is_document(entry.path, suffixes):
            found.ignored.append(Ignored(shown, "type"))
        elif entry.path.suffix.lower() in _PAGES and _is_our_page(entry.path):
            found.ignored.append(Ignored(shown, "report"))
        else:
            key = printable(entry.path.relative_to(root).as_posix())
            found.sources.append(Source(entry.path, key, asked=False))


def suffix_of(path: PurePath) -> str:
    """The ending of a name in small letters; of a packed file the one in front of ``.gz``."""
    suffix = path.suffix.lower()
    return path.with_suffix("").suffix.lower() if suffix == ".gz" else suffix


def _is_document(path: Path, suffixes: tuple[str, ...]) -> bool:
    suffix = suffix_of(path)
    if path.suffix.lower() == ".gz":
        return suffix in PACKED and suffix in suffixes
    if suffix in suffixes:
        return True
    from checker.documents.plug_ins import is_read

    return bool(suffix) and is_read(suffix)


def _is_our_page(path: Path) -> bool:
    """True for a page of a report that lies among the articles; one that cannot be opened is told of when it is read."""
    try:
        with path.open("rb") as file:
            return _OUR_MARK in file.read(4_096)
    except OSError:
        return False


def _once_each(found: _Found) -> list[Source]:
    kept: dict[str, Source] = {}
    for source in found.sources:
        real = source.url or ("-" if source.path is None else os.path.realpath(source.path))
        if real in kept:
            found.ignored.append(Ignored(source.name, "repeated"))
        else:
            kept[real] = source
    return list(kept.values())


def _with_distinct_keys(sources: list[Source]) -> tuple[Source, ...]:
    """Keys as they are where they differ; else with as many folders in front as it takes."""
    alike: dict[str, list[int]] = {}
    for index, source in enumerate(sources):
        alike.setdefault(source.key, []).append(index)
    taken = {key for key, indexes in alike.items() if len(indexes) == 1}
    result = list(sources)
    for key, indexes in alike.items():
        depth = key.count("/") + 1
        while len(indexes) > 1:
            depth += 1
            longer = [_last_parts(sources[index], depth) for index in indexes]
            if depth > _DEEPEST:  # names that differ only in bytes that cannot be shown
                longer = [f"{key}#{number}" for number in range(1, len(indexes) + 1)]
                taken.difference_update(longer)
            if len(set(longer)) == len(longer) and taken.isdisjoint(longer):
                for index, new in zip(indexes, longer, strict=True):
                    result[index] = replace(sources[index], key=new)
                taken.update(longer)
                break
    return tuple(result)


def _last_parts(source: Source, count: int) -> str:
    # Real paths differ, so that enough of them tells any two files apart; keys are relative, so the root goes.
    path = source.key if source.path is None else os.path.realpath(source.path)
    return printable("/".join(Path(path).parts[-count:]).replace("//", "/").lstrip("/"))
