"""Affairs -> what the page of affairs, the index and the card of a lead show of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from checker.affair import Affair, Contradiction, Difference, Link, Reported, Told
from checker.model import Item, Speaker
from checker.views import naming, spans
from checker.views.affair_shapes import (
    AccountView,
    AffairNote,
    AffairsOnIndex,
    AffairsView,
    AffairView,
    BesideView,
    DifferenceView,
    OriginView,
    TieView,
)
from checker.views.marking import line
from checker.views.review_shapes import NO_REVIEW, DecidedView, ReviewView
from checker.views.run import Names
from checker.views.wording import Wording

PAGE = "affairs.html"
ON_INDEX = 4
MOST_ACCOUNTS = 40
"""Accounts of one affair that the page shows; all are in affairs.jsonl."""

MOST_ON_PAGE = 2_000
"""Accounts that the page shows in all, so that it opens at once: about a megabyte and a half."""

BESIDE = 4
_MOST_VOICES = 6

Href = Callable[[str, str], str]
"""The address of a claim's card from its document and its id; of the page with an empty claim; empty where there is none."""


class AffairDesk:
    """Shows the affairs of one run in one language; ``decided`` is what reviewers made of claims, by their id."""

    def __init__(
        self,
        affairs: Sequence[Affair],
        names: Names,
        words: Wording,
        href: Href,
        page: str = PAGE,
        decided: Mapping[str, DecidedView] | None = None,
    ) -> None:
        self._affairs, self._names, self._words, self._href, self._page = affairs, names, words, href, page
        self._decided = decided or {}

    def page(self, synthetic: bool = False, review: ReviewView = NO_REVIEW) -> AffairsView:
        """The page of affairs, as many of them as it can hold."""
        shown: list[AffairView] = []
        room = MOST_ON_PAGE
        for affair in self._affairs:
            room -= min(len(affair.reports), MOST_ACCOUNTS)
            if room < 0:
                break
            shown.append(self._affair(affair))
        left = len(self._affairs) - len(shown)
        more = self._words.say("affairs.more", n=left) if left else ""
        return AffairsView(tuple(shown), more, synthetic, review)

    def index(self) -> AffairsOnIndex | None:
        """The first affairs for the index; None where there is none."""
        if not self._affairs:
            return None
        first = tuple(map(self._affair, self._affairs[:ON_INDEX]))
        n = len(self._affairs)
        return AffairsOnIndex(first, self._page, self._words.number(n), self._words.say("affairs.all", n=n))

    def notes(self) -> dict[str, dict[str, AffairNote]]:
        """For each document, by id, what the cards of its leads say of their affairs, by the claim's id."""
        found: dict[str, dict[str, AffairNote]] = {}
        for affair in self._affairs:
            for report in affair.reports:
                if report.account.label.flagged:
                    found.setdefault(report.account.document, {})[report.account.claim] = self._note(affair, report)
        return found

    def _note(self, affair: Affair, mine: Reported) -> AffairNote:
        here = mine.account.document
        others = [one for one in affair.reports if one.account.document != here]
        leads = [one for one in others if one.account.label.flagged]
        # a decided one comes first: it is what a reviewer here has to know of
        leads.sort(key=lambda one: one.account.claim not in self._decided)
        left = len(others) - len(leads[:BESIDE])
        return AffairNote(
            words=self._words.say("affair.note", n=len({one.account.document for one in others})),
            href=self._place(affair),
            beside=tuple(
                BesideView(
                    title=line(one.title) or line(one.source),
                    language=_code(one.language),
                    href=self._href(one.account.document, one.account.claim),
                    claim=one.account.claim,
                    decided=self._decided.get(one.account.claim),
                )
                for one in leads[:BESIDE]
            ),
            more=self._words.say("affair.note.more", n=left) if left else "",
        )

    def _affair(self, affair: Affair) -> AffairView:
        words = self._words
        documents = len({one.account.document for one in affair.reports})
        shown = affair.reports[:MOST_ACCOUNTS]
        left = len(affair.reports) - len(shown)
        first = affair.reports[0].account.published
        return AffairView(
            id=affair.id,
            activity=naming.activity_name(affair.activity, self._names, words),
            what=self._what(affair),
            days=spans.conduct_days(affair.period, words),
            counts=self._counts(documents, affair),
            first=words.day(first) if first is not None else "",
            says=self._names_of(affair.voices),
            denies=self._names_of(affair.denials),
            differences=tuple(self._difference(one, affair) for one in affair.contradictions),
            origins=self._origins(shown, {one.account.document: one for one in affair.reports}),
            more=words.say("affair.more", n=left) if left else "",
            href=self._place(affair),
        )

    def _what(self, affair: Affair) -> str:
        parties = {"giver": affair.giver, "taker": affair.taker, "actor": affair.giver or affair.taker}
        items = [Item(item, "") for item in affair.items]
        told = naming.conduct(
            affair.activity, {**parties, "counterparty": affair.taker}, items, affair.places, self._names, self._words
        ).rstrip(".")
        return told[:1].upper() + told[1:]

    def _origins(self, shown: Sequence[Reported], by_document: Mapping[str, Reported]) -> tuple[OriginView, ...]:
        groups: dict[int, list[Reported]] = {}
        for one in shown:
            groups.setdefault(one.origin, []).append(one)
        found = []
        for number, members in groups.items():
            linked = len({one.account.document for one in members}) > 1
            name = self._words.say("affair.origin.linked" if linked else "affair.origin.alone", number=number)
            found.append(OriginView(name, tuple(self._account(one, by_document) for one in members)))
        return tuple(found)

    def _account(self, one: Reported, by_document: Mapping[str, Reported]) -> AccountView:
        words, account = self._words, one.account
        day = words.day(account.published) if account.published else words.say("published.unknown")
        return AccountView(
            claim=account.claim if account.label.flagged else "",
            href=self._href(account.document, account.claim),
            title=line(one.title) or line(one.source),
            language=_code(one.language),
            byline=f"{line(one.outlet or one.source, 120)} · {day}",
            label=naming.label_view(account.label, words),
            says=_first(voice.name for voice in naming.speakers(account.speakers, self._names, words)),
            denies=_first(voice.name for voice in naming.deniers(account.denied_by, self._names, words)),
            amounts=tuple(line(amount.text, 80) for amount in account.quantity[:4]),
            days=words.say("days.not_stated")
            if account.period.basis == "assumed"
            else spans.conduct_days(account.period, words),
            ties=tuple(self._tie(link, by_document) for link in one.links if link.document in by_document),
            decided=self._decided.get(account.claim),
        )

    def _tie(self, link: Link, by_document: Mapping[str, Reported]) -> TieView:
        other = by_document[link.document]
        return TieView(
            words=self._words.say(f"tie.{link.tie.value}"),
            title=line(other.title) or line(other.source),
            language=_code(other.language),
            href=self._href(link.document, ""),
        )

    def _difference(self, one: Contradiction, affair: Affair) -> DifferenceView:
        words = self._words
        titles = {
            report.account.document: line(report.title, 120) or line(report.source) for report in affair.reports
        }
        told = []
        for each in one.told:
            if one.kind is Difference.DENIAL:
                what = naming.actor_name(each.words, each.words, self._names, words) if each.words else ""
                what = what or words.say("difference.unnamed")
            elif one.kind is Difference.DAYS:
                what = each.words.replace("/", " – ")
            else:
                what = line(each.words, 80)
            named = [titles[key] for key in each.documents[:2]]
            more = len(each.documents) - len(named)
            where = ", ".join(words.say("quoted", text=name) for name in named)
            where = words.say("difference.more", where=where, n=more) if more else where
            told.append(words.say("pair", name=what, what=where))
        return DifferenceView(words.say(f"difference.{one.kind.value}"), tuple(told))

    def _counts(self, documents: int, affair: Affair) -> tuple[str, ...]:
        words = self._words
        told = [words.say("affair.documents", n=documents)]
        if affair.texts < documents:
            told.append(words.say("affair.texts", n=affair.texts))
        apart = affair.origins == documents
        told.append(words.say("affair.unlinked") if apart else words.say("affair.origins", n=affair.origins))
        return tuple(told)

    def _names_of(self, found: Sequence[Told]) -> tuple[str, ...]:
        """As the first text that quotes them calls them, with the party of the tables behind it where the words differ."""
        voices = naming.speakers(
            [Speaker(one.words, one.name if one.name != one.words else "") for one in found], self._names, self._words
        )
        return _first(f"{one.name} ({one.known_as})" if one.known_as else one.name for one in voices)

    def _place(self, affair: Affair) -> str:
        return f"#{affair.id}" if self._page.startswith("#") else f"{self._page}#{affair.id}"


def _first(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))[:_MOST_VOICES]


def _code(language: str) -> str:
    return language if language.isalpha() and language != "und" else ""
