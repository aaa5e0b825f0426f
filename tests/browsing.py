"""Debian's Chromium for the tests of pages, driven by Playwright; whoever lacks either is told what to install."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES = ("chromium", "chromium-browser", "google-chrome")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
MUST = "CHECKER_NEEDS_BROWSER"
"""Set by .ci/run, where a skipped browser test would be a hole."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser without a window and without a network; skips, saying why, where there is none."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _none("Playwright is not installed: pip install playwright (no browser of its own is needed)")
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        _none("there is no Chromium on the path: apt-get install chromium")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def axe_source() -> str:
    """The script of axe-core, as a package of the test environment carries it."""
    try:
        import axe_playwright_python
    except ImportError:
        _none("axe-core is not installed: pip install axe-playwright-python")
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def axe(page: Page) -> list[str]:
    """What axe-core finds wrong at level AA, one line a rule with the first element that breaks it."""
    page.evaluate(axe_source())
    found = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", RULES
    )
    return [f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:200]}" for one in found["violations"]]


def _none(why: str) -> NoReturn:
    if os.environ.get(MUST):
        pytest.fail(why)
    pytest.skip(why)
