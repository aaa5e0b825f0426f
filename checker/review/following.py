"""Where a decision stands after another run: it follows its claim, lapses, or is orphaned; it never moves to another claim.

A claim is known by its id and by the words of its primary evidence. What both find is the same claim. Where only one of the
two finds something, the ends of the flow must be the same, nothing else may fit as well, and no claim that stood beside it
when the decision was made may be taken for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from checker import fingerprints
from checker.model import Role
from checker.records import record
from checker.review.decisions import Decision, LawRow
from checker.review.seen import Seen


class Hold(StrEnum):
    """How a decision holds after a run."""

    HOLDS = "holds"
    NOTICED = "noticed"
    LAPSED = "lapsed"
    ORPHANED = "orphaned"


@record
class Notice:
    """Something a reader must see beside a decision: ``kind`` is a key ``follow.<kind>`` of the locale, ``what`` names it."""

    kind: str
    what: str = ""


@record
class Followed:
    """A decision with the claim it is on now; no claim when it is orphaned. Only ``HOLDS`` and ``NOTICED`` count."""

    decision: Decision
    hold: Hold
    claim: Seen | None
    notices: tuple[Notice, ...] = ()

    @property
    def counts(self) -> bool:
        """True when the decision still speaks of the claim as it stands."""
        return self.hold in (Hold.HOLDS, Hold.NOTICED)


def follow(decision: Decision, there: Sequence[Seen]) -> Followed:
    """The decision among the claims of its document as they are now."""
    same_id = next((one for one in there if one.claim == decision.claim), None)
    if same_id is not None and same_id.anchor == decision.anchor:
        return _held(decision, same_id, ())
    same_words = _by_words(decision, there)
    if same_words is not None:
        return _held(decision, same_words, (Notice("other_id"),))
    if same_id is None or _has_twins(decision, there) or not _same_ends(decision, same_id):
        return Followed(decision, Hold.ORPHANED, None, (Notice("no_claim"),))
    if decision.anchor in same_id.anchors:
        return _held(decision, same_id, (Notice("other_words"),))
    return Followed(decision, Hold.LAPSED, same_id, (Notice("words", decision.words),))


def _by_words(decision: Decision, there: Sequence[Seen]) -> Seen | None:
    """The one claim with the words and the conduct; not one that stood beside it then, unless it was its twin.

    Twins claim the same and are numbered by their order in the text: which words they stand on tells them apart.
    """
    stem = fingerprints.stem(decision.claim)
    others = {one for one in decision.beside if fingerprints.stem(one) != stem}
    if not others <= {one.claim for one in there}:
        return None  # one that shared the words is gone, or has another id now: what is left may be that one
    fit = [
        one
        for one in there
        if one.anchor == decision.anchor
        and one.activity == decision.activity
        and _same_ends(decision, one)
        and one.claim not in others
    ]
    return fit[0] if len(fit) == 1 else None


def _has_twins(decision: Decision, there: Sequence[Seen]) -> bool:
    stem = fingerprints.stem(decision.claim)
    now = sum(fingerprints.stem(one.claim) == stem for one in there)
    return now > 1 or any(fingerprints.stem(one) == stem for one in decision.beside)


def _same_ends(decision: Decision, one: Seen) -> bool:
    return (decision.giver, decision.taker) == (one.giver, one.taker)


def _held(decision: Decision, one: Seen, notices: tuple[Notice, ...]) -> Followed:
    """The decision on its claim, unless the law beside it is no longer what the reviewer saw."""
    was, now = ({row.id: row for row in side} for side in (decision.law, one.law))
    gone = [key for key in sorted(was.keys() | now.keys()) if _lapses(was.get(key), now.get(key))]
    if gone:
        return Followed(decision, Hold.LAPSED, one, (*notices, *(Notice("law", key) for key in gone)))
    told = [*notices, *(Notice("rules", key) for key in sorted(was.keys() ^ now.keys()))]
    if one.label != decision.label:
        told.append(Notice("label", decision.label))
    return Followed(decision, Hold.NOTICED if told else Hold.HOLDS, one, tuple(told))


def _lapses(was: LawRow | None, now: LawRow | None) -> bool:
    """True when a rule says something else, or when a main rule came, went or changed its role."""
    if was is None or now is None:
        return Role.PRIMARY in [row.role for row in (was, now) if row is not None]
    return was.row != now.row or was.role != now.role
