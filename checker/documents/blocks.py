"""A text as blocks: what is headline, body, quotation, and what of the page is not the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from checker.documents.datelines import read_date_line
from checker.documents.furniture import find_tail, is_label, is_name_list, is_post
from checker.documents.kinds import Piece, is_same, read_kinds
from checker.documents.lines import split_units
from checker.model import Block, BlockKind, Skipped, Span
from checker.text import Shadow, fold

WEIGHTS = {
    BlockKind.HEADLINE: 0.6,
    BlockKind.DATELINE: 0.0,
    BlockKind.BODY: 1.0,
    BlockKind.CAPTION: 0.3,
    BlockKind.QUOTE: 1.0,
    BlockKind.TEASER: 0.0,
    BlockKind.BOILERPLATE: 0.0,
}
"""How far a block of a kind is trusted (typology 3.7); an embedded post has 0.7, a pull quote 0."""

READ_KINDS = (BlockKind.HEADLINE, BlockKind.BODY, BlockKind.QUOTE)
_POST_WEIGHT = 0.7
_DROPPED = (BlockKind.TEASER, BlockKind.BOILERPLATE)
_PULL_QUOTES = 40  # so many candidates are looked up in the text, which keeps the work linear
_DECK_UNITS = 3


def split_blocks(text: str, start: int = 0, title: str = "") -> tuple[Block, ...]:
    """The blocks of ``text``, in order, never overlapping, holding every character that is not blank.

    What stands before ``start`` (front matter) is one boilerplate block. ``title`` is a title known
    from elsewhere; a unit that repeats it is a headline. Marks of Markdown stay inside their block
    (``words_of`` leaves them out). Links and notices that follow each other are one block.
    """
    shadow = fold(text)
    pieces = read_kinds(text, shadow, split_units(text, start), title)
    pieces = _mark_pull_quotes(_mark_posts(_settle(pieces)), shadow)
    blocks: list[Block] = []
    if text[:start].strip():
        blocks.append(_block(BlockKind.BOILERPLATE, text, 0, start))
    for piece in pieces:
        for block in _cut(piece, text):
            if blocks and block.kind in _DROPPED and block.kind is blocks[-1].kind and blocks[-1].start >= start:
                blocks[-1] = replace(blocks[-1], end=block.end)
            else:
                blocks.append(block)
    return tuple(blocks)


def skipped_blocks(blocks: Sequence[Block]) -> tuple[Skipped, ...]:
    """What of ``blocks`` is not read for claims, with the kind of the block as reason."""
    return tuple(
        Skipped(block.start, block.end, str(block.kind))
        for block in blocks
        if block.kind not in READ_KINDS or block.weight == 0
    )


def words_of(text: str, block: Block) -> Span:
    """The span of ``block`` without the Markdown mark, bullet or number in front of its words."""
    units = split_units(text[block.start : block.end])
    return Span(block.start + units[0].inner if units else block.start, block.end)


def _settle(pieces: list[Piece]) -> list[Piece]:
    """Decides what the loose pieces are, now that it is known where the article begins."""
    kinds = [piece.kind for piece in pieces]
    first_body = next((at for at, kind in enumerate(kinds) if kind in (BlockKind.BODY, BlockKind.QUOTE)), len(pieces))
    headline = next((at for at, kind in enumerate(kinds[:first_body]) if kind is BlockKind.HEADLINE), None)
    if headline is None:
        headline = _choose_headline(pieces, first_body)
    settled = [
        piece if piece.kind is not None else replace(piece, kind=_loose_kind(pieces, at, headline, first_body))
        for at, piece in enumerate(pieces)
    ]
    if first_body < len(pieces):
        return settled
    # No body at all: a lone sentence without a full stop, or a list of them, is read as body.
    for at, piece in enumerate(settled):
        is_lone = len(pieces) == 1 and piece.kind is BlockKind.HEADLINE
        is_sentence = at != headline and piece.words >= 4 and not is_name_list(piece.source)
        if is_lone or (pieces[at].kind is None and is_sentence):
            settled[at] = replace(piece, kind=BlockKind.BODY)
    return settled


def _choose_headline(pieces: Sequence[Piece], first_body: int) -> int | None:
    loose = [at for at in range(first_body) if pieces[at].kind is None]
    named = next((at for at in loose if pieces[at].words >= 4), None)
    if named is not None:
        return named
    longest = max(loose, key=lambda at: (pieces[at].words, -at), default=None)
    return longest if longest is not None and (pieces[longest].words >= 2 or len(pieces) == 1) else None


def _loose_kind(pieces: Sequence[Piece], at: int, headline: int | None, first_body: int) -> BlockKind:
    piece = pieces[at]
    if headline is not None and (at == headline or is_same(piece.folded, pieces[headline].folded)):
        return BlockKind.HEADLINE
    if headline is not None and at < headline:
        return BlockKind.BOILERPLATE if piece.words <= 3 else BlockKind.HEADLINE
    if is_label(piece.source):
        return BlockKind.BOILERPLATE
    is_deck = headline is not None and headline < at < min(first_body, headline + _DECK_UNITS + 1)
    return (
        BlockKind.HEADLINE if is_deck and piece.words >= 5 and not is_name_list(piece.source) else BlockKind.CAPTION
    )


def _mark_posts(pieces: list[Piece]) -> list[Piece]:
    """An embedded post is its own line, or the line before its signature."""
    marked = list(pieces)
    for at, piece in enumerate(pieces):
        if piece.kind in (BlockKind.BODY, BlockKind.CAPTION, BlockKind.DATELINE) and is_post(piece.folded):
            marked[at] = replace(piece, kind=BlockKind.QUOTE, weight=_POST_WEIGHT)
            is_signature = len(piece.source) <= 80 and piece.source.lstrip()[:1] in "—–-@("
            if is_signature and at and pieces[at - 1].kind in (BlockKind.BODY, BlockKind.QUOTE):
                marked[at - 1] = replace(pieces[at - 1], kind=BlockKind.QUOTE, weight=_POST_WEIGHT)
    return marked


def _mark_pull_quotes(pieces: list[Piece], shadow: Shadow) -> list[Piece]:
    """Quotations that stand elsewhere in the text too are kept once."""
    quoted: list[tuple[int, str]] = []
    for at, piece in enumerate(pieces):
        if piece.kind not in (BlockKind.BODY, BlockKind.CAPTION, BlockKind.QUOTE) or len(piece.folded) > 420:
            continue
        bare = piece.folded.lstrip("> ")
        if piece.kind is BlockKind.QUOTE or (bare[:1] == '"' and bare.rstrip(" .")[-1:] == '"'):
            inner = bare.strip("\"' .,>")
            if len(inner) >= 30 and "\n" not in inner:
                quoted.append((at, inner))
        if len(quoted) == _PULL_QUOTES:
            break
    times = Counter(inner for _, inner in quoted)
    kept: set[str] = set()
    marked = list(pieces)
    for at, inner in quoted:
        if inner in kept or shadow.text.count(inner) > times[inner]:
            marked[at] = replace(pieces[at], kind=BlockKind.QUOTE, weight=0.0)
        kept.add(inner)
    return marked


def _cut(piece: Piece, text: str) -> list[Block]:
    """The blocks of one piece: a dateline in front and what is glued to its end stand apart."""
    unit, kind = piece.unit, piece.kind or BlockKind.CAPTION
    if kind is not BlockKind.BODY:
        return [_block(kind, text, unit.start, unit.end, piece.weight)]
    cuts: list[tuple[int, BlockKind]] = [(unit.start, kind)]
    dated = read_date_line(piece.source) if unit.mark == "" else None
    if dated is not None and dated.kind == "dateline":
        cuts = [(unit.start, BlockKind.DATELINE), (unit.start + dated.end, kind)]
    tail = find_tail(piece.source, piece.folded)
    if tail is not None:
        at = unit.start + fold(piece.source).to_source(tail[0], tail[0]).start
        if at > cuts[-1][0]:
            cuts.append((at, BlockKind(tail[1])))
    ends = [*(start for start, _ in cuts[1:]), unit.end]
    return [_block(kind, text, start, end) for (start, kind), end in zip(cuts, ends, strict=True)]


def _block(kind: BlockKind, text: str, start: int, end: int, weight: float | None = None) -> Block:
    inside = text[start:end]
    first = start + len(inside) - len(inside.lstrip())
    return Block(kind, first, start + len(inside.rstrip()), WEIGHTS[kind] if weight is None else weight)
