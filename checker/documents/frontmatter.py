"""The YAML in front of an article: title, publication day, language, outlet, whether it is synthetic."""

from __future__ import annotations

import re
from datetime import date

from checker.documents.written_days import read_day
from checker.records import record

_LONGEST = 16_384  # code points of YAML that are read
_DEEPEST = 8
_OPENING = re.compile(r"\ufeff?---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_KEY_LINE = re.compile(r"([A-Za-z_][\w -]{0,39}):(?:[ \t]+(.*))?\Z")
# Lines that mean the same to any reader of YAML: a plain key, and a value in plain letters or in quotes without escapes.
_SURE_LINE = re.compile(
    r"([A-Za-z_][A-Za-z0-9_]{0,39}): (?:\"([^\"\\]*)\"|(?!.*(?:: | #|:\Z| \Z))([A-Za-z0-9\u00c0-\u00ff].*))"
)
_NAMES = {
    "title": ("title", "titre", "headline"),
    "published": ("published", "date", "publication_date", "published_at", "publie"),
    "language": ("language", "lang", "langue"),
    "outlet": ("outlet", "publisher", "source", "site"),
    "synthetic": ("synthetic",),
}
_YES = frozenset({"true", "yes", "on", "1", "oui"})
_CODES = {"english": "en", "anglais": "en", "french": "fr", "français": "fr", "francais": "fr"}
_CODE = re.compile(r"[a-z]{2,3}\Z")


@record
class FrontMatter:
    """What an article says of itself; ``end`` is the offset after the closing line, 0 when there is none."""

    end: int = 0
    title: str = ""
    published: date | None = None
    language: str = ""
    outlet: str = ""
    synthetic: bool = False
    notices: tuple[str, ...] = ()


class _RefusedError(Exception):
    """YAML that is not worth the risk of reading."""


def read_front_matter(text: str) -> FrontMatter:
    """What stands between ``---`` lines at the very start of ``text``; bad YAML gives a notice, never an error.

    Read are plain keys in YAML of at most 16,384 code points, without anchors, aliases or tags, nested
    at most 8 deep; of other YAML only simple ``key: value`` lines are read.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return FrontMatter()
    start = opening.end()
    if not any(_KEY_LINE.match(line.rstrip("\r")) for line in text[start : start + 400].split("\n")[:4]):
        return FrontMatter()  # a rule across the page
    closing = _CLOSING.search(text, start, start + _LONGEST)
    if closing is None:
        notice = (
            f"front_matter: opens with --- and does not close within {_LONGEST} characters, so it is read as text"
        )
        return FrontMatter(notices=(notice,))
    source = text[start : closing.start()]
    notices: list[str] = []
    try:
        fields = _read_sure_lines(source) or _read_yaml(source)
    except _RefusedError as refusal:
        notices.append(f"front_matter: {refusal}; only its simple lines were read")
        fields = _read_lines(source)
    return _interpret(fields, closing.end(), notices)


def _read_sure_lines(source: str) -> dict[str, str]:
    """What YAML reads in lines that leave no doubt; nothing when one of them does."""
    fields: dict[str, str] = {}
    for line in filter(None, source.split("\n")):
        hit = _SURE_LINE.fullmatch(line)
        if hit is None or not line.isprintable():
            return {}
        fields[hit[1]] = hit[3] or hit[2]
    return fields


def _read_yaml(source: str) -> dict[str, str]:
    import yaml  # slow to import, and slow to read

    try:
        depth = 0
        for token in yaml.scan(source, Loader=yaml.BaseLoader):
            kind = type(token).__name__
            if kind in ("AnchorToken", "AliasToken", "TagToken"):
                raise _RefusedError(f"line {token.start_mark.line + 2} uses an anchor, an alias or a tag")
            depth += kind.endswith(("SequenceStartToken", "MappingStartToken"))
            depth -= kind in ("BlockEndToken", "FlowSequenceEndToken", "FlowMappingEndToken")
            if depth > _DEEPEST:
                raise _RefusedError(f"nested more than {_DEEPEST} deep")
        # The base loader makes nothing but strings: no dates that do not exist, no numbers that never end, and the
        # language code "no" stays a code.
        loaded = yaml.load(source, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 2}" if mark is not None else ""
        raise _RefusedError(f"no valid YAML{where} (quote a title that holds a colon)") from None
    if not isinstance(loaded, dict):
        raise _RefusedError("not a list of keys and values")
    return {str(key): value for key, value in loaded.items() if isinstance(value, str)}


def _read_lines(source: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in source.split("\n"):
        hit = _KEY_LINE.match(line.rstrip("\r"))
        if hit is not None and hit.group(2) and hit.group(2)[0] not in "&*!{[|>":
            fields.setdefault(hit.group(1), hit.group(2).strip().strip("\"'"))
    return fields


def _interpret(fields: dict[str, str], end: int, notices: list[str]) -> FrontMatter:
    lowered = {key.strip().lower().replace("-", "_"): value.strip() for key, value in fields.items()}
    found = {name: next((lowered[key] for key in keys if lowered.get(key)), "") for name, keys in _NAMES.items()}
    code = language_code(found["language"])
    if found["language"] and not code:
        notices.append(f"front_matter: '{_one_line(found['language'])[:40]}' is no language code such as en or fr")
    published = read_day(found["published"], code or "en")
    if found["published"] and published is None:
        notices.append(f"front_matter: '{_one_line(found['published'])[:40]}' is no day such as 2022-11-03")
    return FrontMatter(
        end=end,
        title=_one_line(found["title"]),
        published=published,
        language=code,
        outlet=_one_line(found["outlet"]),
        synthetic=found["synthetic"].lower() in _YES,
        notices=tuple(notices),
    )


def language_code(said: str) -> str:
    """The code of a language written as a code or locale (``fr-CA``) or as the word for it; empty for anything else."""
    code = re.split(r"[-_]", said.strip().lower(), maxsplit=1)[0]
    code = _CODES.get(code, code)
    return code if _CODE.match(code) is not None else ""


def _one_line(value: str) -> str:
    # YAML escapes can spell what decoding refused: half surrogates and control characters.
    return "".join(char for char in " ".join(value.split()) if char.isprintable())
