"""What a sentence says that a rule does: its activity and direction, whom it targets, its verb, deadline and amount."""

from __future__ import annotations

from checker.extract.citation_words import Mark
from checker.extract.described_flow import ARMS, MOVES, distance, flow_of
from checker.extract.described_marks import (
    is_everywhere,
    is_overclaim,
    is_sent_home,
    longest,
    without_occasions,
    without_speech,
)
from checker.extract.quantities import QuantityExpression
from checker.extract.timing import TimeExpression
from checker.patterns import late
from checker.records import record

_HAVE = late(r"(?<!\w)(?:has|have|been|be|a|ont|ete) (?:\w{1,12} )?$")
_NEVER = late(
    r"(?<!\w)(?:never|not|n't|nor|jamais|pas|point|encore|yet)(?: (?:been|ete|be|yet|fully))?(?: \w{1,10})? $"
)
_FORBIDS_NOT = late(r"(?:(?<!\w)(?:not|never|no longer|ne (?:le |la |les )?|n')(?: \w{1,8})? ?|n't )$")
_ONLY_THEN = late(r"[^.;:]{0,60}?(?<!\w)(?:que|qu')(?!\w)")
_ONLY_WITH = late(
    r"[^.;]{0,120}?(?<!\w)(?:only (?:with|if|when|after|where|on)|subject to|unless|provided|(?:qu'avec|qu'apres|que sous|qu'aux|que si)|sous reserve)(?!\w)"
)
_AUXILIARY = late(
    r"(?<!\w)(?:is|are|was|were|been|be|ete|est|sont|s'est|se sont|etait|etaient|a|ont|avait|avaient) (?:\w{1,12} )?$"
)
# "No longer under sanctions", "n'est plus visé par les sanctions": the end is told before the measure.
_NO_LONGER = late(
    r"(?<!\w)(?:no longer (?:under|subject to|faces?|targeted by|hit by)|(?:n'est|ne sont|n'etait) plus (?:sous|(?:soumis|vise|frappe)e?s? (?:a|par|d'|aux)))(?!\w)?"
)
_TERM = late(
    r"(?<!\w)(?:deadline|term|time limit|grace period|delais?|echeance|date butoir|date limite)(?!\w)[^.;,]{0,60}$"
)
_NOT_DONE = late(r"(?<!\w)(?:be|been|being|to|not|pas|of|is|was|are|were|est|ete|sont|etre) $")
# "Host States had 24 months to send them home": a term is a duty.
_HAD_TIME = late(
    r"(?<!\w)(?:had|have|g[ia]ves?|giving|leaves?|left|allows?|allowed|avai(?:t|ent)|ont|donn\w{1,4}|laiss\w{1,4}|accord\w{1,4}|dispos\w{2,6}(?: d[e'])?) ?(?:[\w'-]{1,12} ){0,3}?(?:only |just |seulement |un delai de |until |jusqu\S{1,4} ?)?(?:[\w-]{1,16} ){1,3}?(?:days|weeks|months?|years?|jours|semaines|mois|ans?) (?:to|in which to|pour)(?!\w)"
)
_LIFTED = frozenset({"sanctions", "embargo", "ban", "cap", "regime"})
_SAID_ALONE = late(
    r" ?(?:$|[.,;:)]|(?:on|in|at|by|with|after|last|when|since|for|le|en|au|aux|a|avec|depuis|fin|des) )"
)
# A kind of thing and an act on it make an activity; the first act that stands in the words decides.
_COMPOSED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("ballistic", "launch", ("ballistic_missile_launch",)),
    ("nuclear", "test", ("nuclear_test",)),
    ("worker", "return", ("worker_repatriation",)),
    ("worker", "hire", ("worker_authorisation",)),
    ("assets", "freeze", ("asset_freeze_breach",)),
    ("ship", "port", ("port_call",)),
    ("troops", "withdraw", ("armed_presence",)),
    ("militia", "disband", ("armed_presence",)),
)
_PERHAPS: dict[str, tuple[str, ...]] = {
    "ballistic": ("ballistic_missile_launch", "ballistic_missile_transfer"),
    "missile": ("ballistic_missile_transfer", "ballistic_missile_launch"),
    "nuclear": ("nuclear_test", "nuclear_activity", "wmd_related_transfer"),
    "worker": ("worker_authorisation", "worker_repatriation"),
    "oil": ("refined_petroleum_import", "crude_oil_import", "oil_export"),
    "gold": ("gold_smuggling", "mineral_export"),
    "person": ("travel_ban_breach",),
    "assets": ("asset_freeze_breach", "terrorist_financing"),
}
_BY_MEASURE = {"travel": ("travel_ban_breach",), "freeze": ("asset_freeze_breach",)}


