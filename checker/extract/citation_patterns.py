"""The shapes of a citation in one language, as patterns over a folded text (typology 4.2); all repetition is bounded."""

from __future__ import annotations

import re
from functools import lru_cache

from checker.extract.citation_words import CitationWords, words_of_citations
from checker.model import Cited
from checker.patterns import late
from checker.records import record

_YEAR = r"(?:19[4-9]\d|20\d\d)(?!\w)"
# After "adopted" a year behind one of these is no longer that of the adoption: "adopted to stop them by 2019".
_NOT_OF_ADOPTION = (
    r"(?:until|before|since|that|which|and|but|to|requires?|obliges?|bans?|bars?|expir\w+|renewed|extended"
    r"|jusqu\w+|avant|depuis|qui|que|et|mais|oblige|impose|interdit|pour|prorog\w+|d'ici)(?!\w)"
)
MOST = 40
"""A list or range of more numbers than this is cut: no text cites so many."""
_NUMBER = (
    r"(?P<n>\d[ .,]\d{3}|\d{3,5}|\d{1,2}(?= ?\((?:19|20)\d\d\)))(?!\w)(?: ?\( ?(?P<y>(?:19|20)\d\d) ?\)|/(?P<slash>(?:19|20)\d\d)(?!\d))?"
    r"(?!/?\d|[.,]\d| ?(?:x ?\d|×|dpi|pixels)|(?<!\))%)"
)
LETTERS = r"(?: ?\(?[a-z]{1,4}\)){0,3}"
NUMBER = late(rf"(?:s/res/)?{_NUMBER}")
# After these languages' nouns an adjective of nationality may follow without a preposition.
_ADJECTIVE_FOLLOWS = frozenset({"fr"})
# Numbers of other bodies' instruments, the same in both languages.
_INSTRUMENTS = (
    ("UNGA", r"a/res/(?:es-)?\d{1,2}/(?:l\.)?\d{1,4}|(?:a/)?es-\d{1,2}/(?:l\.)?\d{1,3}"),
    ("US", r"h\. ?(?:con\. ?|j\. ?)?r(?:es)?\. ?\d{1,5}|s\. ?(?:con\. ?|j\. ?)?res\. ?\d{1,5}"),
    ("US", r"executive order (?:no\.? ?)?\d{4,5}|e\. ?o\. ?\d{5}"),
    (
        "EU",
        r"(?:(?:council |implementing |delegated ){0,2}(?:regulation|decision|directive)|reglement(?: d'execution)?"
        r"|decision) ?\(?(?:eu|ue|ec|ce|cfsp|pesc)\)? ?(?:no\.? ?|n° ?)?\d{2,4}/\d{1,4}(?:/(?:cfsp|pesc))?",
    ),
    ("EU", r"(?:council )?decision \d{4}/\d{1,4}/(?:cfsp|pesc)"),
    ("IAEA", r"gov/\d{4}/\d{1,3}"),
)


@record
class Found:
    """Citing words at ``start`` to ``end`` of the folded text.

    ``kind``: ``number``, ``year``, ``vague`` (a body and a law word), ``bare`` (a law word alone), ``anaphor``,
    ``other`` (an instrument of another body). ``head`` is ``resolution``, ``text``, ``paragraph``, ``annex`` or a
    kind of measure; ``ranged`` means that the two numbers are the ends of a range; ``by`` that a preposition such as
    "under" stands before.
    """

    start: int
    end: int
    kind: str
    cited: tuple[Cited, ...]
    head: str = "resolution"
    ranged: bool = False
    plural: bool = False
    by: bool = False


@record
class Patterns:
    """The shapes of one language, each compiled when it is first used: what stands before a head noun, after it, and apart from it."""

    head: re.Pattern[str]
    body: re.Pattern[str]
    before: re.Pattern[str]
    number: re.Pattern[str]
    join: re.Pattern[str]
    day: re.Pattern[str]
    year_tail: re.Pattern[str]
    from_tail: re.Pattern[str]
    body_tail: re.Pattern[str]
    far_body: re.Pattern[str]
    made_by: re.Pattern[str]
    adopter: re.Pattern[str]
    assembly: re.Pattern[str]
    paragraph_before: re.Pattern[str]
    paragraph_after: re.Pattern[str]
    paragraph_alone: re.Pattern[str]
    same_annex: re.Pattern[str]
    annex_again: re.Pattern[str]
    symbol: re.Pattern[str]
    instrument: re.Pattern[str]
    regime: re.Pattern[str]
    introduced: re.Pattern[str]
    draft: re.Pattern[str]
    personal: re.Pattern[str]
    committee: re.Pattern[str]
    of_committee: re.Pattern[str]
    about: re.Pattern[str]
    agency: re.Pattern[str]
    listing: re.Pattern[str]


