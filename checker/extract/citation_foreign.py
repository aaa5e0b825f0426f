"""Law that is no Council's by its name: a national code, a court, an export control club, an Act of a parliament."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.extract.citation_patterns import Found
from checker.model import Cited
from checker.patterns import late

_NAMES = (
    ("other", r"wassenaar(?: arrangement)?|arrangement de wassenaar|missile technology control regime|mtcr|nuclear suppliers group|groupe des fournisseurs nucleaires"
              r"|australia group|arms trade treaty|traite sur le commerce des armes|rome statute|statut de rome|(?:the )?international criminal court|cour penale internationale"
              r"|(?:criminal|penal|customs) code|code (?:penal|des douanes)"
              r"|(?:droit|loi|legislation) (?:sud-coreen(?:ne)?|japonaise?|britannique|americaine?|suisse|francaise?|allemande?|europeen(?:ne)?)"),
    ("US", r"arms export control act|export administration regulations|(?:iran|syria)[\w, -]{0,24} sanctions act|caatsa|trading with the enemy act"
           r"|international emergency economic powers act|ieepa|iran[- ]libya sanctions act"
           r"|ofac(?:'s)? (?:sanctions )?(?:black)?list|sdn list|liste (?:noire |de sanctions )?de l'ofac|liste sdn"),
)  # fmt: skip
_SHAPES = tuple((body, late(rf"(?<!\w)(?:{names})(?!\w)")) for body, names in _NAMES)
_GATE = re.compile(
    r"wassenaar|regime|mtcr|group|trait|treaty|statut|criminal|cour pen|code|droit|loi|legislation| act|caatsa|ieepa|regulations|ofac|sdn"
)


def find_foreign(folded: str, start: int, end: int) -> Iterator[Found]:
    """The laws named in ``folded[start:end]`` that another authority than the Council made."""
    if not is_foreign(folded[start:end]):
        return
    for body, shape in _SHAPES:
        for hit in shape.finditer(folded, start, end):
            yield Found(hit.start(), hit.end(), "vague", (Cited(body),), "law")


def is_foreign(piece: str) -> bool:
    """True when a stretch may name such a law."""
    return _GATE.search(piece) is not None and any(shape.search(piece) is not None for _, shape in _SHAPES)
