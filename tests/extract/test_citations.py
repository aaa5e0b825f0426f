"""Which words of a text cite law: shapes, traps, what they point back to, and what the sentence says of the rule."""

from __future__ import annotations

import csv
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import bundle
from checker.errors import TableError
from checker.extract.citation_words import words_of_citations
from checker.extract.citations import MAX_MENTIONS, Mention, find_citations
from checker.extract.sentences import split_sentences
from checker.model import Block, BlockKind, Document, Span

Parsed = tuple[str, int | None, int | None, str]


def document(text: str, language: str, kind: BlockKind = BlockKind.BODY) -> Document:
    blocks = (Block(kind, 0, len(text)),)
    return Document("d", "k", "s", "0", text, language=language, published=date(2024, 6, 3), blocks=blocks)


def find(text: str, language: str = "en") -> tuple[Mention, ...]:
    return find_citations(document(text, language), split_sentences(text, 0, len(text), language))


def parsed(mention: Mention) -> list[Parsed]:
    return [(cited.body, cited.number, cited.year, cited.paragraph) for cited in mention.cited]


ONE: list[tuple[str, str, str, Parsed]] = [
    ("en", "It quotes S/RES/2397 (2017) twice.", "S/RES/2397 (2017)", ("UNSC", 2397, 2017, "")),
    ("en", "It quotes S/RES/2397(2017) twice.", "S/RES/2397(2017)", ("UNSC", 2397, 2017, "")),
    ("en", "It quotes S/RES/2397 twice.", "S/RES/2397", ("UNSC", 2397, None, "")),
    ("en", "It quotes resolution S/RES/2397 (2017).", "resolution S/RES/2397 (2017)", ("", 2397, 2017, "")),
    ("en", "It quotes Resolution 2397 (2017).", "Resolution 2397 (2017)", ("", 2397, 2017, "")),
    ("en", "It quotes UNSCR 2397.", "UNSCR 2397", ("UNSC", 2397, None, "")),
    ("en", "It quotes UNSC Res 2397.", "UNSC Res 2397", ("UNSC", 2397, None, "")),
    (
        "en",
        "It quotes UN Security Council resolution No. 2397.",
        "UN Security Council resolution No. 2397",
        ("UNSC", 2397, None, ""),
    ),
    ("en", "It quotes U.N. resolution 2397.", "U.N. resolution 2397", ("UN", 2397, None, "")),
    ("en", "It quotes resolution 2397/2017.", "resolution 2397/2017", ("", 2397, 2017, "")),
    ("en", "It quotes resolution 2397 of 2017.", "resolution 2397 of 2017", ("", 2397, 2017, "")),
    (
        "en",
        "It quotes resolution 2397, adopted in 2017, at length.",
        "resolution 2397, adopted in 2017",
        ("", 2397, 2017, ""),
    ),
    (
        "en",
        "It quotes resolution 2397 of 22 December 2017.",
        "resolution 2397 of 22 December 2017",
        ("", 2397, 2017, ""),
    ),
    ("en", "It quotes resolution 2,397 again.", "resolution 2,397", ("", 2397, None, "")),
    (
        "en",
        "It quotes resolution 2397 of the Security Council.",
        "resolution 2397 of the Security Council",
        ("UNSC", 2397, None, ""),
    ),
    ("en", "See paragraph 8 of resolution 2397.", "paragraph 8 of resolution 2397", ("", 2397, None, "8")),
    ("en", "See OP8 of UNSCR 2397.", "OP8 of UNSCR 2397", ("UNSC", 2397, None, "8")),
    ("en", "See para. 8 of resolution 2397.", "para. 8 of resolution 2397", ("", 2397, None, "8")),
    ("en", "See ¶8 of resolution 2397.", "¶8 of resolution 2397", ("", 2397, None, "8")),
    ("en", "See § 8 of resolution 2397.", "§ 8 of resolution 2397", ("", 2397, None, "8")),
    ("en", "See article 8 of resolution 2397.", "article 8 of resolution 2397", ("", 2397, None, "8")),
    ("en", "See paragraph eight of resolution 2397.", "paragraph eight of resolution 2397", ("", 2397, None, "8")),
    ("en", "The eighth paragraph of resolution 2397.", "eighth paragraph of resolution 2397", ("", 2397, None, "8")),
    (
        "en",
        "See paragraph 8 (a) (iii) of resolution 1718 (2006).",
        "paragraph 8 (a) (iii) of resolution 1718 (2006)",
        ("", 1718, 2006, "8(a)(iii)"),
    ),
    (
        "en",
        "See sub-paragraph (b) of paragraph 8 of resolution 1718.",
        "sub-paragraph (b) of paragraph 8 of resolution 1718",
        ("", 1718, None, "8(b)"),
    ),
    (
        "en",
        "See Annex B, paragraph 4 (a), of resolution 2231.",
        "Annex B, paragraph 4 (a), of resolution 2231",
        ("", 2231, None, "Annex B 4(a)"),
    ),
    (
        "en",
        "See paragraph 4(a) of Annex B to resolution 2231 (2015).",
        "paragraph 4(a) of Annex B to resolution 2231 (2015)",
        ("", 2231, 2015, "Annex B 4(a)"),
    ),
    ("en", "See resolution 2397, paragraph 8.", "resolution 2397, paragraph 8", ("", 2397, None, "8")),
    (
        "en",
        "See resolution 2231 (2015), annex B, para. 6(b).",
        "resolution 2231 (2015), annex B, para. 6(b)",
        ("", 2231, 2015, "Annex B 6(b)"),
    ),
    ("en", "It rests on a 2017 resolution.", "a 2017 resolution", ("", None, 2017, "")),
    ("en", "It rests on the 2017 UN resolution.", "the 2017 UN resolution", ("UN", None, 2017, "")),
    (
        "en",
        "It rests on a Security Council resolution of 2017.",
        "a Security Council resolution of 2017",
        ("UNSC", None, 2017, ""),
    ),
    ("en", "It rests on a US resolution from 2017.", "a US resolution from 2017", ("US", None, 2017, "")),
    ("en", "It breaks UN sanctions.", "UN sanctions", ("UN", None, None, "")),
    ("en", "It breaks U.N. sanctions.", "U.N. sanctions", ("UN", None, None, "")),
    (
        "en",
        "It breaks the sanctions of the United Nations.",
        "the sanctions of the United Nations",
        ("UN", None, None, ""),
    ),
    ("en", "It breaks EU sanctions.", "EU sanctions", ("EU", None, None, "")),
    ("en", "It breaks international sanctions.", "international sanctions", ("int", None, None, "")),
    ("en", "It breaks several UN resolutions.", "several UN resolutions", ("UN", None, None, "")),
    ("en", "It breaks the G7 price cap.", "the G7 price cap", ("other", None, None, "")),
    ("en", "It breaks the arms embargo on South Sudan.", "the arms embargo on South Sudan", ("", None, None, "")),
    ("en", "They cite the 1718 sanctions.", "1718 sanctions", ("UNSC", 1718, None, "")),
    ("en", "They cite A/RES/68/262.", "A/RES/68/262", ("UNGA", None, None, "")),
    ("en", "They cite resolution ES-11/1.", "resolution ES-11/1", ("UNGA", None, None, "")),
    ("en", "They cite H.Res. 246.", "H.Res. 246", ("US", None, None, "")),
    ("en", "They cite Executive Order 13466.", "Executive Order 13466", ("US", None, None, "")),
    ("en", "They cite Regulation (EU) 2017/1509.", "Regulation (EU) 2017/1509", ("EU", None, None, "")),
    ("fr", "Il cite la S/RES/2397 (2017).", "S/RES/2397 (2017)", ("UNSC", 2397, 2017, "")),
    ("fr", "Il cite la résolution 2397 (2017).", "la résolution 2397 (2017)", ("", 2397, 2017, "")),
    ("fr", "Il cite la RCSNU 2397.", "la RCSNU 2397", ("UNSC", 2397, None, "")),
    ("fr", "Il cite la rés. 2397.", "la rés. 2397", ("", 2397, None, "")),
    (
        "fr",
        "Il cite la résolution n° 2397 du Conseil de sécurité.",
        "la résolution n° 2397 du Conseil de sécurité",
        ("UNSC", 2397, None, ""),
    ),
    ("fr", "Il cite la résolution 2397/2017.", "la résolution 2397/2017", ("", 2397, 2017, "")),
    ("fr", "Il cite la résolution 2397 de 2017.", "la résolution 2397 de 2017", ("", 2397, 2017, "")),
    ("fr", "Il cite la résolution 2\u202f397.", "la résolution 2\u202f397", ("", 2397, None, "")),
    ("fr", "Il cite la résolution onusienne 2397.", "la résolution onusienne 2397", ("UN", 2397, None, "")),
    (
        "fr",
        "Voir le paragraphe 8 de la résolution 2397.",
        "paragraphe 8 de la résolution 2397",
        ("", 2397, None, "8"),
    ),
    ("fr", "Voir le par. 8 de la résolution 2397.", "par. 8 de la résolution 2397", ("", 2397, None, "8")),
    ("fr", "Voir le point 8 de la résolution 2397.", "point 8 de la résolution 2397", ("", 2397, None, "8")),
    ("fr", "Voir l'alinéa 8 de la résolution 2397.", "alinéa 8 de la résolution 2397", ("", 2397, None, "8")),
    ("fr", "Voir l'article 8 de la résolution 2397.", "article 8 de la résolution 2397", ("", 2397, None, "8")),
    (
        "fr",
        "Voir le huitième paragraphe de la résolution 2397.",
        "huitième paragraphe de la résolution 2397",
        ("", 2397, None, "8"),
    ),
    (
        "fr",
        "Voir le paragraphe 8 a) iii) de la résolution 1718.",
        "paragraphe 8 a) iii) de la résolution 1718",
        ("", 1718, None, "8(a)(iii)"),
    ),
    (
        "fr",
        "Voir le sous-alinéa iii) de l'alinéa a) du paragraphe 8 de la résolution 1718.",
        "sous-alinéa iii) de l'alinéa a) du paragraphe 8 de la résolution 1718",
        ("", 1718, None, "8(a)(iii)"),
    ),
    (
        "fr",
        "Voir l'annexe B, paragraphe 4 a), de la résolution 2231.",
        "annexe B, paragraphe 4 a), de la résolution 2231",
        ("", 2231, None, "Annex B 4(a)"),
    ),
    (
        "fr",
        "Voir le paragraphe 6 b) de l’annexe B de la résolution 2231 (2015).",
        "paragraphe 6 b) de l’annexe B de la résolution 2231 (2015)",
        ("", 2231, 2015, "Annex B 6(b)"),
    ),
    ("fr", "Voir la résolution 2397, paragraphe 8.", "la résolution 2397, paragraphe 8", ("", 2397, None, "8")),
    ("fr", "Il y a une résolution de 2017.", "une résolution de 2017", ("", None, 2017, "")),
    ("fr", "Il y a une résolution de l'ONU de 2017.", "une résolution de l'ONU de 2017", ("UN", None, 2017, "")),
    (
        "fr",
        "Il y a une résolution de Bruxelles datée de 2017.",
        "une résolution de Bruxelles datée de 2017",
        ("EU", None, 2017, ""),
    ),
    ("fr", "Il y a une résolution européenne.", "une résolution européenne", ("EU", None, None, "")),
    ("fr", "Cela viole les sanctions onusiennes.", "les sanctions onusiennes", ("UN", None, None, "")),
    ("fr", "Cela viole les sanctions de l’ONU.", "les sanctions de l’ONU", ("UN", None, None, "")),
    ("fr", "Cela viole les résolutions de l'ONU.", "les résolutions de l'ONU", ("UN", None, None, "")),
    ("fr", "Cela viole plusieurs textes de l'ONU.", "plusieurs textes de l'ONU", ("UN", None, None, "")),
    (
        "fr",
        "Cela viole les sanctions économiques américaines.",
        "les sanctions économiques américaines",
        ("US", None, None, ""),
    ),
    ("fr", "Cela viole l'embargo européen.", "l'embargo européen", ("EU", None, None, "")),
    ("fr", "Cela viole le plafond de prix du G7.", "le plafond de prix du G7", ("other", None, None, "")),
    (
        "fr",
        "Cela viole l'embargo sur les armes au Darfour.",
        "l'embargo sur les armes au Darfour",
        ("", None, None, ""),
    ),
    ("fr", "Cela viole le règlement (UE) 2017/1509.", "règlement (UE) 2017/1509", ("EU", None, None, "")),
    (
        "fr",
        "Il cite la résolution A/RES/68/262 de l'Assemblée générale.",
        "la résolution A/RES/68/262 de l'Assemblée générale",
        ("UNGA", None, None, ""),
    ),
]


