"""The limbs of a paragraph -> all that a page shows of it; kinds of conduct that share everything stand together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from checker.lawbook.places import Places, anchor
from checker.lawbook.shapes import CapView, ConditionView, LimbView, ParagraphView
from checker.lawbook.terms import terms
from checker.model import Binding, Cap, Direction, Force, ForceAnswer, Period, Provision, Reading, Tier
from checker.reference import Reference
from checker.views import Names, naming
from checker.views.card_shapes import ReadingView
from checker.views.reasons import told
from checker.views.shapes import Phrase
from checker.views.wording import Wording

_BINDING = (Binding.DECIDES, Binding.DEMANDS, Binding.REQUIRES)
_CONFIDENCE = re.compile(r"^\[(high|medium|low)\] ")
_STRONGEST = (Force.YES, Force.DISPUTED, Force.UNCONFIRMED, Force.UNKNOWN, Force.PARTLY, Force.NO)
NOTHING = Phrase("", "")


def strongest(limbs: Iterable[Provision], day: date, reference: Reference) -> ForceAnswer:
    """The force of a paragraph on a day: that of the limb that binds most surely."""
    answers = [reference.force(limb, Period(day, day)) for limb in limbs]
    return min(answers, key=lambda answer: _STRONGEST.index(answer.force))


def rules_of(limbs: Iterable[Provision]) -> tuple[Provision, ...]:
    """The limbs that conduct can be held against."""
    return tuple(limb for limb in limbs if limb.is_rule)


def obliges(limbs: Iterable[Provision]) -> bool:
    """True when one of the limbs binds by its operative verb; else the Council asks, or recalls what stands elsewhere."""
    return any(limb.binding in _BINDING for limb in limbs)


def paragraph_view(limbs: Sequence[Provision], day: date, names: Names, places: Places) -> ParagraphView:
    """A paragraph with its force on ``day``; ``limbs`` are its own, best rank first."""
    first, words, reference = limbs[0], places.words, places.reference
    answer = strongest(rules_of(limbs) or limbs, day, reference)
    copy, copied = _copy(first, words)
    notes = dict.fromkeys(plain_note(limb.note) for limb in limbs if limb.note)
    return ParagraphView(
        id=first.id,
        anchor=anchor(first.id),
        name=_name(first, words),
        summary=told(first.summary, first.summary_fr, words),
        kind=first.kind.value,
        kind_words=kind_words(first, words),
        rule=bool(rules_of(limbs)),
        force=answer.force.value,
        force_words=force_words(answer, words),
        force_why=told(answer.why, answer.why_fr, words),
        readings=readings(answer.readings or reference.contested(first.id), names, words),
        limbs=tuple(_limb(group, first, names, places) for group in _alike(limbs)),
        amends=places.amends(first.id),
        amended_by=places.amended_by(first.id),
        tier=first.tier.value,
        tier_words=words.say(f"tier.{first.tier.value}"),
        official=naming.official(first.resolution, first.year),
        copy=copy,
        copy_host=host(copy),
        copy_words=copied,
        footnotes=naming.footnote_phrases(first.resolution, first.year, first.paragraph),
        notes=tuple(notes),
    )


def plain_note(note: str) -> str:
    """A note of the tables with the confidence that opens it in a word."""
    return _CONFIDENCE.sub(r"Not read; confidence \1. ", note)


def force_words(answer: ForceAnswer, words: Wording) -> str:
    """The force on one day, in words; of an unconfirmed one with the last day seen."""
    if answer.force is Force.UNCONFIRMED and answer.day is not None:
        return words.say("force.unconfirmed.day", day=answer.day)
    return words.say(f"on_day.{answer.force.value}")


def readings(found: Iterable[Reading], names: Names, words: Wording) -> tuple[ReadingView, ...]:
    """Both readings of what States dispute, with who holds them."""
    return tuple(
        ReadingView(
            words.say(
                "reading.holds" if one.holds else "reading.fails",
                who=words.listing(
                    [words.with_article(h, naming.actor_name(h, h, names, words)) for h in one.held_by]
                ),
            ),
            told(one.text, one.text_fr, words),
        )
        for one in found
    )


def kind_words(limb: Provision, words: Wording) -> str:
    """What a limb is, in words: an obligation by its form that only asks or recalls is named a request or a reminder."""
    if limb.is_rule and not obliges((limb,)):
        return words.say("kind.recalls" if limb.binding is Binding.RECALLS else "kind.asks")
    return words.say(f"kind.{limb.kind.value}")


def _name(limb: Provision, words: Wording) -> str:
    whole = naming.provision_name(limb.resolution, limb.year, limb.paragraph, words)
    name = whole.partition(", ")[2]
    return name[:1].upper() + name[1:]


def host(address: str) -> str:
    """The site of an address, without what stands before it and behind it."""
    return address.partition("//")[2].partition("/")[0].removeprefix("www.")


def _copy(limb: Provision, words: Wording) -> tuple[str, str]:
    """The address of what was read, kept apart from the official link, and what it was; of an unread row, what was seen."""
    read = limb.tier is Tier.READ
    unnamed = limb.source_url.startswith("https://undocs.org/")
    if limb.tier is Tier.RECALLED or not limb.copy_kind or (unnamed and not read):
        return "", words.say("copy.none")
    if unnamed:
        return "", words.say("copy.unnamed" if limb.copy_kind == "copy" else "copy.official.undocs")
    return limb.source_url, words.say(f"copy.{limb.copy_kind}" if read else f"copy.{limb.copy_kind}.seen")


def _alike(limbs: Sequence[Provision]) -> tuple[tuple[Provision, ...], ...]:
    """Limbs that differ in their kind of conduct alone stand together, in the order of their rank."""
    groups: dict[object, list[Provision]] = {}
    for limb in limbs:
        shared = (
            limb.kind,
            limb.binding,
            limb.direction,
            limb.bound,
            limb.items,
            limb.summary,
            limb.periods,
            limb.tier,
        )
        held = (_asked(limb), tuple(x.condition for x in limb.exemptions), limb.deadline, limb.caps)
        groups.setdefault((shared, held), []).append(limb)
    return tuple(tuple(group) for group in groups.values())


def _asked(limb: Provision) -> tuple[object, ...]:
    return tuple((one.name, one.question, one.first_day, one.last_day) for one in limb.elements)


def _limb(group: Sequence[Provision], paragraph: Provision, names: Names, places: Places) -> LimbView:
    words, limb = places.words, group[0]
    own = limb.summary != paragraph.summary
    moves = limb.direction is not Direction.NA
    return LimbView(
        summary=told(limb.summary, limb.summary_fr, words) if own else NOTHING,
        kind=kind_words(limb, words) if kind_words(limb, words) != kind_words(paragraph, words) else "",
        binding=words.say(f"binding.{limb.binding.value}"),
        conduct=tuple(dict.fromkeys(naming.activity_name(one.activity, names, words) for one in group)),
        direction=words.say(f"direction.{limb.direction.value}") if moves else "",
        bound=naming.addressed(limb, names, words),
        items=limb.items,
        terms=terms(limb, places.reference.known_to, places),
        questions=tuple(
            ConditionView(
                words.name("element", one.name),
                told(one.question, one.question_fr, words),
                _limited(one.first_day, one.last_day, words),
            )
            for one in limb.elements
        ),
        exemptions=tuple(
            dict.fromkeys(
                ConditionView(
                    words.say(f"procedure.{one.procedure}") if one.procedure else "",
                    told(one.condition, one.condition_fr, words),
                    _limited(one.first_day, one.last_day, words),
                )
                for one in limb.exemptions
            )
        ),
        deadline=_deadline(limb.deadline, words),
        caps=tuple(_cap(one, words) for one in limb.caps),
        tier=words.say(f"tier.{limb.tier.value}") if limb.tier is not paragraph.tier else "",
    )


def _cap(cap: Cap, words: Wording) -> CapView:
    """A quantity with its window, whose conduct is counted, and how often it is reported."""
    unit = words.say(f"unit.{cap.unit}", n=cap.quantity)
    figure = (
        f"{words.amount(cap.quantity)} {unit}" if cap.quantity is not None else words.say("cap.no_figure", unit=unit)
    )
    counted = words.name("counted", cap.counted) if cap.counted else ""
    reports = words.name("reports", cap.reports) if cap.reports else ""
    if cap.reported_by:
        reports = words.say("cap.reported_by", how=reports, who=words.name("addressed", cap.reported_by))
    said = (figure, words.name("window", cap.window), counted, reports)
    return CapView(
        ", ".join(filter(None, said)),
        words.days(cap.first_day, cap.last_day),
        words.say(f"tier.{cap.tier.value}"),
        cap.note,
    )


def _limited(first: date | None, last: date | None, words: Wording) -> str:
    if first is None and last is not None:
        return words.say("limited.until", day=last)
    return words.days(first, last) if first is not None else ""


def _deadline(cell: str, words: Wording) -> str:
    return words.listing([_day_or_term(part, words) for part in cell.split(";")]) if cell else ""


def _day_or_term(part: str, words: Wording) -> str:
    try:
        return words.day(date.fromisoformat(part))
    except ValueError:
        return part
