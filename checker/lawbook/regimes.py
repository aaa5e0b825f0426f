"""Regimes -> the rows of the entry page and a page each, living regimes first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from checker.lawbook.charts import life_chart, regime_chart
from checker.lawbook.page_shapes import IndexPage, RegimePage, RegimeRow, TierCount
from checker.lawbook.paragraphs import obliges, paragraph_view, readings, rules_of, strongest
from checker.lawbook.places import LIVING, Places, order, regime_page
from checker.lawbook.shapes import ParagraphView, ResolutionView
from checker.lawbook.texts import texts_about
from checker.model import Force, Provision, Regime, Tier
from checker.reference import Reference
from checker.views import Names, naming
from checker.views.page_shapes import Fact
from checker.views.reasons import told
from checker.views.wording import Wording

NONE = "no UN sanctions regime"
MAY_BIND = (Force.YES, Force.DISPUTED, Force.UNCONFIRMED)


def paragraphs_of(regime: str, reference: Reference) -> dict[str, tuple[Provision, ...]]:
    """The limbs of each paragraph of a regime, in the order of resolutions and paragraphs."""
    names = {one.id for one in reference.provisions if one.regime == regime}
    return {name: reference.by_id(name) for name in sorted(names, key=order)}


def in_order(reference: Reference) -> tuple[Regime, ...]:
    """The regimes by their names, living ones first, what is no regime last."""
    return tuple(sorted(reference.regimes.values(), key=lambda one: (_rank(one), one.name.casefold())))


def index_page(day: date, facts: tuple[Fact, ...], places: Places) -> IndexPage:
    """The entry page as of ``day``."""
    reference, words = places.reference, places.words
    regimes = in_order(reference)
    rows = {one.id: regime_row(one, day, places) for one in regimes}
    every = [limbs[0].tier for one in regimes for limbs in paragraphs_of(one.id, reference).values()]
    counted = [_counts(paragraphs_of(one.id, reference).values(), day, reference) for one in regimes]
    held = [(one, rules_of(p for p in reference.provisions if p.regime == one.id)) for one in regimes]
    return IndexPage(
        living=tuple(rows[one.id] for one in regimes if one.status in LIVING),
        ended=tuple(rows[one.id] for one in regimes if one.status not in (*LIVING, NONE)),
        none=tuple(rows[one.id] for one in regimes if one.status == NONE),
        chart=life_chart([pair for pair in held if pair[1]], day, places),
        tiers=tier_counts(every, words),
        held=words.say("book.held", n=len(every)),
        bound=words.say("book.bound", n=sum(binding for binding, _ in counted)),
        asked=words.say("book.asked", n=sum(asking for _, asking in counted)),
        day=words.day(day),
        facts=facts,
    )


def regime_row(regime: Regime, day: date, places: Places) -> RegimeRow:
    """A regime in the entry page."""
    words, reference = places.words, places.reference
    held = paragraphs_of(regime.id, reference)
    binding, asking = _counts(held.values(), day, reference)
    days = [period for limbs in held.values() for limb in rules_of(limbs) for period in limb.periods]
    return RegimeRow(
        id=regime.id,
        href=regime_page(regime.id),
        name=words.pick(regime.name, regime.name_fr).text,
        status=regime.status.replace(" ", "_"),
        status_words=words.name("regime_status", regime.status),
        years=_years(min((period.first_day for period in days), default=None), regime, words),
        committee=regime.committee,
        bound=words.say("book.bound", n=binding),
        asked=words.say("book.asked", n=asking) if asking else "",
        held=words.say("book.held", n=len(held)),
        tiers=tier_counts([limbs[0].tier for limbs in held.values()], words),
    )


def regime_pages(day: date, names: Names, facts: tuple[Fact, ...], places: Places) -> Iterable[RegimePage]:
    """A page a regime, in the order of the entry page."""
    for regime in in_order(places.reference):
        yield regime_page_of(regime, day, names, facts, places)


def regime_page_of(regime: Regime, day: date, names: Names, facts: tuple[Fact, ...], places: Places) -> RegimePage:
    """The page of one regime."""
    words, reference = places.words, places.reference
    held = paragraphs_of(regime.id, reference)
    rules = [limb for limbs in held.values() for limb in rules_of(limbs)]
    return RegimePage(
        row=regime_row(regime, day, places),
        day=words.day(day),
        targets=tuple(naming.actor_name(one, one, names, words) for one in regime.targets),
        note=told(regime.note, "", words).text if words.language == "en" else regime.note,
        readings=readings(reference.disputes.get(reference.disputed_regimes.get(regime.id, ""), ()), names, words),
        chart=regime_chart(rules, day, places),
        resolutions=tuple(_resolutions(held, day, names, places)),
        texts=texts_about((*regime.targets, *_named(regime)), reference, words),
        facts=facts,
    )


def tier_counts(tiers: Sequence[Tier], words: Wording) -> tuple[TierCount, ...]:
    """How many have each tier, as parts of one bar; a tier that none has is left out."""
    counted, at, out = Counter(tiers), 0.0, []
    for tier in Tier:
        if counted[tier]:
            width = 100 * counted[tier] / len(tiers)
            words_of = words.say(f"tier.short.{tier.value}")
            out.append(TierCount(tier.value, words_of, counted[tier], f"{at:.2f}", f"{width:.2f}"))
            at += width
    return tuple(out)


def _rank(regime: Regime) -> int:
    return 0 if regime.status in LIVING else 2 if regime.status == NONE else 1


def _counts(paragraphs: Iterable[Sequence[Provision]], day: date, reference: Reference) -> tuple[int, int]:
    """How many rules of a day oblige, and how many ask or recall; disputed and unconfirmed ones are among them."""
    held = [rules for rules in map(rules_of, paragraphs) if rules]
    bound = [obliges(rules) for rules in held if strongest(rules, day, reference).force in MAY_BIND]
    return sum(bound), len(bound) - sum(bound)


def _named(regime: Regime) -> tuple[str, ...]:
    """A regime that does not exist is about the State it is named after."""
    return ("RUS",) if regime.status == NONE else ()


def _years(first: date | None, regime: Regime, words: Wording) -> str:
    if first is None:
        return ""
    if regime.last_day is not None:
        return words.say("days.range", first=str(first.year), last=str(regime.last_day.year))
    return words.say("book.since", year=str(first.year))


def _resolutions(
    held: dict[str, tuple[Provision, ...]], day: date, names: Names, places: Places
) -> Iterable[ResolutionView]:
    groups: dict[int, list[ParagraphView]] = {}
    for limbs in held.values():
        groups.setdefault(limbs[0].resolution, []).append(paragraph_view(limbs, day, names, places))
    first = {limbs[0].resolution: limbs[0] for limbs in held.values()}
    words = places.words
    for number, found in groups.items():
        limb, row = first[number], places.reference.resolutions.get(number)
        yield ResolutionView(
            anchor=f"r-{number}",
            symbol=limb.symbol,
            adopted=words.day(limb.adopted),
            about=told(row.about, row.about_fr, words) if row else told("", "", words),
            official=naming.official(number, limb.year),
            amends=places.amends(str(number)),
            amended_by=places.amended_by(str(number)),
            paragraphs=tuple(found),
        )
