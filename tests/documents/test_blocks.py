"""Pages as blocks. Each page is a table: what a paragraph should be, and its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.documents.blocks import READ_KINDS, WEIGHTS, skipped_blocks, split_blocks, words_of
from checker.documents.lines import split_units
from checker.model import Block, BlockKind, Skipped

Page = list[tuple[str, str]]

TABLOID: Page = [
    ("boilerplate", "Home » NEWS » Hermit kingdom fills Moscow's depots, spies say"),
    ("headline", "Hermit kingdom fills Moscow's depots, spies say"),
    ("dateline", "By"),
    ("boilerplate", "Share Tweet Email Print"),
    ("body", "She would not say which way the trains had gone."),
    ("boilerplate", "Ukraine"),
    ("body", "More than a million shells have left the North since August, lawmakers were told on Wednesday."),
    ("caption", "Vladimir Putin Kim Jong Un"),
    ("body", "The Kremlin dismissed the figures."),
    ("teaser", "DON'T MISS"),
    ("teaser", "Minister under fire over 'reckless' remarks as ally keeps his distance [INSIGHT]"),
    ("teaser", "Why did the admiral choose the jungle when his career was over? [REVEAL]"),
    ("teaser", "Joe Biden"),
    ("body", "Iran has also sent staff to the peninsula to keep the drones in working order, officials said."),
    ("caption", "A crane lifts containers at the port of Rajin (Image: Getty)"),
    ("boilerplate", "UkraineRussia"),
    ("body", "In return the country is paid in flour, maize and sunflower oil."),
    ("teaser", "Related Articles"),
    ("boilerplate", "This website uses cookies to improve your experience. Accept Read More"),
]

TABLOID_FR: Page = [
    ("boilerplate", "Accueil » MONDE » Le royaume ermite remplit les dépôts de Moscou"),
    ("headline", "Le royaume ermite remplit les dépôts de Moscou"),
    ("dateline", "par Rédaction web | 2 novembre 2023, 11 h 42 | Lecture : 3 minutes"),
    ("body", "Elle n'a pas voulu dire par où passaient les trains."),
    ("body", "Le Sénat l'a confirmé. place."),
    ("teaser", "À LIRE AUSSI : Pyongyang vendait déjà des roquettes [DOCUMENT]"),
    ("body", "En échange le pays se ferait payer en farine et en maïs."),
    ("caption", "Légende : Une usine de munitions. Photo d'archives"),
    ("teaser", "A NE PAS MANQUER"),
    ("teaser", "Ce chien parle coréen (VIDÉO)"),
    ("teaser", "« Je n'ai jamais vu ça » : le récit d'un marin, quinze ans après"),
    ("body", "Le Koweït, lui, avait renvoyé chez eux ses derniers ouvriers dès le mois d'octobre."),
    ("boilerplate", "CoréeRussieArmes"),
    ("body", "À Séoul, la bourse a terminé en hausse de 1,1 %."),
    ("teaser", "Sur le même sujet"),
    ("boilerplate", "Ce site utilise des cookies afin d'améliorer votre confort. Tout accepter"),
    ("boilerplate", "Laisser un commentaire"),
]

WIRE: Page = [
    ("headline", "Washington says shells still reach Russia through Pacific port"),
    ("dateline", "By Hollis Brandt and Ines Verhoeven"),
    ("dateline", "WASHINGTON, May 14 (Meridian Wire) -"),
    ("body", "Trains carry the shells west, the White House said."),
    ("body", "“They keep coming,” an official said,"),
    ("body", "- two trains a week;"),
    ("body", "- one ship a month"),
    ("dateline", "(Reporting by Hollis Brandt; Editing by P. Talbot)"),
    ("dateline", "With agencies"),
]

PRESS_RELEASE: Page = [
    ("headline", "Security Council Extends Measures for One Year"),
    ("dateline", "NEW YORK, 30 May 2024"),
    ("body", "The Council,"),
    ("body", "Recalling its resolutions and the statements of its President,"),
    ("body", "1. Decides to renew the measures until 31 May 2025;"),
    ("body", "2. Decides to remain seized of the matter."),
    ("boilerplate", "* *** *"),
]

BLOG: Page = [
    ("headline", "# What the dhows carried"),
    ("headline", "*A broker's notes show how the trade went on after it was closed*"),
    ("headline", "## The cargo"),
    ("body", "The crates held [rifles](https://example.org/r) and **mortars**, the notes say."),
    ("caption", "![A dhow at anchor](dhow.png)"),
    ("quote", "> The crates are counted twice, and nobody signs for them."),
    ("body", "* rifles, 2,000"),
    ("body", "* mortars"),
    ("boilerplate", "---"),
    ("teaser", "*Related: Squid and silence on the Yalu*"),
    ("teaser", "- [Another story of the sea](https://example.org/s)"),
]

TRANSCRIPT: Page = [
    ("headline", "Briefing by the spokesman"),
    ("body", "MR KIRBY: Good afternoon, everybody."),
    ("body", "Q: Did the trains arrive?"),
    ("body", "MR KIRBY: No."),
    ("body", "QUESTION: Any comment on the ships"),
    ("body", "MS RUIZ: We have seen the reports"),
]

LIVE: Page = [
    ("headline", 'LIVE: Allies open drills as envoy warns of "fire"'),
    ("dateline", "Monday 13 March 2023"),
    ("body", "14:20 That's all for today"),
    ("body", "The blog is closed now."),
    ("body", "13 h 05 | Séoul répond"),
    ("dateline", "12:40"),
    ("body", "A submarine fired two cruise missiles into the sea on Sunday, state media report."),
]

PAYWALL: Page = [
    ("boilerplate", "Skip to content"),
    ("boilerplate", "World"),
    ("headline", "Tanker met at sea, images show"),
    ("dateline", "Published Nov 3, 2022, 5:04 PM EDT"),
    ("body", "The tanker met a smaller ship north of the bank, images show."),
    ("boilerplate", "Advertisement"),
    ("body", "Correction: an earlier version gave the wrong day."),
    ("boilerplate", "Already a subscriber? Log in"),
    ("boilerplate", "Sign up for our daily newsletter"),
    ("boilerplate", "© 2022 The Post. All rights reserved."),
    ("boilerplate", "12 comments"),
    ("boilerplate", "Harold says:"),
    ("boilerplate", "This is what they always do, and nobody stops them."),
]


def join(page: Page, between: str = "\n\n") -> str:
    return between.join(words for _, words in page)


def kinds_of(page: Page, between: str = "\n\n") -> Page:
    """The kind of the block that holds each paragraph."""
    text = join(page, between)
    blocks = split_blocks(text)
    found, at = [], 0
    for _, words in page:
        start = text.index(words, at)
        at = start + len(words)
        (kind,) = {str(block.kind) for block in blocks if block.start < at and block.end > start}
        found.append((kind, words))
    return found


def read(text: str) -> list[tuple[str, str]]:
    return [(str(block.kind), text[block.start : block.end]) for block in split_blocks(text)]


@pytest.mark.parametrize(
    "page",
    [TABLOID, TABLOID_FR, PRESS_RELEASE, BLOG, TRANSCRIPT, LIVE, PAYWALL],
    ids=["tabloid", "French tabloid", "press release", "blog", "transcript", "live page", "paywall"],
)
def test_pages(page: Page) -> None:
    assert kinds_of(page) == page


def test_an_agency_report_begins_with_its_dateline() -> None:
    page = [*WIRE[:2], ("dateline", f"{WIRE[2][1]} {WIRE[3][1]}"), *WIRE[4:]]
    assert read(join(page)) == WIRE


@pytest.mark.parametrize("page", [TABLOID, TABLOID_FR], ids=["English", "French"])
def test_the_same_page_without_empty_lines(page: Page) -> None:
    assert kinds_of(page, "\n") == page


@pytest.mark.parametrize("page", [TABLOID_FR, LIVE, PAYWALL])
def test_line_ends_of_other_systems(page: Page) -> None:
    assert kinds_of(page, "\r\r") == page


def test_links_that_follow_each_other_are_one_block() -> None:
    text = join(TABLOID)
    (links,) = [block for block in split_blocks(text) if text[block.start :].startswith("DON'T MISS")]
    assert text[links.start : links.end].endswith("Joe Biden")


@pytest.mark.parametrize(
    "header",
    [
        "READ ALSO", "Read more:", "RELATED", "Related stories", "Recommended", "Recommended for you", "Most read",
        "MORE FROM WORLD NEWS:", "You may also like", "TRENDING", "Don't miss", "À LIRE AUSSI", "A LIRE AUSSI :",
        "Lire aussi", "À NE PAS MANQUER", "Sur le même sujet", "Les plus lus", "VOIR AUSSI", "Articles liés",
        "Dans la même rubrique", "**À lire également**",
    ],
)  # fmt: skip
def test_headers_of_links(header: str) -> None:
    prose = "The ministry said that the ship had left the port with coal."
    page = [("body", prose), ("teaser", header), ("teaser", "Envoy sells again"), ("body", prose + " It is at sea.")]
    assert kinds_of(page) == page


@pytest.mark.parametrize(
    "sentence",
    [
        "Related to this, the panel found two more ships.",
        "Recommended measures include a closer watch on the straits.",
        "Read more slowly, the letter says that coal was sold.",
        "Watch keepers saw the ship leave the port at night.",
        "Popular anger over the shipments grew in the capital.",
        "Loading of the ship took two days at Nampo.",
        "Terms of the deal were not disclosed.",
        "Sponsored by Tehran, the militia took delivery of rockets.",
        "Comments by the envoy were not welcome in Moscow.",
        "By Thursday the ships had left the port.",
        "Par ailleurs, le navire a quitté le port.",
        "Image makers of the North have a new film.",
        "Correction officers seized the rifles.",
        "Il a dit « oui » puis « non » et encore « oui » au sujet des obus.",
        "Home to two shipyards, the port builds submarines.",
        "Mr. Kirby: a man of few words, his friends say.",
        "The ministry denied the report. (Reuters)",
        "Non.",
    ],
)
def test_prose_that_looks_like_furniture_is_prose(sentence: str) -> None:
    page = [("headline", "Ship leaves port with coal"), ("body", sentence)]
    assert kinds_of(page) == page


@pytest.mark.parametrize(
    ("paragraph", "tail", "kind"),
    [
        ("The ship left the port on Monday.", " Share this article", "boilerplate"),
        ("The ship left the port on Monday.", "Share this article", "boilerplate"),
        ("The ship left the port on Monday.", " Sign up for our daily newsletter", "boilerplate"),
        ("The ship left the port on Monday.", " This website uses cookies. Accept", "boilerplate"),
        ("The ship left the port on Monday.", " READ ALSO: Envoy sells again", "teaser"),
        ("Le navire a quitté le cœur du port lundi.", " Lire aussi : L'émissaire récidive", "teaser"),
        ("Le navire a quitté le port, dit-elle.", " Inscrivez-vous à notre newsletter !", "boilerplate"),
        ("“The ship left the port on Monday,” she said.", " Read more", "teaser"),
    ],
)
def test_what_is_glued_to_the_end_of_a_paragraph_is_cut_off(paragraph: str, tail: str, kind: str) -> None:
    text = f"Ship leaves port with coal\n\n{paragraph}{tail}\n\nIt was seen at sea."
    assert read(text)[1:3] == [("body", paragraph), (kind, tail.strip())]


def test_a_notice_in_the_middle_of_a_paragraph_takes_no_sentence_with_it() -> None:
    paragraph = "The ship left the port on Monday. Share this article. It carried coal for the army of the North."
    assert read("Ship leaves port with coal\n\n" + paragraph)[1] == ("body", paragraph)


@pytest.mark.parametrize(
    "caption",
    [
        "Photo: A ship at Nampo.", "Workers unload coal at Wonsan (AFP)", "Kim Jong Un with his guest | Reuters",
        "File photo of a ship", "Image: KCNA", "Crédit photo : Agence Boréale", "Kim Jong-un Corée du Nord",
        "*Photo : la gare de Séoul. © M. Kerbrat*", "A ship at the pier. Getty Images", "Jean Kirby",
    ],
)  # fmt: skip
def test_captions(caption: str) -> None:
    prose = "The ministry said that the ship had left the port with coal."
    page = [("body", prose), ("caption", caption), ("body", prose)]
    assert kinds_of(page) == page


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Ship leaves port with coal, ministry of the sea says\n\n"
        "The ministry said on Thursday that the ship had left the port with a\n"
        "cargo of coal. It was bound for a port in the north of the country,\n"
        "where two others had been seen in May. Nobody would say who had bought\n"
        "the coal.\n\n"
        "A second ship followed a day later. It was loaded at night by soldiers\n"
        "who had come by train.\n"
    )
    assert [words.split("\n")[0][:12] for _, words in read(text)] == ["Ship leaves ", "The ministry", "A second shi"]


def test_a_line_broken_in_its_sentence_goes_on() -> None:
    text = "The ministry said on Thursday that the ship had\nleft the port.\n\nIt was at sea."
    assert [kind for kind, _ in read(text)] == ["body", "body"]


def test_short_lines_of_full_sentences_stay_apart() -> None:
    text = "The ship left the port of Nampo on Monday at noon.\nThe ministry would not say where it was bound for."
    assert len(read(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "North Korea shipped shells to Russia",
        "Did North Korea ship shells to Russia?",
        "North Korea shipped shells to Russia. Moscow denies it. " * 30,
    ],
    ids=["no full stop", "a question", "many sentences"],
)
def test_a_text_of_one_line_is_body(text: str) -> None:
    assert [kind for kind, _ in read(text)] == ["body"]


def test_lines_without_full_stops_are_body_when_there_is_no_other() -> None:
    text = "Ships of the North\n\nCoal went to the port of Wonhai in May\n\nTwo tankers met at sea in June"
    assert [kind for kind, _ in read(text)] == ["headline", "body", "body"]


@pytest.mark.parametrize("headline", ["Will the ships sail again?", "“They keep coming!”", "Iran : jusqu'où ?"])
def test_a_headline_may_ask_or_exclaim(headline: str) -> None:
    page = [("headline", headline), ("body", "The ministry would not say.")]
    assert kinds_of(page) == page


def test_a_title_known_from_elsewhere_is_the_headline_wherever_it_stands() -> None:
    text = "Ships.\n\nThe ships of Nampo sail.\n\nThe ministry would not say."
    kinds = [str(block.kind) for block in split_blocks(text, title="The ships of Nampo sail.")]
    assert kinds == ["body", "headline", "body"]


def test_front_matter_is_boilerplate() -> None:
    text = "---\ntitle: x\n---\n\nThe ship left the port."
    blocks = split_blocks(text, text.index("\n\nThe"))
    assert blocks == (Block(BlockKind.BOILERPLATE, 0, 16, 0.0), Block(BlockKind.BODY, 18, len(text), 1.0))


def test_a_pull_quote_is_kept_once() -> None:
    quote = "“Nobody would tell us where the ship was bound for that night”"
    sentence = f"{quote[:-1]},” said the harbour master, who asked not to be named."
    text = f"Ship leaves port with coal\n\nThe ship left.\n\n{quote}\n\n{sentence}"
    blocks = split_blocks(text)
    assert [(str(block.kind), block.weight) for block in blocks] == [
        ("headline", 0.6),
        ("body", 1.0),
        ("quote", 0.0),
        ("body", 1.0),
    ]


def test_a_paragraph_said_twice_is_kept_once() -> None:
    quote = "“Nobody would tell us where the ship was bound for that night.”"
    text = f"The ship left.\n\n{quote}\n\nIt came back.\n\n{quote}"
    assert [block.weight for block in split_blocks(text)] == [1.0, 1.0, 1.0, 0.0]


def test_an_embedded_post_is_a_quotation_of_its_account() -> None:
    text = "The ship left.\n\nCoal again, nobody stops it.\n\n— Jane Doe (@janedoe) November 3, 2022\n\nIt came back."
    assert [(str(block.kind), block.weight) for block in split_blocks(text)] == [
        ("body", 1.0),
        ("quote", 0.7),
        ("quote", 0.7),
        ("body", 1.0),
    ]


def test_a_link_to_the_comments_above_the_article_does_not_end_it() -> None:
    page = [
        ("headline", "Ship leaves port with coal"),
        ("boilerplate", "Comments"),
        *[("body", f"The ministry said that ship number {n} had left the port.") for n in range(20, 26)],
        ("boilerplate", "Leave a comment"),
        ("boilerplate", "Lies. The North sold nothing to anybody, ever."),
    ]
    assert kinds_of(page) == page


def test_a_word_from_the_menu_is_no_headline() -> None:
    page = [
        ("boilerplate", "Menu"),
        ("boilerplate", "MONDE"),
        ("headline", "Un navire quitte le port"),
        ("body", "Il est parti."),
    ]
    assert kinds_of(page) == page


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# A title", "A title"),
        ("> A quotation.", "A quotation."),
        ("- An item of a list.", "An item of a list."),
        ("3. Decides to renew.", "Decides to renew."),
        ("A paragraph.", "A paragraph."),
    ],
)
def test_the_words_of_a_block_leave_its_mark_out(text: str, words: str) -> None:
    text = f"The ship left.\n\n{text}\n\nIt came back."
    block = split_blocks(text)[1]
    span = words_of(text, block)
    assert text[span.start : span.end] == words


def test_a_heading_may_be_underlined() -> None:
    text = "Ships of the North\n==================\n\nThe ship left.\n\nThe cargo\n---------\n\nIt was coal."
    assert [kind for kind, _ in read(text)] == ["headline", "body", "headline", "body"]
    assert [unit.mark for unit in split_units(text)] == ["heading", "", "heading", ""]


def test_what_is_not_read_is_reported_with_its_kind() -> None:
    text = join(TABLOID)
    blocks = split_blocks(text)
    skipped = skipped_blocks(blocks)
    assert Skipped(0, len(TABLOID[0][1]), "boilerplate") in skipped
    assert {entry.reason for entry in skipped} == {"boilerplate", "teaser", "caption", "dateline"}
    assert len(skipped) + sum(block.kind in READ_KINDS for block in blocks) == len(blocks)


def test_a_quotation_without_weight_is_reported_too() -> None:
    assert skipped_blocks([Block(BlockKind.QUOTE, 0, 5, 0.0), Block(BlockKind.QUOTE, 6, 9)]) == (
        Skipped(0, 5, "quote"),
    )


def test_every_kind_has_a_weight() -> None:
    assert set(WEIGHTS) == set(BlockKind)


LINES = st.lists(
    st.one_of(
        st.sampled_from([words for page in (TABLOID, TABLOID_FR, WIRE, BLOG, LIVE, PAYWALL) for _, words in page]),
        st.text(alphabet=st.sampled_from("aBé œ.!?»«\"'>#-*[]()@:/|\t\u00a0\u200b\ufeff3朝"), max_size=40),
    ),
    max_size=12,
)
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", " \n \n", "\n\n\n"])


@given(LINES, BREAKS, st.integers(0, 30))
def test_blocks_hold_everything_visible_once_and_in_order(lines: list[str], between: str, start: int) -> None:
    text = between.join(lines)
    start = min(start, len(text))
    blocks = split_blocks(text, start)
    covered = [at for block in blocks for at in range(block.start, block.end)]
    assert covered == sorted(set(covered))
    assert {at for at, char in enumerate(text) if not char.isspace()} <= set(covered)
    assert all(block.start < block.end <= len(text) for block in blocks)
    assert all(not text[block.start].isspace() and not text[block.end - 1].isspace() for block in blocks)


@given(LINES)
def test_the_same_text_gives_the_same_blocks(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert split_blocks(text) == split_blocks(text)


@pytest.mark.parametrize(
    "text",
    [
        "North Korea sold shells. " * 40_000,
        "a" * 1_000_000,
        "[" * 1_000_000,
        "(" * 1_000_000,
        '"' * 1_000_000,
        "Joe Biden\n" * 20_000,
        "> “" + "x" * 40 + "”\n\n" + "> “xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx” \n\n" * 5_000,
        "READ ALSO\n" * 20_000,
        "Comments\n" * 20_000,
        "SEOUL, Nov. 3 (Agency) — North.\n" * 5_000,
        "a » " * 250_000,
        " " * 1_000_000 + "a",
        "\n" * 1_000_000 + "a",
        "a\r" * 50_000,
        "e" + "\u0301" * 300_000,
        ("x" * 70 + " word\n") * 10_000,
    ],
    ids=[
        "one line of sentences", "one word", "brackets", "parentheses", "quotes", "short lines", "quotations",
        "headers of links", "headers of comments", "datelines", "breadcrumb", "blanks", "empty lines",
        "carriage returns", "loose accents", "wrapped",
    ],
)  # fmt: skip
def test_hostile_pages_are_split_too(text: str) -> None:
    blocks = split_blocks(text)
    assert blocks
    assert blocks[-1].end == len(text.rstrip())
