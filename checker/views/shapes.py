"""Small things a template receives: words, labels, marked text, voices, links to rules."""

from __future__ import annotations

from typing import Annotated

from checker.records import record


@record
class Phrase:
    """Words with their language, since a table may lack the reader's."""

    text: Annotated[str, "the words"]
    language: Annotated[str, "code for a lang attribute; empty when it is not known"]


@record
class LabelView:
    """A label of the rule table, in words and as a shape."""

    key: Annotated[str, "the word of the JSON output, such as `alleged_violation`"]
    words: Annotated[str, "the label as people read it"]
    flagged: Annotated[bool, "true for the three labels that make a lead"]


@record
class NoteView:
    """A footnote-like reference at the end of marked words."""

    text: Annotated[str, "the number shown"]
    href: Annotated[str, "where the card is, as a fragment"]
    words: Annotated[str, "what the reference leads to, for assistive technology"]


@record
class Segment:
    """A stretch of text in which the same marks hold; the segments of a passage, joined, are its text."""

    text: Annotated[str, "exact characters of the document (control characters as U+FFFD)"]
    marks: Annotated[tuple[str, ...], "kinds of mark: `lead`, `other`, `denial`, `law`, `unread`"]
    opens: Annotated[tuple[str, ...], "anchors of the marks that begin here"]
    closes: Annotated[tuple[NoteView, ...], "references of the marks that end here"]


@record
class Passage:
    """A block of the document, or what stands between two blocks."""

    kind: Annotated[str, "kind of block: `headline`, `body`, `teaser` ..."]
    dropped: Annotated[str, "why nothing was read here, in words; empty when it was read"]
    segments: Annotated[tuple[Segment, ...], "its text"]
    cut_before: Annotated[bool, "true when text before it is left out (excerpts)"] = False


@record
class QuoteView:
    """Evidence in its sentence, with the exact words marked."""

    segments: Annotated[tuple[Segment, ...], "the context, cut at the marks"]
    href: Annotated[str, "the same words in the text section"]
    cut_before: Annotated[bool, "true when the sentence goes on before"]
    cut_after: Annotated[bool, "true when the sentence goes on after"]
    block: Annotated[str, "where it stands, in words: the kind of block unless it is the body, and the page of a PDF; else empty"]


@record
class VoiceView:
    """Somebody who says or denies."""

    name: Annotated[str, "as the text names them"]
    known_as: Annotated[str, "the table's name where it differs; else empty"]
    chain: Annotated[str, "who relays, from the nearest outwards, in words; else empty"]


@record
class RuleLink:
    """A provision named with its official address."""

    name: Annotated[str, "symbol and paragraph in words"]
    href: Annotated[str, "the official text; empty when the year is not known"]
