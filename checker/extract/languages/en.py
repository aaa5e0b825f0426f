"""English inflection: regular endings and a table of irregular verbs."""

from __future__ import annotations

import re

from checker.extract.languages.protocol import Inflected

_IRREGULAR = {
    "be": ("was", "been"),
    "bear": ("bore", "borne"),
    "become": ("became", "become"),
    "begin": ("began", "begun"),
    "break": ("broke", "broken"),
    "bring": ("brought", "brought"),
    "build": ("built", "built"),
    "buy": ("bought", "bought"),
    "catch": ("caught", "caught"),
    "come": ("came", "come"),
    "deal": ("dealt", "dealt"),
    "dig": ("dug", "dug"),
    "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"),
    "fall": ("fell", "fallen"),
    "feed": ("fed", "fed"),
    "fight": ("fought", "fought"),
    "find": ("found", "found"),
    "fly": ("flew", "flown"),
    "overfly": ("overflew", "overflown"),
    "underwrite": ("underwrote", "underwritten"),
    "unfreeze": ("unfroze", "unfrozen"),
    "forbid": ("forbade", "forbidden"),
    "get": ("got", "got"),
    "give": ("gave", "given"),
    "go": ("went", "gone"),
    "hand": ("handed", "handed"),
    "have": ("had", "had"),
    "hit": ("hit", "hit"),
    "strike": ("struck", "struck"),
    "bind": ("bound", "bound"),
    "wind": ("wound", "wound"),
    "do": ("did", "done"),
    "hold": ("held", "held"),
    "keep": ("kept", "kept"),
    "know": ("knew", "known"),
    "lay": ("laid", "laid"),
    "lead": ("led", "led"),
    "leave": ("left", "left"),
    "lend": ("lent", "lent"),
    "let": ("let", "let"),
    "lie": ("lay", "lain"),
    "lose": ("lost", "lost"),
    "make": ("made", "made"),
    "mean": ("meant", "meant"),
    "meet": ("met", "met"),
    "pay": ("paid", "paid"),
    "put": ("put", "put"),
    "quit": ("quit", "quit"),
    "read": ("read", "read"),
    "rise": ("rose", "risen"),
    "run": ("ran", "run"),
    "say": ("said", "said"),
    "see": ("saw", "seen"),
    "seek": ("sought", "sought"),
    "sell": ("sold", "sold"),
    "send": ("sent", "sent"),
    "set": ("set", "set"),
    "shoot": ("shot", "shot"),
    "show": ("showed", "shown"),
    "shut": ("shut", "shut"),
    "speak": ("spoke", "spoken"),
    "spend": ("spent", "spent"),
    "spin": ("spun", "spun"),
    "stand": ("stood", "stood"),
    "steal": ("stole", "stolen"),
    "swear": ("swore", "sworn"),
    "take": ("took", "taken"),
    "teach": ("taught", "taught"),
    "tell": ("told", "told"),
    "think": ("thought", "thought"),
    "throw": ("threw", "thrown"),
    "understand": ("understood", "understood"),
    "undertake": ("undertook", "undertaken"),
    "withdraw": ("withdrew", "withdrawn"),
    "write": ("wrote", "written"),
    "rebuild": ("rebuilt", "rebuilt"),
    "resell": ("resold", "resold"),
    "withhold": ("withheld", "withheld"),
    "flout": ("flouted", "flouted"),
    "outfit": ("outfitted", "outfitted"),
    "foresee": ("foresaw", "foreseen"),
    "cast": ("cast", "cast"),
    "ride": ("rode", "ridden"),
    "sublet": ("sublet", "sublet"),
    "sing": ("sang", "sung"),
    "sew": ("sewed", "sewn"),
    "sink": ("sank", "sunk"),
    "hide": ("hid", "hidden"),
    "wear": ("wore", "worn"),
    "weave": ("wove", "woven"),
    "forgo": ("forwent", "forgone"),
}
_DOUBLE = frozenset(
    [
        "ship",
        "transship",
        "tranship",
        "bar",
        "ban",
        "swap",
        "drop",
        "equip",
        "fit",
        "plan",
        "permit",
        "admit",
        "rebut",
        "stop",
        "transfer",
        "refer",
        "prefer",
        "commit",
        "submit",
        "cap",
        "tap",
        "strip",
        "skip",
        "step",
        "trap",
        "wrap",
        "shop",
        "snap",
        "prop",
        "kit",
        "slip",
        "lob",
        "rob",
        "man",
        "grab",
        "rig",
        "airdrop",
        "lug",
        "fob",
        "reflag",
        "refit",
        "retrofit",
    ]
)
_ADVERBS = frozenset(
    [
        "also",
        "still",
        "already",
        "even",
        "now",
        "then",
        "just",
        "once",
        "ever",
        "soon",
        "long",
        "again",
        "never",
        "not",
        "n't",
        "recently",
        "thus",
        "therefore",
        "only",
        "both",
        "since",
        "always",
        "often",
        "twice",
        "yet",
        "indeed",
        "so",
        "far",
        "first",
        "yesterday",
        "today",
        "quietly",
        "reportedly",
        "allegedly",
        "nevertheless",
        "nonetheless",
        "however",
        "later",
        "meanwhile",
        "too",
        "instead",
        "perhaps",
        "otherwise",
        "afterwards",
        "itself",
    ]
)
_FIN, _PAST, _PP, _GER, _INF = "fin", "past", "pp", "ger", "inf"