@lru_cache(maxsize=8)
def patterns_of(language: str) -> Patterns:
    """The patterns built from the citation words of ``language``."""
    words = words_of_citations(language)
    any_of = words.any
    det, body, modifier = any_of("det", "anaphor", "count"), any_of("body"), any_of("modifier")
    mark = f"(?:{any_of('number_mark')} ?)?"
    heads = "|".join(f"(?P<{kind}>{any_of(kind)})" for kind in ("resolution", "text", "measure"))
    numbers, apart = _numbers(words), _numbers(words, alone=True)
    annex = rf"{any_of('annex')} (?:\(?[a-c]\)?)(?!\w)"
    any_annex = rf"(?:{annex}|{any_of('annex')})"
    link = f"(?:{any_of('of')}) ?(?:{det} ?)?"
    between = f"(?: {body})?" if language in _ADJECTIVE_FOLLOWS else ""
    adjective = f"(?: {modifier}){{0,2}} {body}|" if language in _ADJECTIVE_FOLLOWS else ""
    sources = f"(?: {modifier}){{0,2}}(?: {any_of('imposed')})?(?: {modifier})? {any_of('source')} ?(?:{det} ?)?"
    instruments = "|".join(f"(?P<{name}{at}>{shape})" for at, (name, shape) in enumerate(_INSTRUMENTS))
    return Patterns(
        head=late(heads),
        body=late(body),
        before=late(
            rf"(?P<det>{det} ?)?(?:{modifier} ){{0,2}}(?:(?P<year>{_YEAR}) )?"
            rf"(?:(?P<b1>{body})(?:'s?)?(?:(?:,? (?:{any_of('and')}) |/)(?P<b2>{body})(?:'s?)?)? )?"
            rf"(?:(?P<year2>{_YEAR}) )?(?:(?:{modifier}|\d{{1,2}}(?:th|st|nd|rd|e|er)) ){{0,3}}$"
        ),
        number=late(rf"(?: ?\(?s/res/|{between} {mark}|-){_NUMBER}"),
        join=late(rf"(?P<to> ?- ?|,? (?:{any_of('to')}) )|(?P<and>,? (?:{any_of('and')}) |, )(?:{det} ?)?{mark}"),
        day=late(
            rf",? (?:{any_of('of')}|{any_of('dated')}) ?(?:\d{{1,2}}(?:er|st|nd|rd|th)? [a-z]{{3,9}}|[a-z]{{3,9}} \d{{1,2}},?)"
            rf"(?:,? {_YEAR})?(?![.,]?\w)"
        ),
        year_tail=late(
            rf",? (?:{any_of('adopted')}(?: (?!{_NOT_OF_ADOPTION})[\w']{{1,14}}){{0,9}}?|{any_of('dated')}(?: \d{{1,2}}(?:er|st|nd|rd|th)?)?"
            rf"(?: [a-z]{{3,9}}\.?)?) (?P<y>{_YEAR})(?![.,]\d)"
        ),
        from_tail=late(rf",? {any_of('from_year')}(?: [a-z]{{3,9}})? (?P<y>{_YEAR})(?![.,]\d)"),
        body_tail=late(rf"(?:{adjective}{sources}{body})(?:,? (?:{any_of('and')}) {body})?"),
        far_body=late(rf"(?: [\w'-]{{1,20}}){{0,4}} {any_of('relative')} ?(?:{det} ?)?(?P<b>{body})"),
        made_by=late(
            rf"(?:,? [\w'$€%.-]{{1,20}}(?:,\d{{3}})?){{0,7}}?,? {any_of('imposed')} (?:by|par|in|at|a) ?(?:{det} ?)?(?P<b>{body})"
        ),
        adopter=late(
            rf"(?P<b>{body}) (?:[a-z]{{1,4}} ){{0,2}}(?:{any_of('adopted')}|{any_of('imposed')}) ?(?:{det} ?)?$"
        ),
        assembly=late(r" (?:no\.? ?|n° ?)?(?P<n>\d{1,2}/\d{1,4}|\d{3,4} ?\([ivx]{1,8}\))(?!\w)"),
        paragraph_before=late(
            rf"(?:(?P<inner>(?:{any_of('unit')} \(?[a-z]{{1,4}}\) {link}){{0,2}})(?P<sub>{numbers})(?:,? {link}(?P<annex>{annex}))?|(?P<annex2>{annex}),? (?P<sub2>{numbers})"
            rf"|(?P<annex3>{annex})),? {link}$"
        ),
        paragraph_after=late(
            rf"(?:, ?| \(| )(?:(?:in|at|under|dans|au|en|a|whose|dont) )?(?:(?:its|the|son|sa|le|la) |l')?"
            rf"(?:(?P<annex>{annex})(?:,? (?:{any_of('of')} )?(?P<sub>{numbers}))?|(?P<sub2>{numbers})"
            rf"(?: {link}(?P<annex2>{annex}))?)"
        ),
        paragraph_alone=late(
            rf"(?:(?P<annex2>{annex}),? (?P<sub2>{apart})|(?P<sub>{apart})(?: {link}(?P<annex>{any_annex}))?)"
            r"(?! ?\(?[a-z]\)| (?:of|de|du|a|to) )"
        ),
        same_annex=late(rf"(?P<sub>{numbers}) (?:{any_of('of')}) ?{any_of('anaphor')} {any_of('annex')}"),
        annex_again=late(rf"{any_of('anaphor')} {any_of('annex')}(?! ?\(?[a-c]\)?(?!\w))"),
        symbol=late(rf"(?<![\w/])s/res/{_NUMBER}"),
        instrument=late(rf"(?<![\w/.])(?:{instruments})(?![\w/])"),
        regime=late(
            rf"(?<![\w/.,-])(?P<n>\d{{3,4}}) (?:{any_of('measure')})(?: regime)?|(?:regime|sanctions) (?P<n2>\d{{3,4}})(?![\w/.,]\d)"
        ),
        introduced=late(rf"{any_of('by')} ?(?:{det} ?)?(?:{body} )?$"),
        draft=late(rf"{any_of('draft')} ?(?:{det} ?)?(?:{body}(?:'s)? )?(?:{modifier} )?$"),
        personal=late(rf"{any_of('personal')} $"),
        committee=late(
            rf"{any_of('committee')}(?: [\w']{{1,15}}){{0,5}} {any_of('created')}(?: [\w']{{1,12}}){{0,3}} ?$"
        ),
        of_committee=late(
            rf"{any_of('committee')}(?:'s)? (?:{any_of('of')} ?)?(?:des |on |sur )?(?:{det} ?)?(?:{body} )?$"
        ),
        about=late(rf" {any_of('about')}"),
        agency=late(any_of("agency")),
        listing=late(any_of("listing")),
    )


