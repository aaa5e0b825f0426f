"""Affairs -> their page, and what the pages of documents that were written before say of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checker.affair import Together
from checker.press import Press
from checker.review.slots import behind
from checker.views import RunInfo
from checker.views.affair_shapes import AffairNote, AffairsOnIndex
from checker.views.affairs import PAGE, AffairDesk
from checker.views.review_shapes import DecidedView, ReviewView

PART = "affairs"
"""What the affairs are called inside a single file."""


class AffairPages:
    """The affairs of a run on its pages; ``places`` are the addresses of documents, ``decided`` what reviewers said of claims."""

    def __init__(
        self,
        said: Together,
        run: RunInfo,
        press: Press,
        places: Mapping[str, str],
        decided: Mapping[str, DecidedView],
        single: bool = False,
    ) -> None:
        self._press, self._places = press, places
        self.found = bool(said.affairs)
        page = f"#{PART}" if single else PAGE
        self._desk = AffairDesk(said.affairs, run.names, press.words, self._href, page, decided)

    @property
    def title(self) -> str:
        """The title of the page in the browser."""
        return f"{self._press.words.say('affairs.title')} · {self._press.words.say('report')}"

    def index(self) -> AffairsOnIndex | None:
        """What the index shows of them; None where there is none."""
        return self._desk.index()

    def notes(self) -> dict[str, dict[str, AffairNote]]:
        """By the address of a document's page, what the cards of its leads say, by the claim's id."""
        return {self._places[key]: notes for key, notes in self._desk.notes().items() if self._places.get(key)}

    def noted(self, page: str, notes: Mapping[str, AffairNote]) -> str:
        """The page of a document with what its leads say of their affairs, behind what was decided on them."""
        template = self._press.templates.get_template("affair_note.html")
        for claim, note in notes.items():
            page = behind(page, "decided", claim, template.render(note=note))
        return page

    def page(self, notices: Iterable[str], synthetic: bool, review: ReviewView) -> str:
        """The page of affairs."""
        view = self._desk.page(synthetic, review)
        return self._press.page("affairs.html", view, self.title, "document", tuple(notices), sheets=("affairs",))

    def part(self, synthetic: bool, review: ReviewView) -> str:
        """The affairs as a part of a single file."""
        return self._press.part("affairs.html", self._desk.page(synthetic, review), self.title, f"{PART}-")

    def _href(self, document: str, claim: str) -> str:
        page = self._places.get(document, "")
        if not page or not claim:
            return page
        return f"#{claim}" if page.startswith("#") else f"{page}#{claim}"
