"""Invented results in both languages, as a run would hand them to the report."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date

from checker.model import (
    Activity,
    Assessed,
    Binding,
    Block,
    BlockKind,
    Certainty,
    Citation,
    Cited,
    Claim,
    Direction,
    Document,
    ElementState,
    Evidence,
    Exemption,
    Failure,
    Finding,
    Force,
    ForceAnswer,
    Item,
    Kind,
    Label,
    LegalLink,
    Match,
    Outcome,
    Party,
    Period,
    Provision,
    ProvisionPeriod,
    Quantity,
    Reading,
    Reason,
    Result,
    Role,
    Signal,
    Skipped,
    Speaker,
    Statement,
    Status,
    Tier,
)
from checker.views import Names, RunInfo

UPDATE = bool(os.environ.get("CHECKER_UPDATE_GOLDEN"))
MET, MISSING, CONTRADICTED = ElementState.MET, ElementState.MISSING, ElementState.CONTRADICTED


def provision(
    identifier: str,
    year: int,
    activity: str,
    summary: str,
    summary_fr: str,
    first: date,
    *,
    regime: str = "dprk",
    kind: Kind = Kind.PROHIBITION,
    binding: Binding = Binding.DECIDES,
    direction: Direction = Direction.FROM_TARGET,
    bound: tuple[str, ...] = ("both",),
    tier: Tier = Tier.READ,
    periods: tuple[ProvisionPeriod, ...] = (),
    target: str = "PRK",
) -> Provision:
    number, _, paragraph = identifier.partition(":")
    return Provision(
        id=identifier,
        regime=regime,
        resolution=int(number),
        year=year,
        adopted=first,
        paragraph=paragraph,
        kind=kind,
        binding=binding,
        activity=activity,
        direction=direction,
        bound=bound,
        items="",
        summary=summary,
        summary_fr=summary_fr,
        source_url="",
        tier=tier,
        periods=periods or (ProvisionPeriod(first, None),),
        targets=(target,),
    )


ARMS_2006 = provision(
    "1718:8(b)",
    2006,
    "arms_export",
    "The DPRK shall stop exporting the listed weapons, and States shall bar their nationals, ships and "
    "aircraft from buying them.",
    "La RPDC cesse d’exporter les armes énumérées, et les États interdisent à leurs nationaux, navires "
    "et aéronefs de les acheter.",
    date(2006, 10, 14),
)
ARMS_2009 = provision(
    "1874:9",
    2009,
    "arms_export",
    "The export ban covers all arms and related materiel, with the money, training, advice and services "
    "tied to them.",
    "L’interdiction d’exporter s’étend à toutes les armes et au matériel connexe, ainsi qu’aux fonds, "
    "formations, conseils et services qui s’y rattachent.",
    date(2009, 6, 12),
    tier=Tier.CORROBORATED,
)
WORKERS_2017 = provision(
    "2375:17",
    2017,
    "worker_authorisation",
    "States shall give no new work authorisations to DPRK nationals unless the Committee approves beforehand.",
    "Les États n’accordent pas de nouveau permis de travail à des nationaux de la RPDC sans l’accord "
    "préalable du Comité.",
    date(2017, 9, 11),
    kind=Kind.OBLIGATION,
    bound=("host_state",),
    tier=Tier.RESTATED,
)
REPATRIATION = provision(
    "2397:8",
    2017,
    "worker_repatriation",
    "States shall send home all DPRK nationals earning income within their jurisdiction by 22 December 2019.",
    "",
    date(2017, 12, 22),
    kind=Kind.OBLIGATION,
    bound=("host_state",),
)
COAL = provision(
    "2371:8",
    2017,
    "coal_export",
    "The DPRK shall not supply coal, iron or iron ore, and States shall bar their purchase.",
    "La RPDC ne fournit ni charbon, ni fer, ni minerai de fer, et les États en interdisent l’achat.",
    date(2017, 8, 5),
    tier=Tier.RECALLED,
)
MISSILE_LIST = provision(
    "2231:Annex B 4(a)",
    2015,
    "arms_export",
    "Listed missile items, drones with a range of 300 km or more included, move to or from Iran only "
    "with the Council’s approval.",
    "Les articles balistiques énumérés, drones d’une portée de 300 km ou plus compris, ne vont vers "
    "l’Iran ou n’en viennent qu’avec l’accord du Conseil.",
    date(2016, 1, 16),
    regime="iran",
    bound=("all_member_states",),
    target="IRN",
    tier=Tier.RESTATED,
    periods=(ProvisionPeriod(date(2016, 1, 16), date(2023, 10, 17), ended_by="2231:Annex B 4(a)"),),
)
IRAN_ARMS = provision(
    "1747:5",
    2007,
    "arms_export",
    "Iran shall not export arms, and States shall bar their purchase from Iran.",
    "L’Iran n’exporte pas d’armes, et les États en interdisent l’achat à l’Iran.",
    date(2007, 3, 24),
    regime="iran",
    target="IRN",
    tier=Tier.RECALLED,
    periods=(
        ProvisionPeriod(date(2007, 3, 24), date(2016, 1, 15), ended_by="2231:7(a)"),
        ProvisionPeriod(date(2025, 9, 28), None, note="disputed", began_by="2231:12"),
    ),
)

NAMES = Names(
    actors={
        "PRK": ("North Korea", "Corée du Nord"),
        "IRN": ("Iran", "Iran"),
        "CORVAL": ("Corval", "Corval"),
        "ZENDA": ("Zenda", "Zenda"),
        "USA": ("United States", "États-Unis"),
        "RUS": ("Russia", "Russie"),
        "CHN": ("China", "Chine"),
        "E3": ("E3 (France, Germany, United Kingdom)", "E3 (France, Allemagne, Royaume-Uni)"),
    },
    activities={
        code: Activity(code, en, fr, phrase, phrase_fr)
        for code, en, fr, phrase, phrase_fr in (
            (
                "arms_export",
                "arms from the sanctioned side",
                "armes venant de la partie visée",
                "supply of {item} by {giver} to {taker}",
                "fourniture de {item} par {giver} à {taker}",
            ),
            (
                "coal_export",
                "coal exports",
                "exportations de charbon",
                "export of {item} by {giver} to {taker}",
                "exportation de {item} par {giver} vers {taker}",
            ),
            (
                "worker_authorisation",
                "workers taken on abroad",
                "travailleurs employés à l’étranger",
                "employment of {item} from {giver} by {taker}",
                "emploi de {item} venus de {giver} par {taker}",
            ),
            (
                "worker_repatriation",
                "workers not sent home",
                "travailleurs non rapatriés",
                "failure of {taker} to send home {item} of {giver}",
                "non-rapatriement par {taker} de {item} venus de {giver}",
            ),
        )
    },
    items={
        "artillery_shell": ("artillery shells", "obus d’artillerie"),
        "attack_drone": ("attack drones", "drones d’attaque"),
        "builder": ("construction workers", "ouvriers du bâtiment"),
        "coal": ("coal", "charbon"),
        "worker": ("workers", "travailleurs"),
    },
    regimes={"dprk": ("North Korea (DPRK)", "Corée du Nord (RPDC)"), "iran": ("Iran", "Iran")},
    provisions={p.id: p for p in (ARMS_2006, ARMS_2009, WORKERS_2017, REPATRIATION, COAL, MISSILE_LIST, IRAN_ARMS)},
    states=frozenset(("PRK", "IRN", "CORVAL", "ZENDA", "USA", "RUS", "CHN")),
    years={1718: 2006, 1874: 2009, 2231: 2015, 2371: 2017, 2397: 2017},
)
RUN = RunInfo(
    tool_version="0.0.0",
    tables_version="sample",
    known_to=date(2026, 11, 23),
    as_of=date(2026, 11, 24),
    names=NAMES,
    options=(("--published", "2025-11-12"),),
    counts=(("inputs", 4), ("ignored", 1)),
)

PRK = Party("PRK", "North Korea")
IRN = Party("IRN", "Iran")
CORVAL = Party("CORVAL", "Corval")
ZENDA = Party("ZENDA", "Zenda")
NEVER = Exemption(
    "x1",
    "1874:9",
    "Had the Committee approved this shipment beforehand?",
    "Le Comité avait-il approuvé cet envoi au préalable ?",
)


def at(text: str, words: str, block: BlockKind = BlockKind.BODY, nth: int = 1) -> Evidence:
    """The words as evidence, at their ``nth`` place in the text."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Evidence(words, start, start + len(words), block)


