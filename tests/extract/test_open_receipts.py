"""Whether the goods arrived: a question that a source leaves open stays one in the lead (typology 5.5b)."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Reader

OPEN = (
    ("fr", "La Corée du Nord fournit des munitions à la Russie, selon Washington. « Nous surveillons cela pour déterminer si les envois sont reçus. »"),
    ("fr", "La Corée du Nord a expédié des obus à la Russie, selon Séoul. On ignore encore si les cargaisons sont arrivées."),
    ("fr", "Nul ne sait si les livraisons sont parvenues à destination. La Corée du Nord a expédié des obus à la Russie, selon Séoul."),
    ("en", 'North Korea is shipping shells to Russia, the White House said. "We are watching whether the shipments are received," an official said.'),
    ("en", "North Korea has shipped shells to Russia, Seoul said. It is not clear whether the cargo has arrived."),
    ("en", "North Korea has shipped shells to Russia, Seoul said. Nobody knows if they reached the front."),
)  # fmt: skip
TOLD = (
    ("en", "North Korea has shipped shells to Russia, Seoul said. The shells were received in Rostov in May."),
    ("en", "North Korea has shipped shells to Russia, Seoul said. If the shipments arrive, Kyiv will protest."),
    ("fr", "La Corée du Nord a expédié des obus à la Russie, selon Séoul. Ils sont arrivés à Rostov en mai."),
    (
        "fr",
        "La Corée du Nord a expédié des obus à la Russie, selon Séoul. Si les cargaisons arrivent, Kiev protestera.",
    ),
)


@pytest.mark.parametrize(("language", "text"), OPEN)
def test_what_the_source_leaves_open_is_asked(read: Reader, language: str, text: str) -> None:
    (found,) = [one for one in read(text, language) if one.label.flagged]
    assert "receipt:open" in found.claim.facts
    assert "Did the goods arrive? The source leaves that open." in found.missing
    assert "Les biens sont-ils arrivés ? La source le laisse ouvert." in found.missing_fr


@pytest.mark.parametrize(("language", "text"), TOLD)
def test_what_it_does_not_ask_is_not(read: Reader, language: str, text: str) -> None:
    assert all("receipt:open" not in one.claim.facts for one in read(text, language))
