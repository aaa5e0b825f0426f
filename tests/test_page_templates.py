"""Templates of the caller's, one file for a whole report, and a language that needs no Python."""

from __future__ import annotations

import importlib
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import report_samples as samples
from click.testing import CliRunner
from page_reader import Page

from checker import bundle
from checker.cli import main
from checker.errors import ReportError
from checker.report import write_report
from checker.views import languages, wording

BYLINE = """{% extends "checker/document.html" %}
{% block masthead %}<p class="house">The Valmorin Courier</p>{{ super() }}{% endblock %}
"""


def own(tmp_path: Path, **files: str) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


def written(tmp_path: Path, folder: Path, single: bool = False) -> dict[str, str]:
    paths = write_report(samples.everything(), tmp_path / "out", samples.RUN, single=single, templates=folder)
    return {path.name: path.read_text(encoding="utf-8") for path in paths}


# --- templates --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("single", [False, True])
def test_a_template_of_ones_own_overrides_a_block_and_keeps_the_rest(tmp_path: Path, single: bool) -> None:
    pages = written(tmp_path, own(tmp_path, document_html=BYLINE), single)
    page = Page(pages["index.html" if single else "d-pier.html"])
    assert page.words.count("The Valmorin Courier") == (3 if single else 1)
    assert "In ten seconds" in page.words
    assert "They establish nothing." in page.words


def test_a_style_sheet_of_ones_own_comes_last_and_its_hash_is_allowed(tmp_path: Path) -> None:
    pages = written(tmp_path, own(tmp_path, style_css=":root { --accent: #7a1f3d; }"))
    page = Page(pages["d-pier.html"])
    assert page.raw["style"][-1] == ":root { --accent: #7a1f3d; }"
    assert page.meta("Content-Security-Policy").partition("script-src")[0].count("'sha256-") == len(page.raw["style"])


def test_words_stay_escaped_in_templates_of_ones_own(tmp_path: Path) -> None:
    text = '{% extends "checker/document.html" %}{% block masthead %}<h1>{{ page.title }}</h1>{% endblock %}'
    folder = own(tmp_path, document_html=text)
    write_report((samples.hostile(),), tmp_path / "out", samples.RUN, templates=folder)
    page = Page((tmp_path / "out" / "d-hostile.html").read_text(encoding="utf-8"))
    assert "img" not in [tag for tag, _ in page.elements]
    assert "<script>alert(1)</script>" in page.words


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("document_html", "{% block %}", "document.html, line 1"),
        ("document_html", '{% extends "checker/document.html" %}{% block box %}{{ page.nothing }}{% endblock %}', "nothing"),
        ("document_html", '{% extends "checker/other.html" %}', "other.html"),
        ("base_html", "<!doctype html>{% block content %}{% endblock %}", "has lost a standing notice or the policy"),
    ],
)  # fmt: skip
def test_a_template_that_cannot_be_used_is_named(tmp_path: Path, name: str, text: str, says: str) -> None:
    folder = own(tmp_path, **{name: text})
    with pytest.raises(ReportError, match=re.escape(says)) as told:
        written(tmp_path, folder)
    assert told.value.slug == "templates"


def test_a_folder_that_is_none_or_holds_no_template_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nothing happened.", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    for folder, says in (("absent", "no such folder"), ("empty", "holds none of the templates")):
        asked = ["check", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "--templates", str(tmp_path / folder)]
        done = CliRunner().invoke(main, asked)
        assert done.exit_code == 2
        assert says in done.stderr
        assert "[templates]" in done.stderr
        assert not (tmp_path / "out").exists()


def test_the_command_line_takes_templates_and_leaves_no_page_behind_when_they_fail(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nothing happened.", encoding="utf-8")
    folder = own(tmp_path, document_html="{% nonsense %}")
    asked = ["check", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "--templates", str(folder)]
    done = CliRunner().invoke(main, asked)
    assert done.exit_code == 2
    assert "document.html, line 1" in done.stderr
    assert not list(tmp_path.glob("out/[!.]*"))
    (folder / "document.html").write_text(BYLINE, encoding="utf-8")
    assert CliRunner().invoke(main, asked).exit_code == 0
    run = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert run["options"]["--templates"] == "own"


# --- one file ---------------------------------------------------------------------------------------------------


def test_a_single_file_is_one_file_and_replaces_a_folder_of_pages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Moscow bought shells from North Korea, Washington said.", encoding="utf-8")
    asked = ["check", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "--published", "2022-11-03"]
    assert CliRunner().invoke(main, asked).exit_code == 0
    assert len(list((tmp_path / "out").glob("*.html"))) == 2
    assert CliRunner().invoke(main, [*asked, "--single-file"]).exit_code == 0
    assert [path.name for path in (tmp_path / "out").glob("*.html")] == ["index.html"]


def test_ids_of_a_single_file_are_unique_and_every_fragment_leads_somewhere(tmp_path: Path) -> None:
    (path,) = write_report(samples.everything(), tmp_path, samples.RUN, "fr", single=True)
    page = Page(path.read_text(encoding="utf-8"))
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.all("href") if href.startswith("#")} <= set(ids)
    assert not [href for href in page.all("href") if href.endswith(".html") and "://" not in href]


# --- a third language -------------------------------------------------------------------------------------------


@pytest.fixture
def with_third(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The reports folder with a locale more: its months, plurals, grouping and words are its own."""
    reports = tmp_path / "reports"
    shutil.copytree(bundle.folder("reports"), reports)
    data = json.loads((reports / "locale" / "en.json").read_text(encoding="utf-8"))
    data["date"] = {"first": "1.", "months": [f"{n}. month" for n in range(1, 13)]}
    data["plural"] = {"one": [1], "few": [2, 3, 4]}
    data["number"] = {"group": ".", "decimal": ","}
    for key, words in data["words"].items():
        data["words"][key] = (
            {"one": words["one"], "few": words["other"], "other": words["other"]}
            if isinstance(words, dict)
            else words.replace("Lead", "Hinweis")
        )
    (reports / "locale" / "xx.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    real = bundle.folder
    for module in ("checker.press", "checker.views.wording"):
        found = importlib.import_module(module)  # by its name: the package has a function called wording too
        monkeypatch.setattr(found, "folder", lambda name: reports if name == "reports" else real(name))
    wording.cache_clear()
    yield "xx"
    wording.cache_clear()


def test_a_third_language_is_one_file_of_words(with_third: str, tmp_path: Path) -> None:
    assert with_third in languages()
    for path in write_report(samples.everything(), tmp_path / "out", samples.RUN, with_third):
        text = path.read_text(encoding="utf-8")
        page = Page(text)
        assert '<html lang="xx">' in text
        assert "They establish nothing." in page.words
        assert "11. month 2025" in page.words or path.name == "index.html"
    assert "Hinweis 1" in (tmp_path / "out" / "d-pier.html").read_text(encoding="utf-8")