def blocks_of(text: str, kinds: dict[str, BlockKind]) -> tuple[Block, ...]:
    """A block a line, of the kind whose opening words it has, else body."""
    out, start = [], 0
    for part in text.split("\n"):
        kind = next((k for opening, k in kinds.items() if part.startswith(opening)), BlockKind.BODY)
        if part:
            out.append(Block(kind, start, start + len(part)))
        start += len(part) + 1
    return tuple(out)


def claim(
    identifier: str,
    activity: str,
    evidence: tuple[Evidence, ...],
    period: Period,
    *,
    giver: Party | None = PRK,
    taker: Party | None = CORVAL,
    items: tuple[Item, ...] = (),
    status: Status = Status.ALLEGED,
    speakers: tuple[Speaker, ...] = (),
    denied_by: tuple[Party, ...] = (),
    denials: tuple[Evidence, ...] = (),
    quantity: tuple[Quantity, ...] = (),
    places: tuple[str, ...] = (),
    also: tuple[Status, ...] = (),
    signal: Signal = Signal.NONE,
    actor: Party | None = None,
) -> Claim:
    statements = tuple(
        Statement(
            (activity,), giver, taker, giver, items, s, 3, period, evidence[0], speakers, denied_by, denials, quantity
        )
        for s in (status, *also)
    )
    return Claim(
        id=identifier,
        activity=activity,
        activities=(activity,),
        giver=giver,
        taker=taker,
        actor=actor or giver,
        counterparty=giver if actor else taker,
        items=items,
        quantity=quantity,
        period=period,
        status=status,
        modality=3,
        speakers=speakers,
        denied_by=denied_by,
        evidence=evidence,
        statements=statements,
        denials=denials,
        places=places,
        signal=signal,
    )


