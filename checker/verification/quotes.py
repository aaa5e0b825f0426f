"""Whether the words that a result quotes stand in the text of the document, where it says that they do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker import fingerprints
from checker.formats.results import Record
from checker.verification.faults import Fault

_SHOWN = 60


def quotes_of(found: Record) -> Iterator[tuple[str, Record]]:
    """Every quotation of a record with the id of its claim, or ``citation`` for words that refer to law.

    Raises KeyError or TypeError for a record of another shape.
    """
    for claim in found["claims"]:
        for one in claim["evidence"]:
            yield claim["id"], one
    for one in found["citations"]:
        yield "citation", one


def check_quotes(found: Record, text: str) -> Iterator[Fault]:
    """The quotations of a record that ``text``, the document's, does not bear out; offsets count its code points.

    Raises KeyError or TypeError for a record of another shape.
    """
    document = found["document"]["id"]
    for owner, one in quotes_of(found):
        exact, start, end = one["exact"], one["start"], one["end"]
        if 0 <= start <= end <= len(text) and text[start:end] == exact:
            continue
        where = f"{document} {owner}"
        at = _nearest(text, exact, start)
        if at < 0:
            yield Fault("quote", where, f"the document does not say {shown(exact)}")
        else:
            yield Fault("offset", where, f"{shown(exact)} stands at {at}, not at {start} to {end}")


def check_anchors(found: Record) -> Iterator[Fault]:
    """The claims whose anchor is not that of the words they quote first."""
    for claim in found["claims"]:
        words = fingerprints.anchor(claim["evidence"][0]["exact"]) if claim["evidence"] else ""
        if claim.get("anchor", words) != words:
            message = "the anchor is not that of the words quoted first"
            yield Fault("anchor", f"{found['document']['id']} {claim['id']}", message)


def shown(words: Any) -> str:
    """Words in quotation marks, shortened, with nothing in them that could drive a terminal."""
    plain = " ".join(str(words).split())
    plain = "".join(char if char.isprintable() else "\ufffd" for char in plain[: _SHOWN + 1])
    return f"“{plain[:_SHOWN]}...”" if len(plain) > _SHOWN else f"“{plain}”"


def _nearest(text: str, exact: str, start: int) -> int:
    """Where the words stand, the place nearest to ``start``; -1 for nowhere."""
    if not exact:
        return -1
    before, after = text.rfind(exact, 0, max(0, start) + len(exact)), text.find(exact, max(0, start))
    places = [at for at in (before, after) if at >= 0]
    return min(places, key=lambda at: abs(at - start), default=-1)
