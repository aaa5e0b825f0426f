"""The sentences in which the outcome for a citation is given, in English and French; neutral, with the paragraph and its summary."""

from __future__ import annotations

from datetime import date

from checker.model import Outcome, Provision
from checker.records import record

_MONTHS = (
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
)
_BODIES = {
    "US": ("the United States", "les États-Unis"),
    "EU": ("the European Union", "l’Union européenne"),
    "UK": ("the United Kingdom", "le Royaume-Uni"),
    "UNGA": ("the General Assembly", "l’Assemblée générale"),
    "IAEA": ("the IAEA", "l’AIEA"),
    "other": ("another body", "une autre instance"),
}


@record
class Said:
    """A sentence in both languages."""

    en: str
    fr: str

    def __add__(self, other: Said) -> Said:
        return Said(" ".join(filter(None, (self.en, other.en))), " ".join(filter(None, (self.fr, other.fr))))


NOTHING = Said("", "")


@record
class Answer:
    """The outcome for one citation with the limbs meant, its sentences, and a likely number as a symbol."""

    outcome: Outcome
    said: Said
    limbs: tuple[Provision, ...] = ()
    suggestion: str = ""
    described: str = ""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the limbs, each once."""
        return tuple(dict.fromkeys(limb.id for limb in self.limbs))


def written_day(day: date) -> Said:
    """``22 December 2019``, ``22 décembre 2019``."""
    english, french = (months[day.month - 1] for months in _MONTHS)
    return Said(f"{day.day} {english} {day.year}", f"{'1er' if day.day == 1 else day.day} {french} {day.year}")


def body_name(body: str) -> Said:
    """A body with its article."""
    return Said(*_BODIES.get(body, _BODIES["other"]))


def paragraph_name(limb: Provision) -> Said:
    """A paragraph with its resolution and year, as it stands inside a sentence."""
    en, fr = f"resolution {limb.resolution} ({limb.year})", f"la résolution {limb.resolution} ({limb.year})"
    if limb.paragraph.startswith("n/c"):
        return Said(f"{en} (paragraph number not confirmed)", f"{fr} (numéro de paragraphe non confirmé)")
    if limb.paragraph.startswith("Annex "):
        annex, _, number = limb.paragraph[6:].partition(" ")
        if not number:
            return Said(f"Annex {annex} to {en}", f"l’annexe {annex} de {fr}")
        return Said(
            f"paragraph {number} of Annex {annex} to {en}", f"le paragraphe {number} de l’annexe {annex} de {fr}"
        )
    return Said(f"paragraph {limb.paragraph} of {en}", f"le paragraphe {limb.paragraph} de {fr}")


def law_of(limbs: tuple[Provision, ...]) -> Said:
    """What the first of the limbs says, with the ids of the others; empty for none."""
    if not limbs:
        return NOTHING
    first, name = limbs[0], paragraph_name(limbs[0])
    # Rows without a French summary fall back to the English one: a French sentence then names the paragraph only.
    french = "." if first.summary_fr == first.summary else f" : {first.summary_fr}"
    said = Said(f"{_upper(name.en)}: {first.summary}", f"{_upper(name.fr)}{french}")
    others = [paragraph_name(limb) for limb in dict.fromkeys(limbs[1:3]) if limb.id != limbs[0].id]
    if others:
        said += Said(
            f"See also {' and '.join(o.en for o in others)}.", f"Voir aussi {' et '.join(o.fr for o in others)}."
        )
    return said


def deadline_note(day: date, loose: bool) -> Said:
    """The exact deadline, with a word that looser wording is no error."""
    exact = written_day(day)
    if loose:
        return Said(
            f"The exact deadline is {exact.en}; the looser wording of the text agrees with it.",
            f"La date limite exacte est le {exact.fr} ; la formule plus large du texte s’accorde avec elle.",
        )
    return Said(f"The deadline is {exact.en}.", f"La date limite est le {exact.fr}.")


def slip_note() -> Said:
    """That a wrong body in a translated text may be a slip."""
    return Said(
        "In a translated text this may be a slip of translation.",
        "Dans un texte traduit, il peut s’agir d’un lapsus de traduction.",
    )


def force_note(why: str, why_fr: str) -> Said:
    """Why a rule is not in force, as its own sentence."""
    return (
        Said(f"On the day the text speaks of: {why}.", f"Au jour dont parle le texte : {why_fr}.") if why else NOTHING
    )


def readings_of(readings: tuple[tuple[Said, Said], ...]) -> Said:
    """Both readings of a disputed point with who holds each; ``readings`` are (holders, text)."""
    english = " ".join(f"{held.en}: {text.en}" for held, text in readings)
    french = " ".join(f"{held.fr} : {text.fr}" for held, text in readings)
    return Said(f"States disagree. {english}".strip(), f"Des États sont en désaccord. {french}".strip())


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