def held(
    rule: Provision,
    label: Label,
    row: str,
    reasons: tuple[Reason, ...],
    *,
    role: Role = Role.PRIMARY,
    force: ForceAnswer = ForceAnswer(Force.YES),  # noqa: B008 - frozen
    bound: tuple[str, ...] = ("PRK", "CORVAL"),
    score: float = 90.0,
) -> Assessed:
    return Assessed(Match(rule, force, role, score, reasons, bound), label, row)


def finding(
    about: Claim,
    label: Label,
    row: str,
    certainty: Certainty,
    rationale: str,
    rationale_fr: str,
    assessed: tuple[Assessed, ...] = (),
    *,
    link: LegalLink = LegalLink.TOOL,
    link_speakers: tuple[Speaker, ...] = (),
    missing: tuple[str, ...] = (),
    missing_fr: tuple[str, ...] = (),
    exemptions: tuple[Exemption, ...] = (),
) -> Finding:
    return Finding(
        about,
        label,
        row,
        certainty,
        rationale,
        rationale_fr,
        link,
        link_speakers,
        missing,
        missing_fr,
        exemptions,
        assessed,
    )


def reason(name: str, state: ElementState, en: str, fr: str = "", said: str = "", law: str = "") -> Reason:
    return Reason(name, state, 100.0 if state is MET else 0.0, en, fr, said, law)


