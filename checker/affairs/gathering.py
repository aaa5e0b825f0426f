"""What a run keeps of its documents while they stream past, and the affairs that come of it at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from checker.affair import Telling, Together
from checker.affairs.conduct import IsA
from checker.affairs.copies import near_identical, same_texts
from checker.affairs.describing import affair, first_to_tell, is_affair
from checker.affairs.joining import joined
from checker.affairs.telling import telling
from checker.extract.reading import lexicon_of
from checker.lexicon import Lexicon
from checker.model import Result
from checker.pipeline import Checker


class Gathering:
    """The tellings of a run: of a document without a claim nothing, of others their claims and a sketch of a kilobyte.

    ``lexicon`` gives the words of a language by its code; ``is_a`` says whether an item is a kind of another.
    """

    def __init__(self, lexicon: Callable[[str], Lexicon], is_a: IsA) -> None:
        self._lexicon, self._is_a = lexicon, is_a
        self._tellings: dict[str, Telling] = {}

    def add(self, result: Result) -> None:
        """Take one result; of two with the same document the one whose words sort first counts, whichever came first."""
        if result.error or not result.findings:
            return
        found = telling(result, self._lexicon(result.document.language), self._is_a)
        if found is not None:
            held = self._tellings.get(found.id)
            self._tellings[found.id] = found if held is None else min(held, found, key=repr)

    def together(self) -> Together:
        """The affairs and the near-identical texts of all that was added, the same whatever the order."""
        return together_of(self._tellings.values(), self._is_a)


def together_of(tellings: Iterable[Telling], is_a: IsA) -> Together:
    """What these documents say together; affairs of most origins first, then of most texts, then the earliest."""
    by_id = {one.id: one for one in sorted(tellings, key=lambda one: one.id)}
    texts = near_identical(tuple(by_id.values()))
    sets = joined((account for one in by_id.values() for account in one.accounts), texts, is_a)
    same = same_texts(by_id.values(), texts)
    found = [affair(one, by_id, texts, same, is_a) for one in sets if is_affair(one)]
    found.sort(key=lambda one: (-one.origins, -one.texts, str(one.reports[0].account.published), one.id))
    return Together(tuple(found), _copies(by_id, same))


def _copies(by_id: Mapping[str, Telling], same: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Each text that is nearly the same as an earlier one, with the earliest."""
    heads: dict[str, str] = {}
    for key in sorted(by_id, key=lambda key: first_to_tell(by_id[key])):
        heads.setdefault(same[key], key)
    return tuple((key, heads[same[key]]) for key in by_id if heads[same[key]] != key)


def gathering_with(checker: Checker) -> Gathering:
    """A gathering with the words and the item table that a run works with."""
    return Gathering(lambda code: lexicon_of(code, checker.words, checker.overlay), checker.reference.is_a)