@pytest.mark.parametrize(("language", "text", "exact", "cited"), ONE, ids=[row[2] for row in ONE])
def test_each_shape_is_found_with_its_exact_words(language: str, text: str, exact: str, cited: Parsed) -> None:
    (found,) = find(text, language)
    assert found.exact == exact
    assert parsed(found) == [cited]
    assert text[found.start : found.end] == exact
    assert found.vague is (cited[1] is None and cited[2] is None and found.kind != "other")


SEVERAL: list[tuple[str, str, list[tuple[int | None, str]]]] = [
    ("en", "See resolutions 1718, 1874 and 2270.", [(1718, ""), (1874, ""), (2270, "")]),
    ("en", "See resolution 1718 (2006), 1874 (2009) and 2270 (2016).", [(1718, ""), (1874, ""), (2270, "")]),
    ("en", "See paragraphs 6 to 9 of resolution 2397.", [(2397, "6"), (2397, "7"), (2397, "8"), (2397, "9")]),
    ("en", "See paragraphs 6-8 of resolution 2397.", [(2397, "6"), (2397, "7"), (2397, "8")]),
    ("en", "See paragraphs 6, 7 and 9 of resolution 2397.", [(2397, "6"), (2397, "7"), (2397, "9")]),
    ("en", "See resolutions 1718 through 2397.", [(1718, ""), (2397, "")]),
    ("en", "Resolution 2017 bars it.", [(2017, ""), (None, "")]),
    ("fr", "Voir les résolutions 1718, 1874 et 2270.", [(1718, ""), (1874, ""), (2270, "")]),
    ("fr", "Voir les résolutions 1718 à 2397.", [(1718, ""), (2397, "")]),
    ("fr", "Voir les paragraphes 6 à 9 de la résolution 2397.", [(2397, "6"), (2397, "7"), (2397, "8"), (2397, "9")]),
    ("fr", "Voir les paragraphes 6, 7 et 9 de la résolution 2397.", [(2397, "6"), (2397, "7"), (2397, "9")]),
    ("fr", "La résolution 2017 l'interdit.", [(2017, ""), (None, "")]),
]


