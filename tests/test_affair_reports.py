"""Affairs as a user meets them: scores, affairs.jsonl, pages, decisions, and nothing at all where there is one document."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import report_samples as samples
from account_cases import BASE, account, is_a, telling
from click.testing import CliRunner
from page_reader import Page
from test_page_wording import FIGURES, NOTICES, VERDICTS, OwnVoice

from checker.affair import Together
from checker.affairs.gathering import together_of
from checker.cli import main
from checker.errors import UsageError
from checker.formats.affairs import affair_record, with_states
from checker.report import write_report
from checker.scoring.joins import read_joins, score_joins
from checker.views import Names, wording
from checker.views.affairs import MOST_ACCOUNTS, AffairDesk

HERE = Path(__file__).parent
CORPUS = HERE / "affairs"
SCHEMA = json.loads((HERE.parent / "docs" / "affair.schema.json").read_text(encoding="utf-8"))
AS_OF = ("--as-of", "2026-11-01")


def check(*arguments: object) -> str:
    done = CliRunner().invoke(main, ["check", *map(str, arguments), *AS_OF])
    assert done.exit_code == 0, done.output
    return done.stdout


def lines(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "affairs.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus of affairs as a folder in both languages, and as one file."""
    root = tmp_path_factory.mktemp("affairs")
    for language in ("en", "fr"):
        check(CORPUS / "articles", "-o", root / language, "--report-language", language)
    check(CORPUS / "articles", "-o", root / "single", "--single-file")
    return root


# --- scores -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("folder", [CORPUS, CORPUS / "second"], ids=["first", "second"])
def test_no_join_of_the_corpus_is_wrong_and_few_are_missed(folder: Path) -> None:
    done = CliRunner().invoke(
        main, ["evaluate", str(folder), "--affairs", "--format", "json", "--errors", "--floors", str(folder / "floors.json")]
    )
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["wrong"] == []


def test_the_corpus_is_large_and_in_both_languages() -> None:
    texts = [path.read_text(encoding="utf-8") for path in CORPUS.glob("**/articles/*.md")]
    french = sum("\nlanguage: fr\n" in text for text in texts)
    assert len(texts) >= 100
    assert 0.45 <= french / len(texts) <= 0.55
    assert all("\nsynthetic: true\n" in text for text in texts)


def test_pairs_and_b_cubed_are_what_one_counts_by_hand() -> None:
    gold = {"a": "x", "b": "x", "c": "x", "d": "y"}
    document = {key: key for key in (*gold, "stray")}
    scored = score_joins(gold, [["a", "b"], ["c", "d", "stray"]], document, document)
    assert (scored.right, scored.wrong, scored.missed) == (
        1, (("c", "d"), ("c", "stray"), ("d", "stray")), (("a", "c"), ("b", "c"))
    )  # fmt: skip
    assert scored.scores["joins.precision"] == pytest.approx(1 / 4)
    assert scored.scores["joins.recall"] == pytest.approx(1 / 3)
    assert scored.scores["bcubed.precision"] == pytest.approx((1 + 1 + 1 / 3 + 1 / 3) / 4)
    assert scored.scores["bcubed.recall"] == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)


def test_gold_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no gold joins"):
        read_joins(tmp_path)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("Nothing here.\n", encoding="utf-8")
    mention = {"document": "articles/a.txt", "affair": "x", "giver": None, "taker": None, "anchor": "not there"}
    (tmp_path / "joins.json").write_text(json.dumps({"mentions": [mention], "copies": [], "leaning": []}), encoding="utf-8")
    done = CliRunner().invoke(main, ["evaluate", str(tmp_path), "--affairs"])
    assert done.exit_code == 2
    assert "the anchor 'not there' does not occur exactly once" in done.output


# --- affairs.jsonl ------------------------------------------------------------------------------------------------


def test_every_line_fits_the_published_schema(reports: Path) -> None:
    found = lines(reports / "en")
    assert len(found) > 10
    for one in found:
        jsonschema.validate(one, SCHEMA)


