"""Fragments of HTML, as feeds and mails hold them, as plain text; whole pages are read by ``webpages``."""

from __future__ import annotations

import re
from html import unescape

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,40})[^<>]*>?")
_OTHER = re.compile(r"<[!?][^<>]*>?")
_DROPPED = ("script", "style", "template", "noscript")
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "img",
    ]
)
_BLANKS = re.compile(r"[ \t\r\f\v\u00a0]+")
_LINES = re.compile(r" ?\n[ \n]*\n ?")


def looks_marked(text: str) -> bool:
    """True for text that holds elements of HTML, or characters spelt as HTML spells them."""
    return _TAG.search(text) is not None or re.search(r"&(?:[a-zA-Z]{2,10}|#\d{2,6});", text) is not None


def plain_text(html: str) -> str:
    """The text that a fragment shows: each block a paragraph, ``br`` a line end; scripts and styles are left out."""
    parts: list[str] = []
    at, size, low = 0, len(html), html.lower()
    had_head = False
    while at < size:
        begin = html.find("<", at)
        if begin < 0:
            break
        parts.append(_said(html[at:begin]))
        if html.startswith("<!--", begin):
            end = html.find("-->", begin + 4)
            at = size if end < 0 else end + 3
            continue
        if html.startswith("<![CDATA[", begin):
            end = html.find("]]>", begin)
            parts.append(_said(html[begin + 9 : size if end < 0 else end]))
            at = size if end < 0 else end + 3
            continue
        hit = _TAG.match(html, begin) or _OTHER.match(html, begin)
        if hit is None:
            parts.append("<")
            at = begin + 1
            continue
        at = hit.end()
        name = hit[2].lower() if hit.re is _TAG else ""
        if name == "head" and not had_head:
            had_head = True
            ends = [end for end in (low.find("</head", at), low.find("<body", at)) if end >= 0]
            at = min(ends, default=at)
        elif name in _DROPPED and not hit[1]:
            end = low.find(f"</{name}", at)
            at = size if end < 0 else end
        elif name == "br":
            parts.append("\n")
        elif name and name not in _INLINE:
            parts.append("\n\n")
    parts.append(_said(html[at:]))
    text = _BLANKS.sub(" ", "".join(parts))
    return _LINES.sub("\n\n", text).replace(" \n", "\n").replace("\n ", "\n").strip()


def _said(text: str) -> str:
    # line ends of the source are blanks; those that are shown come from elements
    return unescape(text.replace("\n", " ")) if text else ""
