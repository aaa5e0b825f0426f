"""Denials that stand in a sentence of their own, or beside the conduct (typology P5, P6, P8)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from checker.extract.anaphora import Memory, party
from checker.extract.assertion import Cue
from checker.extract.attribution import Attribution
from checker.extract.denied_things import denies_something_else, speaks_of_talk
from checker.extract.deniers import POSSESSIVES, Deniers, find_deniers, means_both
from checker.extract.scene import Read, Scene
from checker.extract.self_denials import denies_for_itself
from checker.extract.slots import Slot
from checker.extract.statement_voices import find_speakers
from checker.extract.units import Sentence, Unit
from checker.model import Evidence, Party, Statement, Status

_FIRST_PERSON = frozenset(["we", "i", "nous", "je", "us"])
_SHORT = 8
_NEAR = 3
_ANSWER = 8
_WHOLE = re.compile(
    r"\b(?:all|every|everything|any of|entire(?:ly)?|entirety|outright the|toute?s? (?:les|ces|en)|tout en bloc|en bloc|tout)\b"
    r"|\b(?:the|this|its|le|ce|ces) (?:whole )?(?:report|document|findings|study|rapport|conclusions)\b",
    re.IGNORECASE,
)
"""*rejects all the accusations, dismisses the report*: an answer to more than the last sentence."""


@dataclass(frozen=True, slots=True)
class Response:
    """A denial with who denies, of what things, and whether of all that was told.

    ``at`` is where its word stands, ``end`` where its paragraph ends; ``others`` are the actors it names beside.
    """

    party: Party
    evidence: Evidence
    at: int
    end: int
    items: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    whole: bool = False


def find_responses(sentence: Sentence, read: Read, scene: Scene, memory: Memory, end: int) -> tuple[Response, ...]:
    """The denials a sentence holds beside (or without) conduct of its own, one for each who denies."""
    text = scene.text[sentence.span.start : sentence.span.end]
    evidence = Evidence(text, sentence.span.start, sentence.span.end, scene.block)
    whole = _WHOLE.search(text) is not None
    answered = [one for one in read.statements if one.denied_by and one.status is not Status.DENIED]
    if answered:
        # "the document, which X calls a novel, says ...": what else it says is denied with it
        return tuple(
            Response(who, evidence, one.evidence.start, end, whole=True)
            for one in answered
            if whole
            for who in one.denied_by
        )
    cues = [cue for cue in read.cues if cue.axis == "deny" and _is_meant(sentence, cue)]
    silent = any(cue.value == "nonanswer" for cue in cues)
    if silent:
        # "has denied it before and did not reply": a word of denial of its own still counts
        cues = [cue for cue in cues if cue.value == "deny" and "v" in cue.sense.features]
        if not cues:
            return ()
    who: tuple[Party, ...] = ()
    at, mark = sentence.span.end, sentence.units[-1].end
    if cues:
        cue = next((one for one in cues if "v" in one.sense.features), cues[0])
        found = find_deniers(sentence.units, cue, read.slots, read.attributions, scene.grammar)
        who = _parties(found, sentence, read, scene, memory) or _by_whose_account(cue, sentence, read, scene)
        mark = sentence.units[cue.first].start
        at = scene.shadow.to_source(mark, sentence.units[cue.first].end).start
    if not silent:
        themselves = _for_themselves(sentence, read.attributions, scene, memory)
        who = (*who, *(one for one in themselves if one.id not in [other.id for other in who]))
        who = who or _characterised(sentence, read, scene)
    who = who or _likewise(text, sentence, read, scene, memory) or _in_short(text, sentence, read, scene)
    end_of_it = next(
        (one.start for one in sentence.units if one.start >= mark and (one.text == "," or one.is_function("coord"))),
        sentence.units[-1].end,
    )
    items = tuple(sense.value for unit in sentence.units if unit.start < end_of_it for sense in unit.all("item")[:1])
    others = tuple(slot.actor for slot in read.slots if slot.role == "party")
    return tuple(Response(one, evidence, at, end, items, others, whole) for one in who)


def _by_whose_account(cue: Cue, sentence: Sentence, read: Read, scene: Scene) -> tuple[Party, ...]:
    """Who says that it is baseless: *the charge is false, according to X*, *l'accusation est sans fondement, à en croire X*."""
    talk = any(map(_is_talk, sentence.units[: cue.first + 1]))
    said = [one for one in read.attributions if one.actor and not one.passive]
    if "v" in cue.sense.features or not talk or len(said) != 1 or any(one.giver or one.taker for one in read.statements):
        return ()
    named = party(said[0].actor, said[0].words, "name", "", scene.reference.actors)
    return (named,) if named is not None else ()


def _is_meant(sentence: Sentence, cue: Cue) -> bool:
    """False for a denial of something else, and for a slighting word where nothing told is spoken of."""
    if cue.value == "belittle":
        return cue.first == 0 or speaks_of_talk(sentence.units, cue.first) or _is_all_the_quote(sentence.units, cue)
    return not denies_something_else(sentence.units, cue) and not _is_withdrawn(sentence.units, cue)