def _numbers(words: CitationWords, alone: bool = False) -> str:
    """One paragraph or a list or range of them, with the word that says so; ``alone`` when no resolution stands beside."""
    unit = rf"(?:{words.any('unit')}|(?<!\w)op(?=\d))"
    mark = f"(?:{words.any('number_mark')} ?)?"
    one = rf"\d{{1,2}}(?!\d)(?:[a-h](?!\w))?{LETTERS}"
    more = rf"(?:(?:, ?|,? {words.any('and', 'to')} | ?- ?)(?:{unit} ?)?{one}){{0,7}}"
    return (
        rf"(?:{unit} ?{mark}{one}{more}|{unit} {words.any('cardinal', 'ordinal')}"
        # "Un premier point" counts points of view: alone, only a paragraph is counted so.
        rf"|{words.any('ordinal')} {'(?=operative |para|alin)' if alone else ''}{unit})"
    )


def number_of(hit: re.Match[str]) -> tuple[int, int | None]:
    """The number and the year of a match of ``NUMBER``."""
    year = hit["y"] or hit["slash"]
    return int(re.sub(r"\D", "", hit["n"])), int(year) if year else None


def without_pointer(folded: str, first: int, head: int, words: CitationWords) -> int:
    """Where the words begin without "that" or "this": with a number they point to nothing."""
    word = next((w for w in words.forms["anaphor"] if folded.startswith(w + " ", first, head)), "")
    return first + len(word) + 1 if word and word not in words.forms["near"] else first


def numbers_after(
    folded: str, at: int, end: int, plural: bool, shapes: Patterns
) -> tuple[list[tuple[int, int | None]], int, bool]:
    """The numbers that follow a head noun, where they end, and whether they are the ends of a range."""
    hit = shapes.number.match(folded, at, end)
    found: list[tuple[int, int | None]] = []
    ranged = False
    while hit is not None and len(found) < MOST:
        found.append(number_of(hit))
        at = hit.end()
        join = shapes.join.match(folded, at, end) or _join_after_day(folded, at, end, shapes)
        if join is None or (join.group() == ", " and not plural and found[-1][1] is None):
            break
        hit = NUMBER.match(folded, join.end(), end)
        if hit is None or (not plural and len(hit["n"]) < 4 and not (hit["y"] and found[-1][1])):
            break
        ranged = ranged or join["to"] is not None
    return found, at, ranged and len(found) == 2


def _join_after_day(folded: str, at: int, end: int, shapes: Patterns) -> re.Match[str] | None:
    """The join behind the day of a resolution in a list: *849 (1993) of 9 July 1993, 854 (1993) of ...*."""
    day = shapes.day.match(folded, at, end)
    join = shapes.join.match(folded, day.end(), end) if day is not None else None
    after = NUMBER.match(folded, join.end(), end) if join is not None else None
    return join if after is not None and (after["y"] or after["slash"]) else None
