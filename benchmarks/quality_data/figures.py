"""A figure with its bar, what a simple method reaches in the same run, and whether it could be measured at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number; ``value`` is None when it was not measured, and ``why`` then says what is missing.

    ``bar`` is the number to reach (None: reported only), ``below`` says that smaller is better and that the bar is a
    ceiling; ``strict`` that the bar itself does not do. ``beside`` holds what others reach on the same data.
    """

    name: str
    value: float | None = None
    bar: float | None = None
    below: bool = False
    strict: bool = False
    beside: tuple[tuple[str, float], ...] = ()
    why: str = ""
    details: tuple[str, ...] = ()

    @property
    def holds(self) -> bool | None:
        """Whether the bar is reached; None without a bar or a value."""
        if self.value is None or self.bar is None:
            return None
        if self.value == self.bar:
            return not self.strict
        return self.value < self.bar if self.below else self.value > self.bar

    def as_record(self) -> dict[str, object]:
        """For programs: every field, and ``holds``."""
        return {**asdict(self), "beside": dict(self.beside), "holds": self.holds}


def not_measured(names: Iterable[str], missing: Sequence[Path], data: Path) -> tuple[Figure, ...]:
    """The figures of a set whose files are not there."""
    shown = ", ".join(str(path.relative_to(data)) for path in missing)
    return tuple(Figure(name, why=f"no file {shown} in the data folder") for name in names)


@dataclass(frozen=True, slots=True)
class Measure:
    """A set: the word that ``--only`` takes, the files it needs below the data folder, its figures and how they are made."""

    word: str
    files: tuple[str, ...]
    names: tuple[str, ...]
    score: Callable[[Path], tuple[Figure, ...]]

    def run(self, data: Path) -> tuple[Figure, ...]:
        """The figures, or that they are not measured and why."""
        missing = [data / name for name in self.files if not (data / name).exists()]
        return not_measured(self.names, missing, data) if missing else self.score(data)


def f_score(right: int, found: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall and F1 of counts; 0 where nothing was there to find."""
    precision = right / found if found else 0.0
    recall = right / gold if gold else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0
