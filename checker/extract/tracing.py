"""What each stage of the reader made of each sentence, kept for whoever asks how a document was read."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.extract.responses import Response
from checker.extract.scene import Read
from checker.extract.units import Sentence
from checker.model import Block, Claim, Span, Statement


@dataclass(frozen=True, slots=True)
class TracedSentence:
    """A sentence with its units as the reader saw them and what reading gave.

    ``read`` is None for a sentence without any word of the tables; ``statements`` are those that were kept, in order;
    ``answers`` are denials of what stands elsewhere in the text.
    """

    span: Span
    block: Block
    sentence: Sentence | None = None
    read: Read | None = None
    statements: tuple[Statement, ...] = ()
    answers: tuple[Response, ...] = ()


@dataclass(slots=True)
class Trace:
    """The sentences of a document in order, its statements before they were joined, and its claims.

    ``gate`` says why the document as a whole was not worth reading, or is empty; ``gone`` are claims left out at the
    end, each with the reason. Filled by ``extract``, which reads no differently for it.
    """

    gate: str = ""
    sentences: list[TracedSentence] = field(default_factory=list)
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    gone: list[tuple[Claim, str]] = field(default_factory=list)
