"""French inflection: the three regular groups and the models of the irregular verbs, accents kept."""

from __future__ import annotations

from checker.extract.languages.protocol import Inflected

# ending of the infinitive -> (1-2 sg, 3 sg, 3 pl, past participle, future stem, imperfect stem, simple past 3 sg)
# replacing that ending; the longest ending wins.
_MODELS: dict[str, tuple[str, str, str, str, str, str, str]] = {
    "cevoir": ("çois", "çoit", "çoivent", "çu", "cevr", "cev", "çut"),
    "enir": ("iens", "ient", "iennent", "enu", "iendr", "en", "int"),
    "quérir": ("quiers", "quiert", "quièrent", "quis", "querr", "quér", "quit"),
    "mettre": ("mets", "met", "mettent", "mis", "mettr", "mett", "mit"),
    "faire": ("fais", "fait", "font", "fait", "fer", "fais", "fit"),
    "uire": ("uis", "uit", "uisent", "uit", "uir", "uis", "uisit"),
    "dire": ("dis", "dit", "disent", "dit", "dir", "dis", "dit"),
    "prendre": ("prends", "prend", "prennent", "pris", "prendr", "pren", "prit"),
    "ffrir": ("ffre", "ffre", "ffrent", "ffert", "ffrir", "ffr", "ffrit"),
    "ouvrir": ("ouvre", "ouvre", "ouvrent", "ouvert", "ouvrir", "ouvr", "ouvrit"),
    "suivre": ("suis", "suit", "suivent", "suivi", "suivr", "suiv", "suivit"),
    "voir": ("vois", "voit", "voient", "vu", "verr", "voy", "vit"),
    "mourir": ("meurs", "meurt", "meurent", "mort", "mourr", "mour", "mourut"),
    "falloir": ("faut", "faut", "faut", "fallu", "faudr", "fall", "fallut"),
    "pouvoir": ("peux", "peut", "peuvent", "pu", "pourr", "pouv", "put"),
    "vouloir": ("veux", "veut", "veulent", "voulu", "voudr", "voul", "voulut"),
    "devoir": ("dois", "doit", "doivent", "dû", "devr", "dev", "dut"),
    "savoir": ("sais", "sait", "savent", "su", "saur", "sav", "sut"),
    "aindre": ("ains", "aint", "aignent", "aint", "aindr", "aign", "aignit"),
    "eindre": ("eins", "eint", "eignent", "eint", "eindr", "eign", "eignit"),
    "oindre": ("oins", "oint", "oignent", "oint", "oindr", "oign", "oignit"),
    "crire": ("cris", "crit", "crivent", "crit", "crir", "criv", "crivit"),
    "naître": ("nais", "naît", "naissent", "nu", "naîtr", "naiss", "nut"),
    "paraître": ("parais", "paraît", "paraissent", "paru", "paraîtr", "paraiss", "parut"),
    "entir": ("ens", "ent", "entent", "enti", "entir", "ent", "entit"),
    "partir": ("pars", "part", "partent", "parti", "partir", "part", "partit"),
    "sortir": ("sors", "sort", "sortent", "sorti", "sortir", "sort", "sortit"),
    "servir": ("sers", "sert", "servent", "servi", "servir", "serv", "servit"),
    "clure": ("clus", "clut", "cluent", "clu", "clur", "clu", "clut"),
    "courir": ("cours", "court", "courent", "couru", "courr", "cour", "courut"),
    "cueillir": ("cueille", "cueille", "cueillent", "cueilli", "cueiller", "cueill", "cueillit"),
    "coudre": ("couds", "coud", "cousent", "cousu", "coudr", "cous", "cousit"),
    "battre": ("bats", "bat", "battent", "battu", "battr", "batt", "battit"),
    "croire": ("crois", "croit", "croient", "cru", "croir", "croy", "crut"),
    "envoyer": ("envoie", "envoie", "envoient", "envoyé", "enverr", "envoy", "envoya"),
    "aller": ("vais", "va", "vont", "allé", "ir", "all", "alla"),
    "avoir": ("ai", "a", "ont", "eu", "aur", "av", "eut"),
    "être": ("es", "est", "sont", "été", "ser", "ét", "fut"),
    "soir": ("sieds", "sied", "sient", "sis", "siér", "sey", "sit"),
    "rompre": ("romps", "rompt", "rompent", "rompu", "rompr", "romp", "rompit"),
    "vivre": ("vis", "vit", "vivent", "vécu", "vivr", "viv", "vécut"),
    "vaincre": ("vaincs", "vainc", "vainquent", "vaincu", "vaincr", "vainqu", "vainquit"),
    "fuir": ("fuis", "fuit", "fuient", "fui", "fuir", "fuy", "fuit"),
}
_FUTURE = ("ai", "as", "a", "ons", "ez", "ont")
_IMPERFECT = ("ais", "ait", "ions", "iez", "aient")
_SHORT_ADVERBS = frozenset(
    [
        "aussi",
        "encore",
        "toujours",
        "deja",
        "bien",
        "plus",
        "pas",
        "jamais",
        "guere",
        "point",
        "tout",
        "ainsi",
        "donc",
        "meme",
        "trop",
        "souvent",
        "hier",
        "ensuite",
        "enfin",
        "depuis",
        "alors",
        "non",
        "seulement",
        "recemment",
        "bientot",
        "aujourd'hui",
        "d'ailleurs",
        "en",
        "outre",
        "de",
        "nouveau",
        "par",
        "ailleurs",
        "egalement",
        "notamment",
        "pourtant",
        "neanmoins",
        "toutefois",
        "cependant",
        "puis",
        "parfois",
        "desormais",
        "aussitot",
        "certes",
        "peut-etre",
        "lui-meme",
        "elle-meme",
    ]
)


