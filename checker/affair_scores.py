"""The joining of affairs scored on a corpus with gold joins: how many are wrong, how many are missed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from pathlib import Path

from checker.affairs.gathering import gathering_with
from checker.affairs.grouping import grouped
from checker.documents.reading import read_document
from checker.documents.sources import Source
from checker.errors import UsageError
from checker.model import Claim, Result
from checker.pipeline import Checker, check_document
from checker.scoring.joins import GoldJoins, JoinScores, Mention, pairs_of, read_joins, score_joins, score_pairs


def evaluate_affairs(corpus: Path, checker: Checker) -> JoinScores:
    """The scores of joining on the documents below ``corpus/articles``, each read with the day that it gives itself.

    Raises UsageError (slug ``gold``) for gold that names what is not there, or an anchor that does not occur once.
    """
    gold = read_joins(corpus)
    results = {
        path.name: _result(path, checker) for path in sorted((corpus / "articles").iterdir()) if path.is_file()
    }
    gathering = gathering_with(checker)
    for result in results.values():
        gathering.add(result)
    together = gathering.together()
    name_of = {result.document.id: name for name, result in results.items()}
    answers = {mention: _answer(mention, results) for mention in gold.mentions}
    affairs: dict[Hashable, str] = {}
    document: dict[Hashable, str] = {}
    shown: dict[Hashable, str] = {}
    for mention, claim in answers.items():
        name = Path(mention.document).name
        key: Hashable = (name, claim.id) if claim is not None else mention
        affairs[key], document[key], shown[key] = mention.affair, name, f"{name}: {mention.anchor}"
    found = []
    for one in together.affairs:
        keys: list[Hashable] = []
        for report in one.reports:
            name = name_of[report.account.document]
            keys.append((name, report.account.claim))
            document.setdefault(keys[-1], name)
            shown.setdefault(keys[-1], f"{name}: {report.account.claim} {report.account.activity}")
        found.append(keys)
    scored = score_joins(affairs, found, document, shown)
    copies = score_pairs(pairs_of(gold.copies), _copies(together.copies, name_of), "copies")
    origins = [
        [name_of[r.account.document] for r in one.reports if r.origin == number]
        for one in together.affairs
        for number in range(1, one.origins + 1)
    ]
    within = pairs_of([[name_of[r.account.document] for r in one.reports] for one in together.affairs])
    links = score_pairs(_linked(gold) & within, pairs_of(origins), "links")
    return JoinScores({**scored.scores, **copies, **links}, scored.right, scored.wrong, scored.missed)


def _result(path: Path, checker: Checker) -> Result:
    # as the command names it: what a gold join says does not hang on where the corpus lies
    return check_document(read_document(Source(path, path.name)), checker)


def _answer(mention: Mention, results: Mapping[str, Result]) -> Claim | None:
    """The claim of the program that a mention is: same ends, and evidence on the words of its anchor."""
    result = results.get(Path(mention.document).name)
    if result is None or result.document.text.count(mention.anchor) != 1:
        raise UsageError(
            f"{mention.document}: the anchor '{mention.anchor[:60]}' does not occur exactly once", "gold"
        )
    start = result.document.text.index(mention.anchor)
    end = start + len(mention.anchor)
    claims = [one.claim for one in result.findings if _ends(one.claim) == (mention.giver, mention.taker)]
    return next(
        (one for one in claims if any(e.start < end and start < e.end for e in (*one.evidence, *one.denials))), None
    )


def _ends(claim: Claim) -> tuple[str | None, str | None]:
    return claim.giver.id if claim.giver else None, claim.taker.id if claim.taker else None


def _copies(copies: Iterable[tuple[str, str]], name_of: Mapping[str, str]) -> set[frozenset[str]]:
    sets: dict[str, set[str]] = {}
    for copy, head in copies:
        sets.setdefault(head, {name_of[head]}).add(name_of[copy])
    return pairs_of(sets.values())


def _linked(gold: GoldJoins) -> set[frozenset[str]]:
    """Every two documents that are linked, over others too."""
    pairs = [(one[0], other) for one in (*gold.copies, *gold.leaning) for other in one[1:]]
    names = {name for pair in pairs for name in pair}
    sets: dict[str, list[str]] = {}
    for name, head in grouped(pairs, names).items():
        sets.setdefault(head, []).append(name)
    return pairs_of(sets.values())