@record
class Described:
    """A rule as the words around a citation describe it; everything may be empty.

    ``activities`` are the codes said, most telling first, ``maybe`` those that ambiguous words may mean. ``targets``
    are actor ids named in the same stretch, ``around`` those named nearby, the nearest first; ``givers`` and ``takers``
    are those from and to whom the words have the goods go (a giver may be told by word order alone), ``both_ways`` when arms are said to go out and to come in. ``verbs`` holds what the
    law words say: ``prohibits``, ``requires``, ``asks``, ``caps``, ``permits``, ``renews``, ``institutes``, ``ends``, ``over``, ``restores``,
    ``exempts``, ``breach``, nearest first; ``past`` is True when the nearest is in a past tense. ``overclaim`` is
    ``any``, ``all_trade`` or ``all_nationals``; ``everywhere`` is True when a whole country is said to be covered. ``words`` are the folded words for goods and acts;
    ``measure`` is True when an embargo, a ban or sanctions are named, ``ended`` when the words say that it ended,
    ``proposed`` when the words speak of a text put to the vote; ``dated`` are times inside the citing words (the adoption), ``times`` those of the rest of the sentence.
    """

    activities: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()
    directed: bool = False
    targets: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    givers: tuple[str, ...] = ()
    takers: tuple[str, ...] = ()
    both_ways: bool = False
    verbs: tuple[str, ...] = ()
    past: bool = False
    duty: bool = False
    listed: bool = False
    overclaim: str = ""
    everywhere: bool = False
    things: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    measure: bool = False
    ended: bool = False
    proposed: bool = False
    times: tuple[TimeExpression, ...] = ()
    dated: tuple[TimeExpression, ...] = ()
    amounts: tuple[QuantityExpression, ...] = ()

    @property
    def verb(self) -> str:
        """The nearest law word, or empty."""
        return self.verbs[0] if self.verbs else ""

    @property
    def says_law(self) -> bool:
        """True when the words say what the law does, and not only that somebody breached it."""
        return any(verb != "breach" for verb in self.verbs)


def describe(folded: str, marks: tuple[Mark, ...], start: int, end: int, embargo: bool = False) -> Described:
    """The rule that ``marks``, the words of one stretch, describe for the citation at ``start`` to ``end``.

    ``embargo`` is True when the citing words themselves speak of one: it then means arms unless a thing is named.
    """
    kept = without_occasions(folded, _ends_of_trade(folded, longest(without_speech(folded, marks)), end))
    flow = flow_of(folded, kept, embargo)
    activities, maybe = _activities(kept, end, embargo, flow.codes)
    kept = tuple(_turned(folded, mark) for mark in kept)
    laws = sorted((m for m in kept if m.kind in ("law", "law_past")), key=lambda m: distance(m, start, end))
    acts = {mark.value for mark in kept if mark.kind == "act"}
    if is_sent_home(folded, kept) and "worker_repatriation" not in activities:
        activities = ("worker_repatriation", *activities)
    duty = any(mark.kind == "duty" for mark in kept)
    if not activities and "return" in acts and (duty or any(law.value == "requires" for law in laws)):
        activities = ("worker_repatriation",)
    return Described(
        activities=activities,
        maybe=maybe,
        directed=flow.directed,
        givers=flow.givers,
        takers=flow.takers,
        both_ways={"out", "in"} <= acts,
        targets=_actors(kept, start, end),
        verbs=tuple(dict.fromkeys((*[law.value for law in laws], *(["requires"] if _HAD_TIME.search(folded, *_stretch(marks, start, end)) else [])))),
        past=bool(laws) and _is_past(folded, laws[0]),
        duty=duty,
        listed=any(mark.kind == "listed" for mark in kept),
        overclaim=_overclaim(folded, kept),
        everywhere=any(is_everywhere(mark, kept) for mark in kept),
        things=tuple(dict.fromkeys(mark.value for mark in kept if mark.kind == "thing")),
        words=tuple(dict.fromkeys(folded[m.start : m.end] for m in kept if m.kind == "rule")),
        proposed=any(m.kind == "proposal" and not (m.value == "vote" and m.start > end) for m in kept),
        ended=_is_ended(folded, kept, start, end),
        measure=embargo or any(mark.kind == "measure" for mark in kept),
    )


def _stretch(marks: tuple[Mark, ...], start: int, end: int) -> tuple[int, int]:
    """From the first to the last of the marks and the citing words."""
    return min([start, *[mark.start for mark in marks]]), max([end, *[mark.end for mark in marks]])


def _overclaim(folded: str, marks: tuple[Mark, ...]) -> str:
    """The first words that make the rule too wide; "outright" and the like only where no other do."""
    said = [mark.value for mark in marks if is_overclaim(folded, mark)]
    return next((value for value in said if value != "total"), "total" if said else "")


def _ends_of_trade(folded: str, marks: tuple[Mark, ...], end: int) -> tuple[Mark, ...]:
    """The marks, with an end that the cited text puts to goods or acts ("ended coal exports") told as the ban it is."""
    told: list[Mark] = []
    for mark in marks:
        if mark.kind == "law" and mark.value == "ends" and mark.start >= end:
            near = [
                m
                for m in marks
                if mark.end <= m.start <= mark.end + 40
                and m.kind in ("act", "rule", "measure")
                and not set(",;:.") & set(folded[mark.end : m.start])
            ]
            passive = _AUXILIARY.search(folded, max(0, mark.start - 12), mark.start)
            said = passive is not None and passive.group().strip() not in ("a", "ont", "avait", "avaient")
            if near and not said and all(m.kind != "measure" for m in near):
                mark = Mark(mark.start, mark.end, "law_past", "prohibits")
        told.append(mark)
    return tuple(told)


