"""The documents of a run, found again among inputs: by their key, else by their bytes; never fetched from the network."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from checker.documents.reading import read_document
from checker.documents.sources import Source, expand_inputs, read_bytes
from checker.errors import InputError, UsageError
from checker.model import Document
from checker.records import record

_NOT_THERE = ("missing", "unreadable", "special")


@record
class Original:
    """What became of a document: ``text`` is what offsets count from, None where it is not to be had.

    ``state``: ``same``, ``changed`` (other bytes under its name) or ``absent``; ``why`` is a sentence for the last two.
    """

    state: str
    text: str | None = None
    why: str = ""


class Originals:
    """The documents below some inputs. Raises UsageError when ``asked`` (inputs that the caller names) holds none."""

    def __init__(self, inputs: Sequence[str], asked: bool) -> None:
        self._sources: tuple[Source, ...] = ()
        try:
            local = [one for one in inputs if one != "-" and "://" not in one]
            self._sources = expand_inputs(local).sources if local or asked else ()
        except UsageError:
            if asked:
                raise
        self._by_key = {source.key: source for source in self._sources}

    def find(self, key: str, digest: str) -> Original:
        """The document that the run read as ``key``, with the hash ``digest`` of its bytes."""
        source = self._by_key.get(key)
        found = _read(source) if source is not None else None
        if isinstance(found, Document) and found.sha256 == digest:
            return Original("same", found.text)
        elsewhere = self._by_digest.get(digest)
        moved = _read(elsewhere) if elsewhere is not None else None
        if isinstance(moved, Document):
            return Original("same", moved.text)
        if isinstance(found, Document):
            return Original("changed", None, "is not the document that the run read: other bytes")
        if isinstance(found, InputError) and found.slug not in _NOT_THERE:
            return Original("changed", None, f"is not the document that the run read: {found}")
        return Original("absent", None, f"cannot be opened: {found}" if found is not None else "is not to be found")

    @cached_property
    def _by_digest(self) -> dict[str, Source]:
        """The files by the hash of their bytes, read when a document is not found under its name."""
        held: dict[str, Source] = {}
        for source in self._sources:
            try:
                held.setdefault(sha256(read_bytes(source)).hexdigest(), source)
            except InputError:
                continue  # named when its own turn comes, if the run read it
        return held


def inputs_of(manifest_inputs: Sequence[object], report: Path) -> tuple[str, ...]:
    """Where the inputs of a run should be, as its manifest tells them: beside the folder of the report."""
    beside = report.absolute().parent
    return tuple(one if one == "-" or "://" in one else str(beside / one) for one in map(str, manifest_inputs))


def _read(source: Source) -> Document | InputError:
    try:
        return read_document(source)
    except InputError as error:
        return error
