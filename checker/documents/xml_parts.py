"""XML read as it comes, for feeds and office documents; what XML can be abused for is refused.

No entity is declared, nothing outside the file is fetched, elements stand only so deep in each other, and text is handed on
in pieces, so that neither memory nor time grows beyond the bytes that are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.entities import html5
from typing import BinaryIO

from checker.errors import InputError
from checker.records import record

_PIECE = 65_536
_DEEPEST = 300


@record
class Event:
    """``kind`` is ``start``, ``end`` or ``text``; ``word`` the element as ``namespace name``, or the text."""

    kind: str
    word: str
    attributes: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """The value of an attribute, or empty."""
        return next((value for key, value in self.attributes if key == name), "")


def read_xml(stream: BinaryIO, name: str) -> Iterator[Event]:
    """The elements and texts of a file in their order; the words of HTML for characters (``&eacute;``) are understood.

    Raises InputError: ``bomb`` for a file that declares entities or nests too deep, ``format`` where it is no XML, with line
    and column.
    """
    from xml.parsers import expat

    waiting: list[Event] = []
    depth = 0

    def start(element: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise InputError(
                f"{name}, line {parser.CurrentLineNumber}: more than {_DEEPEST} elements inside each other", "bomb"
            )
        waiting.append(Event("start", element, tuple(attributes.items())))

    def end(element: str) -> None:
        nonlocal depth
        depth -= 1
        waiting.append(Event("end", element))

    def entity(*_: object) -> None:
        raise InputError(
            f"{name}, line {parser.CurrentLineNumber}: declares entities, as bombs do; they are not read", "bomb"
        )

    def text(words: str) -> None:
        waiting.append(Event("text", words))

    def skipped(word: str, is_parameter: bool) -> None:
        waiting.append(Event("text", html5.get(f"{word};", "" if is_parameter else f"&{word};")))

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.UseForeignDTD(True)
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.EntityDeclHandler, parser.SkippedEntityHandler = entity, skipped
    parser.ExternalEntityRefHandler = lambda *_: 1  # nothing is fetched, and words that are not declared are skipped
    try:
        while piece := stream.read(_PIECE):
            parser.Parse(piece, False)
            yield from waiting
            waiting.clear()
        parser.Parse(b"", True)
    except InputError:
        yield from waiting
        raise
    except expat.ExpatError as error:
        yield from waiting
        what = expat.ErrorString(error.code)
        raise InputError(
            f"{name}, line {error.lineno}, column {error.offset + 1}: no XML ({what}); save the file again", "format"
        ) from None
    except (LookupError, ValueError) as error:
        raise InputError(f"{name}: no XML that can be read ({error}); save the file as UTF-8", "encoding") from None
    yield from waiting
