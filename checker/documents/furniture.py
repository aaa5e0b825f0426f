"""What on a page is no part of the article: links to others, notices of the site, captions, credits, labels."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.documents import phrases
from checker.documents.lines import ends_sentence
from checker.documents.phrases import Beginnings
from checker.patterns import late

# All of this runs on folded text (lower case, no accents, plain quotes and hyphens) unless it says ``source``.
_FRONT = "\"'*_#>-([•→▶►+= \t"
_AFTER_HEADER = " :!.|>\"'-*_#…)]→"
_TEASERS = Beginnings(phrases.TEASERS)
_IN_FRONT = Beginnings(phrases.SITE_IN_FRONT)
_COMMENTS = Beginnings(phrases.COMMENTS)
_CAPTIONS = Beginnings(phrases.CAPTIONS)
_BYLINES = Beginnings(phrases.BYLINES)
_SIGN_OFFS = Beginnings(phrases.SIGN_OFFS)
_NOTES = Beginnings(phrases.NOTES)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


_PART = re.compile(r"[a-z]+")
# Each phrase under its longest word, so that most units are cleared by one look at their words.
_SITE_KEYS: dict[str, tuple[str, ...]] = {}
for _phrase in phrases.SITE_ANYWHERE:
    _key = max(_PART.findall(_phrase), key=len)
    _SITE_KEYS[_key] = (*_SITE_KEYS.get(_key, ()), _phrase)

_TAG = late(
    r"(?:\[[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ' -]{2,24}\]"
    r"|\((?:VID[EÉ]OS?|PHOTOS?|PICTURES|PODCAST|LIVE|DIRECT|ANALYS[EI]S?|OPINION|EXCLUSI[FV]E?|DIAPORAMA|INFOGRAPHIE|CARTES?)\))"
    r"\W{0,3}\Z"
)
_LINK_LINE = re.compile(r"\[[^\[\]\n]{1,300}\]\([^()\s]{1,300}\)\W{0,3}\Z")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_COMMENT_MARK = late(
    r"\b(?:says|said|wrote|dit|ecrit) ?:\Z|\A(?:reply|repondre|report abuse|signaler|j'aime)\W{0,3}\Z"
    r"|\b\d{1,3} (?:minutes?|hours?|days?) ago\b|\bil y a \d{1,3} (?:minutes?|heures?|jours?)\W{0,3}\Z"
)
_AFTER_WORD = re.compile(r" ?(?::|/|\||\(c\)|©|-{1,2} )")
_CREDIT = late(
    rf"(?:[\[(] ?(?:{_any_of(phrases.PICTURE_HOUSES + phrases.CREDITS)})(?: ?[:,/][^()\[\]]{{0,60}})?[\])]"
    rf"|(?:[|/©] ?| - )(?:{_any_of(phrases.PICTURE_HOUSES + phrases.CREDITS)})(?:[/:][\w ./-]{{1,40}})?"
    rf"|(?:\. |, )(?:{_any_of(phrases.PICTURE_HOUSES)})"
    r"|\bphotos? ?: [\w ./-]{2,50}|©[\w ./-]{2,50})\W{0,3}\Z"
)
_SIGNED = late(rf"(?:[\[(] ?|[|/] ?| - )(?:{_any_of(phrases.AGENCIES)})(?:/[\w .]{{1,30}})?[\])]?\Z")
_AGENCY = late(
    r"\W{0,3}(?:avec |with |source ?: ?|sources ?: ?|via |additional reporting by )?(?:l'|the )?"
    rf"(?:{_any_of(phrases.AGENCIES)})"
    rf"(?: ?(?:,|/|et|and|&) ?(?:{_any_of(phrases.AGENCIES)}))?\W{{0,3}}\Z"
)
_CRUMB = re.compile(r" (?:»|›|>|\||→|/|·|•|::) ")
_GLUED = re.compile(r"[A-ZÀ-ÖØ-Þ][^\W\d_A-ZÀ-ÖØ-Þ]+(?:[A-ZÀ-ÖØ-Þ][^\W\d_A-ZÀ-ÖØ-Þ]+)+\Z")
_POST = re.compile(r"\(@\w{1,30}\)[^\n]{0,60}\Z")
_SHORTEST = 30  # code points of prose in front of what is glued to it
_BETWEEN = re.compile(r"[.!?…][\"')\] ]{0,3}")
_SMALL_WORDS = """
    and et de du des la le les of the for in à a en pour d l with avec chez au aux by par on envoyé envoyée spécial
    spéciale correspondant correspondante correspondent special editor staff writer reporter chief senior desk
