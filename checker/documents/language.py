"""Which language the prose of a page is in: by script, then by a vote of function words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from checker.model import Block, BlockKind

READ = ("en", "fr")
"""The languages whose words and grammar this version has."""

_LONGEST = 12_000  # code points that vote
_PIECES = 6  # a longer text votes in so many slices, so that neither its front nor its end decides alone
_PROSE = (BlockKind.BODY, BlockKind.QUOTE)
_TITLES = (BlockKind.HEADLINE,)

# A word counts for each language that has it; words of one language alone decide short lines.
_WORDS = {
    "en": """
        the of and to in is that for it was on with as are by at from this have had has be an or were which
        their they said says who will would been not but its after about more than over his her he she we you
        into against could there what when where while also no if out up told since during through under between
        monday tuesday wednesday thursday friday saturday sunday
    """,
    "fr": """
        le la les l' d' qu' n' s' j' c' m' un une des du de et en est que qui dans pour par sur au aux avec ce
        cette ces ont a à été être sont il elle ils elles ne pas plus selon mais ou où leur leurs ses son sa se
        nous vous on depuis après avant entre contre fait dont comme aussi était avait aurait serait lors sans
        sous lundi mardi mercredi jeudi vendredi samedi dimanche
    """,
    "es": """
        el la los las un una de del y en que es por para con al se su sus lo no más como pero fue ha han está
        son este esta entre según también sobre desde hasta ya o muy cuando sin contra tras
    """,
    "de": """
        der die das und in den von zu mit dem des ist im auf für nicht ein eine einer eines einem sich als auch
        es an werden aus er hat dass sie nach wird bei um am sind noch wie einem über so zum war haben nur oder
        aber vor zur bis mehr durch gegen
    """,
    "it": """
        il lo la i gli le un una di del della dei delle e in che è per con non si da al alla nel nella sono ha
        come più anche ma dal questo dalla su degli stato dopo contro secondo hanno essere
    """,
    "pt": """
        o a os as um uma de do da dos das e em que é por para com não se no na nos nas ao mais como mas foi pela
        pelo são seu sua também ou ser está entre segundo após contra até
    """,
    "nl": """
        de het een en van in is op te dat die voor met zijn niet aan er om ook als naar bij maar door over uit
        dan nog wordt heeft tegen hebben tot deze worden werd hij ze wel
    """,
    "ru": """
        и в во не на с что по из о как это за для к от его но он она они был была были также после при или до со
        их все об у же году который
    """,
    "uk": """
        і в у не на з що по із про як це за для до від його але він вона вони був була були також після при або
        та й їх все під щодо який та
    """,
}
_TABLE: dict[str, tuple[str, ...]] = {}
for _code, _words in _WORDS.items():
    for _word in dict.fromkeys(_words.split()):
        _TABLE[_word] = (*_TABLE.get(_word, ()), _code)

# Headlines may do without function words; these decide only where no function word does.
_TOPICS = {
    "en": """
        arms arming ships ship sends sent sells sold shells weapons weapon troops workers coal launches fires fired
        tests denies denied accuses accused korean north south russia russian iranian missiles drones smuggled seized
        delivers delivered trains trained hires hired buys bought imports exports vessel vessels tanker tankers
        keeps building built enrichment pays doctors say says fighters rebels guns rifles ammunition fuel oil border army
        soldiers nuclear reactor bank money gold ban trade gave given took taken hit struck helped still
        ended expired lifted imposed banned barred bars requires remains january february march april may june july august september
        october november december last year month week two three four five six seven eight nine ten twenty thirty forty fifty sixty hundred
        thousand received training trained officials officers recruits attended again never
    """,
    "fr": """
        armes arme livre livraison livraisons livré envoie envoyé vend vendu obus ouvriers charbon navire navires tire
        tirs essai nie dément démenti accuse accusé corée coréen coréens russie russe iranien achète acheté importe
        exporte pétrolier pétroliers forme recrute embauche saisis saisie
        construit enrichissement paie médecins dit combattants rebelles fusils carburant pétrole frontière armée soldats
        nucléaire réacteur banque embargos donné pris aidé toujours
        levé levée imposé interdit interdite oblige reste expiré janvier février mars avril mai juin juillet août septembre octobre
        novembre décembre dernier dernière an ans mois semaine deux trois quatre cinq sept huit neuf dix vingt trente quarante cinquante
        soixante cent mille reçu formation formés officiers recrues encore jamais
    """,
}
_TOPIC = {word: (code,) for code, words in _TOPICS.items() for word in words.split()}

_ABBREVIATION = re.compile(r"\b[A-Z]{2,4}\b")
_TOKEN = re.compile(r"\b(?:qu|[ldnsjcm])['’]|[^\W\d_]+")
# Script, first and last code point; letters only.
_SCRIPTS = (
    ("latin", 0x41, 0x5A), ("latin", 0x61, 0x7A), ("latin", 0xC0, 0x24F), ("latin", 0x1E00, 0x1EFF),
    ("el", 0x370, 0x3FF), ("cyrillic", 0x400, 0x52F), ("he", 0x590, 0x5FF), ("ar", 0x600, 0x6FF),
    ("ar", 0x750, 0x77F), ("hi", 0x900, 0x97F), ("th", 0xE00, 0xE7F), ("ko", 0x1100, 0x11FF), ("ja", 0x3041, 0x30FF),
    ("han", 0x3400, 0x4DBF), ("han", 0x4E00, 0x9FFF), ("ko", 0xAC00, 0xD7A3), ("ar", 0xFB50, 0xFDFF),
    ("ar", 0xFE70, 0xFEFC),
)  # fmt: skip
_LATIN_LETTER, _OTHER_LETTER = (
    re.compile(f"[{''.join(f'{chr(a)}-{chr(b)}' for name, a, b in _SCRIPTS if (name == 'latin') is latin)}]")
    for latin in (True, False)
)
_PERSIAN = "پچژگی"
_UKRAINIAN = re.compile(r"[іїєґ]")
_RUSSIAN = re.compile(r"[ыэёъ]")
_MIXED_SHARE = 0.3
_VOTERS = 12  # paragraphs asked for their own language
_VOTER = 80
_ENOUGH_WORDS = 40
_HEADLINE_WORDS = 30  # different ones
_DENSITY = 0.14  # of running words; languages outside the table reach less with the words they share


def detect_language(text: str, blocks: Sequence[Block] = ()) -> str:
    """The language of most of the prose in ``text``: ``en``, ``fr``, another code, or ``und``.

    Of ``blocks`` body and quotations vote, headlines too while there is little else; at most 12,000
    code points do. Without blocks the whole text votes. ``und`` when too few words are known.
    """
    return _decide(_sample(text, blocks))


def second_language(text: str, blocks: Sequence[Block], first: str) -> str:
    """The language, among those read, of a good part of the prose beside ``first``, or empty."""
    other = "fr" if first == "en" else "en"
    if first not in READ:
        return ""
    prose = [block for block in blocks if block.kind in _PROSE and block.end - block.start >= _VOTER]
    voters = prose[:: max(1, len(prose) // _VOTERS)]
    wanted, left = max(2, _MIXED_SHARE * len(voters)), len(voters)
    for block in voters:
        if wanted <= 0 or left < wanted:  # decided, whatever the others say
            break
        wanted -= _decide(text[block.start : block.start + 2 * _VOTER]) == other
        left -= 1
    return other if wanted <= 0 else ""


def is_read(language: str) -> bool:
    """True for a language whose claims this version reads."""
    return language in READ


def _sample(text: str, blocks: Sequence[Block]) -> str:
    def of_kinds(kinds: Sequence[BlockKind]) -> str:
        return "\n".join(text[block.start : block.end] for block in blocks if block.kind in kinds and block.weight)

    prose = (of_kinds(_PROSE) if blocks else text) or ""
    if len(prose) < 300:
        prose = "\n".join((of_kinds(_TITLES), prose)).strip() or text
    if len(prose) <= _LONGEST:
        return prose
    size, step = _LONGEST // _PIECES, len(prose) // _PIECES
    return "\n".join(prose[at * step : at * step + size] for at in range(_PIECES))


def _decide(sample: str) -> str:
    if _OTHER_LETTER.search(sample) is None:
        return _vote(_spoken(sample), "latin") if _LATIN_LETTER.search(sample) is not None else "und"
    chars = Counter(sample)
    letters: Counter[str] = Counter()
    for char, times in chars.items():
        code = ord(char)
        script = next((name for name, first, last in _SCRIPTS if first <= code <= last), "")
        if script:
            letters[script] += times
    total = letters.total()
    if not total:
        return "und"
    east = letters["han"] + letters["ja"]
    if east * 2 > total:
        return "ja" if letters["ja"] * 20 > east else "zh"
    if (letters["ko"] + letters["han"]) * 2 > total:
        return "ko"
    script = max(letters, key=lambda name: letters[name])
    if script == "ar":
        return "fa" if sum(chars[letter] for letter in _PERSIAN) * 50 > letters["ar"] else "ar"
    if script not in ("latin", "cyrillic", "han"):
        return script
    return _vote(_spoken(sample), script)


def _spoken(sample: str) -> str:
    """The sample in small letters, without the abbreviations of a text that is not all in capitals: *UN* is no *un*."""
    return (sample if sample.isupper() else _ABBREVIATION.sub(" ", sample)).lower()


def _vote(sample: str, script: str) -> str:
    words = [word.replace("’", "'") for word in _TOKEN.findall(sample)]
    votes, known = _count(words, _TABLE, script)
    if script == "cyrillic":
        votes["uk"] = votes.get("uk", 0.0) + len(_UKRAINIAN.findall(sample))
        votes["ru"] = votes.get("ru", 0.0) + len(_RUSSIAN.findall(sample))
    best = _winner(votes)
    if script == "latin" and len(words) >= _ENOUGH_WORDS and known[best] < _DENSITY * len(words):
        return "und"
    if best not in READ and script == "latin" and len(set(words)) <= _HEADLINE_WORDS:
        topical, _ = _count(words, _TOPIC, script)
        told = _winner({**votes, **{code: score + votes.get(code, 0.0) for code, score in topical.items()}})
        # two or three function words of another language (*Dar es Salaam*) do not outweigh what a line is about
        return told if told in READ or best == "und" else best
    return best


def _count(
    words: Sequence[str], table: Mapping[str, tuple[str, ...]], script: str
) -> tuple[dict[str, float], Counter[str]]:
    votes: dict[str, float] = {}
    known: Counter[str] = Counter()
    for word, times in Counter(words).items():
        languages = table.get(word, ())
        for language in languages:
            if (language in ("ru", "uk")) == (script == "cyrillic"):
                # A word that languages share says little; the total decides between neighbours.
                votes[language] = votes.get(language, 0.0) + times / len(languages)
                known[language] += times
    return votes, known


def _winner(votes: Mapping[str, float]) -> str:
    ranked = sorted(votes.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or ranked[0][1] < 1.0:
        return "und"
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= ranked[1][1] * 1.2 else "und"
