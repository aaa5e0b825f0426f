from __future__ import annotations

from pathlib import Path

from sample_report import SAMPLE, write_sample


def test_the_sample_report_is_what_the_program_gives_today(tmp_path: Path) -> None:
    made = write_sample(tmp_path)
    kept = {str(path.relative_to(SAMPLE)): path.read_bytes() for path in SAMPLE.rglob("*.html")}
    assert sorted(kept) == sorted(made)
    for name, page in made.items():
        assert kept[name] == page, f"{name} has fallen behind: python tests/sample_report.py writes it anew"


def test_the_sample_report_stays_small_and_has_its_picture() -> None:
    assert sum(path.stat().st_size for path in SAMPLE.rglob("*.html")) < 1_500_000
    assert (SAMPLE.parent / "sample-report.png").read_bytes().startswith(b"\x89PNG")
