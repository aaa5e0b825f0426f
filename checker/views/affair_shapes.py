"""What the page of affairs receives, and the index and the page of a document of them."""

from __future__ import annotations

from typing import Annotated

from checker.records import record
from checker.views.review_shapes import NO_REVIEW, DecidedView, ReviewView
from checker.views.shapes import LabelView


@record
class TieView:
    """What links an account to another text."""

    words: Annotated[str, "the link in words, with a place for the other title behind it"]
    title: Annotated[str, "title of the other document"]
    language: Annotated[str, "code of its language for lang attributes"]
    href: Annotated[str, "its page; empty when it has none"]


@record
class AccountView:
    """A claim as one document tells it, beside the others of its affair."""

    claim: Annotated[str, "id of the claim"]
    href: Annotated[str, "its card on the page of its document"]
    title: Annotated[str, "of the document"]
    language: Annotated[str, "code for lang attributes; empty when unknown"]
    byline: Annotated[str, "outlet or source, and day of publication"]
    label: Annotated[LabelView, "the label of the claim"]
    says: Annotated[tuple[str, ...], "who says so; empty: the text in its own voice"]
    denies: Annotated[tuple[str, ...], "who denies it"]
    amounts: Annotated[tuple[str, ...], "as written"]
    days: Annotated[str, "the days it gives, in words"]
    ties: Annotated[tuple[TieView, ...], "what links it to other texts"]
    decided: Annotated[DecidedView | None, "what reviewers made of it; nothing when nobody decided"] = None


@record
class OriginView:
    """Accounts whose texts are linked to each other; a text without a link stands alone."""

    name: Annotated[str, "its number, and whether its texts are linked, in words"]
    accounts: Annotated[tuple[AccountView, ...], "earliest first"]


@record
class DifferenceView:
    """Something that the accounts tell differently."""

    name: Annotated[str, "what"]
    told: Annotated[tuple[str, ...], "each version, with who tells it, in words"]


@record
class AffairView:
    """Claims of the same conduct in several documents."""

    id: Annotated[str, "its address on the page"]
    activity: Annotated[str, "the kind of conduct in words"]
    what: Annotated[str, "the conduct in a few words"]
    days: Annotated[str, "its days in words"]
    counts: Annotated[tuple[str, ...], "documents, texts, texts without a link, in words"]
    first: Annotated[str, "the day on which it was first told here; empty when no day is known"]
    says: Annotated[tuple[str, ...], "who says so, over all accounts"]
    denies: Annotated[tuple[str, ...], "who denies it, over all accounts"]
    differences: Annotated[tuple[DifferenceView, ...], "what is told differently"]
    origins: Annotated[tuple[OriginView, ...], "the accounts, by what is linked"]
    more: Annotated[str, "how many accounts are left out, in words; else empty"]
    href: Annotated[str, "its place on the page of affairs"]


@record
class AffairsView:
    """The page of affairs."""

    affairs: Annotated[tuple[AffairView, ...], "those of most texts without a link first"]
    more: Annotated[str, "how many affairs are left out, in words; else empty"]
    synthetic: Annotated[bool, "true when every document was written by us"]
    review: Annotated[ReviewView, "how far the run was reviewed"] = NO_REVIEW


@record
class AffairsOnIndex:
    """The affairs as the index shows them."""

    affairs: Annotated[tuple[AffairView, ...], "the first few"]
    href: Annotated[str, "the page of all"]
    size: Annotated[str, "how many there are"]
    all: Annotated[str, "how many there are, as the words of a link"]


@record
class BesideView:
    """Another account of the affair, on the page of a document."""

    title: Annotated[str, "of the other document"]
    language: Annotated[str, "code for lang attributes"]
    href: Annotated[str, "its card"]
    claim: Annotated[str, "id of the claim there"]
    decided: Annotated[DecidedView | None, "what reviewers made of it"] = None


@record
class AffairNote:
    """What the card of a lead says of its affair."""

    words: Annotated[str, "in how many other documents it is told"]
    href: Annotated[str, "its place on the page of affairs"]
    beside: Annotated[tuple[BesideView, ...], "the first few other accounts that are leads"]
    more: Annotated[str, "how many are left out, in words; else empty"]
