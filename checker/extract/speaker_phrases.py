"""The words that name a speaker: where the phrase before or after a reporting verb ends, and whom it names."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.private_sources import is_private
from checker.extract.slots import Slot
from checker.extract.units import Unit
from checker.extract.verbs import article_before, verb_features

_LONGEST = 14
_RELATIVES = frozenset(["who", "which", "whose", "where", "qui", "dont", "lequel", "laquelle"])
_OF_OBJECTS = frozenset(["que", "qu'", "whom"])
"""*Le document, que Moscou moque, accuse*: a relative clause with a subject of its own."""
_MARKS = frozenset([",", '"', ":", ";", "-", "(", ")"])
_TITLES = frozenset(["m", "mm", "mr", "mrs", "ms", "dr", "gen", "col", "lt", "sen"])
_SPEAKING_ROLES = ("party", "linked", "origin", "agent")
_OWN_CASES = ("", "by", "src", "of", "for", "a")

_SOURCE_WORDS = frozenset([
    "imagery", "images", "photographs", "photos", "footage", "pictures", "records", "documents", "invoices", "manifests", "data", "indictment",
    "filing", "affidavit", "communique", "statement", "letter", "lettre", "cliches", "releves", "donnees", "images", "archives", "factures",
    "acte", "plainte", "temoignages", "testimony", "testimonies", "letters", "cables", "emails", "courriels", "manifestes", "waybills",
    "director", "directeur", "directrice", "chief", "chef", "head", "boss", "patron", "envoy", "emissaire", "adviser", "conseiller", "conseillere",
    "attache", "delegate", "delegue", "deleguee", "deputy", "commander", "commandant", "consul", "authors", "author", "auteurs", "auteur", "redacteurs", "drafters", "counsellor", "telegramme", "officier", "officer", "parquet", "procureur", "prosecutor", "tribunal", "court", "judge", "juge", "commission", "committee",
    "comite", "magistrats", "bourgmestre", "elu", "deputee", "deputes", "depute", "mp", "senator", "senateur", "witness", "temoin", "whistleblowers",
    "agence", "agency", "agents", "analystes", "analysts", "association", "briefing", "chercheurs", "collegues",
    "coordinator", "coordonnateur", "coordonnatrice", "customs", "daily", "defector", "diplomates", "diplomats",
    "document", "employes", "enqueteurs", "equipe", "experts", "habitants", "hebdomadaire", "institut", "institute",
    "investigators", "journal", "ministere", "ministry", "mission", "monitors", "negociants", "newspaper", "note",
    "observateurs", "officers", "officials", "officiers", "panel", "paper", "porte-parole", "prosecutors",
    "quotidien", "rapport", "report", "researchers", "residents", "responsables", "services", "site", "source",
    "people", "person", "insiders", "lawmakers", "personnes", "personne", "interlocuteurs", "elus", "militaires", "cadres",
    "analystes", "proches", "survivors", "survivants", "defectors", "transfuges", "refugees", "lawyers", "avocats", "ngo", "ong",
    "sources", "spokesman", "spokeswoman", "team", "temoins", "traders", "transfuge", "weekly", "witnesses",
])  # fmt: skip


def words_of(units: Sequence[Unit], first: int, last: int) -> str:
    """The words of the units ``first`` to before ``last`` as the source spaces them, without commas and quotation marks."""
    out: list[str] = []
    end = -1
    for unit in units[first:last]:
        if unit.text not in (",", '"'):
            out.append(unit.written if unit.start == end or not out else f" {unit.written}")
            end = unit.end
    return "".join(out).strip()


def phrase_before(units: Sequence[Unit], start: int) -> tuple[int, int, int] | None:
    """First and last unit of the noun phrase that closes a comma's or quotation's aside before ``start``, and of its apposition.

    *..., the experts say*; *Colonel X, spokesman of the army, said that*; *an official, who would give no name, said*.
    None where the phrase does not stand behind a mark or at the head of its sentence.
    """
    last = start - 1
    if last < 0:
        return None
    reach = last
    related = units[last].text in _RELATIVES and last >= 2
    if related:
        last -= 2 if units[last - 1].text == "," else 1
        reach = last
    elif units[last].text == ")":
        opened = next((at for at in range(last - 1, max(last - 6, 0), -1) if units[at].text == "("), 0)
        reach, last = last - 1, opened - 1
    elif units[last].text == ",":
        opened = next((at for at in range(last - 1, max(last - 18, 0), -1) if units[at].text == ","), -1)
        aside = units[opened + 1 : last]
        if opened < 1 or not aside or not _is_aside(units, opened + 1, last):
            return None
        reach, last = last - 1, opened - 1
        if units[opened + 1].text in _RELATIVES or units[opened + 1].text in _OF_OBJECTS:
            # what a relative clause names is not who speaks
            reach = last
    first = last
    while first > 0 and last - first < _LONGEST:
        before = units[first - 1]
        if (
            (before.text in _MARKS and not _joins_a_name(units, first - 1))
            or before.is_stop
            or before.text in _RELATIVES
        ):
            break
        if before.is_function("sub", "subif") and not (first > 1 and units[first - 2].is_function("prep")):
            break
        if (before.is_function("aux", "modal") and before.text != "'s") or _is_finite(units, first - 1):
            if related:
                break
            return None
        first -= 1
    first = _list_start(units, first, last)
    if last - first >= _LONGEST or units[first].is_function("coord", "sub", "subif"):
        return None
    return first, last, reach


def _joins_a_name(units: Sequence[Unit], at: int) -> bool:
    """True for the hyphen of *Sang-bum, Pierre-Yves*, which no blank parts from its neighbours."""
    if units[at].text != "-" or not 0 < at < len(units) - 1:
        return False
    return units[at - 1].end == units[at].start and units[at].end == units[at + 1].start


def _list_start(units: Sequence[Unit], first: int, last: int) -> int:
    """Where a list of names begins whose last two stand between ``first`` and ``last``: *Washington, London and Berlin*."""
    if not any(unit.is_function("coord") for unit in units[first : last + 1]):
        return first
    while first > 1 and units[first - 1].text == "," and units[first - 2].actor is not None:
        first -= 2
        while first > 0 and units[first - 1].is_function("det"):
            first -= 1
    return first


def _is_aside(units: Sequence[Unit], first: int, last: int) -> bool:
    """True for a relative clause or an apposition, not for a clause of its own."""
    if units[first].text in _RELATIVES or units[first].text in _OF_OBJECTS:
        return True
    return not any(units[at].is_function("aux", "modal", "sub") or _is_finite(units, at) for at in range(first, last))


def _is_finite(units: Sequence[Unit], at: int) -> bool:
    unit = units[at]
    if not unit.is_verb or unit.one("head") or unit.one("item") or unit.actor:
        return False
    if any("n" in one.features for one in unit.senses) or article_before(units, at):
        return False
    return "fin" in verb_features(unit) or "past" in verb_features(unit)


def phrase_after(units: Sequence[Unit], after: int) -> tuple[int, int, int] | None:
    """First and last unit of the phrase behind an inverted verb, and of its apposition; None when it is a clause."""
    last = after
    while last < len(units) and (
        (units[last].text not in (",", ".", '"') and not units[last].is_stop)
        or (units[last].text == "." and units[last - 1].text in _TITLES)
    ):
        if units[last].is_function("sub", "subif") and last <= after + 2:
            return None
        last += 1
    inside = range(after, last)
    end = next(
        (at for at in inside if units[at].text in _RELATIVES or units[at].is_function("sub") or _tells_where(units, at, after)),
        last,
    )
    if end < last and _tells_where(units, end, after):
        last = end
    named = units[after:end]
    if not named or any(units[at].is_function("aux", "modal") or _is_finite(units, at) for at in range(after, end)):
        return None
    reach = last
    if last + 1 < len(units) and units[last].text == "," and not any(unit.actor for unit in named):
        reach = next(
            (at for at in range(last + 1, min(last + 10, len(units))) if units[at].text in (",", ".", '"')), last
        )
        if not _is_aside(units, last + 1, reach):
            reach = last
    return after, end - 1, reach - 1


_OCCASIONS = frozenset(["dans", "lors", "lors de", "lors d'", "devant", "during", "pendant", "durant", "sous", "via", "en marge"])


def _tells_where(units: Sequence[Unit], at: int, after: int) -> bool:
    """True for *dans un rapport, during a visit, in a statement*: the occasion of speech, whose names do not speak."""
    if at <= after:
        return False
    if units[at].text in _OCCASIONS:
        return True
    told = at + 1 < len(units) and units[at + 1].is_function("det") and units[at + 1].text in ("a", "an", "his", "her", "its", "their")
    return units[at].text in ("in", "on") and told


def slots_in(units: Sequence[Unit], slots: Sequence[Slot], first: int, last: int, reach: int) -> tuple[Slot, ...]:
    """The names in a speaker's phrase, coordinated ones each; its apposition is asked when the phrase holds none."""
    inside = [one for one in slots if first <= one.index <= last and _speaks(one)]
    if not inside:
        inside = [one for one in slots if last < one.index <= reach and _speaks(one)][:1]
    if not inside:
        return ()
    found = [inside[0]]
    for one in inside[1:]:
        between = units[found[-1].last + 1 : one.first]
        if not all(unit.is_function("coord", "det") or unit.text == "," for unit in between) or not between:
            break
        found.append(one)
    return tuple(one for one in found if one.actor)