PIER = (
    "Shells by night: what the pier cameras saw\n"
    "WEXFORD HARBOUR, 12 November 2025 (Harbour Wire)\n"
    "Corval took delivery of 3,000 artillery shells from North Korea last month, Zenda's defence "
    "ministry said on Monday, and paid for them in part with places for North Korean builders. The "
    'crates, the ministry said, were landed at night under the label "marine pumps".\n'
    'Corval\'s foreign minister called the report "a fable told by a neighbour with an election to win". '
    '"No shell has come to us from Pyongyang, not one," she said.\n'
    "READ ALSO: Ten harbours that never sleep [GALLERY]\n"
    "Officials in Corval have said that up to 400 North Korean builders would be welcome on the dam at "
    "Ostry from next spring.\n"
    "The same ministry said that Iran delivered two dozen attack drones to Corval on 20 October 2025. "
    "Tehran has not commented.\n"
    "Pumps, cranes and tinned fish also passed over the pier, as they have for years. In 2015 Corval "
    "bought North Korean coal openly; a spokesman says that not a tonne has come since.\n"
    "The last North Korean loggers were sent home in November 2019, the labour office says, three weeks "
    "ahead of the date.\n"
    "An analyst in Wexford said that a US resolution of 2017 makes every country send such workers home, "
    "and that UN resolution 1874 forbids the North to export arms of any kind. Diplomats still argue "
    "whether UN sanctions on Iran returned on 28 September 2025.\n"
    "This website uses cookies. Accept all"
)

ZENDA_MINISTRY = Speaker("ZENDA", "Zenda's defence ministry", ("Harbour Wire",))
ANALYST = Speaker("", "an analyst in Wexford")
SHELLS = Item("artillery_shell", "artillery shells")


