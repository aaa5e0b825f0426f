"""Templates with one style sheet and one script -> pages that hold all they need, each written whole or not at all."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup, escape

from checker.bundle import folder
from checker.errors import ReportError
from checker.views import Frame, Wording

_HEAD = 4096
_FIXED = re.compile(r'\{\{ say\("([\w.]+)"\) \}\}')


class Press:
    """The templates of one language with a style made of some sheets; ``mark`` tells the pages of one kind."""

    def __init__(self, words: Wording, mark: str, sheets: Sequence[str], known_to: str) -> None:
        reports = folder("reports")
        self.words, self.mark, self.known_to = words, mark, known_to
        self.static = reports / "static"
        self.style = "".join(_asset(self.static / f"{sheet}.css") for sheet in sheets)
        self.scripts: dict[str, str] = {}
        self.templates = Environment(
            loader=FileSystemLoader(reports / "templates"),
            extensions=[_with_words(words)],
            autoescape=True,
            optimized=False,  # there are hardly any constants to fold, and looking for them takes longer than it saves
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.templates.globals.update(say=words.say)

    def page(
        self, template: str, page: object, title: str, script: str, notices: Sequence[str], language: str = ""
    ) -> str:
        """The page of a template; ``language`` is that of its title where it is not the words' own.

        ``script`` names one file of scripts, or several joined by a plus sign.
        """
        if script not in self.scripts:
            self.scripts[script] = "".join(_asset(self.static / f"{part}.js") for part in script.split("+"))
        frame = self._frame(title, language or self.words.language, self.scripts[script], tuple(notices))
        return self.templates.get_template(template).render(page=page, frame=frame)

    def write(self, path: Path, text: str) -> Path:
        """Write a page whole or not at all: a temporary file in the same folder, then a rename.

        Raises ReportError when a file that is not of this kind has the name.
        """
        self.refuse_foreign(path)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".checker-", suffix=".tmp")
        try:
            with open(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            Path(name).chmod(0o666 & ~_umask())
            os.replace(name, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(name)
            raise
        return path

    def refuse_foreign(self, path: Path) -> None:
        """Raises ReportError when ``path`` exists and is no page of this kind."""
        if path.exists() and not (path.is_file() and self._is_ours(path)):
            raise ReportError(
                f"'{path}' exists and was not written by checker: choose another folder with --out",
                slug="foreign-file",
            )

    def remove_earlier(self, out: Path, pattern: str, kept: set[str]) -> None:
        """Remove the pages of this kind that an earlier run wrote and this one did not."""
        for path in sorted(out.glob(pattern)):
            if path.is_file() and path.name not in kept and self._is_ours(path):
                path.unlink()

    def _is_ours(self, path: Path) -> bool:
        with path.open("rb") as file:
            return f'<meta name="generator" content="{self.mark}">'.encode() in file.read(_HEAD)

    def _frame(self, title: str, tab_language: str, script: str, notices: tuple[str, ...]) -> Frame:
        return Frame(
            language=self.words.language,
            title=title,
            tab_language=tab_language,
            policy="; ".join(
                (
                    "default-src 'none'",
                    f"style-src '{_digest(self.style)}'",
                    f"script-src '{_digest(script)}'",
                    "base-uri 'none'",
                    "form-action 'none'",
                )
            ),
            style=Markup(self.style),
            script=Markup(script),
            notices=notices,
            known_to=self.known_to,
            mark=self.mark,
        )


class Written:
    """A context that turns a refusal of the file system into a ReportError that says what to do."""

    def __init__(self, out: Path, what: str) -> None:
        self.out, self.what = out, what

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError):
            why = error.strerror or str(error)
            raise ReportError(
                f"cannot write {self.what} to '{self.out}': {why}; choose another folder with --out"
            ) from error


def _with_words(words: Wording) -> type[Extension]:
    """Puts words that never change into the text of a template: the less stands in braces, the sooner it is compiled."""

    def fixed(call: re.Match[str]) -> str:
        try:
            said = words.say(call[1])
        except ReportError:
            return call[0]  # an error only where the page comes to it
        return call[0] if "{" in said else escape(said)

    class Words(Extension):
        def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
            return _FIXED.sub(fixed, source)

    return Words


def _asset(path: Path) -> str:
    """A style sheet or script as it stands inside a page; refuses what would end its element."""
    text = path.read_text(encoding="utf-8")
    if "</s" in text.lower() or "<!--" in text:
        raise ReportError(f"{path.name} holds characters that would end its element in a page")
    return text


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