def _turned(folded: str, mark: Mark) -> Mark:
    """A law word as it is turned: what a text "does not permit" it prohibits, "allows only with leave" makes it a duty to ask."""
    if mark.kind != "law" or mark.value != "permits":
        return mark
    if _ONLY_WITH.match(folded, mark.end) is not None:
        return Mark(mark.start, mark.end, mark.kind, "requires")
    if _FORBIDS_NOT.search(folded, max(0, mark.start - 20), mark.start) is None or _ONLY_THEN.match(folded, mark.end):
        return mark
    return Mark(mark.start, mark.end, mark.kind, "prohibits")


def _is_past(folded: str, law: Mark) -> bool:
    """True for a law word in a past tense; "has barred" tells the law of today, "has violated" an act of before."""
    perfect = law.value != "breach" and _HAVE.search(folded, max(0, law.start - 20), law.start) is not None
    return law.kind == "law_past" and not perfect


def _is_ended(folded: str, marks: tuple[Mark, ...], start: int, end: int) -> bool:
    """True when a law word for an end is said of the measure or text before it, and not of something else."""
    if any(mark.kind == "measure" and 0 <= mark.start - hit.end() <= 30 for hit in _NO_LONGER.finditer(folded, 0, end) for mark in marks):
        return True
    subjects = [mark.end for mark in marks if mark.kind in ("measure", "text")] + [end]
    for verb in marks:
        if verb.kind != "law" or verb.value != "ends":
            continue
        if _NEVER.search(folded, max(0, verb.start - 28), verb.start) is not None:
            continue
        if _TERM.search(folded, max(0, verb.start - 70), verb.start) is not None:
            # A deadline that passes ends nothing.
            continue
        done = _NOT_DONE.search(folded, max(0, verb.start - 8), verb.start) is None
        if done and folded[verb.start : verb.end].endswith(("ed", "leve", "fin", "abroge")):
            later = sorted((mark for mark in marks if mark.start > verb.end), key=lambda mark: mark.start)
            first = next((m for m in later if m.kind in ("measure", "law", "law_past")), None)
            if first is not None and first.kind == "measure" and first.value in _LIFTED:
                between = folded[verb.end : first.start]
                if len(between) <= 45 and not set(",;:") & set(between):
                    return True
        passive = _AUXILIARY.search(folded, max(0, verb.start - 24), verb.start) is not None
        alone = _SAID_ALONE.match(folded, verb.end) is not None
        for subject in subjects:
            reach = 110 if passive else 90 if alone else 0
            if 0 <= verb.start - subject <= reach and ";" not in folded[subject : verb.start]:
                return True
    return False


def _actors(marks: tuple[Mark, ...], start: int, end: int) -> tuple[str, ...]:
    named = sorted((m for m in marks if m.kind in ("name", "place")), key=lambda m: distance(m, start, end))
    return tuple(dict.fromkeys(actor.strip() for mark in named for actor in mark.value.split(";")))


def _activities(
    marks: tuple[Mark, ...], end: int, embargo: bool, arms: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes said and codes perhaps meant; ``arms`` are those that the flow of arms has."""
    said: list[tuple[int, str]] = []
    maybe: list[str] = []
    things = {mark.value: mark for mark in reversed(marks) if mark.kind == "thing"}
    acts = {mark.value for mark in marks if mark.kind == "act"}
    for mark in marks:
        if mark.kind == "rule":
            said.append((_place(mark, end), mark.value))
        elif mark.kind == "measure" and mark.value in _BY_MEASURE:
            said.extend((_place(mark, end), code) for code in _BY_MEASURE[mark.value])
    for thing, act, codes in _COMPOSED:
        if thing in things and act in acts:
            said.extend((_place(things[thing], end), code) for code in codes)
    for thing, codes in _PERHAPS.items():
        if thing in things:
            maybe.extend(codes)
    if "ballistic" in things and acts & MOVES:
        said.append((_place(things["ballistic"], end) + 1, "ballistic_missile_transfer"))
    if "arms" in things and not ("ballistic" in things and "launch" in acts):
        said.extend((_place(things["arms"], end), code) for code in arms)
    elif not said and not maybe and (embargo or any(m.kind == "measure" and m.value == "embargo" for m in marks)):
        said.extend((0, code) for code in ARMS)
    elif not said and not maybe and acts & MOVES:
        maybe.extend(ARMS)
    if acts & {"visit"}:
        maybe.append("travel_ban_breach")
    ordered = tuple(dict.fromkeys(code for _, code in sorted(said, key=lambda pair: pair[0])))
    return ordered, tuple(dict.fromkeys(code for code in maybe if code not in ordered))


def _place(mark: Mark, end: int) -> int:
    """What follows the citation tells more than what stands before it."""
    return mark.start - end if mark.start >= end else 1000 + end - mark.end
