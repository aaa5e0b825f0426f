"""What INPUT arguments stand for."""

import os
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from checker.documents import folders, sources
from checker.documents.sources import Expansion, Source, expand_inputs, printable, read_bytes
from checker.errors import InputError, UsageError


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    root = tmp_path / "corpus"
    for name in (
        "b.txt",
        "a.md",
        "sub/d.txt",
        "sub/c.txt",
        "sub/deep/e.markdown",
        "sheet.xls",
        "page.svg",
        ".hidden.txt",
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("The ship left port.", encoding="utf-8")
    return root


def keys(expansion: Expansion) -> list[str]:
    return [source.key for source in expansion.sources]


def ignored(expansion: Expansion) -> set[tuple[str, str]]:
    return {(Path(entry.name).name, entry.reason) for entry in expansion.ignored}


def test_a_folder_is_read_in_the_order_of_names_and_keys_count_from_it(corpus: Path) -> None:
    found = expand_inputs([str(corpus)])
    assert keys(found) == ["a.md", "b.txt", "sub/c.txt", "sub/d.txt", "sub/deep/e.markdown"]
    assert ignored(found) == {("sheet.xls", "type"), ("page.svg", "type"), (".hidden.txt", "hidden")}
    assert found.unopened == ()


def test_a_file_named_by_itself_is_taken_whatever_its_suffix(corpus: Path) -> None:
    assert keys(expand_inputs([str(corpus / "page.svg")])) == ["page.svg"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["b.txt"]),
        ("*", ["a.md", "b.txt", "sub/c.txt", "sub/d.txt", "sub/deep/e.markdown"]),
        ("s?b/[cd].txt", ["sub/c.txt", "sub/d.txt"]),
        ("**/*.txt", ["b.txt", "sub/c.txt", "sub/d.txt"]),
        ("**/deep/*", ["sub/deep/e.markdown"]),
        ("**", ["a.md", "b.txt", "sub/c.txt", "sub/d.txt", "sub/deep/e.markdown"]),
        (".*.txt", []),
    ],
)
def test_patterns(corpus: Path, pattern: str, expected: list[str]) -> None:
    found = expand_inputs([str(corpus / pattern), "-"])
    assert keys(found) == [*expected, "stdin"]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "page[1].txt").write_text("x")
    assert keys(expand_inputs([str(tmp_path / "page[1].txt")])) == ["page[1].txt"]


def test_no_file_is_read_twice(corpus: Path) -> None:
    found = expand_inputs([str(corpus / "b.txt"), str(corpus / "*.txt")])
    assert keys(found) == ["b.txt"]
    assert ("b.txt", "repeated") in ignored(found)


def test_files_of_one_name_get_keys_that_differ(tmp_path: Path) -> None:
    for folder in ("one", "two", "three/one"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "x.txt").write_text("x")
    found = expand_inputs([str(tmp_path / folder / "x.txt") for folder in ("one", "two", "three/one")])
    assert len(set(keys(found))) == 3
    assert keys(found)[2] == "three/one/x.txt"
    assert not any(key.startswith("/") for key in keys(found))


def test_linked_folders_and_loops_are_named_and_not_entered(corpus: Path) -> None:
    (corpus / "loop").symlink_to(corpus, target_is_directory=True)
    (corpus / "self").symlink_to(corpus / "self")
    (corpus / "gone.txt").symlink_to(corpus / "nothing")
    found = expand_inputs([str(corpus)])
    assert len(keys(found)) == 5
    assert {("loop", "link"), ("self", "link"), ("gone.txt", "link")} <= ignored(found)
    assert keys(expand_inputs([str(corpus / "**" / "*.txt")])) == ["b.txt", "sub/c.txt", "sub/d.txt"]


