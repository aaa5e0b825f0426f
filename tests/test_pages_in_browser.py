"""The pages as a reader's browser shows them: offline, without scripts, by keyboard, with hostile words inside."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
import report_samples as samples
from browsing import axe, chromium
from click.testing import CliRunner

from checker.cli import main
from checker.model import Evidence, Item, Result, Speaker
from checker.report import write_report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARTICLES = Path(__file__).parent / "corpus" / "articles"
MANY = 130


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample corpus as a folder in English, as one file in French, and as excerpts."""
    root = tmp_path_factory.mktemp("pages")
    for name, options in (
        ("en", ()),
        ("fr", ("--report-language", "fr", "--single-file")),
        ("cut", ("--excerpts",)),
    ):
        done = CliRunner().invoke(
            main, ["check", str(ARTICLES), "-o", str(root / name), "--as-of", "2026-11-01", *options]
        )
        assert done.exit_code == 0, done.output
    return root


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Invented results: hostile words, scripts of many directions, and more documents than a screen holds."""
    root = tmp_path_factory.mktemp("made")
    for language in ("en", "fr"):
        write_report((samples.hostile(), samples.broken()), root / f"hostile-{language}", samples.RUN, language)
    write_report((samples.hostile(),), root / "hostile-single", samples.RUN, single=True)
    write_report((scripts(),), root / "scripts", samples.RUN)
    write_report(many(), root / "many", samples.RUN)
    write_report(samples.everything(), root / "single", samples.RUN, "fr", single=True)
    return root


WORDS = (
    "شحنت السفينة قذائف إلى كورفال",
    "הספינה הובילה פגזים לקורוואל",
    "👩🏽‍🚀 shells 🚢🇰🇵 to Corval",
    "obus e\u0301tranges vers la Core\u0301e",
    "砲弾をコルヴァルへ運んだ",
    'a "quoted" <b>shell</b> & more',
)


def scripts() -> Result:
    """Evidence in many scripts, with emoji of several code points and letters made of two; two of it overlap."""
    text = "\n".join(f"🛳️ Line {i}: {words} — end." for i, words in enumerate(WORDS))
    spans = [(text.index(words), text.index(words) + len(words)) for words in WORDS]
    spans.append((spans[2][0] + 3, spans[2][1] + 3))
    evidence = tuple(Evidence(text[low:high], low, high) for low, high in spans)
    seed = samples.pier()
    first = next(one for one in seed.findings if one.label.flagged)
    findings = tuple(
        replace(first, claim=replace(first.claim, id=f"c-script-{i}", evidence=(one,), denials=()))
        for i, one in enumerate(evidence)
    )
    document = replace(seed.document, id="d-scripts", text=text, blocks=(), skipped=(), title="Scripts")
    return Result(document, findings)


def many() -> Iterator[Result]:
    """Documents with a lead each, of days, voices and titles that tell them apart; some without, some unreadable."""
    pier = samples.pier()
    lead = next(one for one in pier.findings if one.label.flagged)
    for n in range(MANY):
        document = replace(
            pier.document, id=f"d-{n:03d}", key=str(n), source=f"box/{n:03d}.txt", title=f"Cargo {n:03d}",
            language="fr" if n % 2 else "en", published=date(2020 + n % 5, 1 + n % 12, 1 + n % 28),
        )  # fmt: skip
        voice = Speaker("", "the harbour master" if n % 3 else "two diplomats")
        claim = replace(
            lead.claim, id=f"c-{n:03d}", modality=2 + (n % 3), speakers=(voice,), items=(Item("", f"crate {n:03d}"),)
        )
        yield Result(document, (replace(lead, claim=claim),))
    yield samples.quiet()
    yield samples.broken()


def opened(browser: Browser, path: Path, fragment: str = "", **options: Any) -> tuple[Page, list[str]]:
    """A page with the network off, and what goes wrong in it: errors, refusals, requests that would leave."""
    page = browser.new_context(offline=True, viewport={"width": 1280, "height": 900}, **options).new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(f"{said.type}: {said.text}"))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda box: (wrong.append(f"dialog: {box.message}"), box.dismiss()))
    page.on("request", lambda asked: None if asked.url.startswith("file:") else wrong.append(asked.url))
    page.goto(path.as_uri() + fragment)
    return page, wrong


def kinds(report: Path) -> list[tuple[str, Path, str]]:
    """A page of each kind: the fullest document, one without leads, excerpts, one inside a single file."""
    results = [
        json.loads(line) for line in (report / "en" / "results.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    full = max(results, key=lambda one: len(one["claims"]))["document"]["id"]
    none = next(one for one in results if not one["claims"])["document"]["id"]
    disputed = next(
        one["document"]["id"]
        for one in results
        if any(p["in_force"] == "disputed" for c in one["claims"] for p in c["provisions"] if p["role"] == "primary")
    )
    return [
        ("index", report / "en" / "index.html", ""),
        ("document", report / "en" / f"{full}.html", ""),
        ("without leads", report / "en" / f"{none}.html", ""),
        ("disputed", report / "en" / f"{disputed}.html", ""),
        ("excerpts", report / "cut" / f"{full}.html", ""),
        ("single, index", report / "fr" / "index.html", ""),
        ("single, document", report / "fr" / "index.html", f"#{full}"),
    ]


# --- offline and accessible -------------------------------------------------------------------------------------


def test_every_kind_of_page_works_from_a_disk_with_the_network_off(browser: Browser, report: Path) -> None:
    for name, path, fragment in kinds(report):
        page, wrong = opened(browser, path, fragment)
        assert page.evaluate("getComputedStyle(document.body).overflowWrap") == "anywhere", name
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        assert wrong == [], name
        page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_level_aa(browser: Browser, report: Path, made: Path, scheme: str) -> None:
    whole = [one for one in kinds(report) if "single" not in one[0]]
    single = made / "single" / "index.html"  # of few documents: axe looks at hidden ones too
    for name, path, fragment in [*whole, ("single, index", single, ""), ("single, document", single, "#d-quai")]:
        page, _ = opened(browser, path, fragment, color_scheme=scheme)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        assert axe(page) == [], name
        page.context.close()


def test_nothing_is_wider_than_a_narrow_screen(browser: Browser, report: Path, made: Path) -> None:
    pages = [*kinds(report), ("hostile", made / "hostile-en" / "d-hostile.html", "")]
    for name, path, fragment in pages:
        page, _ = opened(browser, path, fragment)
        page.set_viewport_size({"width": 360, "height": 700})
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, name
        page.context.close()


def test_without_scripts_everything_can_be_read(browser: Browser, report: Path) -> None:
    for name, path, _ in kinds(report):
        page, _ = opened(browser, path, java_script_enabled=False)
        assert page.locator(".notices li").count() == 4, name
        assert page.locator("#main, [id$='-main']").first.is_visible(), name
    page, _ = opened(browser, report / "fr" / "index.html", java_script_enabled=False)
    assert page.locator("article.document").count() == page.locator("article.document:visible").count() > 20


def test_on_paper_each_lead_begins_a_page_and_addresses_are_printed(browser: Browser, report: Path) -> None:
    _, path, _ = kinds(report)[1]
    page, _ = opened(browser, path)
    page.emulate_media(media="print")
    cards = page.locator(".leads .card")
    assert cards.count() > 1
    breaks = cards.evaluate_all("all => all.map(one => getComputedStyle(one).breakBefore)")
    assert set(breaks) == {"page"}
    shown = page.locator(".provision h5 a").first.evaluate("one => getComputedStyle(one, '::after').content")
    assert "undocs.org" in shown or "attr(href)" in shown


# --- words stay where they belong -------------------------------------------------------------------------------

_MARKED = """() => [...document.querySelectorAll('.anchor[id^="t-"]')].map(anchor => {
  const parts = anchor.id.split('-'), law = parts[1] === 'law', denial = parts[2] === 'd';
  const walker = document.createTreeWalker(anchor.closest('.article'), NodeFilter.SHOW_ALL), texts = [];
  walker.currentNode = anchor;
  let text = '';
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === 1 && node.matches('sup.note a')) {
      const said = node.textContent, href = node.getAttribute('href');
      if (law ? href === '#law-' + parts[2] : denial ? said.startsWith(parts[1] + ',') : said === parts[1]) texts.push(text);
    }
    if (node.nodeType !== 3 || node.parentElement.closest('sup.note')) continue;
    if (!node.parentElement.closest('mark')) break;
    text += node.data;
  }
  return [anchor.id, texts];
})"""
"""Of each anchor in the text: the marked words from there to each of its own notes (evidence of a claim may overlap)."""


def highlights(page: Page) -> dict[str, list[str]]:
    return dict(page.evaluate(_MARKED))


def test_every_highlight_of_the_sample_corpus_is_its_evidence(browser: Browser, report: Path) -> None:
    checked = 0
    for line in (report / "en" / "results.jsonl").read_text(encoding="utf-8").splitlines():
        result = json.loads(line)
        page, _ = opened(browser, report / "en" / f"{result['document']['id']}.html")
        found = highlights(page)
        numbers = page.locator(".card").evaluate_all("all => all.map(one => one.id)")
        wanted = {
            f"t-{numbers.index(claim['id']) + 1}-{i}": one["exact"]
            for claim in result["claims"]
            for i, one in enumerate(claim["evidence"])
        }
        wanted |= {f"t-law-{i}-0": one["exact"] for i, one in enumerate(result["citations"], 1)}
        for anchor, exact in wanted.items():
            assert exact in found[anchor], (result["document"]["source"], anchor)
        checked += len(wanted)
        page.context.close()
    assert checked > 100


def test_highlights_in_many_scripts_hold_just_their_evidence(browser: Browser, made: Path) -> None:
    page, wrong = opened(browser, made / "scripts" / "d-scripts.html")
    found = [texts for anchor, texts in highlights(page).items()]
    wanted = [[one.claim.evidence[0].exact] for one in scripts().findings]
    assert sorted(found) == sorted(wanted)
    assert wrong == []
    sides = page.locator(".article .passage").evaluate_all("all => all.map(one => getComputedStyle(one).textAlign)")
    assert set(sides) == {"start"}


def test_quotes_from_right_to_left_run_from_right_to_left(browser: Browser, made: Path) -> None:
    page, _ = opened(browser, made / "scripts" / "d-scripts.html")
    quote = page.locator("blockquote", has_text=WORDS[0]).first
    assert quote.get_attribute("dir") == "auto"
    assert quote.locator("mark").first.text_content() == WORDS[0]


@pytest.mark.parametrize("folder", ["hostile-en", "hostile-fr", "hostile-single"])
def test_hostile_words_are_words_and_nothing_more(browser: Browser, made: Path, folder: str) -> None:
    for path in sorted((made / folder).glob("*.html")):
        for fragment in ("", "#q=%3Cscript%3Ealert(1)%3C/script%3E", "#%E0%A4%A"):
            page, wrong = opened(browser, path, fragment)
            assert [one for one in wrong if "dialog" in one or "Refused" in one or "Error" in one] == [], path.name
            assert page.evaluate("document.querySelectorAll('img, iframe, object, [onload], [onerror]').length") == 0
            links = page.locator("a").evaluate_all("all => all.map(one => one.href)")
            assert not [one for one in links if re.match(r"\s*(javascript|data|vbscript):", one, re.IGNORECASE)]
            page.context.close()
    page, _ = opened(browser, made / folder / "index.html")
    assert "<script>alert(1)</script>" in page.locator("#leads .row h3").first.inner_text()
    page.locator("[name=q]").fill("alert(1)")
    settled(page, "q=alert")
    assert "<script>alert(1)</script>" in page.locator("#leads .row h3").first.inner_text()


# --- the index --------------------------------------------------------------------------------------------------


def titles(page: Page) -> list[str]:
    return page.locator("#leads .row h3").all_inner_texts()


def settled(page: Page, hash_part: str) -> None:
    page.wait_for_url(lambda address: hash_part in unquote(address), timeout=5000)


def test_a_screen_of_rows_is_shown_and_the_rest_on_demand(browser: Browser, made: Path) -> None:
    page, wrong = opened(browser, made / "many" / "index.html")
    assert len(titles(page)) == 50
    size = page.evaluate("document.getElementsByTagName('*').length")
    seen = set(titles(page))
    for _ in range(2):
        page.locator("#leads .next-page").click()
        seen |= set(titles(page))
    assert len(seen) == MANY
    assert page.locator("#leads .next-page").is_disabled()
    assert page.evaluate("document.getElementsByTagName('*').length") <= size
    assert "101 to 130 of 130" in page.locator("#leads .place-in").inner_text()
    assert wrong == []


def test_rows_made_by_the_script_are_those_the_page_was_sent_with(browser: Browser, made: Path) -> None:
    with_script, _ = opened(browser, made / "many" / "index.html")
    plain, _ = opened(browser, made / "many" / "index.html", java_script_enabled=False)
    for group in ("#leads", "#none", "#error"):
        texts = [
            [" ".join(text.split()) for text in page.locator(f"{group} .row").all_text_contents()]
            for page in (plain, with_script)
        ]
        assert texts[0] == texts[1], group
    assert with_script.locator("#leads .row a").first.get_attribute("href") == plain.locator(
        "#leads .row a"
    ).first.get_attribute("href")


def test_search_filters_and_order_stand_in_the_address_and_come_back_from_it(browser: Browser, made: Path) -> None:
    page, _ = opened(browser, made / "many" / "index.html")
    page.locator("[name=sort]").select_option("title")
    settled(page, "sort=title")
    assert titles(page)[:3] == ["Cargo 000", "Cargo 001", "Cargo 002"]
    page.locator("[name=language]").select_option("fr")
    settled(page, "language=fr")
    assert titles(page)[:3] == ["Cargo 001", "Cargo 003", "Cargo 005"]
    page.locator("[name=q]").fill("cargo 12")
    settled(page, "q=cargo")
    assert titles(page) == ["Cargo 121", "Cargo 123", "Cargo 125", "Cargo 127", "Cargo 129"]
    assert page.locator(".shown").inner_text() == "5 of 132 documents shown"
    again, _ = opened(browser, made / "many" / "index.html", page.evaluate("location.hash"))
    assert titles(again) == titles(page)
    assert again.locator("[name=q]").input_value() == "cargo 12"
    again.locator("[type=reset]").click()
    again.wait_for_url(lambda address: "#" not in address, timeout=5000)
    assert len(titles(again)) == 50


def test_the_best_sourced_stand_first_and_a_page_of_rows_has_an_address(browser: Browser, made: Path) -> None:
    page, _ = opened(browser, made / "many" / "index.html")
    assert titles(page)[:3] == ["Cargo 002", "Cargo 005", "Cargo 008"]
    page.locator("#leads .next-page").click()
    settled(page, "p.leads=2")
    again, _ = opened(browser, made / "many" / "index.html", page.evaluate("location.hash"))
    assert titles(again) == titles(page)


def test_a_search_for_nothing_says_so(browser: Browser, made: Path) -> None:
    page, _ = opened(browser, made / "many" / "index.html", "#q=submarine")
    assert titles(page) == []
    assert page.locator("#leads .nothing").is_visible()
    assert page.locator(".shown").inner_text() == "0 of 132 documents shown"


# --- a single file ----------------------------------------------------------------------------------------------


def test_a_single_file_shows_one_page_at_a_time(browser: Browser, report: Path) -> None:
    page, wrong = opened(browser, report / "fr" / "index.html")
    assert page.locator("article.document:visible").count() == 0
    link = page.locator("#leads .row h3 a").first
    title = link.inner_text()
    link.click()
    assert page.locator("article.document:visible h1").all_inner_texts() == [title]
    assert not page.locator("#tools").is_visible()
    page.locator("article.document:visible .contents a", has_text="texte").last.click()
    assert page.locator("article.document:visible").count() == 1
    page.locator("article.document:visible .back a").click()
    assert page.locator("#tools").is_visible()
    assert page.locator("article.document:visible").count() == 0
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(ids) == len(set(ids))
    assert wrong == []
