"""A footnote is that of the United Nations: letters in brackets, annex before paragraph, an abbreviation a language."""

from __future__ import annotations

import pytest

from checker.footnotes import footnotes
from checker.reference import load_reference


@pytest.mark.parametrize(
    ("resolution", "year", "paragraph", "english", "french"),
    [
        (2397, 2017, "8", "resolution 2397 (2017), para. 8.", "2397 (2017) du Conseil de sécurité, par. 8."),
        (1718, 2006, "8(b)", "resolution 1718 (2006), para. 8 (b).", "Conseil de sécurité, par. 8 b)."),
        (1718, 2006, "8(a)(ii)", "1718 (2006), para. 8 (a) (ii).", "sécurité, par. 8 a) ii)."),
        (1718, 2006, "8(a)-(c)", "1718 (2006), para. 8 (a)–(c).", "sécurité, par. 8 a) à c)."),
        (2206, 2015, "13-15", "2206 (2015), paras. 13–15.", "sécurité, par. 13 à 15."),
        (687, 1991, "8-10, 12-13", "687 (1991), paras. 8–10 and 12–13.", "sécurité, par. 8 à 10 et 12 à 13."),
        (2231, 2015, "Annex B 4", "2231 (2015), annex B, para. 4.", "sécurité, annexe B, par. 4."),
        (2231, 2015, "Annex B 6(b)", "2231 (2015), annex B, para. 6 (b).", "sécurité, annexe B, par. 6 b)."),
        (2231, 2015, "Annex B", "2231 (2015), annex B.", "sécurité, annexe B."),
        (
            2624,
            2022,
            "n/c",
            "Security Council resolution 2624 (2022).",
            "Résolution 2624 (2022) du Conseil de sécurité.",
        ),
    ],
)
def test_a_paragraph_is_cited_as_the_united_nations_cite_it(
    resolution: int, year: int, paragraph: str, english: str, french: str
) -> None:
    in_english, in_french = footnotes(resolution, year, paragraph)
    assert in_english.endswith(english)
    assert in_french.endswith(french)


def test_every_numbered_paragraph_of_the_tables_is_cited_with_its_number() -> None:
    for one in load_reference().provisions:
        english, french = footnotes(one.resolution, one.year, one.paragraph)
        numbered = not one.paragraph.startswith("n/c")
        assert ("para" in english, "par." in french) == (numbered, numbered), one.id
        digits = "".join(c for c in one.paragraph if c.isdigit())
        assert "".join(c for c in english.partition(")")[2] if c.isdigit()) == digits, one.id
