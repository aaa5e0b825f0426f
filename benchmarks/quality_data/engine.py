"""Our reader of single sentences, for sets that ask about a word of a sentence and not about a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from checker import bundle
from checker.extract.damage import undamaged
from checker.extract.languages import grammar_of
from checker.extract.second_negation import without_nouns
from checker.extract.sentences import split_sentences
from checker.extract.units import Sentence, build_sentence
from checker.lexicon import Lexicon, load_lexicon
from checker.text import Shadow, fold

CueRow = tuple[str, str, str, str, str, str]
"""A row as ``cues.csv`` has it: phrase, axis, value, direction, part of speech, control."""


@cache
def words(code: str, cues: tuple[CueRow, ...] | None = None) -> Lexicon:
    """The words of a language, with cues of somebody else in place of ours when they are given."""
    grammar = grammar_of(code)

    def inflected(lemma: str, part: str) -> Iterator[tuple[str, frozenset[str]]]:
        return ((one.form, one.features) for one in grammar.inflect(lemma, part))

    return load_lexicon(code, bundle.folder("reference"), inflected, cues=cues)


@lru_cache(maxsize=16)
def read_sentences(text: str, lexicon: Lexicon) -> tuple[Shadow, tuple[Sentence, ...]]:
    """The sentences of a text as the reader makes them, and its folded shadow."""
    shadow = undamaged(fold(text), lexicon)
    hits = sorted(lexicon.scan(shadow.text), key=lambda hit: (hit.start, hit.end))
    spans = split_sentences(text, 0, len(text), lexicon.code)
    built = [build_sentence(text, shadow, span, hits, lexicon) for span in spans]
    return shadow, tuple(replace(one, units=without_nouns(one.units)) for one in built)


def units_over(sentence: Sentence, start: int, end: int) -> Sequence[int]:
    """The units of a sentence that stand on a stretch of the folded text."""
    return [at for at, unit in enumerate(sentence.units) if unit.start < end and start < unit.end]