@pytest.mark.parametrize(("language", "text", "cited"), SEVERAL, ids=[row[1] for row in SEVERAL])
def test_lists_and_ranges_are_one_mention_of_several(
    language: str, text: str, cited: list[tuple[int | None, str]]
) -> None:
    (found,) = find(text, language)
    assert [(one.number, one.paragraph) for one in found.cited] == cited
    assert found.ranged is ("through" in text or "à 2397" in text)


NONE: list[tuple[str, str]] = [
    ("en", "The report S/2014/147 names two ships."),
    ("en", "See S/PRST/2012/13 and press release SC/12267."),
    ("en", "The 1718 Committee and the 1591 panel met, and so did the 1988 list's keepers."),
    ("en", "The committee established by resolution 1591 met."),
    ("en", "A draft resolution was circulated; the draft UN resolution failed."),
    ("en", "The screen has a resolution of 1920x1080, or resolution 1080p."),
    ("en", "Her New Year's resolution was to sleep. Conflict resolution takes time."),
    ("en", "It sold 1718 tonnes in 1874 lots for 2270 dollars."),
    ("en", "They told us sanctions hurt. Sanctions experts agree. UN sanctions experts met."),
    ("en", "There is no UN embargo on Mali, and Mali was never under an arms embargo."),
    ("en", "Article 41 of the Charter and Chapter VII are a basis."),
    ("en", "That resolution bars arms."),
    ("en", "The text was balanced."),
    ("en", "The regime in Syria ended its talks."),
    ("fr", "Le rapport S/2014/147 nomme deux navires."),
    ("fr", "Le comité 1718 et le groupe d'experts créé par la résolution 1591 se sont réunis."),
    ("fr", "Le comité des sanctions de l'ONU s'est réuni."),
    ("fr", "Un projet de résolution de l'ONU circule."),
    ("fr", "La résolution du conflit attendra. Sa résolution de 2024 : dormir."),
    ("fr", "Aucun embargo de l'ONU ne vise le Mali, qui n'a jamais été sous embargo sur les armes."),
    ("fr", "Ladite résolution interdit les armes."),
    ("fr", "Un embargo chasse l'autre."),
]


