"""Pages say what is true: commands exist, slugs are explained, links lead somewhere, the README's blocks are one line."""

from __future__ import annotations

import ast
import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from checker.cli import COMMANDS, main
from checker.formats import folder, results
from checker.model import Label

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "benchmarks" / "README.md"])


def blocks(page: Path, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def lines_of_commands() -> Iterator[tuple[str, str]]:
    """Every command of ours that a page shows, with its page: in blocks, and in the middle of a sentence."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for block in [*blocks(page, "sh"), *blocks(page, "")]:
            for line in block.splitlines():
                for part in re.split(r"&&|\|", line):
                    found = re.search(r"(?:^|/bin/|\s)checker (.*)", part)
                    if found:
                        yield page.name, re.split(r"\s{3,}|\s+<\s", found[1])[0]
        for found in re.finditer(
            r"`(?:[\w./]*/bin/)?checker ([^`]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL)
        ):
            yield page.name, found[1]


COMMAND_LINES = sorted(set(lines_of_commands()))


def test_pages_show_commands() -> None:
    assert len(COMMAND_LINES) > 10


@pytest.mark.parametrize(("page", "line"), COMMAND_LINES, ids=[f"{page}: {line}" for page, line in COMMAND_LINES])
def test_a_command_that_a_page_shows_exists_with_its_options(page: str, line: str) -> None:
    words = shlex.split(line)
    command: click.Command = main
    context = click.Context(main)
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        name = words.pop(0)
        found = command.get_command(context, name)
        assert found is not None, f"{page}: there is no command '{name}'"
        command = found
    known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    asked = {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)} - {"--help", "-h"}
    assert asked <= known, f"{page}: no such option: {asked - known}"


def test_help_shows_for_each_command_what_the_command_says_of_itself() -> None:
    context = click.Context(main)
    for name, words in COMMANDS.items():
        command = main.get_command(context, name)
        assert command is not None
        assert (command.help or "").split("\n\n")[0].replace("\n", " ") == words


def slugs() -> dict[str, str]:
    """Every slug an error or failure of the code can carry, with the file that names it."""
    found: dict[str, str] = {}
    for path in sorted((ROOT / "checker").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            values: list[ast.expr] = []
            if isinstance(node, ast.Assign) and any(getattr(one, "id", "") == "slug" for one in node.targets):
                values = [node.value]
            elif isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                values = [one.value for one in node.keywords if one.arg == "slug"]
                place = {"Unopened": 1, "failed": 2, "Failure": 0}.get(name, 1 if name.endswith("Error") else 99)
                values += node.args[place : place + 1]
            for value in values:
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    found[value.value] = path.name
    return found


def test_every_slug_is_explained_and_none_that_does_not_exist() -> None:
    text = (ROOT / "docs" / "messages.md").read_text(encoding="utf-8").partition("## Notes")[0]
    explained = set(re.findall(r"^\| `([a-z_-]+)` \|", text, re.MULTILINE))
    used = slugs()
    assert len(used) > 20
    assert set(used) - explained == set(), "explain these in docs/messages.md"
    assert explained - set(used) == set(), "docs/messages.md explains what no longer exists"


def test_every_notice_is_explained() -> None:
    text = (ROOT / "docs" / "messages.md").read_text(encoding="utf-8").partition("## Notes")[2]
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "checker" / "documents").glob("*.py"))
    used = set(re.findall(r"f\"([a-z]+(?:_[a-z]+)+): ", code))
    assert len(used) > 5
    assert {one for one in used if f"`{one}`" not in text} == set()


def test_the_first_two_blocks_of_the_readme_are_one_line_each_and_need_nothing_else() -> None:
    first, second = blocks(ROOT / "README.md", "sh")
    for block in (first, second):
        assert block.count("\n") == 1
        assert block.startswith("python3 -m venv .venv && .venv/bin/pip install ")
    assert first.rstrip().endswith(".venv/bin/checker check tests/corpus/articles -o checker-report")
    assert ".[test]" in second
    assert second.rstrip().endswith(".venv/bin/pytest -n auto")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_of_a_page_lead_to_files_that_exist(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_labels_and_schemas_in_the_pages_are_those_of_the_code() -> None:
    text = (ROOT / "docs" / "output.md").read_text(encoding="utf-8")
    for word in (*(label.value for label in Label), results.SCHEMA, folder.SCHEMA, results.FILE, folder.MANIFEST):
        assert f"`{word}`" in text
    schema = json.loads((ROOT / "docs" / "result.schema.json").read_text(encoding="utf-8"))
    for name in schema["properties"]:
        assert f"`{name}`" in text
    for name in schema["$defs"]["claim"]["properties"]:
        assert f"`{name}`" in text


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_no_page_says_what_the_program_must_never_say(page: Path) -> None:
    text = page.read_text(encoding="utf-8").lower()
    if page.name == "CONTRIBUTING.md":
        text = text.replace("never `violator`, never `guilty`", "")
    assert "violator" not in text
    assert "guilty" not in text
