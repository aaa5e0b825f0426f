"""Texts that people cite and that forbid nothing: what each says, and why no conduct can be held against it."""

from __future__ import annotations

from collections.abc import Sequence

from checker.lawbook.page_shapes import TextGroup, TextsPage, TextView
from checker.lawbook.paragraphs import host, plain_note
from checker.model import NotProvision
from checker.reference import Reference
from checker.views.reasons import told
from checker.views.wording import Wording


def texts_page(reference: Reference, words: Wording) -> TextsPage:
    """All of them, by the reason why they forbid nothing."""
    groups: dict[str, list[TextView]] = {}
    for one in reference.not_provisions:
        groups.setdefault(words.name("not_law", one.why), []).append(_text(one, words))
    return TextsPage(tuple(TextGroup(why, tuple(found)) for why, found in groups.items()))


def texts_about(actors: Sequence[str], reference: Reference, words: Wording) -> tuple[TextView, ...]:
    """Those that are about one of some parties."""
    return tuple(_text(one, words) for one in reference.not_provisions if set(one.about) & set(actors))


def _text(one: NotProvision, words: Wording) -> TextView:
    number = one.resolution
    symbol = f"S/RES/{number} ({one.year})" if number.isdecimal() and one.year else number
    place = (
        words.say("provision.paragraph", paragraph=one.paragraph) if one.paragraph[:1].isdigit() else one.paragraph
    )
    return TextView(
        name=", ".join(filter(None, (symbol, place))) or words.say("not_law.name"),
        adopted=str(one.year) if one.year and not number.isdecimal() else "",
        body=words.name("council_body", one.body),
        why=words.name("not_law", one.why),
        summary=told(one.summary, one.summary_fr, words),
        source=one.source_url,
        source_host=host(one.source_url),
        note=plain_note(one.note),
    )
