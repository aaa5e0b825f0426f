"""A report is held against its documents and the law: what was tampered with is found, what cannot be told is named."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from checker.cli import main
from checker.errors import UsageError
from checker.reference import load_reference
from checker.verification.quotes import check_quotes, shown
from checker.verification.report_files import read_manifest

WORDS = "Moscow bought shells from North Korea last month, Washington said on Tuesday. Moscow denies it.\n"
AGAIN = (
    "A ship carried coal from North Korea to China in 2019, in breach of resolution 2371 (2017), officials said.\n"
)
PAGE = f"<!doctype html><html><head><title>Shells</title></head><body><article><p>{WORDS}</p></article></body></html>"
Edit = Callable[[dict[str, Any]], None]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with articles in ``in`` and their report in ``report``."""
    home = tmp_path_factory.mktemp("made")
    (home / "in").mkdir()
    (home / "in" / "a.txt").write_text(WORDS, encoding="utf-8")
    (home / "in" / "b.txt").write_text(AGAIN, encoding="utf-8")
    (home / "in" / "page.html").write_text(PAGE, encoding="utf-8")
    (home / "in" / "c.txt").write_bytes(b"\x00\x01binary")
    options = ["--published", "2022-11-03", "--as-of", "2026-12-01"]
    done = CliRunner().invoke(main, ["check", str(home / "in"), "-o", str(home / "report"), *options])
    assert done.exit_code == 3, done.output
    return home


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "home")
    return tmp_path / "home"


def verify(home: Path, *more: str) -> Result:
    return CliRunner().invoke(main, ["verify", str(home / "report"), *more])


def found(home: Path, *more: str) -> tuple[int, set[str], set[str]]:
    """The exit code, the kinds that differ, the kinds that could not be checked."""
    done = verify(home, "--format", "json", *more)
    told = json.loads(done.stdout)
    return done.exit_code, {one["kind"] for one in told["differing"]}, {one["kind"] for one in told["unchecked"]}


def results(home: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (home / "report" / "results.jsonl").read_text(encoding="utf-8").splitlines()]


def rewrite(home: Path, edit: Edit, name: str = "a.txt", hide: bool = True) -> None:
    """Change the result of a document, and with ``hide`` the digest in the manifest too, as a careful forger would."""
    lines = results(home)
    for one in lines:
        if one["document"]["source"] == name:
            edit(one)
    text = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in lines)
    (home / "report" / "results.jsonl").write_text(text, encoding="utf-8")
    if hide:
        describe(home, lambda run: run["sha256"].update({"results.jsonl": sha256(text.encode()).hexdigest()}))


def describe(home: Path, edit: Edit) -> None:
    path = home / "report" / "run.json"
    run = json.loads(path.read_text(encoding="utf-8"))
    edit(run)
    path.write_text(json.dumps(run), encoding="utf-8")


# --- what holds -------------------------------------------------------------------------------------------------


def test_an_untouched_report_holds_and_says_how_much_was_checked(home: Path) -> None:
    done = verify(home)
    assert done.exit_code == 0, done.output
    evidence = sum(len(c["evidence"]) for one in results(home) for c in one["claims"])
    cited = sum(len(one["citations"]) for one in results(home))
    rows = sum(len(c["provisions"]) for one in results(home) for c in one["claims"])
    assert evidence >= 3
    assert cited >= 1
    files = len(list((home / "report").iterdir())) - 1
    said = (
        f"3 documents, {evidence + cited} quotations, {rows} rows of law and {files} files checked: 0 differ, 0 could"
    )
    assert said in done.stdout


def test_it_writes_nothing(home: Path) -> None:
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    verify(home)
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


def test_a_report_that_was_moved_with_its_documents_holds(home: Path, tmp_path: Path) -> None:
    home.rename(tmp_path / "elsewhere")
    assert found(tmp_path / "elsewhere") == (0, set(), set())


def test_a_document_under_another_name_is_known_by_its_bytes(home: Path) -> None:
    (home / "in" / "a.txt").rename(home / "in" / "renamed.txt")
    assert found(home) == (0, set(), set())


def test_the_manifest_tells_nothing_of_the_machine(home: Path) -> None:
    text = (home / "report" / "run.json").read_text(encoding="utf-8")
    assert json.loads(text)["inputs"] == ["in"]
    assert str(home.parent) not in text


