"""Whether a sentence vouches for the law as it stands, or tells what once was, might be, or is only wished for."""

from __future__ import annotations

from checker.extract.citations import Mention
from checker.match.law_scene import Scene
from checker.model import Period
from checker.patterns import late
from checker.text import fold

_PRESENT = frozenset({"prohibits", "requires", "caps", "permits", "asks"})
_IF = late(r"(?<!\w)(?:if|unless|should|suppos\w{1,4}|si|s'ils?|au cas ou|a supposer)(?!\w)")
_WOULD = late(
    r"(?<!\w)(?:would|could|might)(?!\w)|(?<!\w)[a-z]{2,14}(?:erait|eraient|irait|iraient|drait|draient|vrait|vraient)(?!\w)"
)
_ONCE = {
    "en": late(r"(?<!\w)(?:was|were|had|once|formerly|former|used to|until|till|at the time|back then)(?!\w)"),
    "fr": late(
        r"(?<!\w)(?:etai(?:t|ent)|avai(?:t|ent)|fut|furent|eut|ont|a(?= (?:\w{1,8} )?\w{1,10}(?:e|i|u|is|it)(?!\w))|jadis|naguere|autrefois"
        r"|a l'epoque|ancien\w{0,3}|jusqu[e'])(?!\w)"
    ),
}
_IMPOSES = late(
    r"(?<!\w)(?<!ont )(?<!ait )(?<!ete )(?:imposes?|imposent|institutes?|instaurent|puts|places|sets)(?!\w)"
)
_STANDS = late(
    r"(?<!\w)(?:is|are|remains?|stays?|still|stands?|est|sont|reste|restent|demeure|demeurent|toujours|encore)(?!\w)"
)
_OVER = late(
    r"(?<!\w)(?:last day was|dernier jour|ended|expired|lapsed|ran out|run out|gone|lifted|scrapped|over|defunct|no longer"
    r"|pris fin|prend fin|expiree?s?|expiration|ecoulee?s?|disparue?s?|levee?s?|leves?|eteinte?s?|caducs?|caduques?|echue?s?|abrogee?s?|n'est plus|ne sont plus|n'existe plus|plus en vigueur)(?!\w)"
)
_AGAIN = late(
    r"(?<!\w)(?:(?:may|can|could|free to|allowed to|lawful to) (?:once )?(?:again|now)|once again|again be|(?:peu\w{1,4}|pouv\w{1,4}|permis|libre) (?:de nouveau|a nouveau|desormais|enfin))(?!\w)"
)
_NOT = late(r"(?<!\w)(?:not|never|n't|pas|jamais|without|sans)(?: \w{1,8})? ?$")
_WIDENING = r"(?:extend|widen|broaden|expand|stretch|etendre|elargir|generaliser)"
_WISHED = late(
    rf"(?:(?<!\w)(?:to|would|could|should|might|may|must|will|de|pour|a|faut|veut|veulent) |d'){_WIDENING}(?!\w)"
    r"|(?<!\w)(?:etendrai|elargirai)\w{1,4}"
    r"|(?<!\w)(?:want|call|ask|urg|demand|propos|reclam|souhait|plaid)\w{0,4}(?!\w)"
    r"[^.;]{0,80}?(?<!\w)(?:extend\w{0,4}|extension|widen\w{0,4}|expan\w{1,5}|elargissement|eten\w{1,4})(?!\w)"
)
_LAID_ON = late(
    r"(?:,? (?:that|which|qui|currently|actuelles?|already|deja))?(?: (?:were |was |have been |has been |ont ete |sont |a ete )?(?:imposed|adopted|aimed|slapped|levied|imposees?|adoptees?|prises|decretees?|imposes?))?"
    r" (?:on|against|over|contre|sur|a l'encontre d\w{1,2}|a|au|aux|visant|qui visent|qui frappent|frappant|targeting)(?!\w)"
)
_UNDER = late(
    r"(?<!\w)(?:is|are|remains?|stays?|est|sont|reste|demeure|placee?s?|soumise?s?|tombe\w{0,2}|faces?) (?:\w{1,8} )?(?:under|subject to|sous|a des|aux|a un|facing) (?:the |les |l'|un |an? )?$"
)
_WANTED = late(
    r"(?<!\w)(?:want|call|ask|urg|demand|propos|seek|sought|need|threat|consider|weigh|mull|veto|block|reject|press|push|oppos|reclam|souhait|appel|exig|plaid|menac|envisag|bloqu|rejet|veut|veulent|voudr)\w{0,5}(?!\w)"
    r"|(?<!\w)(?:no|not|never|none|without|n't|aucune?s?|jamais|pas|ni|sans|absence|lack|manque)(?!\w)"
)
_EVERYBODY = late(
    r"(?<!\w)(?:(?:all|every|each)(?: of the)?(?: (?:other|un|united nations))? (?:states?|countr\w{1,3}|nations?|governments?|capitals?)(?! of the (?:union|bloc))(?! (?:in|within) (?:the )?(?:union|bloc|eu))"
    r"|(?:tous les|chaque|l'ensemble des|toutes les) (?:autres )?(?:etats?|pays|gouvernements?|nations?|capitales?)(?! (?:de l'(?:union|ue)|europeens?|membres de l'(?:union|ue)))|no (?:state|country|nation|government)|aucun (?:etat|pays|gouvernement)|the whole world|(?:le|du) monde entier|the entire world)(?!\w)"
)
_DENIED = late(
    r"(?<!\w)(?:(?:is|was|are|were|do|does|did|has|had) not|isn't|wasn't|doesn't|didn't|don't|says? nothing|said nothing|nothing (?:about|on)|nobody|none|never|rather than|instead of|unlike|nor"
    r"|(?:ne|n'en|n'y) \w{2,14}(?: \w{2,10})? (?:pas|point|rien|aucune?s?|nullement|jamais|personne|guere)|n'\w{2,14}(?: \w{2,10})? (?:pas|point|rien|aucune?s?|nullement|jamais|personne|guere)"
    r"|contrairement|plutot que|au lieu de|sans (?:renvoyer|interdire|exiger))(?!\w)"
)