"""
_SMALL = frozenset(_SMALL_WORDS.split())


def teaser_kind(source: str, folded: str) -> str:
    """``header`` when a list of links to other articles begins here, ``line`` when it is one link, else empty.

    A phrase such as "related" or "lire aussi" counts when it stands alone, before a colon or a bar,
    or in capitals: "Related to this, ..." is prose.
    """
    body = folded.lstrip(_FRONT)
    skipped = len(folded) - len(body)
    phrase = _TEASERS.at(body)
    if not phrase:
        return ""
    rest = body[len(phrase) :]
    if not rest.strip(_AFTER_HEADER) or (len(body) <= 40 and (body.rstrip(" *_").endswith(":") or source.isupper())):
        return "header"
    if rest.lstrip()[:1] in (":", "|", ">", "→") or rest[:3] in (" - ", ' " '):
        return "line"
    written = source[skipped : skipped + len(phrase)]
    return "line" if len(phrase) >= 4 and written.isupper() else ""


def is_link(source: str) -> bool:
    """True for a title that ends in a label in capitals ("[INSIGHT]"), and for nothing but a Markdown link."""
    if _TAG.search(source[-40:]) is not None:
        return True
    return len(source) <= 620 and _LINK_LINE.match(source.lstrip("-*+•> \t0123456789.)")) is not None


def is_site_notice(folded: str) -> bool:
    """True for lines on cookies, subscriptions, newsletters, sharing, advertising, rights, and rows of menu words."""
    if len(folded) <= 400:
        rare = _SITE_KEYS.keys() & set(_PART.findall(folded))
        if any(_holds(folded, phrase) for key in rare for phrase in _SITE_KEYS[key]):
            return True
    if len(folded) <= 160 and _IN_FRONT.at(folded.lstrip(_FRONT.replace("(", ""))):
        return True
    if len(folded) > 120 or ends_sentence(folded):
        return False
    words = _WORD.findall(folded)
    return not all(map(str.isdigit, words)) and all(word in phrases.SITE_WORDS or word.isdigit() for word in words)


def opens_comments(folded: str) -> bool:
    """True for the line under which readers' comments stand."""
    if len(folded) > 60:
        return False
    body = folded.lstrip(_FRONT + "0123456789")
    phrase = _COMMENTS.at(body)
    return bool(phrase) and not body[len(phrase) :].strip(" :.()[]0123456789*_#")


def marks_comment(folded: str) -> bool:
    """True for what only a reader's comment carries: "NAME says:", "Reply", "2 hours ago"."""
    return len(folded) <= 120 and _COMMENT_MARK.search(folded) is not None


def is_breadcrumb(source: str, folded: str) -> bool:
    """True for a path through the site ("Home » World » ...") or a row of section names."""
    if len(source) > 400 or ends_sentence(source):
        return False
    parts = [part.strip() for part in _CRUMB.split(source.replace("\u00a0", " "))]
    if len(parts) < 2:
        return False
    if len(folded) == len(source) and folded[: len(parts[0])].strip(_FRONT) in phrases.ROOTS:
        return True
    return len(parts) >= 3 and "«" not in source and all(len(part) <= 28 for part in parts)


def last_crumb(source: str) -> str:
    """The last part of a breadcrumb, often the title of the page."""
    return _CRUMB.split(source.replace("\u00a0", " "))[-1].strip()


