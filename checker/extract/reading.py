"""A whole document: one pass for the words, then sentence by sentence to claims."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from checker.extract.activities import Targets, targets_of
from checker.extract.anaphora import Memory, party, resolve_epithets
from checker.extract.answered import attach_responses
from checker.extract.budget import MAX_CHARACTERS, Budget
from checker.extract.continued_flow import carry_flow_on
from checker.extract.continuing_voices import carry_on
from checker.extract.damage import undamaged
from checker.extract.document_frame import is_fiction, what_is_wanting, without_bare_headlines
from checker.extract.exemptions import allow_told
from checker.extract.hedges import see_through
from checker.extract.languages import grammar_of
from checker.extract.late_names import name_later
from checker.extract.merging import merge_statements
from checker.extract.open_receipts import leave_open, leaves_receipt_open
from checker.extract.quotations import Heard, Quotation, find_quotations, give_voices, holds
from checker.extract.responses import Response, ends_told, find_responses, set_apart
from checker.extract.scene import Dropped, Read, Scene
from checker.extract.second_negation import without_nouns
from checker.extract.sentences import split_sentences
from checker.extract.spelling import correct_spelling
from checker.extract.statement_voices import find_speakers, listen
from checker.extract.statements import read_sentence
from checker.extract.timing import TimeExpression, find_times, first_that_counts
from checker.extract.towns import settle_towns
from checker.extract.tracing import Trace, TracedSentence
from checker.extract.turn_labels import find_turns, give_turns
from checker.extract.turn_voices import with_the_floor
from checker.extract.units import Sentence, build_sentence
from checker.extract.unmet_terms import mark_unmet
from checker.extract.workers import with_workers
from checker.lexicon import Hit, Lexicon, load_lexicon
from checker.model import Block, BlockKind, Claim, Document, Item, Skipped, Span, Speaker, Statement
from checker.reference import Reference
from checker.text import fold

READ_KINDS = frozenset({BlockKind.HEADLINE, BlockKind.BODY, BlockKind.QUOTE})
_PARTNERS = frozenset({"RUS", "CHN", "KOR", "SYR", "TUR", "ARE", "USA", "UKR", "RWA"})
"""Beside the targets, the States whose misspelt names are put right."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the reader found: claims, what was no claim, sentences and the period of each for the citations."""

    claims: tuple[Claim, ...]
    dropped: tuple[Dropped, ...]
    skipped: tuple[Skipped, ...]
    sentences: tuple[Span, ...]


@cache
def lexicon_of(code: str, folder: Path, overlay: Path | None = None) -> Lexicon:
    """The compiled words of a language, with those of ``overlay`` laid over; loaded once a process."""
    grammar = grammar_of(code)

    def inflected(lemma: str, part: str) -> Iterator[tuple[str, frozenset[str]]]:
        return ((one.form, one.features) for one in grammar.inflect(lemma, part))

    return load_lexicon(code, folder, inflected, overlay)


