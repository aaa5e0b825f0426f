"""A sentence as a row of units: names, things, verbs, action nouns, function words, and the rest."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import normalize

from checker.lexicon import Hit, Lexicon, Sense
from checker.model import Span
from checker.text import Shadow

_TOKEN = {
    "en": re.compile(r"n't\b|'(?:s|re|ve|d|ll|m)\b|'(?=\s)|\d(?:[\d.,]*\d)?|[^\W\d_]+?(?=n't\b)|[^\W\d_]+|[^\w\s]"),
    "fr": re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'|\d(?:[\d.,]*\d)?|[^\W\d_]+|[^\w\s]"),
}
_STRUCTURAL = frozenset({"actor", "item", "place", "city", "trigger", "report", "head", "function"})
_NEAR = 320
"""Code points on both sides of a sentence in which the words lie that make a ware of an ambiguous word."""
_OF_A_STATE = ("adjective", "name", "capital")
_JOINS = frozenset([" ", "-", " of ", " from ", " de ", " d'", " de la ", " du "])
_STRONG_STOPS = frozenset(";:()[]—")


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of a sentence, at ``start`` to ``end`` of the folded text, with the readings that stand there.

    ``written`` is the same stretch of the source; ``capital`` says whether it begins with one.
    """

    start: int
    end: int
    text: str
    written: str
    senses: tuple[Sense, ...] = ()

    @property
    def capital(self) -> bool:
        """True when the source writes it with a capital."""
        return self.written[:1].isupper()

    def one(self, category: str, kind: str = "") -> Sense | None:
        """The first reading of a category (and kind), or None."""
        for sense in self.senses:
            if sense.category == category and (not kind or sense.kind == kind):
                return sense
        return None

    def all(self, category: str) -> tuple[Sense, ...]:
        """Every reading of a category."""
        return tuple([sense for sense in self.senses if sense.category == category]) if self.senses else ()

    def is_function(self, *kinds: str) -> bool:
        """True when one reading is a function word of one of these classes."""
        # a loop: this is asked some hundred times a sentence, and any() over a generator takes three times as long
        for sense in self.senses:  # noqa: SIM110
            if sense.category == "function" and sense.kind in kinds:
                return True
        return False

    def value(self, kind: str) -> str:
        """The value of its function class ``kind``, or empty."""
        sense = self.one("function", kind)
        return sense.value if sense else ""

    @property
    def actor(self) -> Sense | None:
        """The name it is, if it names somebody who can take part or speak."""
        return self.one("actor")

    @property
    def is_verb(self) -> bool:
        """True when some reading is a verb: a trigger, a reporting verb or a verbal cue; *entre* is a preposition."""
        return not self.is_function("prep") and any(
            "v" in sense.features for sense in self.senses if sense.category in ("trigger", "report", "cue")
        )

    @property
    def is_stop(self) -> bool:
        """True for a mark that ends a clause for certain."""
        return self.text in _STRONG_STOPS


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its units and the cue phrases over it (``cues`` are spans of the folded text)."""

    span: Span
    start: int
    end: int
    units: tuple[Unit, ...]
    cues: tuple[Hit, ...]
    text: str
    question: bool = False

    def at(self, offset: int) -> int:
        """The index of the unit that starts at or after ``offset`` of the folded text."""
        return bisect_left(self.units, offset, key=_start_of)


def _start_of(unit: Unit) -> int:
    return unit.start


def build_sentence(text: str, shadow: Shadow, span: Span, hits: Sequence[Hit], lexicon: Lexicon) -> Sentence:
    """The sentence at ``span`` of the source, from those hits of the lexicon that lie in it, in order of start."""
    start, end = shadow.from_source(span.start), shadow.from_source(span.end)
    written = text[span.start : span.end]
    shouting = written.isupper()
    inside = [hit for hit in hits if hit.start >= start and hit.end <= end and not _is_cut(shadow.text, hit)]
    rejected = [(hit, sense.kind) for hit in inside for sense in hit.senses if sense.category == "reject"]
    folded = shadow.text[start:end]
    around = (folded, shadow.text[max(0, start - _NEAR) : end + _NEAR])
    origins = [hit for hit in inside if any(s.category == "actor" and s.kind in _OF_A_STATE for s in hit.senses)]
    kept: list[Hit] = []
    cues: list[Hit] = []
    for hit in inside:
        source = shadow.to_source(hit.start, hit.end)
        word = _written(text, source)
        senses = tuple(
            sense
            for sense in _as_written(hit.senses, word)
            if _stands(
                sense,
                word,
                shouting,
                around,
                hit,
                rejected,
                origins,
                shadow,
                (text[max(0, source.start - 6) : source.start], text[source.end : source.end + 4]),
            )
        )
        structural = tuple(
            s for s in senses if s.category in _STRUCTURAL or (s.category == "cue" and "v" in s.features)
        )
        cue_senses = tuple(s for s in senses if s.category == "cue")
        if structural:
            kept.append(Hit(hit.start, hit.end, structural))
        if cue_senses:
            cues.append(Hit(hit.start, hit.end, cue_senses))
    units = _units(text, shadow, start, end, _longest(kept, head_last=lexicon.code == "en"), lexicon)
    asks = written.rstrip(" \"'”’»").endswith("?")
    return Sentence(span, start, end, units, tuple(cues), folded, asks)


def _is_cut(folded: str, hit: Hit) -> bool:
    """True for the *can* of *can't*: its last letter belongs to the negation."""
    return (
        folded.startswith("'t", hit.end)
        and folded[hit.end - 1] == "n"
        and not folded[hit.end + 2 : hit.end + 3].isalpha()
    )