def is_caption(folded: str) -> bool:
    """True for a unit that says it is a caption, or ends in the credit of a picture."""
    if len(folded) > 320:
        return False
    body = folded.lstrip(_FRONT)
    phrase = _CAPTIONS.at(body)
    if phrase and (_AFTER_WORD.match(body, len(phrase)) or (len(phrase) > 9 and not ends_sentence(folded))):
        return True
    if _CREDIT.search(folded[-100:]):
        return True
    signed = _SIGNED.search(folded[-60:]) if len(folded) <= 200 else None
    # An agency in brackets signs a caption, or the last sentence of a report; a caption does not end like one.
    return signed is not None and not ends_sentence(folded[-60:][: signed.start()])


def is_byline(source: str, folded: str) -> bool:
    """True for the line of an author, an editor or an agency, also when the name was lost ("par")."""
    if len(folded) > 160:
        return False
    body = folded.lstrip(_FRONT)
    if _AGENCY.match(folded) or _SIGN_OFFS.at(body):
        return True
    phrase = _BYLINES.at(body)
    if not phrase or len(source) != len(folded):
        return False
    rest = source[len(folded) - len(body) + len(phrase) :].strip(" :.,*_")
    return not rest or (is_name_list(rest) and not ends_sentence(source))


def is_label(source: str) -> bool:
    """True for one bare word, or for words glued into one: "Ukraine", "UkraineRussie", "Kim Jong-unRussie"."""
    words = source.strip(" #*_|-").split()
    return len(words) <= 1 or (len(words) <= 4 and any(_GLUED.match(word) for word in words) and is_name_list(source))


def is_name_list(source: str) -> bool:
    """True when at most twelve words stand there and all but small connectors begin with a capital."""
    words = _WORD.findall(source)
    return 0 < len(words) <= 12 and all(
        word[0].isupper() or word[0].isdigit() or word.lower() in _SMALL for word in words
    )


def is_editors_note(folded: str) -> bool:
    """True for a correction, a clarification or a note of the editors; these are read."""
    body = folded.lstrip(_FRONT)
    phrase = _NOTES.at(body)
    return bool(phrase) and body[len(phrase) :].lstrip("*_ ")[:1] in (":", "")


def is_post(folded: str) -> bool:
    """True for an embedded post or its signature: "— Name (@handle) 3 November"."""
    return _POST.search(folded[-100:]) is not None


def has_prose_before_notice(folded: str) -> bool:
    """True when the first notice of the site in a unit comes after at least a short sentence of something else."""
    start = 0
    for hit in _BETWEEN.finditer(folded):
        if is_site_notice(folded[start : hit.end()].strip()):
            break
        start = hit.end()
    return start >= _SHORTEST


def find_tail(source: str, folded: str) -> tuple[int, str] | None:
    """Where a notice of the site or a link to another article is glued to the end of a paragraph.

    Returns the offset in ``folded`` and ``boilerplate`` or ``teaser``; None when the paragraph is
    clean. Only the last 320 characters are looked at, and only places where a sentence has ended.
    """
    base = max(0, len(folded) - 320)
    cuts = [hit.end() for hit in _BETWEEN.finditer(folded, base) if _SHORTEST <= hit.end() < len(folded)]
    found: tuple[int, str] | None = None
    # From the end backwards, so that a sentence of the article after a notice keeps the notice in the text.
    for start, end in zip(reversed(cuts), [len(folded), *reversed(cuts)], strict=False):
        piece = folded[start:end].strip()
        kind = teaser_kind(source[len(source) - (len(folded) - start) :].strip(), piece) if piece else ""
        if kind == "line" or (kind == "header" and end == len(folded)):
            found = (start, "teaser")
        elif is_site_notice(piece):
            found = (start, "boilerplate")
        elif len(piece) > 40 or ends_sentence(piece):
            break
    return found


def _holds(folded: str, phrase: str) -> bool:
    at = folded.find(phrase)
    if at < 0:
        return False
    end = at + len(phrase)
    return not (at and folded[at - 1].isalnum()) and not folded[end : end + 1].isalnum()
