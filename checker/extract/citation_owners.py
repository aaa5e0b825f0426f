"""Measures that a State or another body keeps as its own: "the EU renewed its sanctions", "lists of their own"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from checker.extract.citation_patterns import Found
from checker.extract.citation_words import CitationWords, Written, words_of_citations
from checker.model import Cited
from checker.patterns import late
from checker.records import record

_COUNCIL = frozenset({"UN", "UNSC", "int"})
_KINDS = frozenset({"sanctions", "embargo", "ban", "cap", "freeze", "travel", "curb"})
_IMPOSED = frozenset({"sanctions", "curb", "embargo", "cap", "travel"})
_REACH = 120
_BEFORE = 250
"""How far back, beyond the sentence too, stands the body that "measures of its own" speaks of."""
_LIST = r"(?:measures|mesures|blacklists?|sanctions lists?|lists?|listes?(?: noires?| de sanctions)?)"
_NOT_OF_PRICES = ("limit", "quota")
"""Limits that anybody sets on anything: no measure against somebody."""
_SEPARATE = ("list", "measures", "rules", "mesures", "regles")
_STOP = re.compile(r"[;:!?]|\. ")
# Between a body and its verb these begin what somebody else does.
_ELSEWHERE = re.compile(
    r"(?<!\w)(?:that|which|who|whom|by|said|says|accus\w{0,4}|against|que|qui|par|contre|dit|selon|against|on|sur)(?!\w)|qu'"
)


@record
class _Shapes:
    """The patterns of one language: possessives before a measure, what follows one, verbs that make one."""

    body: re.Pattern[str]
    own: re.Pattern[str]
    of_own: re.Pattern[str]
    separate: re.Pattern[str]
    makes: re.Pattern[str]
    measure: re.Pattern[str]
    oil_cap: re.Pattern[str]
    those: re.Pattern[str]
    listing: re.Pattern[str]


@lru_cache(maxsize=8)
def _shapes(language: str) -> _Shapes:
    any_of = words_of_citations(language).any
    measure, body = any_of("measure"), any_of("body", "state")
    return _Shapes(
        late(body),
        late(
            rf"(?<!\w)(?:its|their|son|sa|ses|leurs?) (?:(?:(?:own|propres?) )(?:[\w-]{{1,16}} ){{0,2}}?(?P<l>{_LIST})(?!\w)"
            rf"|(?:[\w-]{{1,16}} ){{0,3}}?(?P<m>{measure}))"
        ),
        late(rf"(?<!\w)(?:{_LIST}|sanctions|restrictions|regimes?) (?:of (?:its|their) own|propres? a)(?!\w)"),
        late(
            rf"(?P<b>{body})(?:(?:'s?)? (?:own|separate|national|autonomous|restrictive) (?:measures|lists?|rules)|'s? (?:blacklist|sanctions list|list))(?!\w)"
            rf"|(?:(?:mesures|listes?|regles) (?:distinctes?|propres|restrictives|autonomes|nationales)|liste(?: noire| de sanctions)?) (?:de l'|de la |des |du |de |d'|a la |a l')(?P<b2>{body})"
        ),
        late(any_of("makes")),
        late(measure),
        late(
            r"(?<!\w)(?:(?:price )?(?:cap|ceiling|limit)s? (?:\w{1,9} )?(?:on|to|for) (?:the price of )?(?:russian|russia's|urals?)"
            r"|plafond\w{0,6} (?:des prix |de prix |du prix )?(?:(?:applique|impose|fixe)e?s? )?(?:au |du |sur le |a |sur )?(?:prix )?(?:du |de )?"
            r"(?:brut|petrole|baril) (?:russe|de l'oural))(?!\w)"
        ),
        late(rf"(?<!\w)(?:celles?|those) (?:de l'|de la |des |du |de |d'|of (?:the )?)(?P<b>{body})"),
        late(
            rf"(?P<b>{body})(?: (?:has|have|had|a|ont|avait))?(?: \w{{1,10}})? (?:add(?:s|ed)?|put|placed?|ajout\w{{1,3}}|inscri\w{{1,3}}|plac\w{{1,3}})"
            r"(?: [\w'-]{1,20}){1,8}? (?:to|on|a|sur|dans) (?:its|their|sa|ses|leurs?) (?:own |propres? )?(?:sanctions )?(?:black)?(?:list|liste)s?(?!\w)"
        ),
    )


def find_owned(folded: str, start: int, end: int, language: str, written: Written, council: bool) -> Iterator[Found]:
    """The measures in ``folded[start:end]`` of which the text says that a body other than the Council has or makes them.

    ``council`` tells whether "the Council" is the Security Council in this document.
    """
    shapes, words = _shapes(language), words_of_citations(language)

    def owner(at: int, low: int, own_verb: bool = False) -> str:
        return _owner(folded, low, at, shapes, words, written, council, own_verb)

    piece = folded[start:end]

    def holds(*parts: str) -> bool:
        return any(part in piece for part in parts)

    for hit in shapes.those.finditer(folded, start, end) if holds("celles", "those") else ():
        body = _body(folded, hit.start("b"), hit.end("b"), words, written, council)
        said = words.occurs(folded, max(0, start - _BEFORE), hit.start(), "measure")
        if body and body not in _COUNCIL and said:
            yield _found(hit.start(), hit.end(), body, "sanctions")
    for hit in shapes.listing.finditer(folded, start, end) if holds("list") else ():
        body = _body(folded, hit.start("b"), hit.end("b"), words, written, council)
        if body and body not in _COUNCIL:
            yield _found(hit.start(), hit.end(), body, "sanctions")
    for hit in shapes.oil_cap.finditer(folded, start, end) if holds("russia", "ural", "russe") else ():
        yield _found(hit.start(), hit.end(), "other", "cap")
    if holds(" own", "propre") and words.occurs(folded, max(0, start - _BEFORE), end, "body", "state"):
        for hit in shapes.of_own.finditer(folded, start, end):
            named = [
                body
                for _, body in _bodies(
                    folded, max(0, hit.start() - _BEFORE), hit.start(), shapes, words, written, council
                )
            ]
            body = next((body for body in reversed(named) if body not in _COUNCIL), "")
            if body:
                yield _found(hit.start(), hit.end(), body, "sanctions")
    if not words.occurs(folded, start, end, "body", "state"):
        return
    for hit in (
        shapes.own.finditer(folded, start, end)
        if words.occurs(folded, start, end, "measure") or holds("list")
        else ()
    ):
        kind = words.value("measure", hit["m"]) if hit["m"] else "sanctions"
        body = owner(hit.start(), max(start, hit.start() - _REACH)) if kind in _KINDS else ""
        if body:
            yield _found(hit.start(), hit.end(), body, kind)
    for hit in shapes.separate.finditer(folded, start, end) if holds(*_SEPARATE) else ():
        name = "b" if hit["b"] else "b2"
        body = _body(folded, hit.start(name), hit.end(name), words, written, council)
        if body and body not in _COUNCIL:
            yield _found(hit.start(), hit.end(), body, "sanctions")
    if not (words.occurs(folded, start, end, "makes") and words.occurs(folded, start, end, "measure")):
        return
    for verb in shapes.makes.finditer(folded, start, end):
        body = owner(verb.start(), max(start, verb.start() - _REACH), own_verb=True)
        if not body:
            continue
        made = next(
            (
                one
                for one in shapes.measure.finditer(folded, verb.end(), min(end, verb.end() + 60))
                if words.value("measure", one.group()) in _IMPOSED and not one.group().startswith(_NOT_OF_PRICES)
            ),
            None,
        )
        if made is None or _STOP.search(folded, verb.end(), made.start()):
            continue
        if not any(True for _ in _bodies(folded, verb.end(), made.start(), shapes, words, written, council)):
            yield _found(made.start(), made.end(), body, words.value("measure", made.group()))


def _found(start: int, end: int, body: str, head: str) -> Found:
    return Found(start, end, "vague", (Cited(body),), head)


def _bodies(
    folded: str, start: int, end: int, shapes: _Shapes, words: CitationWords, written: Written, council: bool
) -> Iterator[tuple[int, str]]:
    """Where each body or State named in a stretch ends, and what it is."""
    for hit in shapes.body.finditer(folded, start, end):
        body = _body(folded, hit.start(), hit.end(), words, written, council)
        if body:
            yield hit.end(), body


def _body(folded: str, start: int, end: int, words: CitationWords, written: Written, council: bool) -> str:
    form = folded[start:end]
    if words.value("state", form):
        return words.value("state", form) if written(start, end)[:1].isupper() else ""
    return words.value("body", form) if words.is_body(folded, start, end, written, council) else ""


def _owner(
    folded: str,
    low: int,
    at: int,
    shapes: _Shapes,
    words: CitationWords,
    written: Written,
    council: bool,
    acting: bool,
) -> str:
    """The last body named before ``at`` with no stop between, or empty; ``acting`` when it must be the subject of a verb."""
    named = list(_bodies(folded, low, at, shapes, words, written, council))
    last, body = named[-1] if named else (at, "")
    if body in _COUNCIL or not body or _STOP.search(folded, last, at):
        return ""
    return "" if acting and _ELSEWHERE.search(folded, last, at) else body
