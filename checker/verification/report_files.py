"""The files of a report as its manifest tells of them: which are there, whole and unaltered, and what was kept of texts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import file_digest
from pathlib import Path
from typing import Any

from checker.errors import InputError, UsageError
from checker.formats.folder import MANIFEST
from checker.formats.folder import SCHEMA as RUN_SCHEMA
from checker.formats.results import FILE, TEXT_SCHEMA, TEXTS, Record, read_record
from checker.verification.faults import Fault


def read_manifest(report: Path) -> Record:
    """The manifest of the report in a folder; raises UsageError (slug ``review``) for what is none of this program."""
    if not report.is_dir():
        raise UsageError(f"'{report}' is no folder: name one that 'checker check' wrote", "review")
    try:
        found = json.loads((report / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or found.get("schema") != RUN_SCHEMA:
        raise UsageError(
            f"'{report}' holds no {MANIFEST} of this program: name a folder that 'checker check' wrote", "review"
        )
    if FILE not in _names(found):
        raise UsageError(
            f"'{report}' has no {FILE}, in which the quotations stand: check again with --format json", "verify"
        )
    return found


def check_files(report: Path, manifest: Record) -> Iterator[Fault]:
    """The files that the manifest lists and that are gone, or not those that the run wrote."""
    digests = manifest.get("sha256")
    digests = digests if isinstance(digests, dict) else {}
    for name in _names(manifest):
        path = report / name
        if Path(name).name != name or not path.is_file() or path.is_symlink():
            yield Fault("file", name, "is listed in the manifest and not there")
        elif name in digests and _digest(path) != digests[name]:
            yield Fault("file", name, "was altered since the run wrote it")


def lines_of(report: Path) -> Iterator[tuple[str, Record | Fault]]:
    """Each line of the results with its place: the record, or what is wrong with the line."""
    try:
        with (report / FILE).open("rb") as lines:
            for number, raw in enumerate(lines, start=1):
                where = f"{FILE}, line {number}"
                try:
                    if not raw.endswith(b"\n"):
                        raise InputError("it breaks off")
                    yield where, read_record(raw.decode("utf-8"), where)
                except (UnicodeDecodeError, RecursionError):
                    yield where, Fault("line", where, "is no line of results")
                except InputError as error:
                    yield where, Fault("line", where, str(error).removeprefix(f"{where}: "))
    except FileNotFoundError:
        return


def check_counts(manifest: Record, counted: Mapping[str, int]) -> Iterator[Fault]:
    """The numbers of the manifest that the results do not bear out: documents, errors, claims."""
    told = manifest.get("counts")
    for name, count in counted.items():
        said = told.get(name) if isinstance(told, dict) else None
        if isinstance(said, int) and said != count:
            yield Fault("count", FILE, f"holds {count} {name}, the manifest says {said}")


class KeptTexts:
    """The texts that a run kept beside its results, found by document, read one at a time."""

    def __init__(self, report: Path) -> None:
        self._path = report / TEXTS
        self._places: dict[str, int] = {}
        if not self._path.is_file():
            return
        with self._path.open("rb") as lines:
            at = 0
            for raw in lines:
                found = _kept(raw)
                if found is not None:
                    self._places[found["id"]] = at
                at += len(raw)

    def find(self, document: str) -> str | None:
        """The text of a document; None where none was kept."""
        if document not in self._places:
            return None
        with self._path.open("rb") as lines:
            lines.seek(self._places[document])
            found = _kept(lines.readline())
        return None if found is None else str(found["text"])


def _kept(raw: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    sound = isinstance(found, dict) and found.get("schema") == TEXT_SCHEMA and isinstance(found.get("text"), str)
    return found if sound and isinstance(found.get("id"), str) else None


def _names(manifest: Record) -> list[str]:
    names = manifest.get("files")
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
