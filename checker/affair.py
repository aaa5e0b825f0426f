"""What many documents say together: the claims of one piece of conduct, and how the texts that tell of it hang together."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from checker.model import Label, Party, Period, Quantity, Speaker, Status
from checker.records import record


class Tie(StrEnum):
    """What links a text to another, the strongest first.

    A near-identical copy; the same text with other figures; it credits the other's outlet; both credit one agency; it
    quotes or names the other's outlet.
    """

    COPY = "copy"
    VERSION = "version"
    CREDITS = "credits"
    AGENCY = "agency"
    NAMES = "names"


class Difference(StrEnum):
    """What accounts of the same conduct tell differently."""

    DENIAL = "denial"
    QUANTITY = "quantity"
    DAYS = "days"


@record
class Account:
    """A claim as one document tells it, without its text; the ends, items and days are those of the claim.

    ``anchor`` stands for the words of its primary evidence, ``ships`` are names of vessels in its sentences (folded),
    ``regime`` is that of its primary provision, ``compliant`` says that the text presents it as allowed.
    """

    document: str
    claim: str
    activity: str
    giver: Party | None
    taker: Party | None
    items: tuple[str, ...]
    period: Period
    published: date | None
    label: Label
    status: Status
    compliant: bool = False
    regime: str = ""
    places: tuple[str, ...] = ()
    ships: tuple[str, ...] = ()
    quantity: tuple[Quantity, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    denied_by: tuple[Party, ...] = ()
    anchor: str = ""


@record
class Telling:
    """A document that holds accounts: what names it, and what its text is compared by.

    ``sketch`` are the smallest hashes of its runs of words, in order, and ``size`` the number of different runs;
    ``agencies`` credited in it and ``named`` capitalised names of its text are folded.
    """

    id: str
    source: str
    title: str
    outlet: str
    language: str
    published: date | None
    accounts: tuple[Account, ...]
    sketch: tuple[int, ...] = ()
    size: int = 0
    agencies: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@record
class Link:
    """A text leans on the one of ``document``, or on an agency that both credit (``name``)."""

    tie: Tie
    document: str
    name: str = ""


@record
class Reported:
    """An account in its affair. ``text`` and ``origin`` number the near-identical text and the group of linked texts."""

    account: Account
    source: str
    title: str
    outlet: str
    language: str
    text: int
    origin: int
    links: tuple[Link, ...] = ()


@record
class Told:
    """Something that documents tell, and the ids of these, in the order of the affair.

    ``words`` are an id where there is one, and ``name`` then what the first of the documents calls it.
    """

    words: str
    documents: tuple[str, ...]
    name: str = ""


@record
class Contradiction:
    """Accounts that differ: in amounts of one ``unit``, in days, or because somebody denies."""

    kind: Difference
    told: tuple[Told, ...]
    unit: str = ""


@record
class Affair:
    """Claims of the same conduct in two documents or more, earliest first.

    ``id`` is made of the first of them alone and so outlives what is added later. ``texts`` counts near-identical texts
    once, ``origins`` what is linked in any way once: of two origins no link was seen, which is no proof that there is none.
    ``first`` are the accounts published first, empty when no day is known.
    """

    id: str
    activity: str
    giver: Party | None
    taker: Party | None
    items: tuple[str, ...]
    places: tuple[str, ...]
    period: Period
    reports: tuple[Reported, ...]
    texts: int
    origins: int
    first: tuple[str, ...]
    voices: tuple[Told, ...]
    denials: tuple[Told, ...]
    contradictions: tuple[Contradiction, ...]


@record
class Together:
    """What the documents of a run say together. ``copies`` gives, for a text nearly the same as an earlier one, its document."""

    affairs: tuple[Affair, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
