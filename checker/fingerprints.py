"""Short names for words of a text and for rows of law: what a reviewer's decision is tied to besides the claim's id."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from checker.model import Element, Exemption, Provision

_COUNT = re.compile(r"-\d{1,6}$")


def anchor(words: str) -> str:
    """``a-`` and twelve hexadecimal digits of the words of an evidence; line breaks and runs of spaces do not count."""
    return f"a-{_digest(' '.join(words.split()))}"


def row(provision: Provision) -> str:
    """Twelve hexadecimal digits of what a limb of the law says: whom it binds to what, with which elements, on which days.

    Its French words, notes, source and tier do not count: they say how the row was made, not what the rule is.
    """
    return _digest(
        "\x1e".join(
            (
                provision.id,
                provision.symbol,
                f"{provision.kind}|{provision.binding}|{provision.activity}|{provision.direction}",
                "|".join(provision.bound),
                provision.items,
                provision.summary,
                provision.partner,
                provision.deadline,
                "|".join(provision.targets),
                *(f"{p.first_day}/{p.last_day}/{p.note}/{p.ended}" for p in provision.periods),
                *map(_element, provision.elements),
                *map(_exemption, provision.exemptions),
                *(cap.said for cap in provision.caps),
            )
        )
    )


def rows(found: Iterable[str]) -> str:
    """The rows of one paragraph as one; the row itself where there is one limb."""
    each = sorted(set(found))
    return each[0] if len(each) == 1 else _digest("\x1e".join(each))


def stem(claim: str) -> str:
    """A claim's id without the number that tells it from others that claim the same: ``c-1f``, of ``c-1f-2``."""
    return _COUNT.sub("", claim) if claim.count("-") > 1 else claim


def _element(one: Element) -> str:
    return f"{one.name}|{one.test}|{'|'.join(one.values)}|{one.first_day}|{one.last_day}"


def _exemption(one: Exemption) -> str:
    return f"{one.id}|{one.condition}|{one.procedure}|{one.first_day}|{one.last_day}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
