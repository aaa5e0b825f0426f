"""What reviewers put in place of the program's reading, held against the tables: codes and names become ids, or are refused."""

from __future__ import annotations

from dataclasses import replace

from checker.records import record
from checker.reference import Reference
from checker.review.decisions import Correction, Decision, FaultError


@record
class Tables:
    """The ids of the tables by what people may write for them, in lower case."""

    activities: dict[str, str]
    actors: dict[str, str]
    provisions: dict[str, str]

    @classmethod
    def of(cls, reference: Reference) -> Tables:
        """The ids of a reference, by id and by English and French name; a name that two actors share is no name."""
        actors: dict[str, str] = {}
        shared: set[str] = set()
        for key, actor in reference.actors.items():
            for name in {actor.name.casefold(), actor.name_fr.casefold()} - {""}:
                if actors.setdefault(name, key) != key:
                    shared.add(name)
        actors = {name: key for name, key in actors.items() if name not in shared}
        return cls(
            {
                said.casefold(): code
                for code, one in reference.activities.items()
                for said in (one.name_fr, one.name, code)
            },
            actors | {key.casefold(): key for key in reference.actors},
            {one.id.casefold(): one.id for one in reference.provisions},
        )


def checked(decision: Decision, tables: Tables, where: str) -> Decision:
    """The decision with its corrections as ids of the tables.

    Raises UsageError (slug ``decisions``), beginning with ``where``, for what the tables do not hold.
    """
    said = decision.correction
    if not said:
        return decision
    return replace(
        decision,
        correction=Correction(
            activity=_id(said.activity, tables.activities, where, "activity", "checker reference list activities"),
            giver=_id(said.giver, tables.actors, where, "giver", "checker reference list actors"),
            taker=_id(said.taker, tables.actors, where, "taker", "checker reference list actors"),
            provision=_id(said.provision, tables.provisions, where, "provision", "checker reference search WORDS"),
            label=said.label,
        ),
    )


def _id(said: str, known: dict[str, str], where: str, what: str, how: str) -> str:
    if not said:
        return ""
    found = known.get(said.casefold()) or known.get(said.casefold().replace(" ", ""))
    if found is None:
        raise FaultError(
            f"{where}: '{said[:80]}' is no {what} of the tables; find one with '{how}', or leave it empty and say it in the note"
        )
    return found
