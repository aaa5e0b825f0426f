"""Words of the report: one locale file a language, with its plurals, dates, numbers, articles and contractions."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from checker.bundle import folder
from checker.errors import ReportError
from checker.records import record
from checker.views.shapes import Phrase

_SLOT = re.compile(r"\{(\w{1,40})\}")
_OPTIONAL = re.compile(r"\[([^\[\]]{0,200})\]")


@record
class Wording:
    """The words of one report language, from ``reports/locale/<language>.json``."""

    language: str
    data: Mapping[str, Any]

    def say(self, key: str, **values: object) -> str:
        """The words of ``key`` with its slots filled; ``n`` chooses the plural.

        Days and whole numbers are written as the language writes them. Raises ReportError when the locale has
        no such key or a slot stays empty.
        """
        words = self.data["words"].get(key)
        if words is None:
            raise ReportError(f"the locale '{self.language}' has no words for '{key}'", slug="locale")
        if isinstance(words, dict):
            words = words[self._form(values.get("n"))]
        try:
            return _SLOT.sub(lambda m: self._write(values[m[1]]), words)
        except KeyError as slot:
            message = f"the words '{key}' of the locale '{self.language}' need {slot}"
            raise ReportError(message, slug="locale") from slot

    def has(self, key: str) -> bool:
        """True when the locale has words for ``key``."""
        return key in self.data["words"]

    def name(self, group: str, slug: str) -> str:
        """The words of a slug of an open list, or the slug itself with spaces: a new one is still readable."""
        key = f"{group}.{slug.replace(' ', '_')}"
        return self.say(key) if self.has(key) else slug.replace("_", " ")

    def number(self, n: int) -> str:
        """A whole number with the language's grouping, from four digits up."""
        return f"{n:,}".replace(",", self.data["number"]["group"])

    def amount(self, amount: float) -> str:
        """A quantity as the language writes it, without decimals that say nothing: ``3.67``, ``3,67``, ``500,000``."""
        whole, _, rest = f"{amount:.6f}".rstrip("0").rstrip(".").partition(".")
        return self.number(int(whole)) + (f"{self.data['number']['decimal']}{rest}" if rest else "")

    def day(self, day: date) -> str:
        """``3 November 2022``, ``3 novembre 2022``, ``1er mars 2022``."""
        return f"{self._day_month(day)} {day.year}"

    def days(self, first: date, last: date | None) -> str:
        """A day, a range with what both ends share said once, or a range without an end.

        Whole months and whole years are named as such: ``October 2025``, ``2015 to 2017``.
        """
        if last is None:
            return self.say("days.open", first=self.day(first))
        if first == last:
            return self.day(first)
        if first.day == 1 and _ends_month(last):
            return self._months(first, last)
        if first.year != last.year:
            return self.say("days.range", first=self.day(first), last=self.day(last))
        if first.month == last.month:
            return self.say("days.range", first=self._day(first), last=self.day(last))
        return self.say("days.range", first=self._day_month(first), last=self.day(last))

    def language_name(self, code: str) -> str:
        """The name of a language in this one, or its code."""
        names: Mapping[str, str] = self.data["languages"]
        return names.get(code.partition("-")[0].lower(), code)

    def with_article(self, actor: str, name: str) -> str:
        """A name as it stands in a sentence: ``the United States``, ``la Corée du Nord``, ``l’Iran``."""
        article: str = self.data["articles"].get(actor, "")
        return article + name

    def listing(self, words: Sequence[str]) -> str:
        """``A``, ``A and B``, ``A, B and C``."""
        if len(words) < 2:
            return "".join(words)
        clear = not any(self.data["and"] in word for word in words)
        return self.say("list.last" if clear else "list.last.clear", rest=", ".join(words[:-1]), last=words[-1])

    def alternatives(self, words: Sequence[str]) -> str:
        """``A``, ``A or B``, ``A, B or C``."""
        return self.say("list.or", rest=", ".join(words[:-1]), last=words[-1]) if len(words) > 1 else "".join(words)

    def repeated(self, phrase: str, slot: str, words: Sequence[str]) -> str:
        """Words listed for a slot of a phrase: a preposition before it stands before each, where the language asks."""
        before = next((p for p in self.data["repeated"] if f"{p}{{{slot}}}" in phrase), "")
        return self.listing([*words[:1], *(before + word for word in words[1:])])

    def fill(self, phrase: str, values: Mapping[str, str]) -> str:
        """A phrase of the activity table with its slots filled and its contractions made.

        ``{slot}`` stands for a value; what stands in ``[brackets]`` goes when a slot in it has none; elsewhere a
        slot without a value reads "somebody not named".
        """

        def keep(part: re.Match[str]) -> str:
            return part[1] if all(values.get(slot[1]) for slot in _SLOT.finditer(part[1])) else ""

        def value(slot: re.Match[str]) -> str:
            return values.get(slot[1]) or self.say(f"unnamed.{_side(slot[1])}")

        filled = _SLOT.sub(value, _OPTIONAL.sub(keep, phrase))
        for old, new in self.data["contractions"]:
            filled = filled.replace(old, new)
        return " ".join(filled.split())

    def pick(self, english: str, french: str) -> Phrase:
        """The words in this language, or the English ones where the tables have no others (or the same again)."""
        if self.language == "fr" and french and french != english:
            return Phrase(french, "fr")
        return Phrase(english, "en")

    def _form(self, n: object) -> str:
        forms: Mapping[str, Sequence[int]] = self.data["plural"]
        return next((form for form, numbers in forms.items() if n in numbers), "other")

    def _write(self, value: object) -> str:
        if isinstance(value, date):
            return self.day(value)
        return self.number(value) if isinstance(value, int) else str(value)

    def _months(self, first: date, last: date) -> str:
        if first.month == 1 and last.month == 12:
            years = {"first": str(first.year), "last": str(last.year)}
            return years["first"] if first.year == last.year else self.say("days.whole", **years)
        end = f"{self._month(last)} {last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return end
        begin = self._month(first) if first.year == last.year else f"{self._month(first)} {first.year}"
        return self.say("days.whole", first=begin, last=end)

    def _month(self, day: date) -> str:
        name: str = self.data["date"]["months"][day.month - 1]
        return name

    def _day(self, day: date) -> str:
        first: str = self.data["date"]["first"]
        return first if day.day == 1 else str(day.day)

    def _day_month(self, day: date) -> str:
        return f"{self._day(day)} {self._month(day)}"


def _ends_month(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def _side(slot: str) -> str:
    return "thing" if slot.startswith("item") else "place" if slot == "place" else "party"


def languages() -> tuple[str, ...]:
    """The languages that reports can be written in, sorted."""
    return tuple(sorted(p.stem for p in (folder("reports") / "locale").glob("*.json")))


@cache
def wording(language: str) -> Wording:
    """The words of a language; raises ReportError with the languages there are when there is no such locale."""
    if language not in languages():
        raise ReportError(
            f"reports are not written in '{language}': choose one of {', '.join(languages())}", slug="report-language"
        )
    path = folder("reports") / "locale" / f"{language}.json"
    return Wording(language, json.loads(path.read_text(encoding="utf-8")))
