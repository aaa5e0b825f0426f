"""Claims of conduct in news text, held against Security Council provisions in force that day.

``check`` reads one text, ``check_frame`` a data frame (docs/library.md); both are loaded when they are first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Checked", "CheckerError", "__version__", "answers", "check", "check_frame", "read_answers"]

if TYPE_CHECKING:
    from checker.errors import CheckerError
    from checker.frames.checked import Checked
    from checker.frames.library import answers, check, check_frame, read_answers

_HOMES = {
    "Checked": "checker.frames.checked",
    "CheckerError": "checker.errors",
    "answers": "checker.frames.library",
    "check": "checker.frames.library",
    "check_frame": "checker.frames.library",
    "read_answers": "checker.frames.library",
}


def __getattr__(name: str) -> Any:
    """What the name stands for, imported now: ``import checker`` alone loads nothing (PEP 562)."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'checker' has no attribute '{name}'")
    from importlib import import_module

    found = getattr(import_module(home), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
