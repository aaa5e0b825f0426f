"""Times in sentences: two tables by language, what is no time, and the period of conduct (typology 5.4)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.bundle import folder
from checker.errors import TableError
from checker.extract.calendar import load_calendar
from checker.extract.template_slots import needed_words, second_words
from checker.extract.timing import TimeExpression, find_times, period_of
from checker.model import Period
from checker.tables import Table, read_rows

THURSDAY = date(2022, 11, 3)

# text with the time in [brackets] | first day | last day | basis | precision; a dash is an open end.
ENGLISH = """
It fell [on 3 November 2022]. | 2022-11-03 | 2022-11-03 | stated | day
It fell on the [3rd of November 2022]. | 2022-11-03 | 2022-11-03 | stated | day
It fell [on Nov. 3, 2022]. | 2022-11-03 | 2022-11-03 | stated | day
It fell [on November 3 2022]. | 2022-11-03 | 2022-11-03 | stated | day
It fell [on November 3]. | 2022-11-03 | 2022-11-03 | relative | day
It fell [on November 4]. | 2021-11-04 | 2021-11-04 | relative | day
It fell [on Sept. 5]. | 2022-09-05 | 2022-09-05 | relative | day
It fell [on 31 December]. | 2021-12-31 | 2021-12-31 | relative | day
It fell [on 1 January]. | 2022-01-01 | 2022-01-01 | relative | day
It fell [on 29 February]. | 2020-02-29 | 2020-02-29 | relative | day
It fell [on Wednesday, 2 November]. | 2022-11-02 | 2022-11-02 | relative | day
It fell [on Wed., Nov. 2, 2022]. | 2022-11-02 | 2022-11-02 | stated | day
It fell on [the first of May 2021]. | 2021-05-01 | 2021-05-01 | stated | day
It fell [on 2022-11-02]. | 2022-11-02 | 2022-11-02 | stated | day
Logged [2022-11-02T10:00:00Z] there. | 2022-11-02 | 2022-11-02 | stated | day
It fell [on 13/11/2021]. | 2021-11-13 | 2021-11-13 | stated | day
It fell [on 11/13/2021]. | 2021-11-13 | 2021-11-13 | stated | day
It fell [on 03/04/2022]. | 2022-03-04 | 2022-04-03 | stated | range
It fell [on 01/12/2022]. | 2022-01-12 | 2022-01-12 | stated | day
Sold [from 3 to 8 November 2021]. | 2021-11-03 | 2021-11-08 | stated | range
Sold [on November 3-8, 2021]. | 2021-11-03 | 2021-11-08 | stated | range
Sold [from 3 November to 5 December 2021]. | 2021-11-03 | 2021-12-05 | stated | range
Sold [in August]. | 2022-08-01 | 2022-08-31 | relative | month
Sold [in November]. | 2022-11-01 | 2022-11-30 | relative | month
Sold [in December]. | 2021-12-01 | 2021-12-31 | relative | month
Sold [in August 2022]. | 2022-08-01 | 2022-08-31 | stated | month
Sold [in March last year]. | 2021-03-01 | 2021-03-31 | relative | month
Sold [last March]. | 2022-03-01 | 2022-03-31 | relative | month
Sold [last November]. | 2021-11-01 | 2021-11-30 | relative | month
Sold in the [month of August]. | 2022-08-01 | 2022-08-31 | relative | month
[In May] it sold shells. | 2022-05-01 | 2022-05-31 | relative | month
Sold [in mid-August]. | 2022-08-11 | 2022-08-20 | relative | range
Sold [in the second half of August]. | 2022-08-16 | 2022-08-31 | relative | range
Sold [in the last week of September]. | 2022-09-23 | 2022-09-30 | relative | range
Sold [in 2019]. | 2019-01-01 | 2019-12-31 | stated | year
Sold [in early 2021]. | 2021-01-01 | 2021-04-30 | stated | range
Sold [in late 2021]. | 2021-09-01 | 2021-12-31 | stated | range
Sold [at the end of last year]. | 2021-09-01 | 2021-12-31 | relative | range
Sold [in the first quarter of 2021]. | 2021-01-01 | 2021-03-31 | stated | quarter
Sold in [Q3 2021]. | 2021-07-01 | 2021-09-30 | stated | quarter
Sold [in the second quarter]. | 2022-04-01 | 2022-06-30 | relative | quarter
Sold [during the second half of 2021]. | 2021-07-01 | 2021-12-31 | stated | range
Sold [last quarter]. | 2022-07-01 | 2022-09-30 | relative | quarter
Sold [last autumn]. | 2021-09-01 | 2021-12-21 | season | season
Sold [last summer]. | 2022-06-01 | 2022-09-22 | season | season
Sold [this summer]. | 2022-06-01 | 2022-09-22 | season | season
Sold [in the spring]. | 2022-03-01 | 2022-06-20 | season | season
Sold [in the winter of 2020-21]. | 2020-12-01 | 2021-03-20 | season | season
Sold [in winter 2020]. | 2019-12-01 | 2021-03-20 | season | season
Sold [in the fall of 2021]. | 2021-09-01 | 2021-12-21 | season | season
Sold [on Wednesday]. | 2022-11-02 | 2022-11-02 | relative | day
Sold [on Thursday]. | 2022-11-03 | 2022-11-03 | relative | day
Sold [on Friday]. | 2022-10-28 | 2022-10-28 | relative | day
Sold [last Wednesday]. | 2022-11-02 | 2022-11-02 | relative | day
It leaves [next Thursday]. | 2022-11-10 | 2022-11-10 | relative | day
Sold [yesterday]. | 2022-11-02 | 2022-11-02 | relative | day
Sold [the day before yesterday]. | 2022-11-01 | 2022-11-01 | relative | day
Sold [last week]. | 2022-10-24 | 2022-10-30 | relative | week
Sold [over the weekend]. | 2022-10-29 | 2022-10-30 | relative | range
Sold [last month]. | 2022-10-01 | 2022-10-31 | relative | month
Sold [late last month]. | 2022-10-21 | 2022-10-31 | relative | range
Sold [earlier this month]. | 2022-11-01 | 2022-11-03 | relative | range
Sold [three weeks ago]. | 2022-10-10 | 2022-10-16 | relative | week
Sold [two days ago]. | 2022-11-01 | 2022-11-01 | relative | day
Sold [a decade ago]. | 2012-01-01 | 2012-12-31 | relative | year
Sold [several months ago]. | 2022-02-16 | 2022-08-18 | relative | range
Sold [in recent weeks]. | 2022-09-22 | 2022-11-03 | duration | range
Sold [recently]. | 2022-08-05 | 2022-11-03 | relative | range
Revealed [nearly two months after] the sale. | - | - | duration | range
Sold [the following day]. | - | - | relative | day
Sold [at the time]. | - | - | relative | era
It has sold them [for years]. | 2012-11-03 | 2022-11-03 | duration | era
Sold [for the past six months]. | 2022-05-03 | 2022-11-03 | duration | range
Sold [over the past year]. | 2021-11-03 | 2022-11-03 | duration | range
Selling [since 2019]. | 2019-01-01 | 2022-11-03 | since | range
Selling [since March]. | 2022-03-01 | 2022-11-03 | since | range
Selling [since at least 2017]. | 2017-01-01 | 2022-11-03 | since | range
Sold [from 2017 onwards]. | 2017-01-01 | 2022-11-03 | since | range
Sold [after 2016]. | 2017-01-01 | 2022-11-03 | since | range
Sold [after 31 December 2016]. | 2017-01-01 | 2022-11-03 | since | range
Sold [between March and June 2021]. | 2021-03-01 | 2021-06-30 | stated | range
Sold [between November and March 2021]. | 2020-11-01 | 2021-03-31 | stated | range
Sold [from 2017 to 2019]. | 2017-01-01 | 2019-12-31 | stated | range
Sold in [2017-2019]. | 2017-01-01 | 2019-12-31 | stated | range
Sold [from early 2017 to late 2019]. | 2017-01-01 | 2019-12-31 | stated | range
Send them home [by 2019]. | - | 2019-12-31 | deadline | range
Send them home [by the end of 2019]. | - | 2019-12-31 | deadline | range
Send them home [no later than 22 December 2019]. | - | 2019-12-22 | deadline | range
Send them home [before the end of the month]. | - | 2022-11-30 | deadline | range
Send them home [in 2019 at the latest]. | - | 2019-12-31 | deadline | range
Sold [before 2016]. | - | 2015-12-31 | deadline | range
Sold [before 1 March 2020]. | - | 2020-02-29 | deadline | range
Allowed [until 2019]. | - | 2019-12-31 | until | range
Home [within 24 months]. | - | - | deadline | range
Built in [the 1990s]. | 1990-01-01 | 1999-12-31 | stated | range
Built in [the seventies]. | 1970-01-01 | 1979-12-31 | stated | range
It will leave [next month]. | 2022-12-01 | 2022-12-31 | relative | month
It will leave [in the coming weeks]. | 2022-11-04 | 2022-12-15 | relative | range
It will leave [in three weeks]. | 2022-11-21 | 2022-11-27 | relative | week
It will leave [in May]. | 2023-05-01 | 2023-05-31 | relative | month
[In June], Zenda will deliver. | 2023-06-01 | 2023-06-30 | relative | month
It plans to sail [on November 2]. | 2023-11-02 | 2023-11-02 | relative | day
It will leave [later this year]. | 2022-11-03 | 2022-12-31 | relative | range
IT FELL [ON NOVEMBER 3]. | 2022-11-03 | 2022-11-03 | relative | day
"""

FRENCH = """
Tombé [le 3 novembre 2022]. | 2022-11-03 | 2022-11-03 | stated | day
Tombé [le 1er août]. | 2022-08-01 | 2022-08-01 | relative | day
Tombé [le premier mai 2021]. | 2021-05-01 | 2021-05-01 | stated | day
Tombé [le 3 novembre]. | 2022-11-03 | 2022-11-03 | relative | day
Tombé [le 4 novembre]. | 2021-11-04 | 2021-11-04 | relative | day
Tombé [le 12 févr. 2021]. | 2021-02-12 | 2021-02-12 | stated | day
Tombé [le 5 sept.] à Riga. | 2022-09-05 | 2022-09-05 | relative | day
Tombé [le 29 février]. | 2020-02-29 | 2020-02-29 | relative | day
Tombé [le 3 mars dernier]. | 2022-03-03 | 2022-03-03 | relative | day
Tombé [mercredi 2 novembre]. | 2022-11-02 | 2022-11-02 | relative | day
Tombé [le 03/04/2022]. | 2022-04-03 | 2022-04-03 | stated | day
Tombé [le 3.11.2021]. | 2021-11-03 | 2021-11-03 | stated | day
Vendu [du 3 au 8 octobre]. | 2022-10-03 | 2022-10-08 | relative | range
Vendu [entre le 3 et le 8 octobre 2021]. | 2021-10-03 | 2021-10-08 | stated | range
Vendu [entre le 3 mars et le 5 avril 2021]. | 2021-03-03 | 2021-04-05 | stated | range
Vendu [en août]. | 2022-08-01 | 2022-08-31 | relative | month
Vendu [en novembre]. | 2022-11-01 | 2022-11-30 | relative | month
Vendu [en décembre]. | 2021-12-01 | 2021-12-31 | relative | month
Vendu en [août 2021]. | 2021-08-01 | 2021-08-31 | stated | month
Vendu [en août 2021]. | 2021-08-01 | 2021-08-31 | stated | month
Vendu [en mars de l'année dernière]. | 2021-03-01 | 2021-03-31 | relative | month
Vendu [en mars dernier]. | 2022-03-01 | 2022-03-31 | relative | month
Vendu [au mois d'août]. | 2022-08-01 | 2022-08-31 | relative | month
Vendu [à la mi-juillet]. | 2022-07-11 | 2022-07-20 | relative | range
Vendu [fin août]. | 2022-08-21 | 2022-08-31 | relative | range
Vendu dans la [seconde quinzaine d'août 2021]. | 2021-08-16 | 2021-08-31 | stated | range
Vendu [en 2019]. | 2019-01-01 | 2019-12-31 | stated | year
Vendu [dès 2010]. | 2010-01-01 | 2010-12-31 | stated | year
Vendu [début 2021]. | 2021-01-01 | 2021-04-30 | stated | range
Vendu [fin 2021]. | 2021-09-01 | 2021-12-31 | stated | range
Vendu [au premier trimestre 2021]. | 2021-01-01 | 2021-03-31 | stated | quarter
Vendu [au deuxième trimestre]. | 2022-04-01 | 2022-06-30 | relative | quarter
Vendu [au second semestre de 2021]. | 2021-07-01 | 2021-12-31 | stated | range
Vendu [l'été dernier]. | 2022-06-01 | 2022-09-22 | season | season
Vendu [cet été]. | 2022-06-01 | 2022-09-22 | season | season
Vendu [à l'automne 2021]. | 2021-09-01 | 2021-12-21 | season | season
Vendu [au printemps]. | 2022-03-01 | 2022-06-20 | season | season
Vendu [mercredi]. | 2022-11-02 | 2022-11-02 | relative | day
Vendu [jeudi]. | 2022-11-03 | 2022-11-03 | relative | day
Vendu [vendredi]. | 2022-10-28 | 2022-10-28 | relative | day
Vendu [mercredi dernier]. | 2022-11-02 | 2022-11-02 | relative | day
Il part [jeudi prochain]. | 2022-11-10 | 2022-11-10 | relative | day
Vendu [hier]. | 2022-11-02 | 2022-11-02 | relative | day
Vendu [avant-hier]. | 2022-11-01 | 2022-11-01 | relative | day
Vendu [la semaine dernière]. | 2022-10-24 | 2022-10-30 | relative | week
Vendu [le week-end dernier]. | 2022-10-29 | 2022-10-30 | relative | range
Vendu [le mois dernier]. | 2022-10-01 | 2022-10-31 | relative | month
Vendu [ce mois-ci]. | 2022-11-01 | 2022-11-30 | relative | month
Vendu [l'an dernier]. | 2021-01-01 | 2021-12-31 | relative | year
Vendu [plus tôt cette année]. | 2022-01-01 | 2022-11-03 | relative | range
Vendu [récemment]. | 2022-08-05 | 2022-11-03 | relative | range
Vendu [ces dernières semaines]. | 2022-09-22 | 2022-11-03 | duration | range
Vendu [ces six derniers mois]. | 2022-05-03 | 2022-11-03 | duration | range
Vendu [il y a trois semaines]. | 2022-10-10 | 2022-10-16 | relative | week
Vendu [il y a une quinzaine d'années]. | 2006-01-01 | 2008-12-31 | relative | range
Révélé [près de deux mois après] la vente. | - | - | duration | range
Révélé [quatre-vingt-dix-sept jours plus tard]. | - | - | duration | range
Vendu [le lendemain]. | - | - | relative | day
Vendu [la veille]. | - | - | relative | day
Vendu [à l'époque]. | - | - | relative | era
Vendu [pendant des années]. | 2012-11-03 | 2022-11-03 | duration | era
Livre [depuis des années]. | 2012-11-03 | 2022-11-03 | since | range
Livre [depuis mars]. | 2022-03-01 | 2022-11-03 | since | range
Livre [depuis 2019]. | 2019-01-01 | 2022-11-03 | since | range
Livre [depuis l'été]. | 2022-06-01 | 2022-11-03 | since | range
Livre [depuis le début de l'année]. | 2022-01-01 | 2022-11-03 | since | range
Livre [depuis trois mois]. | 2022-08-03 | 2022-11-03 | since | range
Livré [à partir du 3 mars 2021]. | 2021-03-03 | 2022-11-03 | since | range
Vendu [de mars à juin 2021]. | 2021-03-01 | 2021-06-30 | stated | range
Vendu [de novembre à mars 2021]. | 2020-11-01 | 2021-03-31 | stated | range
Vendu [entre mars et juin 2021]. | 2021-03-01 | 2021-06-30 | stated | range
Vendu [de 2017 à 2019]. | 2017-01-01 | 2019-12-31 | stated | range
Renvoyer [d'ici 2019]. | - | 2019-12-31 | deadline | range
Renvoyer [d’ici à fin 2019]. | - | 2019-12-31 | deadline | range
Renvoyer [d'ici fin 2019]. | - | 2019-12-31 | deadline | range
Renvoyer [d'ici au 22 décembre 2019]. | - | 2019-12-22 | deadline | range
Renvoyer [d'ici la fin de l'année]. | - | 2022-12-31 | deadline | range
Renvoyer [d'ici trois mois]. | - | 2023-02-03 | deadline | range
Renvoyer [au plus tard en 2019]. | - | 2019-12-31 | deadline | range
Renvoyer [fin 2019 au plus tard]. | - | 2019-12-31 | deadline | range
Renvoyer [dans un délai de 24 mois]. | - | - | deadline | range
Vendu [avant 2016]. | - | 2015-12-31 | deadline | range
Vendu [avant la fin de 2019]. | - | 2019-12-31 | deadline | range
Permis [jusqu'en 2019]. | - | 2019-12-31 | until | range
Permis [jusqu'au 3 mars 2020]. | - | 2020-03-03 | until | range
Bâti dans [les années 1990]. | 1990-01-01 | 1999-12-31 | stated | range
Bâti dans [les années soixante-dix]. | 1970-01-01 | 1979-12-31 | stated | range
Bâti dans [les années quatre-vingt-dix]. | 1990-01-01 | 1999-12-31 | stated | range
Bâti dans [les années 90]. | 1990-01-01 | 1999-12-31 | stated | range
Il partira [le mois prochain]. | 2022-12-01 | 2022-12-31 | relative | month
Il partira dans [les prochains mois]. | 2022-11-04 | 2023-05-03 | relative | range
Il partira [dans trois semaines]. | 2022-11-21 | 2022-11-27 | relative | week
Zenda livrera des obus [en mai]. | 2023-05-01 | 2023-05-31 | relative | month
Zenda devrait livrer [en mai]. | 2023-05-01 | 2023-05-31 | relative | month
VENDU [EN AOUT]. | 2022-08-01 | 2022-08-31 | relative | month
Vendu [le 3\u00a0novembre\u202f2021]. | 2021-11-03 | 2021-11-03 | stated | day
"""


def rows(language: str, table: str) -> list[object]:
    cells = [tuple(cell.strip() for cell in line.split(" | ")) for line in table.strip().split("\n")]
    return [pytest.param(language, *row, id=f"{language}: {row[0]}") for row in cells]


TIMES = rows("en", ENGLISH) + rows("fr", FRENCH)


def shown(text: str, time: TimeExpression) -> tuple[str, str, str, str, str]:
    first, last = (day.isoformat() if day else "-" for day in (time.first_day, time.last_day))
    return text[time.span.start : time.span.end].strip(), first, last, time.basis, time.precision


def only(text: str, language: str, published: date | None = THURSDAY) -> TimeExpression:
    (time,) = find_times(text, language, published)
    return time


def test_the_tables_are_as_long_as_promised() -> None:
    assert len(TIMES) >= 120


@pytest.mark.parametrize(("language", "marked", "first", "last", "basis", "precision"), TIMES)
def test_a_time_is_found_with_its_days(
    language: str, marked: str, first: str, last: str, basis: str, precision: str
) -> None:
    words = marked[marked.index("[") + 1 : marked.index("]")]
    text = marked.replace("[", "").replace("]", "")
    (said,) = (shown(text, time) for time in find_times(text, language, THURSDAY))
    assert said[1:] == (first, last, basis, precision)
    # A preposition or an article may stand in the span or not; the words of the time do.
    assert said[0].endswith(words.removeprefix("the ").removeprefix("les "))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Resolution 2397 (2017) bans it."),
        ("en", "Resolution 2397 (22 December 2017) bans it."),
        ("en", "Resolution 2397 of 22 December 2017 bans it."),
        ("en", "The 1718 Committee cleared it."),
        ("en", "The 2017 ban covers it."),
        ("en", "It is listed in the 2017 ban."),
        ("en", "See S/2014/147 and S/RES/2397."),
        ("en", "It fired a Hwasong-17 and two F-35."),
        ("en", "It cost $2019."),
        ("en", "Sales rose by 2000 tonnes."),
        ("en", "It came in 2000 barrels."),
        ("en", "They may march 3 miles."),
        ("en", "They may sell, and in may."),
        ("en", "The second launch failed."),
        ("en", "It came in the fall of Kabul."),
        ("en", "It fell in the spring of a clock."),
        ("en", "It runs on version 3.11.2."),
        ("en", "Call 2017 or 1945."),
        ("fr", "La résolution 2397 (2017) l'interdit."),
        ("fr", "La résolution du 22 décembre 2017 l'interdit."),
        ("fr", "La résolution 2397 de décembre 2017 l'interdit."),
        ("fr", "Le Comité 1718 l'a permis."),
        ("fr", "Une sonde vole sur Mars et Mars la voit."),
        ("fr", "L'obus a été livré."),
        ("fr", "Il a livré des 2017 obus."),
        ("fr", "Les sept navires et le sept."),
        ("fr", "Voir S/2014/147."),
        ("fr", "Il a pris une seconde."),
        ("fr", "Le Hwasong-17 a volé."),
        ("fr", "Il a coûté 2019 euros."),
        ("en", "It fell on 32 November."),
        ("de", "Am 3 November 2022."),
        ("../en", "on 3 November 2022"),
        ("", "on 3 November 2022"),
    ],
)
def test_this_is_no_time(language: str, text: str) -> None:
    assert find_times(text, language, THURSDAY) == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on February 29, 2023", "2023-02-01", "2023-02-28"),
        ("on 31 November 2021", "2021-11-01", "2021-11-30"),
        ("on 30 February", "2022-02-01", "2022-02-28"),
    ],
)
def test_a_day_that_does_not_exist_leaves_only_its_month(text: str, first: str, last: str) -> None:
    time = only(text, "en")
    assert (str(time.first_day), str(time.last_day), time.precision) == (first, last, "month")


@pytest.mark.parametrize(
    ("language", "text", "published", "first", "last"),
    [
        ("en", "on Wednesday", "2022-11-02", "2022-11-02", "2022-11-02"),
        ("fr", "mercredi", "2022-11-02", "2022-11-02", "2022-11-02"),
        ("fr", "mercredi dernier", "2022-11-02", "2022-11-02", "2022-11-02"),
        ("fr", "mercredi prochain", "2022-11-02", "2022-11-09", "2022-11-09"),
        ("en", "on Saturday", "2023-01-01", "2022-12-31", "2022-12-31"),
        ("en", "yesterday", "2024-03-01", "2024-02-29", "2024-02-29"),
        ("en", "yesterday", "2023-03-01", "2023-02-28", "2023-02-28"),
        ("fr", "hier", "2023-01-01", "2022-12-31", "2022-12-31"),
        ("fr", "le mois dernier", "2023-01-31", "2022-12-01", "2022-12-31"),
        ("en", "last month", "2024-03-31", "2024-02-01", "2024-02-29"),
        ("en", "next month", "2022-12-31", "2023-01-01", "2023-01-31"),
        ("fr", "la semaine dernière", "2023-01-02", "2022-12-26", "2023-01-01"),
        ("en", "in August", "2022-08-01", "2022-08-01", "2022-08-31"),
        ("en", "in August", "2022-07-31", "2021-08-01", "2021-08-31"),
        ("en", "on 29 February", "2024-02-29", "2024-02-29", "2024-02-29"),
        ("en", "on 29 February", "2024-02-28", "2020-02-29", "2020-02-29"),
        ("fr", "cet hiver", "2023-01-15", "2022-12-01", "2023-03-20"),
        ("en", "last winter", "2023-02-28", "2021-12-01", "2022-03-20"),
        ("en", "last winter", "2023-03-01", "2022-12-01", "2023-03-20"),
        ("fr", "l'été dernier", "2022-08-31", "2021-06-01", "2021-09-22"),
        ("en", "in mid-November", "2022-11-03", "2021-11-11", "2021-11-20"),
        ("en", "for the past month", "2024-03-31", "2024-02-29", "2024-03-31"),
        ("en", "since December", "2022-01-01", "2021-12-01", "2022-01-01"),
        ("en", "last quarter", "2022-01-01", "2021-10-01", "2021-12-31"),
        ("en", "in the past 24 hours", "2022-03-01", "2022-02-28", "2022-03-01"),
        ("fr", "il y a un an", "2022-01-01", "2021-01-01", "2021-12-31"),
        ("en", "over the weekend", "2022-11-06", "2022-11-05", "2022-11-06"),
    ],
)
def test_boundary_days(language: str, text: str, published: str, first: str, last: str) -> None:
    time = only(text, language, date.fromisoformat(published))
    assert (str(time.first_day), str(time.last_day)) == (first, last)
    assert time.anchor_used == "publication"


@pytest.mark.parametrize("text", ["on Wednesday", "last month", "in August", "on 3 May", "this summer", "recently"])
def test_words_that_count_from_publication_give_no_day_without_it(text: str) -> None:
    time = only(text, "en", None)
    assert (time.first_day, time.last_day, time.anchor_used) == (None, None, "publication")


@pytest.mark.parametrize(
    ("language", "text", "hint"),
    [
        ("en", "In 2010 the same yard sold them.", True),
        ("fr", "En 2010, le même chantier avait vendu des obus.", True),
        ("fr", "à l'époque", True),
        ("en", "in the past", True),
        ("en", "in July", True),
        ("en", "in August", False),
        ("en", "on 4 August", True),
        ("en", "on 5 August", False),
        ("en", "since 2010", False),
        ("en", "before 2016", True),
        ("en", "the next day", False),
    ],
)
def test_what_lies_more_than_ninety_days_back_is_a_hint_of_the_past(language: str, text: str, hint: bool) -> None:
    assert only(text, language).past_hint is hint


def test_spans_are_of_the_text_given_moved_by_the_base() -> None:
    text = "Œuvre\u00add’art : vendu en août\u00a02021 à Riga"
    (time,) = find_times(text, "fr", THURSDAY, base=100)
    assert text[time.span.start - 100 : time.span.end - 100] == "en août\u00a02021"


def test_a_clause_of_the_future_does_not_reach_the_next_clause() -> None:
    assert str(only("Zenda, which will pay, shipped shells in May.", "en").first_day) == "2022-05-01"
    assert str(only("Zenda will pay. Shells arrived in May.", "en").first_day) == "2022-05-01"
    assert str(only("La caméra libéra l'image en mai.", "fr").first_day) == "2022-05-01"


def test_several_times_stand_in_order_and_apart() -> None:
    text = "Le 3 mars 2021, puis en mai 2021, puis mercredi, et deux mois plus tard."
    said = [text[t.span.start : t.span.end] for t in find_times(text, "fr", THURSDAY)]
    assert said == ["Le 3 mars 2021", "en mai 2021", "mercredi", "deux mois plus tard"]


# --- period_of -----------------------------------------------------------------------------------------------------


def period(
    clause: str = "",
    sentence: str = "",
    paragraph: str = "",
    published: date | None = THURSDAY,
    planned: bool = False,
) -> tuple[str, str, str] | None:
    near, middle, far = (find_times(text, "en", published) for text in (clause, sentence, paragraph))
    answer = period_of(near, middle, far, published, planned)
    return answer and (str(answer.first_day), str(answer.last_day), answer.basis)


@pytest.mark.parametrize(
    ("clause", "sentence", "paragraph", "expected"),
    [
        ("", "", "", ("2022-08-05", "2022-11-03", "assumed")),
        ("in August", "in 2019", "in 2010", ("2022-08-01", "2022-08-31", "relative")),
        ("", "in 2019", "in 2010", ("2019-01-01", "2019-12-31", "stated")),
        ("", "", "in 2010", ("2010-01-01", "2010-12-31", "stated")),
        ("", "", "in September", ("2022-08-05", "2022-11-03", "assumed")),
        ("", "", "at the time", ("2022-08-05", "2022-11-03", "assumed")),
        ("at the time", "", "in 2010", ("2010-01-01", "2010-12-31", "stated")),
        ("at the time", "", "", ("2012-11-03", "2022-11-03", "assumed")),
        ("since 2019", "", "", ("2019-01-01", "2022-11-03", "stated")),
        ("before 2016", "", "", ("2015-01-01", "2015-12-31", "deadline")),
        ("until 2016", "", "", ("2016-01-01", "2016-12-31", "stated")),
        ("by 2024", "", "", ("2022-08-05", "2022-11-03", "assumed")),
        ("by 3 November 2022", "", "", ("2021-11-04", "2022-11-03", "deadline")),
        ("next month", "", "", ("2022-08-05", "2022-11-03", "assumed")),
        ("next month", "in 2019", "", ("2019-01-01", "2019-12-31", "stated")),
        ("in November", "", "", ("2022-11-01", "2022-11-03", "relative")),
        ("this year", "", "", ("2022-01-01", "2022-11-03", "relative")),
        ("for years", "", "", ("2012-11-03", "2022-11-03", "relative")),
        ("for years, and in August", "", "", ("2012-11-03", "2022-11-03", "relative")),
        ("for three weeks in 2019", "", "", ("2019-01-01", "2019-12-31", "stated")),
        ("for three weeks", "", "", ("2022-08-05", "2022-11-03", "relative")),
        ("two months after", "", "", ("2022-08-05", "2022-11-03", "assumed")),
        ("on Thursday", "", "", ("2022-11-03", "2022-11-03", "relative")),
    ],
)
def test_past_conduct_takes_the_nearest_time_that_fits(
    clause: str, sentence: str, paragraph: str, expected: tuple[str, str, str]
) -> None:
    assert period(clause, sentence, paragraph) == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("", ("2022-11-03", "2022-11-03", "planned")),
        ("next month", ("2022-12-01", "2022-12-31", "planned")),
        ("in 2024", ("2024-01-01", "2024-12-31", "planned")),
        ("this year", ("2022-11-03", "2022-12-31", "planned")),
        ("in September", ("2023-09-01", "2023-09-30", "planned")),
        ("on Wednesday", ("2022-11-09", "2022-11-09", "planned")),
        ("by 2024", ("2022-11-03", "2024-12-31", "deadline")),
        ("in 2019", ("2019-01-01", "2019-12-31", "planned")),
        ("for years", ("2022-11-03", "2022-11-03", "planned")),
    ],
)
def test_a_plan_takes_the_announced_time_else_the_publication_day(
    clause: str, expected: tuple[str, str, str]
) -> None:
    assert period(clause, planned=True) == expected


def test_without_a_publication_day_only_stated_days_count() -> None:
    assert period("last month", published=None) is None
    assert period(published=None) is None
    assert period(published=None, planned=True) is None
    assert period("in 2019", published=None) == ("2019-01-01", "2019-12-31", "stated")
    assert period("since 2019", published=None) == ("2019-01-01", "2019-12-31", "stated")
    assert period("in 2030", published=None, planned=True) == ("2030-01-01", "2030-12-31", "planned")


# --- the tables ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_example_of_the_calendar_holds_a_time(language: str) -> None:
    path = folder("reference") / "languages" / language / "calendar.csv"
    table = Table("calendar", ("kind", "form", "value", "example"), ("kind",), ("kind",))
    examples = [row.text("example") for row in read_rows(path, table) if row.text("example")]
    assert len(examples) > 100
    assert [example for example in examples if not find_times(example, language, THURSDAY)] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_month_and_weekday_of_the_calendar_is_read(language: str) -> None:
    words = load_calendar(folder("reference"), language).words
    for form, value in (words["month"] | words["month_weak"]).items():
        assert only(f"({form} 2021)", language).first_day == date(2021, int(value), 1)
    for form, value in words["weekday"].items():
        time = only(form, language)
        assert time.first_day is not None
        assert time.first_day.weekday() == int(value)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("planet,Mars,4", "calendar.csv, row 2, column kind: 'planet' is not a kind of time word"),
        ("month,May,5\nmonth,may,5", "calendar.csv, row 3, column form: 'may' is empty or stands twice under month"),
        ("template,{moon} {year},date", "calendar.csv, row 2, column form: this template does not compile"),
        ("template,({year},date", "calendar.csv, row 2, column form: this template does not compile"),
        ("template,{year} {year},date", "calendar.csv, row 2, column form: this template does not compile"),
        ("template,*{year},date", "calendar.csv, row 2, column form: this template does not compile"),
        ("template,{year},guess", "calendar.csv, row 2, column value: 'guess' is not one of date, ago"),
        ("month,May", "calendar.csv, row 2: 2 cells instead of 3"),
    ],
)
def test_a_broken_calendar_names_its_cell(tmp_path: Path, lines: str, message: str) -> None:
    home = tmp_path / "languages" / "xx"
    home.mkdir(parents=True)
    (home / "calendar.csv").write_text(f"kind,form,value\n{lines}\n", encoding="utf-8")
    with pytest.raises(TableError) as refused:
        load_calendar(tmp_path, "xx")
    assert str(refused.value).startswith(message)


# --- any text ------------------------------------------------------------------------------------------------------

WORDS = """
    in on since by until before after between and to from the of last next this early mid- late end 3 31 May march
    2022-11-03 03/04/2022 August Nov. Wednesday summer winter years weeks ago for a three past coming will , . ( ) '
    en le la l' de du d'ici jusqu'en depuis avant après entre et à au mars août sept. été hiver fin début mercredi
    dernier prochain il y a trois semaines des années ces derniers mois plus tard résolution 2397 1er 29 février
"""
PIECES = st.sampled_from([*WORDS.split(), "\u00a0", "\n", "œ\u00ad"])
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=16).map(" ".join))
PUBLISHED = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max, date(2024, 2, 29)]))


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(["en", "fr"]), PUBLISHED, st.integers(0, 9))
def test_any_text_gives_times_inside_it_in_order(text: str, language: str, published: date | None, base: int) -> None:
    reached = base
    for time in find_times(text, language, published, base):
        assert reached <= time.span.start < time.span.end <= base + len(text)
        reached = time.span.end
        assert time.first_day is None or time.last_day is None or time.first_day <= time.last_day


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS, TEXTS, PUBLISHED, st.booleans())
def test_any_times_give_a_bounded_period(
    one: str, two: str, three: str, published: date | None, planned: bool
) -> None:
    near, middle, far = (find_times(text, "fr", published) for text in (one, two, three))
    answer = period_of(near, middle, far, published, planned)
    assert answer is not None or published is None
    if answer is not None and published is not None and not planned:
        assert answer.last_day <= published
    assert answer is None or isinstance(answer, Period)


@pytest.mark.parametrize(
    "piece", ["1 ", "november ", "il y a ", "quatre-vingt-", "2017-", "entre 2017 et ", "' ", " "]
)
def test_a_hostile_text_takes_time_in_proportion(piece: str) -> None:
    assert len(find_times(piece * 3000, "fr", THURSDAY)) <= 3000


SOME_WORDS = {
    "month": {"may": "5"}, "month_weak": {"march": "3"}, "weekday": {"monday": "1"}, "weekday_short": {"mon.": "1"},
    "unit_one": {"day": "day"}, "unit_many": {"days": "day"}, "number": {"two": "2"},
    "approx": {}, "vague": {}, "article_number": {},
}  # fmt: skip


@pytest.mark.parametrize(
    ("template", "needed"),
    [
        ("{n} {unit} ago", [{"day", "days"}, {"ago"}]),
        ("{day}[ of] {month}{y}", [{"may", "march"}]),
        ("{anyday}[,] [the ]{day} {month}", [{"mon", "monday"}, {"may", "march"}]),
        ("(past|last) {n} {unit}", [{"past", "last"}, {"day", "days"}]),
        ("{n} {unit} (later|earlier on)", [{"day", "days"}]),
        ("{decade}s", []),
        ("month[s] of {month}", []),
        ("late|early {month}", []),
        ("{day}{month}", []),
    ],
)
def test_words_without_which_a_template_fits_nothing(template: str, needed: list[set[str]]) -> None:
    assert [set(one) for one in needed_words(template, SOME_WORDS)] == needed


@pytest.mark.parametrize(
    ("template", "follows"),
    [
        ("in {n} {unit}", {"two", "#"}),
        ("(past|last) {unit}", {"day", "days"}),
        ("past (few|many) {unit}", {"few", "many"}),
        ("{n} {unit} ago", None),
        ("past[ the] {unit}", None),
        ("past {year}", None),
        ("past", None),
    ],
)
def test_words_behind_the_first_of_a_template(template: str, follows: set[str] | None) -> None:
    found = second_words(template, SOME_WORDS)
    assert (found if found is None else set(found)) == follows
