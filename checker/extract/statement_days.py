"""The days of a statement, without the days of speaking and the days of rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from checker.extract.frame import Frame
from checker.extract.scene import Scene
from checker.extract.timing import TimeExpression, period_of
from checker.extract.units import Sentence
from checker.model import Period, Span

_LONG_AGO = date(1900, 1, 1)
_LAW_BEFORE = frozenset(
    [
        "deadline",
        "echeance",
        "resolution",
        "embargo",
        "ban",
        "interdiction",
        "sanctions",
        "depuis_lors",
        "cap",
        "plafond",
        "adopted",
        "adoptee",
        "adopte",
    ]
)
_LISTED_SINCE = ("listed", "designated", "blacklist", "sanctioned", "inscrit", "sanctionné")


def find_period(
    sentence: Sentence, frame: Frame, span: Span, scene: Scene, times: Sequence[TimeExpression], planned: bool
) -> Period:
    """The days of a frame: of its clause, else of its sentence or paragraph, else all days up to the tables' last."""
    spoken = _spoken_spans(sentence, scene)
    usable = [
        t
        for t in times
        if not any(low <= t.span.start <= high for low, high in spoken) and not _of_law(t, sentence, scene)
    ]
    middle = (span.start + span.end) // 2
    inside = tuple(
        sorted(
            (
                t
                for t in usable
                if (span.start - 2 <= t.span.start and t.span.end <= span.end + 2) or _runs_since(t, span, sentence)
            ),
            key=lambda t: abs(t.span.start - middle),
        )
    )
    outside = tuple(
        sorted(
            (t for t in usable if t not in inside and t.basis not in ("since", "until", "deadline")),
            key=lambda t: min(abs(t.span.start - span.end), abs(t.span.end - span.start)),
        )
    )
    found = period_of(inside, outside, _when_asked(scene), scene.published, planned)
    if found is not None and found.basis == "assumed" and frame.activity == "armed_presence" and scene.published:
        # "still holds the town": what is told is how things stand on the day of the paper
        return Period(scene.published, scene.published, "assumed")
    if found is not None:
        return found
    known = scene.reference.known_to
    return Period(_LONG_AGO, known, "unknown")


def _when_asked(scene: Scene) -> Iterator[TimeExpression]:
    yield from scene.background()


def _runs_since(time: TimeExpression, span: Span, sentence: Sentence) -> bool:
    """*has shipped shells since August*: the day on which a conduct began stands right behind it, or opens the sentence."""
    return time.basis == "since" and (
        0 <= time.span.start - span.end <= 2 or time.span.start <= sentence.span.start + 1
    )


def _spoken_spans(sentence: Sentence, scene: Scene) -> list[tuple[int, int]]:
    """Stretches right after a verb of saying, where a day is the day of speaking."""
    found = []
    for index, unit in enumerate(sentence.units):
        if unit.one("report") is None or not unit.is_verb or unit.one("item") or unit.one("trigger"):
            continue
        after = sentence.units[min(index + 3, len(sentence.units) - 1)]
        found.append(
            (scene.shadow.to_source(unit.start, unit.end).start, scene.shadow.to_source(after.start, after.end).end)
        )
    return found


def _of_law(time: TimeExpression, sentence: Sentence, scene: Scene) -> bool:
    """A day that belongs to a rule: *the 2017 resolution*, *the deadline of December 2019*."""
    start = scene.shadow.from_source(time.span.start)
    at = sentence.at(start)
    for unit in reversed(sentence.units[max(0, at - 7) : at]):
        if unit.text == ",":
            break
        if unit.text.startswith(_LISTED_SINCE):
            return True
    around = sentence.units[max(0, at - 4) : at + 4]
    return any(
        unit.text in _LAW_BEFORE or unit.text.startswith(("resolution", "deadline", "echeance", "embargo"))
        for unit in around
    )
