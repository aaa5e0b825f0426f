"""Files of ours that come back damaged: refused in words with the line named, never an internal error."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hostile_runs import Check

from checker.cli import main


def first(edit: Callable[[dict[str, Any]], Any]) -> Callable[[bytes], bytes]:
    """An edit of the first record, which has a claim."""

    def act(raw: bytes) -> bytes:
        head, _, rest = raw.partition(b"\n")
        one = json.loads(head)
        edit(one)
        return json.dumps(one).encode() + b"\n" + rest

    return act


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "cut": lambda raw: raw[: len(raw) // 2],
    "not-json": lambda raw: b"{oops\n" + raw,
    "array": lambda raw: b"[]\n" + raw,
    "number": lambda raw: b"7\n" + raw,
    "blank-line": lambda raw: b"\n" + raw,
    "deep": lambda raw: b"[" * 100_000 + b"]" * 100_000 + b"\n" + raw,
    "not-utf8": lambda raw: b"\xff\xfe\n" + raw,
    "nul": lambda raw: b"\x00" * 9 + b"\n" + raw,
    "huge-number": lambda raw: b'{"schema": ' + b"9" * 5_000 + b"}\n" + raw,
    "no-schema": first(lambda one: one.pop("schema")),
    "other-schema": first(lambda one: one.update(schema="checker/result/99")),
    "no-claims": first(lambda one: one.pop("claims")),
    "claims-null": first(lambda one: one.update(claims=None)),
    "claim-empty": first(lambda one: one.update(claims=[{}])),
    "claim-number": first(lambda one: one.update(claims=[7])),
    "document-empty": first(lambda one: one.update(document={})),
    "document-list": first(lambda one: one.update(document=[])),
    "no-error": first(lambda one: one.pop("error")),
    "no-skipped": first(lambda one: one.pop("skipped")),
    "no-evidence": first(lambda one: one["claims"][0].update(evidence=[])),
    "no-finding": first(lambda one: one["claims"][0].pop("finding")),
    "provisions-null": first(lambda one: one["claims"][0].update(provisions=None)),
    "label-unknown": first(lambda one: one["claims"][0]["finding"].update(label="certain")),
    "period-of-words": first(lambda one: one["claims"][0].update(period="always")),
    "surrogate": first(lambda one: one["document"].update(source="\ud800")),
}
COMMANDS = {
    "diff-old": ("diff", "broken", "out"),
    "diff-new": ("diff", "out", "broken"),
    "baseline": ("check", "in", "-o", "again", "--baseline", "broken", "--fail-on", "changed"),
    "review": ("review", "status", "broken", "ledger.jsonl"),
    "apply": ("review", "apply", "broken", "ledger.jsonl"),
    "verify": ("verify", "broken"),
}


@pytest.mark.parametrize("damage", BROKEN)
def test_broken_results_are_refused_in_words(home: Path, check: Check, damage: str) -> None:
    out = check(formats=("html", "json")).out
    broken = home / "broken"
    broken.mkdir()
    for path in out.iterdir():
        (broken / path.name).write_bytes(path.read_bytes())
    (broken / "results.jsonl").write_bytes(BROKEN[damage]((out / "results.jsonl").read_bytes()))
    (home / "ledger.jsonl").write_text("", encoding="utf-8")
    for name, command in COMMANDS.items():
        done = CliRunner().invoke(main, list(command))
        assert done.exit_code != 4, f"{name}: {done.output}"
        assert "Traceback" not in done.output
        if name == "verify":
            assert done.exit_code == 1


LEDGERS = {
    "half-a-line": '{"schema": "checker/decision/1", "docu',
    "array": "[]\n",
    "deep": "[" * 100_000,
    "words": "accept everything\n",
    "nul": "\x00\x00\n",
    "huge-number": "9" * 10_000 + "\n",
}


@pytest.mark.parametrize("name", LEDGERS)
def test_a_broken_ledger_is_named_and_the_run_is_done(home: Path, check: Check, name: str) -> None:
    (home / "ledger.jsonl").write_text(LEDGERS[name], encoding="utf-8")
    check(formats=("html", "json"))
    for command in (
        ("check", "in", "-o", "again", "--decisions", "ledger.jsonl"),
        ("review", "status", "out", "ledger.jsonl"),
        ("review", "merge", "ledger.jsonl", "-o", "new.jsonl"),
    ):
        done = CliRunner().invoke(main, list(command))
        assert done.exit_code in (2, 3), (command, done.output)
        assert "Traceback" not in done.output


TABLES = {
    "empty": b"",
    "nul": b"id,regime\n\x00,\x00\n",
    "not-utf8": b"id,regime\n\xff,\xfe\n",
    "no-column": b"a,b\n1,2\n",
    "open-quote": b'id,regime\n"1718:8(b),dprk\n',
    "huge-cell": b"id,regime\n" + b"a" * 200_000 + b",dprk\n",
}


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("table", ["provisions.csv", "periods.csv", "languages/en/triggers.csv"])
def test_broken_tables_are_wrong_usage(home: Path, name: str, table: str) -> None:
    path = home / "law" / table
    path.parent.mkdir(parents=True)
    path.write_bytes(TABLES[name])
    done = CliRunner().invoke(main, ["check", "in", "-o", "out", "--reference", "law"])
    assert done.exit_code == 2, done.output
    assert "Traceback" not in done.output
    assert not (home / "out").exists()
