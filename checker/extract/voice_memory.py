"""Who has spoken so far in a document: the bodies named and the last speakers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from checker.extract.bodies import bodies_in, body_called, is_paper
from checker.extract.floor_holders import FloorHolder
from checker.model import Speaker

_PLURAL = frozenset(["they", "ils", "elles", "them", "eux"])
_KEPT = 6
_NEAR = 3
"""Sentences within which *he said, they write* goes on from a speaker."""
_BARE = 8
_THE_PANEL = re.compile(
    r"\b(?:[Tt]he|[Ll]e|du|au) [Pp]anel(?:'s)?\b(?! of judges| de juges)|\b[Tt]he monitors\b|rapports? des experts|experts' report"
)
"""In a text about sanctions the panel is the Council's, introduced or not."""
_OF_EXPERTS = re.compile(
    r"\b(?:[Tt]he|[Ll]es|[Dd]es|[Cc]es|[Tt]hose) (?:experts|monitors|investigators|enquêteurs)\b"
)
_TO_THE_COUNCIL = re.compile(r"(?i)security council|sanctions committee|conseil de sécurité|comité des sanctions")
_DEFINITE = frozenset(["the", "this", "that", "le", "la", "l'", "les", "ce", "cet", "cette", "these", "those", "ces"])
FIRST_PERSON = frozenset(["we", "i", "us", "nous", "je"])
_LATTER = frozenset(["celui-ci", "celle-ci", "ceux-ci", "celles-ci"])


@dataclass(slots=True)
class VoiceMemory:
    """The bodies a document has named, the last one first, and who spoke last, how many sentences ago and in which block.

    ``turn`` is who has the floor where a label says so.
    """

    bodies: list[str] = field(default_factory=list)
    last: tuple[Speaker, ...] = ()
    age: int = 99
    block: int = -1
    named_now: bool = False
    denying: bool = False
    floor: list[FloorHolder] = field(default_factory=list)
    told: int = 0
    paragraph: int = 0
    people: dict[str, str] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=dict)
    turn: Speaker | None = None

    def hear(self, text: str, speakers: tuple[Speaker, ...], block: int) -> None:
        """Remembers the bodies a sentence names and who speaks in it; a bare *Now the panel's coordinator.* gives it the floor."""
        self.age += 1
        self.told += 1
        found = bodies_in(text)
        self.named_now = bool(found)
        for name in reversed(found):
            if name in self.bodies:
                self.bodies.remove(name)
            self.bodies.insert(0, name)
        if not speakers and found and len(text.split()) <= _BARE:
            speakers = (Speaker(found[0], text.strip(" .:")),)
        if speakers:
            self.last, self.age, self.block = speakers, 0, block
            self.take(speakers)

    def take(self, speakers: tuple[Speaker, ...], silent: bool = False) -> None:
        """Remembers whom a pronoun may mean next: who spoke, or an official or body that a text brings on."""
        self.floor.insert(0, FloorHolder(speakers, self.told, self.paragraph if silent else -1))
        del self.floor[_KEPT:]

    def meet(self, names: tuple[str, ...], actor: str) -> None:
        """Remembers that people of these names speak for an actor."""
        self.people.update(dict.fromkeys(names, actor))

    def seat(self, office: str, actor: str) -> None:
        """Remembers for which actor an office (*minister, spokesman*) was held that a text named last."""
        self.offices[office.removesuffix("s")] = actor

    def holder(self, words: str) -> str:
        """The actor for whom *the minister, le responsable* speaks; empty where none was named before."""
        parts = words.lower().replace("’", "'").replace("l'", "l' ").split()
        if not parts or parts[0] not in _DEFINITE:
            return ""
        return next((self.offices[one] for word in parts[1:] if (one := word.removesuffix("s")) in self.offices), "")

    def known_as(self, words: str) -> str:
        """The actor for whom a person spoke who is now only named; else empty."""
        return next((self.people[word] for word in words.split() if word in self.people), "")

    def body(self, words: str, sentence: str) -> str:
        """The body that words mean: named in them, or called by a word for one that the text has named; else empty."""
        own = bodies_in(words)
        if own and own[0] == "UN_COMMITTEE" and _OF_EXPERTS.match(words):
            return "UN_PANEL"
        if own:
            return own[0]
        here = bodies_in(sentence)
        known = (*here, *(one for one in self.bodies if one not in here))
        called = body_called(words, known)
        if called:
            return called
        if is_paper(words) and known:
            return next((one for one in known if one != "UN_COMMITTEE"), "")
        if _OF_EXPERTS.search(words) and _TO_THE_COUNCIL.search(sentence):
            # "the experts wrote in a report to the Security Council's committee"
            return "UN_PANEL"
        return "UN_PANEL" if not known and _THE_PANEL.search(words) else ""

    def behind(self, pronoun: str) -> tuple[Speaker, ...]:
        """The speakers that a pronoun goes on from, when they spoke near enough."""
        if pronoun in FIRST_PERSON and self.turn is not None:
            return (self.turn,)
        if (
            pronoun in _LATTER
            and self.age == 0
            and self.last[0].id != "unknown"
            and self.last[0].id not in self.bodies
        ):
            return self.last
        if pronoun in _LATTER and self.named_now and self.bodies:
            return (Speaker(self.bodies[0], pronoun),)
        near = [one for one in self.floor if self.told - one.at < _NEAR and one.is_open(self.paragraph)]
        if pronoun in _PLURAL and self.named_now and self.bodies and (not near or near[0].at < self.told):
            return (Speaker(self.bodies[0], pronoun),)
        fitting = next((one.speakers for one in near if one.fits(pronoun)), ())
        if fitting or not near:
            return fitting
        if near[0].is_several:
            # "Drivers told it how. It concludes that": the one asked, not those who answered
            return next((one.speakers for one in self.floor[1:] if one.fits(pronoun)), ())
        return near[0].speakers
