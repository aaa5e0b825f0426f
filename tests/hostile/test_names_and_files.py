"""Names and kinds of files that are no plain article: read, ignored or named with a reason; nothing hangs, nothing leaks."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from hostile_runs import Check, everything

from checker.documents import sources
from checker.documents.sources import Source, read_bytes
from checker.errors import InputError

ACT = "Moscow bought shells from North Korea last month, Washington said on Tuesday.\n"
NAMES = {
    "newlines": "a\n::error::owned\nb.txt",
    "carriage-return": "a\rb.txt",
    "escape": "a\x1b[2J\x1b]0;title\x07b.txt",
    "dots": "...txt",
    "dots-and-slashes-encoded": "..%2F..%2Fetc%2Fpasswd.txt",
    "backslashes": "..\\..\\a.txt",
    "255-bytes": "a" * 251 + ".txt",
    "255-bytes-of-accents": "é" * 125 + "a.txt",
    "script": "<script>alert(1)<&>.txt",
    "quotes": "\"' onload=x.txt",
    "formula": "=cmd|' C'!A0.txt",
    "option": "--out=elsewhere.txt",
    "template": "{{ 7*7 }}{% raw %}.txt",
    "address": "http:evil.txt",
    "bidi": "a\u202etxt.exe.txt",
    "spaces": "   .txt",
    "percent": "%s%n%(x)s.txt",
    "hash": "a#1?b.txt",
    "not-utf8": os.fsdecode(b"a\xff\xfe.txt"),
    "tab": "a\tb.txt",
}


@pytest.mark.parametrize("kind", NAMES)
def test_a_document_of_any_name_is_read_and_its_name_stays_a_name(home: Path, check: Check, kind: str) -> None:
    name = NAMES[kind]
    (home / "in" / name).write_text(f"---\npublished: 2030-01-01\n---\n{ACT}", encoding="utf-8")
    done = check()
    hidden = name.startswith(".")
    assert done.code == 0
    assert len(done.lines) == (1 if hidden else 2)
    assert [one["reason"] for one in done.manifest["ignored"]] == (["hidden"] if hidden else [])
    assert {path.parent for path in done.out.rglob("*")} == {done.out}
    said = done.stdout + done.stderr
    assert not set(said) & set("\x1b\x07\r\u202e")
    assert not [line for line in said.splitlines() if line.startswith("::")], (
        "a log must not take a name for a command"
    )
    for page in done.pages().values():
        assert not [tag for tag, attrs in page.elements if any(key.startswith("on") for key in attrs)]


def test_a_name_does_not_lead_out_of_the_out_folder(home: Path, check: Check) -> None:
    (home / "in" / "deep" / "..." / "x").mkdir(parents=True)
    (home / "in" / "deep" / "x.txt").write_text(ACT, encoding="utf-8")
    (home / "other").mkdir()
    (home / "other" / "x.txt").write_text(ACT, encoding="utf-8")
    done = check(inputs=("in", "in/../other/x.txt", "in/deep/../../other"))
    assert done.code == 0
    assert set(done.lines) == {"deep/x.txt", "zz-good.txt", "x.txt"}


def test_links_that_lead_round_or_nowhere_or_to_a_folder_are_ignored_and_named(home: Path, check: Check) -> None:
    folder = home / "in"
    (folder / "round").symlink_to(folder, target_is_directory=True)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "a.txt").symlink_to(folder / "b.txt")
    (folder / "b.txt").symlink_to(folder / "a.txt")
    (folder / "gone.txt").symlink_to(folder / "nothing")
    (folder / "root").symlink_to("/", target_is_directory=True)
    done = check()
    assert done.code == 0
    assert {(Path(one["name"]).name, one["reason"]) for one in done.manifest["ignored"]} == {
        (name, "link") for name in ("round", "self.txt", "a.txt", "b.txt", "gone.txt", "root")
    }


@pytest.mark.parametrize("name", ["loop.txt", "gone.txt"])
def test_a_link_that_was_asked_for_and_leads_nowhere_is_an_error_of_its_own(
    home: Path, check: Check, name: str
) -> None:
    (home / "loop.txt").symlink_to(home / "loop.txt")
    (home / "gone.txt").symlink_to(home / "nothing")
    done = check(inputs=("in", name))
    assert done.code == 3
    assert done.error(name) in ("missing", "unreadable")


def test_pipes_sockets_and_devices_are_named_and_never_opened(home: Path, check: Check) -> None:
    import socket

    os.mkfifo(home / "in" / "pipe.txt")
    (home / "in" / "zero.txt").symlink_to("/dev/zero")
    (home / "in" / "terminal.html").symlink_to("/dev/tty")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(os.path.relpath(home / "in" / "socket.txt"))
        done = check()
        asked = check(inputs=("in", "in/pipe.txt", "/dev/zero"))
    assert done.code == 0
    reasons = {Path(one["name"]).name: one["reason"] for one in done.manifest["ignored"]}
    assert reasons == {"pipe.txt": "special", "zero.txt": "link", "terminal.html": "link", "socket.txt": "special"}
    assert asked.code == 3
    assert {name: asked.error(name) for name in ("in/pipe.txt", "/dev/zero")} == {
        "in/pipe.txt": "special", "/dev/zero": "special",
    }  # fmt: skip


def test_a_file_that_cannot_be_opened_is_named(home: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """As for a user without the right to read it: the administrator, whom tests may run as, has it always."""
    (home / "in" / "shut.txt").write_text(ACT, encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(sources.os, "open", _refusing(os.open))
        done = check()
    assert (done.code, done.error("shut.txt")) == (3, "unreadable")
    assert "shut.txt: cannot be opened (permission denied) [unreadable]" in done.stderr


def _refusing(original: object) -> object:
    def refuse(path: object, *given: object, **more: object) -> object:
        if str(path).endswith("shut.txt"):
            raise PermissionError(13, "Permission denied")
        return original(path, *given, **more)  # type: ignore[operator]

    return refuse


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read every file and folder")
def test_folders_and_files_without_permission_are_named(home: Path, check: Check) -> None:
    (home / "in" / "shut").mkdir(mode=0o000)
    (home / "in" / "shut.txt").write_text(ACT, encoding="utf-8")
    (home / "in" / "shut.txt").chmod(0o000)
    done = check(still=False)
    assert done.code == 3
    assert done.error("in/shut") == "unreadable"
    assert done.error("shut.txt") == "unreadable"


def test_a_file_that_fails_in_the_middle_of_being_read_is_named(home: Path, check: Check) -> None:
    memory = Path("/proc/self/mem")
    if not memory.exists():
        pytest.skip("this system has no file that opens and cannot be read")
    (home / "in" / "failing.txt").symlink_to(memory)
    done = check()
    assert (done.code, done.error("failing.txt")) == (3, "unreadable")


# --- what happens while it is read ------------------------------------------------------------------------------


@pytest.fixture
def between(monkeypatch: pytest.MonkeyPatch) -> object:
    """Does something to a file after it was listed and before it is read."""

    def at(name: str, act: object) -> None:
        original = sources.read_bytes
        done: list[str] = []

        def reading(source: Source, *given: object) -> bytes:
            if source.key == name and not done:
                done.append(name)
                act(source.path)  # type: ignore[operator]
            return original(source, *given)  # type: ignore[arg-type]

        from checker import corpus
        from checker.documents import reading as documents

        monkeypatch.setattr(documents, "read_bytes", reading)
        monkeypatch.setattr(corpus, "read_bytes", original)

    return at


def _replace_by_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _replace_by_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("act", "slug"),
    [(Path.unlink, "missing"), (_replace_by_pipe, "special"), (_replace_by_folder, "special")],
    ids=["gone", "pipe", "folder"],
)
def test_a_file_that_is_gone_or_something_else_by_the_time_it_is_read_is_named(
    home: Path, check: Check, between: object, act: object, slug: str
) -> None:
    (home / "in" / "a.txt").write_text(ACT, encoding="utf-8")
    between("a.txt", act)  # type: ignore[operator]
    done = check(still=False)
    assert (done.code, done.error("a.txt")) == (3, slug)


def test_a_file_that_changes_is_read_once_and_hash_and_words_are_of_what_was_read(
    home: Path, check: Check, between: object
) -> None:
    from hashlib import sha256

    (home / "in" / "a.txt").write_text("Nothing.\n", encoding="utf-8")
    between("a.txt", lambda path: path.write_text(ACT, encoding="utf-8"))  # type: ignore[operator]
    done = check(still=False)
    assert done.code == 0
    line = done.lines["a.txt"]
    assert line["document"]["sha256"] == sha256(ACT.encode()).hexdigest()
    assert ACT.startswith(line["claims"][0]["evidence"][0]["exact"])


def test_a_pipe_put_in_place_of_a_file_is_never_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the look at its kind and its opening, too."""
    path = tmp_path / "a.txt"
    path.write_text(ACT, encoding="utf-8")
    plain = path.stat()
    path.unlink()
    os.mkfifo(path)
    monkeypatch.setattr(Path, "stat", lambda self, **_: plain)
    found: list[str] = []

    def read() -> None:
        try:
            read_bytes(Source(path, "a.txt"))
        except InputError as error:
            found.append(error.slug)

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    reader.join(10)
    assert found == ["special"]


# --- where it writes --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["index.html", "results.jsonl", "run.json"])
def test_a_link_in_the_out_folder_is_not_followed(home: Path, name: str) -> None:
    from click.testing import CliRunner

    from checker.cli import main

    (home / "victim").write_text("mine", encoding="utf-8")
    (home / "out").mkdir()
    (home / "out" / name).symlink_to(home / "victim")
    before = everything(home)
    done = CliRunner().invoke(main, ["check", "in", "-o", "out"])
    assert done.exit_code == 2
    assert "[foreign-file]" in done.stderr
    assert everything(home) == before


def test_a_folder_that_shrinks_or_grows_while_it_is_listed_is_no_traceback(
    home: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    from checker.documents import folders

    (home / "in" / "sub").mkdir()
    (home / "in" / "sub" / "a.txt").write_text(ACT, encoding="utf-8")
    scandir = os.scandir

    def vanish(path: Path | int) -> object:
        if not isinstance(path, int) and Path(path).name == "sub":
            raise FileNotFoundError(2, "No such file or directory")
        return scandir(path)

    with monkeypatch.context() as patch:
        patch.setattr(folders.os, "scandir", vanish)
        done = check(still=False)
    assert (done.code, done.error("in/sub")) == (3, "unreadable"), done.stderr
