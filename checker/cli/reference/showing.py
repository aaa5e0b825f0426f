"""``checker reference show``: a paragraph, resolution or regime, named by its id or as people cite it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from checker.cli.options import DAY, reference_with
from checker.cli.reference.asked import OVERLAY, first_limbs, iso
from checker.cli.tabular import write_rows
from checker.errors import UsageError
from checker.force import answer
from checker.model import Period, Provision
from checker.reference import Reference


@click.command("show")
@click.argument("name", nargs=-1, required=True)
@click.option("--on", type=DAY, help="Say also whether it binds on this day.")
@click.option("--language", type=click.Choice(["en", "fr"]), default="en", show_default=True, help="Of the output.")
@OVERLAY
def show(name: tuple[str, ...], on: date | None, language: str, overlay: Path | None) -> None:
    """Show a provision (1718:8(b)), all of a resolution (1718), or a regime (dprk), with days and elements.

    A provision may be named as people cite it: "resolution 1718 (2006), para. 8 (b)", "1718 OP 8 (b)", "résolution 1718
    (2006), alinéa b) du paragraphe 8".
    """
    reference = reference_with(overlay)
    words = " ".join(name)
    if words in reference.regimes:
        _regime(words, on, reference)
        return
    from checker.match.pin_cites import ids_of, pin_of

    ids = ids_of(words, reference)
    if ids:
        _paragraphs(ids, on, language, reference)
        return
    number = int(words) if words.isdecimal() and len(words) < 6 else None
    pin = pin_of(words)
    if pin is not None and not pin.paragraphs and pin.year in (None, _year(pin.resolution, reference)):
        number = pin.resolution
    if number is not None and number in reference.resolutions:
        _resolution(number, on, reference)
        return
    raise UsageError(_absent(words, reference), "name")


def short(one: Provision, on: date | None) -> dict[str, object]:
    """A paragraph as one row: days, kind, tier and summary; with a day also whether it binds."""
    row: dict[str, object] = {
        "id": one.id, "from": iso(one.periods[0].first_day), "to": iso(one.periods[-1].last_day)
    }  # fmt: skip
    if on is not None:
        row["on that day"] = answer(one.periods, Period(on, on)).force.value
    return {**row, "kind": one.kind.value, "tier": one.tier.value, "summary": one.summary}


def _paragraphs(ids: tuple[str, ...], on: date | None, language: str, reference: Reference) -> None:
    from checker.corpus import names_of
    from checker.formats.paragraph import paragraph_lines
    from checker.lawbook.paragraphs import paragraph_view
    from checker.lawbook.places import Places
    from checker.views import wording

    places = Places(reference, wording(language))
    names = names_of(reference)
    for at, one in enumerate(ids):
        if at:
            click.echo()
        limbs = reference.by_id(one)
        view = paragraph_view(limbs, on or reference.known_to, names, places)
        for text in paragraph_lines(view, limbs[0], on, places):
            click.echo(text)


def _regime(name: str, on: date | None, reference: Reference) -> None:
    regime = reference.regimes[name]
    click.echo(f"{regime.id}: {regime.name} ({regime.status}); targets {', '.join(regime.targets) or 'none'}")
    if regime.note:
        click.echo(f"  {regime.note}")
    _rows([one for one in reference.provisions if one.regime == name], on)


def _resolution(number: int, on: date | None, reference: Reference) -> None:
    resolution = reference.resolutions[number]
    adopted = iso(resolution.adopted) or "on a day not held"
    click.echo(f"S/RES/{number} ({resolution.year}), adopted {adopted}: {resolution.about}")
    links = (
        ("amends", [(one.amended, one.kind) for one in reference.amends(str(number))]),
        ("amended by", [(one.amending, one.kind) for one in reference.amended_by(str(number))]),
    )
    for way, ends in links:
        if ends:
            told = dict.fromkeys(f"{name} ({kind})" if kind else name for name, kind in ends)
            click.echo(f"  {way} {', '.join(told)}")
    _rows([one for one in reference.provisions if one.resolution == number], on)


def _rows(found: list[Provision], on: date | None) -> None:
    write_rows([short(one, on) for one in first_limbs(found)], "table")


def _year(number: int, reference: Reference) -> int | None:
    held = reference.resolutions.get(number)
    return held.year if held is not None else None


def _absent(words: str, reference: Reference) -> str:
    """Why nothing is called that, and what to try."""
    from checker.match.pin_cites import names_only_a_paragraph, pin_of, wrong_year

    ways = "try a paragraph as 1718:8(b), a citation as 'resolution 1718, para. 8 (b)', a number as 1718, or a regime"
    pin = pin_of(words)
    if names_only_a_paragraph(words):
        return f"'{words}' names a paragraph and no resolution: put the number before it, as 1718 OP 8 (b)"
    if pin is None:
        return f"nothing is called '{words}': {ways}"
    year = wrong_year(pin, reference)
    if year is not None:
        return f"resolution {pin.resolution} is of {year}, not of {pin.year}: leave the year out or correct it"
    if pin.resolution not in reference.resolutions:
        return f"resolution {pin.resolution} is not held in these tables: 'checker reference list resolutions'"
    cited = ", ".join(pin.paragraphs)
    every = f"'checker reference show {pin.resolution}' lists those that are"
    return f"paragraph {cited} of resolution {pin.resolution} is not held in these tables: {every}"