def pier() -> Result:
    """Six claims: two strong, one announced, one disputed, three set aside; evidence of two overlaps."""
    text = PIER
    arms = claim(
        "c-shells",
        "arms_export",
        (
            at(text, "Corval took delivery of 3,000 artillery shells from North Korea last month"),
            at(text, "were landed at night"),
            at(text, "Shells by night", BlockKind.HEADLINE),
        ),
        Period(date(2025, 10, 1), date(2025, 10, 31), "relative"),
        items=(SHELLS,),
        speakers=(ZENDA_MINISTRY,),
        denied_by=(Party("CORVAL", "Corval", "Corval's foreign minister"),),
        denials=(at(text, '"No shell has come to us from Pyongyang, not one," she said'),),
        quantity=(Quantity("3,000 artillery shells", 3000, 3000, "shell"),),
        also=(Status.ASSERTED,),
    )
    paid = claim(
        "c-paid",
        "worker_authorisation",
        (
            at(
                text,
                "from North Korea last month, Zenda's defence ministry said on Monday, "
                "and paid for them in part with places for North Korean builders",
            ),
        ),
        Period(date(2025, 8, 14), date(2025, 11, 12), "assumed"),
        items=(Item("builder", "builders"),),
        speakers=(ZENDA_MINISTRY,),
    )
    dam = claim(
        "c-dam",
        "worker_authorisation",
        (at(text, "up to 400 North Korean builders would be welcome on the dam at Ostry from next spring"),),
        Period(date(2026, 3, 1), date(2026, 6, 20), "planned"),
        items=(Item("builder", "builders"),),
        status=Status.PLANNED,
        speakers=(Speaker("CORVAL", "officials in Corval"),),
        quantity=(Quantity("up to 400", None, 400, "person"),),
        places=("Ostry",),
    )
    drones = claim(
        "c-drones",
        "arms_export",
        (at(text, "Iran delivered two dozen attack drones to Corval on 20 October 2025"),),
        Period(date(2025, 10, 20), date(2025, 10, 20), "stated"),
        giver=IRN,
        items=(Item("attack_drone", "attack drones"),),
        speakers=(Speaker("ZENDA", "Zenda's defence ministry"),),
        quantity=(Quantity("two dozen", 24, 24, "drone"),),
    )
    coal = claim(
        "c-coal",
        "coal_export",
        (at(text, "In 2015 Corval bought North Korean coal openly"),),
        Period(date(2015, 1, 1), date(2015, 12, 31), "stated"),
        items=(Item("coal", "coal"),),
        status=Status.ASSERTED,
    )
    denied = claim(
        "c-tonne",
        "coal_export",
        (at(text, "not a tonne has come since"),),
        Period(date(2016, 1, 1), date(2025, 11, 12), "relative"),
        items=(Item("coal", "coal"),),
        status=Status.DENIED,
        denied_by=(Party("CORVAL", "Corval", "a spokesman"),),
        denials=(at(text, "a spokesman says that not a tonne has come since"),),
    )
    loggers = claim(
        "c-loggers",
        "worker_repatriation",
        (at(text, "The last North Korean loggers were sent home in November 2019"),),
        Period(date(2019, 11, 1), date(2019, 11, 30), "stated"),
        items=(Item("worker", "loggers"),),
        actor=CORVAL,
        status=Status.ASSERTED,
        signal=Signal.COMPLIANCE,
        speakers=(Speaker("CORVAL", "the labour office"),),
    )
    disputed = ForceAnswer(
        Force.DISPUTED,
        "States dispute that it binds from 2025-09-28",
        date(2025, 9, 28),
        (
            Reading(True, ("E3", "USA"), "The notification of 28 August 2025 brought the six resolutions back."),
            Reading(False, ("IRN", "RUS", "CHN"), "The notification was void, and 2231 ended on 18 October 2025."),
        ),
        "des États contestent qu’il s’applique à compter du 2025-09-28",
    )
    arms_met = (
        reason(
            "item",
            MET,
            "Artillery shells are arms.",
            "Les obus d’artillerie sont des armes.",
            "3,000 artillery shells",
        ),
        reason("direction", MET, "The goods leave the North.", "Les biens quittent le Nord.", "from North Korea"),
        reason("parties", MET, "Seller and buyer are both named.", "Vendeur et acheteur sont nommés."),
    )
    worker_reasons = (
        reason(
            "item", MET, "The text speaks of North Korean workers.", "Le texte parle de travailleurs nord-coréens."
        ),
        reason(
            "date",
            MISSING,
            "The text gives no day on which a permit was issued.",
            "Le texte ne donne pas le jour où un permis a été délivré.",
            law="new work authorisations",
        ),
    )
    findings = (
        finding(
            coal,
            Label.NOT_IN_FORCE,
            "R5",
            Certainty.HIGH,
            "The coal rules began on 5 August 2017; the sale is dated 2015.",
            "Les règles sur le charbon datent du 5 août 2017 ; la vente est de 2015.",
            (
                held(
                    COAL,
                    Label.NOT_IN_FORCE,
                    "R5",
                    (reason("item", MET, "Coal is named in the rule.", "Le charbon figure dans la règle."),),
                    force=ForceAnswer(Force.NO, "not before 2017-08-05", None, (), "pas avant le 2017-08-05"),
                ),
            ),
        ),
        finding(
            arms,
            Label.ALLEGED_VIOLATION,
            "R19",
            Certainty.HIGH,
            "The article reports conduct that meets every element of a rule in force.",
            "L’article rapporte des faits qui remplissent chaque élément d’une règle en vigueur.",
            (
                held(ARMS_2006, Label.ALLEGED_VIOLATION, "R19", arms_met, score=96.0),
                held(ARMS_2009, Label.ALLEGED_VIOLATION, "R19", arms_met[:2], role=Role.SUPPORTING, score=95.0),
                held(
                    MISSILE_LIST,
                    Label.NO_PROVISION,
                    "R2",
                    (
                        reason(
                            "direction",
                            CONTRADICTED,
                            "The goods come from North Korea, not from Iran.",
                            "Les biens viennent de Corée du Nord, non d’Iran.",
                            "from North Korea",
                            "to or from Iran",
                        ),
                    ),
                    role=Role.CONSIDERED,
                    force=ForceAnswer(Force.NO, "lapsed after 2023-10-17", None, (), "caduc après le 2023-10-17"),
                    bound=(),
                    score=20.0,
                ),
            ),
            link=LegalLink.SOURCE,
            link_speakers=(ANALYST,),
            exemptions=(NEVER,),
        ),
        finding(
            drones,
            Label.POSSIBLE_VIOLATION,
            "R10",
            Certainty.MEDIUM,
            "Members of the Council disagree whether the rule applies; both readings are shown.",
            "Des membres du Conseil divergent sur l’application de la règle ; les deux lectures sont données.",
            (
                held(
                    IRAN_ARMS,
                    Label.POSSIBLE_VIOLATION,
                    "R10",
                    (reason("item", MET, "Attack drones are arms.", "Les drones d’attaque sont des armes."),),
                    force=disputed,
                    bound=("IRN", "CORVAL"),
                ),
            ),
            missing=("Which model, and with what range?",),
            missing_fr=("Quel modèle, et de quelle portée ?",),
        ),
        finding(
            paid,
            Label.POSSIBLE_VIOLATION,
            "R18",
            Certainty.LOW,
            "One element remains to be established.",
            "Un élément reste à établir.",
            (held(WORKERS_2017, Label.POSSIBLE_VIOLATION, "R18", worker_reasons, bound=("CORVAL",)),),
            missing=("On which day were permits given?", "Were the workers already in the country?"),
            missing_fr=(
                "Quel jour les permis ont-ils été délivrés ?",
                "Les travailleurs étaient-ils déjà dans le pays ?",
            ),
        ),
        finding(
            dam,
            Label.PROSPECTIVE_VIOLATION,
            "R13",
            Certainty.MEDIUM,
            "Announced, not yet done; it would fall under the rule.",
            "Annoncé, pas encore fait ; cela relèverait de la règle.",
            (
                held(WORKERS_2017, Label.PROSPECTIVE_VIOLATION, "R13", worker_reasons[:1], bound=("CORVAL",)),
                held(
                    REPATRIATION,
                    Label.PROSPECTIVE_VIOLATION,
                    "R13",
                    worker_reasons[:1],
                    role=Role.SUPPORTING,
                    bound=("CORVAL",),
                ),
            ),
            link=LegalLink.ARTICLE,
        ),
        finding(
            denied,
            Label.DENIED,
            "R4",
            Certainty.HIGH,
            "The article carries only a denial.",
            "L’article ne porte qu’un démenti.",
        ),
        finding(
            loggers,
            Label.PERMITTED,
            "R6",
            Certainty.MEDIUM,
            "The text presents the duty as carried out; nobody verified it.",
            "Le texte présente l’obligation comme exécutée ; personne ne l’a vérifié.",
            (held(REPATRIATION, Label.PERMITTED, "R6", worker_reasons[:1], bound=("CORVAL",)),),
        ),
    )

    def cited(
        words: str,
        outcome: Outcome,
        provisions: tuple[str, ...],
        en: str,
        fr: str,
        what: tuple[Cited, ...] = (),
        suggestion: str = "",
    ) -> Citation:
        found = at(text, words)
        return Citation(words, found.start, found.end, what, outcome, provisions, en, fr, suggestion=suggestion)

    citations = (
        cited(
            "a US resolution of 2017",
            Outcome.WRONG_BODY,
            ("2397:8",),
            "The text speaks of a US resolution; the rule it describes is one of the UN Security Council.",
            "Le texte parle d’une résolution américaine ; la règle décrite est du Conseil de sécurité de l’ONU.",
            (Cited("US", None, 2017),),
            "resolution 2397 (2017)",
        ),
        cited(
            "UN resolution 1874",
            Outcome.SUPPORTED,
            ("1874:9", "1718:8(b)"),
            "Number and rule agree with the tables.",
            "Le numéro et la règle concordent avec les tables.",
            (Cited("UNSC", 1874),),
        ),
        cited(
            "UN sanctions on Iran returned on 28 September 2025",
            Outcome.DISPUTED,
            ("2231:12",),
            "States disagree: some hold that the measures are back, others that nothing was restored.",
            "Des États divergent : pour les uns les mesures sont rétablies, pour les autres rien ne l’a été.",
            (Cited("UN"),),
        ),
    )
    kinds = {
        "Shells by night:": BlockKind.HEADLINE,
        "WEXFORD": BlockKind.DATELINE,
        "READ ALSO": BlockKind.TEASER,
        "This website": BlockKind.BOILERPLATE,
    }
    blocks = blocks_of(text, kinds)
    skipped = tuple(
        Skipped(b.start, b.end, b.kind.value) for b in blocks if b.kind in (BlockKind.TEASER, BlockKind.BOILERPLATE)
    )
    document = Document(
        id="d-pier",
        key="pier.md",
        source="harbour/pier.md",
        sha256="4f0c" * 16,
        text=text,
        title="Shells by night: what the pier cameras saw",
        language="en",
        published=date(2025, 11, 12),
        published_basis="front_matter",
        blocks=blocks,
        synthetic=True,
    )
    return Result(document, findings, citations, skipped)


