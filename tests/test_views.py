from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import report_samples as samples
from hypothesis import given
from hypothesis import strategies as st

from checker.bundle import folder
from checker.errors import ReportError
from checker.lawbook.page_shapes import DayPage, IndexPage, RegimePage, TextsPage
from checker.model import (
    Activity,
    Block,
    BlockKind,
    Certainty,
    Document,
    Evidence,
    Force,
    ForceAnswer,
    Item,
    Label,
    LegalLink,
    Outcome,
    Party,
    Period,
    ProvisionPeriod,
    Skipped,
    Speaker,
    Status,
    Tier,
)
from checker.views import (
    DocumentView,
    Frame,
    IndexView,
    describe,
    document_view,
    index_row,
    index_view,
    languages,
    standing_notices,
    unread,
    wording,
)
from checker.views import naming as naming
from checker.views.affair_shapes import AffairNote, AffairsView
from checker.views.document import in_order
from checker.views.drawing import bars, timeline
from checker.views.marking import Mark, Piece, breaks, clean, context, cut, line, pieces, share

EN, FR = wording("en"), wording("fr")
REPORTS = folder("reports")
LOCALES = {
    code: json.loads((REPORTS / "locale" / f"{code}.json").read_text(encoding="utf-8")) for code in languages()
}
SLOT = re.compile(r"\{(\w+)\}")


# --- words ------------------------------------------------------------------------------------------------------


def forms(words: str | dict[str, str]) -> list[str]:
    return [words] if isinstance(words, str) else list(words.values())


def used_keys() -> tuple[set[str], set[str]]:
    """Keys named whole in templates and code, and the openings of those that are put together."""
    whole: set[str] = set()
    openings: set[str] = set()
    package = Path(naming.__file__).parent
    sources = [
        *sorted((REPORTS / "templates").rglob("*.html")),
        *sorted(package.glob("*.py")),
        *sorted((package.parent / "lawbook").glob("*.py")),
        *sorted((package.parent / "formats").glob("*.py")),
        *sorted((package.parent / "review").glob("*.py")),
        *sorted((package.parent / "frames").glob("*.py")),
        package.parent / "report.py",
    ]
    for path in sources:
        text = path.read_text(encoding="utf-8")
        whole |= set(re.findall(r"[\"']([a-z_]+(?:\.[a-z_0-9]+)*)[\"']", text))
        openings |= set(re.findall(r"(?:say|has)\(\s*f?\"([a-z_.]+\.)[\"{]", text))
        openings |= {f"{group}." for group in re.findall(r"\.name\([\"']([a-z_]+)[\"']", text)}
        openings |= set(re.findall(r"f\"([a-z_]+\.)\{", text))
    return whole, openings


def test_every_locale_has_the_same_keys_so_no_string_is_missing() -> None:
    assert set(LOCALES) >= {"en", "fr"}
    for code, data in LOCALES.items():
        assert set(data["words"]) == set(LOCALES["en"]["words"]), code


def test_every_translation_fills_the_same_slots() -> None:
    for key, english in LOCALES["en"]["words"].items():
        wanted = {frozenset(SLOT.findall(form)) for form in forms(english)}
        for code, data in LOCALES.items():
            assert {frozenset(SLOT.findall(form)) for form in forms(data["words"][key])} == wanted, (code, key)


def test_every_plural_has_the_forms_of_its_language() -> None:
    for code, data in LOCALES.items():
        for key, words in data["words"].items():
            if isinstance(words, dict):
                assert set(words) == {*data["plural"], "other"}, (code, key)


def test_every_key_that_pages_use_has_words_and_every_word_is_used() -> None:
    whole, openings = used_keys()
    keys = set(LOCALES["en"]["words"])
    named = set(re.findall(r"say\(\s*\"([^\"]+)\"[,)]", "\n".join(_template_texts())))
    assert named <= keys
    unused = {k for k in keys - whole if not any(k.startswith(o) for o in openings)}
    assert not unused


def _template_texts() -> list[str]:
    return [p.read_text(encoding="utf-8") for p in sorted((REPORTS / "templates").rglob("*.html"))]


@pytest.mark.parametrize(
    ("group", "members"),
    [
        ("label", Label),
        ("status", Status),
        ("sentence", Status),
        ("outcome", Outcome),
        ("certainty", Certainty),
        ("link", LegalLink),
        ("force", Force),
        ("tier", Tier),
        ("block", BlockKind),
    ],
    ids=lambda x: x if isinstance(x, str) else "",
)
def test_every_word_of_the_model_has_words_for_people(group: str, members: type) -> None:
    for member in members:  # type: ignore[attr-defined]
        assert EN.has(f"{group}.{member.value}"), member
        assert FR.has(f"{group}.{member.value}"), member


