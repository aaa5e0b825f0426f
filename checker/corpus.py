"""Many documents in input order: read and checked one by one, or by several processes with the same bytes as outcome."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from hashlib import sha256
from itertools import chain
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from checker.documents.folders import WILD, match
from checker.documents.found import Columns
from checker.documents.members import Member, documents_in
from checker.documents.reading import document_id, read_document
from checker.documents.sources import Expansion, Ignored, Source, Unopened, printable, read_bytes
from checker.errors import InputError, TableError
from checker.formats.journal import Journal, key_of
from checker.model import Document, Failure, Result
from checker.pipeline import Checker, check_document, load_checker
from checker.records import record
from checker.reference import Reference
from checker.views import Names

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

INTERNAL = ("internal", "worker")
"""Slugs of failures that are this program's fault and not the input's."""

_AHEAD = 4  # documents in flight for each process: enough to keep it busy, few enough to keep memory flat

Asked = Source | Unopened
"""A file, an address or standard input, or what of these cannot be opened."""

Entry = Source | Member | Unopened
"""One document, or what cannot be read."""


@record
class Reading:
    """How documents are read: days and language as ``read_document`` takes them; ``strict`` lets faults of ours out."""

    published: date | None = None
    published_default: date | None = None
    language: str | None = None
    as_of: date | None = None
    strict: bool = False


def in_order(arguments: Sequence[str], found: Expansion) -> tuple[Asked, ...]:
    """What the arguments stand for, with what cannot be opened in the place where it was asked for."""
    sources, unopened = deque(found.sources), list(found.unopened)
    entries: list[Asked] = []
    for argument in arguments:
        shown = printable(argument)
        matched = _matched(argument)
        while sources and _belongs(sources[0], argument, matched):
            entries.append(sources.popleft())
        here = [one for one in unopened if one.name == shown or one.name.startswith(shown.rstrip("/") + "/")]
        entries.extend(here)
        unopened = [one for one in unopened if one not in here]
    return (*entries, *sources, *unopened)


def documents_of(
    asked: Iterable[Asked], columns: Columns, passed: Callable[[Ignored], None] = lambda one: None
) -> Iterator[Entry]:
    """Every single document of what was asked for, in order and one at a time; ``passed`` is told of what is none."""
    for one in asked:
        if isinstance(one, Unopened):
            yield one
        else:
            yield from documents_in(one, columns, passed)


def _matched(argument: str) -> frozenset[Path]:
    """The files that a pattern matches; empty for what is no pattern."""
    if not any(char in argument for char in WILD) or Path(argument).exists():
        return frozenset()
    return frozenset(entry.path for entry in match(argument)[1])


def _belongs(source: Source, argument: str, matched: frozenset[Path]) -> bool:
    if source.path is None:
        return (source.url or "-") == argument
    if argument == "-":
        return False
    path = Path(argument)
    return source.path in matched or source.path == path or path in source.path.parents


def check_one(entry: Entry, reading: Reading, checker: Checker) -> Result:
    """The result of one input; whatever goes wrong with it is the result's ``error``, never an exception.

    Raises TableError, which no other document would escape either, and anything at all when reading is strict.
    """
    if isinstance(entry, Unopened):
        return failed(entry.name, entry.name, entry.slug, entry.message)
    try:
        document = read_document(
            entry,
            published=reading.published,
            published_default=reading.published_default,
            language=reading.language,
            as_of=reading.as_of,
        )
        return check_document(document, checker)
    except InputError as error:
        return failed(entry.key, entry.key, error.slug, str(error), _hash(entry))
    except TableError:
        raise
    except Exception as error:
        if reading.strict:
            raise
        words = f"{entry.name}: {type(error).__name__} inside checker: {error}; please report it with the document"
        return failed(entry.key, entry.key, "internal", words, _hash(entry))


def failed(key: str, source: str, slug: str, message: str, digest: str = "") -> Result:
    """The result of an input that could not be read, with no text and no claims."""
    return Result(Document(document_id(key), key, source, digest, ""), error=Failure(slug, message))


def check_inputs(
    entries: Iterable[Entry], reading: Reading, checker: Checker, overlay: Path | None = None, jobs: int = 1
) -> Iterator[Result]:
    """The result of every input, in order and one at a time, whatever the number of processes."""
    if jobs <= 1:
        return (check_one(entry, reading, checker) for entry in entries)
    return _in_parallel(entries, reading, checker, overlay, jobs)


def resumed(
    entries: Iterable[Entry],
    journal: Journal,
    reference: Reference,
    begin: Callable[[Iterator[Entry]], Iterator[Result]],
) -> Iterator[Result]:
    """The result of every input in order: what ``journal`` holds of them, then what ``begin`` makes of the rest, written down.

    A held result counts while the input in its place is the same, byte for byte, and its failure, if any, was not ours.
    """
    provisions = {key_of(one): one for one in reference.provisions}
    count = 0
    rest = iter(entries)
    for result in journal.held(provisions):
        entry = next(rest, None)
        if entry is None or not _is_of(result, entry):
            rest = rest if entry is None else chain([entry], rest)
            break
        yield result
        count += 1
    journal.keep(count)
    for result in begin(rest):
        journal.add(result)
        yield result


def _is_of(result: Result, entry: Entry) -> bool:
    if isinstance(entry, Unopened):
        return result.document.key == entry.name and result.error == Failure(entry.slug, entry.message)
    if isinstance(entry, Member):
        ours = result.error is not None and result.error.slug in INTERNAL
        return not ours and (result.document.key, result.document.sha256) == (entry.key, entry.sha256)
    if entry.path is None or (result.error is not None and result.error.slug in INTERNAL):
        return False
    return bool(result.document.sha256) and (result.document.key, result.document.sha256) == (entry.key, _hash(entry))


def _in_parallel(
    entries: Iterable[Entry], reading: Reading, checker: Checker, overlay: Path | None, jobs: int
) -> Iterator[Result]:
    from concurrent.futures.process import BrokenProcessPool

    pool = _pool(jobs, overlay)
    waiting: deque[tuple[Entry, Future[Result] | None]] = deque()
    rest = iter(entries)
    try:
        while True:
            while len(waiting) < jobs * _AHEAD and (entry := next(rest, None)) is not None:
                # standard input belongs to this process, and what cannot be opened needs none
                here = isinstance(entry, Unopened) or (isinstance(entry, Source) and entry.path is None)
                waiting.append((entry, None if here else pool.submit(_work, entry, reading)))
            if not waiting:
                return
            entry, future = waiting.popleft()
            try:
                result = check_one(entry, reading, checker) if future is None else future.result()
            except MemoryError:
                key = entry.key if isinstance(entry, Source) else entry.name
                words = f"{key}: there was not enough memory to read it; use fewer --jobs, or split it"
                result = failed(key, key, "worker", words)
            except BrokenProcessPool:
                pool.shutdown(cancel_futures=True)
                result = _alone(entry, reading, overlay)
                pool = _pool(jobs, overlay)
                waiting = deque((one, pool.submit(_work, one, reading) if old else None) for one, old in waiting)
            yield result
    finally:
        pool.shutdown(cancel_futures=True)


def _alone(entry: Entry, reading: Reading, overlay: Path | None) -> Result:
    """One document in a process of its own, to see whether it was the one that ended the others."""
    from concurrent.futures.process import BrokenProcessPool

    with _pool(1, overlay) as pool:
        try:
            return pool.submit(_work, entry, reading).result()
        except BrokenProcessPool:
            return lost(entry)


def lost(entry: Entry) -> Result:
    """The result of a document whose process ended whenever it was read."""
    key = entry.name if isinstance(entry, Unopened) else entry.key
    return failed(key, key, "worker", f"{entry.name}: the process that read it ended; is there enough memory?")


def _pool(jobs: int, overlay: Path | None) -> ProcessPoolExecutor:
    # imported here: a single process, the usual case, should not wait for what it does not use
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=(overlay,))


_own: list[Checker] = []


def _begin(overlay: Path | None) -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    _own.append(load_checker(overlay))


def _end_with_parent() -> None:
    """End this process once the one that began it is gone, however it went: nobody else would."""
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(entry: Entry, reading: Reading) -> Result:
    return check_one(entry, reading, _own[0])


def _hash(source: Source | Member) -> str:
    """The hash of bytes that could be had though not read; empty where there are none."""
    if isinstance(source, Member):
        return source.sha256
    if source.path is None:
        return ""
    try:
        return sha256(read_bytes(source)).hexdigest()
    except InputError:
        return ""


def names_of(reference: Reference) -> Names:
    """The words of the tables that reports and summaries need."""
    return Names(
        actors={key: (one.name, one.name_fr) for key, one in reference.actors.items()},
        activities=dict(reference.activities),
        items={key: (one.name, one.name_fr) for key, one in reference.items.items()},
        regimes={key: (one.name, one.name_fr) for key, one in reference.regimes.items()},
        places={key: (one.name, one.name_fr) for key, one in reference.places.items()},
        provisions={one.id: one for one in reversed(reference.provisions)},
        years={number: one.year for number, one in reference.resolutions.items()},
        states=frozenset(key for key, one in reference.actors.items() if one.kind == "state"),
    )
