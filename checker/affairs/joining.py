"""Accounts -> the sets of them that tell of one piece of conduct: an equivalence, whatever the order they come in.

Two accounts are *linked* when they tell of the same, and *opposed* when they cannot. Links alone would chain: an account of
"shells in November" is linked to one of the 3rd and to one of the 20th, which are opposed. So a link counts only between
accounts that are opposed to the same others; what could belong to either belongs to neither. It follows that no two
opposed accounts ever stand together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from checker.affair import Account
from checker.affairs.conduct import IsA, Key, Seen, key_of, other_conduct, same_conduct, seen
from checker.affairs.copies import near_days
from checker.affairs.dating import dated, other_days, reach
from checker.affairs.grouping import grouped
from checker.model import Speaker

Node = tuple[Account, ...]
"""Accounts that near-identical texts give in the same words: they are one from the start."""


def joined(accounts: Iterable[Account], texts: Mapping[str, str], is_a: IsA) -> tuple[tuple[Account, ...], ...]:
    """Every account in exactly one set, sets and accounts in the order of their documents and claims.

    ``texts`` gives for each document the one that stands for all that are nearly the same.
    """
    ordered = sorted(accounts, key=_place)
    found: list[tuple[Account, ...]] = []
    blocks: dict[Key, list[Node]] = defaultdict(list)
    for node in _nodes(ordered, texts):
        key = key_of(node[0])
        if key is None:
            found.append(node)
        else:
            blocks[key].append(node)
    for nodes in blocks.values():
        found.extend(_sets(nodes, is_a))
    return tuple(sorted(found, key=lambda one: _place(one[0])))


def _place(account: Account) -> tuple[str, str]:
    return account.document, account.claim


def _nodes(accounts: Sequence[Account], texts: Mapping[str, str]) -> Iterator[Node]:
    same: dict[tuple[object, ...], list[Account]] = defaultdict(list)
    for one in accounts:
        ends = tuple(party and party.id for party in (one.giver, one.taker))
        words = (one.activity, *ends, one.status, one.compliant, one.anchor)
        same[(texts.get(one.document, one.document), *words)].append(one)
    for each in same.values():
        counted = Counter(one.document for one in each)
        if max(counted.values()) == 1 and _of_one_time(each):
            yield tuple(each)
        else:
            yield from ((one,) for one in each)


def _of_one_time(accounts: Sequence[Account]) -> bool:
    """True when all were published within two weeks and no two speak of different days."""
    ordered = sorted(accounts, key=lambda one: str(one.published or ""))
    each = {(one.period, one.published): one for one in ordered}
    return near_days(ordered[0], ordered[-1]) and not any(
        other_days(a, b) for a, b in combinations(map(dated, each.values()), 2)
    )


def _sets(nodes: Sequence[Node], is_a: IsA) -> Iterator[tuple[Account, ...]]:
    """The sets of nodes with one key."""
    heads = _profiles(nodes)
    profiles = list(heads)
    ready = [seen(one) for one in profiles]
    linked = [pair for pair in _within_reach(ready) if same_conduct(ready[pair[0]], ready[pair[1]], is_a)]
    together = _together(len(profiles), linked)
    opposed: dict[int, set[int]] = defaultdict(set)
    for members in together:
        for pair in combinations(members, 2):
            if other_conduct(ready[pair[0]], ready[pair[1]], is_a) or _one_document(heads, profiles, pair):
                opposed[pair[0]].add(pair[1])
                opposed[pair[1]].add(pair[0])
    kept = [(a, b) for a, b in linked if opposed[a] == opposed[b]]
    for members in _together(len(profiles), kept):
        inside = [node for at in members for node in heads[profiles[at]]]
        if len(members) == 1 and not same_conduct(ready[members[0]], ready[members[0]], is_a):
            yield from inside  # alike in all that counts, and yet too vague to be one
        else:
            yield tuple(sorted((one for node in inside for one in node), key=_place))


def _profiles(nodes: Sequence[Node]) -> dict[Account, list[Node]]:
    """Nodes by what is compared of them, so that a thousand accounts of one kind are compared once.

    Accounts of a document that tells of the key twice stay single: these are opposed to each other.
    """
    times = Counter(one.document for node in nodes for one in node)
    heads: dict[Account, list[Node]] = defaultdict(list)
    for node in nodes:
        first = node[0]
        alone = any(times[one.document] > 1 for one in node)
        bare = replace(
            first,
            document=first.document if alone else "",
            claim=first.claim if alone else "",
            giver=None, taker=None, label=next(iter(type(first.label))),
            quantity=(), speakers=_ids(first), denied_by=(), anchor="",
        )  # fmt: skip
        heads[bare].append(node)
    return heads


def _ids(account: Account) -> tuple[Speaker, ...]:
    return tuple(Speaker(key, "") for key in sorted({one.id for one in account.speakers}))


def _one_document(
    heads: Mapping[Account, Sequence[Node]], profiles: Sequence[Account], pair: tuple[int, int]
) -> bool:
    """True when some document holds both: the reader took them for two."""
    one, other = _both(profiles, pair)
    if not one.document or not other.document:
        return False
    mine, yours = ({account.document for node in heads[each] for account in node} for each in (one, other))
    return bool(mine & yours)


def _within_reach(profiles: Sequence[Seen]) -> Iterator[tuple[int, int]]:
    """Pairs whose days can agree, found in the order of their days."""
    spans = sorted((*days, at) for at, one in enumerate(profiles) if (days := reach(one.days)) is not None)
    current: list[tuple[int, int]] = []
    for first, last, at in spans:
        current = [each for each in current if each[1] >= first]
        yield from ((min(at, other), max(at, other)) for other, _ in current)
        current.append((at, last))


def _together(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    names = [f"{at:012d}" for at in range(count)]
    root = grouped(((names[a], names[b]) for a, b in pairs), names)
    found: dict[str, list[int]] = defaultdict(list)
    for at, name in enumerate(names):
        found[root[name]].append(at)
    return list(found.values())


def _both(profiles: Sequence[Account], pair: tuple[int, int]) -> tuple[Account, Account]:
    return profiles[pair[0]], profiles[pair[1]]
