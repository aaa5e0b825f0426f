"""The page of affairs as a reader's browser shows it: offline, light, dark, narrow, in one file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsing import axe, chromium
from click.testing import CliRunner

from checker.cli import main

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ARTICLES = Path(__file__).parent / "affairs" / "articles"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("affairs-shown")
    for name, options in (("en", ()), ("fr", ("--report-language", "fr", "--single-file"))):
        call = ["check", str(ARTICLES), "-o", str(root / name), "--as-of", "2026-11-01", *options]
        assert CliRunner().invoke(main, call).exit_code == 0
    return root


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_affairs_at_level_aa(browser: Browser, report: Path, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    for name in ("en/affairs.html", "en/index.html", "fr/index.html#affairs"):
        page.goto((report / name.partition("#")[0]).as_uri() + "".join(name.partition("#")[1:]))
        assert axe(page) == [], name
    page.close()


def test_nothing_of_affairs_is_wider_than_a_narrow_screen(browser: Browser, report: Path) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    for name in ("en/affairs.html", "en/index.html"):
        page.goto((report / name).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
    page.close()


def test_the_way_from_the_index_to_an_affair_to_a_lead_and_back_needs_no_network(browser: Browser, report: Path) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((report / "en" / "index.html").as_uri())
    page.locator("#together .affair-lines a").first.click()
    assert re.search(r"affairs\.html#f-[0-9a-f]{12}$", page.url)
    page.locator(f"#{page.url.partition('#')[2]} .account-title a").first.click()
    card = page.locator(f"#{page.url.partition('#')[2]}")
    assert card.locator(".affair-note").is_visible()
    card.locator(".affair-note a").first.click()
    assert "affairs.html#f-" in page.url
    assert all(url.startswith("file:") for url in asked)
    page.close()


def test_a_single_file_shows_affairs_as_one_of_its_pages(browser: Browser, report: Path) -> None:
    page = browser.new_page()
    page.goto((report / "fr" / "index.html").as_uri())
    page.locator("#together .all a").click()
    assert page.locator("article#affairs").is_visible()
    assert page.locator(".entry").is_hidden()
    page.locator("article#affairs .account-title a").first.click()
    assert page.locator("article#affairs").is_hidden()
    page.close()


def test_rows_of_copies_are_the_same_with_and_without_the_script(browser: Browser, report: Path) -> None:
    page = browser.new_page()
    page.goto((report / "en" / "index.html").as_uri())
    sent = page.locator("#leads .row", has=page.locator(".copied")).count()
    page.locator("select[name=sort]").select_option("title")
    page.wait_for_function("location.hash.includes('sort=title')")
    assert sent > 0
    made = page.locator("#leads .row", has=page.locator(".copied"))
    pages = page.locator("#leads .next-page")
    total = made.count()
    while pages.is_enabled():
        pages.click()
        total += made.count()
    assert total == 5
    page.close()