def test_a_link_to_a_file_is_read(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("x")
    (corpus / "link.txt").symlink_to(tmp_path / "real.txt")
    assert "link.txt" in keys(expand_inputs([str(corpus)]))


def test_pipes_are_named_and_not_opened(corpus: Path) -> None:
    os.mkfifo(corpus / "pipe.txt")
    assert ("pipe.txt", "special") in ignored(expand_inputs([str(corpus)]))
    with pytest.raises(UsageError, match="is a pipe, a socket or a device: use - to read standard input"):
        expand_inputs([str(corpus / "pipe.txt")])
    with pytest.raises(InputError, match="not a regular file; use - to read a pipe") as caught:
        read_bytes(Source(corpus / "pipe.txt", "pipe.txt"))
    assert caught.value.slug == "special"


def test_a_folder_that_cannot_be_listed_is_named(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "sub":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(folders.os, "scandir", refuse)
    found = expand_inputs([str(corpus)])
    assert keys(found) == ["a.md", "b.txt"]
    assert [(entry.slug, entry.message) for entry in found.unopened] == [
        ("unreadable", f"the folder '{corpus / 'sub'}' cannot be read (permission denied)")
    ]


def test_the_only_input_missing_is_wrong_usage(tmp_path: Path) -> None:
    path = str(tmp_path / "nothing.txt")
    with pytest.raises(UsageError) as caught:
        expand_inputs([path])
    assert str(caught.value) == f"nothing to read: '{path}' does not exist: check the path"


def test_a_pattern_that_matches_nothing_is_wrong_usage(corpus: Path) -> None:
    pattern = str(corpus / "*.docx")
    with pytest.raises(UsageError) as caught:
        expand_inputs([pattern])
    assert str(caught.value) == (
        f"nothing to read: the pattern '{pattern}' matches nothing: "
        "check it, and quote it so that the shell leaves it alone"
    )


def test_a_missing_one_among_others_is_listed(corpus: Path) -> None:
    found = expand_inputs([str(corpus / "b.txt"), str(corpus / "typo.txt"), str(corpus / "*.docx")])
    assert keys(found) == ["b.txt"]
    assert [entry.slug for entry in found.unopened] == ["missing", "missing"]


def test_an_empty_folder_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^nothing to read: the folder '.*' is empty$"):
        expand_inputs([str(tmp_path)])


def test_a_folder_without_documents_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text("x")
    with pytest.raises(UsageError) as caught:
        expand_inputs([str(tmp_path)])
    assert str(caught.value) == "nothing to read: 1 other files found, none of a kind that is read"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "no input: name a file, a folder, a pattern in quotes, or - for standard input"),
        (["-", "-"], "'-' is standard input and can be read once: name it once"),
    ],
    ids=["none", "standard input twice"],
)
def test_wrong_usage(arguments: list[str], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        expand_inputs(arguments)
    assert str(caught.value) == message


def test_a_name_with_nul_does_not_exist() -> None:
    with pytest.raises(UsageError, match="does not exist"):
        expand_inputs(["a\0b"])


def test_standard_input_is_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO("Séoul".encode())))
    (source,) = expand_inputs(["-"]).sources
    assert (source.key, source.name, read_bytes(source)) == ("stdin", "standard input", "Séoul".encode())


def test_a_file_gone_in_the_meantime_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.txt: no such file") as caught:
        read_bytes(Source(tmp_path / "gone.txt", "gone.txt"))
    assert caught.value.slug == "missing"


def test_a_file_that_cannot_be_opened_says_so(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(sources.os, "open", refuse)
    with pytest.raises(InputError, match=r"b\.txt: cannot be opened \(permission denied\)") as caught:
        read_bytes(Source(corpus / "b.txt", "b.txt"))
    assert caught.value.slug == "unreadable"


@pytest.mark.parametrize(("size", "fits"), [(9, True), (10, True), (11, False)])
def test_the_size_limit_is_exact(tmp_path: Path, size: int, fits: bool) -> None:
    (tmp_path / "x.txt").write_bytes(b"x" * size)
    source = Source(tmp_path / "x.txt", "x.txt")
    if fits:
        assert len(read_bytes(source, limit=10)) == size
        return
    with pytest.raises(InputError, match="more than 10 bytes; split it into articles") as caught:
        read_bytes(source, limit=10)
    assert caught.value.slug == "too_large"


def test_bytes_of_a_name_that_are_no_text_are_written_out() -> None:
    assert printable(os.fsdecode(b"caf\xe9.txt")) == "caf\\xe9.txt"


def test_a_very_deep_folder_is_walked(tmp_path: Path) -> None:
    path = tmp_path
    for _ in range(300):
        path = path / "d"
    path.mkdir(parents=True)
    (path / "x.txt").write_text("x")
    assert len(expand_inputs([str(tmp_path)]).sources) == 1