class _French:
    code = "fr"

    def inflect(self, lemma: str, part: str) -> tuple[Inflected, ...]:
        """Every French form of a verb or noun; a phrase inflects its first word."""
        head, _, rest = lemma.partition(" ")
        tail = f" {rest}" if rest else ""
        if part == "v":
            return tuple(Inflected(form + tail, feats) for form, feats in _verb(head))
        if part == "n":
            return (Inflected(lemma, frozenset({"sg"})), Inflected(plural(head) + tail, frozenset({"pl"})))
        return (Inflected(lemma, frozenset()),)

    def is_adverb(self, word: str) -> bool:
        """True for a word in ``-ment`` and for the short adverbs that split a verb group."""
        return word in _SHORT_ADVERBS or (len(word) > 6 and word.endswith("ment") and word not in _NOUNS_IN_MENT)


_NOUNS_IN_MENT = frozenset(
    [
        "armement",
        "entrainement",
        "gouvernement",
        "equipement",
        "ravitaillement",
        "approvisionnement",
        "chargement",
        "acheminement",
        "mouvement",
        "rapatriement",
        "lancement",
        "financement",
        "document",
        "element",
        "transbordement",
        "transvasement",
        "detournement",
        "affretement",
        "avitaillement",
        "recrutement",
        "deploiement",
        "enrichissement",
        "retraitement",
        "renseignement",
        "departement",
        "parlement",
        "reglement",
        "manquement",
        "developpement",
        "paiement",
        "batiment",
        "vetement",
        "traitement",
        "moment",
        "fragment",
        "segment",
        "argument",
        "regiment",
        "appartement",
        "logement",
        "enlevement",
        "bombardement",
    ]
)


def plural(noun: str) -> str:
    """The regular French plural of a noun."""
    if noun.endswith(("s", "x", "z")):
        return noun
    if noun.endswith("al"):
        return noun[:-2] + "aux"
    if noun.endswith(("eau", "eu")):
        return noun + "x"
    return noun + "s"


