"""Reading a page from top to bottom: which kind each unit is, as far as the unit and what came before can tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.documents import furniture as seen
from checker.documents.datelines import read_date_line
from checker.documents.lines import (
    CLOSERS,
    Unit,
    ends_sentence,
    goes_on,
    speaks_formally,
    starts_clock,
    starts_speaker,
)
from checker.model import BlockKind
from checker.records import record
from checker.text import Shadow, fold

LONG_HEADLINE = 220
_SHORT_PROSE = 40  # shorter, a line after links to other articles is another link, whatever its last mark
_ASKED_PROSE = 140  # titles of links may end in a question or exclamation mark
_SURE_PROSE = 200
_BODY_WORDS = 12
_AHEAD = 12
_SPEAKERS = 3
_MARKS_IN_FRONT = "#>*_-•– \t"
_INNER_END = re.compile(r"[.!?…][\"'”’»)]{0,2}\s+\S")


@record
class Piece:
    """A unit with its words, the folded copy, and its kind; None: a headline, a label or a caption, to be settled."""

    unit: Unit
    source: str
    folded: str
    kind: BlockKind | None = None
    weight: float | None = None

    @property
    def words(self) -> int:
        """How many words it has; two signs of a script without spaces count as one."""
        dense = sum("\u3040" <= char <= "\u9fff" for char in self.source[:400])
        return max(len(self.source[:4_000].split()), dense // 2)


@dataclass(slots=True)
class _Reader:
    """What reading remembers of the page so far."""

    titles: set[str]
    transcript: bool
    links: bool = False
    link_run: int = -1
    comments: bool = False
    body_seen: bool = False
    loose_seen: bool = False
    body_open: bool = False


def read_kinds(text: str, shadow: Shadow, units: Sequence[Unit], title: str = "") -> list[Piece]:
    """The units of ``text`` as pieces, in order; one that repeats ``title`` is a headline."""
    # One line with a label in capitals is a kicker; several make a transcript.
    speakers = sum(starts_speaker(text[unit.start : unit.start + 60]) for unit in units)
    reader = _Reader({_bare(fold(title).text)} if title.strip() else set(), speakers >= _SPEAKERS)
    folded = [shadow.text[shadow.from_source(unit.start) : shadow.from_source(unit.end)] for unit in units]
    pieces: list[Piece] = []
    for index, unit in enumerate(units):
        source = text[unit.start : unit.end]
        kind = _kind(reader, unit, source, folded[index])
        if kind is BlockKind.BOILERPLATE and not reader.comments and seen.opens_comments(folded[index]):
            following = folded[index + 1 : index + 1 + _AHEAD]
            # A link to the comments may stand above the article; the comments themselves come after it.
            reader.comments = any(map(seen.marks_comment, following)) or unit.start * 2 > len(text)
        reader.body_seen |= kind in (BlockKind.BODY, BlockKind.QUOTE)
        reader.loose_seen |= kind in (None, BlockKind.HEADLINE)
        reader.body_open = kind is BlockKind.BODY and not ends_sentence(source)
        pieces.append(Piece(unit, source, folded[index], kind))
    return pieces


def is_same(folded: str, other: str) -> bool:
    """True when two folded units say the same but for marks around them."""
    return _bare(folded) == _bare(other)


def _kind(reader: _Reader, unit: Unit, source: str, folded: str) -> BlockKind | None:
    if reader.comments or not any(map(str.isalnum, folded)):
        return BlockKind.BOILERPLATE
    if unit.mark == "image":
        return BlockKind.CAPTION
    if reader.titles and len(folded) <= 2 * LONG_HEADLINE and _bare(folded) in reader.titles:
        reader.links = False
        return BlockKind.HEADLINE
    return _site_kind(reader, unit, source, folded) or _article_kind(reader, unit, source, folded)


def _site_kind(reader: _Reader, unit: Unit, source: str, folded: str) -> BlockKind | None:
    """Boilerplate or teaser, or None for what belongs to the article."""
    if seen.opens_comments(folded):
        return BlockKind.BOILERPLATE
    teaser = seen.teaser_kind(source, folded) if len(folded) <= 2 * LONG_HEADLINE else ""
    if teaser:
        reader.links |= teaser == "header"
        reader.link_run = unit.run
        return BlockKind.TEASER
    if seen.is_site_notice(folded) and not seen.has_prose_before_notice(folded):
        return BlockKind.BOILERPLATE
    if seen.is_link(source) and not reader.body_open:
        return BlockKind.TEASER
    if seen.is_breadcrumb(source, folded) and read_date_line(source) is None:
        crumb = _bare(fold(seen.last_crumb(source)).text)
        if len(crumb.split()) >= 3:
            reader.titles.add(crumb)
        return BlockKind.BOILERPLATE
    if reader.links or unit.run == reader.link_run:
        if not _resumes(unit, source, folded):
            return BlockKind.TEASER
        reader.links, reader.link_run = False, -1
    return None


def _article_kind(reader: _Reader, unit: Unit, source: str, folded: str) -> BlockKind | None:
    if seen.is_editors_note(folded):
        return BlockKind.BODY
    if seen.is_caption(folded):
        return BlockKind.CAPTION
    dated = read_date_line(source)
    if dated is not None:
        return BlockKind.BODY if dated.kind == "dateline" else BlockKind.DATELINE
    if seen.is_byline(source, folded):
        return BlockKind.DATELINE
    if starts_clock(source):
        return BlockKind.BODY if any(map(str.isalpha, folded.replace("h", ""))) else BlockKind.DATELINE
    if unit.mark in ("heading", "quote"):
        return BlockKind.HEADLINE if unit.mark == "heading" else BlockKind.QUOTE
    is_prose = ends_sentence(source) or goes_on(source) or seen.find_tail(source, folded) is not None
    if unit.mark == "bullet":
        is_menu = not reader.body_seen and not is_prose and len(source.split()) <= 4
        return BlockKind.BOILERPLATE if is_menu else BlockKind.BODY
    if is_prose:
        return None if _could_be_headline(reader, source) else BlockKind.BODY
    if speaks_formally(source) or (reader.transcript and starts_speaker(source)):
        return BlockKind.BODY
    if source[0].islower() and len(source.split()) >= 3 and (reader.body_open or reader.body_seen):
        return BlockKind.BODY
    is_long = len(source) > LONG_HEADLINE or len(source[:LONG_HEADLINE].split()) >= _BODY_WORDS
    return BlockKind.BODY if is_long and (reader.body_seen or len(source) > LONG_HEADLINE) else None


def _resumes(unit: Unit, source: str, folded: str) -> bool:
    """True when prose begins again after links to other articles."""
    if unit.mark == "heading" or seen.is_editors_note(folded) or starts_clock(source):
        return True
    size = unit.end - unit.inner
    if size >= _SURE_PROSE:
        return True
    if not ends_sentence(source):
        return False
    return size >= (_SHORT_PROSE if source[-12:].rstrip(CLOSERS)[-1:] in ".…。" else _ASKED_PROSE)


def _could_be_headline(reader: _Reader, source: str) -> bool:
    """True for a first line that asks or exclaims, and is one sentence only."""
    if reader.body_seen or reader.loose_seen or len(source) > LONG_HEADLINE:
        return False
    return source[-12:].rstrip(CLOSERS)[-1:] in "?!？！" and _INNER_END.search(source) is None


def _bare(folded: str) -> str:
    return " ".join(folded.strip(_MARKS_IN_FRONT).split())
