"""``checker review`` and ``check --decisions`` as a user meets them: what they write, what they say, the code they leave."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result
from page_reader import Page
from review_cases import decided, exported

from checker.cli import main
from checker.review.decisions import Correction, Decision, LawRow, Verdict
from checker.review.ledger import append
from checker.review.seen import Seen, text_recorded

ARTICLE = (
    "Moscow bought artillery shells from North Korea in May 2024, Washington said.\n\n"
    "China imported coal from North Korea in June 2024, a UN panel said.\n"
)
QUIET = "Herring prices rose for the third week. Nobody at the quay could say why.\n"
DAYS = ("--published", "2024-09-01", "--as-of", "2026-11-23")
Run = Callable[..., Result]
A, R, U = Verdict.ACCEPT, Verdict.REJECT, Verdict.UNSURE
HOSTILE = '<script>alert(1)</script><!--/review--><!--review:decided x--> {{ 7*7 }} \u202e"'


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CHECKER_DEBUG", raising=False)
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(QUIET, encoding="utf-8")

    def call(*arguments: str) -> Result:
        return CliRunner().invoke(main, list(arguments), prog_name="checker")

    return call


@pytest.fixture
def report(run: Run, tmp_path: Path) -> Path:
    assert run("check", "a.txt", "b.txt", *DAYS, "-o", "rep").exit_code == 0
    return tmp_path / "rep"


def leads(report: Path) -> tuple[Seen, Seen]:
    """Shells, then coal."""
    records = [json.loads(line) for line in (report / "results.jsonl").read_text(encoding="utf-8").splitlines()]
    found = [one for record in records for one in text_recorded(record).claims if one.label.flagged]
    shells = next(one for one in found if one.taker == "RUS")
    coal = next(one for one in found if one.taker == "CHN")
    assert len(found) == 2
    return shells, coal


def page_of(folder: Path, one: Seen) -> str:
    return (folder / f"{one.document}.html").read_text(encoding="utf-8")


def unsigned(text: str) -> bool:
    """True when the strip says that the page is not for publication; what is printed beside leads follows it."""
    return "unsigned" in Page(text).all("class")


# --- merge ------------------------------------------------------------------------------------------------------


def test_merge_adds_to_the_ledger_once(run: Run, report: Path, tmp_path: Path) -> None:
    shells, coal = leads(report)
    exported(tmp_path / "ana.json", decided(shells), decided(coal, R))
    done = run("review", "merge", "ana.json", "-o", "l.jsonl")
    assert done.exit_code == 0
    assert done.stdout == "ana.json: 2 decisions by Ana\nl.jsonl: 2 decisions added, 0 already there\n"
    before = (tmp_path / "l.jsonl").read_bytes()
    assert "0 decisions added, 2 already there" in run("review", "merge", "ana.json", "-o", "l.jsonl").stdout
    assert (tmp_path / "l.jsonl").read_bytes() == before


def test_merge_tells_how_far_two_agree_and_where_they_differ(run: Run, report: Path, tmp_path: Path) -> None:
    shells, coal = leads(report)
    exported(tmp_path / "ana.json", decided(shells), decided(coal, note="clear"))
    exported(tmp_path / "li.json", decided(shells, A, "Li"), decided(coal, R, "Li", note="the panel only fears it"))
    told = run("review", "merge", "ana.json", "li.json", "-o", "l.jsonl").stdout
    assert "Ana and Li: 1 of 2 shared decisions alike" in told
    assert "Cohen's kappa is told from 50 shared decisions on; 48 are missing" in told
    assert f'{coal.document} {coal.claim}: "{coal.words}"' in told
    assert "    Ana: accept (clear)\n    Li: reject (wrong party - the panel only fears it)\n" in told


@pytest.mark.parametrize(
    ("differing", "told"),
    [
        (10, "Cohen's kappa 0.67 (95 % interval 0.48 to 0.86)"),
        (0, "Cohen's kappa 1.00 (95 % interval 1.00 to 1.00)"),
    ],
)
def test_merge_gives_kappa_with_its_interval(run: Run, tmp_path: Path, differing: int, told: str) -> None:
    from review_cases import seen

    claims = [seen(f"words {n}", f"c-{n:012x}") for n in range(60)]
    verdicts = [A, R] * 30
    other = [v if n >= differing else (R if v is A else A) for n, v in enumerate(verdicts)]
    exported(tmp_path / "ana.json", *(decided(one, v) for one, v in zip(claims, verdicts, strict=True)))
    exported(tmp_path / "li.json", *(decided(one, v, "Li") for one, v in zip(claims, other, strict=True)))
    out = run("review", "merge", "ana.json", "li.json", "-o", "l.jsonl").stdout
    assert told in out


def test_merge_says_when_kappa_cannot_be_told(run: Run, tmp_path: Path) -> None:
    from review_cases import seen

    claims = [seen(f"words {n}", f"c-{n:012x}") for n in range(50)]
    exported(tmp_path / "ana.json", *(decided(one) for one in claims))
    exported(tmp_path / "li.json", *(decided(one, A, "Li") for one in claims))
    out = run("review", "merge", "ana.json", "li.json", "-o", "l.jsonl").stdout
    assert "Cohen's kappa cannot be told: both gave the same answer throughout" in out


def test_merge_takes_the_good_files_and_names_the_bad_one(run: Run, report: Path, tmp_path: Path) -> None:
    shells, _ = leads(report)
    exported(tmp_path / "ana.json", decided(shells))
    (tmp_path / "bad.json").write_text("{}", encoding="utf-8")
    done = run("review", "merge", "bad.json", "ana.json", "-o", "l.jsonl")
    assert done.exit_code == 3
    assert "1 decision added" in done.stdout
    assert "checker: bad.json: 'schema' is not 'checker/decisions/1'" in done.stderr
    assert "; nothing of this file was taken [decisions]" in done.stderr


def test_merge_of_nothing_that_can_be_read_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    done = run("review", "merge", "no.json", "-o", "l.jsonl")
    assert done.exit_code == 2
    assert done.stderr == "checker: 'no.json' does not exist: name a file that a page exported [decisions]\n"
    assert not (tmp_path / "l.jsonl").exists()


def test_merge_refuses_a_correction_that_the_tables_do_not_hold(run: Run, report: Path, tmp_path: Path) -> None:
    shells, _ = leads(report)
    exported(tmp_path / "ana.json", decided(shells, correction=Correction(giver="Ruritania")))
    done = run("review", "merge", "ana.json", "-o", "l.jsonl")
    assert done.exit_code == 2
    assert "ana.json, decision 1: 'Ruritania' is no giver of the tables" in done.stderr


def test_a_half_written_line_is_told_by_every_command_and_costs_nothing_else(
    run: Run, report: Path, tmp_path: Path
) -> None:
    shells, coal = leads(report)
    exported(tmp_path / "ana.json", decided(shells), decided(coal))
    run("review", "merge", "ana.json", "-o", "l.jsonl")
    path = tmp_path / "l.jsonl"
    path.write_bytes(path.read_bytes()[:-9])
    for arguments in (
        ("status", "rep", "l.jsonl"),
        ("apply", "rep", "l.jsonl"),
        ("merge", "ana.json", "-o", "l.jsonl"),
    ):
        done = run("review", *arguments)
        assert done.exit_code == 3, arguments
        assert "l.jsonl, line 2: written only in part, when a run was stopped; it is left out" in done.stderr
    assert "2 of 2 leads decided" in run("review", "status", "rep", "l.jsonl").stdout


# --- apply ------------------------------------------------------------------------------------------------------


def applied(run: Run, tmp_path: Path, *decisions: Decision, out: str = "signed") -> Path:
    append(tmp_path / "l.jsonl", decisions)
    done = run("review", "apply", "rep", "l.jsonl", "-o", out)
    assert done.exit_code == 0, done.stderr
    return tmp_path / out


def without_places(text: str) -> str:
    return re.sub(r"(<!--review:[^>]*-->).*?(<!--/review-->)", r"\1\2", text, flags=re.DOTALL)


def test_a_signed_page_says_who_reviewed_when_and_what(run: Run, report: Path, tmp_path: Path) -> None:
    shells, coal = leads(report)
    said = decided(coal, R, "Ana Ruiz", note="Only feared.", correction=Correction(giver="PRK", label="denied"))
    signed = applied(run, tmp_path, decided(shells, A, "Ana Ruiz"), said)
    assert not unsigned(page_of(signed, shells))
    words = Page(page_of(signed, shells)).words
    assert "Reviewed by Ana Ruiz, 1 December 2026 · 2 of 2 leads decided · 1 accepted and 1 rejected" in words
    assert "Accepted by Ana Ruiz, 1 December 2026" in words
    assert "Rejected by Ana Ruiz, 1 December 2026 · wrong party" in words
    assert "Only feared." in words
    assert "Giver, corrected" in words
    assert "North Korea" in words


def test_a_rejected_lead_is_folded_and_still_there(run: Run, report: Path, tmp_path: Path) -> None:
    shells, coal = leads(report)
    text = page_of(applied(run, tmp_path, decided(shells), decided(coal, R)), shells)
    folds = [a for t, a in Page(text).elements if t == "details" and "decided" in a.get("class", "")]
    assert [fold["class"] for fold in folds] == ["decided s-rejected"]
    assert "open" not in folds[0]
    assert coal.words in Page(text).words


def test_a_signed_page_is_the_page_that_was_reviewed(run: Run, report: Path, tmp_path: Path) -> None:
    shells, coal = leads(report)
    signed = applied(run, tmp_path, decided(shells), decided(coal, U))
    for path in report.glob("*.html"):
        old, new = path.read_text(encoding="utf-8"), (signed / path.name).read_text(encoding="utf-8")
        assert without_places(old) == without_places(new)
    assert page_of(signed, shells) != page_of(report, shells)


def test_applying_twice_and_in_place_is_applying_once(run: Run, report: Path, tmp_path: Path) -> None:
    shells, coal = leads(report)
    signed = applied(run, tmp_path, decided(shells), decided(coal, R))
    first = {path.name: path.read_bytes() for path in signed.iterdir()}
    assert run("review", "apply", "signed", "l.jsonl", "-o", "signed").exit_code == 0
    assert {path.name: path.read_bytes() for path in signed.iterdir()} == first


def test_the_report_stays_as_it_is(run: Run, report: Path, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in report.iterdir()}
    append(tmp_path / "l.jsonl", [decided(leads(report)[0])])
    done = run("review", "apply", "rep", "l.jsonl")
    assert done.stdout == "1 of 2 leads decided; signed report: rep-signed/index.html\n"
    assert {path.name: path.read_bytes() for path in report.iterdir()} == before


@pytest.mark.parametrize(
    ("verdicts", "mark", "standing"),
    [
        ((A, None), True, "Partly reviewed by Ana"),
        ((A, U), True, "Partly reviewed by Ana"),
        ((U, U), True, "Partly reviewed by Ana"),
        ((R, R), False, "Reviewed by Ana"),
        ((None, None), True, "Not reviewed"),
    ],
)
def test_the_mark_goes_where_every_lead_is_decided(
    run: Run, report: Path, tmp_path: Path, verdicts: tuple[Verdict | None, ...], mark: bool, standing: str
) -> None:
    made = [decided(one, v) for one, v in zip(leads(report), verdicts, strict=True) if v is not None]
    elsewhere = replace(decided(leads(report)[0]), document="d-elsewhere")
    text = page_of(applied(run, tmp_path, elsewhere, *made), leads(report)[0])
    assert standing in Page(text).words
    assert unsigned(text) == mark


def test_a_page_without_a_lead_has_nothing_to_sign(run: Run, report: Path, tmp_path: Path) -> None:
    signed = applied(run, tmp_path, decided(leads(report)[0]))
    quiet = next(p for p in signed.glob("d-*.html") if "Herring prices" in p.read_text(encoding="utf-8"))
    words = Page(quiet.read_text(encoding="utf-8")).words
    assert "Nothing to decide No lead was found here. No lead is no clearance." in words
    assert "Not for publication" not in words


def test_reviewers_who_differ_are_both_shown_and_nothing_is_signed(run: Run, report: Path, tmp_path: Path) -> None:
    shells, coal = leads(report)
    signed = applied(run, tmp_path, decided(shells), decided(coal), decided(coal, R, "Li", note="no"))
    words = Page(page_of(signed, shells)).words
    assert "Reviewers differ by Ana and Li" in words
    assert "1 accepted and 1 on which reviewers differ" in words
    assert "Not for publication until signed" in words


def test_a_decision_that_lapsed_is_noted_on_its_lead(run: Run, report: Path, tmp_path: Path) -> None:
    shells, _ = leads(report)
    old = decided(shells, law=(LawRow(shells.law[0].id, shells.law[0].role, "f" * 12), *shells.law[1:]))
    words = Page(page_of(applied(run, tmp_path, old), shells)).words
    assert "Decided before, and lapsed" in words
    assert f"The rule {shells.law[0].id} no longer stands as the reviewer saw it." in words
    assert "0 of 2 leads decided · 1 decision lapsed" in words


def test_a_decision_that_fits_nothing_is_shown_with_its_words(run: Run, report: Path, tmp_path: Path) -> None:
    shells, _ = leads(report)
    gone = replace(decided(shells), claim="c-gone", anchor="a-gone", words="Corval was sent forty tanks")
    words = Page(page_of(applied(run, tmp_path, gone), shells)).words
    assert "Decisions that fit no lead here" in words
    assert "Corval was sent forty tanks" in words


def test_the_signed_results_say_where_each_lead_stands(run: Run, report: Path, tmp_path: Path) -> None:
    shells, coal = leads(report)
    signed = applied(run, tmp_path, decided(shells), decided(coal, R, "Li"))
    records = [json.loads(line) for line in (signed / "results.jsonl").read_text(encoding="utf-8").splitlines()]
    schema = json.loads((Path(__file__).parents[2] / "docs" / "result.schema.json").read_text(encoding="utf-8"))
    reviews = {}
    for record in records:
        jsonschema.Draft202012Validator(schema).validate(record)
        reviews |= {claim["id"]: claim["review"] for claim in record["claims"] if "review" in claim}
    assert reviews[shells.claim]["state"] == "accepted"
    assert reviews[coal.claim]["by"] == [
        {"reviewer": "Li", "day": "2026-12-01", "decision": "reject", "reason": "wrong_party", "holds": "holds"}
    ]
    manifest = json.loads((signed / "run.json").read_text(encoding="utf-8"))
    assert manifest["review"]["reviewers"] == ["Ana", "Li"]
    assert (manifest["review"]["leads"], manifest["review"]["decided"]) == (2, 2)


def test_the_index_says_how_far_the_run_is(run: Run, report: Path, tmp_path: Path) -> None:
    signed = applied(run, tmp_path, decided(leads(report)[0]))
    words = Page((signed / "index.html").read_text(encoding="utf-8")).words
    assert "Partly reviewed by Ana, 1 December 2026 · 1 of 2 leads decided · 1 accepted" in words
    assert "Document by document, open ones first" in words


def test_a_french_report_is_signed_in_french(run: Run, tmp_path: Path) -> None:
    run("check", "a.txt", *DAYS, "-o", "rep", "--report-language", "fr")
    shells, coal = leads(tmp_path / "rep")
    words = Page(page_of(applied(run, tmp_path, decided(shells), decided(coal, R)), shells)).words
    assert "Relue par Ana, 1er décembre 2026 · 2 pistes décidées sur 2 · 1 acceptée et 1 rejetée" in words
    assert "Rejetée par Ana, 1er décembre 2026 · mauvaise partie" in words


def test_hostile_words_of_a_reviewer_stay_words(run: Run, report: Path, tmp_path: Path) -> None:
    shells, coal = leads(report)
    said = decided(shells, A, HOSTILE[:110], note=HOSTILE * 3, correction=Correction(provision=HOSTILE))
    gone = replace(said, claim="c-gone", anchor="a-gone", words=HOSTILE)
    signed = applied(run, tmp_path, said, gone, decided(coal, R))
    old, new = page_of(report, shells), page_of(signed, shells)
    assert new.count("<script>") == old.count("<script>")
    assert "<script>alert(1)" not in new
    assert "<script>alert(1)</script>" in Page(new).words
    assert without_places(old) == without_places(new)
    assert "\u202e" not in new
    again = run("review", "apply", "signed", "l.jsonl", "-o", "signed")
    assert again.exit_code == 0
    assert page_of(signed, shells) == new


REFUSED: list[tuple[tuple[str, ...], str]] = [
    (("nowhere", "l.jsonl"), "checker: 'nowhere' is no folder: name one that 'checker check' wrote [review]"),
    (
        (".", "l.jsonl"),
        "checker: '.' holds no run.json of this program: name a folder that 'checker check' wrote [review]",
    ),
    (("rep", "no.jsonl"), "checker: 'no.jsonl' does not exist: make it with 'checker review merge"),
    (("rep", "a.txt"), "checker: a.txt, line 1: not a decision; is 'a.txt' a ledger? [ledger]"),
]


@pytest.mark.parametrize("command", ["apply", "status"])
@pytest.mark.parametrize(("arguments", "message"), REFUSED, ids=[" ".join(one[0]) for one in REFUSED])
def test_what_is_no_report_or_no_ledger_is_told(
    run: Run, report: Path, tmp_path: Path, command: str, arguments: tuple[str, ...], message: str
) -> None:
    append(tmp_path / "l.jsonl", [decided(leads(report)[0])])
    done = run("review", command, *arguments)
    assert done.exit_code == 2
    assert done.stderr.startswith(message)


def test_a_page_without_places_is_refused(run: Run, report: Path, tmp_path: Path) -> None:
    append(tmp_path / "l.jsonl", [decided(leads(report)[0])])
    path = report / "index.html"
    path.write_text(path.read_text(encoding="utf-8").replace("<!--review:", "<!--"), encoding="utf-8")
    done = run("review", "apply", "rep", "l.jsonl")
    assert done.exit_code == 2
    assert "'index.html' has no place for decisions: an older version wrote it" in done.stderr
    assert "[review-page]" in done.stderr
    assert not (tmp_path / "rep-signed").exists()


def test_a_manifest_without_a_day_is_told(run: Run, report: Path, tmp_path: Path) -> None:
    append(tmp_path / "l.jsonl", [decided(leads(report)[0])])
    path = report / "run.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"as_of": "2026', '"as_of": "x'), encoding="utf-8")
    done = run("review", "apply", "rep", "l.jsonl")
    assert done.exit_code == 2
    assert "'as_of' is no day; make the report again [review]" in done.stderr


def test_a_foreign_file_in_the_way_is_never_written_over(run: Run, report: Path, tmp_path: Path) -> None:
    append(tmp_path / "l.jsonl", [decided(leads(report)[0])])
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "index.html").write_text("mine", encoding="utf-8")
    done = run("review", "apply", "rep", "l.jsonl", "-o", "mine")
    assert done.exit_code == 2
    assert "[foreign-file]" in done.stderr
    assert (tmp_path / "mine" / "index.html").read_text(encoding="utf-8") == "mine"


# --- status -----------------------------------------------------------------------------------------------------


def test_status_shows_documents_reviewers_what_is_open_and_what_lapsed(
    run: Run, report: Path, tmp_path: Path
) -> None:
    shells, coal = leads(report)
    lapsed = decided(coal, A, "Li", law=(replace(coal.law[0], row="f" * 12), *coal.law[1:]))
    elsewhere = replace(decided(shells), document="d-elsewhere")
    append(tmp_path / "l.jsonl", [decided(shells), lapsed, elsewhere])
    done = run("review", "status", "rep", "l.jsonl")
    assert done.exit_code == 0
    assert done.stdout.startswith("1 of 2 leads decided, in 1 documents\n")
    assert re.search(r"^ +2 +1 +0 +0 +0 +1 +1  a\.txt$", done.stdout, re.MULTILINE)
    assert "Reviewers\n  Ana: 1 accept\n" in done.stdout
    assert f"To decide (1)\n  open   a.txt {coal.claim}" in done.stdout
    assert re.search(r"Lapsed \(1\)\n  Li, 2026-12-01, accept on .*: The rule \S+ no longer stands", done.stdout)
    assert "Fit no lead of this report (1)\n  Ana, 2026-12-01" in done.stdout
    assert "The text is not part of this run." in done.stdout


def test_status_for_programs(run: Run, report: Path, tmp_path: Path) -> None:
    shells, coal = leads(report)
    append(
        tmp_path / "l.jsonl", [decided(shells), decided(coal, U), replace(decided(shells), document="d-elsewhere")]
    )
    found: dict[str, Any] = json.loads(run("review", "status", "rep", "l.jsonl", "--format", "json").stdout)
    assert (found["leads"], found["decided"]) == (2, 1)
    assert found["open"] == [{"document": coal.document, "claim": coal.claim, "state": "unsure"}]
    assert [one["why"] for one in found["astray"]] == [["no_document"]]


# --- check --decisions ------------------------------------------------------------------------------------------

GATES: list[tuple[str, tuple[Verdict, ...], int]] = [
    ("nobody decided", (), 1),
    ("both accepted", (A, A), 1),
    ("one rejected", (R, A), 1),
    ("both rejected", (R, R), 0),
    ("not sure", (R, U), 1),
]


@pytest.mark.parametrize(("what", "verdicts", "code"), GATES, ids=[one[0] for one in GATES])
def test_rejected_leads_make_no_run_fail(
    run: Run, report: Path, tmp_path: Path, what: str, verdicts: tuple[Verdict, ...], code: int
) -> None:
    made = [decided(one, v) for one, v in zip(leads(report), verdicts, strict=False)]
    append(tmp_path / "l.jsonl", made or [replace(decided(leads(report)[0]), document="d-elsewhere")])
    gate = ("--fail-on", "alleged_violation", "--decisions", "l.jsonl")
    assert run("check", "a.txt", *DAYS, "-o", "again", *gate).exit_code == code


def test_a_rejected_lead_that_is_new_since_the_baseline_makes_no_run_fail(
    run: Run, report: Path, tmp_path: Path
) -> None:
    run("check", "b.txt", *DAYS, "-o", "old")
    gate = ("--baseline", "old", "--fail-on", "alleged_violation", "--decisions", "l.jsonl")
    shells, coal = leads(report)
    append(tmp_path / "l.jsonl", [decided(shells, R)])
    done = run("check", "a.txt", "b.txt", *DAYS, "-o", "again", *gate)
    assert done.exit_code == 1
    assert coal.claim in done.stderr
    assert shells.claim not in done.stderr
    append(tmp_path / "l.jsonl", [decided(coal, R)])
    assert run("check", "a.txt", "b.txt", *DAYS, "-o", "again", *gate).exit_code == 0


def test_a_rejection_that_one_reviewer_contradicts_is_none(run: Run, report: Path, tmp_path: Path) -> None:
    shells, coal = leads(report)
    append(tmp_path / "l.jsonl", [decided(shells, R), decided(coal, R), decided(coal, A, "Li")])
    gate = ("--fail-on", "alleged_violation", "--decisions", "l.jsonl")
    assert run("check", "a.txt", *DAYS, "-o", "again", *gate).exit_code == 1


def machine(folder: Path) -> tuple[list[dict[str, Any]], list[ET.Element]]:
    """The results of the SARIF file, and the cases of claims in the JUnit file."""
    (found,) = json.loads((folder / "results.sarif").read_text(encoding="utf-8"))["runs"]
    cases = ET.parse(folder / "junit.xml").getroot().findall("testsuite/testcase")
    return found["results"], [one for one in cases if one.get("name", "").startswith("c-")]


BOTH = ("-f", "sarif", "-f", "junit")


def test_what_machines_read_shows_a_rejected_lead_as_closed(run: Run, report: Path, tmp_path: Path) -> None:
    shells, coal = leads(report)
    append(tmp_path / "l.jsonl", [decided(shells, R), decided(coal)])
    assert run("check", "a.txt", "b.txt", *DAYS, "-o", "again", *BOTH, "--decisions", "l.jsonl").exit_code == 0
    results, cases = machine(tmp_path / "again")
    why = "Rejected by Ana, 1 December 2026 · wrong party"
    assert {one["partialFingerprints"]["claim/v1"]: one["suppressions"] for one in results} == {
        f"{shells.document}/{shells.claim}": [{"kind": "external", "status": "accepted", "justification": why}],
        f"{coal.document}/{coal.claim}": [],
    }
    told = {one.get("name", "").split()[0]: [(inner.tag, inner.get("message")) for inner in one] for one in cases}
    assert told[shells.claim] == [("skipped", why), ("system-out", None)]
    assert [tag for tag, _ in told[coal.claim]] == ["failure"]
    suites = ET.parse(tmp_path / "again" / "junit.xml").getroot().findall("testsuite")
    assert [(one.get("failures"), one.get("skipped")) for one in suites] == [("1", "1"), ("0", "0")]


@pytest.mark.parametrize("verdicts", [(U, A), (U, U), (A, R)])
def test_what_nobody_or_not_everybody_rejected_stays_open_for_machines(
    run: Run, report: Path, tmp_path: Path, verdicts: tuple[Verdict, Verdict]
) -> None:
    shells, _ = leads(report)
    append(tmp_path / "l.jsonl", [decided(shells, v, who) for v, who in zip(verdicts, ("Ana", "Li"), strict=True)])
    run("check", "a.txt", *DAYS, "-o", "again", *BOTH, "--decisions", "l.jsonl")
    results, cases = machine(tmp_path / "again")
    assert [one["suppressions"] for one in results] == [[], []]
    assert [[inner.tag for inner in one] for one in cases] == [["failure"], ["failure"]]


def test_without_decisions_no_result_says_whether_it_is_suppressed(run: Run, tmp_path: Path) -> None:
    run("check", "a.txt", *DAYS, "-o", "again", *BOTH)
    assert not any("suppressions" in one for one in machine(tmp_path / "again")[0])


def test_what_is_gone_since_the_baseline_is_not_suppressed(run: Run, report: Path, tmp_path: Path) -> None:
    append(tmp_path / "l.jsonl", [decided(leads(report)[0], R)])
    run("check", "b.txt", *DAYS, "-o", "again", *BOTH, "--baseline", "rep", "--decisions", "l.jsonl")
    gone = [(one["baselineState"], one["suppressions"]) for one in machine(tmp_path / "again")[0]]
    assert set(map(str, gone)) == {"('absent', [])"}


def test_a_later_run_shows_decisions_and_says_what_moved(run: Run, report: Path, tmp_path: Path) -> None:
    shells, coal = leads(report)
    append(tmp_path / "l.jsonl", [decided(shells), decided(coal, R)])
    more = "The harbour was quiet that week.\n\n" + ARTICLE.replace("in June 2024", "in July 2024")
    (tmp_path / "a.txt").write_text(more, encoding="utf-8")
    assert run("check", "a.txt", *DAYS, "-o", "again", "--decisions", "l.jsonl").exit_code == 0
    words = Page(page_of(tmp_path / "again", shells)).words
    assert "Accepted by Ana, 1 December 2026" in words
    assert "2 of 2 leads decided" in words
    assert words.count("The program now reads its days, its items or its tense differently") == 1


def test_decisions_change_pages_and_no_results(run: Run, report: Path, tmp_path: Path) -> None:
    append(tmp_path / "l.jsonl", [decided(leads(report)[0], R)])
    assert run("check", "a.txt", "b.txt", *DAYS, "-o", "again", "--decisions", "l.jsonl").exit_code == 0
    assert (tmp_path / "again" / "results.jsonl").read_bytes() == (report / "results.jsonl").read_bytes()
    runs = [json.loads((folder / "run.json").read_text())["run"] for folder in (report, tmp_path / "again")]
    assert runs[0] == runs[1]


def test_a_page_made_with_decisions_is_the_page_that_apply_makes(run: Run, report: Path, tmp_path: Path) -> None:
    shells, coal = leads(report)
    signed = applied(run, tmp_path, decided(shells), decided(coal, R, note="no"))
    run("check", "a.txt", "b.txt", *DAYS, "-o", "again", "--decisions", "l.jsonl")
    assert page_of(tmp_path / "again", shells) == page_of(signed, shells)


def test_check_names_a_broken_line_and_leaves_three(run: Run, report: Path, tmp_path: Path) -> None:
    append(tmp_path / "l.jsonl", [decided(leads(report)[0])])
    with (tmp_path / "l.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"schema": "checker/deci')
    done = run("check", "a.txt", *DAYS, "-o", "again", "--decisions", "l.jsonl")
    assert done.exit_code == 3
    assert "checker: l.jsonl, line 2: written only in part" in done.stderr


def test_check_without_the_ledger_it_was_given_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    done = run("check", "a.txt", *DAYS, "--decisions", "no.jsonl")
    assert done.exit_code == 2
    assert "'no.jsonl' does not exist" in done.stderr
    assert not (tmp_path / "checker-report").exists()
