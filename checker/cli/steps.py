"""The stages of reading and matching as lines of text, in the order of the flow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.check import Checker, check_document
from checker.corpus import names_of
from checker.extract.anaphora import Memory, resolve_epithets
from checker.extract.assertion import Cue, find_cues
from checker.extract.attribution import Attribution, find_attributions
from checker.extract.frames import Frame, find_frames
from checker.extract.languages import READ_LANGUAGES, grammar_of
from checker.extract.reading import lexicon_of
from checker.extract.sentences import split_sentences
from checker.extract.slot_finding import find_slots
from checker.extract.slots import Slot
from checker.extract.standing import Standing, stand
from checker.extract.units import Sentence, build_sentence
from checker.model import BlockKind, Citation, Document, Finding, Party, Role, Span
from checker.reference import Reference
from checker.text import fold
from checker.views import wording
from checker.views.naming import sentence as claim_sentence

Step = tuple[str, list[str]]

_CASES = {
    "": "bare", "to": "to", "from": "from", "a": "à", "of": "of", "by": "by", "with": "with", "for": "for", "in": "in",
    "on": "on", "via": "via", "against": "against", "src": "source",
}  # fmt: skip
_CONSIDERED = 6


def steps(document: Document, checker: Checker) -> Iterator[Step]:
    """Heading and lines of each stage: text, then names, cues, frames of each sentence, then claims and their rules."""
    yield (
        "Text",
        [
            document.text.strip(),
            f"language {document.language}, published {document.published} ({document.published_basis})",
        ],
    )
    if document.language not in READ_LANGUAGES:
        yield (
            "Stop",
            [f"'{document.language}' is not read: only {', '.join(READ_LANGUAGES)}; say --language en if it is"],
        )
        return
    memory = Memory(checker.reference.actors)
    for number, sentence in enumerate(_sentences(document, checker), start=1):
        sentence = replace(sentence, units=resolve_epithets(sentence.units, memory))
        yield from _sentence_steps(number, sentence, document, checker)
    result = check_document(document, checker)
    if not result.findings:
        yield "Claims", ["none: no frame above stood as conduct with parties and a thing that any rule speaks of"]
    for number, finding in enumerate(result.findings, start=1):
        yield f"Claim {number}", _claim(finding, checker.reference)
        yield (
            f"Rules held against claim {number}",
            list(_rules(finding)) or ["none: no rule has this activity and target"],
        )
        yield f"Finding {number}", _finding(finding)
    if result.citations:
        yield "Words about law", [_citation(one) for one in result.citations]


def _sentences(document: Document, checker: Checker) -> Iterator[Sentence]:
    lexicon = lexicon_of(document.language, checker.words, checker.overlay)
    shadow = fold(document.text)
    hits = sorted(lexicon.scan(shadow.text), key=lambda hit: (hit.start, hit.end))
    for block in document.blocks:
        if block.kind not in (BlockKind.HEADLINE, BlockKind.BODY, BlockKind.QUOTE):
            continue
        for span in split_sentences(document.text, block.start, block.end, lexicon.code):
            low, high = shadow.from_source(span.start), shadow.from_source(span.end)
            inside = [hit for hit in hits if low <= hit.start and hit.end <= high]
            yield build_sentence(document.text, shadow, Span(span.start, span.end), inside, lexicon)


def _sentence_steps(number: int, sentence: Sentence, document: Document, checker: Checker) -> Iterator[Step]:
    grammar = grammar_of(document.language)
    slots = find_slots(sentence.units, grammar.code)
    cues = find_cues(sentence)
    said = find_attributions(sentence, slots, grammar)
    frames = find_frames(sentence, slots, grammar)
    yield f"Sentence {number}", [document.text[sentence.span.start : sentence.span.end]]
    yield (
        "Names",
        [_slot(one, sentence, checker.reference) for one in slots] or ["no State, group or body of the tables"],
    )
    things = [
        f"{unit.written} = {' or '.join(s.value for s in unit.all('item'))}"
        for unit in sentence.units
        if unit.all("item")
    ]
    yield "Things", things or ["none named"]
    places = [f"{unit.written} = {s.value}" for unit in sentence.units for s in unit.all("place")]
    if places:
        yield "Places", [_place(one, checker.reference) for one in places]
    if cues:
        yield "Cues", [_cue(one, sentence) for one in cues]
    if said:
        yield "Who speaks", [_said(one) for one in said]
    if not frames:
        yield "Frames", ["none: no verb or noun of the word tables with a party or a thing"]
    for frame in frames:
        yield f"Frame {frame.kind}", list(_frame(frame, sentence))
        reaching = [_written(sentence, cue) for cue in cues if cue.reaches(frame.index)]
        found = stand(sentence, frame, cues, said, slots, grammar)
        yield "Standing", [*_standing(found), f"cues that reach it: {', '.join(reaching) or 'none'}"]


def _slot(slot: Slot, sentence: Sentence, reference: Reference) -> str:
    words = " ".join(unit.written for unit in sentence.units[slot.first : slot.last + 1])
    actor = reference.actor(slot.actor)
    named = f"{slot.actor} ({actor.name})" if actor is not None else slot.actor or "no actor"
    role = "" if slot.role == "party" else f", {slot.role}"
    organ = f", organ {slot.organ}" if slot.organ else ""
    return f"{words} = {named}: case {_CASES.get(slot.case, slot.case)}, by {slot.how}{role}{organ}"


def _cue(cue: Cue, sentence: Sentence) -> str:
    reach = " ".join(unit.written for unit in sentence.units[cue.low : cue.high + 1])
    return f"{_written(sentence, cue)}, reaches “{_short(reach)}”"


def _written(sentence: Sentence, cue: Cue) -> str:
    words = " ".join(unit.written for unit in sentence.units[cue.first : cue.last + 1])
    return f"“{words}” ({cue.axis} {cue.value})"


def _place(written: str, reference: Reference) -> str:
    place = reference.places.get(written.rpartition(" = ")[2])
    if place is None:
        return written
    held = f", held by {place.controller}" if place.controller and place.controller != place.state else ""
    return f"{written} (territory of {place.state or 'nobody in particular'}{held})"


def _said(one: Attribution) -> str:
    who = one.actor or one.words or one.pronoun or "nobody named"
    return f"{one.words or who}{f' = {one.actor}' if one.actor else ''}{', passive' if one.passive else ''}"


def _frame(frame: Frame, sentence: Sentence) -> Iterator[str]:
    units = sentence.units
    part = "noun" if frame.noun else "verb"
    yield f"trigger “{units[frame.index].written}” ({part}{', ' + frame.activity if frame.activity else ''})"
    things = ", ".join(units[at].written for at in frame.items) or frame.default_item or "none"
    yield f"giver {_ends(frame.givers)}; item {things}; taker {_ends(frame.takers)}"
    if frame.wanting:
        word = f"“{frame.pronoun}”" if frame.pronoun else "nothing"
        yield f"the {frame.wanting} is open: {word} stands for it"
    if frame.origin is not None:
        yield f"origin of the thing: {frame.origin.actor}"
    if frame.made is not None:
        yield f"make of the thing: {frame.made.actor}, which supplies nothing by itself"


def _ends(slots: Sequence[Slot]) -> str:
    return " and ".join(slot.actor or "?" for slot in slots) or "open"


def _standing(found: Standing) -> Iterator[str]:
    if found.drop:
        yield f"no claim: it belongs to the bin “{found.drop}”"
        return
    why = [note for note in (*found.notes, *found.facts) if note]
    yield f"{found.status.value}, modality {found.modality} of 5{' (' + ', '.join(why) + ')' if why else ''}"
    speakers = [one.words or one.actor for one in found.speakers]
    if speakers:
        yield f"said by {', '.join(speakers)}"
    if found.deniers:
        yield f"denied by {', '.join(slot.actor for slot in found.deniers)}"
    if found.verdict:
        yield "the sentence itself links it to a rule"
    if found.signal.value != "none":
        yield f"signal {found.signal.value}"


def _claim(finding: Finding, reference: Reference) -> list[str]:
    claim = finding.claim
    things = ", ".join(f"{item.text} = {item.id}" for item in claim.items) or "none"
    lines = [
        claim_sentence(claim, names_of(reference), wording("en")),
        f"giver {_who(claim.giver)}; taker {_who(claim.taker)}; actor {_who(claim.actor)}",
        f"things {things}",
        f"activities {', '.join(claim.activities)}",
        f"period {claim.period.first_day} to {claim.period.last_day} ({claim.period.basis})",
        f"status {claim.status.value}, evidence “{_short(claim.evidence[0].exact)}”",
    ]
    if claim.denied_by:
        lines.append(f"denied by {', '.join(party.name for party in claim.denied_by)}")
    return lines


def _who(party: Party | None) -> str:
    return f"{party.id} (by {party.how})" if party is not None else "not named"


def _rules(finding: Finding) -> Iterator[str]:
    considered = 0
    for one in finding.assessed:
        if one.match.role is Role.CONSIDERED:
            considered += 1
            if considered > _CONSIDERED:
                continue
        rule, force = one.match.provision, one.match.force
        why = f": {force.why}" if force.why else ""
        yield f"{rule.id} {rule.activity} ({one.match.role.value}, score {one.match.score}): {one.label.value} by {one.rule}"
        yield f"    {rule.summary}"
        yield f"    in force {force.force.value}{why}; bound here {', '.join(one.match.bound) or 'nobody named'}"
        for reason in one.match.reasons:
            yield f"    {reason.element.value:<13}{reason.name}: {reason.sentence}"
    if considered > _CONSIDERED:
        yield f"and {considered - _CONSIDERED} more considered"


def _finding(finding: Finding) -> list[str]:
    label = wording("en").say(f"label.{finding.label.value}")
    lines = [f"{label} [{finding.label.value}]", f"rule {finding.rule}: {finding.rationale}"]
    lines.extend(f"open: {question}" for question in finding.missing)
    lines.extend(f"exemption to check: {one.condition}" for one in finding.exemptions[:4])
    lines.append(
        f"certainty of the reading {finding.certainty.value}; link to the rule by {finding.legal_link_by.value}"
    )
    return lines


def _citation(one: Citation) -> str:
    rules = f" ({', '.join(one.provisions)})" if one.provisions else ""
    return f"“{one.exact}”: {one.outcome.value}{rules}. {one.rationale}"


def _short(text: str, longest: int = 110) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[: longest - 1] + "…"
