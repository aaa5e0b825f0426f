from __future__ import annotations

import base64
import gc
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import report_samples as samples
from page_reader import Page, bare

from checker.bundle import folder
from checker.errors import ReportError
from checker.model import Result
from checker.report import write_report

GOLDEN = Path(__file__).parent / "golden" / "report"
VOID = {"meta", "link", "br", "img", "input", "rect", "line", "circle", "path", "use", "hr"}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    out = tmp_path_factory.mktemp("report")
    found = {}
    for language in ("en", "fr"):
        for kind, results, excerpts in (
            ("whole", samples.everything(), False),
            ("excerpts", samples.everything(), True),
            ("hostile", (samples.hostile(),), False),
        ):
            where = out / language / kind
            for path in write_report(results, where, samples.RUN, language, excerpts):
                found[f"{language}/{kind}/{path.name}"] = path.read_text(encoding="utf-8")
    return found


def each(pages: dict[str, str], part: str = "") -> Iterator[tuple[str, Page]]:
    for name, text in pages.items():
        if part in name:
            yield name, Page(text)


# --- golden pages -----------------------------------------------------------------------------------------------

KEPT = (
    "en/whole/index.html",
    "en/whole/d-pier.html",
    "en/whole/d-herring.html",
    "fr/whole/index.html",
    "fr/whole/d-quai.html",
    "fr/excerpts/d-pier.html",
)


@pytest.mark.parametrize("name", KEPT)
def test_pages_are_byte_for_byte_those_somebody_looked_at(pages: dict[str, str], name: str) -> None:
    golden = GOLDEN / name.replace("/", "-")
    if samples.UPDATE:
        golden.write_bytes(bare(pages[name]).encode("utf-8"))
    assert bare(pages[name]).encode("utf-8") == golden.read_bytes(), f"{golden.name} differs: see {GOLDEN.name}/README.md"


def test_no_golden_page_is_left_over() -> None:
    assert {p.name for p in GOLDEN.glob("*.html")} == {name.replace("/", "-") for name in KEPT}


def test_the_same_results_give_the_same_bytes(pages: dict[str, str], tmp_path: Path) -> None:
    for path in write_report(samples.everything(), tmp_path, samples.RUN, "fr"):
        assert path.read_text(encoding="utf-8") == pages[f"fr/whole/{path.name}"]


# --- safe and complete in itself --------------------------------------------------------------------------------


def hashes(texts: list[str]) -> str:
    return " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}'" for text in texts
    )


def test_the_policy_allows_just_the_styles_and_scripts_inside(pages: dict[str, str]) -> None:
    for name, page in each(pages):
        scripts = [text for text in page.raw["script"] if not text.startswith("{")]
        assert page.meta("Content-Security-Policy") == (
            f"default-src 'none'; style-src {hashes(page.raw['style'])}; script-src {hashes(scripts)}; "
            "base-uri 'none'; form-action 'none'"
        ), name


def test_nothing_remote_is_loaded_and_nothing_inline_escapes_the_policy(pages: dict[str, str]) -> None:
    for name, page in each(pages):
        assert not {t for t, _ in page.elements} & {
            "img",
            "iframe",
            "object",
            "embed",
            "base",
            "audio",
            "video",
            "link",
        }
        assert not page.all("src") + page.all("srcset") + page.all("style") + page.all("action"), name
        assert not [a for _, attrs in page.elements for a in attrs if a.startswith("on")], name
        assert not re.search(r"@import|url\(", "".join(page.raw["style"])), name


def test_links_go_to_official_texts_to_the_source_or_stay_inside(pages: dict[str, str]) -> None:
    inside = {"index.html", "d-pier.html", "d-quai.html", "d-herring.html", "d-hostile.html"}
    official = re.compile(r"https://undocs\.org/S/RES/\d{1,4}\(\d{4}\)")
    for name, page in each(pages):
        for href in page.all("href"):
            local = href.startswith("#") or href in inside
            assert local or official.fullmatch(href) or href == "https://actu.invalid/monde/quai.html", (name, href)


