"""One frozen type per stage of the flow; the words of the enums are the words of the tables."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import field
from datetime import date
from enum import StrEnum

from checker.records import record


class BlockKind(StrEnum):
    """What a stretch of a document is (typology 3.7, folded)."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    QUOTE = "quote"
    TEASER = "teaser"
    BOILERPLATE = "boilerplate"


class Status(StrEnum):
    """How a document vouches for conduct, strongest first."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


class Signal(StrEnum):
    """A circumstance the text states that may make conduct lawful, or plainly not (typology 5.1)."""

    NONE = "none"
    COMPLIANCE = "compliance"
    EXEMPT_GRANTED = "exempt_granted"
    EXEMPT_CLAIMED = "exempt_claimed"
    CAP_UNDER = "cap_under"
    CAP_OVER = "cap_over"
    CAP_UNKNOWN = "cap_unknown"


class Direction(StrEnum):
    """Where the flow runs, seen from the sanctioned side."""

    FROM_TARGET = "from_target"
    TO_TARGET = "to_target"
    WITHIN = "within"
    NA = "na"


class Kind(StrEnum):
    """What a provision does; only the first four are rules that a claim can be held against."""

    PROHIBITION = "prohibition"
    OBLIGATION = "obligation"
    DEMAND = "demand"
    CAP = "cap"
    EXEMPTION = "exemption"
    RENEWAL = "renewal"
    TERMINATION = "termination"
    LISTING_GROUND = "listing_ground"


class Binding(StrEnum):
    """The operative verb."""

    DECIDES = "decides"
    DEMANDS = "demands"
    REQUIRES = "requires"
    CALLS_UPON = "calls_upon"
    URGES = "urges"
    RECALLS = "recalls"
    LISTING_GROUND = "listing_ground"


class Force(StrEnum):
    """Whether a provision binds over a period."""

    YES = "yes"
    NO = "no"
    PARTLY = "partly"
    DISPUTED = "disputed"
    UNCONFIRMED = "unconfirmed"
    UNKNOWN = "unknown"


class Tier(StrEnum):
    """How far a row of law was verified, best first."""

    READ = "read"
    RESTATED = "restated"
    CORROBORATED = "corroborated"
    RECALLED = "recalled"


class ElementState(StrEnum):
    """Missing means the article is silent; contradicted means that it says something else."""

    MET = "met"
    MISSING = "missing"
    CONTRADICTED = "contradicted"


class Role(StrEnum):
    """The place of a provision beside a claim."""

    PRIMARY = "primary"
    SUPPORTING = "supporting"
    CONSIDERED = "considered"


class Label(StrEnum):
    """What the tool concludes of a claim; the first three are flagged."""

    ALLEGED_VIOLATION = "alleged_violation"
    PROSPECTIVE_VIOLATION = "prospective_violation"
    POSSIBLE_VIOLATION = "possible_violation"
    DENIED = "denied"
    PERMITTED = "permitted"
    NOT_BINDING = "not_binding"
    NOT_IN_FORCE = "not_in_force"
    INSUFFICIENT = "insufficient"
    NO_PROVISION = "no_provision"

    @property
    def flagged(self) -> bool:
        """True for the three labels that make a lead."""
        return self in _FLAGGED


_FLAGGED = (Label.ALLEGED_VIOLATION, Label.PROSPECTIVE_VIOLATION, Label.POSSIBLE_VIOLATION)


class Outcome(StrEnum):
    """What the check of a citation gave (typology 4.5)."""

    SUPPORTED = "supported"
    GENERIC = "generic"
    OTHER_REGIME = "other_regime"
    WRONG_BODY = "wrong_body"
    WRONG_RESOLUTION = "wrong_resolution"
    WRONG_DETAIL = "wrong_detail"
    NOT_IN_FORCE = "not_in_force"
    DISPUTED = "disputed"
    UNKNOWN_RESOLUTION = "unknown_resolution"


class Certainty(StrEnum):
    """A word, not a number: nothing here is calibrated."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class LegalLink(StrEnum):
    """Who says that the conduct breaches a rule: the article, a source it quotes, or nobody but this tool."""

    ARTICLE = "article"
    SOURCE = "source"
    TOOL = "tool"


