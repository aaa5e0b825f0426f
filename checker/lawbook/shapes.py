"""What a paragraph of the law receives on a page: links, periods, limbs, sources, footnotes."""

from __future__ import annotations

from typing import Annotated

from checker.records import record
from checker.views.card_shapes import ReadingView
from checker.views.shapes import Phrase


@record
class LinkView:
    """A paragraph or resolution named, with the place in these pages, or the official text, where it stands."""

    name: Annotated[str, "in words"]
    href: Annotated[str, "empty when neither is known"]


@record
class TermView:
    """The days of one period, with why it began and ended."""

    first: Annotated[str, "first day in words"]
    last: Annotated[str, "last day in words, or that no end is set"]
    began: Annotated[Phrase, "why it began"]
    began_href: Annotated[str, "the paragraph that began it; else empty"]
    ended: Annotated[Phrase, "why it ended; of a period without an end, nothing"]
    ended_href: Annotated[str, "the paragraph that ended it; else empty"]
    running: Annotated[bool, "true when its last day lies after the day up to which the law is known"]
    note: Annotated[str, "`disputed`, `unconfirmed` or empty"]
    remark: Annotated[str, "what the tables add, in English"]


@record
class ConditionView:
    """A question of an element, or the condition of an exemption, with the days to which it is limited."""

    name: Annotated[str, "the element in words; empty for an exemption"]
    text: Annotated[Phrase, "the question or condition"]
    days: Annotated[str, "the days in words; empty when it has those of the rule"]


@record
class CapView:
    """A quantity that a rule allows."""

    text: Annotated[str, "figure, unit, window, whose conduct is counted, how often it is reported"]
    days: Annotated[str, "the days in words"]
    tier: Annotated[str, "how far it was verified, in words"]
    note: Annotated[str, "what the tables add, in English"]


@record
class LimbView:
    """What one paragraph obliges to, for the kinds of conduct that share everything else."""

    summary: Annotated[Phrase, "its own summary; empty when it is that of the paragraph"]
    kind: Annotated[str, "prohibition, obligation ... in words; empty when that of the paragraph"]
    binding: Annotated[str, "operative verb and what it means"]
    conduct: Annotated[tuple[str, ...], "kinds of conduct in words"]
    direction: Annotated[str, "towards or from the sanctioned side, in words; empty where nothing moves"]
    bound: Annotated[str, "who is bound, in words"]
    items: Annotated[str, "what it is about, in the words of the tables, in English"]
    terms: Annotated[tuple[TermView, ...], "its periods"]
    questions: Annotated[tuple[ConditionView, ...], "its elements"]
    exemptions: Annotated[tuple[ConditionView, ...], "its exemptions"]
    deadline: Annotated[str, "the day or term it sets"]
    caps: Annotated[tuple[CapView, ...], "the quantities it allows"]
    tier: Annotated[str, "how far it was verified, in words; empty when as far as the paragraph"]


@record
class ParagraphView:
    """A paragraph of a resolution, with all that the tables hold of it."""

    id: Annotated[str, "`1718:8(b)`"]
    anchor: Annotated[str, "id of its element"]
    name: Annotated[str, "the paragraph in words"]
    summary: Annotated[Phrase, "what it says, in the tables' own words"]
    kind: Annotated[str, "key of its kind"]
    kind_words: Annotated[str, "the kind in words"]
    rule: Annotated[bool, "true when conduct can be held against it"]
    force: Annotated[str, "key of its force on the day of the page"]
    force_words: Annotated[str, "the force in words"]
    force_why: Annotated[Phrase, "why; empty when it simply binds"]
    readings: Annotated[tuple[ReadingView, ...], "of a disputed rule, or of one whose application States contested"]
    limbs: Annotated[tuple[LimbView, ...], "what it obliges to"]
    amends: Annotated[tuple[LinkView, ...], "what it changes"]
    amended_by: Annotated[tuple[LinkView, ...], "what changes it"]
    tier: Annotated[str, "key of the tier"]
    tier_words: Annotated[str, "how far the row was verified, in words"]
    official: Annotated[str, "address of the official text"]
    copy: Annotated[str, "address of the copy that was read; empty when there is none"]
    copy_host: Annotated[str, "the site of that copy; empty when there is none"]
    copy_words: Annotated[str, "what was read, in words"]
    footnotes: Annotated[tuple[Phrase, ...], "as a footnote of the United Nations, in English and in French"]
    notes: Annotated[tuple[str, ...], "what the tables add, in English"]


@record
class ResolutionView:
    """A resolution with the paragraphs that the tables hold."""

    anchor: Annotated[str, "id of its element"]
    symbol: Annotated[str, "`S/RES/1718 (2006)`"]
    adopted: Annotated[str, "day of adoption in words"]
    about: Annotated[Phrase, "its subject"]
    official: Annotated[str, "address of the official text"]
    amends: Annotated[tuple[LinkView, ...], "what names it as a whole as changed by it"]
    amended_by: Annotated[tuple[LinkView, ...], "what changes it as a whole"]
    paragraphs: Annotated[tuple[ParagraphView, ...], "in the order of the text"]
