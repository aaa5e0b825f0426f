"""A folded copy of a text for matching, with the way back to the offsets of the text itself."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from checker.model import Span
from checker.records import record

_QUOTES = {'"': "“”„‟″‶«»〝〞＂", "'": "‘’‚‛′‵`´ʼʹˈ‹›＇"}
_HYPHENS = "‐‑‒–—―−⁃﹘﹣－"
_SPACES = "\t\v\f\x1c\x1d\x1e\x1f\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_BREAKS = "\x85\u2028\u2029"
# Letters that Unicode does not decompose, though a scraped page or a wire service writes them plain.
_BARRED = {"đ": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "ŧ": "t"}

# What changes the length: ligatures are spelt out, invisible characters and loose accents go.
_SPELT = {
    "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "İ": "i", "ĳ": "ij", "Ĳ": "ij",
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
}  # fmt: skip
_ACCENTS = frozenset(map(chr, range(0x300, 0x370)))
_INVISIBLE = frozenset(
    chr(code)
    for first, last in (
        (0xAD, 0xAD), (0x61C, 0x61C), (0x180E, 0x180E), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064),
        (0x2066, 0x206F), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB),
    )
    for code in range(first, last + 1)
)  # fmt: skip
_UNEVEN = _ACCENTS | _INVISIBLE | frozenset(_SPELT)
_UNEVEN_AT = re.compile(f"[{''.join(sorted(_UNEVEN))}]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff\u212a\u212b\uff21-\uff5a]")


def _folding_table() -> dict[str, str]:
    table: dict[str, str] = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii():
            table[chr(code)] = base.lower()
    for code in range(0xFF01, 0xFF5F):
        table[chr(code)] = chr(code - 0xFEE0).lower()
    for plain, marks in (*_QUOTES.items(), ("-", _HYPHENS), (" ", _SPACES), ("\n", _BREAKS)):
        table.update(dict.fromkeys(marks, plain))
    table.update(_BARRED)
    # The table is read after lower(), which has folded the capitals.
    return {char: plain for char, plain in table.items() if char.lower() == char and char != plain}


_TABLE = _folding_table()
_BY_CODE = str.maketrans(_TABLE)
_FEW = 48  # up to so many different letters, replacing each is quicker than one look-up a character


def _fold_evenly(text: str, chars: set[str]) -> str:
    low = text.lower()
    marked = [char for char in {char.lower() for char in chars} if char in _TABLE]
    if len(marked) > _FEW:
        return low.translate(_BY_CODE)
    for char in marked:
        low = low.replace(char, _TABLE[char])
    return low


@record
class Shadow:
    """A folded copy of a text; all offsets are code points, and both ways are monotone.

    ``anchors`` is None while every code point of the text has exactly one in the copy; else it holds
    (offsets in ``text``, offsets in the source), the starts of stretches that run in step.
    """

    text: str
    size: int
    anchors: tuple[tuple[int, ...], tuple[int, ...]] | None = None

    def to_source(self, start: int, end: int) -> Span:
        """The smallest span of the source whose letters make up ``text[start:end]``.

        Offsets outside the copy are pulled in. Half a ligature gives the whole ligature; an invisible
        character at the rim of the match stays outside.
        """
        start = min(max(start, 0), len(self.text))
        end = min(max(end, start), len(self.text))
        if self.anchors is None:
            return Span(start, end)
        shadow, source = self.anchors
        index = bisect_right(shadow, start) - 1
        first = min(source[index] + start - shadow[index], self.size)
        if end <= start:
            return Span(first, first)
        if index + 1 == len(shadow) or shadow[index + 1] >= end:  # one stretch, as nearly always
            return Span(first, min(source[index] + end - 1 - shadow[index], self.size) + 1)
        return Span(first, self.source_of(end - 1) + 1)

    def source_of(self, offset: int) -> int:
        """The offset in the source of the letter that ``text[offset]`` comes from."""
        if self.anchors is None:
            return offset
        shadow, source = self.anchors
        index = bisect_right(shadow, offset) - 1
        return min(source[index] + offset - shadow[index], self.size)

    def from_source(self, offset: int) -> int:
        """The offset in ``text`` of the first letter that comes from ``offset`` of the source, or from after it."""
        offset = min(max(offset, 0), self.size)
        if self.anchors is None:
            return offset
        shadow, source = self.anchors
        index = bisect_left(source, offset)
        if index < len(source) and source[index] == offset:
            return shadow[index]
        reached = shadow[index - 1] + offset - source[index - 1]
        return reached if index == len(source) else min(reached, shadow[index])


def fold(text: str) -> Shadow:
    """A copy of ``text`` in lower case, without accents on Latin letters, with plain quotes, hyphens and spaces.

    Spelt out: œ, æ, ĳ and the f-ligatures. Dropped: soft hyphens, zero-width characters, direction
    marks and loose accents after a Latin letter. Everything else keeps one code point for one, so
    Cyrillic й and ї, kana and CJK stay themselves. Line feeds stay line feeds.
    """
    chars = set(text)
    if chars.isdisjoint(_UNEVEN):
        return Shadow(_fold_evenly(text, chars), len(text))
    pieces: list[str] = []
    shadow = [0]
    source = [0]
    done = made = 0
    on_latin = False
    for hit in _UNEVEN_AT.finditer(text):
        at = hit.start()
        if at > done:
            on_latin = _LATIN.match(text, at - 1) is not None
        # A loose accent goes only after a Latin letter: on a Cyrillic one it makes another letter.
        if hit.group() in _ACCENTS and not on_latin:
            continue
        pieces.append(text[done:at])
        made += at - done
        spelt = _SPELT.get(hit.group(), "")
        on_latin = on_latin or bool(spelt)
        # Each letter of a ligature points at the ligature; then the two run in step again.
        for extra in range(len(spelt)):
            shadow.append(made + extra)
            source.append(at)
        pieces.append(spelt)
        made += len(spelt)
        done = at + 1
        shadow.append(made)
        source.append(done)
    pieces.append(text[done:])
    return Shadow(_fold_evenly("".join(pieces), chars), len(text), (tuple(shadow), tuple(source)))


_WRAP = re.compile(r"(?<=\S)(?: *\n *(?=[^\s*•-])| {2,}(?=\S))")


def lines_joined(shadow: Shadow) -> Shadow:
    """The copy with one blank for a line break inside a paragraph and for a run of blanks.

    So *North* at the end of a line and *Korea* on the next are the name. An empty line and a break before a list mark stay.
    """
    return rewrite(shadow, [(*hit.span(), " ") for hit in _WRAP.finditer(shadow.text)])


def rewrite(shadow: Shadow, edits: Sequence[tuple[int, int, str]]) -> Shadow:
    """The shadow with stretches of its text replaced; each edit is (start, end, replacement), in order, none overlapping.

    Offsets keep pointing at the source: what is put in points at where the replaced stretch begins, letter by letter as
    far as that reaches.
    """
    if not edits:
        return shadow
    pieces: list[str] = []
    inner, outer = [0], [shadow.source_of(0)]
    made = done = 0
    old = shadow.anchors[0] if shadow.anchors is not None else ()

    def kept(start: int, end: int) -> None:
        nonlocal made
        pieces.append(shadow.text[start:end])
        inner.append(made)
        outer.append(shadow.source_of(start))
        for at in old[bisect_right(old, start) : bisect_left(old, end)]:
            inner.append(made + at - start)
            outer.append(shadow.source_of(at))
        made += end - start

    for start, end, new in edits:
        if start > done:
            kept(done, start)
        for at in range(len(new)):
            inner.append(made + at)
            outer.append(shadow.source_of(min(start + at, max(start, end - 1))))
        pieces.append(new)
        made += len(new)
        done = end
    if done < len(shadow.text):
        kept(done, len(shadow.text))
        inner.append(made)
        outer.append(shadow.source_of(len(shadow.text)))
    else:
        inner.append(made)
        outer.append(shadow.size)
    return Shadow("".join(pieces), shadow.size, (tuple(inner), tuple(outer)))


def fold_each(words: Iterable[str]) -> list[str]:
    """The folded text of each of many words, as ``fold`` gives it, all folded in one go."""
    listed = list(words)
    folded = fold("\n".join(listed)).text.split("\n") if listed else []
    return folded if len(folded) == len(listed) else [fold(word).text for word in listed]


def utf16_offset(text: str, offset: int) -> int:
    """How many UTF-16 code units stand before code point ``offset`` of ``text``, as a browser counts them.

    Offsets outside the text are pulled in.
    """
    offset = min(max(offset, 0), len(text))
    if text.isascii():
        return offset
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
