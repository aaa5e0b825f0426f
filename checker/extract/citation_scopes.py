"""How far a citation reaches in its sentence: where its rule is described, what it is tied to, what it points back to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from checker.extract.citation_patterns import Found
from checker.extract.citation_words import Mark
from checker.extract.described_rules import Described
from checker.model import Cited
from checker.patterns import late

_BREAK = late(r"[;:!?(]|[,.](?!\d)")
COUNCIL = frozenset({"", "UN", "UNSC"})
_COUNCIL_NAMES = ("security council", "conseil de securite", "united nations", "nations unies", "u.n.", "embargo")
_UN = re.compile(r"\b(?:UN|ONU|UNSC|CSNU)\b")
_LEANING = (
    *("annex", "paragraph", "§", "earlier one", "later one", "former", "latter", "first of", "second of"),
    *("la premiere", "la seconde", "la plus ", "la precedente", "celle de"),
)
LAYING_DOWN = frozenset({"prohibits", "requires", "caps"})
_SNAPPED = "IRN"
"""The target of the one regime whose measures return by themselves."""
_NEVER_UNDER = late(
    r"(?: (?:of|this|that|it|these|those|rests?|been|be|connu|known|faced|had|subi|eu|was|were|is|are|ever|put|placed|under|subject|to|on|an?|the|any|ete|soumise?s?|sous|a|au|un|une|ne"
    r"|repose|tout|cela|ceci|sur|place|frappe|par|faisait|fait|l'objet|d'un|d'une|de|vise|visee?))*(?: (?:d'|l'|qu'))? ?$"
)
# "No longer under embargo" tells of an end, and so of a law.
_NO_LONGER = late(r"(?<!\w)(?:no longer (?:under|subject to|faces?)|(?:n'est|ne sont|n'etait) plus (?:sous|soumise?s? a|frappee?s? (?:d'|par)))(?!\w)?")
_ON_THE_COUNTRY = late(
    r"(?: (?:on|against|over|for|sur|contre|visant|pour) (?:the (?:whole )?|le |l'ensemble du |tout le )(?:country|nation|pays|territory|territoire)(?: as a whole| tout entier)?"
    r"| (?:that|which) (?:targeted|covered|hit) (?:it|him|them)| qui (?:le|la|les) (?:visait|frappait|visaient)| on it(?!\w))"
)
_SET_OFF = late(r"(?<!\w)(?:trigger|invok|activat|declench|activ|mechanism|mecanisme|procedure|sanctions)")
_PUT_ON = late(
    r"(?<!\w)(?:added to|put on|placed on|joined|ajoutee?s? a|inscrite?s? sur|mise?s? sur) (?:the |la |l')?$"
)
# "No weapon may go there under the embargo": what is denied is the leave, not the embargo.
_MAY = late(r"(?<!\w)(?:may|can|could|shall|must|allowed|peut|peuvent|doit|doivent|pouvait|saurait)(?!\w)")
_IN = late(r"(?<!\w)(?:in|for|en|au|aux|pour) (?:the |la |le |l')?$")
_BEGAN = late(r" (?:dates? (?:from|back to)|goes back to|has stood since|remonte a|date de|existe depuis)(?!\w)")
_ON = late(r" (?:on|sur) (?:the |les? |la |l')?")


def is_negated(text: str, one: Found, marks: tuple[Mark, ...]) -> bool:
    """True for "no UN embargo", "jamais sous embargo": a law that the text says is not there cites none.

    "jamais ... qu'une interdiction" says that it is there.
    """
    if one.kind not in ("vague", "bare") or text[max(0, one.start - 5) : one.start].rstrip().endswith(
        ("qu'", "que", "but")
    ):
        return False
    if _NO_LONGER.search(text, max(0, one.start - 30), one.end) is not None:
        return False
    reach = 2 if one.kind == "vague" or one.head in ("action", "sanctions") else 60
    return any(
        mark.kind == "negation"
        and (
            (
                -1 <= one.start - mark.end <= reach
                and not set(",;:") & set(text[mark.end : one.start])
                and (reach < 60 or _MAY.search(text, mark.end, one.start) is None)
            )
            or _NEVER_UNDER.match(text, mark.end, one.start) is not None
        )
        for mark in marks
    )


def pointed_to(one: Found, before: Sequence[tuple[Cited, ...]]) -> tuple[Cited, ...]:
    """The citation that words point back to, with the paragraphs named now; empty when there is none.

    ``before`` are the citations so far. A paragraph of an annex is of the last text cited with an annex; "the earlier
    one" is the lower of the last two numbers.
    """
    numbered = [cited for cited in before if any(each.number is not None for each in cited)]
    if not numbered:
        return ()
    if one.head in ("earlier", "later"):
        firsts = dict.fromkeys(each.number for cited in numbered for each in cited if each.number is not None)
        pair = sorted(list(firsts)[-2:])
        return (Cited("", pair[0 if one.head == "earlier" else -1]),)
    annexed = one.head == "annex" or any(cited.paragraph.startswith("Annex") for cited in one.cited)
    with_annex = [cited for cited in numbered if any(each.paragraph.startswith("Annex") for each in cited)]
    last = with_annex[-1] if annexed and with_annex else numbered[-1]
    base = next(cited for cited in last if cited.number is not None)
    if not one.cited and one.head == "annex" and base.paragraph.startswith("Annex "):
        return (replace(base, paragraph=base.paragraph[:7]),)
    if not one.cited:
        return (replace(base, paragraph=""),) if len(last) == 1 else last
    annex = base.paragraph[:8] if one.head == "annex" and base.paragraph.startswith("Annex ") else ""
    return tuple(replace(base, paragraph=f"{annex}{cited.paragraph}".strip()) for cited in one.cited)


def leans_back(piece: str, numbers: frozenset[int]) -> bool:
    """True when a sentence may cite by pointing back: a paragraph or an annex, a number cited before, "the former"."""
    return any(word in piece for word in _LEANING) or any(str(number) in piece for number in numbers)


def leans_on_measures(piece: str) -> bool:
    """True when a sentence may speak of the measures of somebody else than those just told: "those of the bloc"."""
    return "those of " in piece or "celles de" in piece or "celle de" in piece


def names_the_council(folded: str, text: str) -> bool:
    """True when a document speaks of the United Nations or of its Security Council by name."""
    return any(name in folded for name in _COUNCIL_NAMES) or _UN.search(text) is not None


def scope_of(text: str, one: Found, places: list[Found], low: int, high: int) -> tuple[tuple[int, int], ...]:
    """The stretches of a sentence in which the rule of ``one`` is described.

    The clause between semicolons; among several citations what stands between them: before the words when a
    preposition introduces them ("banned by resolution 2371"), after them otherwise.
    """
    left = text.rfind(";", low, one.start) + 1 or low
    right = text.find(";", one.end, high)
    right = right if right >= 0 else high
    before = max((p.end for p in places if p.end <= one.start and not _joined(text, p.end, one.start)), default=left)
    after = min(
        (p.start for p in places if p.start >= one.end and not _joined(text, one.end, p.start)), default=right
    )
    before, after = max(before, left), min(after, right)
    first, last = (before, one.start), (one.start, after)
    if before == left and after == right:
        return first, last
    return (first, (one.start, one.end)) if one.by and before < one.start - 12 else (last,)


def _joined(text: str, start: int, end: int) -> bool:
    """True when only "and", "or" or a comma stands between two citations: one description serves both."""
    return end - start < 8 and text[start:end].strip(" ,") in ("", "and", "or", "et", "ou", "&")


def _on_something_else(text: str, one: Found, marks: tuple[Mark, ...]) -> bool:
    """True for an embargo on what is neither goods nor a target: "the embargo on the report was lifted"."""
    kinds = ("name", "place", "thing", "rule")
    hit = _ON.match(text, one.end)
    if hit is None or any(mark.kind in kinds and one.start <= mark.start < one.end for mark in marks):
        return False
    return not any(mark.kind in kinds and -1 <= mark.start - hit.end() <= 14 for mark in marks)


def _on_this_country(text: str, one: Found, marks: tuple[Mark, ...]) -> int:
    """Where "the embargo on the country" or "the regime that targeted it", which name nobody, end; 0 for other words."""
    hit = _ON_THE_COUNTRY.match(text, one.end) if one.head in ("embargo", "regime") else None
    named = hit is not None and any(
        mark.kind in ("name", "place") and one.start <= mark.start < hit.end() for mark in marks
    )
    return hit.end() if hit is not None and not named else 0


def tied_to(text: str, one: Found, marks: tuple[Mark, ...]) -> tuple[bool, int]:
    """Whether a law word without a body is tied to a target or a thing in the same breath, and where it then ends.

    "the arms embargo on South Sudan" ends with the name, "the coal ban" and "a travel ban" with the law word.
    """
    if text.startswith(("under ", "sous ", "hors ", "outside ", "exempt ", "free ", "beyond "), one.start):
        kinds = (
            ("name", "place", "rule")
            if text.startswith(("under ", "sous "), one.start)
            else ("name", "place", "thing")
        )
        held = any(m.kind in kinds and -70 < m.end - one.start <= 0 for m in marks)
        if held or one.head != "embargo" or not text.startswith(("under ", "sous "), one.start):
            return held, one.end
    reach = 100 if one.head == "embargo" else 45
    country = _on_this_country(text, one, marks)
    if country:
        return True, country
    if _PUT_ON.search(text, max(0, one.start - 40), one.start) and any(
        mark.kind == "rule" and 0 < one.start - mark.end <= 40 for mark in marks
    ):
        return True, one.end
    if one.head == "embargo" and _on_something_else(text, one, marks):
        return False, one.end
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if mark.kind in ("name", "place") and one.end <= mark.start <= one.end + reach:
            if not any(char in text[one.end : mark.start] for char in ",;:.!?("):
                return True, mark.end
        elif mark.kind in ("name", "place") and text[mark.end : one.start] in (" ", "'s "):
            return True, one.end
        elif (
            mark.kind in ("name", "place")
            and text[mark.end : one.start] == ", "
            and _IN.search(text, max(0, mark.start - 8), mark.start)
        ):
            # "In Libya, the ban dates from 2011."
            return True, one.end
    if one.head == "embargo" and any(mark.kind in ("name", "place") for mark in marks):
        return True, one.end
    if one.head == "ban" and _BEGAN.match(text, one.end) and any(mark.kind in ("name", "place") for mark in marks):
        # "Charcoal from Somalia may not be sold: the ban has stood since 2012"
        return True, one.end
    things = (mark for mark in marks if mark.kind in ("rule", "thing"))
    far = 60 if one.head == "cap" else 30
    return any(
        one.start <= m.start <= one.end + far and not _BREAK.search(text, one.end, m.start) for m in things
    ), one.end


def is_told(one: Found, described: Described, known: bool) -> bool:
    """False for words that cite law only with more said of it: a ban by a body, a dated text, resolutions by count.

    ``known`` tells whether the number was cited before.
    """
    if one.head == "short":
        return bool(described.activities and described.says_law) or (known and bool(described.verbs))
    if one.head == "another":
        return bool(described.activities and described.targets) and bool(LAYING_DOWN & set(described.verbs))
    if one.head == "allowance":
        return bool(described.amounts) and bool(described.activities or described.maybe)
    if one.head == "maker":
        aimed = bool(described.targets or described.around)
        return bool(described.activities) and aimed and bool(LAYING_DOWN & set(described.verbs))
    if one.head == "order":
        due = any(time.basis in ("deadline", "until") for time in described.times)
        return bool(described.activities) and ("requires" in described.verbs or due)
    if one.head == "own":
        return bool(described.activities and described.targets)
    if one.head == "dated":
        return bool(described.activities)
    if one.kind == "act":
        return bool(described.activities) and described.activities[0] != "travel_ban_breach"
    if one.kind == "voted":
        return "breach" in described.verbs
    if one.head == "deadline":
        return bool(described.activities)
    if one.head == "action" and one.kind == "vague" and not {cited.body for cited in one.cited} & COUNCIL:
        return True
    if one.head == "action":
        whole = "restores" in described.verbs or described.ended
        named = bool(described.targets) or (one.kind == "bare" and bool(described.around))
        return (bool(described.activities) and described.says_law) or (whole and named)
    if one.head == "counted":
        return bool(described.targets) or "restores" in described.verbs
    if one.kind == "year" and one.head == "text":
        return "restores" in described.verbs or (bool(described.activities) and described.says_law)
    return True


def is_lawful(text: str, one: Found, described: Described, tied: bool) -> bool:
    """True when a law word without a body cites law: tied to goods or a target (``tied``), with a rule that is told.

    "The Syrian regime" is no law; a regime that was renewed, or one of sanctions, and has ended is. A snapback is one
    of law where Iran is named.
    """
    actors = {*described.targets, *described.around}
    if one.head == "snapback":
        return _SNAPPED in actors or _SET_OFF.search(text, max(0, one.start - 90), one.end + 12) is not None
    if one.head in ("action", "sanctions"):
        back = "restores" in described.verbs and _SNAPPED in actors
        return (described.ended and (bool(actors) or one.head == "action")) or back
    if one.head == "embargo" and described.ended and bool(actors) and (tied or not described.targets):
        # "The embargo was lifted in November": on whom, the sentence before has told
        return True
    if one.head == "cap" and described.amounts and described.activities and bool(actors):
        # "the ceiling is 500,000 barrels a year"
        return True
    if one.head in ("ban", "embargo") and tied and described.targets and _BEGAN.search(text, one.end, one.end + 40):
        return True
    if one.head == "curb" and not described.ended:
        return False
    over = one.head == "regime" and described.ended
    renewed = "renews" in described.verbs or "sanction" in text[one.start : one.end]
    return tied and bool(actors) and (bool(described.activities) or (over and renewed))


def is_superseded(one: Found, firm: bool, plain: bool, named: bool = False) -> bool:
    """True for words that only repeat what a number (``firm``), a law word (``plain``) or a maker (``named``) of the sentence cites."""
    council = {cited.body for cited in one.cited} <= COUNCIL
    if one.head == "exempt":
        return False
    if one.head == "dated" and named:
        return True
    if one.kind in ("act", "voted") or one.head == "snapback":
        return plain
    return firm and (one.kind == "bare" or (one.kind == "vague" and one.head != "resolution" and council))