def test_every_fragment_leads_somewhere_and_every_id_is_unique(pages: dict[str, str]) -> None:
    for name, page in each(pages):
        ids = page.all("id")
        assert len(ids) == len(set(ids)), name
        assert {h[1:] for h in page.all("href") if h.startswith("#")} <= set(ids), name
        assert set(page.all("aria-labelledby")) <= set(ids), name


def test_no_page_is_indexed_or_tells_where_the_reader_came_from(pages: dict[str, str]) -> None:
    for _, page in each(pages):
        assert page.meta("robots") == "noindex, nofollow, noarchive"
        assert page.meta("referrer") == "no-referrer"


def test_every_page_carries_the_standing_notices_in_its_language(pages: dict[str, str]) -> None:
    first = {
        "en": (
            "They establish nothing.",
            "No lead is no clearance.",
            "Most Council rules bind States.",
            "Law known to 23",
        ),
        "fr": ("n’établissent rien.", "ne vaut pas quitus.", "obligent les États.", "Droit connu jusqu’au 23"),
    }
    for name, page in each(pages):
        for words in first[name[:2]]:
            assert words in page.words, name


def test_a_verdict_is_never_in_our_own_voice(pages: dict[str, str]) -> None:
    for name, page in each(pages):
        for verdict in ("violator", "guilty", "illegal", "coupable", "illégal", "contrevenant"):
            assert verdict not in page.words.casefold(), name


def test_hostile_words_stay_words(pages: dict[str, str]) -> None:
    for name, page in each(pages, "/hostile/"):
        tags = [t for t, _ in page.elements]
        assert tags.count("script") == len(page.raw["script"])
        assert [a.get("type", "") for t, a in page.elements if t == "script"].count("application/json") <= 1
        assert "img" not in tags
        assert "i" not in tags
        run = [text for text in page.raw["script"] if not text.startswith("{")]
        assert "alert(1)" not in "".join(run + page.raw["style"])
        for data in [*(one for one in page.raw["script"] if one.startswith("{")), *page.raw["template"]]:
            assert not re.search("[<>&]", data)
        assert "<script>alert(1)</script>" in page.words, name
        assert "{{ 7*7 }}" in page.words
        assert "49" not in page.words.split()


def test_marks_that_turn_writing_round_stay_in_the_quoted_text(pages: dict[str, str]) -> None:
    for name, page in each(pages, "/hostile/"):
        assert samples.BIDI not in "".join(page.all("data-title") + page.all("title"))
        ours = re.sub(r"<blockquote[^>]* dir=\"auto\">.*?</blockquote>", "", pages[name], flags=re.DOTALL)
        ours = re.sub(r"<p class=\"passage[^>]* dir=\"auto\">.*?</p>", "", ours, flags=re.DOTALL)
        assert samples.BIDI not in ours
        assert pages[name].count(samples.BIDI) == (2 if "d-hostile" in name else 0)


def test_control_characters_become_the_replacement_mark_one_for_one(pages: dict[str, str]) -> None:
    for name, text in pages.items():
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", text), name
    assert "sold shells \ufffd\ufffd to" in pages["en/hostile/d-hostile.html"]


def test_an_unfit_language_code_is_not_written_into_an_attribute(pages: dict[str, str]) -> None:
    for _, page in each(pages):
        assert set(page.all("lang")) <= {"en", "fr"}


# --- readable ---------------------------------------------------------------------------------------------------


def test_headings_never_skip_a_level_and_there_is_one_first(pages: dict[str, str]) -> None:
    for name, page in each(pages):
        levels = [int(t[1]) for t, _ in page.elements if re.fullmatch("h[1-6]", t)]
        assert levels.count(1) == 1, name
        at = levels.index(1)
        for above, below in zip(levels[at:], levels[at + 1 :], strict=False):
            assert below <= above + 1, (name, levels)


