"""Scores against gold: claims found with their parties, labels, provisions, citations, false alarms; and every miss."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from checker.documents.reading import document_from_text, read_document
from checker.errors import UsageError
from checker.extract.languages import READ_LANGUAGES
from checker.extract.tracing import Trace
from checker.formats.results import Record, record
from checker.model import Document, Span
from checker.pipeline import Checker, check_document
from checker.reference import Reference
from checker.scoring.gold import GoldCitation, GoldClaim, GoldDocument, read_corpus, spans_of
from checker.scoring.pairs import covers, end, flagged, meets, pair_citations, pair_claims, primary_of
from checker.scoring.stages import STAGES, Reading, lost_answer, lost_citation, lost_claim, made_up
from checker.scoring.tallies import RATES, Tally

GROUPS = ("language", "regime", "activity", "label")


@dataclass(frozen=True, slots=True)
class Miss:
    """One disagreement: its kind (``missed``, ``extra``, ``citation`` or a rate's name), where, and what was there instead.

    ``stage`` and ``why`` are filled when the misses are diagnosed; ``wanted`` and ``found`` are what was compared.
    """

    document: str
    kind: str
    gold: str
    predicted: tuple[str, ...] = ()
    stage: str = ""
    why: str = ""
    wanted: GoldClaim | GoldCitation | None = None
    found: Record | None = None


@dataclass(slots=True)
class Scores:
    """The tally of a whole corpus, of each group of it, and every miss in order."""

    whole: Tally = field(default_factory=Tally)
    groups: dict[str, dict[str, Tally]] = field(default_factory=lambda: {name: {} for name in GROUPS})
    misses: list[Miss] = field(default_factory=list)

    def tallies(self, **keys: str) -> Iterator[Tally]:
        """The tallies that something of these groups counts in."""
        yield self.whole
        for group, key in keys.items():
            yield self.groups[group].setdefault(key, Tally())

    def as_json(self) -> Record:
        """Scores and counts of the whole and of each group, groups in the order of their names."""
        by = {
            name: {key: {"scores": one.scores(), "counts": one.counts()} for key, one in sorted(tallies.items())}
            for name, tallies in self.groups.items()
        }
        return {"schema": "checker/scores/1", "scores": self.whole.scores(), "counts": self.whole.counts(), "by": by}


def evaluate(corpus: Path, checker: Checker, diagnose: bool = False) -> Scores:
    """The scores of the program on a corpus with gold; with ``diagnose`` every miss names the stage that lost it.

    Every document is checked as a user would who gives its publication day. Raises UsageError (slug ``gold``) when
    the gold is not sound: an anchor that does not occur exactly once stops the run before anything is scored.
    """
    gold = read_corpus(corpus)
    read = [_read(one) for one in gold]
    spans = [spans_of(one, document.text) for one, (document, _, _) in zip(gold, read, strict=True)]
    scores = Scores()
    for one, (document, dated, named), places in zip(gold, read, spans, strict=True):
        trace = Trace() if diagnose else None
        found = record(check_document(document, checker, trace))
        seen = len(scores.misses)
        if one.path is not None:
            for tally in scores.tallies(language=one.language):
                tally.published.add(dated)
                tally.language.add(named)
        score(one, found, places, checker.reference, scores)
        if trace is not None:
            reading = Reading(document, trace, found, checker.reference.actors, READ_LANGUAGES)
            scores.misses[seen:] = [_diagnosed(miss, one, places, reading) for miss in scores.misses[seen:]]
    return scores


def stages_of(misses: Iterable[Miss]) -> dict[str, int]:
    """How many misses each stage has, in the order of the flow; a trap is the false alarm that fell into it."""
    counts = Counter(miss.stage for miss in misses if miss.kind != "trap")
    return {stage: counts[stage] for stage in STAGES}


def _diagnosed(miss: Miss, gold: GoldDocument, spans: Mapping[str, Span], reading: Reading) -> Miss:
    wanted, found = miss.wanted, miss.found
    if isinstance(wanted, GoldCitation):
        stage, why = lost_citation(wanted.outcome, found)
    elif wanted is None:
        stage, why = made_up(found, gold.claims, spans, reading) if found is not None else ("", "")
    elif found is None:
        stage, why = lost_claim(wanted, spans.get(wanted.anchor), reading)
    else:
        stage, why = lost_answer(miss.kind, wanted, found)
    return replace(miss, stage=stage, why=why)


def below_floors(scores: Mapping[str, float], floors: Mapping[str, float]) -> tuple[str, ...]:
    """A sentence for each score that is lower than its floor; raises UsageError for a floor of no known score."""
    found = []
    for name, floor in floors.items():
        if name not in scores:
            raise UsageError(f"floors: there is no score '{name}'; there are {', '.join(scores)}", "floors")
        if scores[name] < floor:
            found.append(f"{name} is {scores[name]:.4f}, below its floor {floor:.4f}")
    return tuple(found)


def score(gold: GoldDocument, found: Record, spans: Mapping[str, Span], reference: Reference, scores: Scores) -> None:
    """Count one document's record against its gold.

    A predicted claim that answers no gold claim counts against precision when it is flagged, and is ignored when not.
    """
    claims: list[Record] = found["claims"]
    for tally in scores.tallies(language=gold.language):
        tally.documents += 1
    pairs = pair_claims(gold.claims, claims, spans)
    answered = dict(pairs)
    taken = {at for _, at in pairs}
    for at, one in enumerate(gold.claims):
        predicted = claims[answered[at]] if at in answered else None
        _claim(gold, one, predicted, claims, spans, reference, scores)
    extra = [claim for at, claim in enumerate(claims) if at not in taken and flagged(claim)]
    for claim in extra:
        label, regime = claim["finding"]["label"], _regime(primary_of(claim), reference)
        for tally in scores.tallies(language=gold.language, regime=regime, activity=claim["activity"], label=label):
            tally.claims.extra += 1
        scores.misses.append(Miss(gold.id, "extra", "", (describe(claim),), found=claim))
    _alarms(gold, claims, extra, spans, scores)
    _citations(gold, found["citations"], spans, scores)


def _read(gold: GoldDocument) -> tuple[Document, bool, bool]:
    """The document with the gold's day as its argument, and whether day and language were read right without help."""
    if gold.path is None:
        document = document_from_text(gold.text, gold.id, published=gold.published)
        return document, True, document.language == gold.language
    alone = read_document(gold.path)
    document = read_document(gold.path, published=gold.published)
    return document, alone.published == gold.published, alone.language == gold.language


def _claim(
    gold: GoldDocument, one: GoldClaim, predicted: Record | None, claims: list[Record], spans: Mapping[str, Span],
    reference: Reference, scores: Scores,
) -> None:  # fmt: skip
    regime = _regime(one.primary or (), reference)
    tallies = list(scores.tallies(language=gold.language, regime=regime, activity=one.activity, label=one.label))
    if predicted is None:
        for tally in tallies:
            tally.claims.missed += 1
        near = tuple(describe(claim) for claim in _neighbours(one, claims, spans))
        scores.misses.append(Miss(gold.id, "missed", describe_gold(one), near, wanted=one))
        return
    asked = _asked(one, predicted, reference)
    for tally in tallies:
        tally.claims.found += 1
        for name, right in asked.items():
            tally.rates[name].add(right)
    for name in RATES:
        if not asked.get(name, True) and name != "primary_exact":
            scores.misses.append(
                Miss(gold.id, name, describe_gold(one), (describe(predicted),), wanted=one, found=predicted)
            )


def _asked(gold: GoldClaim, claim: Record, reference: Reference) -> dict[str, bool]:
    """What a claim that was found got right; only what the gold speaks of is asked.

    A service or an army speaks for its State: *the National Intelligence Service says* and *Seoul says* are one voice.
    """
    found = {
        "label": claim["finding"]["label"] in (gold.label, *gold.accept_labels),
        "status": claim["status"] == gold.status,
    }
    if gold.primary is None:
        return found
    primary = set(primary_of(claim))
    if gold.primary:
        found["primary"] = bool(primary) and primary <= set(gold.primary)
        found["primary_exact"] = primary == set(gold.primary)
    if gold.days is not None:
        found["days"] = meets(gold, claim)
    if gold.speakers:
        heard = {_home(one["id"], reference) for one in claim["speakers"]}
        found["speakers"] = bool({_home(name, reference) for name in gold.speakers} & heard)
    if gold.denied_by or claim["denied_by"]:
        found["denied_by"] = {one["id"] for one in claim["denied_by"]} == set(gold.denied_by)
    return found


def _alarms(
    gold: GoldDocument, claims: list[Record], extra: list[Record], spans: Mapping[str, Span], scores: Scores
) -> None:
    quiet = not any(flagged(claim) for claim in claims)
    for tally in scores.tallies(language=gold.language):
        if gold.near_miss:
            tally.near_misses.add(quiet)
        for trap in gold.traps:
            tally.traps.add(not any(covers(claim, spans[trap.anchor]) for claim in extra))
    for trap in gold.traps:
        caught = [claim for claim in extra if covers(claim, spans[trap.anchor])]
        if caught:
            told = tuple(describe(claim) for claim in caught)
            scores.misses.append(Miss(gold.id, "trap", f"“{trap.anchor}” ({trap.why})", told, found=caught[0]))


def _citations(gold: GoldDocument, citations: list[Record], spans: Mapping[str, Span], scores: Scores) -> None:
    answered = dict(pair_citations(gold.citations, citations, spans))
    for at, wanted in enumerate(gold.citations):
        found = citations[answered[at]] if at in answered else None
        right = found is not None and found["outcome"] == wanted.outcome
        for tally in scores.tallies(language=gold.language):
            tally.citations.add(right)
            tally.citations_found.add(found is not None)
        if not right:
            here = (f"{found['outcome']} “{found['exact']}”",) if found is not None else ()
            told = f"{wanted.outcome} “{wanted.anchor}”"
            scores.misses.append(Miss(gold.id, "citation", told, here, wanted=wanted, found=found))


def _home(actor: str, reference: Reference) -> str:
    row = reference.actors.get(actor)
    return (row.state or row.id) if row is not None and row.kind == "organisation" else actor


def _regime(primary: Iterable[str], reference: Reference) -> str:
    limbs = next((limbs for name in primary if (limbs := reference.by_id(name))), ())
    return limbs[0].regime if limbs else "none"


def _neighbours(gold: GoldClaim, claims: list[Record], spans: Mapping[str, Span]) -> list[Record]:
    """Predicted claims that come close: on the same words, or with the same activity and one of the parties."""
    near = [claim for claim in claims if covers(claim, spans.get(gold.anchor))]
    for claim in claims:
        parties = {end(claim, "giver"), end(claim, "taker")} & {gold.giver, gold.taker} - {None}
        if claim not in near and parties and claim["activity"] in (gold.activity, *gold.accept):
            near.append(claim)
    return near[:4]


def describe(claim: Record) -> str:
    """A predicted claim on one line."""
    primary = " + ".join(primary_of(claim)) or "-"
    finding, words = claim["finding"], claim["evidence"][0]["exact"] if claim["evidence"] else ""
    ends = f"{end(claim, 'giver') or '?'} > {end(claim, 'taker') or '?'}"
    return f"{claim['activity']} {ends} {claim['status']} {finding['label']} {finding['rule']} {primary} “{words}”"


def describe_gold(one: GoldClaim) -> str:
    """A gold claim on one line."""
    ends = f"{one.giver or '?'} > {one.taker or '?'}"
    primary = " + ".join(one.primary or ()) or "-"
    return f"{one.activity} {ends} {one.status} {one.label} {primary} “{one.anchor}”"
