"""The rule table (typology 5.2): ordered rows from status, force, elements, signal and binding to a label."""

from __future__ import annotations

from collections.abc import Callable

from checker.model import Force, Label, Signal, Status
from checker.records import record

REPORTED = (Status.ASSERTED, Status.ALLEGED)


@record
class Case:
    """The inputs of the rule table for one claim and one provision.

    ``match``: ``none``, ``wrong``, ``weak``, ``one_missing`` or ``full``. ``open`` names the missing elements.
    ``later`` says that a plan's own day falls where the rule binds; ``differs`` that an unknown day would decide.
    """

    status: Status
    force: Force
    match: str
    signal: Signal = Signal.NONE
    hortatory: bool = False
    modality: int = 3
    open: tuple[str, ...] = ()
    source_names_rule: bool = False
    future: bool = False
    voiced: bool = True
    constant: bool = False
    sure_part: bool = False


@record
class Rule:
    """One row of the table: the first whose test holds gives the label."""

    name: str
    holds: Callable[[Case], bool]
    label: Label
    reason: str
    reason_fr: str


def _open_only(case: Case, *names: str) -> bool:
    return set(case.open) <= set(names)


RULES: tuple[Rule, ...] = (
    Rule(
        "R1",
        lambda c: c.match == "none",
        Label.NO_PROVISION,
        "No Council rule in these tables covers this conduct.",
        "Aucune règle du Conseil dans ces tables ne couvre ces faits.",
    ),
    Rule(
        "R2",
        lambda c: c.match == "wrong",
        Label.NO_PROVISION,
        "The rule runs the other way, or concerns another thing, person or place.",
        "La règle vise l’autre sens, ou une autre chose, personne ou région.",
    ),
    Rule(
        "R3",
        lambda c: c.match == "weak" and not c.source_names_rule,
        Label.INSUFFICIENT,
        "Too little is stated to compare with a rule.",
        "Trop peu est dit pour comparer avec une règle.",
    ),
    Rule(
        "R4",
        lambda c: c.status is Status.DENIED,
        Label.DENIED,
        "The text carries only a denial.",
        "Le texte ne contient qu’un démenti.",
    ),
    Rule(
        "R5",
        lambda c: c.force is Force.NO,
        Label.NOT_IN_FORCE,
        "The rule had ended, or had not begun, on the day of the conduct.",
        "La règle avait pris fin, ou n’avait pas commencé, le jour des faits.",
    ),
    Rule(
        "R6",
        lambda c: c.signal is Signal.COMPLIANCE,
        Label.PERMITTED,
        "The text presents the duty as carried out; nobody verified it.",
        "Le texte présente l’obligation comme exécutée ; nul ne l’a vérifié.",
    ),
    Rule(
        "R7",
        lambda c: c.signal is Signal.EXEMPT_GRANTED,
        Label.PERMITTED,
        "The text presents it as authorised; nobody verified it.",
        "Le texte le présente comme autorisé ; nul ne l’a vérifié.",
    ),
    Rule(
        "R8",
        lambda c: c.signal is Signal.CAP_UNDER,
        Label.PERMITTED,
        "The total stated stays within the ceiling.",
        "Le total indiqué reste sous le plafond.",
    ),
    Rule(
        "R9",
        lambda c: c.hortatory,
        Label.NOT_BINDING,
        "The Council asked, or named a ground for listing; it laid down no duty.",
        "Le Conseil a demandé, ou énoncé un motif d’inscription ; il n’a pas obligé.",
    ),
    Rule(
        "R10",
        lambda c: c.force is Force.DISPUTED,
        Label.POSSIBLE_VIOLATION,
        "States dispute whether the rule applies; both readings are shown.",
        "Des États contestent que la règle s’applique ; les deux lectures sont données.",
    ),
    Rule(
        "R10b",
        lambda c: c.force is Force.UNCONFIRMED,
        Label.POSSIBLE_VIOLATION,
        "These tables have not seen the rule renewed after the day shown.",
        "Ces tables n’ont pas vu la règle reconduite après le jour indiqué.",
    ),
    Rule(
        "R11b",
        lambda c: c.force is Force.PARTLY and not c.sure_part,
        Label.POSSIBLE_VIOLATION,
        "The days of the conduct straddle a change of the law.",
        "Les jours des faits chevauchent un changement du droit.",
    ),
    Rule(
        "R11",
        lambda c: c.force is Force.UNKNOWN and not c.constant,
        Label.POSSIBLE_VIOLATION,
        "The day of the conduct decides, and the text does not give it.",
        "Le jour des faits décide, et le texte ne le donne pas.",
    ),
    Rule(
        "R12",
        lambda c: c.signal in (Signal.EXEMPT_CLAIMED, Signal.CAP_UNKNOWN),
        Label.POSSIBLE_VIOLATION,
        "An exemption or a ceiling may make it lawful.",
        "Une dérogation ou un plafond peut le rendre licite.",
    ),
    Rule(
        "R13",
        lambda c: c.status is Status.PLANNED and (c.match == "full" or _open_only(c, "date", "quantity")),
        Label.PROSPECTIVE_VIOLATION,
        "Announced, not yet done; it would fall under the rule.",
        "Annoncé, non encore réalisé ; cela relèverait de la règle.",
    ),
    Rule(
        "R14",
        lambda c: c.status is Status.PLANNED,
        Label.POSSIBLE_VIOLATION,
        "A plan with an element still open.",
        "Un projet dont un élément reste ouvert.",
    ),
    Rule(
        "R15",
        lambda c: c.status is Status.HYPOTHETICAL and c.future and c.voiced and c.match == "full",
        Label.PROSPECTIVE_VIOLATION,
        "Described as a possibility; it would fall under the rule.",
        "Décrit comme une possibilité ; cela relèverait de la règle.",
    ),
    Rule(
        "R16",
        lambda c: c.status is Status.HYPOTHETICAL,
        Label.POSSIBLE_VIOLATION,
        "Raised as a question or a fear, not as a report.",
        "Soulevé comme question ou crainte, non rapporté.",
    ),
    Rule(
        "R17",
        lambda c: c.status in REPORTED and c.modality <= 1,
        Label.POSSIBLE_VIOLATION,
        "A rumour or a weak inference.",
        "Une rumeur ou une déduction fragile.",
    ),
    Rule(
        "R18",
        lambda c: c.status in REPORTED and c.match in ("one_missing", "weak"),
        Label.POSSIBLE_VIOLATION,
        "One element remains to be established.",
        "Un élément reste à établir.",
    ),
    Rule(
        "R19",
        lambda c: c.status in REPORTED and c.match == "full",
        Label.ALLEGED_VIOLATION,
        "The text reports conduct that meets every element of a rule in force.",
        "Le texte rapporte des faits qui remplissent chaque élément d’une règle en vigueur.",
    ),
    Rule(
        "R20", lambda c: True, Label.POSSIBLE_VIOLATION, "No other rule settles it.", "Aucune autre règle ne tranche."
    ),
)
"""In order; the first that holds wins."""

EXEMPT_RECIPIENT = Rule(
    "R2e",
    lambda c: False,
    Label.PERMITTED,
    "The rule exempts this recipient; nobody verified the delivery.",
    "La règle excepte ce destinataire ; nul n’a vérifié la livraison.",
)
"""What stands for R2 when all that contradicts a provision is that it exempts the recipient (near miss 5)."""


def decide(case: Case) -> Rule:
    """The first row of the table that holds for a case; the last always does."""
    return next(rule for rule in RULES if rule.holds(case))