LABELS = """
alleged_violation | Alleged violation: reported, not established | Violation alléguée : rapportée, non établie
prospective_violation | Announced: would contravene if carried out | Annoncé : contreviendrait à la règle si réalisé
possible_violation | Open question: an element is missing or contested | \
Question ouverte : un élément manque ou est contesté
denied | Denial only: no accusation in this text | Démenti seul : aucune accusation dans ce texte
not_in_force | Rule not in force that day | Règle non en vigueur ce jour-là
permitted | Presented as authorised or compliant: not verified | Présenté comme autorisé ou conforme : non vérifié
not_binding | The Council asked; it did not oblige | Demande du Conseil, sans obligation
insufficient | Too little stated to compare | Éléments insuffisants pour comparer
no_provision | No matching Council rule in these tables | Aucune règle du Conseil trouvée dans ces tables
"""


@pytest.mark.parametrize("row", LABELS.strip().splitlines(), ids=lambda r: r.split(" | ")[0])
def test_labels_read_exactly_as_the_design_has_them(row: str) -> None:
    key, english, french = row.split(" | ")
    assert EN.say(f"label.{key}") == english
    assert FR.say(f"label.{key}").replace("\u00a0", " ") == french


@pytest.mark.parametrize("code", sorted(LOCALES))
def test_no_word_of_ours_is_a_verdict(code: str) -> None:
    text = json.dumps(LOCALES[code]["words"], ensure_ascii=False).casefold()
    for verdict in (
        "violator",
        "guilty",
        "illegal",
        "criminal",
        "culprit",
        "coupable",
        "illégal",
        "contrevenant",
        "criminel",
    ):
        assert verdict not in text


def test_notices_are_the_four_of_the_design() -> None:
    assert standing_notices(samples.RUN, 3, EN) == (
        "A program read these allegations in published text. They establish nothing.",
        "No lead is no clearance.",
        "Most Council rules bind States. Anyone else named here is named because the text names them.",
        "Law known to 23 November 2026; 3 cited paragraphs were not read in the official text.",
    )
    assert standing_notices(samples.RUN, 0, FR)[3] == (
        "Droit connu jusqu’au 23 novembre 2026\u00a0; 0 paragraphe cité n’a pas été lu dans le texte officiel."
    )


@pytest.mark.parametrize(
    ("first", "last", "english", "french"),
    [
        (date(2022, 11, 3), date(2022, 11, 3), "3 November 2022", "3 novembre 2022"),
        (date(2022, 3, 1), date(2022, 3, 1), "1 March 2022", "1er mars 2022"),
        (date(2022, 8, 5), date(2022, 11, 3), "5 August to 3 November 2022", "du 5 août au 3 novembre 2022"),
        (date(2022, 8, 5), date(2022, 8, 9), "5 to 9 August 2022", "du 5 au 9 août 2022"),
        (
            date(2021, 12, 31),
            date(2022, 1, 1),
            "31 December 2021 to 1 January 2022",
            "du 31 décembre 2021 au 1er janvier 2022",
        ),
        (date(2024, 2, 1), date(2024, 2, 29), "February 2024", "février 2024"),
        (date(2024, 2, 1), date(2024, 2, 28), "1 to 28 February 2024", "du 1er au 28 février 2024"),
        (date(2024, 2, 2), date(2024, 2, 29), "2 to 29 February 2024", "du 2 au 29 février 2024"),
        (date(2024, 3, 1), date(2024, 6, 30), "March to June 2024", "de mars à juin 2024"),
        (date(2023, 12, 1), date(2024, 1, 31), "December 2023 to January 2024", "de décembre 2023 à janvier 2024"),
        (date(2015, 1, 1), date(2015, 12, 31), "2015", "2015"),
        (date(2015, 1, 1), date(2017, 12, 31), "2015 to 2017", "de 2015 à 2017"),
        (date(2006, 10, 14), None, "since 14 October 2006, no end set", "depuis le 14 octobre 2006, sans fin fixée"),
    ],
    ids=lambda x: str(x) if isinstance(x, date) else "",
)
def test_days_are_written_as_the_language_writes_them(
    first: date, last: date | None, english: str, french: str
) -> None:
    assert EN.days(first, last) == english
    assert FR.days(first, last) == french


@pytest.mark.parametrize(
    ("n", "english", "french"),
    [
        (0, "0 documents", "0 document"),
        (1, "1 document", "1 document"),
        (2, "2 documents", "2 documents"),
        (1234, "1,234 documents", "1\u202f234 documents"),
    ],
    ids=str,
)
def test_plurals_and_numbers_follow_the_language(n: int, english: str, french: str) -> None:
    assert EN.say("index.group.size", n=n) == english
    assert FR.say("index.group.size", n=n) == french


