"""At which stage a claim was lost, seen in the trace of the very reading that lost it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.extract.tracing import Trace
from checker.formats.results import Record
from checker.model import Actor, BlockKind, Claim, Document, Party, Span, Statement
from checker.records import record
from checker.scoring.gold import GoldClaim
from checker.scoring.pairs import end, meets, primary_of
from checker.scoring.traced_words import (
    cut_apart,
    ends_told,
    meets_place,
    named_in,
    nearness,
    other_roles,
    short,
    stood_in,
    trigger_of,
    unnamed_in,
    why_no_conduct,
)

STAGES = ("block", "sentence", "mention", "frame", "assertion", "time", "match", "label")
"""In the order of the flow; the first one that went wrong has lost the claim."""

_READ = (BlockKind.HEADLINE, BlockKind.BODY, BlockKind.QUOTE)
Lost = tuple[str, str]


@record
class Reading:
    """How a document was read: its trace, the record it gave, and the actors of the tables."""

    document: Document
    trace: Trace
    found: Record
    actors: Mapping[str, Actor]
    read_languages: tuple[str, ...]


def lost_claim(gold: GoldClaim, span: Span | None, reading: Reading) -> Lost:
    """Stage and words for a gold claim that no predicted claim answers; ``span`` is its anchor, None the whole text."""
    document, trace = reading.document, reading.trace
    place = span or Span(0, len(document.text))
    words = document.text[place.start : place.end]
    if document.language not in reading.read_languages:
        return "block", f"the text was taken for '{document.language}', which is not read"
    kinds = [one.kind for one in document.blocks if place.meets(Span(one.start, one.end))]
    if not any(kind in _READ for kind in kinds):
        return "block", f"read as {' and '.join(dict.fromkeys(str(kind) for kind in kinds)) or 'nothing'}"
    near = [one for one in trace.sentences if one.span.meets(place)]
    if not near:
        return "block", "beyond what is read of one document"
    told = next((one for one in trace.statements if _answers(gold, one) and meets_place(one, place)), None)
    if told is not None:
        return _joined(gold, told, reading)
    stood = stood_in(near, place)
    dropped = next((one for one in stood if any(_answers(gold, s) for s in one[1].statements)), None)
    if dropped is not None:
        return "assertion", why_no_conduct(*dropped)
    wanting = [one for one in (gold.giver, gold.taker) if one is not None]
    cut = cut_apart(near, wanting, reading.actors) if span is not None else ""
    if cut:
        return "sentence", cut
    named = {one for sentence in near for one in named_in(sentence, reading.actors)}
    unnamed = [one for one in wanting if one not in named]
    if unnamed:
        return "mention", unnamed_in(unnamed, named, near, words)
    if not stood:
        return "frame", f"no word of conduct known in “{short(words)}”"
    sentence, best = max(stood, key=lambda entry: nearness(gold, entry[1], reading.actors))
    if best.lost and not best.statements:
        stage, _, why = best.lost[0].partition(": ")
        return stage, f"{trigger_of(sentence, best)}: {why}"
    return "frame", other_roles(gold, sentence, best, reading.actors)


def lost_answer(kind: str, gold: GoldClaim, claim: Record) -> Lost:
    """Stage and words for what a found claim got wrong; ``kind`` is the name of a rate (label, status, days ...)."""
    finding, period = claim["finding"], claim["period"]
    if kind in ("label", "status") and claim["status"] != gold.status:
        return "assertion", f"read as {claim['status']}, gold {gold.status}"
    if kind in ("label", "days", "primary") and gold.days is not None and not meets(gold, claim):
        days = f"{period['first_day']} to {period['last_day']} ({period['basis']})"
        return "time", f"period read {days}, gold {gold.days[0]} to {gold.days[1]}"
    if kind == "speakers":
        heard = ", ".join(one["id"] or one["name"] for one in claim["speakers"]) or "nobody"
        return "assertion", f"said by {heard}, gold {', '.join(gold.speakers)}"
    if kind == "denied_by":
        deniers = ", ".join(one["id"] for one in claim["denied_by"]) or "nobody"
        return "assertion", f"denied by {deniers}, gold {', '.join(gold.denied_by) or 'nobody'}"
    primary = set(primary_of(claim))
    if gold.primary and not (primary and primary <= set(gold.primary)):
        return "match", f"rule {' + '.join(sorted(primary)) or 'none'}, gold {_considered(gold, claim)}"
    days = f"{period['first_day']} to {period['last_day']}, {period['basis']}"
    return "label", f"{finding['rule']} gave {finding['label']} ({finding['rationale']}; {days}), gold {gold.label}"


def made_up(claim: Record, gold: Sequence[GoldClaim], span_of: Mapping[str, Span], reading: Reading) -> Lost:
    """Stage and words for a flagged claim that answers no gold claim."""
    ends = (end(claim, "giver"), end(claim, "taker"))
    spans = [Span(one["start"], one["end"]) for one in claim["evidence"]]
    here = [one for one in gold if one.anchor in span_of and any(span_of[one.anchor].meets(s) for s in spans)]
    same = next((one for one in gold if (one.giver, one.taker) == ends and _same(one, claim)), None)
    if same is not None:
        return "match", f"kept apart from the same conduct elsewhere in the text ({_told(same)})"
    other = next((one for one in here if _same(one, claim) or {one.giver, one.taker} & (set(ends) - {None})), None)
    if other is not None:
        return "frame", f"{claim['activity']} {ends_told(*ends)} instead of {_told(other)}"
    near = [one for one in reading.trace.sentences if one.span.meets(spans[0])]
    stood = next((told for told in stood_in(near, spans[0]) if told[1].statements), None)
    words = f"{trigger_of(*stood)} " if stood is not None else ""
    return "assertion", f"{words}stood as {claim['status']} where the gold has no conduct"


def lost_citation(outcome: str, found: Record | None) -> Lost:
    """Stage and words for a citation of the gold."""
    if found is None:
        return "mention", "no words about law were seen there"
    return "match", f"held for {found['outcome']} ({found['rationale']}), gold {outcome}"


def _answers(gold: GoldClaim, one: Statement) -> bool:
    ends = (one.giver.id if one.giver else None, one.taker.id if one.taker else None)
    return ends == (gold.giver, gold.taker) and bool({gold.activity, *gold.accept} & set(one.activities))


def _joined(gold: GoldClaim, told: Statement, reading: Reading) -> Lost:
    """What became of a statement that would have answered the gold."""
    gone = next((why for claim, why in reading.trace.gone if told in claim.statements), "")
    if gone:
        return ("frame" if gone == reading.trace.gate else "assertion"), gone
    home = next((one for one in reading.trace.claims if told in one.statements), None)
    if home is None:
        return "match", "the statement names no party"
    shown = next((one for one in reading.found["claims"] if one["id"] == home.id), None)
    if shown is None:
        return "match", "no rule meets it and one end is not named: listed as skipped"
    if (end(shown, "giver"), end(shown, "taker")) != (gold.giver, gold.taker):
        return "match", f"joined to {_claim(home)}"
    if not _same(gold, shown):
        return "match", f"shown as {shown['activity']}, since the rules for {gold.activity} did not fit"
    return "match", f"joined to {_claim(home)}, which answers another gold claim"


def _same(gold: GoldClaim, claim: Record) -> bool:
    return claim["activity"] in (gold.activity, *gold.accept)


def _claim(one: Claim) -> str:
    return f"{one.activity} {ends_told(_id(one.giver), _id(one.taker))} “{short(one.evidence[0].exact)}”"


def _told(one: GoldClaim) -> str:
    return f"{one.activity} {ends_told(one.giver, one.taker)}"


def _id(one: Party | None) -> str | None:
    return one.id if one is not None else None


def _considered(gold: GoldClaim, claim: Record) -> str:
    """The rules of the gold, with what spoke against the first of them when it was held against the claim."""
    words = " or ".join(gold.primary or ())
    for one in claim["provisions"]:
        if one["id"] in (gold.primary or ()):
            against = [
                f"{r['name']} {r['element']}: {r['sentence']}" for r in one["reasons"] if r["element"] != "met"
            ]
            return (
                f"{words} ({one['role']}, in force {one['in_force']}{'; ' + '; '.join(against) if against else ''})"
            )
    return f"{words} (not considered)"
