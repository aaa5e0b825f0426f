"""Bodies that a text names only after it let them speak: *the authors say ... The authors, experts who answer to the Council*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.extract.bodies import body_called, is_paper
from checker.model import Speaker, Statement

_WATCHING = frozenset(["UN_PANEL", "MSMT"])


def name_later(statements: Sequence[Statement], bodies: Sequence[str]) -> tuple[Statement, ...]:
    """The statements, *the experts, the authors* taken for the one panel that the text names anywhere, if it names one."""
    known = tuple(one for one in bodies if one in _WATCHING)
    if len(known) != 1:
        return tuple(statements)
    return tuple(replace(one, speakers=tuple(_named(who, known) for who in one.speakers)) for one in statements)


def _named(speaker: Speaker, known: tuple[str, ...]) -> Speaker:
    if speaker.id != "unknown" or is_paper(speaker.name):
        return speaker
    body = body_called(speaker.name, known)
    return replace(speaker, id=body) if body else speaker
