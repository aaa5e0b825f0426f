"""Law cited by its maker and by what it lays down: "the Council told all States to", "limited by the UN to", ", the Council ruled"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from checker.extract.citation_patterns import Found, patterns_of
from checker.extract.citation_words import Written, words_of_citations
from checker.model import Cited
from checker.patterns import late

_COUNCIL = frozenset({"UN", "UNSC"})
_LAYS_DOWN = frozenset({"prohibits", "requires", "caps"})
_MOST_WORDS = 5
"""The words of the longest form that lays down law, and how far before "by the Council" its verb may stand."""
_WORD = re.compile(r"[\w'-]+")
_BETWEEN = late(
    r",? ?(?:(?:that|which|who|qui|has|have|had|itself|also|then|later|finally|since|already|long|a|ont|avait|avaient|lui-meme|aussi|ensuite|enfin|depuis|deja"
    r"|l'|les?|la|unanimously|a l'unanimite|(?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )*"
)
# Words of speech lay down law only when they are said to States; what a hand does, the Council alone does by law.
_SPOKEN = ("den", "told", "tell", "says", "nie", "dit")
_BY_HAND = (
    *("stop", "halt", "cut", "keep", "kept", "clos", "shut", "block", "seal", "strip", "prevent", "gave", "give", "direct", "bound", "must", "had to"),
    *("coup", "ferm", "bloqu", "stopp", "empech", "prive", "expuls", "donn", "doit", "doivent", "prevoi", "command"),
)
_TO_STATES = late(
    r" (?:to )?(?:all|every|each|any|member|other|a|aux|tous|toutes|chaque|les)? ?(?:the )?(?:un |host )?(?:states?|countr\w{1,3}|nations?|governments?|capitals?|members?|etats?|pays|gouvernements?|capitales?)(?!\w)"
)
_AUXILIARY = late(r"(?<!\w)(?:has|have|had|a|ont|avait|avaient) $")
_ASIDE = late(r"(?:[\w'-]{1,14} ){1,4}")
_SPACE = re.compile(" ")
_DECIDED = late(r"(?<!\w)(?:a )?(?:decide|tranche|statue|juge|arrete) (?:l'|la |le |les )?$")
_BY = late(r"(?<!\w)(?:by|par) ?(?:(?:the|le|la|les|l') ?)?$")


@lru_cache(maxsize=8)
def _verbs(language: str) -> dict[str, str]:
    """The forms of laying down, and of ruling, with their class: ``law`` or ``ruling``."""
    forms = words_of_citations(language).forms
    laws = {form: "law" for kind in ("law", "law_past") for form, value in forms[kind].items() if value in _LAYS_DOWN}
    return dict.fromkeys(forms["ruling"], "ruling") | laws


def find_makers(
    folded: str, start: int, end: int, language: str, written: Written, council: bool
) -> Iterator[Found]:
    """The words in ``folded[start:end]`` that name the Council as the maker of what the sentence says to be law."""
    words = words_of_citations(language)
    if not words.occurs(folded, start, end, "body"):
        return
    for body in patterns_of(language).body.finditer(folded, start, end):
        value = words.value("body", body.group())
        if not words.is_body(folded, body.start(), body.end(), written, council):
            continue
        if value not in _COUNCIL:
            yield from _ruled_elsewhere(folded, body, value, start, end, language)
            continue
        said = _said_of(folded, body.end(), end, language)
        if said is not None and _lays_down(folded, *said, end, value):
            yield Found(body.start(), said[1], "act", (Cited("UNSC"),), "maker")
            continue
        by = _BY.search(folded, max(start, body.start() - 12), body.start())
        first = _verb_before(folded, start, by.start(), language) if by is not None else None
        if first is not None and _lays_down(folded, first, body.start(), end, value):
            yield Found(first, body.end(), "act", (Cited("UNSC"),), "maker")


def _ruled_elsewhere(
    folded: str, body: re.Match[str], value: str, start: int, end: int, language: str
) -> Iterator[Found]:
    """The words by which another body is said to have ruled so: "the European Union decided", "a décidé l'Union européenne"."""
    said = _said_of(folded, body.end(), end, language)
    if said is not None and _verbs(language)[folded[said[0] : said[1]]] == "ruling":
        yield Found(body.start(), said[1], "act", (Cited(value),), "own")
    before = _DECIDED.search(folded, max(start, body.start() - 24), body.start())
    if before is not None:
        yield Found(before.start(), body.end(), "act", (Cited(value),), "own")


def _said_of(folded: str, at: int, end: int, language: str) -> tuple[int, int] | None:
    """Where the form that lays down law stands of which the maker that ends at ``at`` is the subject."""
    gap = _BETWEEN.match(folded, at, end)
    first = gap.end() if gap is not None else at
    aside = _ASIDE.match(folded, first, end) if _AUXILIARY.search(folded, at, first) else None
    for begin in (first, *(word.end() for word in _SPACE.finditer(folded, first, aside.end() if aside else first))):
        verb = _verb_at(folded, begin, end, language)
        if verb is not None:
            return begin, verb
    return None


def _lays_down(folded: str, at: int, behind: int, end: int, body: str) -> bool:
    """True unless the verb at ``at`` is one of speech to nobody bound, or one of the hand said of the whole United Nations."""
    if folded.startswith(_SPOKEN, at):
        return _TO_STATES.match(folded, behind, end) is not None
    return body == "UNSC" or not folded.startswith(_BY_HAND, at)


def _verb_at(folded: str, at: int, end: int, language: str) -> int | None:
    """Where a form that lays down law ends, when one begins at ``at``; the longest counts."""
    known, found, last = _verbs(language), None, at
    for count, word in enumerate(_WORD.finditer(folded, at, end)):
        if count == _MOST_WORDS or word.start() > last + 1:
            break
        last = word.end()
        if folded[at:last] in known:
            found = last
    return found


def _verb_before(folded: str, start: int, end: int, language: str) -> int | None:
    """Where the nearest form that lays down law begins, among the last words before ``end``."""
    low = max(start, end - 80)
    piece = folded[max(low, max(folded.rfind(mark, low, end) for mark in ",;:(") + 1) : end]
    found = [hit.start() + end - len(piece) for hit in _WORD.finditer(piece)]
    for first in reversed(found[-_MOST_WORDS:]):
        if _verb_at(folded, first, end, language) is not None:
            return first
    return None
