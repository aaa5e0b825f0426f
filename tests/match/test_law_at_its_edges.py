"""Law as the press seldom tells it: what no other table of sentences comes to, each with its outcome and the rule meant."""

from __future__ import annotations

from datetime import date

import pytest

from checker.documents.reading import document_from_text
from checker.model import Citation
from checker.pipeline import check_document, load_checker

Row = tuple[str, str, str, str]
"""Publication day, outcome of the first citation, the first rule named (or empty), the text."""

TOLD: list[Row] = [
    ("2024-03-01", "supported", "", "Resolution 2371 does not impose an arms embargo on North Korea."),
    ("2024-03-01", "supported", "", "Resolution 2202 (2015) endorsed the Minsk agreements on Ukraine."),
    ("2024-03-01", "wrong_detail", "", "Resolution 2202 (2016) endorsed the Minsk agreements on Ukraine."),
    ("2024-03-01", "wrong_resolution", "2371:8", "Resolutions 2202 and 2623 ban the export of North Korean coal."),
    (
        "2024-03-01", "wrong_resolution", "2270:33",
        "Under resolution 2094, banks must close North Korean branches within ninety days.",
    ),
    ("2022-10-20", "disputed", "2231:Annex B 4(a)", "Annex B of resolution 2231 forbids Iran from exporting drones."),
    (
        "2022-11-10", "disputed", "2231:Annex B 4(a)",
        "Iran delivered drones to Russia in October 2022. Annex B to resolution 2231 forbids such transfers, Kyiv says.",
    ),
    (
        "2022-11-10", "disputed", "2231:Annex B 4(a)",
        "Iran delivered drones to Russia in October 2022. Annex B to resolution 2231 was quoted in Kyiv.",
    ),
    (
        "2022-11-10", "wrong_detail", "2231:Annex B 3",
        "Iran delivered drones to Russia in October 2022. Annex B to resolution 2231 forbids ballistic missiles.",
    ),
    ("2012-03-01", "wrong_detail", "1929:8", "Resolution 1929 bans the purchase of battle tanks from Iran."),
    ("2025-12-01", "supported", "2231:Annex B 5", "The UN arms embargo on Iran ended in October 2020."),
    ("2025-11-01", "disputed", "2231:12", "The 2015 text restores the Security Council's sanctions on Iran."),
    ("2024-03-01", "not_in_force", "", "UN sanctions on Liberia are in force and bind every State."),
    ("2024-03-01", "generic", "", "UN sanctions on Liberia would still be in force if the Council had not acted."),
    ("2024-03-01", "generic", "", "UN sanctions on Liberia were a success."),
    ("2024-03-01", "generic", "", "UN sanctions on Russia and North Korea forbid it."),
    ("2024-03-01", "generic", "", "The UN limit of half a million barrels for North Korea was passed in May."),
    ("2024-03-01", "generic", "", "A 2010 Security Council resolution demanded that Russia withdraw its troops from Ukraine."),
    ("2024-03-01", "supported", "1591:7", "Amnesty wants the UN arms embargo on Darfur extended to all of Sudan."),
]  # fmt: skip


def citations(day: str, text: str) -> tuple[Citation, ...]:
    return check_document(
        document_from_text(text, language="en", published=date.fromisoformat(day)), load_checker()
    ).citations


@pytest.mark.parametrize(("day", "outcome", "rule", "text"), TOLD, ids=[row[3][:70] for row in TOLD])
def test_law_gets_its_outcome_and_its_rule(day: str, outcome: str, rule: str, text: str) -> None:
    found = citations(day, text)[0]
    assert (found.outcome.value, next(iter(found.provisions), "")) == (outcome, rule)


@pytest.mark.parametrize(("day", "text", "said"), [
    ("2012-03-01", "Resolution 1929 bans the purchase of battle tanks from Iran.", "The rule runs the other way."),
    (
        "2024-03-01", "UN sanctions on Liberia were a success.",
        "The text names no rule that could be checked. No Council rule on Liberia was in force on 1 March 2024.",
    ),
    (
        "2024-03-01", "Resolution 2202 (2016) endorsed the Minsk agreements on Ukraine.",
        "Resolution 2202 was adopted in 2015, not in 2016.",
    ),
])  # fmt: skip
def test_the_reason_says_what_is_so(day: str, text: str, said: str) -> None:
    assert citations(day, text)[0].rationale.startswith(said)
