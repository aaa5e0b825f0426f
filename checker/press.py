"""Templates with their style sheets and scripts -> pages that hold all they need, each written whole or not at all."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.ext import Extension
from markupsafe import Markup, escape

from checker.bundle import folder
from checker.errors import ReportError
from checker.views import Frame, Wording

_HEAD = 4096
_INDENT = re.compile(r"^[ \t]+|\n(?=\n)", re.MULTILINE)
_FIXED = re.compile(r'\{\{ say\("([\w.]+)"\) \}\}')


class Press:
    """The templates of one language with their style sheets; ``mark`` tells the pages of one kind.

    A folder of ``own`` templates is looked into first; what it overrides it extends as ``checker/<name>``, and its
    ``style.css`` comes after the other sheets. Whatever it does, the standing notices and the policy stay.
    """

    def __init__(
        self, words: Wording, mark: str, sheets: Sequence[str], known_to: str, own: Path | None = None
    ) -> None:
        reports = folder("reports")
        self.words, self.mark, self.known_to, self.own = words, mark, known_to, own
        self.static = reports / "static"
        self.sheets = tuple(sheets)
        self.assets: dict[str, str] = {}
        self.templates = Environment(
            loader=_loader(reports / "templates", own),
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
        self,
        template: str,
        page: object,
        title: str,
        script: str,
        notices: Sequence[str],
        language: str = "",
        sheets: Sequence[str] = (),
        documents: Sequence[str] = (),
    ) -> str:
        """The page of a template; ``language`` is that of its title where it is not the words' own.

        ``script`` names the files of scripts, joined by plus signs; ``sheets`` come after those of the press;
        ``documents`` are parts that the page holds. Raises ReportError (slug ``templates``) when templates of the
        caller's cannot be used.
        """
        styles = [self._asset(f"{name}.css") for name in (*self.sheets, *sheets)]
        if self.own is not None and (self.own / "style.css").is_file():
            styles.append(_asset(self.own / "style.css"))
        scripts = [self._asset(f"{name}.js") for name in script.split("+")]
        frame = self._frame(title, language or self.words.language, styles, scripts, tuple(notices))
        if documents:
            frame = replace(frame, documents=tuple(Markup(one) for one in documents))
        text = self._rendered(template, page, frame)
        if self.own is not None:
            self._refuse_loss(template, text, frame)
        return text

    def part(self, template: str, page: object, title: str, prefix: str) -> str:
        """The page of a template as a part of a file that holds several; ``prefix`` stands before its ids."""
        frame = self._frame(title, self.words.language, (), (), ())
        return self._rendered(template, page, replace(frame, base="part.html", prefix=prefix, home="#main"))

    def _rendered(self, template: str, page: object, frame: Frame) -> str:
        if self.own is None:
            return self.templates.get_template(template).render(page=page, frame=frame)
        try:
            return self.templates.get_template(template).render(page=page, frame=frame)
        except TemplateError as error:
            at = (
                f"{error.name or template}, line {error.lineno}"
                if isinstance(error, TemplateSyntaxError)
                else template
            )
            raise ReportError(f"--templates {self.own}: {at}: {error.message}", "templates") from error

    def _refuse_loss(self, template: str, text: str, frame: Frame) -> None:
        if any(str(escape(needed)) not in text for needed in (frame.policy, *frame.notices)):
            raise ReportError(
                f"--templates {self.own}: {template} has lost a standing notice or the policy: keep both of base.html",
                "templates",
            )

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

    def _asset(self, name: str) -> str:
        if name not in self.assets:
            self.assets[name] = _asset(self.static / name)
        return self.assets[name]

    def _frame(
        self, title: str, tab_language: str, styles: Sequence[str], scripts: Sequence[str], notices: tuple[str, ...]
    ) -> Frame:
        return Frame(
            language=self.words.language,
            title=title,
            tab_language=tab_language,
            base="base.html",
            prefix="",
            policy="; ".join(
                (
                    "default-src 'none'",
                    " ".join(("style-src", *map(_digest, styles))),
                    " ".join(("script-src", *map(_digest, scripts))),
                    "base-uri 'none'",
                    "form-action 'none'",
                )
            ),
            styles=tuple(Markup(one) for one in styles),
            scripts=tuple(Markup(one) for one in scripts),
            notices=notices,
            home="index.html",
            documents=(),
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


def _loader(built_in: Path, own: Path | None) -> BaseLoader:
    ours = FileSystemLoader(built_in)
    if own is None:
        return ours
    return ChoiceLoader([FileSystemLoader(own), ours, PrefixLoader({"checker": ours})])


def _asset(path: Path) -> str:
    """A style sheet or script as it stands inside a page, without indentation; refuses what would end its element."""
    text = path.read_text(encoding="utf-8")
    if "</s" in text.lower() or "<!--" in text:
        raise ReportError(f"{path.name} holds characters that would end its element in a page")
    return _INDENT.sub("", text)


def _digest(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
