"""Whom a pronoun of speech may mean: *he* a person, *it* a State or body, *they* several or any of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.model import Speaker

_PERSON = re.compile(
    r"(?i)\b(?:spokes(?:man|woman|person)|porte-parole|minist(?:er|re)|ambassad(?:or|eur|rice)|envoy|émissaire|delegate|déléguée?|president|"
    r"président(?:e)?|general|général(?:e)?|colonel|admiral|amiral|contre-amiral|captain|capitaine|secretary|secrétaire|director|directeur|directrice|"
    r"chief|chef|official|responsable|officer|officier|deputy|député(?:e)?|lawmaker|senator|sénat(?:eur|rice)|coordinator|coordonnat(?:eur|rice)|"
    r"adviser|advisor|counsellor|conseill(?:er|ère)|diplomate?|mayor|maire|governor|gouverneur|leader|dirigeante?|mr|mrs|ms|mme|dr|lord|sir|"
    r"trader|négociant|analyst|analyste|researcher|chercheu(?:r|se)|witness|témoin|defector|transfuge|resident|captain|premier|chancellor|"
    r"representative|représentante?|commander|commandant|attaché|consul|prosecutor|procureur|lawyer|avocate?|shopkeeper|commerçante?|broker|courtier)\b"
)
_SEVERAL = re.compile(
    r"(?i)^(?:[^\W\d_]+s|(?:two|three|four|five|six|several|some|many|both|deux|trois|quatre|cinq|six|plusieurs|certains|certaines|des|les|les mêmes) .*"
    r"|(?:the |un |u\.n\. )?(?:experts|monitors|investigators|officials|diplomats|researchers|sources).*)$"
)
_PEOPLE = frozenset(["he", "she", "him", "her", "lui"])
_ONE = frozenset(["il", "elle", "celui-ci", "celle-ci", "ce dernier", "cette dernière"])
_THING = frozenset(["it"])


def is_person(words: str) -> bool:
    """True for words that name one person by an office, a rank or a trade: *the minister, un officier supérieur*."""
    return _PERSON.search(words) is not None


@dataclass(frozen=True, slots=True)
class FloorHolder:
    """Who spoke, or came on, in the sentence ``at``; ``paragraph`` is where who only came on is meant, -1 for who spoke."""

    speakers: tuple[Speaker, ...]
    at: int
    paragraph: int = -1

    @property
    def is_several(self) -> bool:
        """True for several people: *drivers, two traders, the experts*."""
        return len(self.speakers) > 1 or any(_SEVERAL.match(one.name) for one in self.speakers)

    def is_open(self, paragraph: int) -> bool:
        """True while a paragraph has not left behind who came on in it without a word."""
        return self.paragraph in (-1, paragraph)

    def fits(self, pronoun: str) -> bool:
        """True where a pronoun agrees with who this is."""
        names = [one.name for one in self.speakers]
        several = self.is_several
        person = any(_PERSON.search(name) or name in _PEOPLE for name in names)
        if pronoun in _PEOPLE:
            return person and not several
        if pronoun in _THING:
            return not person and not several
        return not several if pronoun in _ONE else True
