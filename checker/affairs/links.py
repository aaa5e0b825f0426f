"""Which documents of an affair lean on which: copies, versions of one text, one agency, one that names another's outlet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.affair import Account, Link, Telling, Tie
from checker.affairs.sources import plain_name


def links_between(
    ordered: Sequence[Telling], texts: Mapping[str, str], same: Mapping[str, str], accounts: Mapping[str, Account]
) -> dict[str, tuple[Link, ...]]:
    """For each document, by id, the links to others of the affair; ``ordered`` are these, earliest first.

    Copies and versions point back to the earliest text of theirs; a credit points to the document of the outlet that is
    credited, whichever was first, and to no document where none of that outlet is in the affair.
    """
    found: dict[str, list[Link]] = {one.id: [] for one in ordered}
    heads: dict[str, Telling] = {}
    for one in ordered:
        copied, alike = heads.setdefault(same[one.id], one), heads.setdefault(f"text {texts[one.id]}", one)
        if copied is not one:
            found[one.id].append(Link(Tie.COPY, copied.id))
        elif alike is not one:
            found[one.id].append(Link(Tie.VERSION, alike.id))
    outlets: dict[str, list[Telling]] = {}
    for one in ordered:
        if name := plain_name(one.outlet):
            outlets.setdefault(name, []).append(one)
    credited: dict[str, Telling] = {}
    for one in ordered:
        for name in one.agencies:
            first = credited.setdefault(name, one)
            own = name == plain_name(one.outlet)
            if not own and name not in outlets and first is not one:
                found[one.id].append(Link(Tie.AGENCY, first.id, name))
    for one in ordered:
        found[one.id].extend(_named(one, outlets, accounts[one.id]))
    return {key: _distinct(links, key) for key, links in found.items()}


def _named(one: Telling, outlets: Mapping[str, Sequence[Telling]], account: Account) -> list[Link]:
    """Links to the first document of every other outlet that the text credits, quotes or names."""
    own = plain_name(one.outlet)
    said = [plain_name(part) for speaker in account.speakers for part in (speaker.name, *speaker.via)]
    spoken = {name for each in said for name in outlets if _within(name, each)} | (set(one.named) & set(outlets))
    links = []
    for name in sorted((set(one.agencies) | spoken) & set(outlets) - {own}):
        tie = Tie.CREDITS if name in one.agencies else Tie.NAMES
        links.append(Link(tie, outlets[name][0].id, name))
    return links


def _within(name: str, words: str) -> bool:
    return f" {name} " in f" {words} "


def _distinct(links: Sequence[Link], own: str) -> tuple[Link, ...]:
    """Each document once, by the strongest of the ties to it."""
    by_document: dict[str, Link] = {}
    for link in sorted(links, key=lambda link: (tuple(Tie).index(link.tie), link.document)):
        if link.document != own:
            by_document.setdefault(link.document, link)
    return tuple(by_document.values())