def test_words_that_do_not_exist_stop_the_report() -> None:
    with pytest.raises(ReportError, match="the locale 'en' has no words for 'nowhere'") as told:
        EN.say("nowhere")
    assert told.value.slug == "locale"


def test_a_slot_left_empty_stops_the_report() -> None:
    with pytest.raises(ReportError, match=r"the words 'strip\.law' of the locale 'en' need 'date'"):
        EN.say("strip.law")


def test_a_language_without_a_locale_is_refused_with_those_there_are() -> None:
    with pytest.raises(ReportError, match="not written in 'tlh': choose one of en, fr") as told:
        wording("tlh")
    assert told.value.slug == "report-language"


def test_a_slug_nobody_foresaw_is_still_readable() -> None:
    assert EN.name("skipped", "table_of_contents") == "table of contents"


@given(st.text(max_size=60))
def test_values_are_never_read_as_slots(value: str) -> None:
    assert EN.say("law.suggestion", text=value) == f"Perhaps meant: {value}"


@pytest.mark.parametrize(("count", "words"), [(0, ""), (1, "a"), (2, "a and b"), (3, "a, b and c")], ids=str)
def test_a_list_is_read_out_with_its_last_word(count: int, words: str) -> None:
    assert EN.listing(("a", "b", "c")[:count]) == words


# --- names and sentences ----------------------------------------------------------------------------------------

PHRASES = {
    "x": Activity(
        "x",
        "a thing",
        "une chose",
        "supply of {item} by {giver}[ to {taker}]",
        "fourniture de {item} par {giver}[ à {taker}]",
    ),
    "y": Activity("y", "training", "formation", "training of {taker} by {giver}", "formation de {taker} par {giver}"),
}
ACTORS = {
    "USA": ("United States", "États-Unis"),
    "YEM": ("Yemen", "Yémen"),
    "IRN": ("Iran", "Iran"),
    "PRK": ("North Korea", "Corée du Nord"),
    "ISR": ("Israel", "Israël"),
    "HOUTHI": ("Houthis", "Houthis"),
}
NAMES = replace(
    samples.NAMES,
    activities=PHRASES,
    actors=ACTORS,
    items={"shell": ("shells", "obus"), "helicopter": ("helicopters", "hélicoptères"), "rifle": ("rifles", "fusils")},
)


def spoken(
    activity: str, giver: str | None, taker: str | None, item: str = "rifle", status: Status = Status.ALLEGED
) -> tuple[str, str]:
    about = samples.claim(
        "c-1",
        activity,
        (Evidence("x", 0, 1),),
        Period(date(2024, 5, 2), date(2024, 5, 2)),
        giver=Party(giver, giver) if giver else None,
        taker=Party(taker, taker) if taker else None,
        items=(Item(item, item),) if item else (),
        status=status,
    )
    french = naming.sentence(about, NAMES, FR).replace("\u00a0", " ")
    return naming.sentence(about, NAMES, EN), french


@pytest.mark.parametrize(
    ("claim", "english", "french"),
    [
        (
            ("x", "PRK", "USA"),
            "Alleged: supply of rifles by North Korea to the United States (2 May 2024)",
            "Allégué : fourniture de fusils par la Corée du Nord aux États-Unis (2 mai 2024)",
        ),
        (
            ("x", "USA", "YEM", "shell"),
            "Alleged: supply of shells by the United States to Yemen (2 May 2024)",
            "Allégué : fourniture d’obus par les États-Unis au Yémen (2 mai 2024)",
        ),
        (
            ("x", "IRN", "ISR", "helicopter"),
            "Alleged: supply of helicopters by Iran to Israel (2 May 2024)",
            "Allégué : fourniture d’hélicoptères par l’Iran à Israël (2 mai 2024)",
        ),
        (
            ("y", "IRN", "HOUTHI"),
            "Alleged: training of the Houthis by Iran (2 May 2024)",
            "Allégué : formation des Houthis par l’Iran (2 mai 2024)",
        ),
        (
            ("y", "PRK", "YEM"),
            "Alleged: training of Yemen by North Korea (2 May 2024)",
            "Allégué : formation du Yémen par la Corée du Nord (2 mai 2024)",
        ),
        (
            ("x", "PRK", None),
            "Alleged: supply of rifles by North Korea (2 May 2024)",
            "Allégué : fourniture de fusils par la Corée du Nord (2 mai 2024)",
        ),
        (
            ("x", None, "IRN", ""),
            "Alleged: supply of an item not specified by a party not named to Iran (2 May 2024)",
            "Allégué : fourniture d’un objet non précisé par une partie non nommée à l’Iran (2 mai 2024)",
        ),
        (
            ("x", "PRK", None, "odd", Status.PLANNED),
            "Announced: supply of “odd” by North Korea (2 May 2024)",
            "Annoncé : fourniture de « odd » par la Corée du Nord (2 mai 2024)",
        ),
        (
            ("x", "PRK", None, "rifle", Status.DENIED),
            "Denied: supply of rifles by North Korea (2 May 2024)",
            "Démenti : fourniture de fusils par la Corée du Nord (2 mai 2024)",
        ),
        (
            ("zz_top", "PRK", "IRN"),
            "Alleged: zz top, by North Korea, to Iran (2 May 2024)",
            "Allégué : zz top, par la Corée du Nord, à l’Iran (2 mai 2024)",
        ),
    ],
    ids=lambda x: "-".join(str(p) for p in x) if isinstance(x, tuple) else "",
)
def test_a_claim_reads_as_a_sentence(claim: tuple[str, ...], english: str, french: str) -> None:
    assert spoken(*claim) == (english, french)  # type: ignore[arg-type]


