"""Days of conduct in words: a period whose day is not known never shows the bounds it was given to be compared."""

from __future__ import annotations

from checker.model import Force, ForceAnswer, Period
from checker.views.wording import Wording

UNKNOWN = "unknown"
_UNDATED = {"assumed": "sentence.undated", UNKNOWN: "sentence.unknown_day"}


def known(period: Period) -> bool:
    """False when neither the text nor its publication gives any day."""
    return period.basis != UNKNOWN


def conduct_days(period: Period, words: Wording) -> str:
    """The days of the conduct in words, or that they are not known."""
    return words.days(period.first_day, period.last_day) if known(period) else words.say("days.unknown")


def frame(period: Period) -> str:
    """The key of the sentence that tells a claim with its days, with none stated, or with none known."""
    return _UNDATED.get(period.basis, "sentence.dated")


def force_on(period: Period, force: ForceAnswer, why: str, words: Wording) -> str:
    """Whether a rule bound on the days of the conduct, as one sentence; ``why`` tells why it did not."""
    if not known(period):
        return words.say("on_days.unknown_day")
    days = conduct_days(period, words)
    if force.force is Force.NO and why:
        return words.say("on_days.no.why", days=days, why=why)
    return words.say(f"on_days.{force.force.value}", days=days)
