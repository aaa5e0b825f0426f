"""Where the data folders are: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

from checker.errors import TableError

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder ``reference`` or ``reports`` of this installation.

    Raises TableError when neither the wheel's copy nor the checkout's folder exists.
    """
    for candidate in (_PACKAGE / "_bundle" / name, _PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise TableError(f"the folder '{name}' is not part of this installation: reinstall the package", slug="bundle")