def sentence_of(mention: Mention, scene: Scene) -> str:
    """The sentence of a mention, folded."""
    return fold(scene.document.text[mention.sentence.start : mention.sentence.end]).text


def clause_of(mention: Mention, scene: Scene) -> str:
    """What stands of the sentence between the semicolons around a mention, folded."""
    text, span = scene.document.text, mention.sentence
    low = text.rfind(";", span.start, mention.start) + 1 or span.start
    high = text.find(";", mention.end, span.end)
    return fold(text[low : high if high >= 0 else span.end]).text


def is_unreal(sentence: str) -> bool:
    """True for "if they did, the embargo would return": what holds under a condition only is nothing to correct."""
    return _IF.search(sentence) is not None and _WOULD.search(sentence) is not None


def is_wished_wider(sentence: str) -> bool:
    """True for "wants the embargo extended to all of Sudan": who asks for a wider rule knows that it is not so."""
    return _WISHED.search(sentence) is not None


def says_it_is_over(sentence: str) -> bool:
    """True when the sentence itself tells of an end ("expired", "may again be sold"), and not of one that did not come."""
    if _AGAIN.search(sentence) is not None:
        return True
    return any(
        _NOT.search(sentence, max(0, hit.start() - 20), hit.start()) is None for hit in _OVER.finditer(sentence)
    )


def _told_of_today(sentence: str, scene: Scene) -> bool:
    once = _ONCE.get(scene.document.language)
    return once is None or once.search(sentence) is None


def vouches_for_force(mention: Mention, scene: Scene, period: Period, basis: str) -> bool:
    """True when the sentence says that the law binds over ``period``, which was found by ``basis`` (see ``Scene.period``).

    A breach, a present law word and a word such as "remains" say so. A past law word tells what once was, unless of
    conduct whose time the text gives; so do words without a law word.
    """
    sentence = sentence_of(mention, scene)
    described = mention.described
    if is_unreal(sentence) or says_it_is_over(sentence):
        return False
    if "breach" in described.verbs or (described.verb in _PRESENT and not described.past):
        return True
    if described.verb == "institutes" and _IMPOSES.search(sentence) is not None:
        return True
    if basis in ("claim", "stated"):
        return period.basis != "assumed"
    return _STANDS.search(sentence) is not None and _told_of_today(sentence, scene)


def vouches_for_regime(mention: Mention, scene: Scene) -> bool:
    """True when the sentence says of a whole regime that it stands, by no word of the past."""
    sentence = sentence_of(mention, scene)
    if is_unreal(sentence) or says_it_is_over(sentence):
        return False
    described = mention.described
    return bool({"breach", *_PRESENT} & set(described.verbs)) or _told_of_today(sentence, scene)


def puts_measures_on(mention: Mention, scene: Scene) -> bool:
    """True for "UN sanctions on X forbid ..." and "X is under a UN embargo", not for wishes, denials or breaches of them."""
    sentence = sentence_of(mention, scene)
    start, end = mention.start - mention.sentence.start, mention.end - mention.sentence.start
    if (
        is_unreal(sentence)
        or _WANTED.search(sentence, 0, max(0, start)) is not None
        or "breach" in mention.described.verbs
    ):
        return False
    if {"exempts", "over"} & set(mention.described.verbs):
        return False
    inside = _LAID_ON.search(sentence, start, end) is not None
    return (
        inside
        or _LAID_ON.match(sentence, end) is not None
        or _UNDER.search(sentence, max(0, start - 40), start) is not None
    )


def binds_everybody(sentence: str) -> bool:
    """True when the sentence (folded) speaks of a duty of all States, which only the Council can lay down."""
    return _EVERYBODY.search(sentence) is not None


def is_denied(sentence: str) -> bool:
    """True when the sentence says what a text does not do ("sends nobody home", "ne parle pas d'armes"): no rule is credited."""
    return _DENIED.search(sentence) is not None
