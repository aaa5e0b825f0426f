"""What a speaker is asked about, which nobody has said: *asked whether X had bought shells* (typology M13)."""

from __future__ import annotations

from collections.abc import Sequence

from checker.extract.assertion import Cue
from checker.extract.units import Unit

_ASKING = (
    "ask", "press", "quizz", "question", "interrog", "sollicit", "interpell", "queri", "demande", "relance", "challeng", "inquir",
)  # fmt: skip
_OF_WORDS = frozenset(
    ["about", "whether", "if", "on", "why", "how", "when", "sur", "si", "s'", "savoir", "over", "pourquoi", "comment"]
)
_WHETHER = frozenset(["whether", "if", "si", "s'", "savoir si"])
_REACH = 6


def asks_for_words(units: Sequence[Unit], cue: Cue) -> bool:
    """True for *asked about the containers, X said*: an answer is asked for, no conduct is demanded."""
    if not units[cue.first].text.startswith(_ASKING):
        return False
    return any(word in _OF_WORDS for unit in units[cue.last + 1 : cue.last + 4] for word in unit.text.split())


def is_asked(units: Sequence[Unit], index: int) -> bool:
    """True where the clause at ``index`` is the content of somebody's question: *asked whether*, *interrogé pour savoir si*."""
    for at in range(index - 1, 0, -1):
        unit = units[at]
        if unit.is_stop:
            return False
        if unit.text in _WHETHER or unit.text.startswith("savoir si"):
            asking = [one for one in units[max(0, at - _REACH) : at] if one.text.startswith(_ASKING)]
            return bool(asking) and not any(one.text == "," for one in units[at + 1 : index])
    return False
