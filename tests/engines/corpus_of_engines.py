"""Files that engines are tried on: articles with leads, ordinary ones, and what cannot be read; and how to compare runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ARTICLES = sorted((ROOT / "tests" / "corpus" / "articles").glob("*.md"), key=lambda path: path.stat().st_size)
AS_OF = ("--as-of", "2026-11-23", "--published-default", "2024-05-14")
UNREAD = {
    "b-empty.txt": b"",
    "k-binary.txt": b"\x00\x01\x02",
    "p-latin.txt": "Des obus ont été livrés à Moscou.".encode("cp1252"),
}


def corpus(folder: Path, articles: int, ordinary: int) -> Path:
    """A folder with so many articles of each kind, mixed, and the three that are damaged in one way or another."""
    folder.mkdir()
    for number in range(articles):
        source = ARTICLES[number % len(ARTICLES)]
        (folder / f"{number:03}-{source.name}").write_bytes(source.read_bytes())
    for number in range(ordinary):
        words = f"The council of ward {number} met on Tuesday and spoke of the bridge, the school and the choir.\n"
        (folder / f"{number * max(1, articles // max(1, ordinary)):03}-town-{number}.txt").write_text(
            words * 3, "utf-8"
        )
    for name, raw in UNREAD.items():
        (folder / name).write_bytes(raw)
    return folder


def command(folder: Path, out: Path, *more: str) -> list[str]:
    return [sys.executable, "-m", "checker", "check", folder.name, "-o", str(out), "-f", "json", *AS_OF, *more]


def run(folder: Path, out: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, beside the folder, which it names by a relative path."""
    return subprocess.run(command(folder, out, *more), cwd=folder.parent, capture_output=True, text=True, timeout=600)


def same_files(one: Path, other: Path) -> bool:
    """True when both folders hold the same names with the same bytes."""
    names = sorted(path.name for path in one.iterdir())
    return names == sorted(path.name for path in other.iterdir()) and all(
        (one / name).read_bytes() == (other / name).read_bytes() for name in names
    )
