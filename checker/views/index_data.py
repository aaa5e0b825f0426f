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

    A row: page, title, language, folder and file of its source, day as a number, group, labels with counts, first lead, who says
    so, who denies, activities, regimes, forces, place in the input, the claims looked at or what failed, invented,
    document, whether it is a copy. What is nothing at the end of a row is left out.
    """
    common = {
        name: _Numbers() for name in ("languages", "folders", "labels", "activities", "regimes", "forces", "voices")
    }
    listed = []
    for row in rows:
        at = row.source.rfind("/") + 1
        folder, file = row.source[:at], row.source[at:]
        other = row.id if row.href.removesuffix(".html").removeprefix("#") != row.id else 0
        counts = [number for one in row.counts for number in (common["labels"].of(one.label.key), one.number)]
        listed.append(
            _short(
                row.href.removesuffix(".html"),
                row.title,
                common["languages"].of(row.language),
                common["folders"].of(folder),
                file,
                int(row.day.replace("-", "") or 0),
                GROUPS.index(row.group),
                counts,
                row.strongest,
                common["voices"].all(row.says),
                common["voices"].all(row.denies),
                common["activities"].all(row.activities),
                common["regimes"].all(row.regimes),
                common["forces"].all(row.forces),
                row.order,
                row.note if row.group == "error" else row.looked_at,
                int(row.synthetic),
                other,
                int(row.copy),
            )
        )
    names = {row.language: row.language_words for row in rows}
    labels = {one.label.key: one.label.words for row in rows for one in row.counts}
    data = {
        **{name: list(numbers.known) for name, numbers in common.items()},
        "language_names": [names[code] for code in common["languages"].known],
        "label_names": [labels[key] for key in common["labels"].known],
        "plural": words.data["plural"],
        "date": words.data["date"],
        "words": {key: words.data["words"][key] for key in _COUNTED},
        "rows": listed,
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_INERT)


def _short(*row: object) -> list[object]:
    while row and row[-1] == 0:
        row = row[:-1]
    return list(row)