def test_the_two_koreas_are_never_swapped_in_words() -> None:
    names = replace(NAMES, actors={"PRK": ("North Korea", "Corée du Nord"), "KOR": ("South Korea", "Corée du Sud")})
    for actor, english, french in (("PRK", "North Korea", "Corée du Nord"), ("KOR", "South Korea", "Corée du Sud")):
        assert naming.actor_name(actor, "", names, EN) == english
        assert naming.actor_name(actor, "", names, FR) == french
        assert FR.with_article(actor, french) == f"la {french}"


def test_a_duty_said_to_be_carried_out_is_not_told_as_a_failure() -> None:
    loggers = next(f.claim for f in samples.pier().findings if f.claim.id == "c-loggers")
    assert naming.sentence(loggers, samples.NAMES, EN) == (
        "Said to be carried out: the duty concerning “workers not sent home”, by Corval (November 2019)"
    )


def test_an_assumed_period_is_not_told_as_a_date() -> None:
    paid = next(f.claim for f in samples.pier().findings if f.claim.id == "c-paid")
    assert naming.sentence(paid, samples.NAMES, EN).endswith("by Corval, no day stated")


@pytest.mark.parametrize(
    ("identifier", "name", "href"),
    [
        ("1718:8(b)", "S/RES/1718 (2006), paragraph 8(b)", "https://undocs.org/S/RES/1718(2006)"),
        ("2231:Annex B 4(a)", "S/RES/2231 (2015), Annex B, paragraph 4(a)", "https://undocs.org/S/RES/2231(2015)"),
        ("2231:Annex A", "S/RES/2231 (2015), Annex A", "https://undocs.org/S/RES/2231(2015)"),
        ("2397:n/c-1", "S/RES/2397 (2017), paragraph number not known", "https://undocs.org/S/RES/2397(2017)"),
        ("9143:2", "S/RES/9143, paragraph 2", ""),
        ("javascript:alert(1)", "javascript:alert(1)", ""),
    ],
)
def test_a_provision_id_becomes_symbol_paragraph_and_official_address(identifier: str, name: str, href: str) -> None:
    found = naming.rule_link(identifier, samples.NAMES, {}, EN)
    assert (found.name, found.href) == (name, href)


def test_who_is_bound_is_named_with_the_role_of_the_rule() -> None:
    cards = {c.anchor: c for c in document_view(samples.pier(), samples.RUN, EN).leads}
    assert cards["c-shells"].rules[0].bound == ("North Korea: supplying side", "Corval: receiving side")
    assert cards["c-dam"].rules[0].bound == ("Corval: State that hosts or licenses",)
    assert cards["c-dam"].unbound == ("North Korea: not bound by this rule; named because the text names it.",)


def test_a_firm_that_no_rule_binds_is_shown_as_such() -> None:
    result = samples.pier()
    dam = next(f for f in result.findings if f.claim.id == "c-dam")
    firm = replace(dam, claim=replace(dam.claim, counterparty=Party("", "Ostry Dam Works")))
    card = document_view(replace(result, findings=(firm,)), samples.RUN, EN).leads[0]
    assert card.unbound[-1] == (
        "Ostry Dam Works: not bound by this rule; named because the text names it. "
        "States must prevent such conduct; national law applies."
    )


def test_speakers_come_once_with_their_chain_and_the_name_of_the_tables() -> None:
    found = naming.speakers(
        (Speaker("ZENDA", "the ministry", ("Wire", "Paper")), Speaker("ZENDA", "the ministry", ("Wire", "Paper"))),
        samples.NAMES,
        EN,
    )
    assert [(v.name, v.known_as, v.chain) for v in found] == [("the ministry", "Zenda", "relayed by Wire, Paper")]