_OWNING_UP = frozenset(["admit", "acknowledge", "concede", "reconnaître", "admettre", "avouer", "concéder"])


def _is_withdrawn(units: Sequence[Unit], cue: Cue) -> bool:
    """True for *denied it at first, then admitted it; a d'abord nié, puis reconnu*."""
    if "v" not in cue.sense.features:
        return False
    after = units[cue.last + 1 :]
    owned = next((at for at, unit in enumerate(after) if any(one.kind in _OWNING_UP for one in unit.all("report"))), -1)
    return owned > 0 and not any(unit.is_function("neg") for unit in after[max(0, owned - 3) : owned])


def _is_all_the_quote(units: Sequence[Unit], cue: Cue) -> bool:
    """True for *"An alibi," he said*: the slighting word is the whole answer."""
    marks = [at for at, unit in enumerate(units) if unit.text == '"']
    return len(marks) >= 2 and marks[0] == 0 and marks[0] < cue.first < marks[1] <= _ANSWER


def _parties(found: Deniers, sentence: Sentence, read: Read, scene: Scene, memory: Memory) -> tuple[Party, ...]:
    actors = scene.reference.actors
    if found.both:
        told = next((one for one in read.statements if one.giver is not None and one.taker is not None), None)
        ends = (told.giver.id, told.taker.id) if told is not None and told.giver and told.taker else memory.ends
        named = (party(one, one, "anaphora", "", actors) for one in ends if one)
        return tuple(one for one in named if one is not None)
    if found.slots:
        named = (_of_slot(one, sentence, scene) for one in found.slots)
        return tuple(one for one in named if one is not None)
    if memory.voices.last and not found.slots and not read.attributions and _is_quoted(sentence, scene):
        # « C'est faux. », behind somebody's words
        named = (party(one.id, one.name, "name", "", actors) for one in memory.voices.last[:1] if one.id in actors)
        return tuple(one for one in named if one is not None)
    if found.pronoun in POSSESSIVES:
        # "its spokeswoman denied": of whoever spoke last
        before = [one.id for one in memory.voices.last if one.id in actors]
        known = before[0] if before and memory.voices.age < _NEAR else memory.pronoun("it")
        one = party(known, found.pronoun, "anaphora", "", actors) if known else None
        return (one,) if one is not None else ()
    if found.pronoun in _FIRST_PERSON:
        spoken = find_speakers(
            [one for one in read.attributions if one.actor or one.official], memory, scene, sentence
        )
        spoken = spoken or memory.voices.last
        named = (party(one.id, one.name, "name", "", actors) for one in spoken[:1] if one.id in actors)
        return tuple(one for one in named if one is not None)
    if found.pronoun:
        known = _meant_by(found.pronoun, read, memory) or memory.pronoun(found.pronoun)
        one = party(known, found.pronoun, "anaphora", "", actors) if known else None
        return (one,) if one is not None else ()
    return ()


def _meant_by(pronoun: str, read: Read, memory: Memory) -> str:
    """The party that a pronoun of denial goes back to: an official of it named before in the sentence, else who came on last."""
    here = [one for one in read.slots if one.case == "" and one.role == "party" and one.organ]
    ids = [one.actor for one in here[:1]] + [one.id for one in memory.voices.behind(pronoun)]
    return next((one for one in ids if one in memory.ends), "")


_LIKEWISE = re.compile(
    r"^(?:so (?:did|does|do|has|have)|nor (?:did|does)|the same (?:goes|from)|same (?:answer|denial|reply)|likewise"
    r"|(?:de )?même (?:réponse|démenti|son de cloche|chose|ton)|idem|pareil|de même)\b",
    re.IGNORECASE,
)
_TOO = re.compile(r"(?i)\b(?:says?|said|dit|ont dit|a dit) (?:the same|la même chose|de même|autant)\b|\b(?:aussi|également|too|as well|itou|pareillement)\s*[.!]?$")
"""*So did Iran, Tehran says the same, Téhéran aussi*: a denial after another's."""


def _likewise(text: str, sentence: Sentence, read: Read, scene: Scene, memory: Memory) -> tuple[Party, ...]:
    if not memory.denied or len(text.split()) > _SHORT or (_LIKEWISE.match(text) or _TOO.search(text)) is None:
        return ()
    named = (_of_slot(one, sentence, scene) for one in read.slots if one.role == "party")
    return tuple(one for one in named if one is not None)[:2]


_SHORTLY = re.compile(
    r"^[^:]{2,40} ?: ?[«“\"] ?(?:no|not|none|never|nothing|nobody|non|pas|aucun|aucune|rien|jamais|faux|false|lies)\b",
    re.IGNORECASE,
)
"""*Téhéran : « Pas un seul. »*: a flat no."""


