"""Ways in which clean sentences are damaged or dressed on their way to a reader; each is a function of the text alone."""

from __future__ import annotations

import html
import re
import textwrap
import unicodedata
from collections.abc import Callable

Damage = Callable[[str], str]
EVERY = 6
"""Of the words that a damage could touch, every so many is touched."""

_WORD = re.compile(r"[^\W\d_]+")


def some_words(text: str, fits: Callable[[str], bool], change: Damage) -> str:
    """``text`` with every sixth fitting word changed, the first of them included."""
    seen = 0

    def each(hit: re.Match[str]) -> str:
        nonlocal seen
        word = hit.group()
        if not fits(word):
            return word
        seen += 1
        return change(word) if seen % EVERY == 1 else word

    return _WORD.sub(each, text)


def scanned_letters(text: str) -> str:
    return some_words(text, lambda word: len(word) > 4 and ("rn" in word or "m" in word[1:]), _rn)


def _rn(word: str) -> str:
    return word.replace("rn", "m", 1) if "rn" in word else word[0] + word[1:].replace("m", "rn", 1)


def scanned_digits(text: str) -> str:
    inner = re.compile(r"(?<=[a-z])[lo](?=[a-z])")
    digits = {"l": "1", "o": "0"}
    fits: Callable[[str], bool] = lambda word: len(word) > 4 and inner.search(word) is not None  # noqa: E731
    return some_words(text, fits, lambda word: inner.sub(lambda hit: digits[hit.group()], word, count=1))


def split_words(text: str) -> str:
    return some_words(text, lambda word: len(word) > 7, lambda word: f"{word[:4]} {word[4:]}")


def words_over_lines(text: str) -> str:
    """Lines of sixty characters; a long word that does not fit is cut with a hyphen."""
    lines, line = [], ""
    for word in text.split(" "):
        room = 60 - len(line) - 1
        if len(word) <= room:
            line = f"{line} {word}" if line else word
        elif len(word) > 7 and word.isalpha() and room > 4:
            lines.append(f"{line} {word[:4]}-")
            line = word[4:]
        else:
            lines.append(line)
            line = word
    return "\n".join([*lines, line])


