"""``checker explain``: one sentence through every stage, for somebody who asks why."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from shutil import get_terminal_size
from textwrap import wrap
from typing import IO

import click

from checker.cli.options import DAY, FOLDER, checker_with, may_colour, say_overlay, write_safely
from checker.cli.steps import steps
from checker.documents.reading import document_from_text
from checker.errors import UsageError

_LONGEST = 4000
_PARTS = ("Sentence ", "Claim ", "Claims", "Words about law")
"""Steps with a blank line in front."""
_NARROWEST = 12
_DEEPER = "    "
_COLOURS = {"met": "green", "missing": "yellow", "contradicted": "red"}


@click.command("explain")
@click.argument("text", nargs=-1, required=True, metavar="TEXT")
@click.option("--on", type=DAY, help="Day on which the text was published.  [default: today]")
@click.option(
    "--language", type=click.Choice(["auto", "en", "fr"]), default="auto", show_default=True, help="Of the text."
)
@click.option("--reference", "overlay", type=FOLDER, metavar="DIR", help="Tables laid over the built-in ones.")
def command(text: tuple[str, ...], on: date | None, language: str, overlay: Path | None) -> None:
    """Show step by step how one sentence is read and matched.

    TEXT is a sentence, a few, or a claim, in quotes; - reads it from standard input. It is read as published on the
    day given.
    """
    write_safely()
    words = sys.stdin.read() if text == ("-",) else " ".join(text)
    if len(words) > _LONGEST:
        raise UsageError(
            f"explain takes a sentence of at most {_LONGEST} characters: use check for articles", "too-long"
        )
    if not words.strip():
        raise UsageError("there is no text to explain: give a sentence in quotes", "usage")
    checker = checker_with(overlay)
    say_overlay(checker.reference)
    day = on or date.today()
    document = document_from_text(words, "text", published=day, language=None if language == "auto" else language)
    colour, width = may_colour(sys.stdout), _width(sys.stdout)
    for heading, lines in steps(document, checker):
        if heading.startswith(_PARTS):
            click.echo()
        click.echo(click.style(heading, bold=True) if colour else heading)
        for one in lines:
            for shown in wrapped(one, width):
                click.echo(_coloured(shown) if colour else shown)


def wrapped(text: str, width: int | None) -> list[str]:
    """The lines of ``text``, two blanks in; on a terminal of ``width`` columns none is longer, further ones stand deeper.

    >>> wrapped("one two three four", 12)
    ['  one two', '      three', '      four']
    """
    lines = []
    for one in text.split("\n"):
        depth = "  " + " " * (len(one) - len(one.lstrip(" ")))
        if width is None or len(depth) + len(one.strip()) <= width:
            lines.append(depth + one.strip())
        else:
            lines.extend(
                wrap(one.strip(), max(width, _NARROWEST), initial_indent=depth, subsequent_indent=depth + _DEEPER)
            )
    return lines


def _width(stream: IO[str]) -> int | None:
    """The columns of a terminal; None when lines go to a file or another program, which wants them whole."""
    return get_terminal_size().columns if stream.isatty() else None


def _coloured(line: str) -> str:
    state = line.split(maxsplit=1)[0] if line.strip() else ""
    return line.replace(state, click.style(state, fg=_COLOURS[state]), 1) if state in _COLOURS else line