def _written(text: str, source: Span) -> str:
    """The words at a span, with the loose accent that belongs to their last letter."""
    end = source.end
    while end < len(text) and "\u0300" <= text[end] <= "\u036f":
        end += 1
    return text[source.start : end]


def _as_written(senses: tuple[Sense, ...], word: str) -> tuple[Sense, ...]:
    """The readings whose accents agree with the source; all of them when the text has lost its accents."""
    if not senses or (word.isascii() and all(sense.written.isascii() for sense in senses)):
        return senses
    low = normalize("NFC", word).lower().replace("’", "'")
    exact = tuple(sense for sense in senses if sense.written.lower() == low)
    return exact or senses


def _stands(
    sense: Sense,
    word: str,
    shouting: bool,
    around_here: tuple[str, str],
    hit: Hit,
    rejected: list[tuple[Hit, str]],
    origins: Sequence[Hit],
    shadow: Shadow,
    around: tuple[str, str],
) -> bool:
    if sense.category == "reject":
        return False
    if sense.cased and not _capitals_agree(word, sense.written):
        return False
    if sense.kind == "epithet" and sense.written in _COMPASS and not _is_the_country(*around):
        return False
    if sense.cased and sense.written.isupper() and (not word.isupper() or (shouting and len(sense.written) < 4)):
        return False
    if word == "May" and sense.category == "cue":
        return False
    if sense.needs and sense.category == "item":
        person = "person" in sense.features
        near = around_here[0] if person else around_here[1]
        if not any(_holds_word(near, need) for need in sense.needs) and (
            person or not any(_is_beside(hit, origin, shadow) for origin in origins)
        ):
            return False
    for other, cancels in rejected:
        if other.start <= hit.start and hit.end <= other.end and (other.end - other.start) >= (hit.end - hit.start):
            same = sense.category == "item" and sense.value == cancels
            # "North Kivu" is no North, and a place all the same
            itself = (other.start, other.end) == (hit.start, hit.end) and sense.category in ("place", "city", "actor")
            if same or (cancels == "*" and not itself):
                return False
    return True


def _is_beside(hit: Hit, origin: Hit, shadow: Shadow) -> bool:
    """True for *North Korean lead*, *plomb nord-coréen*, *lead from North Korea*: its State makes a ware of the word."""
    between = shadow.text[min(hit.end, origin.end) : max(hit.start, origin.start)]
    return between in _JOINS and (between in (" ", "-") or hit.start < origin.start)


def _capitals_agree(word: str, written: str) -> bool:
    """True when the text has a capital wherever the table writes one (*la Dominique*, *south of the Litani*)."""
    if len(word) != len(written):
        return word[:1].isupper() or not written[:1].isupper()
    return all(here.isupper() for here, there in zip(word, written, strict=True) if there.isupper())


_COMPASS = frozenset({"North", "South", "Nord", "Sud"})


def _is_the_country(before: str, after: str) -> bool:
    """*the North* and *du Nord* alone are the country; *North Kivu, the North Sea, Nord-Kivu* are not."""
    lead = before.lower().replace("’", "'").split()
    if not lead or lead[-1] not in ("the", "le", "du", "au"):
        return False
    return not (after.startswith("-") or (after.startswith(" ") and after[1:2].isupper()))