_ALONE = frozenset({"aller", "avoir", "être"})
"""Models that only themselves follow: *installer* is no *aller*."""
_REGULAR = frozenset({"répartir", "impartir", "ralentir", "retentir", "asservir", "assortir"})
"""Verbs that end like a model and are regular."""


def _follows(verb: str, model: str) -> bool:
    return verb == model if model in _ALONE else verb.endswith(model)


def _verb(verb: str) -> list[tuple[str, frozenset[str]]]:
    forms: dict[str, set[str]] = {}

    def add(form: str, *features: str) -> None:
        forms.setdefault(form, set()).update(features)

    add(verb, "inf")
    ending = "" if verb in _REGULAR else max((e for e in _MODELS if _follows(verb, e)), key=len, default="")
    if ending:
        stem = verb[: -len(ending)]
        s1, s3, p3, pp, future, imperfect, past = (stem + part for part in _MODELS[ending])
    elif verb.endswith("er"):
        stem = verb[:-2]
        imperfect = stem + "e" if stem.endswith("g") else stem
        imperfect = imperfect[:-1] + "ç" if imperfect.endswith("c") else imperfect
        muted = _muted(stem)
        s1, s3, p3 = muted + "e", muted + "e", muted + "ent"
        if verb.endswith(("eter", "eler")):
            # jeter, appeler: the consonant doubles where acheter, geler take the grave accent
            doubled = stem + stem[-1]
            for form, mark in (
                (doubled + "e", ""),
                (doubled + "ent", ""),
                *((doubled + "er" + end, "fut") for end in _FUTURE),
            ):
                add(form, "fin", *((mark,) if mark else ()))
            for end in _IMPERFECT:
                add(doubled + "er" + end, "fin", "cond")
        pp, future, past = stem + "é", (muted if muted != stem else stem) + "er", imperfect + "a"
        for plural_past in (stem + "èrent",):
            add(plural_past, "fin", "past")
    elif verb.endswith("ir"):
        stem = verb[:-2]
        s1, s3, p3, pp = stem + "is", stem + "it", stem + "issent", stem + "i"
        future, imperfect, past = verb, stem + "iss", stem + "it"
        add(stem + "irent", "fin", "past")
    else:
        stem = verb[:-2] if verb.endswith("re") else verb
        s1, s3, p3, pp = stem + "s", stem, stem + "ent", stem + "u"
        future, imperfect, past = stem + "r", stem, stem + "it"
        add(stem + "irent", "fin", "past")
    add(s1, "fin")
    add(s3, "fin")
    add(p3, "fin")
    add(past, "fin", "past")
    base = verb[:-2] if verb.endswith("er") and not ending else imperfect
    for end in ("ons", "ez"):
        add(base + ("e" if base.endswith("g") and end == "ons" else "") + end, "fin")
    for end in _IMPERFECT:
        add((base if end in ("ions", "iez") else imperfect) + end, "fin", "imp")
    for end in _FUTURE:
        add(future + end, "fin", "fut")
    for end in _IMPERFECT:
        add(future + end, "fin", "cond")
    gerund = imperfect + "ant"
    add(f"en {gerund}" if gerund in _ADJECTIVES else gerund, "ger")
    for end in ("", "e", "s", "es"):
        add(pp if pp.endswith("s") and end == "s" else pp + end, "pp")
    return [(form, frozenset(features)) for form, features in forms.items()]


_ADJECTIVES = frozenset({"important"})
"""Participles that are read as adjectives: *un nombre important d'obus* imports nothing, *en important des obus* does."""


def _muted(stem: str) -> str:
    """The stem before a silent ending: é or e of the last syllable becomes è, y becomes i."""
    if stem.endswith(("oy", "uy")):
        return stem[:-1] + "i"
    head, last = stem[:-2], stem[-2:]
    if len(last) == 2 and last[0] in "ée" and last[1] in "cdgjlmnprstv":
        return head + "è" + last[1]
    return stem


GRAMMAR = _French()
