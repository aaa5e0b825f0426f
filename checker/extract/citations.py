"""Citations of law in a document, each with what its sentence says the rule does (typology 4)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from checker.extract.citation_grammar import Found, find_references
from checker.extract.citation_words import Mark, Written, words_of_citations
from checker.extract.described_rules import Described, describe
from checker.extract.languages import READ_LANGUAGES
from checker.extract.quantities import find_quantities
from checker.extract.timing import find_times
from checker.model import BlockKind, Cited, Document, Span
from checker.text import Shadow, fold

READ_KINDS = frozenset({BlockKind.HEADLINE, BlockKind.BODY, BlockKind.QUOTE})
MAX_MENTIONS = 2000
"""The work budget of one document: what cites more is no article."""
_MAX_LINE = 4000
_LOOK_BACK = 3
"""How many sentences back a target may have been named."""
_COUNCIL = frozenset({"", "UN", "UNSC"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Citing words: ``document.text[start:end] == exact``, in the sentence ``sentence``.

    ``kind`` and ``head`` are those of the grammar (``Found``); ``ranged`` means that ``cited`` holds the two ends of
    a range; ``vague`` that neither number nor year is cited; ``anaphor`` that the numbers come from a citation before.
    """

    exact: str
    start: int
    end: int
    sentence: Span
    cited: tuple[Cited, ...] = ()
    vague: bool = False
    described: Described = field(default_factory=Described)
    anaphor: bool = False
    kind: str = "number"
    head: str = "resolution"
    ranged: bool = False


def find_citations(document: Document, sentences: tuple[Span, ...]) -> tuple[Mention, ...]:
    """The citing words of a document in a language that is read, in order and never overlapping.

    ``sentences`` are those of the blocks that are read; when there are none (nothing else of interest stood in the
    document) its lines serve. Words that only point back ("that resolution") count where a rule is described.
    """
    if document.language not in READ_LANGUAGES:
        return ()
    words = words_of_citations(document.language)
    shadow = fold(document.text)
    anchors = [hit.start() for hit in words.anchor.finditer(shadow.text)]
    if not anchors:
        return ()
    reader = _Reader(document, shadow, anchors)
    mentions: list[Mention] = []
    for place, span in enumerate(spans := sentences or _lines(document)):
        mentions.extend(reader.read(span, spans[max(0, place - _LOOK_BACK) : place], mentions))
        if len(mentions) >= MAX_MENTIONS:
            break
    return tuple(mentions[:MAX_MENTIONS])


def _lines(document: Document) -> tuple[Span, ...]:
    """The lines of the blocks that are read (of the whole text when there are no blocks), cut where they are endless."""
    spans: list[Span] = []
    blocks = [(block.start, block.end) for block in document.blocks if block.kind in READ_KINDS]
    for start, end in blocks if document.blocks else [(0, len(document.text))]:
        while start < end:
            stop = document.text.find("\n", start, end)
            stop = min(stop if stop >= 0 else end, start + _MAX_LINE)
            if document.text[start:stop].strip():
                spans.append(Span(start, stop))
            start = stop + 1 if document.text[stop : stop + 1] == "\n" else max(stop, start + 1)
    return tuple(spans)


