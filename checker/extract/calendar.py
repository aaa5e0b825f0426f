"""The calendar of a language: its time words, with the patterns compiled from them.

A row of kind ``template`` says what a core looks like ("{day} {month}", "il y a {n} {unit}"). Rows of kind ``op`` and
``part`` stand before a core ("since", "d'ici", "late"); a core marked ``weak`` (a bare "2019", "August") counts only
after one of them, so that numbers of resolutions, prices and the verbs "may" and "march" are not times.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from checker.bundle import folder as data_folder
from checker.extract.template_slots import compile_template, first_words, needed_words, second_words, slot_patterns
from checker.extract.word_patterns import EDGE, NOTHING, SPACE, Words, any_form, leading_form, spaced, value_of
from checker.patterns import late
from checker.records import record
from checker.tables import words_of
from checker.text import fold_each
from checker.time_words import TimeWords, calendar_file, read_time_words, shipped_time_words

PREFIX_REACH = 60
"""How many code points before a core its words of time may begin."""


class Action(StrEnum):
    """What a template's words mean: the first word of its value in the table."""

    DATE = "date"
    AGO = "ago"
    IN = "in"
    PAST = "past"
    SINCE = "since"
    FOR = "for"
    COMING = "coming"
    DEADLINE = "deadline"
    WITHIN = "within"
    AFTER = "after"
    EVENT = "event"
    RELATIVE = "relative"


@record
class Template:
    """One row of kind ``template``, compiled when it is first tried.

    ``words``: sets of words of which a text that it fits holds one each. ``follows``: the words (``#`` for figures) of
    which one stands behind its first word; None where this cannot be told. ``needs``: ``weak`` (counts only after a word of time or a part), ``part`` (only after a part) or empty.
    ``count``: how many units its bare plural stands for, as ``2-10``, or empty.
    """

    pattern: re.Pattern[str]
    words: tuple[frozenset[str], ...]
    follows: frozenset[str] | None
    action: Action
    needs: str
    count: str


@record
class Calendar:
    """The time words of one language: folded forms by kind, and the patterns compiled from them."""

    language: str
    words: Words
    starts: dict[str, tuple[Template, ...]]
    prefix: re.Pattern[str]
    connector: re.Pattern[str]
    suffix: re.Pattern[str]
    after_core: re.Pattern[str]
    after_unit: re.Pattern[str]
    not_a_year: re.Pattern[str]
    law: re.Pattern[str]
    future: re.Pattern[str]
    future_after: re.Pattern[str]

    def value(self, form: str, *kinds: str) -> str:
        """The value of a folded form in the first of ``kinds`` that has it, its dot and its spaces as you like."""
        values = (value_of(self.words[kind], form) for kind in kinds)
        return next((value for value in values if value is not None), "")


def load_calendar(folder: Path, language: str) -> Calendar:
    """The calendar of ``language`` in the data folder ``reference``.

    Raises TableError naming file, row and column for an unknown kind, a form given twice, a broken template.
    """
    return _compiled(read_time_words(folder, language), language)


@lru_cache(maxsize=8)
def shipped_calendar(language: str) -> Calendar | None:
    """The calendar of ``language`` in this installation, loaded once; None when it has none."""
    if (
        re.fullmatch("[a-z]{2,3}", language) is None
        or not calendar_file(data_folder("reference"), language).is_file()
    ):
        return None
    return _compiled(shipped_time_words(language), language)


def _compiled(read: TimeWords, language: str) -> Calendar:
    slots = slot_patterns(read.words)
    actions = words_of(Action)
    starts: dict[str, list[Template]] = {}
    forms = fold_each(row.text("form") for row in read.templates)
    for row, form in zip(read.templates, forms, strict=True):
        action, _, rest = row.text("value").partition(" ")
        try:
            pattern = compile_template(form, slots)
        except (re.error, KeyError) as error:
            raise row.fault("form", f"this template does not compile ({error}): see the slots in use") from None
        if action not in actions:
            raise row.fault("value", f"'{action}' is not one of {', '.join(actions)}")
        needs = rest if rest in ("weak", "part") else ""
        needed, follows = needed_words(form, read.words), second_words(form, read.words)
        template = Template(pattern, needed, follows, actions[action], needs, "" if needs else rest)
        for start in first_words(form, read.words):
            starts.setdefault(start, []).append(template)
    return _assembled(language, read.words, {word: tuple(found) for word, found in starts.items()})


def _assembled(language: str, words: Words, starts: dict[str, tuple[Template, ...]]) -> Calendar:
    article, part = leading_form(words, "article"), leading_form(words, "part")
    exact = dict.fromkeys(fold_each(words["op_exact"]), "")
    ops = leading_form({"op": words["op"] | exact}, "op")
    tail = f"(?P<article>{article})?(?:(?P<part>{part})(?P<inner>{article})?)?$"
    links = ["(?: )?-(?: )?" if form == "-" else SPACE + spaced(form) + SPACE for form in words["op_to"]]
    to = f"(?:{'|'.join(links)})"
    future = f"(?<!\\w){any_form(words, 'future')}{EDGE}"
    if words["future_ending"]:
        future += f"|(?<!\\w)\\w{{2,20}}(?P<ending>{any_form(words, 'future_ending')}){EDGE}"
    law = f"(?<!\\w){any_form(words, 'law')}(?:{SPACE})?(?:\\d{{3,4}})?(?:{SPACE}?\\(\\d{{4}}\\))?,?"
    return Calendar(
        language,
        words,
        starts,
        prefix=late(f"(?<!\\w)(?P<op>{ops})?(?:{leading_form(words, 'hedge')})?{tail}"),
        connector=late(f"(?P<to>{to})(?:{leading_form(words, 'op')})?{tail}" if words["op_to"] else NOTHING),
        suffix=late(f",?{SPACE}(?P<op>{any_form(words, 'after_op')}){EDGE}"),
        after_core=late(f"{SPACE}?(?:{leading_form(words, 'of')})" if words["of"] else NOTHING),
        after_unit=late(f"{SPACE}(?:{leading_form(words, 'of_unit')})"),
        not_a_year=late(f"(?:-|{SPACE}){any_form(words, 'not_a_year')}{EDGE}"),
        law=late(f"{law}(?:{SPACE})?(?:\\(|{leading_form(words, 'law_join')})(?:{article})?$"),
        future=late(future),
        future_after=late(f",?{SPACE}(?:[\\w'-]{{1,20}}{SPACE}){{0,2}}(?:{future})"),
    )