def lost_accents(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


def loose_accents(text: str) -> str:
    return unicodedata.normalize("NFD", text)


_NAMES = {
    "Pyongyang": "PyongYang", "Kim Jong Un": "Kim Jung-un", "Kim Jong-un": "Kim Jung Un", "North Korea": "North-Korea",
    "Corée du Nord": "Corée du nord", "Hezbollah": "Hizbollah", "Téhéran": "Teheran", "Tehran": "Teheran",
    "Houthis": "Houtis", "Al-Shabaab": "Al Shabab", "Somalia": "Somallia", "Libya": "Lybia", "Libye": "Lybie",
    "Moscow": "Moskow", "Moscou": "Moskou", "Russian": "Rusian", "Russia": "Rusia", "nord-coréen": "nord coréen",
    "North Korean": "North-Korean", "Iranian": "Iranien", "Taliban": "Talibans", "Rwanda": "Ruanda",
}  # fmt: skip


def misspelt_names(text: str) -> str:
    pattern = re.compile("|".join(sorted(map(re.escape, _NAMES), key=len, reverse=True)))
    return pattern.sub(lambda hit: _NAMES[hit.group()], text)


def swapped_letters(text: str) -> str:
    return some_words(text, lambda word: len(word) > 7 and word.islower(), lambda w: w[:3] + w[4] + w[3] + w[5:])


def smart_quotes(text: str) -> str:
    return re.sub(r'"([^"]*)"', r"“\1”", text).replace("'", "’")


def straight_quotes(text: str) -> str:
    for marks, plain in (("“”«»„", '"'), ("’‘", "'")):
        for mark in marks:
            text = text.replace(mark, plain)
    return text


def soft_hyphens(text: str) -> str:
    return _WORD.sub(lambda hit: f"{hit[0][:3]}\u00ad{hit[0][3:]}" if len(hit[0]) > 6 else hit[0], text)


def ligatures(text: str) -> str:
    for letters, one in (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("ff", "ﬀ")):
        text = text.replace(letters, one)
    return text


def emoji(text: str) -> str:
    return f"🚨🇺🇳 {text[:-1]} 🚢{text[-1:]} 👇"


def hashtags(text: str) -> str:
    return f"{text} #sanctions #UNSC @quaywire"


def capitals(text: str) -> str:
    return text.upper()


def small_letters(text: str) -> str:
    return text.lower()


def transcript(text: str) -> str:
    return f"MODERATOR: Go ahead.\n\nMR. HALE: {text}\n\nMODERATOR: Thank you.\n"


def bullet_list(text: str) -> str:
    return f"What we learnt this week:\n\n• {text}\n• The weather was fine at the port.\n"


def numbered_list(text: str) -> str:
    return f"1) {text}\n2) The weather was fine at the port.\n"


def markdown(text: str) -> str:
    bold = some_words(text, lambda word: word[0].isupper() and len(word) > 3, lambda word: f"**{word}**")
    return some_words(
        bold, lambda word: word.islower() and len(word) > 5, lambda word: f"[{word}](https://quay.example/a)"
    )


def web_page(text: str) -> str:
    inside = html.escape(text).replace("é", "&eacute;").replace(" ", "&nbsp;", 1)
    return (
        "<!doctype html><html><head><title>Quay</title></head><body><nav><a href='/'>Front page</a></nav>"
        f"<article><p>{inside}</p></article><footer>All rights reserved.</footer></body></html>"
    )


def odd_spaces(text: str) -> str:
    return text.replace(" ", "\u00a0").replace("\u00a0", "\u2009", 2).replace("\u00a0", "  ", 3)


def short_lines(text: str) -> str:
    return "\n".join(textwrap.wrap(text, 60))


def zero_width(text: str) -> str:
    return text.replace(" ", " \u200b")


def mojibake(text: str) -> str:
    return "".join(
        bytes([one]).decode("cp1252", "replace").replace("\ufffd", chr(one)) for one in text.encode("utf-8")
    )


def no_articles(text: str) -> str:
    return re.sub(r"(?<=\w )(?:the|a|an|le|la|les|un|une) (?=\w)", "", text)


def heavy_articles(text: str) -> str:
    """Machine translation out of French: every country gets its article (*the Russia*)."""
    return re.sub(r"(?<![\w-])(?:the )?(Russia|Iran|Syria|China|Libya|Turkey|Rwanda)(?![\w'’-])", r"the \1", text)


# Each damage with the least share of sentences that have to give the same claims as when they are clean.
DAMAGES: dict[str, tuple[Damage, float]] = {
    "rn taken for m and m for rn": (scanned_letters, 0.88),
    "digits taken for letters": (scanned_digits, 0.95),
    "a blank inside long words": (split_words, 0.85),
    "long words cut at line ends": (words_over_lines, 0.87),
    "lines of sixty characters": (short_lines, 0.87),
    "accents lost": (lost_accents, 0.95),
    "accents loose": (loose_accents, 1.0),
    "names misspelt": (misspelt_names, 0.85),
    "two letters swapped in long words": (swapped_letters, 0.45),
    "curly quotes": (smart_quotes, 1.0),
    "straight quotes": (straight_quotes, 1.0),
    "soft hyphens": (soft_hyphens, 1.0),
    "ligatures": (ligatures, 1.0),
    "emoji": (emoji, 0.97),
    "hashtags": (hashtags, 0.97),
    "capitals": (capitals, 0.92),
    "small letters": (small_letters, 0.78),
    "a turn of a transcript": (transcript, 0.97),
    "a list with bullets": (bullet_list, 0.95),
    "a numbered list": (numbered_list, 0.95),
    "Markdown": (markdown, 0.97),
    "odd spaces": (odd_spaces, 0.97),
    "zero-width blanks": (zero_width, 0.97),
    "articles dropped": (no_articles, 0.72),
    "an article before every country": (heavy_articles, 0.85),
}