# --- marks ------------------------------------------------------------------------------------------------------

TEXTS = st.text(alphabet=st.sampled_from('ab .!?\n\u0301\u202eא😀\u0000"»'), max_size=80)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, tuple[Mark, ...]]:
    text = draw(TEXTS)
    spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=8))
    kinds = st.sampled_from(("lead", "other", "law"))
    return text, tuple(Mark(min(s), max(s), draw(kinds), f"t-{i}") for i, s in enumerate(spans))


@given(marked())
def test_segments_joined_are_the_text_and_each_carries_just_the_marks_over_it(
    case: tuple[str, tuple[Mark, ...]],
) -> None:
    text, marks = case
    at = 0
    for segment in cut(text, 0, len(text), marks):
        over = {m.kind for m in marks if m.start <= at and at + len(segment.text) <= m.end and m.start < m.end}
        assert set(segment.marks) == over
        at += len(segment.text)
    assert at == len(text)
    assert "".join(s.text for s in cut(text, 0, len(text), marks)) == clean(text)


@given(marked())
def test_each_mark_opens_once_and_what_is_marked_is_its_exact_words(case: tuple[str, tuple[Mark, ...]]) -> None:
    text, marks = case
    opened = Counter(a for s in cut(text, 0, len(text), marks) for a in s.opens)
    assert opened == Counter(m.anchor for m in marks if m.start < m.end)
    for mark in marks:
        alone = cut(text, 0, len(text), (mark,))
        assert "".join(s.text for s in alone if s.marks) == clean(text[mark.start : mark.end])


@given(TEXTS)
def test_cleaning_keeps_every_offset_and_leaves_nothing_a_page_cannot_hold(text: str) -> None:
    assert len(clean(text)) == len(text)
    assert "\x00" not in clean(text)
    clean(text + "\ud800").encode("utf-8")


def test_a_name_on_a_line_loses_the_marks_that_turn_writing_round() -> None:
    assert line("a\u202eb\n c\u2066", 300) == "ab c"
    assert line("x" * 400, 10) == "x" * 9 + "…"


@given(marked(), st.data())
def test_pieces_hold_everything_that_can_be_seen_once_and_in_order(
    case: tuple[str, tuple[Mark, ...]], data: st.DataObject
) -> None:
    text, marks = case
    edges = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    blocks = tuple(Block(BlockKind.BODY, a, b) for a, b in zip(edges[::2], edges[1::2], strict=False))
    document = Document("d-1", "k", "s", "", text, blocks=blocks)
    found = pieces(document, ())
    assert [p.start for p in found] == sorted(p.start for p in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    seen = {i for p in found for i in range(p.start, p.end)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in seen)
    for piece, mine in zip(found, share(found, marks), strict=True):
        wanted = [m for m in marks if m.start < piece.end and piece.start < m.end and m.start < m.end]
        assert Counter(m for m in mine if m.start < m.end) == Counter(wanted)


@given(TEXTS, st.integers(0, 80), st.integers(0, 80))
def test_the_sentence_around_words_always_holds_them(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    low, high = context(text, Piece(0, len(text), "body"), start, end)
    assert 0 <= low <= start <= end <= high <= len(text)


SENTENCES = "It rained. Mr. Odo sold 3.5 tonnes to Zenda. “Never!” she said. Nobody saw the U.S. ships."


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("rained", "It rained."),
        ("sold 3.5", "Mr. Odo sold 3.5 tonnes to Zenda."),
        ("to Zenda.", "Mr. Odo sold 3.5 tonnes to Zenda."),
        ("she said", "she said."),
        ("ships", "Nobody saw the U.S. ships."),
        ("tonnes to Zenda. “Never", "Mr. Odo sold 3.5 tonnes to Zenda. “Never!”"),
    ],
)
def test_evidence_is_shown_in_its_sentence(words: str, sentence: str) -> None:
    start = SENTENCES.index(words)
    whole = Piece(0, len(SENTENCES), "body")
    low, high = context(SENTENCES, whole, start, start + len(words))
    assert SENTENCES[low:high] == sentence
    assert breaks(SENTENCES, whole, low, high) == (False, False)


def test_a_sentence_without_end_is_cut_and_says_so() -> None:
    text = "word " * 400
    whole = Piece(0, len(text), "body")
    low, high = context(text, whole, 1000, 1004)
    assert high - low < 600
    assert breaks(text, whole, low, high) == (True, True)


# --- drawings ---------------------------------------------------------------------------------------------------


def percent(value: str) -> float:
    number = float(value)
    assert 0 <= number <= 100
    return number


