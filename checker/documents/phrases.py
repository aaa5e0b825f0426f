"""The words by which a page shows what is no part of its article; folded, in English and French."""

from __future__ import annotations

from collections.abc import Iterable


def _list(words: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in words.replace("\n", " ").split(";") if phrase.strip())


# In front of links to other articles, alone on a line or before a title.
TEASERS = _list("""
    also read; read also; read more; read next; see also; more on; more from; more about; more stories;
    further reading; don't miss; do not miss; keep reading; up next; what to read next; next article;
    previous article; in other news; you may like; you may also like; you might like; you might also like;
    you may also enjoy; recommended; recommended for you; recommended reading; recommended stories;
    recommended articles; related; related article; related articles; related story; related stories;
    related news; related topics; related content; related posts; related coverage; related links;
    related reading; most read; most popular; most viewed; most shared; trending; trending now; latest news;
    latest stories; latest headlines; top stories; top news; popular now; popular articles; popular posts;
    popular stories; editor's picks; editors' picks; editor's pick; editor's choice; must read; must-read;
    must reads; must-reads; popular; watch; watch also; watch more; watch now; listen; listen to; explore more;
    on the same topic; on the same subject; more on this story; more on this topic; elsewhere on the web;
    a lire; a lire aussi; a lire egalement; a lire ensuite; a lire sur le sujet; lire aussi; lire egalement;
    lire plus; lire; lisez aussi; a voir; a voir aussi; a voir egalement; voir aussi; voir egalement;
    a ne pas manquer; a ne pas rater; ne manquez pas; ne ratez pas; a decouvrir; a decouvrir aussi; a ecouter;
    a ecouter aussi; a regarder; sur le meme sujet; sur le meme theme; dans la meme rubrique;
    dans la meme categorie; nos autres articles; autres articles; article lie; articles lies; articles connexes;
    articles similaires; articles associes; articles recommandes; article precedent; article suivant;
    en relation; plus lus; les plus lus; les plus lues; les plus vus; les plus commentes; les plus partages;
    les plus populaires; les articles les plus lus; recommande; recommandes; recommande pour vous;
    recommandes pour vous; recommandations; nos recommandations; vous aimerez aussi; vous aimerez peut-etre;
    vous pourriez aimer; vous pourriez aussi aimer; vous pourriez egalement aimer; ailleurs sur le web;
    contenus sponsorises; contenus recommandes; pour aller plus loin; notre selection; a la une;
    dernieres actualites; dernieres nouvelles; dernieres infos; tendances; en savoir plus;
    nos lecteurs ont aussi lu
""")

# No article uses these of its own matter; wherever one stands, the site is speaking.
SITE_ANYWHERE = _list("""
    this website uses cookies; this site uses cookies; our website uses cookies; our site uses cookies;
    we use cookies; we store cookies; our partners store cookies; our partners use cookies; accept cookies;
    accept all cookies; reject all cookies; manage cookies; cookie policy; cookie settings; cookie preferences;
    ce site utilise des cookies; ce site web utilise des cookies; ce site emploie des cookies;
    notre site utilise des cookies; nous utilisons des cookies; nous deposons des cookies; accepter les cookies;
    accepter tous les cookies; refuser les cookies; gestion des cookies; nous utilisons des traceurs;
    l'utilisation de cookies; l'utilisation des cookies; en poursuivant votre navigation; our newsletter;
    our free newsletter; our daily newsletter; our weekly newsletter; our newsletters; notre newsletter;
    nos newsletters; notre infolettre; inscrivez-vous; abonnez-vous; already a subscriber; to continue reading;
    to keep reading; to read the full story; is for subscribers only; reserved for subscribers; subscribe now;
    subscribe today; subscribe to read; subscribe to continue; subscribe to our; reserve a nos abonnes;
    reserve aux abonnes; pour lire la suite; la suite est reservee; deja abonne; share this article;
    share this story; share this page; share this post; email this article; print this article;
    partagez cet article; partager cet article; follow us on; suivez-nous; all rights reserved;
    tous droits reserves; reproduction interdite; story continues below; article continues below;
    article continues after; continue reading below; la suite apres cette publicite; la suite apres la publicite;
    enable javascript; activer javascript; download our app; download the app; telechargez notre application;
    telechargez l'application; support our journalism; soutenez notre journal; soutenez notre redaction;
    merci de nous avoir suivis
""")

