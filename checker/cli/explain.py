"""``checker explain``: one sentence through every stage, for somebody who asks why."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from checker.cli.options import DAY, FOLDER, checker_with, may_colour, say_overlay, write_safely
from checker.cli.steps import steps
from checker.documents.reading import document_from_text
from checker.errors import UsageError

_LONGEST = 4000


@click.command("explain")
@click.argument("text", nargs=-1, required=True, metavar="TEXT")
@click.option("--on", type=DAY, help="Day on which the text was published.  [default: today]")
@click.option(
    "--language", type=click.Choice(["auto", "en", "fr"]), default="auto", show_default=True, help="Of the text."
)
@click.option("--reference", "overlay", type=FOLDER, metavar="DIR", help="Tables laid over the built-in ones.")
def command(text: tuple[str, ...], on: date | None, language: str, overlay: Path | None) -> None:
    """Show step by step how one sentence is read and matched.

    TEXT is a sentence or a claim, in quotes; - reads it from standard input. It is read as published on the day given.
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
    colour = may_colour(sys.stdout)
    for heading, lines in steps(document, checker):
        click.echo(click.style(heading, bold=True) if colour else heading)
        for one in lines:
            click.echo(f"  {one}")