@record
class Span:
    """Code points ``start`` (included) to ``end`` (excluded) of a document's text."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """True when ``other`` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """True when both spans share at least one code point."""
        return self.start < other.end and other.start < self.end


@record
class Period:
    """Days ``first_day`` to ``last_day``, both included; ``basis`` says where they come from.

    ``basis``: ``stated`` (a day or range in the text), ``relative`` (counted from the publication
    day), ``assumed`` (nothing stated: the ninety days up to publication), ``deadline``, ``planned``.
    """

    first_day: date
    last_day: date
    basis: str = "stated"

    def __post_init__(self) -> None:
        if self.last_day < self.first_day:
            raise ValueError(f"a period ends before it begins: {self.first_day} to {self.last_day}")

    def meets(self, other: Period) -> bool:
        """True when both periods share at least one day."""
        return self.first_day <= other.last_day and other.first_day <= self.last_day


@record
class Block:
    """A stretch of a document with its kind; blocks are in order, and never overlap."""

    kind: BlockKind
    start: int
    end: int
    weight: float = 1.0


@record
class Skipped:
    """Something not checked, and why (``reason`` is a slug such as ``teaser``, ``language``, ``budget``)."""

    start: int
    end: int
    reason: str
    detail: str = ""


@record
class Document:
    """One article as decoded, or as extracted from a page; ``text`` is never altered afterwards.

    ``pages`` are the offsets at which the pages of its file begin, the first of them 0; empty where there are none.
    """

    id: str
    key: str
    source: str
    sha256: str
    text: str
    title: str = ""
    language: str = "und"
    encoding: str = "utf-8"
    published: date | None = None
    published_basis: str = "none"
    blocks: tuple[Block, ...] = ()
    synthetic: bool = False
    notices: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    outlet: str = ""
    extracted: bool = False
    url: str = ""
    pages: tuple[int, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The number of the page, from 1, on which the code point at ``offset`` stands; None where there are no pages."""
        return bisect_right(self.pages, offset) if self.pages else None


@record
class Evidence:
    """Exact words of the document: ``document.text[start:end] == exact``."""

    exact: str
    start: int
    end: int
    block: BlockKind = BlockKind.BODY


@record
class Party:
    """One end of a flow; ``id`` is an actor id of the tables, ``organ`` the body that stood for it.

    ``how``: ``name``, ``adjective``, ``capital``, ``leader``, ``organ``, ``epithet``, ``anaphora``,
    ``origin`` or ``context``; the last three lower the certainty.
    """

    id: str
    name: str
    text: str = ""
    how: str = "name"
    organ: str = ""


@record
class Item:
    """A thing that moves or is used; ``id`` is a row of the item table, ``text`` the words said."""

    id: str
    text: str


@record
class Quantity:
    """An amount as written, as an interval with its unit (``low`` or ``high`` may be open)."""

    text: str
    low: float | None
    high: float | None
    unit: str = ""
    per: str = ""


@record
class Speaker:
    """Who says so; ``via`` is the chain from the nearest relay outwards."""

    id: str
    name: str
    via: tuple[str, ...] = ()


@record
class Statement:
    """One clause that speaks of conduct, as the reader understood it.

    ``modality`` is 0 (denied) to 5 (admitted), typology 3.9. ``facts`` are details a rule may need
    and the text states (``ballistic``, ``flag:PRK``, ``completed:no``, ``future`` ...).
    """

    activities: tuple[str, ...]
    giver: Party | None
    taker: Party | None
    actor: Party | None
    items: tuple[Item, ...]
    status: Status
    modality: int
    period: Period
    evidence: Evidence
    speakers: tuple[Speaker, ...] = ()
    denied_by: tuple[Party, ...] = ()
    denials: tuple[Evidence, ...] = ()
    quantity: tuple[Quantity, ...] = ()
    places: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    signal: Signal = Signal.NONE
    verdict_by: tuple[Speaker, ...] = ()
    verdict_in_text: bool = False
    notes: tuple[str, ...] = ()


@record
class Claim:
    """One piece of conduct a document speaks of; the first evidence is the primary one."""

    id: str
    activity: str
    activities: tuple[str, ...]
    giver: Party | None
    taker: Party | None
    actor: Party | None
    counterparty: Party | None
    items: tuple[Item, ...]
    quantity: tuple[Quantity, ...]
    period: Period
    status: Status
    modality: int
    speakers: tuple[Speaker, ...]
    denied_by: tuple[Party, ...]
    evidence: tuple[Evidence, ...]
    statements: tuple[Statement, ...]
    denials: tuple[Evidence, ...] = ()
    places: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    signal: Signal = Signal.NONE
    verdict_by: tuple[Speaker, ...] = ()
    verdict_in_text: bool = False
    anchor: str = ""


@record
class Cited:
    """One instrument or paragraph that words of the text point to, as parsed.

    ``body``: ``UNSC``, ``UN``, ``UNGA``, ``US``, ``EU``, ``UK``, ``IAEA``, ``other`` or empty.
    """

    body: str
    number: int | None = None
    year: int | None = None
    paragraph: str = ""
    text: str = ""


@record
class Citation:
    """Words of the document that refer to law, with what the check of them gave.

    ``described`` is the activity code of the rule the sentence describes, or empty.
    """

    exact: str
    start: int
    end: int
    cited: tuple[Cited, ...]
    outcome: Outcome
    provisions: tuple[str, ...]
    rationale: str
    rationale_fr: str = ""
    described: str = ""
    suggestion: str = ""


@record
class Reading:
    """The two readings of a disputed provision say who holds each."""

    holds: bool
    held_by: tuple[str, ...]
    text: str
    text_fr: str = ""


@record
class ProvisionPeriod:
    """Days on which a provision binds; ``last_day`` None means no end.

    ``note`` is ``disputed``, ``unconfirmed`` or empty; ``ended_by`` an id or ``end of term``. ``began``: ``adopted``,
    ``later_day``, ``continued``, ``restored``. ``ended``: ``lapsed``, ``terminated``, ``suspended``, ``replaced``,
    ``ended``, ``renewal_unseen``, ``last_day_unknown``, or empty for what goes on.
    """

    first_day: date
    last_day: date | None
    note: str = ""
    began_by: str = ""
    ended_by: str = ""
    remark: str = ""
    began: str = ""
    ended: str = ""


@record
class Amendment:
    """A paragraph that touches another; an id may be a whole resolution, where only that is known.

    ``kind``: ``renews``, ``restores``, ``replaces``, ``ends``, ``suspends``, ``exempts``, or empty when it is not known
    what it does. ``stated_by`` says where it was found: at the ``amending`` row, the ``amended`` row, a ``period``.
    """

    amending: str
    amended: str
    kind: str = ""
    stated_by: tuple[str, ...] = ()


@record
class Cap:
    """A quantity that a limb allows; ``quantity`` None means that the law names no figure (see ``note``).

    ``window``: ``whole_period``, ``calendar_year``, ``twelve_months`` (from ``first_day``), ``at_any_time``.
    ``counted``: whose conduct is added up; ``reports``: how often it is reported, ``reported_by``: by whom; each is
    empty when not held here.
    """

    unit: str
    first_day: date
    last_day: date | None
    quantity: float | None
    window: str
    counted: str = ""
    reports: str = ""
    reported_by: str = ""
    source_url: str = ""
    tier: Tier = Tier.RECALLED
    note: str = ""

    @property
    def said(self) -> str:
        """The quantity in a few words, with its window, whose conduct is counted, and its days."""
        figure = "no figure" if self.quantity is None else f"{self.quantity:,.10g}"
        words = (f"{figure} {self.unit}", self.window, self.counted)
        days = f"{self.first_day} to {self.last_day or 'no end'}"
        return f"{', '.join(filter(None, words))}, {days}".replace("_", " ")


@record
class Element:
    """Something a provision needs beyond its activity: ``test`` names the comparison, ``values`` its words.

    Tests: ``giver_in``, ``taker_in``, ``taker_not_in``, ``body_not_in``, ``taker_known``, ``terms_for``, ``place_in``,
    ``item_in``, ``fact``.
    ``question`` is what a reviewer is asked while the text is silent.
    """

    name: str
    test: str
    values: tuple[str, ...]
    question: str = ""
    question_fr: str = ""
    first_day: date | None = None
    last_day: date | None = None


@record
class Exemption:
    """A condition under which a provision does not bite.

    ``procedure``: ``approval`` (of all of it or of the part that the condition says), ``notice``, ``approval_or_notice`` (one
    for a part, one for another), empty where the condition names none.
    """

    id: str
    provision: str
    condition: str
    condition_fr: str
    procedure: str = ""
    first_day: date | None = None
    last_day: date | None = None


@record
class Provision:
    """One limb of one paragraph: an obligation with one activity and one direction.

    The key is ``(id, activity, direction)``; paragraphs with several limbs share ``id`` and summary.
    """

    id: str
    regime: str
    resolution: int
    year: int
    adopted: date
    paragraph: str
    kind: Kind
    binding: Binding
    activity: str
    direction: Direction
    bound: tuple[str, ...]
    items: str
    summary: str
    summary_fr: str
    source_url: str
    tier: Tier
    periods: tuple[ProvisionPeriod, ...]
    targets: tuple[str, ...]
    elements: tuple[Element, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    rank: int = 50
    partner: str = ""
    topic: str = ""
    deadline: str = ""
    caps: tuple[Cap, ...] = ()
    note: str = ""
    copy_kind: str = ""
    amends: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()

    @property
    def cap(self) -> str:
        """The quantities that the limb allows, in words; empty when it allows none."""
        return "; ".join(one.said for one in self.caps)

    @property
    def symbol(self) -> str:
        """The document symbol, such as ``S/RES/1718 (2006)``."""
        return f"S/RES/{self.resolution} ({self.year})"

    @property
    def read_officially(self) -> bool:
        """True when the paragraph was read in the Council's own text; one read in somebody's copy was not."""
        return self.tier is Tier.READ and self.copy_kind == "official"

    @property
    def is_rule(self) -> bool:
        """True when a claim can be held against it: a prohibition, obligation, demand or cap."""
        return self.kind in (Kind.PROHIBITION, Kind.OBLIGATION, Kind.DEMAND, Kind.CAP)

    @property
    def is_hortatory(self) -> bool:
        """True when the Council asked and did not oblige."""
        return self.binding in (Binding.CALLS_UPON, Binding.URGES)


@record
class ForceAnswer:
    """Whether a provision binds over a period, and why.

    ``day`` is the day of change for ``partly``, the last day seen for ``unconfirmed``.
    """

    force: Force
    why: str = ""
    day: date | None = None
    readings: tuple[Reading, ...] = ()
    why_fr: str = ""


@record
class Applicable:
    """A provision with its force over the period that was asked for."""

    provision: Provision
    force: ForceAnswer


@record
class Reason:
    """One compared element: its state, a score of 0 to 100, a sentence, the words said, the words of the law."""

    name: str
    element: ElementState
    score: float
    sentence: str
    sentence_fr: str = ""
    said: str = ""
    law: str = ""
    question: str = ""
    question_fr: str = ""


@record
class Match:
    """A claim held against a provision; ``score`` only orders candidates, elements decide."""

    provision: Provision
    force: ForceAnswer
    role: Role
    score: float
    reasons: tuple[Reason, ...]
    bound: tuple[str, ...] = ()

    def in_state(self, state: ElementState) -> tuple[Reason, ...]:
        """The reasons whose element is in ``state``, in order."""
        return tuple(r for r in self.reasons if r.element is state)


@record
class Assessed:
    """A match with the label the rule table gave it."""

    match: Match
    label: Label
    rule: str


@record
class Finding:
    """What the tool concludes of a claim; called a lead in reports."""

    claim: Claim
    label: Label
    rule: str
    certainty: Certainty
    rationale: str
    rationale_fr: str
    legal_link_by: LegalLink
    legal_link_speakers: tuple[Speaker, ...]
    missing: tuple[str, ...]
    missing_fr: tuple[str, ...]
    exemptions: tuple[Exemption, ...]
    assessed: tuple[Assessed, ...]


@record
class Failure:
    """Why an input could not be read: a slug and a sentence."""

    slug: str
    message: str


@record
class Result:
    """All that a run says of one document; ``error`` is set when it could not be read."""

    document: Document
    findings: tuple[Finding, ...] = ()
    citations: tuple[Citation, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    error: Failure | None = None


@record
class Actor:
    """A row of the actor table; ``state`` is the State an organ or firm stands for (or empty)."""

    id: str
    kind: str
    name: str
    name_fr: str
    state: str = ""
    regimes: tuple[str, ...] = ()


@record
class Regime:
    """A row of the regime table."""

    id: str
    name: str
    name_fr: str
    targets: tuple[str, ...]
    committee: str
    first_resolution: int | None
    status: str
    last_day: date | None
    note: str = ""


@record
class Resolution:
    """A Council resolution; ``regime`` and ``about`` are empty when only number and year are held."""

    number: int
    year: int
    adopted: date | None = None
    regime: str = ""
    about: str = ""
    about_fr: str = ""


@record
class ItemKind:
    """A row of the item table: a class of goods or persons, its parent, and its words in law."""

    id: str
    parent: str
    name: str
    name_fr: str


@record
class Activity:
    """A row of the closed taxonomy of conduct."""

    code: str
    name: str
    name_fr: str
    phrase: str = ""
    phrase_fr: str = ""
    words: tuple[str, ...] = field(default=())


@record
class Classification:
    """What a public scheme calls an item: ``hs`` (Harmonized System) or ``un_register`` (UN Register of Conventional Arms).

    ``provision`` is the paragraph that names the code or category, empty when none held here does.
    """

    item: str
    scheme: str
    code: str
    name: str
    name_fr: str
    provision: str = ""
    note: str = ""


@record
class Place:
    """A row of the place table; ``state`` is whose territory it is, ``controller`` who holds it (or empty)."""

    id: str
    name: str
    name_fr: str
    state: str = ""
    controller: str = ""


@record
class Listing:
    """A party named on a list, with its days; ``first_day`` None means that the day is not held here.

    ``scope``: ``entity`` (named itself), ``alias`` (named as another name of an entry), ``parts`` (only persons, firms
    or ships of it are named). ``seen`` are the days of the copies of the list on which it stood, in order.
    """

    actor: str
    regime: str
    first_day: date | None = None
    last_day: date | None = None
    scope: str = "entity"
    entry: str = ""
    under: str = ""
    seen: tuple[date, ...] = ()
    source_url: str = ""
    tier: Tier = Tier.RECALLED
    note: str = ""


@record
class NotProvision:
    """A text that people cite and that forbids nothing; ``number`` is set for Council resolutions only."""

    why: str
    body: str
    resolution: str
    year: int | None
    paragraph: str
    about: tuple[str, ...]
    topic: str
    summary: str
    summary_fr: str
    source_url: str
    note: str = ""

    @property
    def number(self) -> int | None:
        """The Council number, or None for any other text."""
        return int(self.resolution) if self.resolution.isdecimal() else None