def _in_short(text: str, sentence: Sentence, read: Read, scene: Scene) -> tuple[Party, ...]:
    first = next((one for one in read.slots if one.first <= 1 and one.role == "party" and one.case == ""), None)
    if first is None or _SHORTLY.match(text) is None or len(text.split()) > _SHORT:
        return ()
    named = _of_slot(first, sentence, scene)
    return (named,) if named is not None else ()


def _is_quoted(sentence: Sentence, scene: Scene) -> bool:
    return scene.text[sentence.span.start : sentence.span.start + 1] in ("«", "“", '"')


_TALK = (
    "report", "claim", "charge", "accusation", "allegation", "talk", "story", "affair", "finding", "statement", "it", "this", "them",
    "affaire", "histoire", "recit", "rapport", "chiffre", "constat", "affirmation", "propos", "annonce", "nouvelle", "information", "y",
    "figures", "count", "document",
)  # fmt: skip
_CALLING = (
    "call", "describ", "label", "brand", "qualifi", "traite", "parle", "evoqu", "voit", "voient", "juge", "treated", "scoff", "ironis",
    "mock", "moqu", "tax",
)  # fmt: skip
_GRANTING = (
    "true",
    "accurate",
    "fair",
    "correct",
    "serious",
    "credible",
    "vrai",
    "exact",
    "serieu",
    "credible",
    "grave",
    "useful",
    "utile",
)


def _is_talk(unit: Unit) -> bool:
    return unit.text in _TALK or unit.text.removesuffix("s") in _TALK


def _characterised(sentence: Sentence, read: Read, scene: Scene) -> tuple[Party, ...]:
    """Who calls what was told by some quoted name: *described this talk as "a desert mirage", y voit « un roman »*."""
    units = sentence.units
    verb = next((at for at, unit in enumerate(units) if unit.text.startswith(_CALLING) and at), -1)
    mark = next((at for at in range(verb + 1, min(verb + 9, len(units))) if units[at].text == '"'), -1)
    if verb < 0 or mark < 0 or any(unit.text.startswith(_GRANTING) for unit in units[mark + 1 : mark + 4]):
        return ()
    about = units[max(0, verb - 1) : mark]
    if not any(_is_talk(unit) for unit in about):
        return ()
    subject = [one for one in read.slots if one.last < verb and one.role in ("party", "linked") and one.how != "body"]
    named = _of_slot(subject[0], sentence, scene) if subject else None
    return (named,) if named is not None else ()


def _of_slot(slot: Slot, sentence: Sentence, scene: Scene) -> Party | None:
    written = sentence.units[slot.index].written
    return party(slot.actor, written, slot.how, slot.organ, scene.reference.actors)


def _for_themselves(
    sentence: Sentence, said: Sequence[Attribution], scene: Scene, memory: Memory
) -> tuple[Party, ...]:
    found: list[Party] = []
    for one in said:
        if not denies_for_itself(sentence.units, one):
            continue
        if not one.actor and means_both(one.words.lower().split()):
            for end in memory.ends:
                if (named := party(end, one.words, "anaphora", "", scene.reference.actors)) is not None:
                    found.append(named)
            continue
        before = memory.voices.behind(one.pronoun) if one.pronoun else ()
        actor = one.actor or (before[0].id if len(before) == 1 else memory.voices.known_as(one.words))
        named = party(actor, one.words, "name", "", scene.reference.actors) if actor else None
        if named is not None and named.id not in [other.id for other in found]:
            found.append(named)
    return tuple(found)


def set_apart(
    read: Read, earlier: AbstractSet[str], sentence: Sentence, end: int
) -> tuple[Read, tuple[Response, ...]]:
    """A sentence's reading without bare denials (*n'en avoir vendu aucun*) of what was told before, and those as responses.

    ``earlier`` are the ends of the conduct told before, but for what was only denied.
    """
    if any(unit.one("item") for unit in sentence.units):
        return read, ()
    bare = [one for one in read.statements if _is_bare(one, earlier)]
    if not bare:
        return read, ()
    kept = tuple(one for one in read.statements if one not in bare)
    answers = (
        Response(who, denial, one.evidence.start, end, (), tuple(end.id for end in (one.giver, one.taker) if end))
        for one in bare
        for who in one.denied_by
        for denial in one.denials[:1]
    )
    return replace(read, statements=kept), tuple(answers)


def ends_told(statements: Sequence[Statement]) -> set[str]:
    """The ends of conduct, but for what was only denied."""
    return {
        end.id
        for one in statements
        if one.status is not Status.DENIED
        for end in (one.giver, one.taker)
        if end is not None
    }


def _is_bare(statement: Statement, earlier: AbstractSet[str]) -> bool:
    if statement.status is not Status.DENIED or not statement.denied_by or (statement.giver and statement.taker):
        return False
    return any(one.id in earlier for one in statement.denied_by)
