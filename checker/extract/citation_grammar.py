"""Citing words found by their shape: a number, a year, a body with a law word, or a word that points back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checker.extract.citation_acts import find_acts
from checker.extract.citation_foreign import find_foreign
from checker.extract.citation_makers import find_makers
from checker.extract.citation_owners import find_owned
from checker.extract.citation_paragraphs import has_paragraphs, paragraphs, with_paragraphs
from checker.extract.citation_patterns import (
    Found,
    Patterns,
    number_of,
    numbers_after,
    patterns_of,
    without_pointer,
)
from checker.extract.citation_pointers import find_pointers
from checker.extract.citation_pronouns import find_pronouns
from checker.extract.citation_words import CitationWords, Written, words_of_citations
from checker.model import Cited
from checker.records import record

_WINDOW = 110
_UN_BODIES = frozenset({"UN", "UNSC"})
_BARE = frozenset({"embargo", "ban", "cap", "freeze", "travel", "regime", "curb"})
_AIMED = re.compile(r",? (?:against|on|targeting|contre|visant|a l'encontre|frappant|a l'egard)(?!\w)")
_NEWS = re.compile(r" (?:new|latest|nouvelle|nouveau)$")
_DIGIT = re.compile(r"\d")
_KINDS = ("other", "committee", "number", "year", "vague", "bare", "anaphor", "voted", "act")


def find_references(
    folded: str,
    start: int,
    end: int,
    language: str,
    written: Written,
    council: bool = True,
    known: frozenset[int] = frozenset(),
) -> tuple[Found, ...]:
    """The citing words of ``folded[start:end]``, in order and never overlapping: the firmest and longest win.

    ``council`` tells whether "the Council" is the Security Council here, ``known`` which numbers were cited before.
    """
    reader = _Reader(folded, start, end, words_of_citations(language), patterns_of(language), written, council)
    kept: list[Found] = []
    found = (
        *reader.all(),
        *find_acts(folded, start, end, language, written, council),
        *find_makers(folded, start, end, language, written, council),
        *find_owned(folded, start, end, language, written, council),
        *map(reader.with_paragraphs, find_pointers(folded, start, end, language, known)),
        *find_pronouns(folded, start, end, language),
        *find_foreign(folded, start, end),
    )
    for one in sorted(found, key=lambda one: (_KINDS.index(one.kind), one.start - one.end)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda found: found.start))


@record
class _Reader:
    folded: str
    start: int
    end: int
    words: CitationWords
    shapes: Patterns
    written: Written
    council: bool

    def all(self) -> Iterator[Found]:
        yield from self._apart()
        for hit in self.shapes.head.finditer(self.folded, self.start, self.end):
            kind = hit.lastgroup or ""
            if self._after("draft", self.shapes.draft, hit.start(), 60):
                continue
            yield from self._resolution(hit) if kind == "resolution" else self._measure(hit, kind)

    def _apart(self) -> Iterator[Found]:
        """What needs no head noun: symbols, paragraphs, bodies that list names of their own."""
        shapes, folded, start, end = self.shapes, self.folded, self.start, self.end
        yield from self._in_figures()
        for hit in shapes.agency.finditer(folded, start, end) if self._occurs("agency") else ():
            listed = shapes.listing.search(folded, hit.end(), min(end, hit.end() + 80))
            if listed is not None:
                body = self.words.value("agency", hit.group())
                yield self._found(hit.start(), listed.end(), "vague", (Cited(body),), "law")
        if not has_paragraphs(folded, start, end, self.words):
            return
        for hit in shapes.same_annex.finditer(folded, start, end) if self._occurs("annex") else ():
            yield self._found(hit.start(), hit.end(), "anaphor", paragraphs("", hit["sub"], self.words), "annex")
        for hit in shapes.annex_again.finditer(folded, start, end) if self._occurs("annex") else ():
            yield self._found(hit.start(), hit.end(), "anaphor", (), "annex")
        for hit in shapes.paragraph_alone.finditer(folded, start, end):
            subs = paragraphs(hit["annex"] or hit["annex2"] or "", hit["sub"] or hit["sub2"], self.words)
            yield self._found(hit.start(), hit.end(), "anaphor", subs, "paragraph")

    def _occurs(self, *classes: str) -> bool:
        return self.words.occurs(self.folded, self.start, self.end, *classes)

    def _after(self, kind: str, shape: re.Pattern[str], at: int, reach: int = _WINDOW) -> bool:
        """True when ``shape``, which holds a word of ``kind``, fits what stands before ``at``."""
        low = max(self.start, at - reach)
        return self.words.occurs(self.folded, low, at, kind) and shape.search(self.folded, low, at) is not None

    def _in_figures(self) -> Iterator[Found]:
        """Symbols of documents and numbers of regimes."""
        shapes, folded, start, end = self.shapes, self.folded, self.start, self.end
        if _DIGIT.search(folded, start, end) is None:
            return
        for hit in shapes.instrument.finditer(folded, start, end):
            body = (hit.lastgroup or "").rstrip("0123456789")
            yield Found(hit.start(), hit.end(), "other", (Cited(body, text=self.written(hit.start(), hit.end())),))
        for hit in shapes.symbol.finditer(folded, start, end):
            yield self.with_paragraphs(Found(hit.start(), hit.end(), "number", (Cited("UNSC", *number_of(hit)),)))
        for hit in shapes.regime.finditer(folded, start, end):
            number = int(hit["n"] or hit["n2"])
            if not 1900 <= number <= 2100:
                yield self._found(hit.start(), hit.end(), "number", (Cited("UNSC", number),), "sanctions")

    def _resolution(self, hit: re.Match[str]) -> Iterator[Found]:
        """What a head noun such as "resolution" makes with the words around it."""
        first, bodies, years = self._before(hit.start())
        plural = hit.group().endswith("ns")
        other = self._of_another_body(hit, first, bodies)
        if other is not None:
            yield other
            return
        numbers, end, ranged = numbers_after(self.folded, hit.end(), self.end, plural, self.shapes)
        if numbers and self._after("committee", self.shapes.committee, first):
            return
        bodies = bodies or self._bodies(hit.end(), end)
        maker = self._body_behind(self.shapes.made_by, end) if not bodies else None
        if maker is not None:
            bodies = self._bodies(maker.start("b"), maker.end("b"))
        year = (numbers[0][1] if len(numbers) == 1 else None) or (years[0] if years else None)
        year, bodies, end = self._tails(year, bodies, end, bool(numbers))
        body = bodies[0] if bodies else self.words.value("resolution", hit.group())
        if numbers and years:
            # "until October 2023 resolution 2231 bars": the year is of the time before
            first, years, year = hit.start(), (), numbers[0][1]
        if numbers:
            first = without_pointer(self.folded, first, hit.start(), self.words)
            cited = tuple(Cited(body, number, own) for number, own in numbers)
            if len(cited) == 1:
                cited = (replace(cited[0], year=year),)
                # A lost "of" makes "resolution 2017" of "resolution of 2017": both readings are kept.
                if year is None and 2000 <= numbers[0][0] <= 2100:
                    cited = (*cited, Cited(body, None, numbers[0][0]))
            yield self.with_paragraphs(Found(first, end, "number", cited, ranged=ranged, plural=plural))
        elif self.shapes.personal.search(self.folded, max(self.start, first - 20), first):
            return
        elif body or year:
            yield self._found(first, end, "year" if year else "vague", (Cited(body, None, year),), plural=plural)
        else:
            said = _NEWS.sub("", self.folded[first : hit.start()].strip())
            forms = self.words.forms
            if said in forms["anaphor"] or said in forms["near"]:
                yield self.with_paragraphs(self._found(first, end, "anaphor", ()))
            elif plural and (
                said in forms["count"] or said.split(" ")[-1] in (*forms["ordinal"], *forms["cardinal"])
            ):
                head = "resolution" if said in forms["count"] else "counted"
                yield self._found(first, end, "vague", (Cited(""),), head, plural=True)

    def _of_another_body(self, hit: re.Match[str], first: int, bodies: tuple[str, ...]) -> Found | None:
        """A resolution whose number is not of the Council's series, with the body that the text gives it."""
        assembly = self.shapes.assembly.match(self.folded, hit.end(), self.end)
        match = assembly or self.shapes.instrument.match(self.folded, hit.end() + 1, self.end)
        if match is None:
            return None
        own = "UNGA" if assembly is not None else (match.lastgroup or "").rstrip("0123456789")
        end = match.end()
        if not bodies:
            tail = self._body_behind(self.shapes.body_tail, end)
            bodies = self._bodies(tail.start(), tail.end()) if tail is not None else ()
            end = tail.end() if tail is not None and bodies else end
        low = max(self.start, first - _WINDOW)
        if not bodies and self.words.occurs(self.folded, low, first, "body"):
            maker = self.shapes.adopter.search(self.folded, low, first)
            bodies = self._bodies(maker.start("b"), maker.end("b")) if maker is not None else ()
        text = self.written(match.start(), match.end()).strip()
        return Found(first, end, "other", (Cited(bodies[0] if bodies else own, text=text),))

    def _tails(
        self, year: int | None, bodies: tuple[str, ...], end: int, numbered: bool
    ) -> tuple[int | None, tuple[str, ...], int]:
        """Year and body that follow a head noun or its number, in either order."""
        for _ in range(2):
            tail = self.shapes.year_tail.match(self.folded, end, self.end)
            if tail is None and not numbered:
                tail = self.shapes.from_tail.match(self.folded, end, self.end)
            if tail is not None and (year is None or year == int(tail["y"])):
                year, end = int(tail["y"]), tail.end()
            tail = self._body_behind(self.shapes.body_tail, end)
            named = self._bodies(tail.start(), tail.end()) if tail is not None else ()
            if tail is not None and named and not bodies:
                bodies, end = named, tail.end()
        return year, bodies, end

    def _measure(self, hit: re.Match[str], kind: str) -> Iterator[Found]:
        """A law word with the body that made it, or alone."""
        head = "text" if kind == "text" else self.words.value("measure", hit.group())
        first, bodies, years = self._before(hit.start())
        end = hit.end()
        if self.shapes.about.match(self.folded, end, self.end) or self._after(
            "committee", self.shapes.of_committee, first
        ):
            return
        for shape in (self.shapes.body_tail, self.shapes.far_body, self.shapes.made_by):
            tail = self._body_behind(shape, end) if not bodies else None
            if tail is not None:
                bodies = self._bodies(tail.start(), tail.end())
                if head == "text" and shape is not self.shapes.body_tail and _UN_BODIES & set(bodies):
                    # of the Council's texts the year and the number tell more
                    bodies = ()
                end = tail.end() if bodies else end
        year = None
        if head == "text":
            year, bodies, end = self._tails(years[0] if years else None, bodies, end, False)
        if year is not None and (not bodies or _UN_BODIES & set(bodies)):
            yield self._found(first, end, "year", (Cited(bodies[0] if bodies else "", None, year),), head)
        elif bodies and (
            head not in ("text", "action", "deadline") or _UN_BODIES & set(bodies) or self._is_aimed(hit, head, end)
        ):
            yield self._found(first, end, "vague", tuple(Cited(body) for body in bodies), head, True)
        elif head == "snapback" or (head in _BARE and not bodies and (first < hit.start() or " " in hit.group())):
            yield self._found(first, end, "bare", (Cited(""),), head)
        elif (
            head in ("action", "sanctions")
            and not bodies
            and (first < hit.start() or self._is_pointed_at(hit.start()))
        ):
            # "the measures were ended": of whom, the sentences before tell
            yield self._found(first, end, "bare", (Cited(""),), head)
        elif head == "text" and not bodies:
            said = _NEWS.sub("", self.folded[first : hit.start()].strip())
            if said in self.words.forms["anaphor"] or said in self.words.forms["near"]:
                yield self.with_paragraphs(self._found(first, end, "anaphor", (), "text"))

    def _is_pointed_at(self, at: int) -> bool:
        """True behind the French article that is also a preposition: *le rétablissement des sanctions*."""
        return self.folded.endswith(("des ", "les ", "ces "), max(self.start, at - 4), at)

    def _is_aimed(self, hit: re.Match[str], head: str, end: int) -> bool:
        """True for "measures of the European Union against Iran Air": measures that hit somebody."""
        plural = hit.group().endswith("s")
        return head == "action" and plural and _AIMED.match(self.folded, end, self.end) is not None

    def _before(self, at: int) -> tuple[int, tuple[str, ...], tuple[int, ...]]:
        """Where the determiner and the bodies before a head noun begin, the bodies, and a year among them."""
        match = self.shapes.before.search(self.folded, max(self.start, at - _WINDOW), at)
        if match is None:
            return at, (), ()
        years = tuple(int(match[name]) for name in ("year", "year2") if match[name])
        bodies = self._bodies(match.start("b1"), match.end("b1")) if match["b1"] else ()
        if match["b1"] and not bodies:
            # "The Council" where the text never says which: a law word may still stand by itself.
            return match.start() if match["b1"] in self.words.forms["council"] else at, (), years
        if match["b2"]:
            bodies = (*bodies, *self._bodies(match.start("b2"), match.end("b2")))
        return match.start(), tuple(dict.fromkeys(bodies)), years

    def _body_behind(self, shape: re.Pattern[str], at: int) -> re.Match[str] | None:
        """What ``shape``, which holds a body, matches at ``at``."""
        named = self.words.occurs(self.folded, at, self.end, "body")
        return shape.match(self.folded, at, self.end) if named else None

    def _bodies(self, start: int, end: int) -> tuple[str, ...]:
        """The bodies named in a stretch; those written in capitals must stand so."""
        return tuple(
            dict.fromkeys(
                self.words.value("body", hit.group())
                for hit in self.shapes.body.finditer(self.folded, start, end)
                if self.words.is_body(self.folded, hit.start(), hit.end(), self.written, self.council)
            )
        )

    def with_paragraphs(self, found: Found) -> Found:
        """The same words with their paragraphs, and with what introduces them."""
        return self._introduced(with_paragraphs(found, self.folded, self.start, self.end, self.shapes, self.words))

    def _found(
        self,
        start: int,
        end: int,
        kind: str,
        cited: tuple[Cited, ...],
        head: str = "resolution",
        plural: bool = False,
    ) -> Found:
        return self._introduced(Found(start, end, kind, cited, head, plural=plural))

    def _introduced(self, found: Found) -> Found:
        return replace(found, by=self._after("by", self.shapes.introduced, found.start, 40))