def extract(
    document: Document, lexicon: Lexicon, reference: Reference, targets: Targets | None = None, trace: Trace | None = None
) -> Extraction:  # fmt: skip
    """The claims of a document in a language that is read, in order of their evidence; ``trace`` is told each stage."""
    aims = targets if targets is not None else targets_of(reference)
    shadow = undamaged(fold(document.text[:MAX_CHARACTERS]), lexicon)
    hits = sorted(lexicon.scan(shadow.text), key=lambda hit: (hit.start, hit.end))
    gate = what_is_wanting(hits)
    if gate and trace is None:
        return Extraction((), (), (), ())
    hits = _settled(hits)
    starts = [hit.start for hit in hits]
    grammar = grammar_of(lexicon.code)
    memory = Memory(reference.actors)
    statements: list[Statement] = []
    told_of: set[str] = set()
    responses: list[Response] = []
    asked: list[int] = []
    dropped: list[Dropped] = []
    budget = Budget()
    spans: list[Span] = []
    heard: list[Heard] = []
    quotations = find_quotations(document.text[:MAX_CHARACTERS])
    kind, previous = BlockKind.HEADLINE, 0
    turns = find_turns(document.text[:MAX_CHARACTERS])
    floor: dict[str, str] = {}
    for block in document.blocks:
        if block.kind not in READ_KINDS or (end := budget.within(block.start, block.end)) == block.start:
            continue
        sentences = budget.in_number(split_sentences(document.text, block.start, end, lexicon.code))
        background: Callable[[], tuple[TimeExpression, ...]] = tuple
        if _block_has_trigger(hits, starts, shadow.from_source(block.start), shadow.from_source(end)):
            background = cache(partial(_background, document, block.start, end, lexicon.code))
        if block.kind is not kind:
            kind, previous = block.kind, len(statements)
        for span in sentences:
            spans.append(span)
            low = bisect_left(starts, shadow.from_source(span.start))
            high = bisect_left(starts, shadow.from_source(span.end))
            if low == high:
                if trace is not None:
                    trace.sentences.append(TracedSentence(span, block))
                continue
            if not budget.affords(span, high - low, len(statements)):
                if budget.stops_at(span.start):
                    spans.pop()
                    break
                continue
            sentence = build_sentence(document.text, shadow, span, hits[low:high], lexicon)
            units = correct_spelling(without_nouns(sentence.units), lexicon, aims.all | _PARTNERS)
            units = memory.ships.resolve(settle_towns(see_through(units)))
            sentence = replace(sentence, units=with_workers(resolve_epithets(units, memory), _senders(aims)))
            scene = Scene(
                document.text,
                shadow,
                block.kind,
                document.published,
                reference,
                aims,
                grammar,
                background,
            )
            memory.voices.paragraph = _paragraph_of(document.text, span.start, block.start)
            memory.voices.turn = with_the_floor(turns, sentence, scene, memory, floor)
            read = read_sentence(sentence, scene, memory)
            carried = carry_on(read.statements, sentence, read.attributions, scene, memory, block.start)
            read = replace(read, statements=carried)
            read, answers = set_apart(read, told_of, sentence, block.end)
            earlier, order = previous, len(statements)
            previous = order
            statements.extend(replace(one, notes=(*one.notes, *_block_notes(block))) for one in read.statements)
            statements = allow_told(statements, sentence, earlier, order)
            statements = mark_unmet(statements, sentence, earlier, order)
            statements = carry_flow_on(statements, read, sentence, scene, earlier, order)
            told_of |= ends_told(statements[earlier:])
            dropped.extend(read.dropped)
            found = find_responses(sentence, read, scene, memory, block.end)
            responses.extend((*answers, *found))
            memory.denied = bool(found or answers) or any(one.denied_by for one in read.statements)
            if leaves_receipt_open(sentence.units):
                asked.append(order)
            if trace is not None:
                told = TracedSentence(span, block, sentence, read, tuple(statements[order:]), (*answers, *found))
                trace.sentences.append(told)
            heard.extend(_heard(read, sentence, scene, memory, quotations))
            listen(read, sentence, scene, memory, block.start)
            if found and not any(not one.passive for one in read.attributions):
                # who denies has the floor
                memory.voices.take(tuple(Speaker(one.party.id, one.party.name) for one in found))
            _remember(memory, read, sentence)
    statements = list(give_turns(give_voices(statements, quotations, heard), turns, floor))
    statements = list(name_later(statements, memory.voices.bodies))
    settled = leave_open(attach_responses(statements, responses, reference.is_a), asked)
    claims = merge_statements(tuple(filter(_names_a_party, settled)), document.key, reference.is_a)
    kept = () if is_fiction(document) else without_bare_headlines(claims)
    if trace is not None:
        trace.gate, trace.statements, trace.claims = gate, tuple(settled), () if gate else kept
        left = {one.id for one in kept}
        why = "the page calls itself fiction" if claims and not kept and is_fiction(document) else _BARE
        trace.gone.extend((one, gate or why) for one in claims if gate or one.id not in left)
        if gate:
            return Extraction((), (), (), ())
    if is_fiction(document):
        dropped.extend(Dropped(c.evidence[0].start, c.evidence[0].end, "fiction", c.activities) for c in claims)
    return Extraction(kept, tuple(dropped), budget.skipped(_end_of(document)), tuple(spans))


def _end_of(document: Document) -> int:
    """Where the last stretch ends that is read."""
    return max((block.end for block in document.blocks if block.kind in READ_KINDS), default=0)


_BARE = "a headline alone, with one end"


def _paragraph_of(text: str, at: int, floor: int) -> int:
    """Where the paragraph of an offset begins; a quotation that opens one goes on from the paragraph before."""
    start = text.rfind("\n\n", max(floor, at - _LONGEST_PARAGRAPH), at)
    if start > floor and text[start + 2 : start + 3] in ("«", "“", '"'):
        return _paragraph_of(text, start, floor) if start + 2 >= at - 1 else start
    return start


