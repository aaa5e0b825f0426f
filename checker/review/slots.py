"""Places for decisions in a written page: what stands between two comments of ours, and nothing else, can be replaced."""

from __future__ import annotations

from collections.abc import Callable

_OPEN, _END, _CLOSE = "<!--review:", "-->", "<!--/review-->"

Fill = Callable[[str, str], str | None]
"""Gives the new content of a place from its kind and key (as escaped in the page), or None to leave it."""


def behind(page: str, kind: str, key: str, text: str) -> str:
    """The page with ``text`` right behind the place of that kind and key; as it is where there is no such place."""
    start = page.find(f"{_OPEN}{kind} {key}{_END}")
    close = page.find(_CLOSE, start) if start >= 0 else -1
    if close < 0:
        return page
    at = close + len(_CLOSE)
    return f"{page[:at]}\n{text.rstrip()}{page[at:]}"


def replaced(page: str, fill: Fill) -> tuple[str, int]:
    """The page with its places filled anew, and how many places it has; every other character stays.

    A page that is applied to twice holds the second filling only. A place without an end is text, and stays.
    """
    out: list[str] = []
    at = count = 0
    while (start := page.find(_OPEN, at)) >= 0:
        name_end = page.find(_END, start)
        close = page.find(_CLOSE, name_end) if name_end >= 0 else -1
        if close < 0:
            break
        begin = name_end + len(_END)
        kind, _, key = page[start + len(_OPEN) : name_end].partition(" ")
        new = fill(kind, key)
        out.append(page[at:begin])
        out.append(page[begin:close] if new is None else new)
        at, count = close, count + 1
    out.append(page[at:])
    return "".join(out), count
