"""Names of the records of one file, each given once, remembered in eight bytes or little more each."""

from __future__ import annotations

import re
from array import array
from hashlib import sha256

from checker.documents.found import LONGEST_NAME

_BY_ROW = re.compile(r"row-\d+")
_FEWEST = 1_024


class Names:
    """Gives the records of a file their names: the record's own, else its row; one that was given before has its row behind."""

    def __init__(self) -> None:
        self._taken = _Marks()

    def name(self, own: str, row: int) -> str:
        """The name of the next record."""
        name = _bounded(own)
        if not name:
            return f"row-{row}"
        if _BY_ROW.fullmatch(name):  # what a record without a name is called
            name = f"{name}@{row}"
        while not self._taken.add(name):
            name = f"{name}@{row}"
        return name


class _Marks:
    """Eight bytes of a digest of each word that was added, in a table that is at most half full."""

    def __init__(self) -> None:
        self._table = array("Q", bytes(8 * _FEWEST))
        self._count = 0

    def add(self, word: str) -> bool:
        """True for a word that was not there yet."""
        mark = int.from_bytes(sha256(word.encode("utf-8", "backslashreplace")).digest()[:8]) or 1
        if not _put(self._table, mark):
            return False
        self._count += 1
        if self._count * 2 > len(self._table):
            larger = array("Q", bytes(16 * len(self._table)))
            for one in self._table:
                if one:
                    _put(larger, one)
            self._table = larger
        return True


def _put(table: array[int], mark: int) -> bool:
    at, last = mark % len(table), len(table) - 1
    while table[at]:
        if table[at] == mark:
            return False
        at = 0 if at == last else at + 1
    table[at] = mark
    return True


def _bounded(name: str) -> str:
    shown = "".join(char for char in " ".join(name.split()) if char.isprintable())
    if len(shown) <= LONGEST_NAME:
        return shown
    return f"{shown[:LONGEST_NAME]}~{sha256(name.encode('utf-8', 'backslashreplace')).hexdigest()[:12]}"
