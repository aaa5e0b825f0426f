"""A paragraph as somebody writes it, in English or French, held against the tables: the ids it means, or why there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.extract.citation_grammar import find_references
from checker.extract.languages import READ_LANGUAGES
from checker.match.rulebook import holds_paragraph
from checker.model import Cited
from checker.records import record
from checker.reference import Reference
from checker.text import fold

_BARE = re.compile(r"(?:s/res/)?(\d{3,4})(?= ?\(?(?:19|20)\d\d\)?|\W|$)", re.IGNORECASE)
_PAIR = re.compile(r"(\d{1,4})[ :/,]+(\d{1,3}(?:\([a-z]{1,4}\)){0,3})")
_SPACES = re.compile(r"\s+(?=\()|(?<=:)\s+")
_AFTER = {"en": "{rest} of resolution {number}", "fr": "{rest} de la résolution {number}"}
_LONGEST = 300


@record
class Pin:
    """A resolution, the year and the paragraphs that words name; ``year`` is None when they name none."""

    resolution: int
    year: int | None
    paragraphs: tuple[str, ...]


def pin_of(words: str) -> Pin | None:
    """What the words cite, the reading with the most precise paragraph; None when they name no resolution by number."""
    text = " ".join(words[:_LONGEST].split()).rstrip(".")
    spoken = f"resolution {text}" if _BARE.match(text) else text
    found = [pin for language in READ_LANGUAGES for pin in _readings(spoken, language)]
    return max(found, key=lambda pin: (sum(map(len, pin.paragraphs)), pin.year is not None), default=None)


def ids_of(words: str, reference: Reference) -> tuple[str, ...]:
    """The ids of the paragraphs that an id or a citation means, in the order of the tables; empty when none is held.

    A paragraph with letters below it means all of them, one inside a range the range. A resolution without a paragraph
    means none, and so does one with a year that is not its own.
    """
    written = _SPACES.sub("", " ".join(words.split()))
    pair = _PAIR.fullmatch(written)
    written = f"{pair[1]}:{pair[2]}" if pair is not None else written
    same = [one.id for one in reference.provisions if one.id.casefold() == written.casefold()]
    if same:
        return (same[0],)
    pin = pin_of(words)
    if pin is None or wrong_year(pin, reference) is not None:
        return ()
    limbs = [one for one in reference.provisions if one.resolution == pin.resolution]
    exact = [one.id for one in limbs if one.paragraph in pin.paragraphs]
    near = [one.id for one in limbs if any(holds_paragraph(one, paragraph) for paragraph in pin.paragraphs)]
    return tuple(dict.fromkeys(exact if len(set(exact)) == len(pin.paragraphs) else near))


def names_only_a_paragraph(words: str) -> bool:
    """True of words such as "OP 8 (b)", which are a paragraph of whatever resolution was spoken of before."""
    text = " ".join(words[:_LONGEST].split())
    found = [one for language in READ_LANGUAGES for one in _cited(text, language)]
    return any(cited.paragraph for _, _, cites in found for cited in cites) and pin_of(words) is None


def wrong_year(pin: Pin, reference: Reference) -> int | None:
    """The year of the resolution when the words name another one; None when they agree or nothing is known."""
    held = reference.resolutions.get(pin.resolution)
    return held.year if held is not None and pin.year not in (None, held.year) else None


def _readings(text: str, language: str) -> Iterator[Pin]:
    for start, end, cited in _numbered(text, language):
        yield _pin(cited)
        rest = f"{text[:start]} {text[end:]}".strip(" ,;:")
        if rest:
            turned = _AFTER[language].format(rest=rest, number=cited[0].number)
            for _, _, again in _numbered(turned, language):
                if again[0].number == cited[0].number:
                    pin = _pin(again)
                    yield Pin(pin.resolution, cited[0].year, pin.paragraphs)


def _numbered(text: str, language: str) -> Iterator[tuple[int, int, tuple[Cited, ...]]]:
    for start, end, cited in _cited(text, language):
        if cited and cited[0].number is not None and len({one.number for one in cited}) == 1:
            yield start, end, cited


def _cited(text: str, language: str) -> Iterator[tuple[int, int, tuple[Cited, ...]]]:
    """Where words cite something, and what; folding may change the length, so places are those of the text."""
    shadow = fold(text)

    def written(start: int, end: int) -> str:
        span = shadow.to_source(start, end)
        return text[span.start : span.end]

    for one in find_references(shadow.text, 0, len(shadow.text), language, written):
        span = shadow.to_source(one.start, one.end)
        yield span.start, span.end, one.cited


def _pin(cited: tuple[Cited, ...]) -> Pin:
    first = cited[0]
    return Pin(first.number or 0, first.year, tuple(one.paragraph for one in cited if one.paragraph))
