"""Listed words and phrases with what they mean, found where they stand as whole words, all of them in one pass."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar

from checker.text import fold_each

_WORD = re.compile(r"[^\W_]+")
_FIRST_WORD = re.compile(r"^[^\S\n]*([^\W_]*)", re.MULTILINE)

Meaning = TypeVar("Meaning")
Row = TypeVar("Row")


class WholeWords(Generic[Meaning]):
    """Folded forms with their meanings; letters and figures at the rims of a form may touch none outside it.

    Forms are kept by their first word, and only those whose first word is met are looked at, as meanings are made only
    when they are asked for: so many forms are ready in little time. The work of a search is linear in the text, one
    look a word for each length of such forms.
    """

    def __init__(self) -> None:
        self._listed: list[str] = []
        self._begins: list[int] = []
        self._tables: list[tuple[Sequence[Any], Callable[[Any], Meaning]]] = []
        self._unsorted: defaultdict[str, list[int]] = defaultdict(list)
        self._sorted: dict[str, _Forms] = {}

    def add(self, forms: Iterable[str], rows: Sequence[Row], make: Callable[[Row], Meaning]) -> None:
        """Add forms as they are written, with the row of each, of which ``make`` makes its meaning.

        A form that is added again has one meaning more. All forms are added before the first is looked for.
        """
        keys = fold_each(forms)
        firsts = _FIRST_WORD.findall("\n".join(keys)) if keys else []
        if len(firsts) != len(keys):
            firsts = ["".join(_FIRST_WORD.findall(key)[:1]) for key in keys]
        begin = len(self._listed)
        self._listed += keys
        self._begins.append(begin)
        self._tables.append((rows, make))
        unsorted = self._unsorted
        for at, first in enumerate(firsts, start=begin):
            unsorted[first].append(at)

    def meanings(self, form: str) -> tuple[Meaning, ...]:
        """What a folded form means, in the order of adding; empty when it is none of the forms."""
        first = _WORD.match(form)
        return tuple(
            map(self._meaning, self._beginning(first.group() if first is not None else "").places.get(form, ()))
        )

    def begins(self, word: str) -> bool:
        """True when some form begins with this folded word."""
        return word in self._unsorted

    def _meaning(self, at: int) -> Meaning:
        table = bisect_right(self._begins, at) - 1
        rows, make = self._tables[table]
        return make(rows[at - self._begins[table]])

    def forms(self) -> Iterator[str]:
        """The folded forms in the order of adding, some of them more than once."""
        return map(str.strip, self._listed)

    def find(self, folded: str) -> list[tuple[int, int]]:
        """Where each form begins and ends, in order of the ends, of one end the longest first; overlapping ones too."""
        found: list[tuple[int, int]] = []
        size = len(folded)
        for word in _WORD.finditer(folded):
            if word.group() not in self._unsorted:
                continue
            known, start = self._beginning(word.group()), word.start()
            for length in known.lengths:
                end = start + length
                if folded[start:end] not in known.places or end > size:
                    continue
                if end == size or not folded[end].isalnum() or not folded[end - 1].isalnum():
                    found.append((end, start))
        for form in self._beginning("").places:
            start = folded.find(form)
            while start >= 0:
                end = start + len(form)
                if end == size or not folded[end].isalnum() or not form[-1].isalnum():
                    found.append((end, start))
                start = folded.find(form, start + 1)
        found.sort()
        return [(start, end) for end, start in found]

    def _beginning(self, first: str) -> _Forms:
        """The forms that begin with that word."""
        known = self._sorted.get(first)
        if known is None:
            if first not in self._unsorted:
                return _NONE
            known = self._sorted[first] = _Forms((self._listed[at].strip(), at) for at in self._unsorted[first])
        return known


class _Forms:
    """Forms with the same first word, where in the list each stands, and the lengths they have."""

    def __init__(self, entries: Iterable[tuple[str, int]]) -> None:
        self.places: dict[str, list[int]] = {}
        for form, at in entries:
            if form:
                self.places.setdefault(form, []).append(at)
        self.lengths = {len(form) for form in self.places}


_NONE = _Forms(())