def owner_of(slot: Slot, slots: Sequence[Slot]) -> Slot:
    """The name that owns the organ of ``slot``: of *Beijing's embassy in Washington* the first, where both claim it."""
    return next((one for one in slots if one.role == "party" and _owns(one, slot)), slot)


def _owns(one: Slot, slot: Slot) -> bool:
    if one.first < slot.first <= one.last:
        return True
    # "Myanmar's UN ambassador"
    return slot.how == "body" and slot.actor == "UN" and one.case == "" and one.last + 1 == slot.first


def _speaks(slot: Slot) -> bool:
    return slot.role in _SPEAKING_ROLES and slot.case in _OWN_CASES and slot.head_kind != "people"


def listed_after(units: Sequence[Unit], slots: Sequence[Slot], last: int) -> tuple[Slot, ...]:
    """The further names of a list of speakers that begins before ``last``: *Kyiv, Washington, London and Paris*."""
    found: list[Slot] = []
    joined = False
    for one in slots:
        if one.first <= last:
            continue
        between = units[last + 1 : one.first]
        if not between or not all(unit.is_function("coord", "det") or unit.text == "," for unit in between):
            break
        joined = joined or any(unit.is_function("coord") for unit in between)
        found.append(one)
        last = one.last
        if joined:
            break
    return tuple(found) if joined else ()


def is_somebody(units: Sequence[Unit], actor: str, words: str, official: bool) -> bool:
    """True when a speaker's words are a name, an office or a usual word for a source."""
    if actor or official:
        return True
    said = words.replace("’", "'").split()
    lower = {word.lower().strip(".,").replace("é", "e").replace("è", "e") for word in said}
    if any(unit.actor is not None and unit.actor.kind == "media" and unit.written in words for unit in units):
        return True
    if lower & _SOURCE_WORDS or any(is_private(word) for word in lower):
        return True
    heads = {unit.written for unit in units if unit.one("head") and not unit.is_verb}
    named = len(said) == 1 and said[0][:1].isupper() and any(unit.written == said[0] for unit in units[1:])
    return named or bool(heads & set(said)) or any(word[:1].isupper() for word in said[1:])


def is_official(units: Sequence[Unit], verb: int, words: str) -> bool:
    """True when a speaker is an unnamed office (*the minister, the two embassies*)."""
    near = units[max(0, verb - 5) : verb + 6]
    said = f" {words.lower()} "
    return any(unit.one("head", "organ") is not None and f" {unit.written.lower()} " in said for unit in near)