_VERBS_IN_LY = frozenset({"fly", "supply", "resupply", "apply", "rely", "reply", "comply", "imply", "multiply", "ally"})


class _English:
    code = "en"

    def inflect(self, lemma: str, part: str) -> tuple[Inflected, ...]:
        """Every English form of a verb or noun; a phrase inflects its first word (verbs) or last word (nouns)."""
        if part == "v":
            head, _, rest = lemma.partition(" ")
            if head.endswith("ly") and rest and head not in _VERBS_IN_LY:
                # "jointly produce": the adverb stays
                return tuple(Inflected(f"{head} {one.form}", one.features) for one in self.inflect(rest, part))
            tail = f" {rest}" if rest else ""
            return tuple(Inflected(form + tail, feats) for form, feats in _verb(head))
        if part == "n":
            front, _, head = lemma.rpartition(" ")
            lead = f"{front} " if front else ""
            return (Inflected(lemma, frozenset({"sg"})), Inflected(lead + plural(head), frozenset({"pl"})))
        return (Inflected(lemma, frozenset()),)

    def is_adverb(self, word: str) -> bool:
        """True for a word in ``-ly`` and for the short adverbs that split a verb group."""
        return word in _ADVERBS or (
            len(word) > 4 and word.endswith("ly") and word not in ("supply", "ally", "italy", "family", "resupply")
        )


def plural(noun: str) -> str:
    """The regular English plural of a noun."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def _verb(verb: str) -> list[tuple[str, frozenset[str]]]:
    past, participle = _IRREGULAR.get(verb, ("", ""))
    if not past:
        past = participle = _with_ed(verb)
    gerund = _with_ing(verb)
    forms: dict[str, set[str]] = {}
    for form, feats in (
        (verb, {_INF, _FIN}),
        (
            plural(verb)
            if verb not in ("have", "be", "go", "do")
            else {"have": "has", "be": "is", "go": "goes", "do": "does"}[verb],
            {_FIN},
        ),
        (past, {_FIN, _PAST}),
        (participle, {_PP}),
        (gerund, {_GER}),
        *_british(verb),
    ):
        forms.setdefault(form, set()).update(feats)
    return [(form, frozenset(feats)) for form, feats in forms.items()]


def _british(verb: str) -> tuple[tuple[str, set[str]], ...]:
    """*channelled, travelling*: the doubled l of British spelling, beside the single one."""
    if not re.search(r"(?:[^aeiou][aeo]|[^aeiou]ue)l$", verb):
        return ()
    return (verb + "led", {_FIN, _PAST, _PP}), (verb + "ling", {_GER})


def _with_ed(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + (verb[-1] if verb in _DOUBLE else "") + "ed"


def _with_ing(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    doubled = verb in _DOUBLE or verb in (
        "get",
        "put",
        "set",
        "run",
        "dig",
        "let",
        "cut",
        "shut",
        "quit",
        "spin",
        "begin",
        "forbid",
        "hit",
        "sublet",
        "outfit",
    )
    return verb + (verb[-1] if doubled else "") + "ing"


GRAMMAR = _English()
