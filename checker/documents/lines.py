"""A text as units: one paragraph, heading, bullet or stray line each, hard-wrapped lines joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from checker.records import record

# Closing marks after which a sentence end still counts.
CLOSERS = "\"'”’»›)]}*_~ \u00a0\u202f"
_ENDS = ".!?…。！？"
_GOES_ON = ":;,，；：、"

_LINE = re.compile(r"[^\n\r]+")
_MARKS = (
    ("heading", re.compile(r"#{1,6}[ \t]+(?=\S)")),
    ("quote", re.compile(r">+[ \t]*")),
    ("image", re.compile(r"!\[")),
    (
        "bullet",
        re.compile(r"[-*+•‣▪◦·●–—][ \t\u00a0]+(?=\S)|\(?\d{1,3}[.)][ \t\u00a0]+(?=\S)|\(?[a-z][.)][ \t]+(?=\S)"),
    ),
)
_CLOCK = re.compile(r"\[?(?:[01]?\d|2[0-3])(?:[:.]|[ \u00a0\u202f]?h[ \u00a0\u202f]?)[0-5]\d\b(?!%)")
_SPEAKER = re.compile(
    r"(?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’ -]{1,40}|(?:Mr|Mrs|Ms|Mme|M)\.? [A-ZÀ-ÖØ-Þ][\w'’-]{1,30}) ?:[ \u00a0]+(?=\S)"
    r"|[QAR] ?[:.][ \u00a0]+(?=\S)"
)
_FORMAL = re.compile(
    r"(?:(?:MR|MRS|MS|M|MME|Mr|Mrs|Ms|Mme)\b|[QAR] ?[:.]|QUESTION|ANSWER|R[ÉE]PONSE|THE PRESIDENT|SECRETARY)"
)
_BYLINE = re.compile(r"(?:[Bb]y|[Pp]ar) [A-ZÀ-ÖØ-Þ]")
_UNDERLINE = re.compile(r"(?<![=-])(?:={3,}|-{3,})\Z")

# Wrapped text: no line is longer, and lines end because the next word did not fit.
_WIDEST = 110
_NARROWEST = 45


@record
class Unit:
    """A stretch of the text that is one paragraph or line; offsets in code points, blanks around it left out.

    ``mark``: ``heading``, ``quote``, ``image``, ``bullet`` or empty; ``inner`` is where the words begin
    after such a mark. ``run`` counts the stretches without an empty line.
    """

    start: int
    end: int
    inner: int
    run: int
    mark: str = ""


@record
class _Line:
    start: int
    end: int
    indent: int
    mark: str
    inner: int
    first_word: int
    open_ended: bool
    lower: bool
    fresh: bool

    @property
    def size(self) -> int:
        return self.end - self.start


def split_units(text: str, start: int = 0) -> tuple[Unit, ...]:
    """The units of ``text`` from ``start``, in order; together they hold every character that is not blank."""
    runs = _runs(text, start)
    width = _wrap_width(runs)
    units: list[Unit] = []
    for number, run in enumerate(runs):
        first = 0
        for index in range(1, len(run) + 1):
            if index < len(run) and _joins(run[index - 1], run[index], run[first], width, text):
                continue
            head, last = run[first], run[index - 1]
            underlined = index - first == 2 and _UNDERLINE.match(text[last.start : last.end]) is not None
            units.append(Unit(head.start, last.end, head.inner, number, "heading" if underlined else head.mark))
            first = index
    return tuple(units)


def ends_sentence(text: str) -> bool:
    """True when the last visible mark of ``text`` closes a sentence, whatever quotes and brackets follow it."""
    return text[-12:].rstrip(CLOSERS).endswith(tuple(_ENDS))


def goes_on(text: str) -> bool:
    """True when ``text`` ends with a colon, comma or semicolon, so that a sentence or a list goes on."""
    return text[-12:].rstrip(CLOSERS).endswith(tuple(_GOES_ON))


def starts_clock(text: str) -> bool:
    """True for an entry of a live page, which begins with the time of day."""
    return _CLOCK.match(text) is not None


def starts_speaker(text: str) -> bool:
    """True for a turn of a transcript, which begins with who speaks: ``MR KIRBY: ...``."""
    return _SPEAKER.match(text) is not None


def speaks_formally(text: str) -> bool:
    """True for a turn whose speaker is known for one at sight: a title, a question or an answer."""
    return _SPEAKER.match(text) is not None and _FORMAL.match(text) is not None


def _runs(text: str, start: int) -> list[list[_Line]]:
    runs: list[list[_Line]] = []
    run: list[_Line] = []
    previous_end = start
    for hit in _LINE.finditer(text, start):
        raw = hit.group()
        stripped = raw.strip()
        # Two line feeds in a row, or a line of blanks, end a run; a lone carriage return is a line end too.
        gap = text[previous_end : hit.start()].replace("\r\n", "\n")
        if run and (not stripped or len(gap) > 1):
            runs.append(run)
            run = []
        previous_end = hit.end()
        if stripped:
            run.append(_line(raw, stripped, hit.start()))
    if run:
        runs.append(run)
    return runs


def _line(raw: str, stripped: str, at: int) -> _Line:
    indent = len(raw) - len(raw.lstrip())
    start = at + indent
    mark, inner = "", start
    for name, pattern in _MARKS:
        hit = pattern.match(stripped)
        if hit is not None:
            mark, inner = name, start if name == "image" else start + hit.end()
            break
    blank = next((place for place, char in enumerate(stripped[:60]) if char.isspace()), min(len(stripped), 60))
    first = stripped[0]
    is_byline = _BYLINE.match(stripped) is not None and not ends_sentence(stripped)
    return _Line(
        start=start,
        end=start + len(stripped),
        indent=indent,
        mark=mark,
        inner=inner,
        first_word=blank,
        open_ended=not ends_sentence(stripped) and not goes_on(stripped),
        lower=first.islower(),
        fresh=bool(mark) or starts_clock(stripped) or starts_speaker(stripped[:60]) or is_byline,
    )


def _wrap_width(runs: Sequence[Sequence[_Line]]) -> int:
    """The width at which the text was wrapped by hand or mailer, or 0 when every line is a paragraph."""
    sizes = sorted(line.size for run in runs for line in run)
    if not sizes or sum(size > _WIDEST for size in sizes) * 20 > len(sizes):
        return 0
    width = max((size for size in sizes if size <= _WIDEST), default=0)
    if width < _NARROWEST:
        return 0
    inner = [(a, b) for run in runs for a, b in pairwise(run) if not b.fresh and a.mark != "heading"]
    forced = [a for a, b in inner if _is_forced(a, b, width)]
    broken = sum(line.open_ended for line in forced)
    return width if len(forced) >= 2 and len(forced) * 2 >= len(inner) and broken * 3 >= len(forced) else 0


def _is_forced(line: _Line, following: _Line, width: int) -> bool:
    return line.size + 1 + following.first_word > width


def _joins(line: _Line, following: _Line, head: _Line, width: int, text: str) -> bool:
    if head.mark == "quote" and following.mark == "quote":
        return following.inner < following.end  # an empty quoted line parts two paragraphs
    if head.mark == "heading":
        return False
    if (
        line is head
        and line.open_ended
        and line.size <= 160
        and _UNDERLINE.match(text[following.start : following.end])
    ):
        return True
    if following.fresh or head.mark == "image":
        return False
    if following.lower and line.open_ended and line.size >= _NARROWEST:
        return True
    if not width or following.indent >= line.indent + 2:
        return False
    return _is_forced(line, following, width)
