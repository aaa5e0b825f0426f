"""A page as its elements and words, for the tests of everything that is written as HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser


def bare(text: str) -> str:
    """A page without style, script and policy, which are files of their own and would move every golden page."""
    text = re.sub(r"<(style|script)>.*?</\1>", r"<\1></\1>", text, flags=re.DOTALL)
    return re.sub(r'(Content-Security-Policy" content=")[^"]*', r"\1", text)


class Page(HTMLParser):
    """The elements of a page with their attributes, and the text outside style and script."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words = ""
        self.raw: dict[str, list[str]] = {"style": [], "script": [], "template": []}
        self.within = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {k: v or "" for k, v in attrs}))
        data = ("class", "review-data") in attrs or ("class", "review-states") in attrs
        if tag in self.raw and (tag != "template" or data):
            self.within = tag
            self.raw[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.within:
            self.within = ""

    def handle_data(self, data: str) -> None:
        if self.within:
            self.raw[self.within][-1] += data
        else:
            self.words += data

    def all(self, attribute: str) -> list[str]:
        return [attrs[attribute] for _, attrs in self.elements if attribute in attrs]

    def meta(self, name: str) -> str:
        found = [
            a["content"] for t, a in self.elements if t == "meta" and name in (a.get("name"), a.get("http-equiv"))
        ]
        assert len(found) == 1
        return found[0]
