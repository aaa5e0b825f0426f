"""What pages say in their own voice, in both languages: nobody is found to have done anything, and no figure says how surely."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
import report_samples as samples
from click.testing import CliRunner

from checker.bundle import folder
from checker.cli import main
from checker.report import write_report
from checker.views import languages

ARTICLES = Path(__file__).parent / "corpus" / "articles"
VERDICTS = {
    "en": r"guilt\w*|violators?|violated|offend\w+|culprits?|crimin\w+|illegal\w*|unlawful\w*|breached|broke the|proven?|"
    r"confirmed violation|perpetrat\w+|wrongdo\w+|convict\w*",
    "fr": r"coupables?|contrevenants?|a violé|ont violé|viole\b|enfreint|illéga\w+|crimin\w+|prouvé\w*|"
    r"fautifs?|avérée?s?",
}
"""Illicit trade and infractions are not among them: rules speak of both."""
FIGURES = r"\d\s*%|\bscore\b|probab\w+|\d\s*/\s*100|likelihood|vraisemblan\w+|confidence|indice de confiance"
NOTICES = {
    "en": (
        "A program read these allegations in published text. They establish nothing.",
        "No lead is no clearance.",
        "Most Council rules bind States. Anyone else named here is named because the text names them.",
        "Law known to ",
    ),
    "fr": (
        "Un programme a relevé ces allégations dans des textes publiés. Elles n’établissent rien.",
        "L’absence de piste ne vaut pas quitus.",
        "La plupart des règles du Conseil obligent les États.",
        "Droit connu jusqu’au ",
    ),
}
_VOID = {"meta", "br", "input", "link", "hr", "img", "rect", "line", "path", "circle", "use"}
_NOT_OURS = {"blockquote", "q", "bdi", "h1", "title", "script", "style"}


class OwnVoice(HTMLParser):
    """The words of a page that are its own: no quotation, no name, no title or text of an article."""

    def __init__(self, text: str, language: str) -> None:
        super().__init__(convert_charrefs=True)
        self.language, self.words = language, ""
        self.within: list[bool] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        given = dict(attrs)
        lang = given.get("lang") or self.language
        theirs = (
            tag in _NOT_OURS
            or {"article", "readings", "review-data", "review-states"} & set((given.get("class") or "").split())  # readings: a named State's view
            or (lang != self.language and tag != "html")
            or (tag == "h3" and given.get("dir") == "auto" and "lang" in given)
        )
        self.within.append(bool(theirs) or (bool(self.within) and self.within[-1]))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and self.within:
            self.within.pop()

    def handle_data(self, data: str) -> None:
        if not (self.within and self.within[-1]):
            self.words += f" {data}"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], str]:
    """Every page of the sample corpus, whole, as excerpts and in one file; of the invented results; and of the law."""
    root = tmp_path_factory.mktemp("wording")
    for language in languages():
        for name, more in (("whole", ()), ("excerpts", ("--excerpts",)), ("single", ("--single-file",))):
            done = CliRunner().invoke(
                main,
                ["check", str(ARTICLES), "-o", str(root / language / name), "--as-of", "2026-11-01",
                 "--report-language", language, "-f", "html", *more],
            )  # fmt: skip
            assert done.exit_code == 0, done.output
        write_report(samples.everything(), root / language / "invented", samples.RUN, language)
    return {
        (path.relative_to(root).parts[0], str(path.relative_to(root))): path.read_text(encoding="utf-8")
        for path in sorted(root.rglob("*.html"))
    }


def own_words(pages: dict[tuple[str, str], str]) -> Iterator[tuple[str, str, str]]:
    for (language, name), text in pages.items():
        yield language, name, " ".join(OwnVoice(text, language).words.split())


def test_nobody_is_called_guilty_or_a_violator(pages: dict[tuple[str, str], str]) -> None:
    for language, name, words in own_words(pages):
        found = re.search(rf"\b(?:{VERDICTS[language]})\b", words, re.IGNORECASE)
        assert found is None, (name, words[max(found.start() - 80, 0) : found.end() + 40])


def test_no_figure_says_how_surely_something_was_done(pages: dict[tuple[str, str], str]) -> None:
    for _, name, words in own_words(pages):
        found = re.search(FIGURES, words, re.IGNORECASE)
        assert found is None, (name, words[max(found.start() - 80, 0) : found.end() + 40])


def test_every_page_carries_the_standing_notices(pages: dict[tuple[str, str], str]) -> None:
    assert len(pages) > 100
    for (language, name), text in pages.items():
        footer = text[text.rindex('<footer class="notices">') :]
        for notice in NOTICES[language]:
            assert notice in footer, name


def test_a_page_that_nobody_signed_is_marked_as_not_for_publication(pages: dict[tuple[str, str], str]) -> None:
    mark = {"en": "Not for publication until signed", "fr": "Ne pas publier avant signature"}
    for (language, name), text in pages.items():
        assert mark[language] in text[: text.index("<main")], name


def test_a_french_page_speaks_french_wherever_it_speaks_itself(pages: dict[tuple[str, str], str]) -> None:
    english = re.compile(
        r"\b(?:the|which|not|rule|leads?|reported|stated|alleged|bound|days of|supply of|no end)\b", re.IGNORECASE
    )
    for language, name, words in own_words(pages):
        if language == "fr":
            found = english.search(words)
            assert found is None, (name, words[max(found.start() - 80, 0) : found.end() + 60])


def test_no_table_is_left_untranslated_in_a_french_page(pages: dict[tuple[str, str], str]) -> None:
    for (language, name), text in pages.items():
        if language == "fr" and "/invented/" not in name:  # some invented rows have no French, on purpose
            assert re.findall(r'<span lang="en" dir="auto">([^<]{1,80})', text) == [], name


def test_the_words_of_every_language_hold_no_verdict() -> None:
    for language in languages():
        data = json.loads((folder("reports") / "locale" / f"{language}.json").read_text(encoding="utf-8"))
        for key, words in data["words"].items():
            text = json.dumps(words, ensure_ascii=False)
            assert not re.search(rf"\b(?:{VERDICTS.get(language, VERDICTS['en'])})\b", text, re.IGNORECASE), key
