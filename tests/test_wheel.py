"""What an installation holds: one top-level name, and the data inside it."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
builders = pytest.importorskip("hatchling.builders.wheel", reason="hatchling is not installed here")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    return Path(next(builders.WheelBuilder(str(ROOT)).build(directory=str(out), versions=["standard"])))


@pytest.fixture(scope="module")
def names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_the_wheel_adds_checker_and_no_other_name(names: list[str]) -> None:
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"checker"}


@pytest.mark.parametrize("folder", ["reference", "reports"])
def test_every_file_of_the_data_folders_is_bundled(names: list[str], folder: str) -> None:
    here = {f"checker/_bundle/{path.relative_to(ROOT)}" for path in (ROOT / folder).rglob("*") if path.is_file()}
    assert here
    assert here <= set(names)


def test_every_module_and_the_licence_are_in_it(names: list[str]) -> None:
    modules = {str(path.relative_to(ROOT)) for path in (ROOT / "checker").rglob("*.py")}
    assert modules <= set(names)
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert "checker/py.typed" in names


def test_the_wheel_works_without_the_checkout(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    article = tmp_path / "a.txt"
    article.write_text("Moscow bought shells from North Korea last month, Washington said.\n", encoding="utf-8")
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); import checker; "
        f"assert checker.__file__.startswith({str(tmp_path)!r}), checker.__file__; "
        "from checker.cli import main; main()"
    )
    asked = ["check", str(article), "--published", "2022-11-03", "-o", str(tmp_path / "out")]
    run = subprocess.run([sys.executable, "-c", code, *asked], capture_output=True, text=True, cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "out" / "index.html").is_file()
