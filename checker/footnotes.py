"""A paragraph of a resolution as a footnote of the United Nations has it, in English and in French."""

from __future__ import annotations

import re

_ANNEX = re.compile(r"Annex ([A-Z])(?: (.{1,60}))?")
_PART = re.compile(r"(\d{1,3})((?:\([a-z]{1,4}\)){0,3})(?:-(\d{1,3}|\([a-z]{1,4}\)))?")
_LETTER = re.compile(r"\(([a-z]{1,4})\)")


def footnotes(resolution: int, year: int, paragraph: str) -> tuple[str, str]:
    """The footnote in English and in French; of a paragraph whose number is not known, the resolution alone.

    >>> footnotes(1718, 2006, "8(b)")[0]
    'Security Council resolution 1718 (2006), para. 8 (b).'
    >>> footnotes(1718, 2006, "8(b)")[1]
    'Résolution 1718 (2006) du Conseil de sécurité, par. 8 b).'
    >>> footnotes(2231, 2015, "Annex B 4(a)")[0]
    'Security Council resolution 2231 (2015), annex B, para. 4 (a).'
    """
    annex = _ANNEX.fullmatch(paragraph)
    place = (annex[2] or "") if annex else paragraph
    parts = [_PART.fullmatch(part) for part in place.split(", ")]
    numbered = [part for part in parts if part is not None]
    english = [f"Security Council resolution {resolution} ({year})"]
    french = [f"Résolution {resolution} ({year}) du Conseil de sécurité"]
    if annex:
        english.append(f"annex {annex[1]}")
        french.append(f"annexe {annex[1]}")
    if numbered and len(numbered) == len(parts):
        several = len(numbered) > 1 or (numbered[0][3] or "").isdigit()
        said = [_english(part) for part in numbered]
        english.append(f"{'paras.' if several else 'para.'} {_joined(said, 'and')}")
        french.append(f"par. {_joined([_french(part) for part in numbered], 'et')}")
    return f"{', '.join(english)}.", f"{', '.join(french)}."


def _english(part: re.Match[str]) -> str:
    number, letters, last = part[1], part[2].replace("(", " ("), part[3]
    return f"{number}{letters}" + (f"–{last}" if last else "")


def _french(part: re.Match[str]) -> str:
    letters = "".join(f" {letter})" for letter in _LETTER.findall(part[2]))
    last = part[3] or ""
    return f"{part[1]}{letters}" + (f" à {last.removeprefix('(')}" if last else "")


def _joined(parts: list[str], word: str) -> str:
    return f" {word} ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