def _holds_word(folded: str, word: str) -> bool:
    at = folded.find(word)
    while at >= 0:
        after = at + len(word)
        if (at == 0 or not folded[at - 1].isalnum()) and (
            after >= len(folded) or not folded[after].isalpha() or folded[after] in "sx"
        ):
            return True
        at = folded.find(word, at + 1)
    return False


def _longest(hits: list[Hit], head_last: bool) -> list[Hit]:
    """Of overlapping hits the longest; readings of the same stretch together."""
    merged: dict[tuple[int, int], tuple[Sense, ...]] = {}
    nouns = {
        (hit.start, hit.end) for hit in hits if any(s.category == "trigger" and "n" in s.features for s in hit.senses)
    }
    names = {(hit.start, hit.end) for hit in hits if any(s.category == "actor" for s in hit.senses)}
    for hit in hits:
        # "arms shipments", "livraisons d'armes": the thing and the deed are two units
        if all(s.category == "item" for s in hit.senses) and any(
            hit.start <= n[0] and n[1] <= hit.end and n != (hit.start, hit.end) for n in names
        ):
            continue
        inner = [n for n in nouns if hit.start <= n[0] and n[1] <= hit.end and n != (hit.start, hit.end)]
        if (
            inner
            and all(s.category == "item" for s in hit.senses)
            and any(n[1] == hit.end if head_last else n[0] == hit.start for n in inner)
        ):
            continue
        key = (hit.start, hit.end)
        merged[key] = merged.get(key, ()) + hit.senses
    chosen: list[Hit] = []
    for (start, end), senses in sorted(merged.items(), key=lambda entry: (entry[0][0] - entry[0][1], entry[0][0])):
        if all(end <= other.start or other.end <= start for other in chosen):
            chosen.append(Hit(start, end, senses))
    return sorted(chosen, key=lambda hit: hit.start)


def _units(text: str, shadow: Shadow, start: int, end: int, hits: list[Hit], lexicon: Lexicon) -> tuple[Unit, ...]:
    units: list[Unit] = []
    pattern = _TOKEN.get(lexicon.code, _TOKEN["en"])
    at = start

    def plain(first: int, last: int) -> None:
        for token in pattern.finditer(shadow.text, first, last):
            word = _written(text, shadow.to_source(token.start(), token.end()))
            known = lexicon.word(token.group())
            senses = tuple([s for s in known if s.category == "function"]) if known else known
            units.append(Unit(token.start(), token.end(), token.group(), word, _as_written(senses, word)))

    for hit in hits:
        plain(at, hit.start)
        word = _written(text, shadow.to_source(hit.start, hit.end))
        folded = shadow.text[hit.start : hit.end]
        single = tuple(s for s in lexicon.word(folded) if s.category == "function" and s not in hit.senses)
        units.append(Unit(hit.start, hit.end, folded, word, hit.senses + _as_written(single, word)))
        at = hit.end
    plain(at, end)
    return tuple(_with_partitive(_with_lost_accent(units, lexicon), lexicon) if lexicon.code == "fr" else units)


_SOME = ("du", "de", "d'")
_NEAR_THING = 4


def _with_partitive(units: list[Unit], lexicon: Lexicon) -> list[Unit]:
    """*Du charbon est parti pour X*: what opens a sentence before a thing says *some*, and is no preposition."""
    first = next((at for at, unit in enumerate(units[:2]) if unit.text in _SOME), -1)
    if first < 0 or not any(unit.one("item") for unit in units[first + 1 : first + _NEAR_THING]):
        return units
    some = tuple(sense for sense in lexicon.word("des") if sense.category == "function" and sense.kind == "det")
    if some:
        unit = units[first]
        units[first] = Unit(unit.start, unit.end, unit.text, unit.written, some)
    return units


def _with_lost_accent(units: list[Unit], lexicon: Lexicon) -> list[Unit]:
    """*vendu des obus a Moscou*: before a name, or an infinitive, a bare *a* is the preposition that lost its accent."""
    for at, unit in enumerate(units[:-1]):
        if unit.text != "a" or unit.written not in ("a", "A"):
            continue
        after = units[at + 1]
        named = units[at + 2] if after.text in ("la", "l'") and at + 2 < len(units) else after
        infinitive = after.is_verb and all("inf" in sense.features for sense in after.senses if "v" in sense.features)
        if named.actor is not None or infinitive:
            senses = tuple(sense for sense in lexicon.word("a") if sense.category == "function" and sense.kind == "prep")
            units[at] = Unit(unit.start, unit.end, unit.text, unit.written, senses or unit.senses)
    return units
