"""The out folder: a run is staged beside what is there and put in place at the end; foreign files are never touched."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from checker.errors import ReportError
from checker.formats.affairs import FILE as AFFAIRS
from checker.formats.affairs import SCHEMA as AFFAIR_SCHEMA
from checker.formats.journal import FILE as JOURNAL
from checker.formats.journal import SCHEMA as JOURNAL_SCHEMA
from checker.formats.results import FILE as RESULTS
from checker.formats.results import SCHEMA as RESULT_SCHEMA
from checker.formats.results import TEXT_SCHEMA, TEXTS

MANIFEST = "run.json"
SCHEMA = "checker/run/1"
_PAGE = re.compile(r"(?:index|affairs|d-[A-Za-z0-9_-]{1,120})\.html")
_PAGE_MARK = b'<meta name="generator" content="checker report">'
_STAGING = ".checker-staging-"
_HEAD = 4096
_FOOT = 65_536

_JOURNAL_HEAD = b'{"schema": "' + JOURNAL_SCHEMA.encode() + b'"'
_MARKS = {
    JOURNAL: re.compile(re.escape(_JOURNAL_HEAD)),
    RESULTS: re.compile(rb'\{\s*"schema": "' + re.escape(RESULT_SCHEMA.encode()) + b'"'),
    TEXTS: re.compile(rb'\{"schema": "' + re.escape(TEXT_SCHEMA.encode()) + b'"'),
    AFFAIRS: re.compile(rb'\{"schema": "' + re.escape(AFFAIR_SCHEMA.encode()) + b'"'),
    MANIFEST: re.compile(rb'\{\s*"schema": "' + re.escape(SCHEMA.encode()) + b'"'),
    "leads.csv": re.compile(rb"\xef\xbb\xbfdocument_id,source,title,"),
    "results.sqlite": re.compile(rb"SQLite format 3\x00.{52}chkr", re.DOTALL),
    "results.sarif": re.compile(rb'\{"\$schema": "[^"]{1,200}", "version": "2\.1\.0", "runs": \[\{"results": \['),
    "junit.xml": re.compile(rb'<\?xml [^>]{1,60}>\n<testsuites name="checker">'),
    "annotations.jsonld": re.compile(rb'\{"@context": "[^"]{1,60}", "id": "urn:checker:annotations"'),
}
"""How files of this program begin, beside its pages; the Parquet file carries its mark in its foot."""


class OutFolder:
    """A context in which files are written to ``staging`` and then published together.

    ``names`` are the machine formats' files of the run. Entering raises ReportError: ``foreign-file`` when a file of ours would take the name of one that is not, ``report``
    when the folder cannot be written. Leaving without ``publish`` leaves the folder as it was.
    """

    def __init__(self, out: Path, names: Collection[str] = (RESULTS,)) -> None:
        self.out = out
        self._names = ("index.html", *names, MANIFEST, JOURNAL)
        self._made = False
        self._locked: int | None = None

    def __enter__(self) -> OutFolder:
        try:
            self._made = not self.out.exists()
            self.out.mkdir(parents=True, exist_ok=True)
            self._lock()
            for name in self._names:
                self._refuse_foreign(name)
            self._clear()
            self.staging = Path(tempfile.mkdtemp(dir=self.out, prefix=_STAGING))
        except OSError as error:
            self._unlock()
            raise _refused(self.out, error) from error
        except ReportError:
            self._unlock()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self.staging, ignore_errors=True)
        self._unlock()
        if kind is not None and self._made and not any(self.out.iterdir()):
            self.out.rmdir()

    def _lock(self) -> None:
        """Keep other runs out of the folder until this one ends, however it ends; where the system has no such locks, not."""
        try:
            from fcntl import LOCK_EX, LOCK_NB, flock
        except ImportError:
            return
        self._locked = os.open(self.out, os.O_RDONLY)
        try:
            flock(self._locked, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            raise ReportError(
                f"another run is writing to '{self.out}': wait for it, or choose another folder with --out", "busy"
            ) from None

    def _unlock(self) -> None:
        """Let other runs in."""
        if self._locked is not None:
            os.close(self._locked)
            self._locked = None

    def _clear(self) -> None:
        """Remove what runs that were killed had staged; no other run is at work here."""
        for path in self.out.glob(f"{_STAGING}*"):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)

    def publish(self, manifest: Mapping[str, object]) -> tuple[Path, ...]:
        """Put the staged files in place, the manifest last, and remove earlier ones of ours; the paths, by name.

        ``manifest`` is written with the list of files and the digest of each. Raises ReportError as entering does; then nothing was replaced.
        """
        try:
            names = sorted(path.name for path in self.staging.iterdir())
            for name in names:
                self._refuse_foreign(name)
            earlier = [path for path in self._earlier() if path.name not in names]
            digests = {name: _digest(self.staging / name) for name in names}
            described = {"schema": SCHEMA, **manifest, "files": names, "sha256": digests}
            text = json.dumps(described, ensure_ascii=False, indent=1) + "\n"
            (self.staging / MANIFEST).write_text(text, encoding="utf-8", newline="\n")
            for name in (*names, MANIFEST):
                os.replace(self.staging / name, self.out / name)
            for path in earlier:
                path.unlink()
        except OSError as error:
            raise _refused(self.out, error) from error
        return tuple(self.out / name for name in (*names, MANIFEST))

    def _refuse_foreign(self, name: str) -> None:
        path = self.out / name
        if (path.exists() or path.is_symlink()) and not is_ours(path):
            raise ReportError(
                f"'{path}' exists and was not written by checker: choose another folder with --out", "foreign-file"
            )

    def _earlier(self) -> Iterator[Path]:
        """Files of an earlier run: those its manifest lists, and pages it left behind when it was stopped."""
        listed = set(_listed(self.out / MANIFEST))
        for path in sorted(self.out.iterdir()):
            known = path.name in listed or _PAGE.fullmatch(path.name) is not None
            if known and is_ours(path):
                yield path


@contextmanager
def writing_to(out: Path) -> Iterator[None]:
    """A context in which an error of the disk (full, read-only, gone) becomes a ReportError that names the folder."""
    try:
        yield
    except (OSError, ReportError) as error:
        cause = error if isinstance(error, OSError) else error.__cause__
        if isinstance(cause, BrokenPipeError):
            raise cause from None  # whoever read the terminal's lines has left; that is no fault of the disk
        if isinstance(cause, OSError):
            raise _refused(out, cause) from error
        raise


def is_ours(path: Path) -> bool:
    """True for a plain file that carries the mark of this program's pages, results or manifest."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if path.suffix == ".html":
        return _PAGE_MARK in head
    if path.name == "leads.parquet":
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - _FOOT))
            return b"checker/leads/1" in file.read()
    if path.name == JOURNAL and _JOURNAL_HEAD.startswith(head[: len(_JOURNAL_HEAD)]):
        return True  # the disk was full, or we were killed, before its first line was whole
    mark = _MARKS.get(path.name)
    return mark is not None and mark.match(head) is not None


def _listed(path: Path) -> tuple[str, ...]:
    """The file names of a manifest; names with a folder in them are nobody's but an intruder's, and are left out."""
    if not is_ours(path):
        return ()
    try:
        files = json.loads(path.read_text(encoding="utf-8")).get("files", ())
    except ValueError:
        return ()
    return tuple(name for name in files if isinstance(name, str) and Path(name).name == name)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _refused(out: Path, error: OSError) -> ReportError:
    why = error.strerror or str(error)
    return ReportError(f"cannot write to '{out}': {why}; choose another folder with --out")