@pytest.mark.parametrize(("language", "text"), NONE, ids=[row[1][:50] for row in NONE])
def test_what_only_looks_like_a_citation_is_none(language: str, text: str) -> None:
    assert find(text, language) == ()


@pytest.mark.parametrize(
    ("language", "text", "exact", "cited"),
    [
        (
            "en",
            "Resolution 2371 bans coal. The same resolution bans North Korean seafood.",
            "The same resolution",
            (2371, ""),
        ),
        ("en", "Resolution 2371 bans coal. That resolution bans seafood as well.", "That resolution", (2371, "")),
        ("en", "Resolution 2371 bans coal. Paragraph 9 bans seafood.", "Paragraph 9", (2371, "9")),
        (
            "en",
            "See paragraph 4(a) of Annex B to resolution 2231. Paragraph 6(b) of the same annex bars Iranian arms.",
            "Paragraph 6(b) of the same annex",
            (2231, "Annex B 6(b)"),
        ),
        (
            "fr",
            "La résolution 2371 interdit le charbon. Ladite résolution interdit le poisson.",
            "Ladite résolution",
            (2371, ""),
        ),
        ("fr", "La résolution 2371 interdit le charbon. Ce texte interdit le poisson.", "Ce texte", (2371, "")),
        (
            "fr",
            "Voir le paragraphe 4 a) de l'annexe B de la résolution 2231. Le paragraphe 6 b) de la même annexe interdit les armes.",
            "paragraphe 6 b) de la même annexe",
            (2231, "Annex B 6(b)"),
        ),
    ],
)
def test_words_that_point_back_take_the_last_citation(
    language: str, text: str, exact: str, cited: tuple[int, str]
) -> None:
    first, last = find(text, language)
    assert not first.anaphor
    assert last.anaphor
    assert last.exact == exact
    assert (last.cited[0].number, last.cited[0].paragraph) == cited


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Resolution 2371 bans coal. The resolution was adopted unanimously."),
        ("fr", "La résolution 2371 interdit le charbon. Ce texte a été adopté à l'unanimité."),
    ],
)
def test_words_that_point_back_count_only_where_a_rule_is_described(language: str, text: str) -> None:
    assert [mention.anaphor for mention in find(text, language)] == [False]