def test_an_input_from_elsewhere_is_told_by_its_last_name(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "er" / "report"
    CliRunner().invoke(main, ["check", str(home / "in" / "a.txt"), "-o", str(out), "--as-of", "2026-12-01"])
    assert json.loads((out / "run.json").read_text(encoding="utf-8"))["inputs"] == ["a.txt"]
    assert found(out.parent) == (3, set(), {"document"})
    assert found(out.parent, "--inputs", str(home / "in")) == (0, set(), set())


def test_a_signed_report_holds_too(home: Path) -> None:
    ledger = home / "ledger.jsonl"
    ledger.write_text("", encoding="utf-8")
    assert CliRunner().invoke(main, ["review", "apply", str(home / "report"), str(ledger)]).exit_code == 0
    assert CliRunner().invoke(main, ["verify", str(home / "report-signed")]).exit_code == 0


# --- what does not ----------------------------------------------------------------------------------------------


def claim(one: dict[str, Any]) -> dict[str, Any]:
    first: dict[str, Any] = one["claims"][0]
    return first


def said_otherwise(one: dict[str, Any]) -> None:
    claim(one)["evidence"][0]["exact"] = claim(one)["evidence"][0]["exact"].replace("North Korea", "South Korea")


def moved(one: dict[str, Any]) -> None:
    evidence = claim(one)["evidence"][0]
    evidence["start"], evidence["end"] = evidence["start"] + 1, evidence["end"] + 1


def beyond(one: dict[str, Any]) -> None:
    claim(one)["evidence"][0]["end"] = 10**9


def another_row(one: dict[str, Any]) -> None:
    claim(one)["provisions"][0]["row"] = "0" * 12


def another_law(one: dict[str, Any]) -> None:
    claim(one)["provisions"][0]["id"] = "9999:1"


def another_paragraph(one: dict[str, Any]) -> None:
    claim(one)["provisions"][0]["paragraph"] = "99"


def another_force(one: dict[str, Any]) -> None:
    claim(one)["provisions"][0]["in_force"] = "no"


def another_anchor(one: dict[str, Any]) -> None:
    claim(one)["anchor"] = "a-000000000000"


def another_document(one: dict[str, Any]) -> None:
    one["document"]["sha256"] = "0" * 64


def no_claims(one: dict[str, Any]) -> None:
    one["claims"] = []


def no_shape(one: dict[str, Any]) -> None:
    one["claims"] = [{"id": "c-1"}]


@pytest.mark.parametrize(
    ("edit", "kinds"),
    [
        (said_otherwise, {"quote", "anchor"}), (moved, {"offset"}), (beyond, {"offset"}), (another_row, {"row"}),
        (another_law, {"row"}), (another_paragraph, {"row"}), (another_force, {"force"}), (another_anchor, {"anchor"}),
        (another_document, {"document"}), (no_claims, {"count"}), (no_shape, {"line", "count"}),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)  # fmt: skip
def test_a_line_that_was_tampered_with_is_found_though_the_digest_was_too(
    home: Path, edit: Edit, kinds: set[str]
) -> None:
    rewrite(home, edit)
    code, differing, _ = found(home)
    assert (code, differing) == (1, kinds)


def test_any_change_of_a_file_is_found_by_its_digest(home: Path) -> None:
    page = next(path for path in (home / "report").glob("d-*.html"))
    page.write_text(page.read_text(encoding="utf-8").replace("North Korea", "South Korea"), encoding="utf-8")
    done = verify(home)
    assert done.exit_code == 1
    assert f"differs   {page.name}: was altered since the run wrote it [file]" in done.stdout


def test_a_citation_that_was_tampered_with_is_found(home: Path) -> None:
    rewrite(home, lambda one: one["citations"][0].update(exact="resolution 9999 (2017)"), "b.txt")
    assert found(home)[:2] == (1, {"quote"})


def test_the_message_says_where_the_words_stand(home: Path) -> None:
    rewrite(home, moved)
    assert "stands at 0, not at 1 to" in verify(home).stdout


def test_a_changed_document_is_named(home: Path) -> None:
    (home / "in" / "a.txt").write_text(WORDS + "More.\n", encoding="utf-8")
    done = verify(home)
    assert done.exit_code == 1
    assert "a.txt: is not the document that the run read: other bytes [document]" in done.stdout


def test_a_document_that_became_something_else_is_a_changed_one(home: Path) -> None:
    (home / "in" / "a.txt").write_bytes(b"%PDF-1.7 and so on")
    assert found(home)[:2] == (1, {"document"})


@pytest.mark.parametrize("cut", [1, 40])
def test_a_truncated_results_file_is_found(home: Path, cut: int) -> None:
    path = home / "report" / "results.jsonl"
    path.write_bytes(path.read_bytes()[:-cut])
    code, differing, _ = found(home)
    assert code == 1
    assert {"file", "line"} <= differing


def test_a_results_file_without_its_last_lines_is_found_though_each_line_is_whole(home: Path) -> None:
    path = home / "report" / "results.jsonl"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-2]))
    code, differing, _ = found(home)
    assert (code, differing) == (1, {"file", "count"})