def test_every_key_of_the_schema_is_written_and_documented(reports: Path) -> None:
    written = {key for one in lines(reports / "en") for key in one}
    assert written == set(SCHEMA["properties"])
    told = {key for one in lines(reports / "en") for each in one["accounts"] for key in each}
    assert told == set(SCHEMA["$defs"]["account"]["properties"]) - {"review"}
    docs = (HERE.parent / "docs" / "output.md").read_text(encoding="utf-8")
    assert not {key for key in written if f"`{key}`" not in docs}


def test_accounts_are_claims_of_the_results_and_none_is_in_two_affairs(reports: Path) -> None:
    results = (reports / "en" / "results.jsonl").read_text(encoding="utf-8").splitlines()
    claims = {(one["document"]["id"], claim["id"]) for one in map(json.loads, results) for claim in one["claims"]}
    told = [(each["document"], each["claim"]) for one in lines(reports / "en") for each in one["accounts"]]
    assert len(told) == len(set(told))
    assert set(told) <= claims


def test_neither_the_order_of_inputs_nor_processes_change_a_byte(reports: Path, tmp_path: Path) -> None:
    shutil.copytree(CORPUS / "articles", tmp_path / "in")
    files = sorted((tmp_path / "in").iterdir())
    check(*files, "-o", tmp_path / "one")
    check(*reversed(files), "-o", tmp_path / "two", "-j", "2")
    for name in ("affairs.jsonl", "affairs.html"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name
    assert (tmp_path / "one" / "affairs.jsonl").read_bytes() == (reports / "en" / "affairs.jsonl").read_bytes()


def test_the_manifest_counts_affairs_and_lists_their_files(reports: Path) -> None:
    run = json.loads((reports / "en" / "run.json").read_text(encoding="utf-8"))
    assert run["counts"]["affairs"] == len(lines(reports / "en"))
    assert {"affairs.html", "affairs.jsonl"} <= set(run["files"])


def test_a_run_over_one_document_knows_no_affairs_and_loads_nothing_for_them(tmp_path: Path) -> None:
    out = tmp_path / "out"
    call = ["check", str(CORPUS / "articles" / "shells-wire.md"), "-o", str(out), *AS_OF]
    code = f"from checker.cli import main; import sys\ntry: main({call!r})\nexcept SystemExit: pass\nprint([m for m in sys.modules if m.startswith('checker.affairs')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=HERE.parent)
    assert done.stdout.splitlines()[-1] == "[]"
    assert not list(out.glob("affairs*"))
    assert "affairs" not in (out / "index.html").read_text(encoding="utf-8").partition("<body>")[2].partition("<script>")[0]


def test_files_of_affairs_go_when_a_later_run_has_none_and_foreign_ones_stay(tmp_path: Path) -> None:
    out = tmp_path / "out"
    pair = [CORPUS / "articles" / name for name in ("gazole-reuni.md", "diesel-rail.md")]
    check(*pair, "-o", out)
    assert {path.name for path in out.glob("affairs*")} == {"affairs.html", "affairs.jsonl"}
    check(pair[0], "-o", out)
    assert not list(out.glob("affairs*"))
    (out / "affairs.jsonl").write_text("somebody's own\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["check", *map(str, pair), "-o", str(out), *AS_OF])
    assert done.exit_code == 2
    assert "was not written by checker" in done.output


# --- pages --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_page_of_affairs_has_the_notices_and_speaks_no_verdict(reports: Path, language: str) -> None:
    text = (reports / language / "affairs.html").read_text(encoding="utf-8")
    footer = text[text.rindex('<footer class="notices">') :]
    assert all(notice in footer for notice in NOTICES[language])
    own = OwnVoice(text, language).words
    assert not re.search(rf"\b(?:{VERDICTS[language]})\b", own, re.IGNORECASE)
    assert not re.search(FIGURES, own, re.IGNORECASE)
    mark = {"en": "Not for publication until signed", "fr": "Ne pas publier avant signature"}[language]
    assert mark in text[: text.index("<main")]


def test_every_link_of_the_page_leads_somewhere(reports: Path) -> None:
    for name in ("affairs.html", "index.html"):
        page = Page((reports / "en" / name).read_text(encoding="utf-8"))
        for href in (one for one in page.all("href") if one.startswith(("d-", "affairs.html", "#f-"))):
            file, _, place = href.partition("#")
            text = (reports / "en" / (file or name)).read_text(encoding="utf-8")
            assert not place or f'id="{place}"' in text, href


def test_a_lead_says_where_else_it_is_told_and_a_stranger_says_nothing(reports: Path) -> None:
    ids = {one["source"]: one["document"] for found in lines(reports / "en") for one in found["accounts"]}
    page = (reports / "en" / f"{ids['gazole-reuni.md']}.html").read_text(encoding="utf-8")
    assert page.count('class="affair-note"') == 1
    assert "Told in 2 other documents of this run" in page
    later = next(
        path for path in (reports / "en").glob("d-*.html") if "shells-year-later.md" in path.read_text(encoding="utf-8")
    )
    assert 'class="affair-note"' not in later.read_text(encoding="utf-8")


def test_copies_keep_their_rows_and_count_once_in_the_charts(reports: Path) -> None:
    page = Page((reports / "en" / "index.html").read_text(encoding="utf-8"))
    assert page.words.count("near-identical to another text") >= 1
    data = json.loads((reports / "en" / "index.html").read_text(encoding="utf-8").split('id="data"')[1].split(">", 1)[1].split("</script>")[0])
    copies = [row for row in data["rows"] if len(row) > 18]
    assert sorted(row[4] for row in copies) == [
        "coal-copy.md", "ouvriers-copie.md", "ouvriers-retouche.md", "shells-copy-edited.md", "shells-copy-harbour.md"
    ]  # fmt: skip
    workers = len(re.findall(r"worker_authorisation", json.dumps(data["activities"])))
    assert workers == 1
    assert "Near-identical texts count once." in page.words


def test_a_single_file_holds_the_affairs_after_its_documents(reports: Path) -> None:
    text = (reports / "single" / "index.html").read_text(encoding="utf-8")
    assert text.index('<article class="document" id="affairs"') > text.rindex('<article class="document" id="d-')
    anchors = set(re.findall(r'href="#(f-[0-9a-f]{12})"', text))
    assert len(anchors) > 10
    assert all(f'id="{one}"' in text for one in anchors)


def test_hostile_words_stay_words_on_the_page_of_affairs(tmp_path: Path) -> None:
    bad = '<script>alert(1)</script>{{ 7*7 }} \u202e"<!--/review-->'
    told = [
        replace(telling(name, f"{name} " * 40), title=bad, source=bad, outlet=bad, language="en") for name in ("d-a", "d-b")
    ]
    said = together_of(told, is_a)
    assert len(said.affairs) == 1
    write_report(samples.everything(), tmp_path, samples.RUN, together=lambda: said)
    text = (tmp_path / "affairs.html").read_text(encoding="utf-8")
    page = Page(text)
    assert "<script>alert(1)</script>{{ 7*7 }}" in page.words
    assert "\u202e" not in text
    assert len([tag for tag, _ in page.elements if tag == "script"]) == 1


def test_the_page_holds_so_many_accounts_and_says_how_many_are_left() -> None:
    many = together_of([telling(f"d-{n:03}", f"d{n} " * 40) for n in range(MOST_ACCOUNTS + 60)], is_a).affairs
    desk = AffairDesk(many, Names(), wording("en"), lambda document, claim: "")
    (view,) = desk.page().affairs
    assert sum(len(origin.accounts) for origin in view.origins) == MOST_ACCOUNTS
    assert view.more == "60 more accounts are in affairs.jsonl."


def test_five_thousand_documents_fit_the_index_and_the_page_of_affairs() -> None:
    told = [
        telling(
            f"d-{n:05}",
            " ".join(f"{n}x{k}" for k in range(40)),
            title=f"What the harbour of number {n} saw on an ordinary morning in autumn",
            accounts=(account(f"d-{n:05}", items=("shell",), giver=replace(BASE.giver, id=f"G{n // 3}")),),  # type: ignore[type-var]
        )
        for n in range(5000)
    ]
    said = together_of(told, is_a)
    assert len(said.affairs) == 1667
    desk = AffairDesk(said.affairs, Names(), wording("en"), lambda document, claim: f"{document}.html#{claim}")
    assert desk.page().more == "1,001 more affairs are in affairs.jsonl."
    index = desk.index()
    assert index is not None
    assert len(index.affairs) == 4


# --- decisions ----------------------------------------------------------------------------------------------------


def test_a_decision_stands_beside_the_other_accounts_and_decides_none_of_them(tmp_path: Path) -> None:
    pair = [CORPUS / "articles" / name for name in ("gazole-reuni.md", "diesel-rail.md")]
    out, signed = tmp_path / "out", tmp_path / "signed"
    check(*pair, "-o", out)
    (affair,) = lines(out)
    first, second = affair["accounts"]
    page = (out / f"{first['document']}.html").read_text(encoding="utf-8")
    data = json.loads(re.findall(r'<template class="review-data"[^>]*>(.*?)</template>', page, re.DOTALL)[0])
    claim = next(one for one in data["claims"] if one["claim"] == first["claim"])
    decision = {
        **{key: claim[key] for key in ("claim", "anchor", "words", "label", "activity", "giver", "taker", "law", "beside")},
        "document": data["document"], "sha256": data["sha256"], "source": data["source"],
        "decision": "reject", "reason": "wrong_party", "note": "", "correction": {}, "day": "2026-12-01",
    }  # fmt: skip
    file = {"schema": "checker/decisions/1", "run": data["run"], "reviewer": "Ana", "decisions": [decision]}
    (tmp_path / "ana.json").write_text(json.dumps(file), encoding="utf-8")
    for call in (
        ["review", "merge", str(tmp_path / "ana.json"), "-o", str(tmp_path / "ledger.jsonl")],
        ["review", "apply", str(out), str(tmp_path / "ledger.jsonl"), "-o", str(signed)],
    ):
        done = CliRunner().invoke(main, call)
        assert done.exit_code == 0, done.output
    states = {one["claim"]: one["review"]["state"] for one in lines(signed)[0]["accounts"]}
    assert states == {first["claim"]: "rejected", second["claim"]: "open"}
    jsonschema.validate(lines(signed)[0], SCHEMA)
    text = (signed / "affairs.html").read_text(encoding="utf-8")
    assert text.count('<span class="stands s-rejected">') == 1
    beside = (signed / f"{second['document']}.html").read_text(encoding="utf-8")
    note = beside[beside.index('class="affair-note"') :].partition("</aside>")[0]
    assert '<span class="stands s-rejected">' in note
    assert "A decision on one of them does not decide this lead." in note
    assert "s-rejected" not in beside.replace(note, "").partition("<main")[2]
    # the same ledger at the time of checking gives the same
    check(*pair, "-o", tmp_path / "again", "--decisions", tmp_path / "ledger.jsonl")
    again = (tmp_path / "again" / f"{second['document']}.html").read_text(encoding="utf-8")
    assert '<span class="stands s-rejected">' in again[again.index('class="affair-note"') :].partition("</aside>")[0]


def test_states_are_put_only_on_leads() -> None:
    (one,) = together_of([telling("d-a", "a " * 40), telling("d-b", "b " * 40)], is_a).affairs
    found = with_states(affair_record(one), {("d-a", "c-d-a"): "accepted"})
    assert [each.get("review") for each in found["accounts"]] == [{"state": "accepted"}, None]


def test_a_report_without_affairs_is_as_it_was(tmp_path: Path) -> None:
    plain = write_report(samples.everything(), tmp_path / "a", samples.RUN)
    asked = write_report(samples.everything(), tmp_path / "b", samples.RUN, together=Together)
    assert [path.name for path in plain] == [path.name for path in asked]
    assert all(a.read_bytes() == b.read_bytes() for a, b in zip(plain, asked, strict=True))
