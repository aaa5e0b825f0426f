"""Which of the words around a citation count, and what some of them say together: who is sent home, how wide a rule is."""

from __future__ import annotations

from checker.extract.citation_words import Mark
from checker.patterns import late

_WHO_WORKS = late(
    r" (?:workers?|labou?rers?|builders?|loggers?|seamstress(?:es)?|(?:who )?(?:earn|work)\w{0,4}|qui (?:y )?travaill\w+|employe\w*)(?!\w)"
)
_IN_GOODS = late(r" ?(?:of(?! any)(?!\w)|in(?!\w)|d'|de |des |du |militaires?(?!\w)|petrolieres?(?!\w))")
_WHO_IS_BARRED = late(r" ?(?:from|to|de|d')(?!\w)")
_SENT_HOME = late(
    r"(?<!\w)(?:sen[dt]s?|sending|fl(?:y|ies|own)|ship(?:s|ped)?|br(?:ing|ought)|get|put) [^.;:!?]{1,60}? (?:home|back)(?!\w)"
    r"|(?<!\w)(?:renvo\w{2,6}|faire rentrer|ramen\w{1,4}) [^.;:!?]{1,60}? (?:chez eux|au pays|dans leur pays)(?!\w)"
)


_OCCASION = late(
    r"(?<!\w)(?:after|following|followed|in (?:response|reaction|reply) to|on the heels of|in the wake of|apres|a la suite (?:de|du|des|d')"
    r"|suite (?:a|au|aux)|en (?:reponse|reaction) (?:a|au|aux)|suivi|consecutive (?:a|au|aux)) ?[^,.;:!?]{0,60}?"
    r"(?<!\w)(?:tests?|launch(?:es)?|explosions?|blasts?|essais?|tirs?|lancements?)(?!\w)(?: (?:nucleaires?|atomiques?|balistiques?|intercontinental\w{0,3}|de (?:missiles?|fusees?)(?: (?:balistiques?|intercontinentaux))?))?"
)
_ADDED = late(r"(?:added|adds|adding|ajoute|ajoutee)(?= ?(?:$|[.,;:\"”]|that |que |-t-))")
_TOLD_OF = frozenset({"act", "thing", "rule"})


def without_occasions(folded: str, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks without those of what a text was adopted after ("after the North's sixth nuclear test"), where others tell its rule."""
    if not marks:
        return marks
    low, high = min(mark.start for mark in marks), max(mark.end for mark in marks)
    spans = [(hit.start(), hit.end()) for hit in _OCCASION.finditer(folded, max(0, low - 40), high)]
    outside = tuple(
        mark
        for mark in marks
        if mark.kind not in _TOLD_OF or not any(first <= mark.start < last for first, last in spans)
    )
    told = any(mark.kind == "rule" or (mark.kind == "thing" and mark.value != "person") for mark in outside)
    return outside if told else marks


def without_speech(folded: str, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks without the "added" of "he added", which adds to no law."""
    return tuple(mark for mark in marks if mark.kind != "law" or _ADDED.match(folded, mark.start) is None)


def is_overclaim(folded: str, mark: Mark) -> bool:
    """True for words that make a rule too wide: "every North Korean", but not "every North Korean worker"; "all trade", but not "all trade in coal"; "anyone" who is barred is no taker."""
    if mark.kind != "overclaim" or mark.value == "territory":
        return False
    after = {"all_nationals": _WHO_WORKS, "any": _WHO_IS_BARRED, "all_trade": _IN_GOODS}.get(mark.value)
    return after is None or after.match(folded, mark.end) is None


def is_everywhere(mark: Mark, marks: tuple[Mark, ...]) -> bool:
    """True for "the whole of Sudan", not for the whole of a part of a country."""
    if mark.kind != "overclaim" or mark.value != "territory":
        return False
    return any(name.kind == "name" and (0 <= name.start - mark.end <= 6 or 0 <= mark.start - name.end <= 1) for name in marks)


def is_sent_home(folded: str, marks: tuple[Mark, ...]) -> bool:
    """True when workers are to be sent home, with the workers between the verb and the "home"."""
    workers = [mark for mark in marks if mark.kind == "thing" and mark.value == "worker"]
    return bool(workers) and any(
        any(hit.start() <= mark.start and mark.end <= hit.end() for mark in workers)
        for hit in _SENT_HOME.finditer(folded, min(m.start for m in marks), max(m.end for m in marks) + 30)
    )


def longest(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks without those that lie inside a longer one of the same sort ("coal" in "charcoal ban" of its own row)."""
    sorts = {"law_past": "law", "thing": "rule", "place": "name"}

    def sort(mark: Mark) -> str:
        return sorts.get(mark.kind, mark.kind)

    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda one: (one.start, one.start - one.end)):
        inside = any(
            other.start <= mark.start and mark.end <= other.end and other.end - other.start > mark.end - mark.start
            for other in kept[-8:]
            if sort(other) == sort(mark)
        )
        if not inside:
            kept.append(mark)
    kept = [mark for mark in kept if not _is_a_permit(mark, kept)]
    names = [mark for mark in kept if mark.kind in ("name", "place")]
    # The ivory of "Ivory Coast" is no good.
    return tuple(
        mark
        for mark in kept
        if mark.kind not in ("rule", "thing")
        or not any(
            n.start <= mark.start and mark.end <= n.end and n.end - n.start > mark.end - mark.start for n in names
        )
    )


def _is_a_permit(mark: Mark, marks: list[Mark]) -> bool:
    """True for the "permits" of "work permits", which permit nothing."""
    return mark.value == "permits" and any(
        other.kind in ("rule", "act") and other.start < mark.start and mark.end <= other.end for other in marks
    )