QUAI = (
    "Accueil » MONDE » Corval reçoit des obus du Nord\n"
    "Corval reçoit des obus du Nord\n"
    "par\n"
    "Corval aurait acheté « par milliers » des obus à Pyongyang depuis l’été, affirme une responsable de "
    "Zenda. « Nous surveillons toujours si les caisses arrivent », a-t-elle ajouté. place.\n"
    "L’ambassadeur de Corval juge l’accusation « sans fondement ».\n"
    "Une résolution américaine exige que chaque État renvoie les ouvriers du Nord d’ici 2019, rappelle "
    "le journal, qui voit dans ces achats une violation des textes de l’ONU.\n"
    "A NE PAS MANQUER Le port vu du ciel [VIDÉO]"
)


def quai() -> Result:
    """A scraped and machine-translated page in French, with one strong claim and a wrong body."""
    text = QUAI
    shells = claim(
        "c-obus",
        "arms_export",
        (
            at(text, "Corval aurait acheté « par milliers » des obus à Pyongyang depuis l’été"),
            at(text, "Corval reçoit des obus du Nord", BlockKind.HEADLINE, nth=2),
        ),
        Period(date(2025, 6, 1), date(2025, 11, 12), "relative"),
        items=(Item("artillery_shell", "obus"),),
        speakers=(Speaker("ZENDA", "une responsable de Zenda"),),
        denied_by=(Party("CORVAL", "Corval", "l’ambassadeur de Corval"),),
        denials=(at(text, "juge l’accusation « sans fondement »"),),
        quantity=(Quantity("par milliers", 1000, None, "obus"),),
    )
    reasons = (
        reason("item", MET, "Shells are arms.", "Les obus sont des armes.", "des obus"),
        reason("direction", MET, "The goods leave the North.", "Les biens quittent le Nord.", "à Pyongyang"),
    )
    findings = (
        finding(
            shells,
            Label.ALLEGED_VIOLATION,
            "R19",
            Certainty.MEDIUM,
            "The article reports conduct that meets every element of a rule in force.",
            "L’article rapporte des faits qui remplissent chaque élément d’une règle en vigueur.",
            (
                held(ARMS_2006, Label.ALLEGED_VIOLATION, "R19", reasons),
                held(ARMS_2009, Label.ALLEGED_VIOLATION, "R19", reasons[:1], role=Role.SUPPORTING, score=80.0),
            ),
            link=LegalLink.ARTICLE,
            missing=("Did the crates arrive?",),
            missing_fr=("Les caisses sont-elles arrivées ?",),
        ),
    )
    words = "Une résolution américaine"
    found = at(text, words)
    citations = (
        Citation(
            words,
            found.start,
            found.end,
            (Cited("US"),),
            Outcome.WRONG_BODY,
            ("2397:8",),
            "The text speaks of an American resolution; paragraph 8 of resolution 2397 (2017) of the Security "
            "Council has this rule. In a translated text this may be a slip of translation. “By 2019” stands for 22 "
            "December 2019.",
            "Le texte parle d’une résolution « américaine » ; la règle décrite figure au paragraphe 8 de la "
            "résolution 2397 (2017) du Conseil de sécurité. Dans un texte traduit, ce peut être un accident de "
            "traduction. « D’ici 2019 » vaut pour le 22 décembre 2019.",
        ),
    )
    kinds = {
        "Accueil": BlockKind.BOILERPLATE,
        "Corval reçoit": BlockKind.HEADLINE,
        "par": BlockKind.BOILERPLATE,
        "A NE PAS": BlockKind.TEASER,
    }
    blocks = blocks_of(text, kinds)
    skipped = tuple(
        Skipped(b.start, b.end, b.kind.value) for b in blocks if b.kind in (BlockKind.TEASER, BlockKind.BOILERPLATE)
    )
    document = Document(
        id="d-quai",
        key="quai.txt",
        source="https://actu.invalid/monde/quai.html",
        sha256="91ab" * 16,
        text=text,
        title="Corval reçoit des obus du Nord",
        language="fr",
        published=date(2025, 11, 12),
        published_basis="argument",
        blocks=blocks,
        synthetic=True,
        notices=("machine_translated",),
    )
    return Result(document, findings, citations, skipped)