def test_a_line_that_stands_twice_is_found(home: Path) -> None:
    path = home / "report" / "results.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0], *lines]))
    assert {"line", "count"} <= found(home)[1]


def test_a_results_file_that_is_gone_is_found(home: Path) -> None:
    (home / "report" / "results.jsonl").unlink()
    assert found(home)[1] == {"file", "count"}


def test_broken_lines_are_named_and_the_others_are_checked(home: Path) -> None:
    path = home / "report" / "results.jsonl"
    path.write_bytes(b"\xff\xfe\n" + b"[" * 200_000 + b"\n" + b"{}\n" + path.read_bytes())
    done = verify(home)
    assert done.exit_code == 1
    assert all(f"results.jsonl, line {n}" in done.stdout for n in (1, 2, 3))
    assert "3 documents" in done.stdout


def test_a_kept_text_that_was_altered_is_found(home: Path) -> None:
    path = home / "report" / "texts.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace("shells", "shelfs"), encoding="utf-8")
    assert {"file", "text"} == found(home)[1]


# --- the law, the words, the version ----------------------------------------------------------------------------


def laid_over(folder: Path) -> Path:
    """Tables in which the row that the report uses says something else."""
    from checker.bundle import folder as bundled

    with (bundled("reference") / "provisions.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["id"] == "1718:8(b)"]
    folder.mkdir()
    with (folder / "provisions.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        table.writeheader()
        table.writerows({**row, "summary_en": f"{row['summary_en']} And more."} for row in rows)
    return folder


def test_a_row_of_law_that_changed_is_named(home: Path, tmp_path: Path) -> None:
    law = str(laid_over(tmp_path / "law"))
    code, differing, _ = found(home, "--reference", law)
    assert (code, differing) == (1, {"tables", "row"})
    assert found(home, "--reference", law, "--across-versions")[1] == {"row"}
    assert (
        "does not say here what it said in the run, and these are other tables"
        in verify(home, "--reference", law).stdout
    )


def test_a_run_over_other_tables_is_verified_with_them_and_not_without(home: Path, tmp_path: Path) -> None:
    law = str(laid_over(tmp_path / "law"))
    options = ["--published", "2022-11-03", "--as-of", "2026-12-01", "--reference", law]
    CliRunner().invoke(main, ["check", str(home / "in"), "-o", str(home / "report"), *options])
    assert found(home, "--reference", law) == (0, set(), set())
    assert found(home) == (1, {"tables"}, {"tables", "row"})
    assert found(home, "--across-versions") == (3, set(), {"tables", "row"})


@pytest.mark.parametrize(
    ("edit", "kind"),
    [
        (lambda run: run.update(checker="0.0.0"), "version"),
        (lambda run: run["tables"].update(sha256="0" * 64), "tables"),
        (lambda run: run["words"].update(en="0" * 64), "words"),
        (lambda run: run.pop("words"), "words"),
    ],
)
def test_what_a_run_was_made_with_is_compared(home: Path, edit: Edit, kind: str) -> None:
    describe(home, edit)
    assert found(home)[:2] == (1, {kind})
    across = verify(home, "--across-versions")
    assert across.exit_code == 0
    assert f"[{kind}]" in across.stdout


def test_the_words_of_the_manifest_are_those_of_the_installation() -> None:
    from checker.bundle import folder
    from checker.overlay import words_digests

    digests = words_digests(folder("reference"))
    assert {"en", "fr"} <= set(digests)
    assert len(set(digests.values())) == len(digests)


# --- what cannot be checked -------------------------------------------------------------------------------------


def test_a_missing_document_is_named_and_the_rest_is_checked(home: Path) -> None:
    (home / "in" / "a.txt").unlink()
    done = verify(home)
    assert done.exit_code == 3
    assert "a.txt: is not to be found; quotations not checked: 1 [document]" in done.stdout
    assert "2 documents" in done.stdout
    assert "Documents that are elsewhere are found with --inputs DIR." in done.stderr


def test_of_a_missing_page_the_kept_text_is_checked(home: Path) -> None:
    (home / "in" / "page.html").unlink()
    done = verify(home)
    assert done.exit_code == 3
    assert "page.html: is not to be found; checked against the text that was kept [document]" in done.stdout
    rewrite(home, said_otherwise, "page.html")
    assert {"quote"} <= found(home)[1]


def test_what_differs_wins_over_what_could_not_be_checked(home: Path) -> None:
    (home / "in" / "a.txt").unlink()
    rewrite(home, another_row)
    assert found(home) == (1, {"row"}, {"document"})


def test_standard_input_and_addresses_cannot_be_checked_and_are_not_fetched(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    describe(home, lambda run: run.update(inputs=["-", "https://example.org/a"]))
    assert found(home) == (3, set(), {"document"})


# --- wrong usage ------------------------------------------------------------------------------------------------


def test_what_is_no_report_is_wrong_usage(home: Path, tmp_path: Path) -> None:
    for path in (home / "in", home / "in" / "a.txt", tmp_path / "none"):
        done = CliRunner().invoke(main, ["verify", str(path)])
        assert done.exit_code == 2
        assert (
            done.stderr.rstrip().endswith("name a folder that 'checker check' wrote [review]")
            or "is no folder" in done.stderr
        )


def test_a_report_without_results_is_wrong_usage(home: Path) -> None:
    CliRunner().invoke(main, ["check", str(home / "in"), "-o", str(home / "pages"), "-f", "html"])
    with pytest.raises(UsageError, match="in which the quotations stand: check again with --format json"):
        read_manifest(home / "pages")


def test_inputs_that_hold_nothing_are_wrong_usage(home: Path, tmp_path: Path) -> None:
    done = verify(home, "--inputs", str(tmp_path / "none"))
    assert done.exit_code == 2
    assert "does not exist: check the path [usage]" in done.stderr


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"[" * 200_000, b"\xff"])
def test_a_damaged_manifest_is_wrong_usage_and_no_traceback(home: Path, damage: bytes) -> None:
    (home / "report" / "run.json").write_bytes(damage)
    done = verify(home)
    assert done.exit_code == 2
    assert "holds no run.json of this program" in done.stderr


def test_a_manifest_of_wild_values_is_no_traceback(home: Path) -> None:
    for name in ("tables", "words", "inputs", "counts", "sha256"):
        describe(home, lambda run, name=name: run.update({name: 7}))
    assert verify(home).exit_code in (1, 3)


def test_a_manifest_cannot_name_files_outside_its_folder(home: Path) -> None:
    describe(home, lambda run: run["files"].append("../in/a.txt"))
    assert found(home)[1] == {"file"}


# --- quotations -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "kinds"),
    [(0, 3, []), (4, 7, ["offset"]), (-3, 0, ["offset"]), (0, 99, ["offset"]), (8, 11, [])],
)
def test_offsets_give_the_quoted_words(start: int, end: int, kinds: list[str]) -> None:
    quoted = {"exact": "abc", "start": start, "end": end}
    line = {"document": {"id": "d"}, "claims": [{"id": "c", "evidence": [quoted]}], "citations": []}
    assert [one.kind for one in check_quotes(line, "abc def abc")] == kinds


def test_shown_words_cannot_drive_a_terminal() -> None:
    assert shown("a\x1b[2J\u202eb\nc") == "“a\ufffd[2J\ufffdb c”"
    assert len(shown("x" * 500)) < 70


def test_every_row_of_the_tables_is_told_apart_from_the_others_of_its_id() -> None:
    from checker import fingerprints

    rows = [(one.id, fingerprints.row(one)) for one in load_reference().provisions]
    assert len(set(rows)) == len(rows)
