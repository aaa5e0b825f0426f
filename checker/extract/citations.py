"""Citations of law in a document, each with what its sentence says the rule does (typology 4)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import field, replace
from itertools import islice

from checker.extract.budget import MAX_CHARACTERS, MAX_SENTENCES
from checker.extract.citation_foreign import is_foreign
from checker.extract.citation_grammar import find_references
from checker.extract.citation_patterns import Found
from checker.extract.citation_pronouns import goes_on
from checker.extract.citation_scopes import (
    COUNCIL,
    LAYING_DOWN,
    is_lawful,
    is_negated,
    is_superseded,
    is_told,
    leans_back,
    leans_on_measures,
    names_the_council,
    pointed_to,
    scope_of,
    tied_to,
)
from checker.extract.citation_words import Mark, Written, words_of_citations
from checker.extract.described_rules import Described, describe
from checker.extract.languages import READ_LANGUAGES
from checker.extract.quantities import QuantityExpression, find_quantities
from checker.extract.sentences import split_sentences
from checker.extract.timing import TimeExpression, find_times
from checker.model import BlockKind, Cited, Document, Skipped, Span
from checker.records import record
from checker.text import Shadow, fold, lines_joined

READ_KINDS = frozenset({BlockKind.HEADLINE, BlockKind.BODY, BlockKind.QUOTE})
MAX_MENTIONS = 2000
"""The work budget of one document in citations: what holds more is no article, and what lies beyond is said."""
_MOST_IN_SENTENCE = 60
_CAPPED = frozenset({"barrel", "tonne"})
_REMEMBERED = 40
"""How many citations back words such as a bare number may point."""
_SHORT = 60
"""Characters of a sentence over which a pronoun still points back."""
_LOOK_BACK = 3
"""How many sentences back a target may have been named."""


@record
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


def find_citations(
    document: Document, sentences: tuple[Span, ...], left: list[Skipped] | None = None
) -> tuple[Mention, ...]:
    """The citing words of a document in a language that is read, in order and never overlapping.

    ``sentences`` are those of the blocks that are read; when there are none (nothing else of interest stood in the
    document) they are found here. Words that only point back ("that resolution") count where a rule is described.
    What the budget of work leaves unread is added to ``left``.
    """
    left = [] if left is None else left
    if document.language not in READ_LANGUAGES:
        return ()
    words = words_of_citations(document.language)
    shadow = lines_joined(fold(document.text[:MAX_CHARACTERS]))
    anchors = [hit.start() for hit in words.anchor.finditer(shadow.text)]
    if not anchors and not is_foreign(shadow.text):
        return ()
    end = len(document.text)
    reader = _Reader(document, shadow, anchors, names_the_council(shadow.text, document.text), left)
    mentions: list[Mention] = []
    for place, span in enumerate(spans := sentences or _own_sentences(document)):
        mentions.extend(reader.read(span, spans[max(0, place - _LOOK_BACK) : place], mentions))
        if len(mentions) > MAX_MENTIONS:
            at = mentions[MAX_MENTIONS].start
            left.append(Skipped(at, end, "budget", f"citations after the first {MAX_MENTIONS}"))
            break
    return tuple(mentions[:MAX_MENTIONS])


def _own_sentences(document: Document) -> tuple[Span, ...]:
    """The sentences of the blocks that are read; of the whole text when there are no blocks."""
    blocks = [(block.start, block.end) for block in document.blocks if block.kind in READ_KINDS]
    stretches = blocks if document.blocks else [(0, len(document.text))]
    within = ((low, min(high, MAX_CHARACTERS)) for low, high in stretches if low < MAX_CHARACTERS)
    sentences = (span for low, high in within for span in split_sentences(document.text, low, high, document.language))
    return tuple(islice(sentences, MAX_SENTENCES))


@record
class _Sentence:
    """A sentence with its words, times and amounts, found once for all of its citations."""

    span: Span
    marks: tuple[Mark, ...]
    times: tuple[TimeExpression, ...]
    amounts: tuple[QuantityExpression, ...]


@record
class _Reader:
    document: Document
    shadow: Shadow
    anchors: list[int]
    council: bool
    left: list[Skipped]

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
        known = known[-_REMEMBERED:]
        cited = frozenset(one.number for mention in known for one in mention.cited if one.number is not None)
        piece = self.shadow.text[low:high]
        leans = (bool(cited) and leans_back(piece, cited)) or is_foreign(piece)
        leans = leans or (bool(known) and goes_on(piece)) or leans_on_measures(piece)
        if not leans and (at == len(self.anchors) or self.anchors[at] >= high):
            return
        written = self.written()
        text = self.shadow.text
        found = find_references(text, low, high, self.document.language, written, self.council, cited)
        references = found[:_MOST_IN_SENTENCE]
        if len(found) > _MOST_IN_SENTENCE:
            at = self.shadow.to_source(found[_MOST_IN_SENTENCE].start, found[_MOST_IN_SENTENCE].end).start
            why = f"citations after the first {_MOST_IN_SENTENCE} of a sentence"
            self.left.append(Skipped(at, span.end, "budget", why))
        if not references:
            return
        said = self.sentence(span, low, high, written)
        references = tuple(one for one in references if not is_negated(text, one, said.marks))
        firm = any(one.kind == "number" and COUNCIL & {c.body for c in one.cited} for one in references)
        plain = any(one.kind not in ("act", "voted") and one.head != "snapback" for one in references)
        named = any(one.kind == "act" and one.head in ("law", "own", "maker") for one in references)
        kept = [one for one in references if not is_superseded(one, firm, plain, named)]
        places = [one for one in kept if one.kind not in ("bare", "anaphor")]
        around = self.around(before, written)
        for at, one in enumerate(kept):
            until = kept[at + 1].start if at + 1 < len(kept) else high
            ranges = scope_of(text, one, places, low, high)
            mention = self.mention(
                one,
                said,
                self.described(one, said, ranges, around, len(places) > 1),
                known,
                until,
                self.run(before, span),
                alone=len(kept) == 1,
            )
            if mention is not None and one.head == "deadline":
                # A deadline that passes ends nothing.
                mention = replace(mention, described=replace(mention.described, verbs=(), ended=False))
            if mention is not None:
                known = [*known, mention]
                yield mention

    def sentence(self, span: Span, low: int, high: int, written: Written) -> _Sentence:
        source = self.document.text[span.start : span.end]
        return _Sentence(
            span,
            self.marks(low, high, written),
            find_times(source, self.document.language, self.document.published, span.start),
            find_quantities(source, self.document.language, span.start),
        )

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
        said: _Sentence,
        ranges: tuple[tuple[int, int], ...],
        around: tuple[tuple[str, ...], Described],
        divided: bool,
    ) -> Described:
        """The rule as described in ``ranges``; where they say nothing, the whole sentence, then the one before."""
        text, embargo = self.shadow.text, one.head == "embargo"
        inside = tuple(m for m in said.marks if any(low <= m.start and m.end <= high for low, high in ranges))
        found = describe(text, inside, one.start, one.end, embargo)
        whole = found if inside == said.marks else describe(text, said.marks, one.start, one.end, embargo)
        if not found.verbs:
            found = replace(found, verbs=whole.verbs, past=whole.past, ended=whole.ended)
        elif not divided and whole.ended and not found.ended and set(found.verbs) <= {"institutes"}:
            # "placed it under an embargo; the embargo was lifted in March"
            found = replace(found, verbs=whole.verbs, ended=True)
        if one.kind == "act" and one.head in ("law", "dated") and not found.activities and whole.targets:
            # "the Council bars ballistic launches": what the words may mean they mean here
            found = replace(found, activities=found.maybe[:1] or whole.maybe[:1])
        if not found.activities:
            found = replace(found, maybe=(*found.maybe, *whole.activities, *around[1].activities))
        span = self.shadow.to_source(one.start, one.end)
        return replace(
            found,
            around=tuple(dict.fromkeys((*whole.targets, *around[0]))),
            times=tuple(
                time
                for time in said.times
                if not time.span.meets(span) and (not divided or self.beside(time.span, span))
            ),
            dated=tuple(time for time in said.times if time.span.meets(span)),
            amounts=tuple(a for a in said.amounts if a.unit in _CAPPED or not a.span.meets(span)),
        )

    def beside(self, time: Span, span: Span) -> bool:
        """True when no semicolon stands between a time and the citing words."""
        low, high = min(time.end, span.end), max(time.start, span.start)
        return ";" not in self.document.text[low:high]

    def mention(
        self, one: Found, said: _Sentence, described: Described, known: list[Mention], until: int, since: int,
        alone: bool,
    ) -> Mention | None:  # fmt: skip
        """The mention of ``one`` (``alone`` in its sentence); None for words that point back to nothing, or where no rule is described."""
        cited, start, end = one.cited, one.start, one.end
        if one.head == "it":
            return self.going_on(one, said, described, known, since)
        if one.kind == "anaphor":
            cited = pointed_to(one, [mention.cited for mention in known])
            if not cited and alone and self.is_news(one, described):
                # "The new text gives host States two years": the resolution that the Council has just adopted
                cited, one = (Cited("UNSC"),), replace(one, kind="vague", head="resolution")
            if not cited or not (described.activities or described.verbs):
                return None
            if one.head not in ("paragraph", "annex") and not (described.activities and described.says_law):
                return None
        elif not is_told(one, described, known=any(c.number == cited[0].number for m in known for c in m.cited)):
            return None
        elif one.kind == "bare":
            tied, end = tied_to(self.shadow.text, one, said.marks)
            end = end if end <= until else one.end
            if not is_lawful(self.shadow.text, one, described, tied):
                return None
        source = self.shadow.to_source(start, end)
        return Mention(
            self.document.text[source.start : source.end],
            source.start,
            source.end,
            said.span,
            cited,
            one.kind in ("vague", "bare", "act", "voted", "committee"),
            described,
            one.kind == "anaphor",
            one.kind,
            one.head,
            one.ranged,
        )

    def is_news(self, one: Found, described: Described) -> bool:
        """True for "the resolution" or "the text" with a rule of the Council told of it, where none was cited by number."""
        told = bool(described.activities and LAYING_DOWN & set(described.verbs) and (described.targets or described.around))
        return told and self.council and one.head in ("resolution", "text") and not one.cited

    def run(self, before: tuple[Span, ...], span: Span) -> int:
        """Where the sentences begin that a pronoun of ``span`` may lean on: the one before, further back over short ones and pronouns."""
        since = span.start
        for one in reversed(before):
            since = one.start
            low, high = self.shadow.from_source(one.start), self.shadow.from_source(one.end)
            if one.end - one.start > _SHORT and not goes_on(self.shadow.text[low:high]):
                break
        return since

    def going_on(
        self, one: Found, said: _Sentence, described: Described, known: list[Mention], since: int
    ) -> Mention | None:
        """The mention of a pronoun that stands for the one law of the sentence before; None where it may be something else."""
        before = [mention for mention in known if since <= mention.sentence.start < said.span.start]
        if not before or not described.says_law or before[0].kind in ("other", "committee", "voted"):
            return None
        last = before[0]
        if len({mention.cited for mention in before}) > 1:
            return None
        source = self.shadow.to_source(one.start, one.end)
        exact = self.document.text[source.start : source.end]
        numbered = tuple(replace(cited, paragraph="") for cited in last.cited if cited.number is not None)
        told = described
        if not numbered:
            told = replace(
                described,
                activities=described.activities or last.described.activities,
                targets=described.targets or last.described.targets,
            )
            if not told.activities:
                return None
        kind = "anaphor" if numbered else "bare"
        return Mention(
            exact, source.start, source.end, said.span, numbered or last.cited, not numbered, told, bool(numbered), kind, last.head
        )  # fmt: skip