def test_the_timeline_shows_conduct_against_each_period_and_says_the_same_in_words() -> None:
    drawn = timeline(
        [("rule", samples.IRAN_ARMS)], Period(date(2025, 10, 20), date(2025, 10, 20)), date(2026, 11, 24), EN
    )
    assert drawn is not None
    first, second = drawn.bars
    assert (first.open, first.note) == (False, "")
    assert (second.open, second.note) == (True, "disputed")
    assert percent(second.x) < percent(drawn.conduct_x) < percent(second.x) + percent(second.width)
    assert drawn.words == (
        "rule: 24 March 2007 to 15 January 2016; since 28 September 2025, no end set (disputed).",
        "Days of the conduct: 20 October 2025.",
    )


@pytest.mark.parametrize(
    ("day", "inside"),
    [
        (date(2016, 1, 15), False),
        (date(2016, 1, 16), True),
        (date(2023, 10, 17), True),
        (date(2023, 10, 18), False),
    ],
    ids=["day before", "first day", "last day", "day after"],
)
def test_a_day_is_drawn_inside_a_period_just_when_it_lies_in_it(day: date, inside: bool) -> None:
    drawn = timeline([("rule", samples.MISSILE_LIST)], Period(day, day), date(2026, 1, 1), EN)
    assert drawn is not None
    (bar,) = drawn.bars
    begin, end = percent(bar.x), percent(bar.x) + percent(bar.width)
    assert (begin - 0.006 <= percent(drawn.conduct_x) < end - 0.006) is inside


@given(st.dates(date(1946, 1, 1), date(2100, 1, 1)), st.integers(0, 4000))
def test_nothing_is_drawn_outside_the_picture(first: date, length: int) -> None:
    last = date.fromordinal(first.toordinal() + length)
    drawn = timeline(
        [("a", samples.ARMS_2006), ("b", samples.IRAN_ARMS)], Period(first, last), date(2026, 11, 24), FR
    )
    assert drawn is not None
    for bar in drawn.bars:
        assert percent(bar.x) + percent(bar.width) <= 100
    for text in (*drawn.years, *drawn.names, drawn.conduct_name):
        percent(text.x)
    assert percent(drawn.conduct_x) + percent(drawn.conduct_width) <= 100
    assert 0 < len(drawn.years) <= 8


def test_a_rule_without_periods_has_no_timeline() -> None:
    bare = replace(samples.ARMS_2006, periods=())
    assert timeline([("a", bare)], Period(date(2024, 1, 1), date(2024, 1, 1)), date(2026, 1, 1), EN) is None


def test_bars_stand_in_the_order_of_their_names_not_of_their_size() -> None:
    drawn = bars({"z": 9, "a": 1}, {"z": "Zenda rule", "a": "Arms"}, EN)
    assert [(b.name, b.width, b.words) for b in drawn] == [
        ("Arms", "11.11", "1 document"),
        ("Zenda rule", "100", "9 documents"),
    ]


# --- pages ------------------------------------------------------------------------------------------------------


def marked_text(view: DocumentView, anchor: str, kind: str) -> str:
    """The text from an anchor on that carries a kind of mark without a break, over all passages."""
    out, on = "", False
    for passage in view.passages:
        for segment in passage.segments:
            on = on or anchor in segment.opens
            if on and kind not in segment.marks:
                return out
            out += segment.text if on else ""
    return out


@pytest.mark.parametrize("result", [*samples.everything()[:3], samples.hostile()], ids=lambda r: r.document.id)
@pytest.mark.parametrize("excerpts", [False, True], ids=["whole", "excerpts"])
def test_every_highlight_is_on_the_words_of_its_evidence(result: object, excerpts: bool) -> None:
    assert isinstance(result, type(samples.pier()))
    view = document_view(result, samples.RUN, EN, excerpts)
    for number, finding in enumerate(in_order(result.findings), 1):
        for i, evidence in enumerate(finding.claim.evidence):
            kind = "lead" if finding.label.flagged else "other"
            assert marked_text(view, f"t-{number}-{i}", kind).startswith(clean(evidence.exact))
        for i, denial in enumerate(finding.claim.denials):
            assert marked_text(view, f"t-{number}-d-{i}", "denial") == clean(denial.exact)
    for i, citation in enumerate(result.citations, 1):
        assert marked_text(view, f"t-law-{i}-0", "law") == clean(citation.exact)


def test_overlapping_evidence_is_split_and_both_numbers_are_kept() -> None:
    view = document_view(samples.pier(), samples.RUN, EN)
    body = next(p for p in view.passages if "took delivery" in "".join(s.text for s in p.segments))
    texts = [(s.text, s.opens, tuple(n.text for n in s.closes)) for s in body.segments]
    assert texts[:3] == [
        ("Corval took delivery of 3,000 artillery shells ", ("t-1-0",), ()),
        ("from North Korea last month", ("t-4-0",), ("1",)),
        (
            ", Zenda's defence ministry said on Monday, "
            "and paid for them in part with places for North Korean builders",
            (),
            ("4",),
        ),
    ]


