"""Ids and codes -> the words a reader meets: parties, speakers, the claim as a sentence, provisions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from checker.footnotes import footnotes
from checker.model import Claim, Direction, Finding, Item, Label, Party, Provision, Role, Signal, Speaker, Status
from checker.views import spans
from checker.views.marking import line
from checker.views.run import Names
from checker.views.shapes import LabelView, Phrase, RuleLink, VoiceView
from checker.views.wording import Wording

_ID = re.compile(r"(\d{1,5}):(.{1,80})")
_ANNEX = re.compile(r"Annex ([A-Z])(?: (.{1,60}))?")
_SINGLE_ROLES = ("host_state", "flag_state", "port_state", "bank_state", "supplier_state")


def label_view(label: Label, words: Wording) -> LabelView:
    """A label in words, exactly as the table of the design has it."""
    return LabelView(label.value, words.say(f"label.{label.value}"), label.flagged)


def actor_name(actor: str, fallback: str, names: Names, words: Wording) -> str:
    """The table's name of an actor in the report's language, else the name given."""
    return _of(names.actors.get(actor), words) or line(fallback or actor)


def in_sentence(party: Party, names: Names, words: Wording) -> str:
    """A party as it stands in a sentence, with the article its name takes."""
    return words.with_article(party.id, actor_name(party.id, party.name or party.text, names, words))


def item_name(item: Item, names: Names, words: Wording) -> str:
    """The class of goods or persons in the report's language, else the words of the text in quotation marks."""
    return _of(names.items.get(item.id), words) or words.say("quoted", text=line(item.text or item.id, 80))


def place_name(place: str, names: Names, words: Wording) -> str:
    """A place of the tables in the report's language, else the words of the text."""
    return _of(names.places.get(place), words) or line(place, 80)


def activity_name(code: str, names: Names, words: Wording) -> str:
    """The kind of conduct in words."""
    activity = names.activities.get(code)
    return words.pick(activity.name, activity.name_fr).text if activity else words.name("activity", code)


def regime_name(regime: str, names: Names, words: Wording) -> str:
    """The regime in words."""
    return _of(names.regimes.get(regime), words) or words.name("regime", regime)


_NAMED_BY_NO_RULE = frozenset({"cyber_theft"})
"""Conduct that is held against rules on something else, which do not rename it."""


def activity_of(finding: Finding) -> str:
    """The activity a claim is told by: that of its primary provision, else the reader's; as in results.jsonl."""
    primary = next((one for one in finding.assessed if one.match.role is Role.PRIMARY), None)
    if finding.claim.activity in _NAMED_BY_NO_RULE:
        return finding.claim.activity
    return primary.match.provision.activity if primary is not None else finding.claim.activity


def sentence(claim: Claim, names: Names, words: Wording, code: str = "") -> str:
    """The claim as one neutral sentence: how the text vouches for it, what, by whom, to whom, when.

    ``code`` is the activity to tell it by, when not the claim's own. Made from the activity's phrase; without one,
    from its name and the parties. A duty that the text presents as carried out is named as a duty, since the phrase
    would speak of a failure. Never says that it happened.
    """
    code = code or claim.activity
    parties = {
        "giver": claim.giver,
        "taker": claim.taker,
        "actor": claim.actor or claim.giver or claim.taker,
        "counterparty": claim.counterparty,
    }
    done = claim.signal is Signal.COMPLIANCE and claim.status is not Status.DENIED
    duty = words.data["duty_phrase"] if done else ""
    what = conduct(code, parties, claim.items, claim.places, names, words, duty)
    status = words.say("sentence.compliance" if done else f"sentence.{claim.status.value}")
    days = spans.conduct_days(claim.period, words)
    return words.say(spans.frame(claim.period), status=status, what=what.rstrip("."), days=days)


def conduct(
    code: str,
    parties: Mapping[str, Party | None],
    items: Iterable[Item],
    places: Sequence[str],
    names: Names,
    words: Wording,
    other_phrase: str = "",
) -> str:
    """A kind of conduct with its parties, things and place: *supply of shells by X to Y*; neither status nor days.

    ``parties`` are those of the slots ``giver``, ``taker``, ``actor`` and ``counterparty``; ``other_phrase`` stands
    in place of the activity's own.
    """
    activity = names.activities.get(code)
    own = words.pick(activity.phrase, activity.phrase_fr).text if activity else ""
    named = tuple(dict.fromkeys(item_name(i, names, words) for i in items))[:4]
    ends = {slot: in_sentence(party, names, words) if party else "" for slot, party in parties.items()}
    place = place_name(places[0], names, words) if places else ""
    phrase = own or words.data["plain_phrase"]
    values = {slot: words.repeated(phrase, slot, named) for slot in ("item", "items")} | {"place": place, **ends}
    values["activity"] = activity_name(code, names, words)
    return words.fill(other_phrase or phrase, values)


