"""What surrounds a citation when it is checked: the document, its findings, the rules, and the day that is meant."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from operator import itemgetter

from checker.extract.citations import Mention
from checker.match.rulebook import Rulebook, siblings
from checker.model import Claim, Document, Evidence, Finding, Period, Provision, Role
from checker.patterns import late
from checker.records import record
from checker.reference import Reference
from checker.text import fold

COUNCIL = frozenset({"", "UN", "UNSC", "int"})
"""Bodies whose resolutions may be the Council's: an unnamed one is taken for it."""
_REACH = 900
# These verbs date the rule, not conduct: "ended on 18 October 2020", "added only on 30 November 2016".
_OF_THE_RULE = frozenset({"institutes", "ends", "renews", "restores"})
_THEN = late(r"(?<!\w)(?:then|at the time|already|by then|alors|a l'epoque|a cette date|deja)(?!\w)")
_NAMED_ROLES = (Role.PRIMARY, Role.SUPPORTING)


class Told:
    """The findings of a document by where their words stand and by the resolutions that they name first.

    So the work of a citation is that of the claims beside it, however many there are.
    """

    def __init__(self, findings: Sequence[Finding]) -> None:
        # in the order of the claims, and of the evidence of each
        pairs = [(finding.claim, evidence) for finding in findings for evidence in finding.claim.evidence]
        self._pairs = sorted(enumerate(pairs), key=lambda one: one[1][1].start)
        self._starts = [evidence.start for _, (_, evidence) in self._pairs]
        self._longest = max((evidence.end - evidence.start for _, evidence in pairs), default=0)
        self.items = tuple(dict.fromkeys(one.id for finding in findings for one in finding.claim.items))
        self.regimes = frozenset(one.match.provision.regime for finding in findings for one in finding.assessed[:1])
        self.named = tuple(
            one.match.provision for finding in findings for one in finding.assessed if one.match.role in _NAMED_ROLES
        )
        self._under: dict[int, list[tuple[list[int], Provision]]] = {}
        for finding in findings:
            starts = sorted(one.start for one in finding.claim.evidence)
            for one in finding.assessed:
                if one.match.role in _NAMED_ROLES:
                    self._under.setdefault(one.match.provision.resolution, []).append((starts, one.match.provision))

    def near(self, start: int, end: int) -> list[tuple[Claim, Evidence]]:
        """Claims with their evidence that may reach into ``start`` to ``end``, in the order of the findings."""
        low, high = bisect_left(self._starts, start - self._longest), bisect_left(self._starts, end)
        return [pair for _, pair in sorted(self._pairs[low:high], key=itemgetter(0))]

    def under(self, number: int) -> Sequence[tuple[list[int], Provision]]:
        """The limbs of a resolution that findings name first, with where the evidence of each finding begins."""
        return self._under.get(number, ())