# Weaker: believed at the front of a short unit only.
SITE_IN_FRONT = _list("""
    advertisement; share on; share via; share:; share this; partager sur; partager via; partager:; partager :;
    s'abonner; s'inscrire; subscribe to; subscribe for; sign up for; sign up to; sign in; log in; login;
    se connecter; create an account; create a free account; create your account; creer un compte; newsletter;
    newsletters; infolettre; click here; cliquez ici; copy link; copier le lien; skip to content; skip to main;
    aller au contenu; loading...; chargement...; copyright; (c); ©; ©; this page updates automatically;
    reading time; temps de lecture; lecture :; tags; tags:; mots-cles; mots cles; topics:; report an error;
    report a mistake; signaler une erreur; toggle navigation; accept read more; il vous reste; recevez nos;
    recevez notre; get our; get the latest; sponsored by our; en continuant; make a donation; faire un don;
    back to top; retour en haut; haut de page; view all; voir tout; terms of use; terms of service;
    terms and conditions; privacy policy; mentions legales; politique de confidentialite; conditions generales;
    show more; afficher plus; load more; charger plus; public domain
""")

# Rows of nothing but these are menus and buttons.
SITE_WORDS = frozenset(
    _list("""
    facebook; twitter; x; whatsapp; email; e-mail; mail; linkedin; telegram; reddit; pinterest; instagram;
    youtube; messenger; bluesky; mastodon; print; imprimer; share; partager; partagez; tweet; tweeter; envoyer;
    send; copy; link; copier; le; lien; menu; search; rechercher; recherche; login; log; in; subscribe;
    abonnement; accept; accepter; reject; refuser; close; fermer; home; accueil; news; world; monde; politics;
    politique; sport; sports; business; economie; culture; opinion; opinions; video; videos; photo; photos;
    live; direct; more; plus; comments; comment; commentaires; commentaire; reply; repondre; next; previous;
    suivant; precedent; advertisement; advertising; publicite; ad; sponsored; sponsorise; skip; to; content;
    main; navigation; top; francais; english; loading; chargement; ok; read; lire; la; suite; save; enregistrer;
    follow; suivre; listen; ecouter; min; minutes; settings; parametrer; parametres; options; manage; all; tout;
    international; europe; asia; asie; africa; afrique; une; actualites; actualite; rss; contact; about;
    weather; meteo; sur; on; via; and; et; de; ou; or; jobs; emploi; archives; shop; boutique; magazine; sante;
    health; science; tech; technology; cookies; newsletter
    """)
)

COMMENTS = _list("""
    comment; comments; commentaire; commentaires; leave a comment; leave a reply; laisser un commentaire;
    laissez un commentaire; post a comment; add a comment; ajouter un commentaire; view comments;
    view all comments; voir les commentaires; reader comments; join the conversation; vos reactions
""")

CAPTIONS = _list("""
    photo; photos; image; images; picture; caption; legende; illustration; credit; credits; credit photo;
    photo credit; file photo; photo d'archives; photo d'archive; photographie; infographie; infographic;
    graphic; image credit; satellite image credit; photograph; en images; in pictures; pictured
""")
# At the end of a unit: picture houses, and words that count only in brackets or after a bar.
PICTURE_HOUSES = _list("""
    getty; getty images; epa; epa-efe; sipa; maxppp; shutterstock; alamy; ap photo; afp photo; file photo;
    photo d'archives; photo d'archive; handout photo; handout
""")
CREDITS = _list("file; archives; archive; illustration; image; photo; images; photos; credit")

AGENCIES = _list("""
    afp; reuters; ap; upi; efe; dpa; ansa; tass; xinhua; kcna; yonhap; associated press; agence france-presse;
    agencies; agences; agence; agency; news agencies; wire services; staff; bloomberg
""")
BYLINES = _list("""
    by; par; written by; ecrit par; posted by; text by; texte de; texte; compiled by; author; auteur; story by;
    published by; de notre correspondant; de notre correspondante; de notre envoye special; from our correspondent
""")
# These sign a report whatever follows.
SIGN_OFFS = _list("""
    reporting by; reported by; writing by; editing by; edited by; additional reporting; propos recueillis par;
    recueilli par; suivi par; traduit par; translated by; redaction :; bureau de; bureaux de
""")

ROOTS = frozenset(
    _list("home; accueil; une; a la une; news; actualites; actualite; front page; world; monde; index; start")
)

NOTES = _list("""
    correction; corrections; clarification; rectificatif; rectificatifs; erratum; precision; mise au point;
    editor's note; editors' note; note de la redaction; note de l'editeur
""")


class Beginnings:
    """Phrases found by the first word of a text, so that a look-up costs the same however many there are."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_word: dict[str, list[str]] = {}
        for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
            self._by_word.setdefault(_first_word(phrase), []).append(phrase)

    def at(self, folded: str) -> str:
        """The longest phrase that ``folded`` begins with and that ends at a word's end there, or empty."""
        for phrase in self._by_word.get(_first_word(folded[:40]), ()):
            if folded.startswith(phrase):
                following = folded[len(phrase) : len(phrase) + 1]
                if not (following.isalnum() and phrase[-1].isalnum()):
                    return phrase
        return ""


def _first_word(text: str) -> str:
    size = 0
    while size < len(text) and (text[size].isalnum() or (size == 0 and not text[size].isspace())):
        size += 1
    return text[:size]
