"""What scanning, line breaks and Markdown do to words, undone in the folded copy; the text itself stays as it is.

A word is put right only into one that the lexicon knows, and only where it knows the damaged one not; so nothing here
can make a word of conduct out of a plain one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.lexicon import Lexicon
from checker.text import Shadow, rewrite

_DIGITS = re.compile(r"(?<![^\W_])[a-z]+(?:[015]+[a-z]+)+(?![^\W_])")
_LETTERS = {"0": "o", "1": "l", "5": "s"}
_MARKS = re.compile(
    r"\*{1,3}(?=[^\W_])|(?<=[^\W_])\*{1,3}|(?<![^\W_])_{1,3}(?=[^\W_])|(?<=[^\W_])_{1,3}(?![^\W_])|(?<=[.,;!?])\*{1,3}"
)
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\](\([^()\s]{1,300}\))")
_OVER_LINES = re.compile(r"(?<![a-z])([a-z]{2,30})-[ \t]{0,4}\n[ \t]{0,8}([a-z]{2,30})(?![a-z])")
_SCANNED = re.compile(r"(?<![^\W_])[a-z]*(?:rn|m)[a-z]*(?![^\W_])")
_APART = re.compile(r"(?<![\w'-])([a-z]{3,12}) (?=([a-z]{3,12})(?![\w'-]))")
_SPACES = re.compile(r" {2,40}|[ ]{0,8}\n[ ]{0,8}(?=[^\s*•–—-])")
_LEAST_SCANNED = 6
_MOST_SCANNED = 60
"""Letters above which a run is no word, and looking for its letters in every place would cost its square."""
_LEAST_JOINED = 8
_STRUCTURE = frozenset({"actor", "item", "trigger", "report"})

Edit = tuple[int, int, str]


def undamaged(shadow: Shadow, lexicon: Lexicon) -> Shadow:
    """The folded text with damaged words as the lexicon knows them, without marks of Markdown; offsets hold."""
    text = shadow.text
    edits: list[Edit] = []
    if "*" in text or "_" in text or "](" in text:
        edits.extend(_marks(text))
    if "-\n" in text or "- \n" in text:
        edits.extend(_over_lines(text, lexicon))
    edits.extend(
        (hit.start(), hit.end(), " ") for hit in _SPACES.finditer(text) if text[hit.start() - 1 : hit.start()] != "\n"
    )
    edits.extend(_digits(text, lexicon))
    edits.extend(_scanned(text, lexicon))
    edits.extend(_apart(text, lexicon))
    return rewrite(shadow, _in_order(edits)) if edits else shadow


def _in_order(edits: list[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit[0] >= kept[-1][1]:
            kept.append(edit)
    return kept


def _marks(text: str) -> Iterator[Edit]:
    for hit in _MARKS.finditer(text):
        yield hit.start(), hit.end(), ""
    for hit in _LINK.finditer(text):
        yield hit.start(), hit.start() + 1, ""
        yield hit.end(1), hit.end(), ""


def _over_lines(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """*artil-/lery* is one word; of a word that has its hyphen anyway (*nord-/coréen*) only the line break goes."""
    for hit in _OVER_LINES.finditer(text):
        joined = lexicon.begins(hit[1] + hit[2])
        yield hit.end(1) + (0 if joined else 1), hit.start(2), ""


def _digits(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    for hit in _DIGITS.finditer(text):
        word = hit.group()
        plain = "".join(_LETTERS.get(char, char) for char in word)
        other = (
            plain if "1" not in word else "".join("i" if char == "1" else _LETTERS.get(char, char) for char in word)
        )
        best = other if lexicon.begins(other) and not lexicon.begins(plain) else plain
        yield from ((at, at + 1, best[at - hit.start()]) for at in _places(hit) if text[at] in _LETTERS)


def _places(hit: re.Match[str]) -> range:
    return range(hit.start(), hit.end())


def _scanned(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """Of *rn* and *m*, which scanners take for each other, the one that makes a word of the lexicon."""
    made: dict[str, str] = {}
    for hit in _SCANNED.finditer(text):
        word = hit.group()
        if not _LEAST_SCANNED <= len(word) <= _MOST_SCANNED or lexicon.begins(word):
            continue
        if word not in made:
            made[word] = next((one for one in _other_letters(word) if _stands(one, lexicon)), "")
        if made[word]:
            yield _least(hit.start(), word, made[word])


def _least(start: int, word: str, other: str) -> Edit:
    """The edit of the letters that differ alone, so that the others keep pointing at themselves."""
    first = next(at for at in range(len(word)) if not word.startswith(other[: at + 1]))
    behind = next(at for at in range(1, len(word)) if not word.endswith(other[len(other) - at :])) - 1
    behind = min(behind, len(word) - first, len(other) - first)
    return start + first, start + len(word) - behind, other[first : len(other) - behind]


def _other_letters(word: str) -> Iterator[str]:
    for letters, other in (("rn", "m"), ("m", "rn")):
        at = word.find(letters)
        while at >= 0:
            yield word[:at] + other + word[at + len(letters) :]
            at = word.find(letters, at + 1)


def _apart(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """A blank inside a word (*artil lery*): gone when the second half is no word, and both together are one."""
    for hit in _APART.finditer(text):
        first, second = hit.groups()
        if len(first) + len(second) < _LEAST_JOINED or lexicon.begins(second):
            continue
        if _stands(first + second, lexicon):
            yield hit.end(1), hit.end(), ""


def _stands(word: str, lexicon: Lexicon) -> bool:
    return lexicon.begins(word) and any(sense.category in _STRUCTURE for sense in lexicon.word(word))
