"""The publication day, and where it comes from."""

from datetime import date

import pytest

from checker.documents.blocks import split_blocks
from checker.documents.datelines import read_date_line
from checker.documents.publication import Publication, find_publication

DAY = date(2022, 11, 3)
PROSE = "The ministry said on Thursday that the ship had left the port with a cargo of coal for Wonsan."
PROSE_FR = "Le ministère a déclaré jeudi que le navire avait quitté le port avec une cargaison de charbon."


def publication(
    text: str,
    language: str = "en",
    argument: date | None = None,
    front_matter: date | None = None,
    default: date | None = None,
    as_of: date | None = None,
) -> Publication:
    return find_publication(
        text,
        split_blocks(text),
        language=language,
        argument=argument,
        front_matter=front_matter,
        default=default,
        as_of=as_of,
    )


def page(*lines: str) -> str:
    return "\n\n".join(("Ship leaves port with coal, ministry says", *lines, PROSE))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Published 3 November 2022", "published"),
        ("First published on 3 November 2022", "published"),
        ("Publié le 3 novembre 2022 à 10h12", "published"),
        ("Publié le 3 novembre 2022 à 10 h 12", "published"),
        ("By JANE DOE, Diplomatic Editor, published 3 Nov 2022", "published"),
        ("Published Nov 3, 2022, 5:04 PM EDT, updated Nov 4, 2022", "published"),
        ("Mis en ligne le 3 novembre 2022", "published"),
        ("Date: 3 November 2022", "published"),
        ("Mis à jour le 3 novembre 2022", "updated"),
        ("Last updated 3 November 2022 at 14:05 GMT", "updated"),
        ("Nov 3, 2022, 5:04 PM", "bare"),
        ("Thursday, November 3, 2022", "bare"),
        ("jeudi 3 novembre 2022", "bare"),
        ("Genève, le 3 novembre 2022", "bare"),
        ("SC/15123 | 3 NOVEMBER 2022", "bare"),
        ("2022-11-03T10:12:00Z", "bare"),
        ("NEW YORK, 3 November 2022 -- The Council met.", "dateline"),
        ("GENEVA (3 November 2022) – Experts said.", "dateline"),
        ("(Paris) 3 novembre 2022 – Le ministre", "dateline"),
        ("SEOUL, Nov. 3, 2022 (Agency) — The North", "dateline"),
    ],
)
def test_date_lines(line: str, kind: str) -> None:
    found = read_date_line(line)
    assert found is not None
    assert found.written is not None
    assert (found.kind, found.written.day) == (kind, DAY)


@pytest.mark.parametrize(
    "line",
    [
        "The report was published on 3 November 2022 by the ministry.",
        "On 3 November 2022, the Council met in New York to hear the envoy.",
        "Resolution 2397 of 22 December 2017",
        "Kim Jong Un inspects a factory on 3 November 2022",
        "Photo: KCNA, 3 November 2022",
        "He denied it - twice - in 2022",
        "Jane Doe",
        "MR KIRBY — We have no comment.",
    ],
)
def test_lines_that_date_nothing(line: str) -> None:
    assert read_date_line(line) is None


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        ("SEOUL, Nov. 3 (Agency) — The North fired.", "The North fired."),
        ("SÉOUL, 3 nov (Agence) - Le Nord a tiré.", "Le Nord a tiré."),
        ("PARIS (Agence) – Le ministre a nié.", "Le ministre a nié."),
        ("WASHINGTON — The envoy left.", "The envoy left."),
        ("(Agence) – Le ministre a nié.", "Le ministre a nié."),
    ],
)
def test_the_sentence_after_a_dateline_is_found(line: str, prose: str) -> None:
    found = read_date_line(line)
    assert found is not None
    assert (found.kind, line[found.end :]) == ("dateline", prose)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(page("Published 3 November 2022"), "en", id="a label"),
        pytest.param(page("Nov 3, 2022, 5:04 PM"), "en", id="a bare day"),
        pytest.param(page("Publié le 03/11/2022 à 10:12"), "fr", id="figures in French"),
        pytest.param(page("Updated 9 November 2022", "Published 3 November 2022"), "en", id="label before update"),
        pytest.param(page("Mis à jour le 3 novembre 2022"), "fr", id="an update alone"),
        pytest.param("24 November 2022\n\n" + page("3 November 2022"), "en", id="under the title, not above it"),
        pytest.param(page("SEOUL, Nov. 3 (Agency) — The North fired.", "© 2022 The Post"), "en", id="the year below"),
        pytest.param(
            page("SEOUL, Nov. 3 (Agency) — The North fired on Nov. 3, 2022."), "en", id="the year in the text"
        ),
        pytest.param("GENEVA (3 November 2022) – " + PROSE, "en", id="a press release"),
        pytest.param(PROSE + "\n\nPublished 3 November 2022", "en", id="at the end"),
    ],
)
def test_the_day_is_read_from_the_page(text: str, language: str) -> None:
    found = publication(text, language)
    assert (found.day, found.basis) == (DAY, "dateline")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(page(), id="no day"),
        pytest.param(page("The resolution was adopted on 22 December 2017 in New York."), id="a day in a sentence"),
        pytest.param(page("READ ALSO", "3 November 2022"), id="the day of another article"),
        pytest.param(page("Photo: a ship on 3 November 2022"), id="the day of a picture"),
    ],
)
def test_pages_without_a_day(text: str) -> None:
    assert publication(text) == Publication(None, "none")


