"""Other languages are said to be unread and never pass in silence: whole texts, short ones, and a part of a mixed one."""

from __future__ import annotations

from datetime import date

import pytest

from checker.documents.reading import document_from_text
from checker.pipeline import check_document, load_checker

TEXTS = {
    "de": "Nordkorea hat nach Angaben der Regierung in Seoul im April Granaten an Russland geliefert, und Moskau streitet das ab.",
    "es": "Corea del Norte envió proyectiles de artillería a Rusia en abril, según el gobierno de Seúl, pero Moscú lo niega.",
    "ru": "Северная Корея поставила России артиллерийские снаряды в апреле, как сообщили в Сеуле, но в Москве это отрицают.",
    "zh": "首尔说，朝鲜四月份向俄罗斯运送了炮弹，莫斯科否认这一说法。",
    "ar": "قالت سيول إن كوريا الشمالية أرسلت قذائف مدفعية إلى روسيا في أبريل، وتنفي موسكو ذلك.",
    "ko": "북한이 4월에 러시아에 포탄을 보냈다고 서울이 밝혔으나 모스크바는 이를 부인했다.",
}  # fmt: skip


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_a_text_in_another_language_is_one_skipped_entry(language: str, text: str) -> None:
    result = check_document(document_from_text(text, published=date(2024, 5, 14)), load_checker())
    assert result.document.language == language
    assert (result.findings, result.citations) == ((), ())
    (skipped,) = result.skipped
    assert (skipped.reason, skipped.start, skipped.end) == ("language", 0, len(text))
    assert f"'{language}' is not read; only English and French are" in skipped.detail


@pytest.mark.parametrize("text", ["Granaten", "弾", "Москва", "1718", "Бронь 12"])
def test_a_text_too_short_to_tell_is_not_taken_for_one_that_is_read(text: str) -> None:
    result = check_document(document_from_text(text), load_checker())
    assert [one.reason for one in result.skipped] == ["language"]


def test_a_good_part_in_the_other_language_that_is_read_is_told() -> None:
    english = "North Korea shipped shells to Russia in April, and the White House said that it would tell the Council of it."
    french = "La Corée du Nord a livré des obus à la Russie en avril, et la Maison-Blanche a dit que le Conseil le saurait."
    document = document_from_text("\n\n".join([english, english, english, french, french]))
    assert any(one.startswith("language_mixed: a good part of the text is in fr") for one in document.notices)
