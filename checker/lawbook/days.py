"""What was in force on a chosen day: every rule with its periods, those that bind that day shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from checker.lawbook.page_shapes import DayGroup, DayPage, DayRow
from checker.lawbook.paragraphs import force_words, kind_words, obliges, rules_of, strongest
from checker.lawbook.places import Places, anchor, regime_page
from checker.lawbook.regimes import MAY_BIND, in_order, paragraphs_of
from checker.model import Force, Provision
from checker.views import naming
from checker.views.page_shapes import Choice
from checker.views.reasons import told


def day_page(day: date, places: Places) -> DayPage:
    """The rules of every regime, with their force on ``day``."""
    words = places.words
    groups = []
    for regime in in_order(places.reference):
        held = (rules_of(limbs) for limbs in paragraphs_of(regime.id, places.reference).values())
        rows = tuple(_row(rules, day, places) for rules in held if rules)
        if rows:
            name = words.pick(regime.name, regime.name_fr).text
            bound = sum(row.force != Force.NO.value for row in rows)
            groups.append(DayGroup(name, regime_page(regime.id), bound, rows))
    return DayPage(
        iso=day.isoformat(),
        day=words.day(day),
        known_to=places.reference.known_to.isoformat(),
        bound=words.number(sum(group.bound for group in groups)),
        groups=tuple(groups),
        forces=tuple(Choice(force.value, words.say(f"on_day.{force.value}")) for force in (*MAY_BIND, Force.NO)),
    )


def spans(rules: Sequence[Provision]) -> str:
    """First day, last day and note of each period, joined by commas; limbs are set apart by a bar, each told once."""
    limbs = dict.fromkeys(
        ",".join(f"{p.first_day}/{p.last_day or ''}/{p.note}" for p in rule.periods) for rule in rules
    )
    return "|".join(limbs)


def _row(rules: Sequence[Provision], day: date, places: Places) -> DayRow:
    first, words = rules[0], places.words
    answer = strongest(rules, day, places.reference)
    return DayRow(
        name=naming.provision_name(first.resolution, first.year, first.paragraph, words),
        href=f"{regime_page(first.regime)}#{anchor(first.id)}",
        id=first.id,
        kind=kind_words(first, words),
        asks=not obliges(rules),
        force=answer.force.value,
        force_words=force_words(answer, words),
        summary=told(first.summary, first.summary_fr, words),
        tier=first.tier.value,
        tier_words=words.say(f"tier.short.{first.tier.value}"),
        spans=spans(rules),
    )
