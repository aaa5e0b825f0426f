"""Whether a row of the word tables acts in a sentence: as trigger of a frame, as cue, or as verb of saying."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from checker.documents.reading import document_from_text
from checker.extract.languages import grammar_of
from checker.extract.tracing import Trace, TracedSentence
from checker.pipeline import Checker, check_document
from checker.text import fold

Row = dict[str, str]


def traced(text: str, language: str, checker: Checker) -> list[TracedSentence]:
    """The sentences of a text as the reader saw them."""
    trace = Trace()
    check_document(document_from_text(text, published=date(2024, 6, 12), language=language), checker, trace)
    return trace.sentences


def forms_of(lemma: str, part: str, language: str) -> set[str]:
    """The folded forms of a row's word."""
    plain = lemma.removeprefix("se ").removeprefix("s'") if part == "v" else lemma
    return {fold(one.form).text.strip() for one in grammar_of(language).inflect(plain, part)}


def is_trigger(row: Row, language: str, sentences: list[TracedSentence]) -> bool:
    """True when a frame stands on a form of the row's lemma, by a reading with the row's frame and activity."""
    forms = forms_of(row["lemma"], row["part"], language)
    return any(
        unit.text in forms and sense.kind == row["frame"] and sense.value == row["activity"]
        for one in sentences
        if one.sentence is not None and one.read is not None
        for stood in one.read.stood
        for unit in [one.sentence.units[stood.frame.index]]
        for sense in unit.all("trigger")
    )


def is_cue(row: Row, language: str, sentences: list[TracedSentence]) -> bool:
    """True when a cue of the row's axis and value stands on a form of its phrase and no longer cue hides it."""
    forms = forms_of(row["cue"], row["part"], language)
    found = _stops(sentences) if row["axis"] == "stop" else _cues(sentences)
    return any(words in forms and (axis, value) == (row["axis"], row["value"]) for words, axis, value in found)


def _stops(sentences: list[TracedSentence]) -> Iterator[tuple[str, str, str]]:
    """The words that end the scope of a cue, which are no cues of conduct themselves."""
    for one in sentences:
        for hit in one.sentence.cues if one.sentence is not None else ():
            for sense in hit.senses:
                yield sense.written, sense.kind, sense.value


def _cues(sentences: list[TracedSentence]) -> Iterator[tuple[str, str, str]]:
    for one in sentences:
        if one.sentence is None or one.read is None:
            continue
        for cue in one.read.cues:
            at = cue.start - one.sentence.start
            yield one.sentence.text[at : at + cue.end - cue.start].strip(), cue.axis, cue.value


def is_report(row: Row, language: str, sentences: list[TracedSentence]) -> bool:
    """True when somebody speaks by a form of the row's verb."""
    forms = forms_of(row["lemma"], "v", language)
    return any(
        said.verb >= 0 and one.sentence.units[said.verb].text in forms
        for one in sentences
        if one.sentence is not None and one.read is not None
        for said in one.read.attributions
    )


ACTS = {"triggers": is_trigger, "cues": is_cue, "reporting": is_report}
