"""Who has spoken so far in a document: the bodies named and the last speakers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from checker.extract.bodies import bodies_in, body_called, is_paper
from checker.model import Speaker

_NEAR = 3
"""Sentences within which *he said, they write* goes on from a speaker."""
_BARE = 8
_THE_PANEL = re.compile(
    r"\b(?:[Tt]he|[Ll]e|du|au) [Pp]anel(?:'s)?\b(?! of judges| de juges)|\b[Tt]he monitors\b|rapports? des experts|experts' report"
)
"""In a text about sanctions the panel is the Council's, introduced or not."""
_DEFINITE = frozenset(["the", "this", "that", "le", "la", "l'", "les", "ce", "cet", "cette", "these", "those", "ces"])
_LATTER = frozenset(["celui-ci", "celle-ci", "ceux-ci", "celles-ci"])


@dataclass(slots=True)
class VoiceMemory:
    """The bodies a document has named, the last one first, and who spoke last, how many sentences ago and in which block."""

    bodies: list[str] = field(default_factory=list)
    last: tuple[Speaker, ...] = ()
    age: int = 99
    block: int = -1
    named_now: bool = False
    denying: bool = False
    newcomer: bool = False
    people: dict[str, str] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=dict)

    def hear(self, text: str, speakers: tuple[Speaker, ...], block: int) -> None:
        """Remembers the bodies a sentence names and who speaks in it; a bare *Now the panel's coordinator.* gives it the floor."""
        self.age += 1
        found = bodies_in(text)
        self.named_now = bool(found)
        for name in reversed(found):
            if name in self.bodies:
                self.bodies.remove(name)
            self.bodies.insert(0, name)
        if not speakers and found and len(text.split()) <= _BARE:
            speakers = (Speaker(found[0], text.strip(" .:")),)
        if speakers:
            self.last, self.age, self.block, self.newcomer = speakers, 0, block, False

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
        if own:
            return own[0]
        here = bodies_in(sentence)
        known = (*here, *(one for one in self.bodies if one not in here))
        called = body_called(words, known)
        if called:
            return called
        if is_paper(words) and known:
            return next((one for one in known if one != "UN_COMMITTEE"), "")
        return "UN_PANEL" if not known and _THE_PANEL.search(words) else ""

    def behind(self, pronoun: str) -> tuple[Speaker, ...]:
        """The speakers that a pronoun goes on from, when they spoke near enough."""
        if pronoun in _LATTER and self.named_now and self.bodies:
            return (Speaker(self.bodies[0], pronoun),)
        return self.last if self.age < _NEAR and not self.newcomer else ()
