"""Texts without end: each is read within its budget of work, what was left is said, the same on every machine."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hostile_runs import Check

from checker.extract import budget
from checker.extract.budget import Budget, cost
from checker.model import Span

ACT = "Moscow bought shells from North Korea last month, Washington said on Tuesday. "
BODY = "<!doctype html><html><head><title>x</title></head><body>"


def repeated(part: str, size: int) -> str:
    return part * (size // len(part))


ENDLESS = {
    "one-line": lambda n: repeated(ACT, n),
    "one-line-without-a-stop": lambda n: repeated(ACT.replace(".", ","), n),
    "one-word": lambda n: ACT + "a" * n,
    "brackets": lambda n: ACT + "[" * n,
    "round-brackets": lambda n: ACT + "(" * (n // 2) + ")" * (n // 2),
    "straight-quotes": lambda n: ACT + '"' * n,
    "quoted-words": lambda n: ACT + repeated('"shells ', n),
    "guillemets": lambda n: ACT + repeated("« obus ", n),
    "citations": lambda n: ACT + repeated("resolution 1718 (2006), ", n),
    "citation-list": lambda n: ACT + "resolutions 1718 (2006)" + repeated(", 1874 (2009)", n),
    "paragraphs-cited": lambda n: ACT + repeated("paragraph 8 (b) of resolution 1718 (2006), ", n),
    "days": lambda n: ACT + repeated("3 November 2022, ", n),
    "quantities": lambda n: ACT + repeated("1,000 tonnes of coal ", n),
    "digits": lambda n: ACT + "1" * n,
    "states": lambda n: ACT + repeated("North Korea, Russia, ", n),
    "speakers": lambda n: ACT + repeated("said Washington, said Moscow, ", n),
    "denials": lambda n: ACT + repeated("Moscow denies it. ", n),
    "ships": lambda n: ACT + repeated("the tanker Sea Star ", n),
    "addresses": lambda n: ACT + repeated("http://a.b/c?d=", n),
    "spaces": lambda n: ACT + " " * n + "x",
    "line-feeds": lambda n: ACT + "\n" * n + "x",
    "stops": lambda n: ACT + "." * n,
    "hyphens": lambda n: ACT + "-" * n,
    "accents": lambda n: ACT + "e" + "\u0301" * n,
    "directions": lambda n: ACT + "\u202e" * n,
    "headings": lambda n: "#" * n + "\n\n" + ACT,
    "front-matter": lambda n: "---\ntitle: " + "[" * n + "\n---\n" + ACT,
    "lines": lambda n: repeated(ACT + "\n", n),
    "paragraphs": lambda n: repeated(ACT + "\n\n", n),
}
PAGES = {
    "deep-div": lambda n: BODY + repeated("<div>", n) + f"<p>{ACT}</p>",
    "deep-b": lambda n: BODY + repeated("<b>", n) + ACT,
    "deep-table": lambda n: BODY + repeated("<table><tr><td>", n) + ACT,
    "deep-list": lambda n: BODY + repeated("<ul><li>", n) + ACT,
    "unclosed-comments": lambda n: BODY + f"<p>{ACT}</p>" + repeated("<!--", n),
    "attributes": lambda n: "<!doctype html><html><body " + repeated("a=b ", n) + f"><p>{ACT}</p>",
    "entities": lambda n: BODY + f"<p>{ACT}" + repeated("&amp;", n),
    "scripts": lambda n: BODY + f"<p>{ACT}</p>" + repeated("<script>x</script>", n),
    "paragraphs": lambda n: BODY + repeated(f"<p>{ACT}</p>", n),
}
SAMPLE = 4_000
LONG = 1_000_000


def finishes(home: Path, check: Check, name: str, text: str) -> None:
    """The text is read, or named with a reason that the pages of messages know; its budget is counted in work."""
    (home / "in" / name).write_text(text, encoding="utf-8")
    done = check(formats=("html", "json"))
    slug = done.error(name)
    assert slug in ("", "empty"), "no hang, no internal error, no lost worker"
    assert done.code == (3 if slug else 0)
    if not slug:
        assert done.lines[name]["claims"] or done.gaps(name)


@pytest.mark.parametrize("name", ENDLESS)
def test_a_sample_of_an_endless_text(home: Path, check: Check, name: str) -> None:
    finishes(home, check, "bad.txt", ENDLESS[name](SAMPLE))


@pytest.mark.parametrize("name", PAGES)
def test_a_sample_of_an_endless_page(home: Path, check: Check, name: str) -> None:
    finishes(home, check, "bad.html", PAGES[name](SAMPLE))


@pytest.mark.long
@pytest.mark.parametrize("name", ENDLESS)
def test_a_million_characters(home: Path, check: Check, name: str) -> None:
    began = time.perf_counter()
    finishes(home, check, "bad.txt", ENDLESS[name](LONG))
    assert time.perf_counter() - began < 600


@pytest.mark.long
@pytest.mark.parametrize("name", PAGES)
def test_a_million_characters_of_a_page(home: Path, check: Check, name: str) -> None:
    began = time.perf_counter()
    finishes(home, check, "bad.html", PAGES[name](LONG))
    assert time.perf_counter() - began < 600


@pytest.mark.long
@pytest.mark.parametrize("part", ["a", "shells ", ACT.replace(".", ",")])
def test_one_line_of_fifty_megabytes(home: Path, check: Check, part: str) -> None:
    (home / "in" / "bad.txt").write_text(ACT + repeated(part, 50_000_000), encoding="utf-8")
    done = check(formats=("json",))
    assert done.code == 0
    assert done.gaps("bad.txt") == {"budget"}


def test_more_bytes_than_any_article_has_are_named(home: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    from checker.documents import sources

    monkeypatch.setattr(sources.read_bytes, "__defaults__", (1_000,))
    (home / "in" / "bad.txt").write_text(ACT * 20, encoding="utf-8")
    done = check()
    assert (done.code, done.error("bad.txt")) == (3, "too_large")


# --- the budget itself ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("limit", "value"),
    [("MAX_SENTENCES", 3), ("MAX_WORK", 30), ("MAX_STATEMENTS", 2), ("MOST_HITS", 5), ("MAX_CHARACTERS", 300)],
)
def test_what_lies_beyond_a_budget_is_skipped_and_said(
    home: Path, check: Check, monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    from checker.extract import citations, reading

    for module in (budget, reading, citations):
        if hasattr(module, limit):
            monkeypatch.setattr(module, limit, value)
    (home / "in" / "zz-good.txt").write_text("Moscow bought shells from Pyongyang.\n", encoding="utf-8")
    text = ACT * 10
    (home / "in" / "bad.txt").write_text(text, encoding="utf-8")
    done = check("--fail-on", "skipped", formats=("json",))
    assert done.code == 1
    gaps = [one for one in done.lines["bad.txt"]["skipped"] if one["reason"] == "budget"]
    assert gaps
    assert all(0 <= one["start"] < one["end"] <= len(text) for one in gaps)
    assert max(one["end"] for one in gaps) == len(text.rstrip())
    assert bool(done.lines["bad.txt"]["claims"]) == (limit != "MOST_HITS")


def test_each_budget_says_what_there_was_too_much_of() -> None:
    def why(one: Budget) -> str:
        return " ".join(gap.detail for gap in one.skipped(9))

    one, span = Budget(), Span(0, 9)
    assert not one.affords(span, budget.MOST_HITS + 1, 0)
    assert why(one) == "a sentence with more than 400 names, goods and verbs"
    one = Budget(work=budget.MAX_WORK)
    assert not one.affords(span, 1, 0)
    assert why(one) == "more than 80000 units of work"
    one = Budget()
    assert not one.affords(span, 1, budget.MAX_STATEMENTS)
    assert why(one) == "more than 5000 statements of conduct"
    one = Budget(sentences=budget.MAX_SENTENCES)
    assert list(one.in_number([span])) == []
    assert why(one) == "more than 20000 sentences"
    one = Budget()
    assert one.within(0, 9) == 9
    assert one.within(20, budget.MAX_CHARACTERS + 9) == budget.MAX_CHARACTERS
    assert one.within(budget.MAX_CHARACTERS + 10, budget.MAX_CHARACTERS + 20) == budget.MAX_CHARACTERS + 10
    assert why(one) == "more than 4000000 characters"


def test_a_sentence_costs_more_than_its_share_when_it_holds_much() -> None:
    assert [cost(hits) for hits in (0, 1, 24, 25, 50, 200)] == [0, 5, 28, 54, 154, 1804]


def test_what_is_left_never_overlaps_and_stands_in_order() -> None:
    spans = [Span(at * 10, at * 10 + 9) for at in range(200)]
    one = Budget()
    for span in spans:
        if one.stops_at(span.start):
            break
        one.affords(span, budget.MOST_HITS + 1, 0)
    left = one.skipped(2_000)
    assert len(left) == 101
    assert left[-1].end == 2_000
    assert all(before.end <= after.start for before, after in pairwise(left))


def test_the_same_text_is_cut_at_the_same_place_every_time(
    home: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget, "MAX_WORK", 30)
    (home / "in" / "bad.txt").write_text(ACT * 10, encoding="utf-8")
    first = (check(formats=("json",)).out / "results.jsonl").read_bytes()
    assert (check(formats=("json",)).out / "results.jsonl").read_bytes() == first


@pytest.mark.parametrize(("limit", "value"), [("MAX_MENTIONS", 5), ("_MOST_IN_SENTENCE", 2)])
def test_citations_beyond_their_budget_are_said_too(
    home: Path, check: Check, monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    from checker.extract import citations

    monkeypatch.setattr(citations, limit, value)
    text = "Resolution 1718 (2006) binds, resolution 1874 (2009) does, and so does resolution 2270 (2016). " * 6
    (home / "in" / "bad.txt").write_text(text, encoding="utf-8")
    done = check(formats=("json",))
    assert done.code == 0
    assert done.gaps("bad.txt") == {"budget"}
    assert done.lines["bad.txt"]["citations"]
