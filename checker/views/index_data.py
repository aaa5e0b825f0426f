"""The rows of the entry page as data for its script: said once, short, and inert inside a page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from checker.views.page_shapes import IndexRow
from checker.views.wording import Wording

GROUPS = ("leads", "none", "error")
_COUNTED = ("index.count", "index.looked_at")
_INERT = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


class _Numbers:
    """Words that occur in many rows, each written once and then named by its number."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}

    def of(self, word: str) -> int:
        return self.known.setdefault(word, len(self.known))

    def all(self, found: Iterable[str]) -> list[int]:
        return [self.of(word) for word in found]


def index_data(rows: Sequence[IndexRow], words: Wording) -> str:
    """The rows in their order with the words that the script puts together, as JSON without a character of markup.

    A row: page, title, language, source, day, group, labels with counts, first lead, who says so, who denies,
    activities, regimes, forces, place in the input, invented, document, and the claims looked at or what failed.
    """
    common = {name: _Numbers() for name in ("languages", "labels", "activities", "regimes", "forces", "voices")}
    listed = []
    for row in rows:
        counts = [number for one in row.counts for number in (common["labels"].of(one.label.key), one.number)]
        listed.append(
            [
                row.href.removesuffix(".html"),
                row.title,
                common["languages"].of(row.language),
                row.source,
                row.day,
                GROUPS.index(row.group),
                counts,
                row.strongest,
                common["voices"].all(row.says),
                common["voices"].all(row.denies),
                common["activities"].all(row.activities),
                common["regimes"].all(row.regimes),
                common["forces"].all(row.forces),
                row.order,
                int(row.synthetic),
                row.id if row.href.removesuffix(".html").removeprefix("#") != row.id else 0,
                row.note if row.group == "error" else row.looked_at,
            ]
        )
    names = {row.language: row.language_words for row in rows}
    labels = {one.label.key: one.label.words for row in rows for one in row.counts}
    data = {
        **{name: list(numbers.known) for name, numbers in common.items()},
        "language_names": [names[code] for code in common["languages"].known],
        "label_names": [labels[key] for key in common["labels"].known],
        "plural": words.data["plural"],
        "number": words.data["number"],
        "date": words.data["date"],
        "words": {key: words.data["words"][key] for key in _COUNTED},
        "rows": listed,
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_INERT)