def test_leads_come_first_by_label_then_certainty_then_place() -> None:
    view = document_view(samples.pier(), samples.RUN, EN)
    assert [c.anchor for c in view.leads] == ["c-shells", "c-dam", "c-drones", "c-paid"]
    assert [c.anchor for c in view.others] == ["c-tonne", "c-loggers", "c-coal"]
    assert [c.number for c in (*view.leads, *view.others)] == [1, 2, 3, 4, 5, 6, 7]


def test_main_rules_stand_apart_from_those_only_considered() -> None:
    card = document_view(samples.pier(), samples.RUN, EN).leads[0]
    assert [(p.id, p.role) for p in card.rules] == [("1718:8(b)", "primary"), ("1874:9", "supporting")]
    assert [(p.id, p.label.key, p.rule) for p in card.considered] == [("2231:Annex B 4(a)", "no_provision", "R2")]
    assert card.considered[0].reasons[0].state == "contradicted"


@pytest.mark.parametrize(
    ("answer", "words", "why"),
    [
        (ForceAnswer(Force.YES), "In force throughout", ""),
        (ForceAnswer(Force.NO, "lapsed after 2023-10-17"), "Not in force", "lapsed after 17 October 2023"),
        (
            ForceAnswer(Force.PARTLY, "x", date(2023, 10, 18)),
            "In force for a part; the law changed on 18 October 2023",
            "x",
        ),
        (ForceAnswer(Force.UNCONFIRMED, "", date(2026, 5, 1)), "Not confirmed after 1 May 2026", ""),
        (ForceAnswer(Force.UNCONFIRMED), "Not confirmed", ""),
        (ForceAnswer(Force.UNKNOWN, "not a day: 2023-99-99"), "Cannot be told", "not a day: 2023-99-99"),
    ],
    ids=lambda x: x.force.value if isinstance(x, ForceAnswer) else "",
)
def test_force_is_told_in_words_with_its_day(answer: ForceAnswer, words: str, why: str) -> None:
    result = samples.pier()
    arms = next(f for f in result.findings if f.claim.id == "c-shells")
    held = arms.assessed[0]
    changed = replace(arms, assessed=(replace(held, match=replace(held.match, force=answer)),))
    rule = document_view(replace(result, findings=(changed,)), samples.RUN, EN).leads[0].rules[0]
    assert (rule.force_words, rule.force_why.text) == (words, why)


def test_a_disputed_rule_shows_both_readings_and_who_holds_them() -> None:
    card = next(c for c in document_view(samples.pier(), samples.RUN, EN).leads if c.anchor == "c-drones")
    assert [r.words for r in card.rules[0].readings] == [
        "That it binds, held by the E3 (France, Germany, United Kingdom) and the United States",
        "That it does not bind, held by Iran, Russia and China",
    ]


def test_words_the_tables_lack_in_french_keep_their_english_and_its_language() -> None:
    card = next(c for c in document_view(samples.pier(), samples.RUN, FR).leads if c.anchor == "c-dam")
    assert [p.summary.language for p in card.rules] == ["fr", "en"]


def test_who_links_conduct_to_law_is_said_on_every_card() -> None:
    words = {c.anchor: c.link_words for c in document_view(samples.pier(), samples.RUN, EN).leads}
    assert words["c-shells"] == "A source quoted in the text says so: an analyst in Wexford."
    assert words["c-dam"] == "The article says so in its own voice."
    assert words["c-drones"] == "Only this tool: nobody in the text says that a rule applies."


def test_a_wrong_body_is_shown_with_the_right_provision() -> None:
    cited = document_view(samples.quai(), samples.RUN, FR).citations[0]
    assert cited.outcome == "wrong_body"
    assert [(r.name, r.href) for r in cited.rules] == [
        ("S/RES/2397 (2017), paragraphe 8", "https://undocs.org/S/RES/2397(2017)")
    ]
    assert "accident de traduction" in cited.rationale.text


def test_what_was_skipped_is_listed_by_reason_with_its_size_never_beyond_the_text() -> None:
    result = replace(samples.quiet(), skipped=(Skipped(0, 10**9, "language", "Tagalog"), Skipped(5, 9, "language")))
    (one,) = document_view(result, samples.RUN, EN).skipped
    size = len(result.document.text) + 4
    assert (one.reason, one.amount) == ("language not read in full", f"2 stretches, {size} characters")
    assert one.details == ("Tagalog",)