def test_evidence_carries_the_language_of_the_article(pages: dict[str, str]) -> None:
    page = Page(pages["en/whole/d-quai.html"])
    quotes = [a for t, a in page.elements if t == "blockquote"]
    assert quotes
    assert all(a["lang"] == "fr" and a["dir"] == "auto" for a in quotes)


def test_the_document_page_follows_the_order_of_the_design(pages: dict[str, str]) -> None:
    page = Page(pages["en/whole/d-pier.html"])
    sections = [a["id"] for t, a in page.elements if t == "section" and "id" in a]
    assert sections == ["box", "leads", "law", "others", "text", "skipped", "manifest"]


def test_a_lead_without_a_response_says_so_and_that_it_proves_nothing(pages: dict[str, str]) -> None:
    words = "No response recorded in this text; that is not proof that none was given."
    assert Page(pages["en/whole/d-pier.html"]).words.count(words) > 3


def test_claims_set_aside_are_folded_and_what_was_skipped_is_open(pages: dict[str, str]) -> None:
    page = Page(pages["en/whole/d-pier.html"])
    folded = [a for t, a in page.elements if t == "details"]
    assert [a["id"] for a in folded if "id" in a] == ["c-tonne", "c-loggers", "c-coal"]
    assert all("open" not in a for a in folded)
    assert "This website uses cookies" in page.words.partition("Not checked")[2]


def test_excerpts_quote_and_do_not_hold_the_whole_article(pages: dict[str, str]) -> None:
    whole, excerpts = Page(pages["en/whole/d-pier.html"]).words, Page(pages["en/excerpts/d-pier.html"]).words
    assert "Corval took delivery of 3,000 artillery shells" in excerpts
    for left_out in ("Pumps, cranes and tinned fish", "a fable told by a neighbour", "READ ALSO"):
        assert left_out in whole
        assert left_out not in excerpts
    assert "Excerpts only" in excerpts


def test_the_first_screen_of_the_index_needs_no_script(pages: dict[str, str]) -> None:
    page = Page(pages["en/whole/index.html"])
    for words in ("Shells by night", "Corval reçoit des obus du Nord", "Herring dearer again", "it holds zero bytes"):
        assert words in page.words
    tools = next(a for t, a in page.elements if a.get("id") == "tools")
    assert "hidden" in tools
    assert all("hidden" not in a for t, a in page.elements if t == "li")
    assert "need the script of this page" not in page.words


def test_an_index_of_nothing_is_still_a_page(tmp_path: Path) -> None:
    (index,) = write_report((), tmp_path, samples.RUN)
    assert "None in this run." in Page(index.read_text(encoding="utf-8")).words


def colours(style: str, scheme: str) -> dict[str, tuple[int, ...]]:
    blocks = re.findall(r":root \{([^}]*)\}", style)
    light, dark, paper = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", b)) for b in blocks)
    named = {"light": light, "dark": light | dark, "print": light | paper}[scheme]
    wide = {k: v if len(v) == 7 else "#" + "".join(c * 2 for c in v[1:]) for k, v in named.items()}
    return {k: tuple(int(v[i : i + 2], 16) for i in (1, 3, 5)) for k, v in wide.items()}


