"""A data package laid over the built-in tables: what it is called, what it brings, and how its words join the others."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from checker.errors import TableError
from checker.records import record
from checker.tables import PACKAGE, TABLES, Table

LANGUAGES = "languages"


def _words(name: str, columns: str) -> Table:
    wanted = tuple(columns.split())
    return Table(name, wanted, wanted[:1], wanted[:1])


WORDS: dict[str, Table] = {
    table.name: table
    for table in (
        _words("cities", "form state kind"),
        _words("cues", "cue axis value direction part control"),
        _words("function", "form class value"),
        _words("heads", "form kind"),
        _words("items", "form item ambiguous needs"),
        _words("names", "form actor kind organ cased"),
        _words("places", "form place"),
        _words("reject", "phrase cancels"),
        _words("ordinary", "form near"),
        _words("reporting", "lemma modality"),
        _words("triggers", "lemma part frame activity item reflexive"),
    )
}
"""The tables of words that can be laid over; rows that share their first cell stand or fall together."""


@record
class Overlay:
    """A folder of tables; ``version`` is empty and ``known_to`` None when it has no ``datapackage.json``.

    ``files`` are its tables, in the order of their names, as written inside the folder.
    """

    name: str
    version: str
    known_to: date | None
    sha256: str
    files: tuple[str, ...]

    def __str__(self) -> str:
        return f"{' '.join(filter(None, (self.name, self.version)))} ({self.sha256[:12]})"


def described(folder: Path) -> tuple[str, str, date]:
    """Name, version and last known day of the data package in ``folder``; raises TableError when one is not there."""
    try:
        package = json.loads((folder / PACKAGE).read_text(encoding="utf-8"))
        name, version, known_to = (str(package[key]) for key in ("name", "version", "known_to"))
        return name, version, date.fromisoformat(known_to)
    except FileNotFoundError:
        raise TableError(f"{PACKAGE} is missing from {folder.name}: this is not a folder of tables") from None
    except (ValueError, KeyError, TypeError) as error:
        raise TableError(f"{PACKAGE} needs name, version and known_to (a day such as 2026-11-23): {error}") from None


def read_overlay(folder: Path, base: Path) -> Overlay:
    """What ``folder`` lays over the tables of ``base``.

    Raises TableError when it brings nothing, a table that does not exist, or words of a language that is not read.
    """
    files = tuple(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.csv")))
    if not files:
        raise TableError(
            f"{folder.name} holds no table: put periods.csv or another file named as in reference/ there"
        )
    known = sorted(_known(base))
    for name in files:
        if name not in known:
            from difflib import get_close_matches

            near = get_close_matches(name, known, 1)
            meant = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
            raise TableError(f"{name} is no table that can be laid over: {meant}")
    if not (folder / PACKAGE).is_file():
        return Overlay(folder.name, "", None, digest_of(folder, files), files)
    name, version, known_to = described(folder)
    return Overlay(name, version, known_to, digest_of(folder, files), files)


def digest_of(folder: Path, files: tuple[str, ...]) -> str:
    """The SHA-256 of ``files`` and the package of ``folder``, in the order of their names, whatever ends their lines."""
    digest = hashlib.sha256()
    for name in sorted((PACKAGE, *files)):
        path = folder / name
        if path.is_file():
            digest.update(name.encode())
            digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def words_digests(base: Path) -> dict[str, str]:
    """The SHA-256 of the tables of words of each language below ``base``, by its code."""
    homes = sorted(path for path in (base / LANGUAGES).iterdir() if path.is_dir())
    return {home.name: digest_of(home, tuple(path.name for path in home.glob("*.csv"))) for home in homes}


def words_laid(header: list[str], rows: list[list[str]], over: Path) -> list[list[str]]:
    """The rows of a table of words with those of ``over`` in place of each that shares its first cell.

    Its examples may be left out. Raises TableError for a file without one of the other columns, with a row of another
    width, or not in UTF-8.
    """
    try:
        with over.open(encoding="utf-8-sig", newline="") as handle:
            laid = list(csv.reader(handle))
    except UnicodeDecodeError:
        raise TableError(f"{over.name} is not UTF-8 text: save it as UTF-8") from None
    own = laid.pop(0) if laid else []
    lacking = [column for column in header if column not in (*own, "example")]
    if lacking:
        raise TableError(f"{over.name}, row 1: the column {', '.join(lacking)} is missing")
    for line, cells in enumerate(laid, start=2):
        if len(cells) != len(own):
            raise TableError(f"{over.name}, row {line}: {len(cells)} cells instead of {len(own)}")
    places = [own.index(column) if column in own else -1 for column in header]
    added = [["" if at < 0 else cells[at] for at in places] for cells in laid]
    replaced = {cells[0] for cells in added}
    return [cells for cells in rows if cells[0] not in replaced] + added


def _known(base: Path) -> Iterator[str]:
    yield from (table.file for table in TABLES.values())
    for language in sorted((base / LANGUAGES).iterdir()):
        yield from (f"{LANGUAGES}/{language.name}/{table.file}" for table in WORDS.values())