def test_a_dropped_block_is_greyed_and_says_why() -> None:
    dropped = [p.dropped for p in document_view(samples.pier(), samples.RUN, EN).passages if p.dropped]
    assert dropped == ["Not read: teaser of another article", "Not read: page furniture (menus, cookies, labels)"]


def test_banners_say_what_a_reader_must_know_first() -> None:
    banner = "Probably a machine translation: the wording may be unreliable."
    assert document_view(samples.quai(), samples.RUN, EN).banners == (banner,)
    odd = replace(samples.quiet(), document=replace(samples.quiet().document, notices=("mt_suspect", "dates differ")))
    assert document_view(odd, samples.RUN, EN).banners == (banner, "dates differ")


def test_paragraphs_not_read_in_the_official_text_are_counted_once_and_only_beside_a_claim() -> None:
    assert unread(samples.pier().findings) == {"1718:8(b)", "1874:9", "2375:17", "1747:5", "2371:8", "2397:8"}


def test_only_web_addresses_become_links_in_the_manifest() -> None:
    assert document_view(samples.quai(), samples.RUN, EN).manifest[0].kind == "link"
    assert document_view(samples.hostile(), samples.RUN, EN).manifest[0].kind == "text"


def test_the_index_groups_documents_and_puts_the_best_sourced_first() -> None:
    rows = [index_row(r, i, f"{r.document.id}.html", samples.RUN, EN) for i, r in enumerate(samples.everything())]
    page = index_view(rows, samples.RUN, EN)
    leads, nothing, errors = page.groups
    assert [(r.href, r.sourcing) for r in leads.rows] == [("d-quai.html", (-3, -1, 0, 0)), ("d-pier.html", (-3, -1, 0, 1))]
    assert [r.href for r in nothing.rows] == ["d-herring.html"]
    assert [(r.href, r.note) for r in errors.rows] == [
        ("", "Could not be read: the file is not text: it holds zero bytes")
    ]
    pier = next(row for row in leads.rows if row.href == "d-pier.html")
    assert [(c.label.key, c.words, c.number) for c in pier.counts] == [
        ("alleged_violation", "1 lead", 1),
        ("prospective_violation", "1 lead", 1),
        ("possible_violation", "2 leads", 2),
    ]
    assert pier.strongest.startswith("Alleged: supply of artillery shells by North Korea to Corval")
    assert page.synthetic
    assert [(c.key, c.name) for c in page.languages] == [("en", "English"), ("fr", "French")]


def test_one_real_article_takes_the_banner_of_invented_ones_off_the_index() -> None:
    real = replace(samples.quiet(), document=replace(samples.quiet().document, synthetic=False))
    rows = [index_row(r, i, "x.html", samples.RUN, EN) for i, r in enumerate((samples.pier(), real))]
    assert not index_view(rows, samples.RUN, EN).synthetic


def test_charts_count_documents_by_activity_and_by_regime_of_the_main_rule() -> None:
    rows = [index_row(r, i, "x.html", samples.RUN, EN) for i, r in enumerate(samples.everything())]
    page = index_view(rows, samples.RUN, EN)
    assert [(b.key, b.words) for b in page.by_activity] == [
        ("arms_export", "2 documents"),
        ("worker_authorisation", "1 document"),
    ]
    assert [(b.key, b.words) for b in page.by_regime] == [("iran", "1 document"), ("dprk", "2 documents")]


def test_a_period_that_ends_is_drawn_without_an_arrow() -> None:
    closed = replace(samples.COAL, periods=(ProvisionPeriod(date(2017, 8, 5), date(2018, 8, 5)),))
    drawn = timeline([("a", closed)], Period(date(2018, 1, 1), date(2018, 1, 2)), date(2018, 2, 1), EN)
    assert drawn is not None
    assert not drawn.bars[0].open


ROOTS = (Frame, DocumentView, IndexView, AffairsView, AffairNote, IndexPage, RegimePage, DayPage, TextsPage)


# --- documentation ----------------------------------------------------------------------------------------------


def test_the_readme_describes_just_what_templates_receive() -> None:
    path = REPORTS / "README.md"
    head, mark, tables = path.read_text(encoding="utf-8").partition("<!-- views -->\n\n")
    made = describe(*ROOTS)
    if samples.UPDATE:
        path.write_text(head + mark + made, encoding="utf-8")
        tables = made
    assert tables == made


def test_every_field_that_is_documented_is_used_by_a_template() -> None:
    text = "\n".join(_template_texts())
    fields = set(re.findall(r"^\| `(\w+)` \|", describe(*ROOTS), re.MULTILINE))
    ordered_by = {"order", "sourcing", "review"}  # rows stand in their order; no page shows a figure for it
    assert not {f for f in fields - ordered_by if not re.search(rf"\.{f}\b", text)}