def contrast(one: tuple[int, ...], two: tuple[int, ...]) -> float:
    def light(rgb: tuple[int, ...]) -> float:
        parts = [c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in rgb]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((light(one), light(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_text_has_the_contrast_of_level_aa(scheme: str) -> None:
    style = (folder("reports") / "static" / "report.css").read_text(encoding="utf-8")
    named = colours(style, scheme)
    for ink in ("ink", "quiet", "accent", "gone"):
        for ground in ("paper", "sheet", "tint-2"):
            assert contrast(named[ink], named[ground]) >= 4.5, (ink, ground)
    for ink in ("ink", "accent"):
        assert contrast(named[ink], named["tint"]) >= 4.5
    assert contrast(named["accent-ink"], named["accent"]) >= 4.5


def test_a_document_page_without_findings_stays_small(pages: dict[str, str]) -> None:
    assert len(pages["en/whole/d-herring.html"].encode("utf-8")) < 60_000


# --- files ------------------------------------------------------------------------------------------------------


def test_the_index_comes_first_and_an_unreadable_input_has_no_page(tmp_path: Path) -> None:
    paths = write_report(samples.everything(), tmp_path, samples.RUN)
    assert [p.name for p in paths] == ["index.html", "d-pier.html", "d-herring.html", "d-quai.html"]
    assert {p.name for p in tmp_path.iterdir()} == {p.name for p in paths}


def test_the_language_of_the_run_is_used_unless_one_is_named(tmp_path: Path) -> None:
    french = replace(samples.RUN, language="fr")
    assert '<html lang="fr">' in write_report((), tmp_path / "a", french)[0].read_text(encoding="utf-8")
    assert '<html lang="en">' in write_report((), tmp_path / "b", french, "en")[0].read_text(encoding="utf-8")


def test_a_language_without_words_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="not written in 'xx'"):
        write_report(samples.everything(), tmp_path / "out", samples.RUN, "xx")
    assert not (tmp_path / "out").exists()


def test_pages_of_an_earlier_report_are_replaced_or_removed_and_foreign_files_stay(tmp_path: Path) -> None:
    write_report(samples.everything(), tmp_path, samples.RUN)
    (tmp_path / "d-notes.html").write_text("mine", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    write_report((samples.quiet(),), tmp_path, samples.RUN)
    assert {p.name for p in tmp_path.iterdir()} == {"index.html", "d-herring.html", "d-notes.html", "notes.txt"}
    assert (tmp_path / "d-notes.html").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["index.html", "d-pier.html"])
def test_a_foreign_file_in_the_way_is_never_written_over(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")
    with pytest.raises(ReportError, match="exists and was not written by checker: choose another folder") as told:
        write_report(samples.everything(), tmp_path, samples.RUN)
    assert told.value.slug == "foreign-file"
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine"


def test_a_file_where_the_folder_should_be_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    with pytest.raises(
        ReportError, match=r"cannot write the report to '.*out': .*; choose another folder with --out"
    ):
        write_report((), tmp_path / "out", samples.RUN)


def test_a_page_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_report((samples.quiet(),), tmp_path, samples.RUN)
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("checker.press.os.replace", full)
    with pytest.raises(ReportError, match="No space left on device"):
        write_report((samples.quiet(),), tmp_path, samples.RUN, "fr")
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


@pytest.mark.parametrize("bad", ["../up", "", "a/b", "index", "d x"])
def test_an_id_that_could_leave_the_folder_is_refused(tmp_path: Path, bad: str) -> None:
    result = replace(samples.quiet(), document=replace(samples.quiet().document, id=bad))
    with pytest.raises(ReportError, match="cannot name a file"):
        write_report((result,), tmp_path, samples.RUN)


def test_two_documents_with_one_id_keep_a_page_each(tmp_path: Path) -> None:
    paths = write_report((samples.quiet(), samples.quiet()), tmp_path, samples.RUN)
    assert [p.name for p in paths] == ["index.html", "d-herring.html", "d-herring-2.html"]


def test_results_are_let_go_one_by_one(tmp_path: Path) -> None:
    alive = []

    def stream() -> Iterator[Result]:
        for i in range(6):
            gc.collect()
            alive.append(sum(isinstance(o, Result) and o.document.id.startswith("d-flow") for o in gc.get_objects()))
            yield replace(samples.pier(), document=replace(samples.pier().document, id=f"d-flow-{i}"))

    write_report(stream(), tmp_path, samples.RUN)
    assert max(alive) <= 1