def speakers(found: Iterable[Speaker], names: Names, words: Wording) -> tuple[VoiceView, ...]:
    """Those who say so, each once, with the chain that relays them."""
    out: dict[VoiceView, None] = {}
    for speaker in found:
        name = line(speaker.name, 120) or actor_name(speaker.id, speaker.id, names, words)
        chain = words.say("says.via", chain=", ".join(line(v, 80) for v in speaker.via)) if speaker.via else ""
        out[VoiceView(name, _known_as(speaker.id, name, names, words), chain)] = None
    return tuple(out)


def deniers(found: Iterable[Party], names: Names, words: Wording) -> tuple[VoiceView, ...]:
    """Those who deny, each once."""
    out: dict[VoiceView, None] = {}
    for party in found:
        name = line(party.organ or party.text or party.name, 120)
        if name in ("", party.id):
            name = actor_name(party.id, party.id, names, words)
        out[VoiceView(name, _known_as(party.id, name, names, words), "")] = None
    return tuple(out)


def provision_name(resolution: int, year: int | None, paragraph: str, words: Wording) -> str:
    """``S/RES/1718 (2006), paragraph 8(b)``; a paragraph that the tables do not number says so."""
    symbol = f"S/RES/{resolution}" + (f" ({year})" if year else "")
    annex = _ANNEX.fullmatch(paragraph)
    if not paragraph:
        return symbol
    if paragraph.startswith("n/c"):
        place = words.say("provision.unnumbered")
    elif annex and annex[2]:
        place = words.say("provision.annex", annex=annex[1], paragraph=annex[2])
    elif annex:
        place = words.say("provision.whole_annex", annex=annex[1])
    else:
        place = words.say("provision.paragraph", paragraph=paragraph)
    return f"{symbol}, {place}"


def official(resolution: int, year: int) -> str:
    """The address of the official text."""
    return f"https://undocs.org/S/RES/{resolution}({year})"


def footnote_phrases(resolution: int, year: int, paragraph: str) -> tuple[Phrase, ...]:
    """The paragraph as a footnote of the United Nations, in English and in French, whatever the language of the page."""
    english, french = footnotes(resolution, year, paragraph)
    return Phrase(english, "en"), Phrase(french, "fr")


def rule_link(identifier: str, names: Names, known: dict[str, Provision], words: Wording) -> RuleLink:
    """A provision id in words with its official address, which needs the year: of the tables, or of this result."""
    provision = known.get(identifier) or names.provisions.get(identifier)
    if provision:
        return RuleLink(
            provision_name(provision.resolution, provision.year, provision.paragraph, words),
            official(provision.resolution, provision.year),
        )
    parts = _ID.fullmatch(identifier)
    if not parts:
        return RuleLink(line(identifier, 80), "")
    number = int(parts[1])
    year = names.years.get(number)
    return RuleLink(provision_name(number, year, parts[2], words), official(number, year) if year else "")


def bound_words(
    bound: Iterable[str], provision: Provision, claim: Claim, names: Names, words: Wording
) -> tuple[str, ...]:
    """Each party that the provision binds, with the role in which it binds it."""
    roles = [r for r in provision.bound if r in _SINGLE_ROLES]
    sides = {claim.giver.id: "giver"} if claim.giver else {}
    if claim.taker:
        sides.setdefault(claim.taker.id, "taker")
    if provision.direction is Direction.WITHIN:
        sides = dict.fromkeys(sides, "within")
    given = {p.id: p.name for p in (claim.giver, claim.taker, claim.actor, claim.counterparty) if p}
    out = []
    for entry in bound:
        role, _, actor = entry.rpartition(":")
        named = actor_name(actor, given.get(actor, actor), names, words)
        one_role = roles[0] if len(roles) == 1 and len(provision.bound) == 1 else ""
        key = role or one_role or sides.get(actor, "other")
        out.append(words.say("bound.party", party=named, role=words.name("role", key)))
    return tuple(dict.fromkeys(out))


def addressed(provision: Provision, names: Names, words: Wording) -> str:
    """Whom the provision addresses, in words."""
    out = []
    for code in provision.bound:
        kind, _, actor = code.partition(":")
        out.append(actor_name(actor, actor, names, words) if kind == "party" else words.name("addressed", code))
    return words.listing(out)


def _of(pair: tuple[str, str] | None, words: Wording) -> str:
    return words.pick(*pair).text if pair else ""


def _known_as(actor: str, name: str, names: Names, words: Wording) -> str:
    known = actor_name(actor, "", names, words) if actor in names.actors else ""
    return known if known.casefold() not in name.casefold() else ""
