"""What the decisions of all reviewers together make of each lead, of each document and of the run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from checker.records import record
from checker.review.decisions import Decision, Verdict
from checker.review.following import Followed, Hold, Notice, follow
from checker.review.seen import Seen, Text


class State(StrEnum):
    """Where a lead stands. Only an acceptance or rejection that nobody contradicts is done."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNSURE = "unsure"
    SPLIT = "split"

    @property
    def done(self) -> bool:
        """True when nobody has to look at the lead any more."""
        return self in (State.ACCEPTED, State.REJECTED)


_ALONE = {Verdict.ACCEPT: State.ACCEPTED, Verdict.REJECT: State.REJECTED, Verdict.UNSURE: State.UNSURE}


@record
class LeadStanding:
    """A lead with the decisions that count and those that lapsed, in the order in which they were made."""

    claim: Seen
    state: State
    decided: tuple[Followed, ...] = ()
    lapsed: tuple[Followed, ...] = ()


@record
class DocumentStanding:
    """A document: its leads in order, and decisions on it that fit no lead of it any more."""

    document: str
    source: str
    leads: tuple[LeadStanding, ...]
    astray: tuple[Followed, ...] = ()

    @property
    def done(self) -> int:
        """How many leads are decided."""
        return sum(one.state.done for one in self.leads)

    @property
    def reviewed(self) -> bool:
        """True when somebody's decision counts here."""
        return any(one.decided for one in self.leads)

    @property
    def complete(self) -> bool:
        """True when there are leads and all of them are decided."""
        return bool(self.leads) and self.done == len(self.leads)

    @property
    def counting(self) -> tuple[Decision, ...]:
        """The decisions that count here, in the order of the leads."""
        return tuple(one.decision for lead in self.leads for one in lead.decided)


@record
class RunStanding:
    """All documents of a run, in order, and decisions on documents that the run does not hold."""

    documents: tuple[DocumentStanding, ...]
    elsewhere: tuple[Followed, ...] = ()

    @property
    def leads(self) -> tuple[LeadStanding, ...]:
        """Every lead of the run."""
        return tuple(lead for one in self.documents for lead in one.leads)


class Decided:
    """The last words of all reviewers, ready to be asked document by document."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self._by_document: dict[str, list[Decision]] = {}
        for one in decisions:
            self._by_document.setdefault(one.document, []).append(one)
        self._asked: dict[str, None] = {}

    def stand(self, text: Text) -> DocumentStanding:
        """Where the leads of a document stand."""
        self._asked[text.document] = None
        on: dict[str, list[Followed]] = {one.claim: [] for one in text.claims if one.label.flagged}
        astray = []
        for decision in self._by_document.get(text.document, ()):
            one = follow(decision, text.claims)
            if one.claim is not None and one.claim.claim in on:
                on[one.claim.claim].append(one)
            else:
                astray.append(one)
        leads = tuple(_lead(one, on[one.claim]) for one in text.claims if one.label.flagged)
        return DocumentStanding(text.document, text.source, leads, tuple(astray))

    def elsewhere(self) -> tuple[Followed, ...]:
        """The decisions on documents that nobody has asked for: they are not part of the run."""
        return tuple(
            Followed(one, Hold.ORPHANED, None, (Notice("no_document"),))
            for document, found in self._by_document.items()
            if document not in self._asked
            for one in found
        )

    def run(self, texts: Iterable[Text]) -> RunStanding:
        """Where all leads of a run stand."""
        return RunStanding(tuple(self.stand(one) for one in texts), self.elsewhere())


def _lead(claim: Seen, found: Sequence[Followed]) -> LeadStanding:
    last: dict[str, Followed] = {}
    lapsed: dict[str, Followed] = {}
    for one in found:
        side = last if one.counts else lapsed
        earlier = side.get(one.decision.who)
        if earlier is None or one.decision.day >= earlier.decision.day:
            side[one.decision.who] = one
    decided = tuple(last.values())
    verdicts = {one.decision.verdict for one in decided}
    state = State.OPEN if not verdicts else _ALONE[verdicts.pop()] if len(verdicts) == 1 else State.SPLIT
    # whoever decided again after a lapse has answered it
    gone = tuple(one for who, one in lapsed.items() if who not in last and one.hold is Hold.LAPSED)
    return LeadStanding(claim, state, decided, gone)
