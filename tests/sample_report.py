"""The sample report under docs/sample-report, made anew: ``python tests/sample_report.py`` (or ``just sample``).

A test compares what is committed with what this gives, picture apart, so that the sample never falls behind.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from click.testing import CliRunner

from checker.cli import main as checker

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "docs" / "sample-report"
ARTICLES = ROOT / "tests" / "corpus" / "articles"
SHOWN = (
    "shells-from-rajin.md",
    "red-sea-dhows.md",
    "iran-treize-ans-de-livraisons.md",
    "obus-du-royaume-ermite.txt",
    "le-royaume-en-chocolat.md",
)
AS_OF = "2026-11-01"


def write_sample(out: Path) -> dict[str, bytes]:
    """The sample in English and French, each one file; its pages by name."""
    found = {}
    for language in ("en", "fr"):
        with tempfile.TemporaryDirectory() as folder:
            for name in SHOWN:
                shutil.copy(ARTICLES / name, folder)
            options = ["--as-of", AS_OF, "--report-language", language, "--single-file", "-f", "html"]
            done = CliRunner().invoke(checker, ["check", folder, "-o", str(out / language), *options])
            assert done.exit_code == 0, done.output
        (out / language / "run.json").unlink()
        page = out / language / "index.html"
        found[f"{language}/index.html"] = page.read_bytes()
    return found


def picture(page: Path, out: Path) -> bool:
    """The first screen of a document as a picture; False where there is no browser."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return False
    if path is None:
        return False
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        shown = browser.new_page(viewport={"width": 1200, "height": 1160}, color_scheme="light")
        shown.goto(page.as_uri())
        shown.locator("#leads .row a", has_text="Washington").first.click()
        shown.screenshot(path=str(out))
        browser.close()
    return True


def main() -> None:
    write_sample(SAMPLE)
    drawn = picture(SAMPLE / "en" / "index.html", ROOT / "docs" / "sample-report.png")
    print(f"{SAMPLE.relative_to(ROOT)} written{'' if drawn else '; no browser, so the picture is as it was'}")


if __name__ == "__main__":
    main()