@record
class Scene:
    """A document with what was told in it and the rules it is held against; ``is_of_the_council`` when it names the United Nations."""

    document: Document
    told: Told
    reference: Reference
    book: Rulebook
    is_of_the_council: bool = True

    @property
    def day(self) -> date | None:
        """The publication day."""
        return self.document.published

    def regimes(self, mention: Mention) -> tuple[str, ...]:
        """The regimes aimed at whom the sentence names; else at whom the sentences around it name."""
        described = mention.described
        return self.book.regimes_of(described.targets) or self.book.regimes_of(described.around)

    def right_rules(
        self, mention: Mention, codes: tuple[str, ...], year: int | None = None, near_only: bool = False
    ) -> tuple[Provision, ...]:
        """The rules that the description fits, the likeliest first; empty when whose regime is meant stays open.

        A description without a target is of a regime only if no other has such a rule; ``near_only`` wants the
        target in the same sentence.
        """
        if not codes:
            return ()
        described = mention.described
        near, around = self.book.regimes_of(described.targets), self.book.regimes_of(described.around)
        actors = (*described.targets, *described.around)
        for regimes in (near,) if near_only else (near, around):
            found = self.book.rules(codes, regimes, self.day, actors, described.words) if regimes else ()
            if found:
                found = self._with_deadline_first(mention, found, codes)
                of_year = tuple(limb for limb in found if limb.year == year)
                return of_year or found
        if near_only:
            return ()
        found = self.book.rules(codes, (), self.day, actors, described.words)
        if len({limb.regime for limb in found}) > 1 and not near and not around:
            # Nobody is named: what the claims of the text fall under is what it speaks of.
            told = self.told_of(codes)
            found = tuple(limb for limb in found if limb.regime in told)
            found = self._with_deadline_first(mention, found, codes)
        return found if len({limb.regime for limb in found}) == 1 else ()

    def told_of(self, codes: tuple[str, ...]) -> frozenset[str]:
        """The regimes whose rules of ``codes`` the findings name first."""
        return frozenset(one.regime for one in self.told.named if one.activity in codes)

    def _with_deadline_first(
        self, mention: Mention, found: tuple[Provision, ...], codes: tuple[str, ...]
    ) -> tuple[Provision, ...]:
        """Where the text gives a deadline, the rules that have one stand before the others of their activity."""
        if not any(time.basis == "deadline" for time in mention.described.times):
            return found
        return tuple(sorted(found, key=lambda limb: (codes.index(limb.activity), not limb.deadline[:4].isdigit())))

    def period(self, mention: Mention, limbs: tuple[Provision, ...]) -> tuple[Period | None, str]:
        """The days that the citation speaks of, and where they come from: ``claim``, ``stated`` or ``published``.

        A claim in the same sentence, then a time of the sentence, then the nearest claim before (for a law
        word only where "then" ties it to that), then the publication day; claims count only when they are of the rule's
        activity.
        """
        codes = {limb.activity for limb in limbs} | set(mention.described.activities)
        codes |= set(siblings(tuple(codes)))
        before: list[tuple[int, Period]] = []
        for claim, evidence in self.told.near(mention.start - _REACH, mention.sentence.end):
            if codes & {claim.activity, *claim.activities}:
                if evidence.start < mention.sentence.end and evidence.end > mention.sentence.start:
                    return claim.period, "claim"
                if mention.start - _REACH < evidence.end <= mention.start:
                    before.append((evidence.end, claim.period))
        if not _OF_THE_RULE & set(mention.described.verbs):
            laid = mention.described.past and bool({"prohibits", "caps", "requires"} & {mention.described.verb})
            for time in mention.described.times:
                if laid and time.basis == "relative":
                    continue
                if time.basis in ("stated", "relative") and time.first_day and time.last_day:
                    return Period(time.first_day, time.last_day), "stated"
        verbs = mention.described.verbs
        if before and ("breach" in verbs or not verbs or (mention.described.past and self._points_back(mention))):
            return max(before, key=lambda pair: pair[0])[1], "claim"
        return (Period(self.day, self.day), "published") if self.day is not None else (None, "published")

    def _points_back(self, mention: Mention) -> bool:
        """True for "resolution 1747 then forbade it": the past tense is that of what was told before."""
        sentence = fold(self.document.text[mention.sentence.start : mention.sentence.end]).text
        return _THEN.search(sentence) is not None

    def found_under(self, number: int, mention: Mention) -> tuple[Provision, ...]:
        """The limbs of a resolution that the findings name first, those of the nearest claim before the others."""
        found: list[tuple[int, Provision]] = []
        for starts, provision in self.told.under(number):
            at = bisect_left(starts, mention.start)
            away = min((abs(start - mention.start) for start in starts[max(0, at - 1) : at + 1]), default=0)
            found.append((away, provision))
        nearest: dict[str, Provision] = {}
        for _, limb in sorted(found, key=lambda pair: (pair[0], pair[1].rank)):
            nearest.setdefault(limb.id, limb)
        return tuple(nearest.values())[:3]

    def tells_of(self, item: str) -> bool:
        """True when a claim of the document is about ``item`` or a kind of it."""
        return any(self.reference.is_a(one, item) for one in self.told.items)


def with_partner(limbs: tuple[Provision, ...], reference: Reference) -> tuple[Provision, ...]:
    """The limbs with the paragraphs without which they are not cited."""
    partners = tuple(one for limb in limbs if limb.partner for one in reference.by_id(limb.partner)[:1])
    return (*limbs, *partners)


def best_of_each(limbs: tuple[Provision, ...], codes: tuple[str, ...]) -> tuple[Provision, ...]:
    """The first limb of the first code, and of the same thing running the other way when both are described."""
    found = []
    wanted = codes[:1] + tuple(code for code in codes[1:] if code in siblings(codes[:1]))
    for code in wanted:
        found.extend(next(([limb] for limb in limbs if limb.activity == code), []))
    return tuple(found) or limbs[:1]
