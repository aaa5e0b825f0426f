"""Up to which day each table is known: the data package says it table by table."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from checker.errors import TableError
from checker.tables import PACKAGE, TABLES


def known_days(folder: Path) -> dict[str, date | None]:
    """The last day that each table of ``folder`` claims to know, in the order of the tables; None when it says none.

    Raises TableError for what is no day, and for a table known further than the whole package.
    """
    try:
        package = json.loads((folder / PACKAGE).read_text(encoding="utf-8"))
        whole = date.fromisoformat(package["known_to"])
        own = {
            str(one["path"]): date.fromisoformat(one["known_to"]) for one in package["resources"] if "known_to" in one
        }
    except FileNotFoundError:
        raise TableError(f"{PACKAGE} is missing from {folder.name}: this is not a folder of tables") from None
    except (ValueError, KeyError, TypeError) as error:
        raise TableError(
            f"{PACKAGE} needs known_to as a day such as 2026-11-23, for the whole and for tables: {error}"
        ) from None
    further = [path for path, day in own.items() if day > whole]
    if further:
        raise TableError(f"{PACKAGE}: {further[0]} is known to {own[further[0]]}, the whole only to {whole}")
    return {name: own.get(table.file) for name, table in TABLES.items()}
