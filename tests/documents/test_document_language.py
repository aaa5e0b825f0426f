"""Which language the prose of a page is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.documents.blocks import split_blocks
from checker.documents.language import detect_language, is_read, second_language

ENGLISH = "The ministry said that the ship had left the port with a cargo of coal and had not been seen since then."
FRENCH = (
    "Le ministère a déclaré que le navire avait quitté le port avec une cargaison de charbon et n'a pas été revu."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (FRENCH, "fr"),
        ("El gobierno negó que las armas fueran vendidas por la empresa.", "es"),
        ("Die Regierung hat die Lieferung von Waffen nicht bestätigt.", "de"),
        ("Il governo ha negato che le armi siano state vendute dalla società.", "it"),
        ("O governo não confirmou que as armas foram vendidas pela empresa.", "pt"),
        ("De regering heeft niet bevestigd dat het wapens zijn.", "nl"),
        ("КНДР поставила России снаряды, сообщили в Сеуле, но Москва это отрицает.", "ru"),
        ("КНДР передала Росії снаряди, повідомили в Сеулі.", "uk"),
        ("كوريا الشمالية ترسل قذائف إلى روسيا", "ar"),
        ("朝鲜向俄罗斯运送炮弹", "zh"),
        ("北朝鮮がロシアに砲弾を送った", "ja"),
        ("북한이 러시아에 포탄을 보냈다", "ko"),
        ("کره شمالی گلوله‌های توپ به روسیه فرستاد", "fa"),
    ],
)
def test_a_sentence_of_each_language(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("headline", "language"),
    [
        ("North Korea ships shells to Russia, White House says", "en"),
        ("Iran arms Houthis", "en"),
        ("Moscow denies it", "en"),
        ("La Corée du Nord fournit des armes à Poutine", "fr"),
        ("L’Iran dément", "fr"),
        ("Obus nord-coréens : Moscou nie", "fr"),
        ("Corea del Norte envía armas a Rusia, según la Casa Blanca", "es"),
    ],
)
def test_short_headlines(headline: str, language: str) -> None:
    assert detect_language(headline) == language


@pytest.mark.parametrize("text", ["", "123 456", "Kim Jong Un", "Wagner Group", "…", "xqz " * 50])
def test_what_names_no_language_is_undetermined(text: str) -> None:
    assert detect_language(text) == "und"


@pytest.mark.parametrize(
    "text",
    [
        "Nordkorea har skickat granater till Ryssland, säger Vita huset. Det är en del av ett större avtal som "
        "man har gjort med landet och som inte har varit känt tidigare. Regeringen i Moskva säger att det inte är "
        "sant och att man inte har fått något av detta, och den vill nu ha en ursäkt.",
        "Coreea de Nord a trimis Rusiei obuze de artilerie, a anunțat Casa Albă. Autoritățile de la Moscova neagă "
        "că o astfel de livrare a avut loc și spun că nu există nicio dovadă în acest sens. Experții cred că "
        "transportul a fost făcut la bordul unei nave.",
        "Korea Utara telah mengirim peluru artileri ke Rusia, kata Gedung Putih. Pihak berwenang di Moskow membantah "
        "bahwa pengiriman itu pernah terjadi dan mengatakan bahwa tidak ada bukti.",
    ],
    ids=["Swedish", "Romanian", "Indonesian"],
)
def test_other_languages_are_never_taken_for_one_that_is_read(text: str) -> None:
    assert not is_read(detect_language(text))


@pytest.mark.parametrize(("one", "other", "language"), [(FRENCH, ENGLISH, "fr"), (ENGLISH, FRENCH, "en")])
def test_the_majority_of_the_prose_decides(one: str, other: str, language: str) -> None:
    text = "\n\n".join([other, one, one, one])
    assert detect_language(text, split_blocks(text)) == language


def test_notices_and_links_of_a_site_in_another_language_do_not_vote() -> None:
    notice = "This website uses cookies to improve your experience. We will assume that you are happy with that."
    links = "\n".join(
        ["READ ALSO", *(f"What the minister said about the port and the ships of {n}" for n in range(9))]
    )
    text = "\n\n".join(["Home > World > Asia", FRENCH, notice, links])
    assert detect_language(text, split_blocks(text)) == "fr"


def test_the_end_of_a_long_text_votes_too() -> None:
    text = (ENGLISH + "\n\n") * 40 + (FRENCH + "\n\n") * 400
    assert detect_language(text, split_blocks(text)) == "fr"


def test_a_good_part_in_the_other_language_is_noticed() -> None:
    mixed = "\n\n".join([FRENCH] * 4 + [ENGLISH] * 4)
    pure = "\n\n".join([FRENCH] * 8)
    assert second_language(mixed, split_blocks(mixed), "fr") == "en"
    assert second_language(pure, split_blocks(pure), "fr") == ""
    assert second_language(mixed, split_blocks(mixed), "de") == ""


@pytest.mark.parametrize(
    ("language", "read"), [("en", True), ("fr", True), ("de", False), ("und", False), ("", False)]
)
def test_the_languages_that_are_read(language: str, read: bool) -> None:
    assert is_read(language) is read


@given(st.text(max_size=200))
def test_any_text_has_an_answer(text: str) -> None:
    assert 2 <= len(detect_language(text)) <= 3
