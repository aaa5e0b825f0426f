"""Which paragraph touches which: links of the tables, walked from the older to the newer text and back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from checker.model import Amendment
from checker.records import record

_INNERMOST = re.compile(r"\([a-z0-9]{1,8}\)\Z")


@record
class Amendments:
    """The links by each of their ends; a name is an id (``1718:8(b)``) or the number of a resolution (``2270``)."""

    links: tuple[Amendment, ...]
    by_amending: Mapping[str, tuple[Amendment, ...]]
    by_amended: Mapping[str, tuple[Amendment, ...]]

    def made_by(self, name: str) -> tuple[Amendment, ...]:
        """What a paragraph, or any paragraph of a resolution, does to others, in the order of the table."""
        return tuple(link for one in _names(name) for link in self.by_amending.get(one, ()))

    def made_to(self, name: str) -> tuple[Amendment, ...]:
        """What was done to a paragraph, or to any paragraph of a resolution, in the order of the table."""
        return tuple(link for one in _names(name) for link in self.by_amended.get(one, ()))

    def later(self, name: str) -> tuple[str, ...]:
        """All that touched a paragraph, what touched that, and so on, nearest first and each once."""
        return self._walk(name, self.made_to, lambda link: link.amending)

    def earlier(self, name: str) -> tuple[str, ...]:
        """All that a paragraph touched, what that touched, and so on, nearest first and each once."""
        return self._walk(name, self.made_by, lambda link: link.amended)

    def _walk(
        self, name: str, links: Callable[[str], tuple[Amendment, ...]], end: Callable[[Amendment], str]
    ) -> tuple[str, ...]:
        found: dict[str, None] = {name: None}
        waiting = [name]
        for here in waiting:
            for link in links(here):
                if end(link) not in found:
                    found[end(link)] = None
                    waiting.append(end(link))
        return tuple(found)[1:]


def amendments_of(links: Iterable[Amendment]) -> Amendments:
    """The links of a table, ready to be walked both ways."""
    held = tuple(links)
    return Amendments(held, _grouped(held, lambda link: link.amending), _grouped(held, lambda link: link.amended))


def _grouped(links: tuple[Amendment, ...], end: Callable[[Amendment], str]) -> Mapping[str, tuple[Amendment, ...]]:
    """The links of each paragraph, and, under its bare number, those of all paragraphs of a resolution."""
    found: dict[str, list[Amendment]] = {}
    for link in links:
        name = end(link)
        found.setdefault(name, []).append(link)
        number = name.partition(":")[0]
        if number != name:
            found.setdefault(number, []).append(link)
    return MappingProxyType({name: tuple(held) for name, held in found.items()})


def _names(name: str) -> Iterator[str]:
    """A paragraph and those that it lies in: what touches 1718:8(a) touches 1718:8(a)(i)."""
    yield name
    while ":" in name:
        outer = _INNERMOST.sub("", name)
        if outer == name:
            return
        name = outer
        yield name