@dataclass(frozen=True, slots=True)
class _Reader:
    document: Document
    shadow: Shadow
    anchors: list[int]

    def written(self) -> Written:
        text, shadow = self.document.text, self.shadow

        def written(start: int, end: int) -> str:
            span = shadow.to_source(start, end)
            return text[span.start : span.end]

        return written

    def read(self, span: Span, before: tuple[Span, ...], known: list[Mention]) -> Iterator[Mention]:
        """The mentions of one sentence; ``known`` are those of the sentences before."""
        low, high = self.shadow.from_source(span.start), self.shadow.from_source(span.end)
        at = bisect_left(self.anchors, low)
        unit = any(word in self.shadow.text[low:high] for word in ("annex", "paragraph", "§")) if known else False
        if not unit and (at == len(self.anchors) or self.anchors[at] >= high):
            return
        written = self.written()
        references = find_references(self.shadow.text, low, high, self.document.language, written)
        if not references:
            return
        marks = self.marks(low, high, written)
        references = tuple(one for one in references if not _is_negated(self.shadow.text, one, marks))
        firm = any(one.kind == "number" and _COUNCIL & {c.body for c in one.cited} for one in references)
        places = [one for one in references if one.kind not in ("bare", "anaphor")]
        around = self.around(before, written)
        for one in references:
            if one.kind == "bare" and firm:
                continue
            if one.kind == "vague" and firm and one.head != "resolution" and {c.body for c in one.cited} <= _COUNCIL:
                continue
            ranges = _scope(self.shadow.text, one, places, low, high)
            described = self.described(one, marks, ranges, span, around)
            mention = self.mention(one, span, described, marks, known)
            if mention is not None:
                known = [*known[-20:], mention]
                yield mention

    def marks(self, low: int, high: int, written: Written) -> tuple[Mark, ...]:
        words = words_of_citations(self.document.language)
        return tuple(words.scan(self.shadow.text, low, high, written))

    def around(self, before: tuple[Span, ...], written: Written) -> tuple[tuple[str, ...], Described]:
        """Actors named in the sentences before, the nearest first, and what the last of them speaks of."""
        actors: list[str] = []
        last = Described()
        for place, span in enumerate(reversed(before)):
            low, high = self.shadow.from_source(span.start), self.shadow.from_source(span.end)
            spoken = describe(self.shadow.text, self.marks(low, high, written), high, high)
            actors.extend(spoken.targets)
            last = spoken if place == 0 else last
        return tuple(dict.fromkeys(actors)), last

    def described(
        self,
        one: Found,
        marks: tuple[Mark, ...],
        ranges: tuple[tuple[int, int], ...],
        span: Span,
        around: tuple[tuple[str, ...], Described],
    ) -> Described:
        """The rule as described in ``ranges``; where they say nothing, the whole sentence, then the one before."""
        text, embargo = self.shadow.text, one.head == "embargo"
        inside = tuple(m for m in marks if any(low <= m.start and m.end <= high for low, high in ranges))
        found = describe(text, inside, one.start, one.end, embargo)
        whole = describe(text, marks, one.start, one.end, embargo)
        if not found.verbs:
            found = replace(found, verbs=whole.verbs, past=whole.past, ended=whole.ended)
        if not found.activities:
            found = replace(found, maybe=(*found.maybe, *whole.activities, *around[1].activities))
        source = self.document.text[span.start : span.end]
        first, last = self.shadow.to_source(one.start, one.end).start, self.shadow.to_source(one.start, one.end).end
        times = find_times(source, self.document.language, self.document.published, span.start)
        amounts = find_quantities(source, self.document.language, span.start)
        return replace(
            found,
            around=tuple(dict.fromkeys((*whole.targets, *around[0]))),
            times=tuple(t for t in times if t.span.end <= first or last <= t.span.start),
            dated=tuple(t for t in times if first < t.span.end and t.span.start < last),
            amounts=tuple(q for q in amounts if q.span.end <= first or last <= q.span.start),
        )

    def mention(
        self, one: Found, span: Span, described: Described, marks: tuple[Mark, ...], known: list[Mention]
    ) -> Mention | None:
        """The mention of ``one``; None for words that point back to nothing, or where no rule is described."""
        cited, start, end = one.cited, one.start, one.end
        if one.kind == "anaphor":
            last = next((m for m in reversed(known) if any(c.number for c in m.cited)), None)
            if last is None or not (described.activities or described.verbs):
                return None
            if one.head in ("resolution", "text") and not (described.activities and described.says_law):
                return None
            cited = _pointed(one, last.cited)
        elif one.kind == "bare":
            tied, end = _tied(self.shadow.text, one, marks)
            # "The Syrian regime" is no law; a regime that was renewed and has ended is.
            known = described.activities or (one.head == "regime" and described.ended and "renews" in described.verbs)
            if not tied or not known or not (described.targets or described.around):
                return None
        source = self.shadow.to_source(start, end)
        return Mention(
            self.document.text[source.start : source.end],
            source.start,
            source.end,
            span,
            cited,
            one.kind in ("vague", "bare"),
            described,
            one.kind == "anaphor",
            one.kind,
            one.head,
            one.ranged,
        )


def _is_negated(text: str, one: Found, marks: tuple[Mark, ...]) -> bool:
    """True for "no UN embargo", "jamais sous embargo": a law that the text says is not there cites none.

    "jamais ... qu'une interdiction" says that it is there.
    """
    if one.kind not in ("vague", "bare") or text[max(0, one.start - 5) : one.start].rstrip().endswith(
        ("qu'", "que", "but")
    ):
        return False
    reach = 2 if one.kind == "vague" else 60
    return any(mark.kind == "negation" and -1 <= one.start - mark.end <= reach for mark in marks)


def _pointed(one: Found, last: tuple[Cited, ...]) -> tuple[Cited, ...]:
    """The last citation with the paragraphs named now; "the same annex" keeps its annex."""
    base = next(cited for cited in last if cited.number is not None)
    if not one.cited:
        return (replace(base, paragraph=""),) if len(last) == 1 else last
    annex = base.paragraph[:8] if one.head == "annex" and base.paragraph.startswith("Annex ") else ""
    return tuple(replace(base, paragraph=f"{annex}{cited.paragraph}".strip()) for cited in one.cited)


def _scope(text: str, one: Found, places: list[Found], low: int, high: int) -> tuple[tuple[int, int], ...]:
    """The stretches of a sentence in which the rule of ``one`` is described.

    The clause between semicolons; among several citations what stands between them: before the words when a
    preposition introduces them ("banned by resolution 2371"), after them otherwise.
    """
    left = text.rfind(";", low, one.start) + 1 or low
    right = text.find(";", one.end, high)
    right = right if right >= 0 else high
    before = max((p.end for p in places if p.end <= one.start and not _joined(text, p.end, one.start)), default=left)
    after = min(
        (p.start for p in places if p.start >= one.end and not _joined(text, one.end, p.start)), default=right
    )
    before, after = max(before, left), min(after, right)
    first, last = (before, one.start), (one.start, after)
    if before == left and after == right:
        return first, last
    return (first, (one.start, one.end)) if one.by and before < one.start - 12 else (last,)


def _joined(text: str, start: int, end: int) -> bool:
    """True when only "and", "or" or a comma stands between two citations: one description serves both."""
    return end - start < 8 and text[start:end].strip(" ,") in ("", "and", "or", "et", "ou", "&")


def _tied(text: str, one: Found, marks: tuple[Mark, ...]) -> tuple[bool, int]:
    """Whether a law word without a body is tied to a target or a thing in the same breath, and where it then ends.

    "the arms embargo on South Sudan" ends with the name, "the coal ban" and "a travel ban" with the law word.
    """
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if mark.kind in ("name", "place") and one.end <= mark.start <= one.end + 45:
            if not any(char in text[one.end : mark.start] for char in ",;:.!?("):
                return True, mark.end
        elif mark.kind in ("name", "place") and text[mark.end : one.start] in (" ", "'s "):
            return True, one.end
    things = (mark for mark in marks if mark.kind in ("rule", "thing"))
    return any(
        one.start <= m.start <= one.end + 30 and not any(char in text[one.end : m.start] for char in ",;:.!?(")
        for m in things
    ), one.end