RULES: list[tuple[str, str, tuple[str, ...], str]] = [
    ("en", "Resolution 2371 bans coal exports.", ("coal_export",), "prohibits"),
    ("en", "Resolution 2397 requires states to repatriate workers.", ("worker_repatriation",), "requires"),
    ("en", "Resolution 2375 bars new work permits.", ("worker_authorisation",), "prohibits"),
    (
        "en",
        "Resolution 1718 forbids North Korea to test ballistic missiles.",
        ("ballistic_missile_launch",),
        "prohibits",
    ),
    ("en", "Resolution 1718 demands an end to nuclear tests.", ("nuclear_test",), "requires"),
    ("en", "Resolution 2397 caps crude oil.", ("crude_oil_import",), "caps"),
    ("en", "Resolution 2375 bans ship-to-ship transfers.", ("ship_to_ship_transfer",), "prohibits"),
    ("en", "Resolution 2374 imposed a travel ban.", ("travel_ban_breach",), "institutes"),
    ("en", "Resolution 2036 bans charcoal, not coal.", ("charcoal_export", "coal_export"), "prohibits"),
    ("fr", "La résolution 2371 interdit d'exporter du charbon.", ("coal_export",), "prohibits"),
    ("fr", "La résolution 2397 oblige à rapatrier les travailleurs.", ("worker_repatriation",), "requires"),
    ("fr", "La résolution 2036 proscrit le charbon de bois.", ("charcoal_export",), "prohibits"),
    ("fr", "La résolution 2397 plafonne le pétrole brut.", ("crude_oil_import",), "caps"),
    ("fr", "La résolution 1718 exige la fin des essais nucléaires.", ("nuclear_test",), "requires"),
]


