"""Citations of a document, held against the tables of law: one outcome each, with the provision that is meant (typology 4.5)."""

from __future__ import annotations

from dataclasses import replace

from checker.extract.citation_scopes import names_the_council
from checker.extract.citations import Mention
from checker.match.law_bodies import check_body, check_instrument
from checker.match.law_ends import check_return
from checker.match.law_numbers import check_number, is_council
from checker.match.law_scene import Scene, Told
from checker.match.law_vague import check_vague, check_year
from checker.match.law_words import NOTHING, Answer, Said
from checker.match.rulebook import holds_paragraph, rulebook_of
from checker.model import Citation, Cited, Document, Finding, Outcome
from checker.reference import Reference
from checker.text import fold

_ORDER = (
    Outcome.UNKNOWN_RESOLUTION, Outcome.WRONG_BODY, Outcome.WRONG_RESOLUTION, Outcome.NOT_IN_FORCE,
    Outcome.WRONG_DETAIL, Outcome.DISPUTED, Outcome.GENERIC, Outcome.OTHER_REGIME, Outcome.SUPPORTED,
)  # fmt: skip
_MOST_IDS = 6
_LOW = 1000
"""Numbers below are those of anybody's resolutions."""


def check_citations(
    document: Document, mentions: tuple[Mention, ...], findings: tuple[Finding, ...], reference: Reference
) -> tuple[Citation, ...]:
    """The outcome of each mention, in order; a ban without a body that no table knows is no citation and left out."""
    council = names_the_council(fold(document.text).text, document.text) if mentions else False
    scene = Scene(document, Told(findings), reference, rulebook_of(reference), council)
    read = (_oriented(_expanded(mention, scene), scene) for mention in mentions)
    found = ((mention, _answer(mention, scene)) for mention in read)
    return tuple(_citation(mention, answer) for mention, answer in found if answer is not None)


def _citation(mention: Mention, answer: Answer) -> Citation:
    described = answer.described or next(iter(mention.described.activities), "")
    return Citation(
        mention.exact,
        mention.start,
        mention.end,
        mention.cited,
        answer.outcome,
        answer.ids[:_MOST_IDS],
        answer.said.en,
        answer.said.fr,
        described,
        answer.suggestion,
    )


def _oriented(mention: Mention, scene: Scene) -> Mention:
    """The described arms codes in the order of the ends that rules are aimed at."""
    said = mention.described
    if said.both_ways:
        return mention
    codes, sure = scene.book.oriented(said.activities, said.givers, said.takers)
    return replace(mention, described=replace(said, activities=codes, directed=said.directed or sure))


def _expanded(mention: Mention, scene: Scene) -> Mention:
    """A range ("1718 through 2397") as the members of the regime between its ends."""
    if not mention.ranged or len(mention.cited) != 2:
        return mention
    first, last = (cited.number or 0 for cited in mention.cited)
    members = scene.book.members(first, last, scene.regimes(mention))
    body = mention.cited[0].body
    years = {n: scene.reference.resolutions[n].year for n in members if n in scene.reference.resolutions}
    return replace(mention, cited=tuple(Cited(body, n, years.get(n)) for n in members) or mention.cited)


def _answer(mention: Mention, scene: Scene) -> Answer | None:
    first = mention.cited[0] if mention.cited else Cited("")
    if mention.kind == "other":
        return check_instrument(mention, first, scene)
    if mention.head == "resolution" and not is_council(first):
        return check_body(mention, first, scene)
    if mention.kind == "anaphor":
        mention = replace(mention, cited=tuple(_annexed(cited, scene) for cited in mention.cited))
    numbered = tuple(cited for cited in mention.cited if cited.number is not None)
    if numbered and not mention.described.activities and {"restores", "ends"} & set(mention.described.verbs):
        disputed = check_return(mention, numbered[0], scene)
        if disputed is not None:
            return disputed
    if numbered:
        answers = tuple(check_number(mention, cited, scene) for cited in numbered)
        if not scene.is_of_the_council and all(map(_is_strange, numbered, answers)):
            # A number that nothing ties to the Council is that of a congress, a bar or a board.
            return None
        doubtful = len(mention.cited) > len(numbered)
        if doubtful and answers[0].outcome in (Outcome.WRONG_RESOLUTION, Outcome.UNKNOWN_RESOLUTION):
            # "resolution 2017" may have lost its "of": the year is tried where the number does not fit.
            by_year = check_year(mention, mention.cited[-1], scene)
            return by_year if by_year is not None and by_year.outcome is Outcome.SUPPORTED else answers[0]
        return answers[0] if len(answers) == 1 else _together(numbered, answers)
    if first.year is not None:
        return check_year(mention, first, scene)
    return check_vague(mention, scene)


def _is_strange(cited: Cited, answer: Answer) -> bool:
    low = cited.number is not None and cited.number < _LOW and cited.year is None and cited.body not in ("UN", "UNSC")
    return low and answer.outcome is Outcome.UNKNOWN_RESOLUTION and not answer.limbs and not answer.suggestion


def _annexed(cited: Cited, scene: Scene) -> Cited:
    """A paragraph of an annex that the resolution pointed back to lacks, as that of the one resolution that has it."""
    if not cited.paragraph.startswith("Annex ") or cited.number is None:
        return cited
    own = scene.book.limbs(cited.number)
    if any(limb.paragraph.startswith("Annex ") for limb in own):
        return cited
    having = {one.resolution for one in scene.reference.provisions if holds_paragraph(one, cited.paragraph)}
    return replace(cited, number=having.pop(), year=None) if len(having) == 1 else cited


def _together(cited: tuple[Cited, ...], answers: tuple[Answer, ...]) -> Answer:
    """One answer for a list: supported when one of its members is, with a word on the others; else the gravest."""
    good = [answer for answer in answers if answer.outcome is Outcome.SUPPORTED]
    if not good:
        return min(answers, key=lambda answer: _ORDER.index(answer.outcome))
    limbs = tuple(limb for answer in good for limb in answer.limbs)
    best = next((answer for answer in good if answer.limbs), good[0])
    others = [
        str(one.number) for one, answer in zip(cited, answers, strict=True) if answer.outcome is not Outcome.SUPPORTED
    ]
    note = NOTHING
    if others and len(cited) <= _MOST_IDS:
        listed = ", ".join(others)
        note = Said(
            f"Also listed, not this rule or not held here: {listed}.",
            f"Aussi citées, sans cette règle ou absentes des tables : {listed}.",
        )
    return Answer(Outcome.SUPPORTED, best.said + note, limbs, best.suggestion, best.described)
