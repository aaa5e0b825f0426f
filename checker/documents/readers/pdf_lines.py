"""Lines of printed pages put together to paragraphs, with the offset at which each page begins.

A line of a page ends where the next word did not fit, and how many characters fit depends on the letters; so lines are
joined unless there is a sign that a paragraph ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.documents.lines import ends_sentence, goes_on

_MARKED = re.compile(r"(?:[-*•‣▪◦·●–—]\s|\(?\d{1,3}[.)]\s|\(?[a-z]{1,4}\)\s|[A-Z]\.\s+[A-Z][a-z])")
_SHORT = 0.85
"""Of the usual width: a shorter line that ends a sentence ends a paragraph."""
_STUMP = 0.6
"""A line that short is a title, or the end of a paragraph."""
_LEAST_WIDTH = 30


def joined_lines(pages: Sequence[Sequence[str]]) -> tuple[str, tuple[int, ...]]:
    """The text of the pages, paragraphs parted by empty lines, and where in it each page begins.

    A word cut by a hyphen at the end of a line keeps hyphen and line end, for the reader that knows the words. A page
    without lines begins where the next one does.
    """
    width = _usual_width(pages)
    parts: list[str] = []
    begins: list[int] = []
    size, last = 0, ""
    for lines in pages:
        begun = False
        gap = False
        for line in lines:
            if not line:
                gap = True
                continue
            between = _between(last, line, gap, width) if last else ""
            parts += (between, line)
            size += len(between)
            if not begun:
                begins.append(size)
                begun = True
            size += len(line)
            last, gap = line, False
        if not begun:
            begins.append(-1)
    following = size
    for at in range(len(begins) - 1, -1, -1):
        following = begins[at] = following if begins[at] < 0 else begins[at]
    if begins:
        begins[0] = 0
    return "".join(parts), tuple(begins)


def _between(line: str, following: str, gap: bool, width: int) -> str:
    """What stands between two lines: a blank, a line end behind a cut word, nothing in ``Franco-German``, or an empty line."""
    if line.endswith(("-", "\u00ad", "\u2010")) and len(line) > 1 and line[-2].isalnum():
        return "\n" if following[:1].islower() and line[-2].isalpha() else ""
    if gap or _MARKED.match(following):
        return "\n\n"
    if ends_sentence(line):
        return "\n\n" if len(line) < _SHORT * width else " "
    if goes_on(line):
        return " " if not line.endswith(":") or following[:1].islower() else "\n\n"
    if len(line) < _STUMP * width and not following[:1].islower():
        return "\n\n"
    return " "


def _usual_width(pages: Sequence[Sequence[str]]) -> int:
    """The length that nine lines of ten do not pass."""
    sizes = sorted(len(line) for lines in pages for line in lines if line)
    return max(_LEAST_WIDTH, sizes[len(sizes) * 9 // 10]) if sizes else _LEAST_WIDTH
