"""Bodies that speak and do not act, by their names and by what a text calls them afterwards (typology 2.2)."""

from __future__ import annotations

import re
from functools import lru_cache

_UN = r"(?:UN|U\.N\.|United Nations|Security Council|ONU|Nations [uU]nies|Conseil de sécurité)"
_WATCHERS = (
    r"(?:panels?|experts?|monitors?|monitoring|investigators?|enquêteurs?|observateurs?|panel|"
    r"groupe d['’]experts|comité d['’]experts)"
)
_NAMES = (
    ("MSMT", re.compile(r"(?i:multilateral sanctions monitoring|équipe multilatérale de surveillance)|\bMSMT\b|\bEMSS\b")),
    (
        "UN_PANEL",
        re.compile(
            rf"\b{_UN}\b['’]?s?[^.;:!?]{{0,30}}?\b(?i:{_WATCHERS})\b|\b(?i:{_WATCHERS})\b[^.;:!?]{{0,24}}?\b{_UN}\b"
            r"|(?i:panel of experts|group of experts|expert panel|panel d['’]experts|groupe d['’]experts|comité d['’]experts)"
            r"|(?i:confidential|unpublished|leaked) (?:UN|U\.N\.|United Nations) report|(?i:rapport (?:confidentiel|inédit|interne) (?:de l['’]ONU|des Nations))"
            r"|\b[Mm]onitoring [Gg]roup\b|\b[Gg]roupe de contrôle\b|\bMonitoring Team\b|(?i:équipe d['’]appui analytique)"
        ),
    ),
    ("IAEA", re.compile(r"\bIAEA\b|\bAIEA\b|(?i:atomic energy agency|énergie atomique)")),
    ("NIS", re.compile(r"\bNIS\b|National Intelligence Service|[Ss]ervice national d[ue] renseignement")),
    ("FBI", re.compile(r"\bFBI\b")),
    ("UN_COMMITTEE", re.compile(r"(?i:sanctions committee|comité des sanctions)|[Cc]omité du Conseil|\b1\d{3} Committee")),
)  # fmt: skip

_SHORT = (
    (
        ("UN_PANEL", "MSMT"),
        r"experts?|investigators?|monitors?|panel|monitoring (?:group|team)|team|enquêteurs?|observateurs?|équipe|"
        r"authors?|auteurs?|rédacteurs?|coordinators?|coordon?nat(?:rice|eur)|coordinat(?:rice|eur)|onze|eleven|rapporteurs?",
    ),
    (("UN_PANEL",), r"group|groupe"),
    (("NIS", "IAEA", "FBI"), r"agency|service|agence|spies|inspectors?|inspecteurs?|watchdog"),
    (("UN_COMMITTEE",), r"committee|comité"),
)
"""What a text calls a body once it has named it."""
_POINTS = r"(?:the|these|those|its|their|same|le|la|les|l['’ ]+|ces?|cette|ses|leurs?|mêmes?|du|des|de l['’])"
_CALLED = tuple(
    (ids, re.compile(rf"(?:^|\b){_POINTS}[ -]?(?:\w+ ){{0,2}}?(?:{words})(?!\w)", re.IGNORECASE))
    for ids, words in _SHORT
)
_PAPERS = re.compile(
    rf"(?:^|\b){_POINTS} ?(?:[\w-]+ ){{0,4}}?(?:report|document|briefing|paper|text|findings|study|rapport|note|texte|étude)(?!\w)",
    re.IGNORECASE,
)
_COLLEAGUES = re.compile(r"(?:their|leurs) (?:colleagues|collègues)", re.IGNORECASE)


_NEEDED = (
    ("multilat", "msmt", "emss"),
    ("panel", "expert", "monitor", "investigat", "enquêteur", "observateur", "report", "rapport", "équipe d"),
    ("iaea", "aiea", "atomic energy", "énergie atom"),
    ("nis", "national intelligence", "service national"),
    ("fbi",),
    ("committee", "comité"),
)
"""For each pattern of ``_NAMES``, words of which every text that it fits holds one, folded as ``casefold`` folds."""


@lru_cache(maxsize=512)
def bodies_in(text: str) -> tuple[str, ...]:
    """The bodies that a text names in full, each once."""
    low = text.casefold().replace("\u0307", "")
    return tuple(
        name
        for (name, pattern), needed in zip(_NAMES, _NEEDED, strict=True)
        if any(word in low for word in needed) and pattern.search(text)
    )


def body_called(words: str, known: tuple[str, ...]) -> str:
    """The body that *the experts, the agency, l'équipe* mean among those ``known``, the last named first; else empty."""
    for ids, pattern in _CALLED:
        if pattern.search(words):
            found = next((one for one in known if one in ids), "")
            if found:
                return found
    if is_of_colleagues(words):
        return next((one for one in known if one in ("UN_PANEL", "MSMT")), "")
    return ""


def is_of_colleagues(words: str) -> bool:
    """True for *their colleagues*: others of the body named last."""
    return _COLLEAGUES.search(words) is not None


def is_paper(words: str) -> bool:
    """True for *the report, le document*: what the last speaker wrote."""
    return _PAPERS.search(words) is not None
