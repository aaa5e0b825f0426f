"""A reviewer at the page, in a real browser without a network: keyboard, memory, export, and back onto the pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from browsing import axe, chromium
from click.testing import CliRunner, Result

from checker.cli import main
from checker.review.decisions import read_decisions

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent
ARTICLE = (
    "Moscow bought artillery shells from North Korea in May 2024, Washington said.\n\n"
    "China imported coal from North Korea in June 2024, a UN panel said.\n\n"
    "Damascus received rockets from North Korea in July 2024, Seoul said.\n"
)
OTHER = "Kampala sent rifles to South Sudan in May 2024, a UN panel said.\n"
CHECK = ("--published", "2024-09-01", "--as-of", "2026-11-23")


def run(*arguments: str) -> Result:
    done = CliRunner().invoke(main, list(arguments), prog_name="checker")
    assert done.exit_code == 0, done.output
    return done


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("review")
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "b.txt").write_text(OTHER, encoding="utf-8")
    for out, more in (("rep", ()), ("fr", ("--report-language", "fr")), ("one", ("--single-file",))):
        run("check", str(folder / "a.txt"), str(folder / "b.txt"), *CHECK, "-o", str(folder / out), *more)
    return folder


def of(folder: Path, source: str) -> Path:
    for line in (folder / "results.jsonl").read_text(encoding="utf-8").splitlines():
        document = json.loads(line)["document"]
        if document["source"].endswith(source):
            return folder / f"{document['id']}.html"
    raise AssertionError(source)


@pytest.fixture
def page(browser: Browser, report: Path) -> Iterator[Page]:
    context = browser.new_context(offline=True, accept_downloads=True, viewport={"width": 1280, "height": 900})
    found = context.new_page()
    faults: list[str] = []
    found.on("pageerror", lambda error: faults.append(str(error)))
    found.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
    found.goto(of(report / "rep", "a.txt").as_uri())
    yield found
    context.close()
    assert faults == []


def press(page: Page, keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def told(page: Page) -> str:
    return page.locator(".bar-told").inner_text()


def progress(page: Page) -> str:
    return page.locator(".progress-words").inner_text()


def exported(page: Page, path: Path) -> Path:
    with page.expect_download() as download:
        page.locator("[data-do=export]").click()
    download.value.save_as(path)
    return path


def stored(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(
        "Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('checker-review:')))"
    )
    return {key: json.loads(value) for key, value in found.items()}


def test_a_review_by_keyboard_goes_round_to_the_signed_page(page: Page, report: Path, tmp_path: Path) -> None:
    press(page, "ja")
    press(page, "jr2n")
    page.keyboard.type("The panel only fears it.")
    page.keyboard.press("Escape")
    press(page, "ja")
    page.locator(".card.current .correct > summary").click()
    page.locator(".card.current [name=giver]").fill("North Korea")
    page.locator("[name=reviewer]").fill("Ana Ruiz")
    assert progress(page) == "3 of 3 decided"
    path = exported(page, tmp_path / "ana.json")
    assert told(page).endswith("Exported: 3 decisions.")
    schema = json.loads((ROOT / "docs" / "decisions.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(path.read_text(encoding="utf-8")))
    assert {one.verdict.value for one in read_decisions(path)} == {"accept", "reject"}

    ledger, signed = str(tmp_path / "ledger.jsonl"), tmp_path / "signed"
    assert "3 decisions added" in run("review", "merge", str(path), "-o", ledger).stdout
    assert "3 of 4 leads decided" in run("review", "status", str(report / "rep"), ledger).stdout
    run("review", "apply", str(report / "rep"), ledger, "-o", str(signed))
    page.goto(of(signed, "a.txt").as_uri())
    strip = page.locator(".strip").inner_text()
    assert "Reviewed" in strip
    assert "by Ana Ruiz" in strip
    assert "2 accepted and 1 rejected" in strip
    assert page.locator(".unsigned").count() == 0
    fold = page.locator("details.decided")
    card = page.locator(".card[data-claim]", has=fold)
    assert "wrong party" in fold.locator("summary").inner_text()
    assert not card.locator(".reported").is_visible()
    fold.locator("summary").click()
    assert card.locator(".reported").is_visible()
    assert "The panel only fears it." in fold.inner_text()
    assert "North Korea" in page.locator("div.decided", has_text="Giver, corrected").inner_text()

    run("check", str(report / "a.txt"), *CHECK, "-o", str(tmp_path / "again"), "--decisions", ledger)
    page.goto(of(tmp_path / "again", "a.txt").as_uri())
    assert "2 accepted and 1 rejected" in page.locator(".strip").inner_text()


def test_what_the_page_exports_is_what_the_program_would_hold_against_it(
    page: Page, report: Path, tmp_path: Path
) -> None:
    from checker.review.following import Hold, follow
    from checker.review.seen import beside, text_recorded

    press(page, "jajaja")
    page.locator("[name=reviewer]").fill("Ana")
    records = [json.loads(line) for line in (report / "rep" / "results.jsonl").read_text("utf-8").splitlines()]
    claims = next(text_recorded(one).claims for one in records if one["document"]["source"].endswith("a.txt"))
    manifest = json.loads((report / "rep" / "run.json").read_text(encoding="utf-8"))
    found = read_decisions(exported(page, tmp_path / "ana.json"))
    assert len(found) == 3
    for one in found:
        assert follow(one, claims).hold is Hold.HOLDS
        assert one.run == manifest["run"]
        assert one.beside == beside(next(seen for seen in claims if seen.claim == one.claim), claims)


def test_decisions_are_back_when_the_page_is_opened_again(page: Page) -> None:
    press(page, "ja")
    page.reload()
    assert progress(page) == "1 of 3 decided"
    assert told(page).endswith("1 decisions are back from your last visit.")
    assert page.locator(".card[data-claim]").first.locator("[aria-pressed=true]").inner_text().startswith("Accept")


def test_they_are_kept_under_the_digest_of_the_run(page: Page, report: Path) -> None:
    press(page, "ja")
    manifest = json.loads((report / "rep" / "run.json").read_text(encoding="utf-8"))
    ((key, file),) = stored(page).items()
    assert key.split(":")[1] == manifest["run"]
    assert file["run"]["sha256"] == manifest["run"]
    page.goto(of(report / "fr", "a.txt").as_uri())
    assert progress(page) == "1 sur 3 décidées"


def test_undo_goes_back_step_by_step(page: Page) -> None:
    press(page, "jar2")
    pressed = page.locator(".card.current [aria-pressed=true]")
    assert pressed.inner_text().startswith("Reject")
    press(page, "zz")
    assert pressed.inner_text().startswith("Accept")
    press(page, "z")
    assert pressed.count() == 0
    assert progress(page) == "0 of 3 decided"
    press(page, "z")
    assert stored(page) == {}


def test_the_same_key_again_opens_the_lead_again(page: Page) -> None:
    press(page, "jaa")
    assert progress(page) == "0 of 3 decided"
    assert told(page).endswith("Lead 1 is open again.")


def test_keys_go_from_lead_to_lead_and_stop_at_the_ends(page: Page) -> None:
    seen = []
    for key in "jjjjkkk":
        press(page, key)
        seen.append(
            page.evaluate("[...document.querySelectorAll('.card[data-claim]')].findIndex(c => c.matches('.current'))")
        )
    assert seen == [0, 1, 2, 2, 1, 0, 0]
    assert page.evaluate("document.activeElement.closest('.card').matches('.current')")


def test_keys_in_a_field_are_letters(page: Page) -> None:
    press(page, "jr")
    page.locator(".card.current textarea").focus()
    page.keyboard.type("jar uz?/")
    assert page.locator(".card.current textarea").input_value() == "jar uz?/"
    assert progress(page) == "0 of 3 decided · 1 without a reason"


def test_single_keys_can_be_switched_off_and_stay_off(page: Page) -> None:
    press(page, "?")
    page.locator("[name=keys]").uncheck()
    page.locator("[data-do=close]").click()
    press(page, "ja")
    assert progress(page) == "0 of 3 decided"
    page.reload()
    press(page, "ja")
    assert progress(page) == "0 of 3 decided"
    page.locator(".card[data-claim] [data-verdict=accept]").first.click()
    assert progress(page) == "1 of 3 decided"


def test_an_export_wants_decisions_a_name_and_reasons(page: Page) -> None:
    page.locator("[data-do=export]").click()
    assert told(page).endswith("Nothing is decided yet.")
    press(page, "jr")
    page.locator("[data-do=export]").click()
    assert told(page).endswith("Write a name or an alias first.")
    assert page.evaluate("document.activeElement.name") == "reviewer"
    page.keyboard.type("Ana")
    page.locator("[data-do=export]").click()
    assert told(page).endswith("1 without a reason")
    assert page.evaluate("document.activeElement.type") == "radio"


def test_a_file_of_ones_own_is_taken_up_and_a_strangers_is_not(page: Page, browser: Browser, tmp_path: Path) -> None:
    press(page, "jajr4")
    page.locator("[name=reviewer]").fill("Ana")
    path = exported(page, tmp_path / "ana.json")
    context = browser.new_context(offline=True)
    fresh = context.new_page()
    fresh.goto(page.url)
    for what, name, says in (
        (path, "", "2 decisions taken over, 0 fit no lead here."),
        (path, "Li", "That file is by Ana. Change the name to go on with it."),
        (__file__, "Ana", "That is no file of decisions."),
    ):
        if name:
            fresh.locator("[name=reviewer]").fill(name)
        fresh.locator("[data-do=help]").click()
        fresh.locator("input[type=file]").set_input_files(what)
        fresh.wait_for_function("says => document.querySelector('.bar-told').textContent === says", arg=says)
    assert progress(fresh) == "2 of 3 decided"
    context.close()


def test_the_page_says_when_the_browser_keeps_nothing(browser: Browser, report: Path) -> None:
    context = browser.new_context(offline=True)
    context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})")
    page = context.new_page()
    page.goto(of(report / "rep", "a.txt").as_uri())
    assert told(page).endswith("This browser keeps nothing for this page. Export before you close it.")
    press(page, "ja")
    assert progress(page) == "1 of 3 decided"
    context.close()


def test_without_javascript_the_page_says_that_decisions_need_it(browser: Browser, report: Path) -> None:
    context = browser.new_context(offline=True, java_script_enabled=False)
    page = context.new_page()
    page.goto(of(report / "rep", "a.txt").as_uri())
    assert "Decisions need JavaScript." in page.locator("#review-bar").inner_text()
    assert not page.locator("[data-do=export]").is_visible()
    context.close()


def test_progress_is_told_to_a_screen_reader(page: Page) -> None:
    status = page.locator("#review-bar [role=status][aria-live=polite]")
    press(page, "ja")
    assert "1 of 3 decided" in status.inner_text()
    assert "Lead 1: Accepted." in status.inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["rep", "fr"])
def test_the_controls_meet_level_aa(browser: Browser, report: Path, scheme: Any, language: str) -> None:
    context = browser.new_context(offline=True, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(of(report / language, "a.txt").as_uri())
    press(page, "jr1")
    page.locator(".card.current .correct > summary").click()
    assert axe(page) == []
    press(page, "?")
    assert axe(page) == []
    context.close()


def test_what_can_be_pressed_is_large_enough(page: Page) -> None:
    press(page, "jr")
    page.locator(".card.current .correct > summary").click()
    small = page.evaluate(
        """() => [...document.querySelectorAll('.card.current .decide :is(button, select, input:not([type=radio]), textarea, summary, .why-fields label)')]
        .concat([...document.querySelectorAll('#review-bar :is(button, select, input)')]).filter(one => one.offsetParent)
        .map(one => [one.className || one.name || one.tagName, one.getBoundingClientRect()])
        .filter(([, box]) => box.width < 24 || box.height < 23.9).map(([name]) => name)"""
    )
    assert small == []


def test_a_narrow_window_is_not_scrolled_sideways(browser: Browser, report: Path) -> None:
    context = browser.new_context(offline=True, viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto(of(report / "rep", "a.txt").as_uri())
    press(page, "jr1")
    page.locator(".card.current .correct > summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_in_print_the_decision_stands_and_the_controls_do_not(page: Page) -> None:
    press(page, "jr2")
    page.locator("[name=reviewer]").fill("Ana")
    page.locator("[name=reviewer]").blur()
    page.emulate_media(media="print")
    card = page.locator(".card.current")
    assert card.locator(".said").is_visible()
    assert card.locator(".said").inner_text().startswith("Rejected · Ana · ")
    assert "wrong party" in card.locator(".said").inner_text()
    for hidden in (".verdicts", ".after", ".decide-title"):
        assert not card.locator(hidden).is_visible()
    assert not page.locator("#review-bar").is_visible()


def test_leads_can_be_shown_by_how_far_they_are(page: Page) -> None:
    press(page, "ja/")
    assert page.evaluate("document.activeElement.name") == "show"
    page.locator("[name=show]").select_option("open")
    assert page.locator(".card[data-claim]:visible").count() == 2
    page.locator("[name=show]").select_option("done")
    assert page.locator(".card[data-claim]:visible").count() == 1


def test_the_index_gathers_what_lies_in_this_browser(page: Page, report: Path, tmp_path: Path) -> None:
    press(page, "jaja")
    page.locator("[name=reviewer]").fill("Ana")
    page.locator("[name=reviewer]").blur()
    page.goto(of(report / "rep", "b.txt").as_uri())
    press(page, "ja")
    page.goto((report / "rep" / "index.html").as_uri())
    assert "In this browser: 3 decisions, in 2 documents." in page.locator(".review-own").inner_text()
    with page.expect_download() as download:
        page.locator(".review-own button").click()
    download.value.save_as(tmp_path / "all.json")
    found = read_decisions(tmp_path / "all.json")
    assert len({one.document for one in found}) == 2
    assert {one.reviewer for one in found} == {"Ana"}


def test_in_a_single_file_leads_of_all_documents_are_reviewed(page: Page, report: Path, tmp_path: Path) -> None:
    page.goto((report / "one" / "index.html").as_uri())
    press(page, "j")
    page.wait_for_selector(".card.current:visible")
    press(page, "ajajaj")
    page.wait_for_timeout(200)
    press(page, "a")
    assert progress(page) == "4 of 4 decided"
    page.locator("[name=reviewer]").fill("Ana")
    path = exported(page, tmp_path / "ana.json")
    assert len({one.document for one in read_decisions(path)}) == 2
    run("review", "merge", str(path), "-o", str(tmp_path / "l.jsonl"))
    run("review", "apply", str(report / "one"), str(tmp_path / "l.jsonl"), "-o", str(tmp_path / "signed"))
    page.goto((tmp_path / "signed" / "index.html").as_uri())
    assert "4 of 4 leads decided · 4 accepted" in page.locator(".strip:visible").inner_text()


def test_hostile_words_in_a_stored_file_stay_words(page: Page) -> None:
    press(page, "ja")
    ((key, file),) = stored(page).items()
    file["decisions"][0]["note"] = "<img src=x onerror=alert(1)>"
    file["reviewer"] = "<b>"
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(file)])
    page.reload()
    assert "<img src=x onerror=alert(1)>" in page.locator(".said").first.inner_text()
    assert page.locator(".card img").count() == 0
