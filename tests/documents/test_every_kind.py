"""A folder with every kind of file, checked as a user would: nothing is lost, the same bytes however it is run, no network."""

from __future__ import annotations

import csv
import json
import socket
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from made_files import ENGLISH, FRENCH, PLAIN, answer, docx, packed_one_by_one, pdf, warc_record, web_page

from checker.cli import main
from checker.documents.found import Columns
from checker.documents.members import documents_in
from checker.documents.record_names import Names
from checker.documents.sources import Source

RSS = f"<rss><channel><item><guid>g</guid><title>Un</title><pubDate>Tue, 14 May 2024 08:00:00 GMT</pubDate><description>{FRENCH}</description></item></channel></rss>"
GOOD = {
    "a.jsonl#k1", "a.jsonl#row-3", "b.csv#7", "c.json#row-1", "d.rss#g", "e.eml", "f.docx", "g.pdf", "h.warc.gz#p1", "h.warc.gz#p2",
    "i.txt", "j.html", "k.parquet#row-1",
}  # fmt: skip
BAD = {"a.jsonl#row-2": "record", "b.csv#row-3": "record", "locked.pdf": "encrypted", "h.warc.gz": "truncated"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    root = tmp_path_factory.mktemp("in")
    pages = [warc_record(f"p{at}", answer(web_page(f"Page {at}", ENGLISH, "2024-05-14"))) for at in (1, 2, 3)]
    files: dict[str, bytes | str] = {
        "a.jsonl": f'{{"id": "k1", "text": "{ENGLISH}", "published": "2024-05-14"}}\n{{"text":\n{{"text": "{FRENCH}"}}\n',
        "b.csv": f'id;text;date\n7;"{FRENCH}";14/05/2024\n8;"x\n',
        "c.json": json.dumps([{"text": ENGLISH, "date": 20240514}]),
        "d.rss": RSS,
        "e.eml": f"From: a@quay.example\nSubject: Shells\nDate: Tue, 14 May 2024 08:00:00 +0000\n\n{ENGLISH}\n",
        "f.docx": docx(["Shells by rail", "14 May 2024", ENGLISH]),
        "g.pdf": pdf([["Report of the Panel", PLAIN[:60]], ["14 May 2024", ENGLISH]]),
        "h.warc.gz": packed_one_by_one(pages)[:-60],
        "i.txt": f"14 May 2024\n\n{ENGLISH}\n",
        "j.html": web_page("Shells by rail", ENGLISH, "2024-05-14"),
        "locked.pdf": pdf([[ENGLISH]], encrypted=True),
        "picture.svg": "<svg/>",
        "settings.json": '{"a": 1}',
    }
    for name, content in files.items():
        (root / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    parquet.write_table(arrow.table({"text": [ENGLISH]}), root / "k.parquet")
    return root


def check(folder: Path, out: Path, *more: str) -> Result:
    return CliRunner().invoke(
        main, ["check", str(folder), "-o", str(out), "--as-of", "2024-06-01", "-f", "json", "-f", "csv", *more]
    )


def lines(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / "results.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def alone(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("alone")
    done = check(folder, out)
    assert done.exit_code == 3, done.output
    assert "[record]" in done.stderr
    return out


def test_every_kind_is_read_and_what_cannot_be_is_listed(alone: Path) -> None:
    told = lines(alone)
    assert {one["document"]["source"] for one in told if not one["error"]} == GOOD
    assert {one["document"]["source"]: one["error"]["slug"] for one in told if one["error"]} == BAD
    assert all(one["claims"] for one in told if not one["error"])
    files = [one["document"]["source"].partition("#")[0] for one in told]
    assert files == sorted(files), "in the order of the files"
    ignored = json.loads((alone / "run.json").read_text(encoding="utf-8"))["ignored"]
    assert {Path(one["name"]).name: one["reason"] for one in ignored} == {
        "picture.svg": "type",
        "settings.json": "type",
    }


def test_evidence_names_its_page_and_is_the_texts_own_words(alone: Path) -> None:
    texts = {
        one["id"]: one["text"]
        for line in (alone / "texts.jsonl").read_text(encoding="utf-8").splitlines()
        for one in [json.loads(line)]
    }
    of_pdf = 0
    for one in lines(alone):
        for claim in one["claims"]:
            for evidence in claim["evidence"]:
                if one["document"]["id"] in texts:
                    assert texts[one["document"]["id"]][evidence["start"] : evidence["end"]] == evidence["exact"]
                is_pdf = one["document"]["source"] == "g.pdf"
                assert evidence.get("page") == (2 if is_pdf else None)
                of_pdf += is_pdf
    assert of_pdf
    assert len(texts) == len(GOOD) - 1, "all but the plain text"
    with (alone / "leads.csv").open(encoding="utf-8-sig", newline="") as file:
        pages = {row["source"]: row["evidence_page"] for row in csv.DictReader(file)}
    assert (pages["g.pdf"], pages["f.docx"]) == ("2", "")


def test_two_processes_give_the_same_bytes(folder: Path, alone: Path, tmp_path: Path) -> None:
    assert check(folder, tmp_path / "two", "-j", "2").exit_code == 3
    for name in ("results.jsonl", "texts.jsonl", "leads.csv", "run.json"):
        assert (tmp_path / "two" / name).read_bytes() == (alone / name).read_bytes()


def test_a_run_that_was_stopped_inside_a_file_goes_on_there(
    folder: Path, alone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from checker import corpus

    usual, taken = corpus.check_one, []

    def stops(entry: Any, *rest: Any) -> Any:
        taken.append(entry.name)
        if len(taken) == 11:
            raise KeyboardInterrupt
        return usual(entry, *rest)

    monkeypatch.setattr(corpus, "check_one", stops)
    check(folder, tmp_path / "out")
    assert not (tmp_path / "out" / "results.jsonl").exists()
    assert taken[-1].startswith("h.warc.gz#")
    done = len(taken) - 1
    taken.clear()
    taken.extend([""] * 20)
    assert check(folder, tmp_path / "out", "--resume").exit_code == 3
    assert len(taken) - 20 == len(GOOD) + len(BAD) - done
    for name in ("results.jsonl", "leads.csv"):
        assert (tmp_path / "out" / name).read_bytes() == (alone / name).read_bytes()


def test_no_kind_of_file_touches_the_network(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, lambda *_, **__: pytest.fail("it asked the network"))
    (tmp_path / "in").mkdir()
    for one in folder.iterdir():
        (tmp_path / "in" / one.name).write_bytes(one.read_bytes())
    (tmp_path / "in" / "x.rss").write_text(
        '<!DOCTYPE rss SYSTEM "http://quay.example/rss.dtd"><rss><channel><item><title>A</title></item></channel></rss>'
    )
    (tmp_path / "in" / "x.html").write_text(
        '<!DOCTYPE html><html><head><link rel="stylesheet" href="http://quay.example/x.css"></head><body><img src="http://quay.example/x.png"><p>The ship left.</p></body></html>'
    )
    assert check(tmp_path / "in", tmp_path / "out").exit_code == 3


def test_columns_are_named_on_the_command_line_and_kept_in_the_manifest(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        f"No,Corps,Jour,Titre\n1,{ENGLISH.replace(',', '')},2024-05-14,Shells\n", encoding="utf-8"
    )
    named = ("--text-column", "Corps", "--date-column", "Jour", "--title-column", "Titre", "--id-column", "No")
    assert check(tmp_path / "a.csv", tmp_path / "out", *named).exit_code == 0
    (one,) = lines(tmp_path / "out")
    assert (one["document"]["source"], one["document"]["title"], one["document"]["published"]) == (
        "a.csv#1",
        "Shells",
        "2024-05-14",
    )
    options = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))["options"]
    assert (options["--text-column"], options["--id-column"]) == ("Corps", "No")
    missing = check(tmp_path / "a.csv", tmp_path / "other", "--text-column", "Body")
    assert missing.exit_code == 3
    assert (
        "no column 'Body' (there are: No, Corps, Jour, Titre); name another with --text-column [column]"
        in missing.stderr
    )


def test_a_folder_in_which_nothing_is_a_document_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "settings.json").write_text('{"a": 1}')
    done = check(tmp_path / "in", tmp_path / "out")
    assert done.exit_code == 2
    assert "settings.json; name a file by itself to hear why [usage]" in done.stderr
    assert not (tmp_path / "out").exists()


def test_the_help_tells_of_columns_under_a_title_of_their_own() -> None:
    text = CliRunner().invoke(main, ["check", "--help"]).output
    usual, _, columns = text.partition("Columns of CSV, Parquet and JSON")
    assert "--text-column" not in usual
    assert columns.count("--") == 6
    assert max(map(len, text.splitlines())) <= 80


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    def highest(count: int) -> int:
        path = tmp_path / f"{count}.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for at in range(count):
                file.write(json.dumps({"id": f"r{at}", "text": PLAIN * 5}) + "\n")
        tracemalloc.start()
        number = sum(1 for _ in documents_in(Source(path, path.name), Columns(), lambda one: None))
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert number == count
        return top

    small, large = highest(2_000), highest(20_000)
    assert large < small + 1_500_000, "ten times the records, and little more than the names that were given"


def test_names_are_given_once() -> None:
    names = Names()
    told = [names.name(own, row) for row, own in enumerate(("a", "a", "", "a@2", "row-3", "a"), start=1)]
    assert told == ["a", "a@2", "row-3", "a@2@4", "row-3@5", "a@6"]
    assert len(set(told)) == len(told)
