"""``checker explain`` over several sentences: every stage of each, who was meant by a pronoun, and lines that fit a terminal."""

from __future__ import annotations

import io

import pytest
from click.testing import CliRunner

from checker.cli import explain as command
from checker.cli import main
from checker.cli.explain import wrapped
from checker.cli.options import may_colour

STORY = (
    "North Korea has long courted Russia. In April it shipped artillery shells to Moscow, the White House said on Tuesday. "
    "Pyongyang denies it. Resolution 1718 bans such sales."
)


def explained(text: str, *more: str) -> str:
    done = CliRunner().invoke(main, ["explain", text, "--on", "2024-05-14", *more])
    assert done.exit_code == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    "words",
    [
        "Sentence 4",
        "“it” = PRK (North Korea), by what came before: lowers the certainty",
        "“In April” = 2024-04-01 to 2024-04-30 (relative, to the month, counted from publication)",
        "the White House = USA",
        "statement: arms_export, ballistic_missile_transfer PRK > RUS, alleged, 2024-04-01 to 2024-04-30 (relative)",
        "North Korea denies what the text tells of it: “Pyongyang denies it.”",
        "period 2024-04-01 to 2024-04-30 (relative): counted from the day of publication",
        "certainty of the reading medium",
        "Words about law",
        "“Resolution 1718”: supported",
    ],
)
def test_a_story_of_four_sentences_shows(words: str) -> None:
    assert words in explained(STORY)


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("La Turquie nie tout. Elle a livré des drones au gouvernement de Tripoli.", "fr", "“elle” = TUR (Türkiye), by what came before"),
        ("Iran is under pressure. The country sold drones to Russia.", "en", "“The country” = IRN (Iran), by what the phrase describes"),
        ("Pyongyamg shipped shells to Russia.", "en", "“Pyongyamg” = PRK (North Korea), by a spelling that comes near"),
    ],
)  # fmt: skip
def test_whoever_is_not_named_is_shown_with_the_word_that_stands_for_it(text: str, language: str, words: str) -> None:
    assert words in explained(text, "--language", language)


def test_blocks_are_shown_where_there_is_more_than_prose() -> None:
    page = f"Shells for Moscow\n\n{STORY}\n\nRead also: Coal for China\n"
    shown = explained(page)
    assert "headline: “Shells for Moscow”" in shown
    assert "teaser, not read for claims: “Read also: Coal for China”" in shown
    assert "\nBlocks\n" not in explained(STORY)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The bakery opens at seven.", "nobody of the tables is named in the whole text"),
        ("Paris is lovely in North Korea.", "no verb or noun of conduct in the whole text"),
    ],
)
def test_the_gate_says_why_a_text_is_not_read_further(text: str, why: str) -> None:
    assert f"Gate\n  {why}" in explained(text, "--language", "en")


def test_a_frame_that_came_to_nothing_says_why() -> None:
    assert "lost: " in explained("Iran shipped shells to Iran.")
    assert "no claim: it belongs to the bin “law”" in explained("North Korea may not sell weapons to Russia.")


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (None, ["  alpha beta gamma delta"]),
        (80, ["  alpha beta gamma delta"]),
        (24, ["  alpha beta gamma delta"]),
        (23, ["  alpha beta gamma", "      delta"]),
        (14, ["  alpha beta", "      gamma", "      delta"]),
    ],
)
def test_lines_are_wrapped_where_the_terminal_ends_and_nowhere_else(width: int | None, lines: list[str]) -> None:
    assert wrapped("alpha beta gamma delta", width) == lines


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colour_only_on_a_terminal_whose_owner_has_not_refused_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert may_colour(_Terminal())
    assert not may_colour(io.StringIO())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not may_colour(_Terminal())


def test_on_a_terminal_no_line_is_longer_than_it_is_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "_width", lambda stream: 60)
    assert max(map(len, explained(STORY).splitlines())) <= 60
    assert "\x1b[" not in explained(STORY)
    monkeypatch.setattr(command, "may_colour", lambda stream: True)
    coloured = CliRunner().invoke(main, ["explain", STORY, "--on", "2024-05-14"], color=True).stdout
    assert "\x1b[1mSentence 1\x1b[0m" in coloured
    assert "\x1b[32mmet\x1b[0m" in coloured
