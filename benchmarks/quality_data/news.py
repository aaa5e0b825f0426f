"""False alarms on ordinary news: whole articles through the whole pipeline, none of which reports what a rule forbids.

boudinfl/wikinews-2013-pre: 100 French articles of 2012. vanatteveldt/wikinews: English articles of 2019, and the same of
2020, which were looked at for classes of error only after 2019 gave none. emerging-welfare/case-2021-shared-task: 1,019
snippets of conflict news (seizures, strikes, troop moves), reported only. Leads that a person has read and found to be
real are listed by title or number, so that they count as no alarm.
"""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path

from benchmarks.quality_data.figures import Figure, Measure
from checker.documents.reading import document_from_text
from checker.model import Finding
from checker.pipeline import Checker, check_document, load_checker

FRENCH = "wikinews-2013-pre/src/WikinewsKeyphraseCorpus-master.zip"
ENGLISH = "wikinews/data/wikinews_2019.csv"
ENGLISH_NEXT = "wikinews/data/wikinews_2020.csv"
SNIPPETS = "case-2021-shared-task/task2/test_dataset/test_set_final_release_with_labels.tsv"

REAL: dict[str, str] = {
    "case 78": "a group is said to get parts of drones and weapons from a State, against the embargo in so many words",
    "On the campaign trail in the USA, June 2020": "a newspaper is said to have reported money from a State for a listed group",
}
"""Leads that are right, with why, each read by a person: of 2019 and 2012 there are none."""

_SNIPPETS_OF = date(2021, 2, 15)
_BARE = re.compile(r"<[^>]+>")
_ENDS = re.compile(r"</(?:p|h\d)>")
_WRITTEN = re.compile(r"\b(\d{1,2})(?:er)? (\w+) (2012)\b")
_MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its name, day and language."""

    name: str
    text: str
    day: date | None
    language: str


@cache
def reader() -> Checker:
    """The tables of this installation, loaded once."""
    return load_checker()


def french(path: Path) -> Iterator[Article]:
    """The articles of the archive, their marks taken off; the day is the one that the text begins with."""
    with zipfile.ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
            if name.endswith(".html"):
                body = archive.read(name).decode("utf-8").partition("<body>")[2]
                lines = _BARE.sub("", _ENDS.sub("\n\n", body)).split("\n")
                text = "\n\n".join(unescape(line).strip() for line in lines if line.strip())
                yield Article(name.rsplit("/", 1)[-1], text, _day(text), "fr")


def _day(text: str) -> date | None:
    found = _WRITTEN.search(text)
    if found is None or found[2].lower() not in _MONTHS:
        return None
    return date(int(found[3]), _MONTHS.index(found[2].lower()) + 1, int(found[1]))


def english(path: Path) -> Iterator[Article]:
    """The articles of a table with the columns ``date``, ``title`` and ``text``."""
    with path.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            day = date.fromisoformat(row["date"])
            yield Article(row["title"], f"{row['title']}\n\n{row['text']}", day, "en")


def snippets(path: Path) -> Iterator[Article]:
    """The snippets of conflict news; the set gives no day."""
    with path.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Article(f"case {row['id']}", row["EventSnippet"], _SNIPPETS_OF, "en")


def leads(article: Article) -> tuple[Finding, ...]:
    """What the whole pipeline flags in an article."""
    document = document_from_text(article.text, article.name, published=article.day, language=article.language)
    return tuple(one for one in check_document(document, reader()).findings if one.label.flagged)


def alarms(articles: Iterable[Article]) -> tuple[int, list[str]]:
    """How many articles were read, and the leads in them that nobody has found to be real."""
    read = 0
    wrong: list[str] = []
    for article in articles:
        read += 1
        if article.name not in REAL:
            wrong += [f"{article.name}: {told(one)}" for one in leads(article)]
    return read, wrong


def told(finding: Finding) -> str:
    """A lead on one line."""
    claim = finding.claim
    ends = " > ".join(end.id if end is not None else "?" for end in (claim.giver, claim.taker))
    words = claim.evidence[0].exact[:160]
    return f"{finding.label} {claim.activity} {ends}: {words}"


def _figure(name: str, articles: Iterable[Article], bar: float | None) -> Figure:
    read, wrong = alarms(articles)
    return Figure(name, float(len(wrong)), bar, below=True, details=(f"{read} texts read", *wrong))


FRENCH_2012 = Measure(
    "news-fr", (FRENCH,), ("false alarms, French news of 2012",),
    lambda data: (_figure("false alarms, French news of 2012", french(data / FRENCH), 0),),
)  # fmt: skip
ENGLISH_2019 = Measure(
    "news-en", (ENGLISH,), ("false alarms, English news of 2019",),
    lambda data: (_figure("false alarms, English news of 2019", english(data / ENGLISH), 0),),
)  # fmt: skip
ENGLISH_2020 = Measure(
    "news-en-2020", (ENGLISH_NEXT,), ("false alarms, English news of 2020",),
    lambda data: (_figure("false alarms, English news of 2020", english(data / ENGLISH_NEXT), 0),),
)  # fmt: skip
CONFLICT = Measure(
    "conflict", (SNIPPETS,), ("false alarms, conflict snippets",),
    lambda data: (_figure("false alarms, conflict snippets", snippets(data / SNIPPETS), None),),
)  # fmt: skip
