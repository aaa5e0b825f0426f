"""Law cited by what a body does, without a law word of its own: "the Security Council has banned", a committee's waiver."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from checker.extract.citation_patterns import Found
from checker.extract.citation_words import CitationWords, Written, words_of_citations
from checker.model import Cited
from checker.patterns import late
from checker.records import record

_COUNCIL = frozenset({"UN", "UNSC"})
_STRICT = re.compile(r"(?:[a-z']{1,6} ){0,2}(?:ban|barr|bars$|forb|prohib|outlaw|proscri|capp|interdi|plafonn)")
_MOVED = frozenset({"prohibits", "caps"})
_HAS = r"(?: (?:has|have|had|a|ont|avait|avaient))?(?: (?:since|long|already|also|then|now|deja|aussi|ainsi))?"
_GRANT = (
    r"(?:grant|waiv|lift|allow|approv|authori|exempt|permit|accord|lev[ae]|leve|autoris|approuv|dispens|derog)\w{0,6}"
)
_ALLOWS = r"(?:allow(?:s|ed)?|lets?|permit(?:s|ted)?|grant(?:s|ed)?|autoris(?:e|ait)|permet(?:tait)?|laiss(?:e|ait)|accord(?:e|ait)|concede)"
_RESOLVES = (
    r"(?:voted|decided|agreed|resolved|moved|chose|vot(?:e|ait|a)|decid(?:e|ait|a)|resolu|convenu|choisi|opte)"
)
_ORDERS = (
    r"(?:gave|given|orders?|ordered|requires?|required|obliges?|obliged|instructs?|instructed|demands?|demanded"
    r"|oblige(?:ait)?|exige(?:ait)?|ordonn(?:e|ait)|enjoi(?:nt|gnait)|somm(?:e|ait)|donn(?:e|ait)|contrai(?:nt|gnait))"
)
_EXEMPTS = r"(?:freed|exempted|exempts|spared|released|affranchi\w{0,2}|exempt[ea]\w{0,2}|dispens[ea]\w{0,2}|soustrait\w{0,2}|delie\w{0,2})"
_EXEMPTED = late(rf"(?<!\w){_EXEMPTS}(?!\w)")
_RESOLVED = late(rf"(?<!\w){_RESOLVES}(?!\w)")
_ALLOWED, _ORDERED = late(rf"(?<!\w){_ALLOWS}(?!\w)"), late(rf"(?<!\w){_ORDERS}(?!\w)")
_BANNED = r"(?:banned|outlawed|forbidden|prohibited|interdite?s?|proscrite?s?|bannie?s?|prohibee?s?)"
_DATED = re.compile(
    r"(?<!\d)(?:19[4-9]|20)\d\d(?!\d)|remain|demeure|(?<!\w)(?:still|restent?|toujours)(?!\w)|(?<!\w)(?:years?|months?|weeks?) later|(?<!\w)(?:ans?|mois|semaines?) plus tard"
)
_OWNED = re.compile(r"(?<!\w)(?:belong\w*|releve\w*|is|was|were|are|est|etait|sont|etaient|ete|been|reste|remains) ")
_IS = r"(?:belongs to|belonged to|releve|relevent|depend|ressortit|(?:which|qui) (?:belongs to|releve)|is|was|were|are|est|etait|sont|etaient|a ete|ont ete|has been|have been|had been|reste|remains)"
_WORK = r"(?:an? |une? |the |la |l'|le )?(?:decision|measure|mesure|invention|creation|affair|work|idea|affaire|oeuvre|celui|celle|that)"
_VOTED = (
    *("voted", "vote", "votes", "votee", "votees", "backed", "supported", "endorsed", "approved"),
    *("approuve", "approuvee", "approuvees", "soutenu", "soutenue", "signed", "adopte", "adoptee"),
)


@record
class _Shapes:
    """The patterns of one language; ``strict`` are the verbs of which both ``active`` and ``passive`` have one."""

    strict: tuple[str, ...]
    active: re.Pattern[str]
    resolved: re.Pattern[str]
    allows: re.Pattern[str]
    orders: re.Pattern[str]
    dated: re.Pattern[str]
    exempts: re.Pattern[str]
    passive: re.Pattern[str]
    under: re.Pattern[str]
    committee: re.Pattern[str]
    waiver: re.Pattern[str]
    owned: re.Pattern[str]
    voted: re.Pattern[str]


@lru_cache(maxsize=8)
def _shapes(language: str) -> _Shapes:
    words = words_of_citations(language)
    any_of = words.any
    forms = [form for kind in ("law", "law_past") for form, value in words.forms[kind].items() if value in _MOVED]
    strict = tuple(form for form in forms if _STRICT.match(form))
    verb = "(?:" + "|".join(sorted(map(re.escape, strict), key=len, reverse=True)) + ")"
    infinitive = "(?:" + "|".join(sorted(map(re.escape, forms), key=len, reverse=True)) + ")"
    det, body, measure = any_of("det"), any_of("body"), any_of("measure")
    by = r"(?:by|par) ?(?:(?:the|le|la|les|l') ?)?"
    owner = rf"(?:(?:(?:of|du|de la|de l'|des|de|to|a|au) ?)?(?:the )?{body}(?= ?(?:$|[.,;:)]))|{det} ?{body} (?:one|matter)(?!\w)|(?:{any_of('imposed')}) {by}{body}|{_WORK} (?:of|du|de la|de l'|des|de) ?(?:the )?{body}|{det} ?{body}(?:'s?(?!\w)| (?:measure|initiative|policy|rule|decision|affair|scheme|instrument))(?!\w))"
    return _Shapes(
        strict,
        late(
            rf"(?P<b>{body})(?: (?:that|which|who|qui))?{_HAS} (?:l'|les? |la )?{verb}(?!\w)"
            rf"|(?P<b2>{body}) (?:n'|ne ){verb}(?=[^.;:]{{1,50}}?(?<!\w)qu[e'])"
        ),
        late(
            rf"(?P<b>{body}){_HAS} {_RESOLVES}(?: (?!not |pas )[\w-]{{1,14}}){{0,4}}? ?(?:to |de |d')(?:\w{{1,9}} )?{infinitive}(?!\w)"
        ),
        late(rf"(?P<b>{body}){_HAS} {_ALLOWS}(?!\w)"),
        late(rf"(?P<b>{body}){_HAS} {_ORDERS}(?!\w)"),
        late(
            rf"(?<!\w)(?:was|were|been|ete|etai(?:t|ent)|remains?|remained|still|demeuren?t?|restent?|toujours) (?:[\w']{{2,14}} )?{_BANNED}(?!\w)(?! (?:by|par|from(?! export)|de|d') )"
            rf"|(?<!\w)(?:is|are|est|sont|has been|have been|a ete|ont ete) (?:[\w']{{2,14}} )?{_BANNED}(?= (?:since|depuis)(?!\w))"
            r"|(?<!\w)no (?:other )?(?:state|country|nation|government|company|firm|ship|vessel|buyer|trader|bank|port) (?:anywhere )?(?:may|can|could|(?:is|has been|was) (?:legally )?(?:allowed|permitted|entitled|free) to)(?!\w)"
            r"|(?<!\w)(?:has|have|had) not been (?:allowed|permitted|lawful|legal|free)(?!\w)|(?<!\w)(?:was|were|been) (?:perfectly |still |once )?(?:legal|lawful|allowed|permitted) (?:only )?until(?!\w)"
            r"|(?<!\w)aucun (?:autre )?(?:pays|etat|gouvernement|navire|acheteur|armateur|port) ne (?:peut|pouvait|saurait)(?!\w)|(?<!\w)n'est plus (?:permis|autorisee?|licite|legale?)(?!\w)"
            r"|(?<!\w)(?:licites?|legale?s?|permise?s?|autorisee?s?) jusqu(?:'|e )"
            rf"|(?<!\w)(?:plus (?:aucun|personne|nul)[\w ]{{0,12}} n'a|n'(?:a|ont) plus|nul n'a plus)(?: \w{{2,10}})? le droit d(?:e |')|(?<!\w)(?:may|can) no longer(?!\w)"
        ),
        late(rf"(?P<b>{body}){_HAS} (?:l'|les? |la )?{_EXEMPTS}(?!\w)"),
        late(rf"(?<!\w){verb}(?: [\w']{{1,12}}){{0,4}}? {by}(?P<b>{body})"),
        late(
            r"(?<!\w)(?:under|sous) (?:an? |un )?(?:[\w-]{1,12} )?embargo(?!\w)"
            r"|(?<!\w)(?:(?:outside|exempt from|free of|beyond) the (?:arms )?|hors (?:d'|de l')?)embargo(?!\w)"
        ),
        late(
            rf"(?:(?<!\w)\d{{3,4}} (?:sanctions )?committee|(?:{body}(?:'s)? )?sanctions committee|committee of the {body}"
            rf"|comite(?: des sanctions)? (?:\d{{3,4}}(?!\w)|(?:du|de la|de l'|des) ?{body})|comite des sanctions|{body}(?:'s)? committee)"
            rf"[^.;]{{0,60}}?(?<!\w){_GRANT}[^.;]{{0,60}}?(?:{measure}|exempt\w{{0,5}}|waiver|derogation|dispense)"
        ),
        late(
            rf"(?<!\w)(?:waiver|exemption|leave|permission|derogation|dispense|autorisation)(?!\w)[^.;]{{0,60}}?"
            rf"(?:(?:{body}(?:'s)? )?(?:\d{{3,4}} |sanctions )committee|comite(?: des sanctions)? (?:\d{{3,4}}(?!\w)|(?:du|de la|de l'|des) ?{body}))[^.;]{{0,25}}?(?<!\w){_GRANT}"
        ),
        late(rf"(?P<m>{measure})(?: [\w$€%'-]{{1,20}}){{0,7}}?,? {_IS} {owner}"),
        late(
            rf"(?:{any_of('text')}|{any_of('resolution')}|sanctions)(?:,? (?:that|which|que|qu'))? ?(?:[\w'-]{{1,14}} ){{1,5}}?(?:{'|'.join(_VOTED)})(?!\w)"
        ),
    )


def find_acts(folded: str, start: int, end: int, language: str, written: Written, council: bool) -> Iterator[Found]:
    """What a body is said to do in ``folded[start:end]``: ban or cap, own a measure, exempt, or have voted for a text."""
    shapes, words = _shapes(language), words_of_citations(language)
    piece = folded[start:end]

    def holds(*kinds: str) -> bool:
        return all(words.occurs(folded, start, end, kind) for kind in kinds)

    for shape in (
        (shapes.active, shapes.passive) if holds("body") and any(map(piece.__contains__, shapes.strict)) else ()
    ):
        for hit in shape.finditer(folded, start, end):
            name = "b" if hit["b"] else "b2"
            body = words.value("body", hit[name])
            if words.is_body(folded, hit.start(name), hit.end(name), written, council):
                yield Found(hit.start(), hit.end(), "act", (Cited(body),), "law" if body in _COUNCIL else "own")
    named = holds("body")
    for hit in shapes.resolved.finditer(folded, start, end) if named and _RESOLVED.search(piece) else ():
        if words.value("body", hit["b"]) in _COUNCIL and words.is_body(
            folded, hit.start("b"), hit.end("b"), written, council
        ):
            yield Found(hit.start(), hit.end(), "act", (Cited("UNSC"),), "law")
    told = (
        [(hit, "allowance") for hit in shapes.allows.finditer(folded, start, end)]
        if named and _ALLOWED.search(piece)
        else []
    )
    told += (
        [(hit, "order") for hit in shapes.orders.finditer(folded, start, end)]
        if named and _ORDERED.search(piece)
        else []
    )
    for hit, head in told:
        if words.value("body", hit["b"]) in _COUNCIL and words.is_body(
            folded, hit.start("b"), hit.end("b"), written, council
        ):
            yield Found(hit.start(), hit.end(), "act", (Cited("UNSC"),), head)
    for hit in shapes.exempts.finditer(folded, start, end) if named and _EXEMPTED.search(piece) else ():
        if words.value("body", hit["b"]) in _COUNCIL and words.is_body(
            folded, hit.start("b"), hit.end("b"), written, council
        ):
            yield Found(hit.start(), hit.end(), "act", (Cited("UNSC"),), "exempt")
    for hit in shapes.dated.finditer(folded, start, end) if _DATED.search(folded, start, end) else ():
        yield Found(hit.start(), hit.end(), "act", (Cited(""),), "dated")
    for hit in shapes.under.finditer(folded, start, end) if "embargo" in piece else ():
        yield Found(hit.start(), hit.end(), "bare", (Cited(""),), "embargo")
    granted = "committee" in piece or "comite" in piece
    for hit in (
        (*shapes.committee.finditer(folded, start, end), *shapes.waiver.finditer(folded, start, end))
        if granted
        else ()
    ):
        yield Found(hit.start(), hit.end(), "committee", (Cited("UNSC"),), "law")
    for hit in shapes.owned.finditer(folded, start, end) if holds("measure", "body") and _OWNED.search(piece) else ():
        body = _last_body(hit, words, written)
        if (
            body
            and body not in _COUNCIL
            and words.value("measure", hit["m"]) in ("cap", "sanctions", "embargo", "ban", "action")
        ):
            yield Found(hit.start(), hit.end(), "vague", (Cited(body),), words.value("measure", hit["m"]))
    for hit in shapes.voted.finditer(folded, start, end) if any(map(piece.__contains__, _VOTED)) else ():
        yield Found(hit.start(), hit.end(), "voted", (Cited(""),), "text")


def _last_body(hit: re.Match[str], words: CitationWords, written: Written) -> str:
    """The last body named in the match, or empty when it is not written as one."""
    named = list(re.finditer(words.any("body"), hit.group()))
    if not named:
        return ""
    last, at = named[-1], hit.start()
    capital = words.in_capitals(last.group(), written(at + last.start(), at + last.end()))
    return words.value("body", last.group()) if capital else ""
