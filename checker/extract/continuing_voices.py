"""Sentences without a source of their own that go on from the speaker before them (typology P12)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from checker.extract.anaphora import BODIES, Memory
from checker.extract.attribution import Attribution
from checker.extract.scene import Scene
from checker.extract.units import Sentence
from checker.model import Speaker, Statement, Status

_ALSO = re.compile(
    r"\b(?:also|as well|in addition|moreover|furthermore|likewise|too|aussi|également|en outre|par ailleurs|de plus)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:\b(?:goes|went) on|\bgives? (?:more )?details?|\badds? (?:more|this)|\bpoursuit(?:-il|-elle)?|\bdonnent? des détails"
    r"|\b(?:says?|said|finds?|found|lists?|writes?|reads?|dit|indique|constate|relève|énumère)(?: the following| ceci)?)\s*[.:]\s*[-–•*]?\s*$",
    re.IGNORECASE,
)
_REPORTING = BODIES - {"UN", "UNSC", "EU", "AU", "NATO", "G7", "E3"}
"""Bodies whose findings a text retells over several sentences."""
_LOOK_BACK = 90
_NEAR = 6
"""Sentences within which a bare conditional still leans on who spoke last."""


def carry_on(
    statements: Sequence[Statement],
    sentence: Sentence,
    said: Sequence[Attribution],
    scene: Scene,
    memory: Memory,
    block: int,
) -> tuple[Statement, ...]:
    """The statements of a sentence, those without a voice given that of the speaker the text goes on from."""
    voices = memory.voices
    if not voices.last or voices.denying or any(not one.passive for one in said):
        return tuple(statements)
    before = scene.text[max(block, sentence.span.start - _LOOK_BACK) : sentence.span.start]
    told = scene.text[sentence.span.start : sentence.span.end]
    goes_on = _GOES_ON.search(before) is not None
    here = voices.block == block
    adds = here and voices.age == 0 and _ALSO.search(told) is not None
    retold = here and voices.age == 0 and all(one.id in _REPORTING for one in voices.last)
    near = here or voices.age < _NEAR or all(one.id in _REPORTING for one in voices.last)
    return tuple(
        _said_by(one, voices.last)
        if not one.speakers
        and one.status is not Status.DENIED
        and (goes_on or adds or retold or _is_hearsay(one, here, near))
        else one
        for one in statements
    )


def _is_hearsay(statement: Statement, here: bool, near: bool) -> bool:
    """True for the conditional of hearsay, which says that somebody else says it, and for what would be done."""
    return (near and statement.status is Status.ALLEGED) or (here and statement.status is Status.PLANNED)


def _said_by(statement: Statement, speakers: tuple[Speaker, ...]) -> Statement:
    ends = {one.id for one in (statement.giver, statement.taker) if one is not None}
    if ends & {one.id for one in speakers}:
        return statement
    if statement.status is Status.ASSERTED:
        return replace(statement, speakers=speakers, status=Status.ALLEGED, modality=min(statement.modality, 3))
    return replace(statement, speakers=speakers)
