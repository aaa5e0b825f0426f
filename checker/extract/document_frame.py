"""What the document as a whole does to its claims: nothing to read, satire, headlines without a body."""

from __future__ import annotations

from dataclasses import replace

from checker.lexicon import Hit
from checker.model import BlockKind, Claim, Document, Status
from checker.text import fold

_FICTION = (
    "satire",
    "satiriq",
    "satirical",
    "parod",
    "humour",
    "fiction",
    "canular",
    "poisson d'avril",
    "april fool",
)


def is_fiction(document: Document) -> bool:
    """A page that calls itself satire or fiction in its front matter, headline or rubric is read as no report."""
    lead = [b for b in document.blocks[:8] if b.kind is not BlockKind.BODY]
    words = fold(" ".join(document.text[b.start : b.end] for b in lead)[:4000]).text
    return any(word in words for word in _FICTION)


_WATCHERS = frozenset({"UN_PANEL", "UN_COMMITTEE", "IAEA"})
"""Bodies to which States owe reports and access."""


def is_worth_reading(hits: list[Hit]) -> bool:
    """The gate: somebody is named, and something is done."""
    named = any(sense.category in ("actor", "place") for hit in hits for sense in hit.senses)
    done = any(
        sense.category == "trigger"
        or (sense.category == "cue" and sense.kind in ("deny", "verdict"))
        or (sense.category == "actor" and sense.value in _WATCHERS)
        for hit in hits
        for sense in hit.senses
    )
    return named and done


_DONE_ALONE = frozenset(
    {"ballistic_missile_launch", "nuclear_test", "nuclear_activity", "cyber_theft", "armed_presence"}
)


def without_bare_headlines(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """A headline alone never asserts: typology 3.7 gives it a claim only with the body's support, else a lower modality."""
    out = []
    for claim in claims:
        if (
            claim.statements
            and all("headline" in one.notes for one in claim.statements)
            and claim.status in (Status.ASSERTED, Status.ALLEGED)
        ):
            if (claim.giver is None or claim.taker is None) and claim.activity not in _DONE_ALONE:
                continue
            claim = replace(claim, modality=min(claim.modality, 2))
        out.append(claim)
    return tuple(out)