def quiet() -> Result:
    """Read, and nothing found."""
    text = "Herring prices rose for the third week.\n\nNobody at the quay could say why."
    document = Document(
        id="d-herring",
        key="herring.txt",
        source="harbour/herring.txt",
        sha256="07de" * 16,
        text=text,
        title="Herring dearer again",
        language="en",
        published=date(2025, 11, 1),
        published_basis="visible",
        synthetic=True,
    )
    return Result(document)


def broken() -> Result:
    """An input that could not be read."""
    document = Document(id="d-broken", key="broken.txt", source="harbour/broken.txt", sha256="", text="")
    return Result(document, error=Failure("binary", "the file is not text: it holds zero bytes"))


def everything() -> tuple[Result, ...]:
    """The sample run, in input order."""
    return (pier(), quiet(), quai(), broken())


BIDI = "\u202e"


def hostile() -> Result:
    """A document whose every word tries to leave the place it was given."""
    bad = "<script>alert(1)</script>"
    text = (
        f"{BIDI}{bad} & {{{{ 7*7 }}}} {{% raw %}} <svg onload=alert(1)>\n"
        f"\u0627\u0644\u0628\u064a\u0627\u0646 {bad} sold shells \u0000\u0007 to \"Corval\" 'now' "
        "javascript:alert(1)\n" + "x" * 3000
    )
    exact = 'sold shells \u0000\u0007 to "Corval"'
    about = claim(
        '"><img src=x onerror=alert(1)>',
        "<b>unknown</b>",
        (at(text, exact),),
        Period(date(2025, 10, 1), date(2025, 10, 2), "<i>odd</i>"),
        giver=Party("</title>", f"{BIDI}{bad}"),
        taker=None,
        items=(Item("</script>", bad),),
        speakers=(Speaker("", f"{bad}{{{{ 7*7 }}}}", (bad,)),),
        denied_by=(Party("X", bad, bad),),
        quantity=(Quantity(bad, None, None),),
        places=(bad,),
    )
    hard = replace(ARMS_2006, summary=bad, summary_fr=bad, paragraph=bad, id=bad)
    one = finding(
        about,
        Label.ALLEGED_VIOLATION,
        bad,
        Certainty.LOW,
        bad,
        bad,
        (held(hard, Label.ALLEGED_VIOLATION, bad, (reason(bad, MET, bad, bad, bad, bad),), bound=(bad,)),),
        link=LegalLink.SOURCE,
        link_speakers=(Speaker("", bad),),
        missing=(bad,),
        missing_fr=(bad,),
        exemptions=(Exemption("x", bad, bad, bad),),
    )
    citation = Citation(
        bad, text.index(bad), text.index(bad) + len(bad), (), Outcome.GENERIC, (bad,), bad, bad, suggestion=bad
    )
    document = Document(
        id="d-hostile",
        key="hostile",
        source=f"javascript:alert(1)//{bad}",
        sha256="00" * 32,
        text=text,
        title=f"{BIDI}{bad} {{{{ 7*7 }}}}",
        language='en" onload="alert(1)',
        encoding=bad,
        published=date(2025, 10, 3),
        published_basis=bad,
        notices=(bad,),
    )
    skipped = (Skipped(0, 40, bad, bad), Skipped(0, 10**9, "budget"))
    return Result(document, (one,), (citation,), skipped)
