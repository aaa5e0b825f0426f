"""The YAML in front of an article."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.documents import frontmatter
from checker.documents.frontmatter import FrontMatter, read_front_matter


def front(yaml: str) -> FrontMatter:
    return read_front_matter(f"---\n{yaml}\n---\n\nThe ship left port.")


def test_all_fields() -> None:
    text = (
        '---\ntitle: "A port, a ship: a story"\npublished: 2024-05-14\nlanguage: fr\n'
        "outlet: The Harbour Post\nsynthetic: true\nmanner: wire\n---\nBody"
    )
    found = read_front_matter(text)
    assert found == FrontMatter(
        end=text.index("\nBody"),
        title="A port, a ship: a story",
        published=date(2024, 5, 14),
        language="fr",
        outlet="The Harbour Post",
        synthetic=True,
    )


@pytest.mark.parametrize(
    "text",
    ["", "Text", "Text\n---\ntitle: x\n---\n", "---\n\nBetween two rules.\n\n---\n", "----\ntitle: x\n----\n", "---"],
    ids=["nothing", "text", "not at the start", "rules across the page", "four hyphens", "three hyphens"],
)
def test_texts_without_front_matter(text: str) -> None:
    assert read_front_matter(text) == FrontMatter()


@pytest.mark.parametrize(
    ("yaml", "field", "value"),
    [
        ("published: 2024-05-14T23:30:00-05:00", "published", date(2024, 5, 14)),
        ("date: 14 May 2024", "published", date(2024, 5, 14)),
        ("published: 14/05/2024", "published", date(2024, 5, 14)),
        ("language: fr\npublished: 03/04/2024", "published", date(2024, 4, 3)),
        ("language: no", "language", "no"),
        ("lang: fr-CA", "language", "fr"),
        ("language: English", "language", "en"),
        ("Title: Ships", "title", "Ships"),
        ("title: |\n  Two\n  lines", "title", "Two lines"),
        ("synthetic: yes", "synthetic", True),
        ("synthetic: no", "synthetic", False),
        ("source: The Post", "outlet", "The Post"),
        ('title: "half a \\ud800 pair\\x07"', "title", "half a  pair"),
    ],
)
def test_a_field(yaml: str, field: str, value: object) -> None:
    assert getattr(front(yaml), field) == value
    assert front(yaml).notices == ()


@pytest.mark.parametrize(
    ("yaml", "notice"),
    [
        pytest.param(
            "title: Ships: a story",
            "front_matter: no valid YAML in line 2 (quote a title that holds a colon); "
            "only its simple lines were read",
            id="a colon in the title",
        ),
        pytest.param(
            "title: &a Ships\noutlet: *a",
            "front_matter: line 2 uses an anchor, an alias or a tag; only its simple lines were read",
            id="anchors",
        ),
        pytest.param(
            "title: !!python/name:os.system x",
            "front_matter: line 2 uses an anchor, an alias or a tag; only its simple lines were read",
            id="tags",
        ),
        pytest.param(
            f"title: {'[' * 4000}",
            "front_matter: nested more than 8 deep; only its simple lines were read",
            id="brackets without end",
        ),
        pytest.param(
            "published: 2024-02-30", "front_matter: '2024-02-30' is no day such as 2022-11-03", id="no such day"
        ),
        pytest.param(
            "published: 03/04/2024", "front_matter: '03/04/2024' is no day such as 2022-11-03", id="an ambiguous day"
        ),
        pytest.param(
            "language: Klingon", "front_matter: 'Klingon' is no language code such as en or fr", id="no language"
        ),
        pytest.param(
            'title: "\\UFFFFFFFF"',
            "front_matter: no valid YAML (quote a title that holds a colon); only its simple lines were read",
            id="an escape beyond Unicode",
        ),
        pytest.param(
            "- 1\nkey: 2",
            "front_matter: no valid YAML in line 3 (quote a title that holds a colon); "
            "only its simple lines were read",
            id="a list and a key",
        ),
    ],
)
def test_bad_front_matter_is_a_notice(yaml: str, notice: str) -> None:
    assert front(yaml).notices == (notice,)


def test_simple_lines_are_read_from_yaml_that_is_refused() -> None:
    found = front("title: Ships: a story\npublished: 2024-05-14\noutlet: *a")
    assert (found.title, found.published, found.outlet) == ("Ships: a story", date(2024, 5, 14), "")


@pytest.mark.parametrize(("size", "closes"), [(16_000, True), (17_000, False)])
def test_sixteen_kilobytes_are_read_and_no_more(size: int, closes: bool) -> None:
    found = front(f"title: Ships\nnote: {'x' * size}")
    assert bool(found.end) is closes
    expected = "front_matter: opens with --- and does not close within 16384 characters, so it is read as text"
    assert found.notices == (() if closes else (expected,))


@given(st.text(alphabet=st.sampled_from("a:-[]{}&*!|>\"'\n \t#?,%@`0\\u\u00e9"), max_size=60))
def test_no_front_matter_ever_fails(yaml: str) -> None:
    text = f"---\ntitle: x\n{yaml}\n---\nBody"
    found = read_front_matter(text)
    assert 0 <= found.end <= len(text)
    assert found.title.encode("utf-8").decode() == found.title


PIECES = st.sampled_from(
    [*"ab:#-'\"{}[],&*!|>%@`? \t\\~=.é’“\u00a0\u2028\u0085\ufeff19\x07", ": ", " #", "no", "---"]
)
VALUES = st.lists(PIECES, max_size=8).map("".join)
LINES = st.one_of(
    st.builds("{}: {}".format, st.sampled_from(["title", "a", "no", "null"]), VALUES),
    st.builds('{}: "{}"'.format, st.sampled_from(["title", "a"]), VALUES),
    VALUES,
)


@given(st.lists(LINES, min_size=1, max_size=3))
def test_lines_that_leave_no_doubt_are_read_as_yaml_reads_them(lines: list[str]) -> None:
    source = "\n".join(lines) + "\n"
    read = frontmatter._read_sure_lines(source)
    assert not read or read == frontmatter._read_yaml(source)


def test_plain_front_matter_is_read_without_a_reader_of_yaml() -> None:
    source = "title: \"Ports, ships: a story\"\nlanguage: no\n\ndate: 2024-05-14\nno: 'x' y\n"
    assert frontmatter._read_sure_lines(source) == {}
    assert frontmatter._read_sure_lines(source.replace("no: 'x' y\n", "")) == {
        "title": "Ports, ships: a story",
        "language": "no",
        "date": "2024-05-14",
    }
