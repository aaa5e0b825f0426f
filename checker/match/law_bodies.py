"""Texts credited to another body than the Security Council: its own measure, or a Council rule under a wrong name."""

from __future__ import annotations

from checker.extract.citations import Mention
from checker.match.law_figures import deadline, figures_of_law, has_figure
from checker.match.law_numbers import check_number, credited
from checker.match.law_scene import COUNCIL, Scene, best_of_each
from checker.match.law_words import NOTHING, Answer, Said, law_of, slip_note
from checker.model import Cited, Outcome, Provision

_RULE_VERBS = frozenset({"prohibits", "requires", "asks", "caps"})
# These pass measures of their own that bind no State; a rule credited to others (the IAEA, ECOWAS) is theirs.
_MISTAKEN_FOR_THE_COUNCIL = frozenset({"US", "EU", "UK", "UNGA"})
_TRANSLATED = frozenset({"fr"})
# Council numbers before this were also used by the General Assembly, whose series was renamed in 1976.
_SHARED_SERIES = 3541


def check_instrument(mention: Mention, cited: Cited, scene: Scene) -> Answer:
    """An instrument with a number of another body's series, such as ``A/RES/68/262``."""
    known = next((one for one in scene.reference.not_provisions if _same_symbol(one.resolution, cited.text)), None)
    about = Said(known.summary, known.summary_fr) if known is not None else NOTHING
    if cited.body in COUNCIL - {""} and cited.body != "UN":
        said = Said(
            f"{cited.text} is no Security Council resolution; the General Assembly adopts such texts.",
            f"{cited.text} n’est pas une résolution du Conseil de sécurité : l’Assemblée générale adopte de tels textes.",
        )
        return Answer(Outcome.WRONG_BODY, said + about)
    said = Said(
        f"{cited.text} is not a Security Council text; these tables do not check it.",
        f"{cited.text} n’est pas un texte du Conseil de sécurité ; ces tables ne le vérifient pas.",
    )
    return Answer(Outcome.OTHER_REGIME, said + about)


def _same_symbol(held: str, said: str) -> bool:
    plain = said.upper().removeprefix("A/").removeprefix("RES/")
    return bool(plain) and held.upper().removeprefix("A/").removeprefix("RES/") == plain


def check_body(mention: Mention, cited: Cited, scene: Scene) -> Answer | None:
    """A resolution credited to another body, by the rule described; None for a draft that a State put to the Council.

    A duty on member States, or a rule that only the Council made for the regime in question, is the Council's.
    """
    described = mention.described
    if described.proposed and cited.body != "UNGA":
        return None
    if cited.number is not None:
        return _numbered(mention, cited, scene)
    codes = described.activities or (described.maybe if described.duty else ())
    rules = scene.right_rules(mention, codes, cited.year)
    figured = _with_its_figure(mention, scene) if not codes and "caps" in described.verbs else ()
    if figured:
        rules, codes = figured, (figured[0].activity,)
    lays_down = bool(_RULE_VERBS & set(described.verbs))
    theirs = (
        cited.body in _MISTAKEN_FOR_THE_COUNCIL
        and bool(rules)
        and bool(described.activities or figured)
        and lays_down
    )
    if not (described.duty and lays_down and (rules or cited.body in _MISTAKEN_FOR_THE_COUNCIL)) and not theirs:
        return own_measure(cited)
    meant = best_of_each(rules, codes)
    exact = deadline(mention, meant[0])[1] if meant else NOTHING
    return Answer(
        Outcome.WRONG_BODY,
        _credit(cited, scene, bool(meant)) + law_of(meant) + exact,
        meant,
        meant[0].symbol if meant else "",
    )


def _with_its_figure(mention: Mention, scene: Scene) -> tuple[Provision, ...]:
    """The ceilings on what the text may speak of that have the very figure it gives: no other body chose the same one."""
    said = figures_of_law(mention)
    rules = scene.right_rules(mention, mention.described.maybe)
    return tuple(limb for limb in rules if any(has_figure(limb, one) for one in said))


def _numbered(mention: Mention, cited: Cited, scene: Scene) -> Answer:
    """A number of the Council's series under another body's name; a number of the body's own is its own measure."""
    number = cited.number or 0
    answer = check_number(mention, Cited("UNSC", number, cited.year, cited.paragraph), scene)
    rules = answer.limbs if mention.described.activities else ()
    near = scene.regimes(mention)
    held = scene.reference.resolutions.get(number)
    fits = held is not None and (bool(rules) or held.regime in near)
    if not fits or (cited.body == "UNGA" and number <= _SHARED_SERIES and not rules):
        return own_measure(cited)
    return Answer(Outcome.WRONG_BODY, _credit(cited, scene, True) + answer.said, answer.limbs, answer.suggestion)


def _credit(cited: Cited, scene: Scene, known: bool) -> Said:
    name = credited(cited)
    said = Said(
        f"The text credits {name.en}; the rule described is the Security Council's."
        if known
        else f"The text credits {name.en}; a duty on all member States points to the United Nations.",
        f"Auteur selon le texte : {name.fr} ; la règle décrite est du Conseil de sécurité."
        if known
        else f"Auteur selon le texte : {name.fr} ; une obligation de tous les États membres désigne l’ONU.",
    )
    return said + slip_note() if scene.document.language in _TRANSLATED else said


def own_measure(cited: Cited) -> Answer:
    """A measure of another body, as that body's own."""
    name = credited(cited)
    said = Said(
        f"A measure of {name.en}; these tables hold Security Council rules only.",
        f"Une mesure prise par {name.fr} ; ces tables ne contiennent que des règles du Conseil de sécurité.",
    )
    return Answer(Outcome.OTHER_REGIME, said)