@pytest.mark.parametrize(("language", "text", "activities", "verb"), RULES, ids=[row[1] for row in RULES])
def test_the_sentence_says_what_the_rule_does(
    language: str, text: str, activities: tuple[str, ...], verb: str
) -> None:
    (found,) = find(text, language)
    assert found.described.activities == activities
    assert verb in found.described.verbs


@pytest.mark.parametrize(
    ("language", "text", "givers", "takers"),
    [
        ("en", "Resolution 1747 bars Iran from exporting arms.", ("IRN",), ()),
        ("en", "Resolution 1970 bars the delivery of arms to Libya.", (), ("LBY",)),
        ("en", "Resolution 1874 bars buying arms from North Korea.", ("PRK",), ()),
        ("en", "Russia sold arms to Libya against resolution 1970.", ("RUS",), ("LBY",)),
        ("en", "The UN arms embargo on Libya forbids such deliveries.", (), ()),
        ("fr", "La résolution 1747 interdit à l'Iran d'exporter des armes.", ("IRN",), ()),
        ("fr", "La résolution 1970 interdit de livrer des armes à la Libye.", (), ("LBY",)),
    ],
)
def test_the_ends_of_a_flow_of_arms_are_told_apart(
    language: str, text: str, givers: tuple[str, ...], takers: tuple[str, ...]
) -> None:
    (found,) = find(text, language)
    assert (found.described.givers, found.described.takers) == (givers, takers)


def test_deadline_duty_and_amount_are_kept_for_the_check() -> None:
    (found,) = find(
        "Resolution 2397 requires all states to repatriate workers by 2019 and caps crude at 4 million barrels."
    )
    assert found.described.duty
    assert [(time.basis, time.last_day) for time in found.described.times] == [("deadline", date(2019, 12, 31))]
    assert [(amount.unit, amount.low) for amount in found.described.amounts] == [("barrel", 4_000_000)]


def test_each_citation_of_a_sentence_keeps_its_own_rule() -> None:
    first, second = find("Coal was banned by resolution 2371 and textiles by resolution 2375.")
    assert first.described.activities == ("coal_export",)
    assert second.described.activities == ("textile_export",)


@pytest.mark.parametrize("kind", [BlockKind.TEASER, BlockKind.CAPTION, BlockKind.BOILERPLATE, BlockKind.DATELINE])
def test_blocks_that_are_not_read_cite_nothing(kind: BlockKind) -> None:
    assert find_citations(document("UN sanctions apply.", "en", kind), ()) == ()


def test_without_sentences_the_blocks_are_split_here() -> None:
    text = "Talks went on.\n\nResolution 2371 bans coal. It breaks UN sanctions."
    found = find_citations(document(text, "en"), ())
    assert [mention.exact for mention in found] == ["Resolution 2371", "UN sanctions"]
    assert all(mention.sentence.holds(Span(mention.start, mention.end)) for mention in found)


def test_a_language_that_is_not_read_gives_nothing() -> None:
    assert find_citations(document("Die Resolution 2371 gilt. UN sanctions apply.", "de"), ()) == ()