def test_the_argument_wins_and_what_differs_is_shown() -> None:
    found = publication(page("Published 4 November 2022"), argument=DAY, front_matter=date(2022, 11, 5))
    assert found == Publication(
        DAY,
        "argument",
        (
            "published_differs: the argument says 2022-11-03, the front matter says 2022-11-05; 2022-11-03 is used",
            "published_differs: the argument says 2022-11-03, the page says 'Published 4 November 2022', 2022-11-04; "
            "2022-11-03 is used",
        ),
    )


def test_front_matter_wins_over_the_page() -> None:
    found = publication(page("Published 4 November 2022"), front_matter=DAY)
    assert (found.day, found.basis, len(found.notices)) == (DAY, "front_matter", 1)


def test_days_that_agree_give_no_notice() -> None:
    text = page("Published 3 November 2022")
    assert publication(text, argument=DAY, front_matter=DAY) == Publication(DAY, "argument")


def test_the_default_only_fills_gaps() -> None:
    assert publication(page(), default=DAY) == Publication(DAY, "default")
    assert publication(page("Published 3 November 2022"), default=date(2020, 1, 1)) == Publication(DAY, "dateline")


def test_an_ambiguous_day_is_no_day() -> None:
    assert publication(page("Published 03/04/2022")) == Publication(
        None, "none", ("ambiguous_day: 'Published 03/04/2022' can be read two ways; give the day with --published",)
    )


def test_a_dateline_without_a_year_is_no_day() -> None:
    text = page("SEOUL, Nov. 3 (Agency) — The North broke a rule of 2017.")
    assert publication(text) == Publication(
        None,
        "none",
        ("dateline_without_year: 'SEOUL, Nov. 3 (Agency) —' names no year; give the day with --published",),
    )


def test_what_the_page_leaves_open_is_no_matter_when_the_day_is_given() -> None:
    assert publication(page("Published 03/04/2022"), argument=DAY).notices == ()


@pytest.mark.parametrize(
    ("as_of", "is_future"), [(date(2022, 11, 2), True), (DAY, False), (date(2022, 11, 4), False)]
)
def test_a_day_after_the_day_of_the_run_is_a_notice(as_of: date, is_future: bool) -> None:
    found = publication(page(), argument=DAY, as_of=as_of)
    expected = "published_in_future: the argument says 2022-11-03, which is after 2022-11-02"
    assert found.notices == ((expected,) if is_future else ())


def test_two_days_on_the_page_far_apart_are_shown() -> None:
    found = publication(page("Published 3 November 2022", "SEOUL, Nov. 9, 2021 (Agency) — The North fired."))
    assert found.notices == (
        "published_differs: the page says 'Published 3 November 2022', 2022-11-03, and "
        "'SEOUL, Nov. 9, 2021 (Agency) —', 2021-11-09; 2022-11-03 is used",
    )


def test_a_report_filed_the_day_before_is_no_matter() -> None:
    found = publication(page("Published 3 November 2022", "SEOUL, Nov. 2, 2022 (Agency) — The North fired."))
    assert (found.day, found.notices) == (DAY, ())


def test_the_french_page_is_dated() -> None:
    text = (
        f"Un navire quitte le port\n\nPublié le jeudi 3 novembre 2022 à 18 h 15\nMis à jour à 21 h 03\n\n{PROSE_FR}"
    )
    assert publication(text, "fr") == Publication(DAY, "dateline")
