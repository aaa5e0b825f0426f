"""Who has the floor in a transcript or interview: *MR. MILLER:*, *Q:*, *Le porte-parole :* at the head of a turn."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from checker.model import Speaker, Statement, Status

_LABEL = re.compile(
    r"^[ \t>*_–—-]{0,4}(?P<who>[^\W\d_][^:\n;!?«»“”\"]{0,60}?)[*_]{0,2}[  ]?:[*_]{0,2}(?=\s)", re.MULTILINE
)
_ASKER = re.compile(
    r"(?i:q|qu|questions?|reporter|journalist|interviewer|moderator|journaliste|la rédaction|intervieweur)\b[^:]{0,40}$"
)
_TITLED = re.compile(
    r"(?:A|R|ANSWER|Answer|RÉPONSE|Réponse)$"
    r"|(?i:(?:the |le |la |l['’])?(?:deputy |assistant |acting )?(?:spokes(?:person|man|woman)|porte-parole|minist(?:er|re)|secretary|"
    r"secrétaire|presidente?|présidente?|ambassador|ambassad(?:eur|rice)|g[eé]n[eé]ral|chair(?:man|woman)?)\b[^,]{0,40}$)"
    r"|(?:MM?|MR|MRS|MS|DR|GEN|COL|AMB|Mme|Mr|Ms|Mrs|Dr|Sir|Lord)\b\.? [^\W\d_][^,]{1,40}$"
)
_ASIDE = re.compile(r"\([^)]*\)")
_MOST_WORDS = 9


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn from its label at ``start`` to ``end``, what is said from ``said`` on; ``asks`` where the label only asks."""

    start: int
    said: int
    end: int
    words: str
    asks: bool


def find_turns(text: str) -> tuple[Turn, ...]:
    """The turns of a text in order; each lasts to the next label, and a lone label to the end of its paragraph."""
    found = [
        (hit.start("who"), hit.end(), words, asks is True)
        for hit in _LABEL.finditer(text)
        if (asks := _kind(words := hit["who"].strip(" *_"))) is not None
    ]
    turns: list[Turn] = []
    for at, (start, said, words, asks) in enumerate(found):
        end = found[at + 1][0] if at + 1 < len(found) else len(text)
        if len(found) == 1 or (at + 1 == len(found) and asks):
            paragraph = text.find("\n\n", said)
            end = paragraph if paragraph >= 0 else len(text)
        turns.append(Turn(start, said, end, words, asks))
    return tuple(turns)


def _kind(words: str) -> bool | None:
    """True for who asks, False for who answers, None for words that are no label."""
    if _ASKER.match(words):
        return True
    name = _ASIDE.sub("", words).strip()
    shouted = name.isupper() and len(name) > 2 and len(name.split()) <= 5
    return False if shouted or (len(words.split()) <= _MOST_WORDS and _TITLED.match(words)) else None


def turn_at(turns: Sequence[Turn], at: int) -> Turn | None:
    """The turn in which an offset lies, or None."""
    place = bisect_right([one.start for one in turns], at) - 1
    return turns[place] if place >= 0 and at < turns[place].end else None


def give_turns(
    statements: Sequence[Statement], turns: Sequence[Turn], floor: Mapping[str, str]
) -> tuple[Statement, ...]:
    """The statements, those without a voice given that of whoever has the floor; ``floor`` tells for whom a label speaks."""
    if not turns:
        return tuple(statements)
    out: list[Statement] = []
    for one in statements:
        turn = turn_at(turns, one.evidence.start)
        if turn is None or turn.asks or one.speakers or one.status is Status.DENIED:
            out.append(one)
            continue
        speaker = Speaker(floor.get(turn.words, "") or "unknown", turn.words)
        own = speaker.id in {end.id for end in (one.giver, one.taker) if end is not None}
        if one.status is Status.ASSERTED and not own:
            one = replace(one, status=Status.ALLEGED, modality=min(one.modality, 3))
        out.append(replace(one, speakers=(speaker,)))
    return tuple(out)
