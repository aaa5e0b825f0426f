"""Pages of a report that was written before, with what reviewers decided since put into the places made for it.

The article may be gone, and the tables may have moved on: a signed page is the page that was reviewed, byte for byte, with
the decisions in it. It is never made anew.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import SimpleNamespace

from markupsafe import escape

from checker.errors import ReportError
from checker.press import Press
from checker.report import MARK
from checker.review.pages import decided_views, index_view, review_view
from checker.review.slots import replaced
from checker.review.standing import DocumentStanding, RunStanding
from checker.review.told import standing_words
from checker.views import RunInfo, wording
from checker.views.review_shapes import DecidedView, ReviewedRow, ReviewView

_LANGUAGE = re.compile(r'<html lang="([a-z]{2,3})">')
_TEMPLATES = {
    "standing": "standing.html",
    "decided": "review/decided.html",
    "line": "review/line.html",
    "gone": "review/gone.html",
    "index": "review/index.html",
}


class Signing:
    """Fills the pages of one run with the decisions on it; ``titles`` and ``pages`` are those of documents with leads."""

    def __init__(self, run: RunStanding, about: RunInfo, titles: Mapping[str, str], pages: Mapping[str, str]) -> None:
        self._run, self._about, self._titles, self._pages = run, about, titles, pages
        self._by_language: dict[str, _Filling] = {}

    def page(self, name: str, text: str) -> str:
        """The page with the decisions in it; raises ReportError (slug ``review-page``) when it has no place for them."""
        found = _LANGUAGE.search(text[:4096])
        filling = self._filling(found[1] if found else "en")
        signed, places = replaced(text, filling.fill)
        if not places:
            raise ReportError(
                f"'{name}' has no place for decisions: an older version wrote it; check again with --decisions",
                "review-page",
            )
        return signed

    def _filling(self, language: str) -> _Filling:
        if language not in self._by_language:
            self._by_language[language] = _Filling(self._run, self._about, language, self._titles, self._pages)
        return self._by_language[language]


class _Filling:
    """What comes into the places of pages in one language."""

    def __init__(
        self, run: RunStanding, about: RunInfo, language: str, titles: Mapping[str, str], pages: Mapping[str, str]
    ) -> None:
        words = wording(language)
        self._press = Press(words, MARK, (), words.day(about.known_to))
        self._decided: dict[str, DecidedView] = {}
        self._review: dict[str, ReviewView] = {}
        rows: list[ReviewedRow] = []
        for one in run.documents:
            self._review[str(escape(one.document))] = review_view(one, True, about, words)
            views = decided_views(one, about.names, words)
            self._decided |= {str(escape(key)): view for key, view in views.items()}
            if one.leads:
                rows.append(_row(one, titles, pages, words.language))
        self._review["run"] = index_view(run, rows, True, about, words)

    def fill(self, kind: str, key: str) -> str | None:
        """The content of a place; None for one that is not known, which then stays."""
        template = _TEMPLATES.get(kind)
        if template is None:
            return None
        card = SimpleNamespace(claim="", decided=self._decided.get(key))
        review = self._review.get(key)
        if review is None and kind in ("standing", "gone", "index"):
            return None
        page = SimpleNamespace(review=review)
        frame = SimpleNamespace(language=self._press.words.language)
        text = self._press.templates.get_template(template).render(page=page, card=card, frame=frame)
        return _inside(text)


def _row(one: DocumentStanding, titles: Mapping[str, str], pages: Mapping[str, str], language: str) -> ReviewedRow:
    key, told = standing_words([one], wording(language))
    return ReviewedRow(one.document, pages.get(one.document, ""), titles.get(one.document, one.source), key, told)


def _inside(text: str) -> str:
    """What a template puts between the comments of its place."""
    begin = text.index("-->", text.index("<!--review:")) + len("-->")
    return text[begin : text.index("<!--/review-->", begin)]
