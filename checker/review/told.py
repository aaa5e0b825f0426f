"""Decisions and standings in the words of a page: by whom, when, what holds and what has moved since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from checker.dates import parse_day
from checker.model import Label
from checker.review.decisions import Decision
from checker.review.following import Followed, Hold, Notice
from checker.review.standing import DocumentStanding, LeadStanding, State
from checker.views import Names, Wording
from checker.views.marking import line
from checker.views.naming import activity_name, actor_name
from checker.views.review_shapes import CorrectionView, DecidedView, DecisionView

_DONE = (State.ACCEPTED, State.REJECTED, State.UNSURE, State.SPLIT)


def decided_view(lead: LeadStanding, names: Names, words: Wording) -> DecidedView | None:
    """What the card of a lead shows; None when nobody ever decided on it."""
    if not lead.decided and not lead.lapsed:
        return None
    return DecidedView(
        state=lead.state.value,
        words=words.say(f"review.state.{lead.state.value}"),
        by=by_whom([one.decision for one in lead.decided], words),
        decisions=tuple(decision_view(one, names, words) for one in lead.decided),
        lapsed=tuple(decision_view(one, names, words) for one in lead.lapsed),
    )


def rejection(lead: LeadStanding, words: Wording) -> str:
    """Who rejected a lead, when last, and for which reasons, on one line."""
    made = [one.decision for one in lead.decided]
    reasons = dict.fromkeys(words.say(f"why.{one.reason}") for one in made if one.reason)
    told = f"{words.say(f'review.state.{lead.state.value}')} {by_whom(made, words)}"
    return " · ".join((told, *reasons))


def decision_view(one: Followed, names: Names, words: Wording, alone: bool = False) -> DecisionView:
    """One decision; ``alone``, away from its lead, it tells the words that it was on."""
    said = one.decision
    notices = [notice_words(notice, words) for notice in one.notices]
    if alone and one.claim is not None and one.hold is not Hold.LAPSED:
        notices.append(words.say("follow.no_lead"))
    return DecisionView(
        verdict=said.verdict.value,
        words=words.say(f"review.verdict.{said.verdict.value}"),
        who=line(said.reviewer, 120),
        day=words.day(parse_day(said.day)),
        reason=words.say(f"why.{said.reason}") if said.reason else "",
        note=_note(said.note),
        corrections=_corrections(said, names, words),
        notices=tuple(notices),
        claim=line(said.words, 300) if alone else "",
    )


def notice_words(notice: Notice, words: Wording) -> str:
    """A notice as a sentence."""
    what = notice.what
    if notice.kind == "label" and what in tuple(Label):
        what = words.say(f"label.{what}")
    return words.say(f"follow.{notice.kind}", what=line(what, 300))


def by_whom(decisions: Sequence[Decision], words: Wording) -> str:
    """``by Ana Ruiz and Li, 3 December 2026``; each reviewer once, the latest day; empty for no decision."""
    if not decisions:
        return ""
    names: dict[str, str] = {}
    for one in decisions:
        names.setdefault(one.who, line(one.reviewer, 120))
    latest = max(one.day for one in decisions)
    return words.say("review.by", who=words.listing(tuple(names.values())), day=parse_day(latest))


def standing_words(documents: Iterable[DocumentStanding], words: Wording) -> tuple[str, str]:
    """How far some documents were reviewed, as a key (``none``, ``open``, ``part``, ``done``) and in words."""
    found = tuple(documents)
    leads = [lead for one in found for lead in one.leads]
    decisions = [one for document in found for one in document.counting]
    done = sum(lead.state.done for lead in leads)
    lapsed = sum(bool(lead.lapsed) for lead in leads)
    if not leads:
        return "none", words.say("review.none")
    key = "done" if done == len(leads) else "part" if decisions else "open"
    counts = Counter(lead.state for lead in leads)
    told = [words.say("review.progress", n=len(leads), done=done)]
    if decisions:
        told.insert(0, by_whom(decisions, words))
        each = [words.say(f"review.count.{state.value}", n=counts[state]) for state in _DONE if counts[state]]
        told.append(words.listing(each))
    if lapsed:
        told.append(words.say("review.lapsed", n=lapsed))
    return key, " · ".join(told)


def _note(note: str) -> str:
    """A reviewer's words with their line breaks and without control characters."""
    return "\n".join(line(part, 4000) for part in note.splitlines()).strip()


def _corrections(said: Decision, names: Names, words: Wording) -> tuple[CorrectionView, ...]:
    found = said.correction
    values = (
        ("activity", activity_name(found.activity, names, words) if found.activity else ""),
        ("giver", actor_name(found.giver, found.giver, names, words) if found.giver else ""),
        ("taker", actor_name(found.taker, found.taker, names, words) if found.taker else ""),
        ("provision", line(found.provision, 120)),
        ("label", words.say(f"label.{found.label}") if found.label else ""),
    )
    return tuple(CorrectionView(words.say(f"decide.{name}"), value) for name, value in values if value)