_LONGEST_PARAGRAPH = 4000


def _heard(
    read: Read, sentence: Sentence, scene: Scene, memory: Memory, quotations: Sequence[Quotation]
) -> Iterator[Heard]:
    """Who speaks in a sentence, where nobody is quoted as saying so."""
    for one in read.attributions:
        if one.passive or one.verb < 0:
            continue
        unit = sentence.units[one.verb]
        at = scene.shadow.to_source(unit.start, unit.end).start
        if holds(quotations, at) is None:
            speakers = find_speakers((one,), memory, scene, sentence)
            if speakers:
                yield Heard(at, sentence.span.start, sentence.span.end, speakers)


def _names_a_party(statement: Statement) -> bool:
    """A seizure is a claim of whoever sent the goods, named or not; other conduct without a party is none."""
    return statement.giver is not None or statement.taker is not None or "seized" in statement.facts


_RULE_WORDS = re.compile(r"(?i)r[ée]solution|embargo|adopted|adoptée?s?|sanctions|\bban\b|interdiction|lifted|levée?")
_RULE_REACH = 60
"""Characters before a time in which a word of law makes it the day of a rule."""


def _background(document: Document, start: int, end: int, code: str) -> tuple[TimeExpression, ...]:
    """The time of a stretch of text that counts for conduct without one of its own, but for the day of a rule; at most one."""
    times = find_times(document.text[start:end], code, document.published, start)
    told = (time for time in times if time.past_hint and not _dates_a_rule(document.text, time))
    found = first_that_counts(told, document.published)
    return (found,) if found is not None else ()


def _dates_a_rule(text: str, time: TimeExpression) -> bool:
    return _RULE_WORDS.search(text, max(0, time.span.start - _RULE_REACH), time.span.start) is not None


def _settled(hits: list[Hit]) -> list[Hit]:
    """Names that several actors share (*Tripoli*, *Congo*) go to the one that the document names plainly, else to the first."""
    plain: dict[str, int] = {}
    for hit in hits:
        actors = {s.value for s in hit.senses if s.category == "actor" and s.kind != "ambiguous"}
        if len(actors) == 1:
            only = next(iter(actors))
            plain[only] = plain.get(only, 0) + 1
    out = []
    for hit in hits:
        unsure = [s for s in hit.senses if s.category == "actor" and s.kind == "ambiguous"]
        if len(unsure) > 1:
            best = max(unsure, key=lambda s: plain.get(s.value, 0))
            named = replace(best, kind="name")
            hit = Hit(hit.start, hit.end, (named, *(s for s in hit.senses if s.category != "actor")))
        out.append(hit)
    return out


def _senders(targets: Targets) -> frozenset[str]:
    """The States whose workers abroad some rule is about."""
    return targets.by_activity.get(("worker_authorisation", "from_target"), frozenset())


def _block_has_trigger(hits: list[Hit], starts: list[int], low: int, high: int) -> bool:
    inside = hits[bisect_left(starts, low) : bisect_left(starts, high)]
    return any(sense.category == "trigger" for hit in inside for sense in hit.senses)


def _block_notes(block: Block) -> tuple[str, ...]:
    return ("headline",) if block.kind is BlockKind.HEADLINE else ()


def _remember(memory: Memory, read: Read, sentence: Sentence) -> None:
    memory.note(read.slots, read.subjects)
    if any((head := unit.one("head")) is not None and head.kind in ("firm", "people") for unit in sentence.units):
        # "a trader, a fisherman": whoever is *he* next acts for nobody known
        memory.person = ""
    memory.note_person(read.slots)
    memory.ships.learn(sentence.units, read.slots)
    named = tuple(Item(s.value, unit.written) for unit in sentence.units for s in unit.all("item")[:1])
    memory.items_age += 1
    if read.statements or named:
        memory.items_age = 0
    if read.statements:
        memory.items = read.statements[-1].items or memory.items
    elif named:
        memory.items = named[:3]
    for statement in read.statements:
        if statement.giver is not None and statement.taker is not None:
            memory.ends = (statement.giver.id, statement.taker.id)
    for one in read.attributions:
        if one.actor:
            found = party(one.actor, "", "name", "", memory.actors)
            memory.speaker = found.id if found is not None else memory.speaker
