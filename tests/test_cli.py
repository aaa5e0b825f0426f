"""The command line as a new user meets it: what it says, and the code it leaves."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker import __version__
from checker.cli import COMMANDS, main
from checker.errors import CheckerError

ROOT = Path(__file__).parent.parent
WORDS = "Moscow bought shells from North Korea last month, Washington said on Tuesday.\n"
DAY = ("--published", "2022-11-03")
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CHECKER_DEBUG", raising=False)

    def call(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, list(arguments), input=stdin, prog_name="checker")

    return call


@pytest.fixture
def article(tmp_path: Path) -> str:
    (tmp_path / "a.txt").write_text(WORDS, encoding="utf-8")
    return "a.txt"


def records(out: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (out / "results.jsonl").read_text(encoding="utf-8").splitlines()]


# --- check: the plain case --------------------------------------------------------------------------------------


def test_one_article_gives_pages_lines_a_manifest_and_a_summary(run: Run, article: str, tmp_path: Path) -> None:
    done = run("check", article, *DAY, "--as-of", "2026-11-23")
    assert done.exit_code == 0
    assert done.stderr == ""
    assert "Alleged violation: reported, not established | " in done.stdout
    assert "1718:8(b)" in done.stdout
    assert "1 document read, 0 inputs not read" in done.stdout
    out = tmp_path / "checker-report"
    assert {path.suffix for path in out.iterdir()} == {".html", ".jsonl", ".json"}
    manifest = json.loads((out / "run.json").read_text(encoding="utf-8"))
    assert manifest["as_of"] == "2026-11-23"
    assert manifest["options"]["--published"] == "2022-11-03"
    assert sorted(manifest["files"]) == sorted(path.name for path in out.iterdir() if path.name != "run.json")
    (line,) = records(out)
    assert line["claims"][0]["finding"]["label"] == "alleged_violation"  # type: ignore[index]


def test_the_whole_article_or_only_quotes(run: Run, tmp_path: Path) -> None:
    far = "The harbour café sold lemon cake all week. " * 40
    (tmp_path / "a.txt").write_text(f"{WORDS}\n{far}\n", encoding="utf-8")
    run("check", "a.txt", *DAY, "-o", "whole")
    run("check", "a.txt", *DAY, "-o", "quotes", "--excerpts")
    (whole,), (quotes,) = (list((tmp_path / name).glob("d-*.html")) for name in ("whole", "quotes"))
    assert whole.read_text(encoding="utf-8").count("lemon cake") == 40
    assert quotes.read_text(encoding="utf-8").count("lemon cake") < 10


def test_lines_on_standard_output_are_those_of_the_file(run: Run, article: str, tmp_path: Path) -> None:
    run("check", article, *DAY, "-o", "out")
    piped = run("check", article, *DAY, "-o", "-")
    assert piped.exit_code == 0
    assert piped.stdout_bytes == (tmp_path / "out" / "results.jsonl").read_bytes()
    assert piped.stderr == ""


def test_standard_input_is_one_document(run: Run) -> None:
    done = run("check", "-", *DAY, "-o", "-", stdin=WORDS)
    assert done.exit_code == 0
    assert json.loads(done.stdout)["document"]["source"] == "stdin"


@pytest.mark.parametrize(
    ("form", "there", "not_there"), [("json", "results.jsonl", "index.html"), ("html", "index.html", "results.jsonl")]
)
def test_one_format_alone(run: Run, article: str, tmp_path: Path, form: str, there: str, not_there: str) -> None:
    run("check", article, *DAY)
    assert run("check", article, *DAY, "-f", form).exit_code == 0
    assert (tmp_path / "checker-report" / there).is_file()
    assert not (tmp_path / "checker-report" / not_there).exists()


def test_a_report_in_french(run: Run, article: str, tmp_path: Path) -> None:
    done = run("check", article, *DAY, "--report-language", "fr")
    assert "Violation alléguée\u00a0: rapportée, non établie" in done.stdout
    assert 'lang="fr"' in (tmp_path / "checker-report" / "index.html").read_text(encoding="utf-8")


def test_a_default_day_only_fills_gaps(run: Run, article: str, tmp_path: Path) -> None:
    dated = f"---\ntitle: T\npublished: 2021-03-04\nlanguage: en\n---\n\n{WORDS}"
    (tmp_path / "b.md").write_text(dated, encoding="utf-8")
    run("check", article, "b.md", "--published-default", "2022-11-03", "-o", "out")
    found = [(one["document"]["published"], one["document"]["published_basis"]) for one in records(tmp_path / "out")]  # type: ignore[index]
    assert found == [("2022-11-03", "default"), ("2021-03-04", "front_matter")]


# --- check: what goes wrong -------------------------------------------------------------------------------------

BAD = {
    "empty": (b"", "holds no text [empty]"),
    "white space": (b" \n\t\n", "holds no text [empty]"),
    "binary": (bytes(range(256)) * 8, "[binary]"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(200), "[binary]"),
    "broken encoding": (b"\xff\xfeN\x00o\x00r\xd8\x00\x00t\x00h", "[encoding]"),
    "page": (b"<!doctype html><html><body> </body></html>", "[empty]"),
}


@pytest.mark.parametrize("name", BAD)
def test_an_input_that_cannot_be_read_is_said_and_the_rest_is_done(
    run: Run, article: str, tmp_path: Path, name: str
) -> None:
    raw, says = BAD[name]
    (tmp_path / "0.txt").write_bytes(raw)
    done = run("check", ".", *DAY, "-o", "out")
    assert done.exit_code == 3
    assert done.stderr.startswith("checker: 0.txt: ")
    assert says in done.stderr
    assert "1 document read, 1 input not read" in done.stdout
    bad, good = records(tmp_path / "out")
    assert bad["error"]["slug"] in says  # type: ignore[index]
    assert bad["claims"] == []
    assert good["error"] is None
    assert good["claims"]


def test_the_only_input_that_cannot_be_read_is_a_partial_success_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "0.txt").write_bytes(b"")
    assert run("check", "0.txt", "-o", "out").exit_code == 3
    assert [one["error"]["slug"] for one in records(tmp_path / "out")] == ["empty"]  # type: ignore[index]


def test_a_wrong_path_among_others_is_listed_in_its_place(run: Run, article: str, tmp_path: Path) -> None:
    done = run("check", "none.txt", article, "nor*this", *DAY, "-o", "out")
    assert done.exit_code == 3
    assert "checker: 'none.txt' does not exist: check the path [missing]" in done.stderr
    assert "the pattern 'nor*this' matches nothing" in done.stderr
    errors = [one["error"] and one["error"]["slug"] for one in records(tmp_path / "out")]  # type: ignore[index]
    assert errors == ["missing", None, "missing"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["none.txt"], "nothing to read: 'none.txt' does not exist: check the path [usage]"),
        (["no*.txt"], "the pattern 'no*.txt' matches nothing"),
        ([], "no input: name a file, a folder, a pattern in quotes, or - for standard input [usage]"),
        (["-", "-"], "'-' is standard input and can be read once"),
        (["a.txt", "-f", "docx"], "--format docx is not a format: there are html, json, csv, parquet, sqlite, sarif,"),
        (["a.txt", "-o", "-", "-f", "html"], "--out - prints one machine format: use one of json, csv, parquet,"),
        (["a.txt", "-o", "-", "-f", "csv", "-f", "json"], "--out - prints one machine format: use one of json, csv,"),
        (["a.txt", "--baseline", "x"], "--baseline: 'x' does not exist: name a results.jsonl or the folder"),
        (["a.txt", "--baseline", "a.txt"], "--baseline: a.txt, line 1: not a JSON object; is it a"),
        (["a.txt", "--fail-on", "changed"], "--fail-on changed needs --baseline with earlier results to compare with"),
        (["a.txt", "--fail-on", "anything"], "--fail-on anything is not a word it knows: alleged_violation, "),
        (["a.txt", "--language", "Klingon"], "--language 'Klingon' is not a language: write auto or a code"),
        (
            ["a.txt", "--report-language", "de"],
            "--report-language 'de': reports are written in en, fr [report-language]",
        ),
        (["a.txt", "--reference", "none"], "--reference none: no such folder [reference]"),
        (["a.txt", "--published", "3/11/2022"], "'3/11/2022' is not a day: write year, month and day as 2024-05-01"),
        (["a.txt", "--as-of", "2023-02-29"], "'2023-02-29' is not a day of the calendar"),
        (["a.txt", "--jobs", "0"], "0 is not in the range"),
        (["a.txt", "--nonsense"], "No such option"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_is_said_in_one_line_and_nothing_is_written(
    run: Run, article: str, tmp_path: Path, arguments: list[str], says: str
) -> None:
    done = run("check", *arguments)
    assert done.exit_code == 2
    assert says in " ".join(done.stderr.split())
    assert done.stdout == ""
    assert not (tmp_path / "checker-report").exists()


def test_tables_that_do_not_hold_together_are_wrong_usage_when_the_caller_brought_them(
    run: Run, article: str, tmp_path: Path
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "periods.csv").write_text("id,activity\n1,2\n", encoding="utf-8")
    done = run("check", article, "--reference", "mine")
    assert done.exit_code == 2
    assert "--reference mine: periods.csv" in done.stderr
    assert done.stderr.rstrip().endswith("[table]")


def test_files_of_other_types_are_listed_and_change_nothing(run: Run, article: str, tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    done = run("check", ".", *DAY, "-o", "out")
    assert done.exit_code == 0
    manifest = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert manifest["ignored"] == [{"name": "picture.png", "reason": "type"}]


def test_an_unknown_language_is_skipped_said_and_no_failure(run: Run, article: str, tmp_path: Path) -> None:
    german = "Nordkorea hat nach Angaben der Regierung Granaten an Russland geliefert, sagte ein Sprecher am Montag."
    (tmp_path / "b.txt").write_text(german + "\n", encoding="utf-8")
    done = run("check", ".", *DAY, "-o", "out")
    assert done.exit_code == 0
    assert "checker: note: b.txt: 'de' is not read" in done.stderr
    assert "In a language that is not read: 1" in done.stdout
    good, skipped = records(tmp_path / "out")
    assert good["claims"]
    assert skipped["skipped"] == [{"start": 0, "end": len(german) + 1, "reason": "language"}]
    assert run("check", ".", *DAY, "-o", "out", "--fail-on", "skipped").exit_code == 1
    assert run("check", "a.txt", *DAY, "-o", "out", "--fail-on", "skipped").exit_code == 0
    assert run("check", "a.txt", "--language", "tlh", "-o", "out", "--fail-on", "skipped").exit_code == 1


@pytest.mark.parametrize("where", ["argument", "front matter"])
def test_a_publication_day_in_the_future_is_said_and_the_article_is_checked(
    run: Run, article: str, tmp_path: Path, where: str
) -> None:
    future = f"---\ntitle: T\npublished: 2031-01-01\nlanguage: en\n---\n\n{WORDS}"
    (tmp_path / "b.md").write_text(future, encoding="utf-8")
    asked = ["b.md"] if where == "front matter" else [article, "--published", "2031-01-01"]
    done = run("check", *asked, "--as-of", "2026-11-23", "-o", "out")
    assert done.exit_code == 0
    assert "published_in_future" in done.stderr
    assert "2031-01-01, which is after 2026-11-23" in done.stderr
    (line,) = records(tmp_path / "out")
    assert line["claims"]


def test_a_foreign_file_in_the_out_folder_is_never_touched(run: Run, article: str, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "index.html").write_text("mine", encoding="utf-8")
    done = run("check", article, "-o", "out")
    assert done.exit_code == 2
    assert "exists and was not written by checker: choose another folder with --out [foreign-file]" in done.stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["index.html"]
    assert (tmp_path / "out" / "index.html").read_text(encoding="utf-8") == "mine"


# --- check: exit codes ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["alleged_violation"], 1),
        (["denied"], 0),
        (["denied", "alleged_violation"], 1),
        (["skipped"], 0),
        (["unconfirmed"], 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_fail_on_a_label(run: Run, article: str, words: list[str], code: int) -> None:
    asked = [part for word in words for part in ("--fail-on", word)]
    assert run("check", article, *DAY, *asked).exit_code == code


def test_a_hit_wins_over_an_input_that_could_not_be_read(run: Run, article: str, tmp_path: Path) -> None:
    (tmp_path / "0.txt").write_bytes(b"")
    assert run("check", ".", *DAY, "--fail-on", "alleged_violation").exit_code == 1
    assert run("check", ".", *DAY, "--fail-on", "denied").exit_code == 3


def test_against_a_baseline_only_what_is_new_fails_and_its_cause_is_named(
    run: Run, article: str, tmp_path: Path
) -> None:
    gate = ("--fail-on", "alleged_violation", "--fail-on", "absent", "--fail-on", "changed")
    assert run("check", article, *DAY, "-o", "old").exit_code == 0
    same = run("check", article, *DAY, "-o", "new", "--baseline", "old", *gate)
    assert (same.exit_code, same.stderr) == (0, "")
    added = WORDS + "Iran gave ballistic missiles to the Houthis in October 2022, a UN report said.\n"
    (tmp_path / "a.txt").write_text("Edited elsewhere, nothing of substance. " + added, encoding="utf-8")
    more = run("check", article, *DAY, "-o", "new", "--baseline", "old", *gate)
    assert more.exit_code == 1
    (told,) = more.stderr.splitlines()
    assert told.startswith("checker: --fail-on alleged_violation: a.txt c-")
    assert told.endswith("IRN > HOUTHI, alleged_violation [other words in the document]")
    (tmp_path / "a.txt").write_text("Nothing but the weather was discussed in the hall today.\n", encoding="utf-8")
    less = run("check", article, *DAY, "-o", "new", "--baseline", "new", *gate)
    assert less.exit_code == 1
    assert less.stderr.count("checker: --fail-on absent: a.txt c-") == 2


def test_a_public_log_says_how_much_and_not_what(run: Run, article: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    run("check", "empty.txt", *DAY, "-o", "old")
    gate = ("--baseline", "old", "--fail-on", "alleged_violation", "--quiet-annotations")
    done = run("check", article, *DAY, "-o", "new", *gate)
    assert done.exit_code == 1
    assert "1 lead" in done.stdout
    for word in ("Russia", "Korea", "PRK", "RUS", "shells", "1718"):
        assert word not in done.output, word
    assert "checker: --fail-on alleged_violation: a.txt c-" in done.stderr


def test_one_machine_format_on_standard_output_is_its_file(run: Run, article: str, tmp_path: Path) -> None:
    for name, file in {"csv": "leads.csv", "sarif": "results.sarif", "junit": "junit.xml", "sqlite": "results.sqlite"}.items():
        run("check", article, *DAY, "-o", "out", "-f", name)
        printed = run("check", article, *DAY, "-o", "-", "-f", name)
        assert printed.stdout_bytes.startswith((tmp_path / "out" / file).read_bytes()[:400]), name


def test_fail_on_a_rule_whose_renewal_was_not_seen(run: Run, tmp_path: Path) -> None:
    words = "The United Arab Emirates delivered rifles and mortars to the M23 in August 2026, a report says.\n"
    (tmp_path / "a.txt").write_text(words, encoding="utf-8")
    done = run("check", "a.txt", "--published", "2026-09-01", "--fail-on", "unconfirmed", "-o", "out")
    provisions = [one for claim in records(tmp_path / "out")[0]["claims"] for one in claim["provisions"]]  # type: ignore[attr-defined]
    unconfirmed = [one["id"] for one in provisions if one["role"] == "primary" and one["in_force"] == "unconfirmed"]
    assert done.exit_code == int(bool(unconfirmed))
    assert unconfirmed, "the embargo on armed groups in eastern Congo was due for renewal in July 2026"


def test_an_error_of_ours_is_one_line_and_code_4(run: Run, article: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("division\nby zero")

    monkeypatch.setattr("checker.cli.check.expand_inputs", broken)
    done = run("check", article)
    assert done.exit_code == 4
    (line,) = done.stderr.splitlines()
    assert line.startswith("checker: internal error, not yours: ZeroDivisionError: division [internal]")
    assert "Traceback" not in done.output
    monkeypatch.setenv("CHECKER_DEBUG", "1")
    assert "Traceback" in run("check", article).stderr


def test_an_error_of_ours_in_one_document_leaves_the_rest_done(
    run: Run, article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from checker import corpus
    from checker.pipeline import check_document

    def broken(document: object, tables: object) -> object:
        if getattr(document, "key", "") == "b.txt":
            raise RecursionError("too deep")
        return check_document(document, tables)  # type: ignore[arg-type]

    (tmp_path / "b.txt").write_text(WORDS, encoding="utf-8")
    monkeypatch.setattr(corpus, "check_document", broken)
    done = run("check", ".", *DAY, "-o", "out")
    assert done.exit_code == 4
    assert "b.txt: RecursionError inside checker: too deep" in done.stderr
    good, bad = records(tmp_path / "out")
    assert good["claims"]
    assert bad["error"]["slug"] == "internal"  # type: ignore[index]


def test_stopping_is_no_traceback(run: Run, article: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("checker.cli.check.expand_inputs", stopped)
    done = run("check", article)
    assert (done.exit_code, done.stderr) == (130, "checker: stopped\n")


# --- same input, same bytes -------------------------------------------------------------------------------------


def test_bytes_depend_on_neither_processes_nor_hash_seed_nor_locale(tmp_path: Path) -> None:
    articles = sorted((ROOT / "tests" / "corpus" / "articles").glob("*.md"))[:4]
    found = []
    for seed, jobs, locale in (("0", "1", "C.UTF-8"), ("4242", "2", "C")):
        out = tmp_path / seed
        environment = os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": locale}
        command = [sys.executable, "-m", "checker", "check", *map(str, articles), "-j", jobs, "-o", str(out)]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True)
        assert done.returncode == 0, done.stderr
        found.append({path.name: path.read_bytes() for path in sorted(out.iterdir())})
    assert found[0]["results.jsonl"].count(b"\n") == len(articles)
    assert found[0] == found[1]


# --- the other commands -----------------------------------------------------------------------------------------


def test_version_names_the_tables_and_the_last_known_day(run: Run) -> None:
    done = run("--version")
    package = json.loads((ROOT / "reference" / "datapackage.json").read_text(encoding="utf-8"))
    assert f"checker {__version__}" in done.stdout
    assert f"{package['version']}, law known to {package['known_to']}" in done.stdout


@pytest.mark.parametrize("name", [*COMMANDS, "reference list", "reference in-force"])
def test_every_command_has_help(run: Run, name: str) -> None:
    done = run(*name.split(), "--help")
    assert done.exit_code == 0
    assert done.stdout.startswith(f"Usage: checker {name}")


def test_a_command_that_does_not_exist(run: Run) -> None:
    done = run("judge", "a.txt")
    assert done.exit_code == 2
    assert "No such command 'judge'" in done.stderr


def test_explain_shows_every_stage(run: Run) -> None:
    done = run("explain", "North Korea is sending builders to Donetsk", "--on", "2022-11-02")
    assert done.exit_code == 0
    headings = [line for line in done.stdout.splitlines() if line and not line.startswith(" ")]
    stages = ["Text", "Sentence 1", "Names", "Things", "Places", "Who is meant", "Frame PEOPLE", "Standing", "Claim 1"]
    assert headings[: len(stages)] == stages
    assert headings[len(stages) :] == ["Rules held against claim 1", "Finding 1"]
    for words in (
        "North Korea = PRK (North Korea): case bare, by name",
        "trigger “sending”",
        "period 2022-08-04 to 2022-11-02 (assumed)",
        "2375:17 worker_authorisation (primary",
        "giver PRK",
        "taker RUS",
        "rule R",
    ):
        assert words in done.stdout, words


def test_explain_says_why_there_is_nothing(run: Run) -> None:
    done = run("explain", "The bakery opens at seven.", "--on", "2022-11-02", "--language", "en")
    assert done.exit_code == 0
    assert "none: no frame above stood as conduct" in done.stdout
    other = run(
        "explain", "Nordkorea hat nach Angaben der Regierung Granaten an Russland geliefert.", "--on", "2022-11-02"
    )
    assert "'de' is not read" in other.stdout


@pytest.mark.parametrize(
    ("words", "says"), [("", "there is no text to explain"), ("x" * 5000, "explain takes a sentence of at most")]
)
def test_explain_takes_one_sentence(run: Run, words: str, says: str) -> None:
    done = run("explain", words)
    assert done.exit_code == 2
    assert says in done.stderr


IN_FORCE = "id regime symbol paragraph activities binding bound in_force periods summary source_url tier kind why last_day_seen readings official_url"


@pytest.mark.parametrize(
    ("day", "name", "answer"),
    [
        ("2006-10-13", "1718:8(b)", None),
        ("2006-10-14", "1718:8(b)", "yes"),
        ("2020-10-17", "2231:Annex B 6(b)", "yes"),
        ("2020-10-18", "2231:Annex B 6(b)", None),
        ("2025-09-27", "1747:5", None),
        ("2025-09-28", "1747:5", "disputed"),
    ],
)
def test_in_force_answers_by_day(run: Run, day: str, name: str, answer: str | None) -> None:
    done = run("reference", "in-force", "--on", day, "--format", "json")
    assert done.exit_code == 0
    rows = json.loads(done.stdout)
    assert all(list(row) == IN_FORCE.split() for row in rows)
    assert {row["in_force"] for row in rows} <= {"yes", "disputed", "unconfirmed"}
    assert {row["id"]: row["in_force"] for row in rows}.get(name) == answer


def test_in_force_lists_rules_and_on_request_the_rest(run: Run) -> None:
    rules = json.loads(run("reference", "in-force", "--on", "2024-05-01", "--format", "json").stdout)
    every = json.loads(run("reference", "in-force", "--on", "2024-05-01", "--format", "json", "--all").stdout)
    assert {row["kind"] for row in rules} == {"prohibition", "obligation", "demand", "cap"}
    assert {row["kind"] for row in every} > {row["kind"] for row in rules}
    assert len({row["id"] for row in rules}) == len(rules)
    table = run("reference", "in-force", "--on", "2024-05-01", "--regime", "dprk").stdout.splitlines()
    assert table[0].split() == ["id", "in_force", "binding", "tier", "activities", "summary"]
    assert len(table) == 3 + sum(row["regime"] == "dprk" for row in rules)
    assert table[-1] == f"{len(table) - 3} yes, 0 disputed, 0 unconfirmed"
    csv = run("reference", "in-force", "--on", "2024-05-01", "--format", "csv").stdout.splitlines()
    assert csv[0].split(",") == IN_FORCE.split()


def test_in_force_gives_both_readings_of_a_dispute_and_who_holds_them(run: Run) -> None:
    arguments = ("reference", "in-force", "--on", "2026-01-01", "--regime", "iran")
    rows = json.loads(run(*arguments, "--format", "json").stdout)
    (row,) = (row for row in rows if row["id"] == "1747:5")
    assert {one["holds"]: one["held_by"] for one in row["readings"]}[False] == ["IRN", "RUS", "CHN"]
    assert row["official_url"] == "https://undocs.org/S/RES/1747(2007)"
    for form in ("table", "csv"):
        shown = run(*arguments, "--format", form).stdout
        assert "does not bind, say IRN, RUS, CHN: Nothing was restored" in shown
        assert "binds, say FRA, DEU, GBR, USA, UN_SECRETARIAT: The six earlier" in shown
    assert run(*arguments).stdout.count("does not bind, say") == 1


def test_in_force_says_up_to_which_day_an_unconfirmed_rule_was_seen(run: Run) -> None:
    arguments = ("reference", "in-force", "--on", "2026-11-23", "--regime", "south_sudan")
    rows = json.loads(run(*arguments, "--format", "json").stdout)
    assert {row["last_day_seen"] for row in rows if row["in_force"] == "unconfirmed"} == {"2026-05-31"}
    assert "unconfirmed: 2428:4: a renewal was due after 2026-05-31 and has not been seen" in run(*arguments).stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["list"], "dprk"),
        (["list", "activities"], "arms_export"),
        (["list", "actors", "--format", "csv"], "PRK,state,North Korea"),
        (["show", "1718:8(b)", "--on", "2006-10-13"], "on 2006-10-13: no: not before 2006-10-14"),
        (["show", "1718"], "S/RES/1718 (2006), adopted 2006-10-14"),
        (["show", "2270"], "  amended by "),
        (
            ["show", "2397:5"],
            "Ceiling: 500,000 barrels, a calendar year, all States together, reported every 30 days",
        ),
        (["show", "2397:5", "--language", "fr"], "500\u202f000 barils, par année civile"),
        (["list", "tables"], "periods"),
        (["list", "listings"], "HOUTHI"),
        (["show", "resolution 1718 (2006)"], "S/RES/1718 (2006), adopted 2006-10-14"),
        (["show", "1718 para 8(b)"], "1718:8(b)  S/RES/1718 (2006), paragraph 8(b)"),
        (["show", "1718", "OP", "8", "(b)"], "1718:8(b)  S/RES/1718 (2006), paragraph 8(b)"),
        (["show", "résolution 1718 (2006), alinéa b) du paragraphe 8"], "1718:8(b)  S/RES/1718 (2006)"),
        (["show", "1718:8(b)"], "Official text: https://undocs.org/S/RES/1718(2006)\n  Copy that was read: an unoff"),
        (["show", "1718:8(b)"], "(en): Security Council resolution 1718 (2006), para. 8 (b)."),
        (["show", "1718:8(b)"], "(fr): Résolution 1718 (2006) du Conseil de sécurité, par. 8 b)."),
        (["show", "1718:8(b)"], "How far verified: paragraph read [read]"),
        (["show", "1718:8(b)", "--language", "fr"], "Qui est lié\u00a0: la partie visée et tous les États Membres"),
        (["show", "2397:8"], "Deadline: 22 December 2019"),
        (["show", "1747:5", "--on", "2026-01-01"], "That it does not bind, held by Iran, Russia and China"),
        (["show", "1747:5"], "Days: 24 March 2007 - 15 January 2016. Began: adopted that day. Ended: terminated by"),
        (["show", "dprk"], "1718:8(b)"),
        (["search", "charbon", "rpdc"], "2371:8"),
        (["coverage"], "dprk"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_looking_into_the_tables(run: Run, arguments: list[str], says: str) -> None:
    done = run("reference", *arguments)
    assert done.exit_code == 0
    assert says in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["show", "coal"], "nothing is called 'coal'"),
        (["show", "1:1"], "nothing is called '1:1'"),
        (["show", "1718 (2005), para. 8 (b)"], "resolution 1718 is of 2006, not of 2005: leave the year out"),
        (["show", "OP 8 (b)"], "'OP 8 (b)' names a paragraph and no resolution: put the number before it"),
        (["show", "resolution 1718, para. 99"], "paragraph 99 of resolution 1718 is not held in these tables"),
        (["show", "resolution 9001, para. 9"], "resolution 9001 is not held in these tables"),
        (["html", "--on", "yesterday"], "'yesterday' is not a day"),
        (["in-force", "--regime", "moon"], "there is no regime 'moon'"),
        (["in-force", "--on", "yesterday"], "'yesterday' is not a day"),
        (["validate", "none"], "'none' is not a folder of tables"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_asking_the_tables_for_what_is_not_there(run: Run, arguments: list[str], says: str) -> None:
    done = run("reference", *arguments)
    assert done.exit_code == 2
    assert says in done.stderr


def test_coverage_fits_a_hundred_columns_and_ends_in_totals(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    lines = run("reference", "coverage").stdout.splitlines()
    assert max(map(len, lines)) <= 100
    rows = [line.split() for line in lines[: lines.index("")]]
    assert rows[0][:8] == ["regime", "all", "rules", "read", "restated", "corrob.", "recalled", "no"]
    assert rows[-1][0] == "total"
    for column in range(1, 8):
        assert sum(int(row[column]) for row in rows[1:-1]) == int(rows[-1][column])
    assert lines[-1].startswith("tables sanctions-law ")


def test_validate_says_where_a_table_is_wrong(run: Run, tmp_path: Path) -> None:
    import shutil

    tables = tmp_path / "tables"
    shutil.copytree(ROOT / "reference", tables)
    text = (tables / "periods.csv").read_text(encoding="utf-8")
    (tables / "periods.csv").write_text(text.replace("2006-10-14", "2006-13-14", 1), encoding="utf-8")
    done = run("reference", "validate", "tables")
    assert done.exit_code == 1
    assert "periods.csv, row " in done.stdout


def test_diff_says_what_came_went_and_changed(run: Run, article: str, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Iran gave drones to Ethiopia in August 2021, a source said.\n", encoding="utf-8")
    run("check", "a.txt", "b.txt", *DAY, "-o", "old")
    (tmp_path / "b.txt").unlink()
    (tmp_path / "c.txt").write_text(WORDS, encoding="utf-8")
    denied = "Moscow bought no shells from North Korea last month, Russia's defence ministry said on Tuesday.\n"
    (tmp_path / "a.txt").write_text(denied, encoding="utf-8")
    run("check", "a.txt", "c.txt", *DAY, "-o", "new")
    done = run("diff", "old", "new")
    assert done.exit_code == 0
    assert "gone     b.txt: document with" in done.stdout
    assert "appeared c.txt: document with" in done.stdout
    assert "a.txt" in done.stdout
    assert "[other words in the document: it quoted “" in done.stdout
    same = json.loads(run("diff", "new", "new", "--format", "json").stdout)
    assert same == []
    assert run("diff", "new", "none").exit_code == 2


def test_every_error_of_ours_has_an_exit_code() -> None:
    from checker.cli import code_of

    def kinds(kind: type[CheckerError]) -> list[type[CheckerError]]:
        return [kind, *(one for inner in kind.__subclasses__() for one in kinds(inner))]

    for kind in kinds(CheckerError):
        assert code_of(kind("words")) in (2, 3, 4)