@pytest.mark.parametrize(
    "text",
    [
        "resolutions " + ", ".join(str(1000 + step % 1700) for step in range(8000)),
        "resolution 2397 " + "(" * 40_000,
        "paragraph 8 " + "(a)" * 20_000 + " of resolution 2397",
        "paragraph 8 of " * 8000,
        "UN " * 30_000 + "sanctions",
        "new " * 30_000 + "sanctions of the UN",
        "resolution" + " " * 50_000 + "2397",
        "resolution " + "9" * 50_000,
        "resolution " * 3000,
        "\n".join("resolution 2397 bans arms to Iran" for _ in range(300)),
        "\u200b".join("UN sanctions " * 2000),
    ],
    ids=[
        "list",
        "brackets",
        "letters",
        "units",
        "bodies",
        "modifiers",
        "blanks",
        "digits",
        "heads",
        "lines",
        "invisible",
    ],
)
def test_endless_input_is_read_within_its_budget(text: str) -> None:
    found = find_citations(document(text, "en"), ())
    assert len(found) <= MAX_MENTIONS
    assert all(text[mention.start : mention.end] == mention.exact for mention in found)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_example_of_the_table_shows_its_word_at_work(language: str) -> None:
    path = bundle.folder("reference") / "languages" / language / "citation.csv"
    with path.open(encoding="utf-8", newline="") as handle:
        rows = [row for row in csv.DictReader(handle) if row["example"]]
    assert rows
    for row in rows:
        found = find(row["example"], language)
        assert found, row
        assert any(row["form"].lower() in mention.exact.lower() for mention in found) or row["class"] in ("body",), (
            row
        )
        if row["class"] == "body":
            assert any(row["value"] == cited.body for mention in found for cited in mention.cited), row


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_row_of_the_table_stands_twice(language: str) -> None:
    path = bundle.folder("reference") / "languages" / language / "citation.csv"
    with path.open(encoding="utf-8", newline="") as handle:
        keys = [(row["form"], row["class"], row["value"]) for row in csv.DictReader(handle)]
    assert len(keys) == len(set(keys))


def test_an_unknown_class_is_told_with_file_and_row(tmp_path: Path) -> None:
    home = tmp_path / "languages" / "en"
    home.mkdir(parents=True)
    (home / "citation.csv").write_text("form,class,value,example\nresolution,headword,,\n", encoding="utf-8")
    with pytest.raises(TableError, match=r"citation\.csv, row 2.*'headword' is not a class of citation words"):
        words_of_citations("en", tmp_path)


PIECES = st.sampled_from(
    [
        "resolution",
        "Résolution",
        "resolutions",
        "S/RES/2397",
        "2397",
        "(2017)",
        "1718,",
        "and",
        "à",
        "paragraphe",
        "8",
        "a)",
        "iii)",
        "Annex",
        "B",
        "of",
        "de",
        "la",
        "the",
        "U.N.",
        "ONU",
        "sanctions",
        "embargo",
        "on",
        "sur",
        "North",
        "Korea",
        "l’Iran",
        "bans",
        "interdit",
        "armes",
        "coal",
        "œuvre\u200b",
        "\xa0",
        ";",
        "«",
        "»",
        "the",
        "same",
        "texte",
    ]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(PIECES, max_size=30), st.sampled_from(["en", "fr"]))
def test_mentions_are_exact_slices_in_order_without_overlap(pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    found = find_citations(document(text, language), ())
    assert all(text[mention.start : mention.end] == mention.exact != "" for mention in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["en", "fr"]))
def test_any_text_is_read_without_a_fault(text: str, language: str) -> None:
    for mention in find_citations(document(text + " UN sanctions", language), ()):
        assert (text + " UN sanctions")[mention.start : mention.end] == mention.exact


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("en", "It recalls resolutions 1267 (1999) of 15 October 1999, 1333 (2000) of 19 December 2000 and 1390 (2002).", [1267, 1333, 1390]),
        ("en", "It recalls its resolutions 186 (1964) of 4 March, 187 (1964) of 13 March and 192 (1964) of 20 June.", [186, 187, 192]),
        ("en", "It recalls its resolution 1373 (2001) of 28 September 2001 and 1540 (2004) of 28 April 2004.", [1373, 1540]),
        ("en", "It recalls its resolutions 31 (1947) of 25 August 1947 and 93 (1951).", [31, 93]),
        ("en", "It recalls its resolutions 1718 (2006), 1874\n(2009), 2087 (2013) and\n2094 (2013), among others.", [1718, 1874, 2087, 2094]),
        ("en", "It met resolution 1970 (2011) of 26 February 2011, and 45 people spoke.", [1970]),
        ("fr", "Le texte rappelle les résolutions 1267 (1999) du 15 octobre 1999, 1333 (2000) du 19 décembre 2000 et 1390 (2002).", [1267, 1333, 1390]),
        ("fr", "Le texte rappelle la résolution 1718 (2006) du 14 octobre 2006, et 12 États s'abstiennent.", [1718]),
    ],
)  # fmt: skip
def test_a_list_goes_on_behind_days_and_line_breaks(language: str, text: str, numbers: list[int]) -> None:
    assert [cited.number for mention in find(text, language) for cited in mention.cited] == numbers
