"""Lines of law for the terminal: days with their reasons, quantities, links between texts, listings."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Amendment, Cap, ProvisionPeriod
from checker.reference import Reference


def span(period: ProvisionPeriod) -> str:
    """The days of a period, with why they begin and end."""
    began = period.began.replace("_", " ") + (f" by {period.began_by}" if period.began_by else "")
    ended = period.ended.replace("_", " ") + (f": {period.ended_by}" if period.ended_by else "")
    why = "; ".join(filter(None, (period.note, began, ended)))
    return f"{period.first_day} to {period.last_day or 'no end'}{f' ({why})' if why else ''}"


def quantity(cap: Cap) -> str:
    """A quantity with its unit, its window, whose conduct is counted, its days, its note and its tier."""
    return f"{cap.said}{f'; {cap.note}' if cap.note else ''} [{cap.tier.value}]"


def links(reference: Reference, name: str) -> Iterator[str]:
    """What a paragraph or a resolution amends and what amends it, one line each way that has any."""
    forward, back = reference.amends(name), reference.amended_by(name)
    if forward:
        yield f"  amends {', '.join(dict.fromkeys(_end(link, link.amended) for link in forward))}"
    if back:
        yield f"  amended by {', '.join(dict.fromkeys(_end(link, link.amending) for link in back))}"


def _end(link: Amendment, name: str) -> str:
    return f"{name} ({link.kind})" if link.kind else name


def listed_under(reference: Reference, name: str) -> Iterator[str]:
    """The parties named on a list under a paragraph, with their days."""
    for row in reference.listings:
        if row.under == name:
            yield f"  lists {row.actor} from {row.first_day or 'a day not held'} to {row.last_day or 'no end'}"
