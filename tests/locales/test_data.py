"""Texts of the data in every language: what is declared in Chinese is read in the language spoken."""

from dataclasses import dataclass

import pandas as pd
import pytest

from locales import DEFAULT, list_languages, speaking
from locales.data import (
    compose,
    composed,
    declared_text,
    list_names,
    list_translations,
    read_texts,
    speaks,
    speaks_columns,
    translate,
)
from tests.locales.data_texts import list_data_texts

OTHERS = [language for language in list_languages() if language != DEFAULT]


@speaks("name", "aliases")
@speaks_columns("areas", "name")
@dataclass(frozen=True)
class Declared:
    """Something that speaks."""

    name: str
    aliases: tuple[str, ...] = ()
    areas: pd.DataFrame | None = None


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_of_the_shipped_data_has_one_in_every_language(language):
    assert list_data_texts() - read_texts(language).keys() == set()


@pytest.mark.parametrize("language", OTHERS)
def test_no_text_of_a_language_is_without_use(language):
    texts = list_data_texts() | composed.keys()  # another test may have composed what is declared as a whole
    assert read_texts(language).keys() - texts - {"万人", "亿元", "{outer}{inner}"} == set()  # of files


@pytest.mark.parametrize("language", OTHERS)
def test_no_text_of_a_language_holds_chinese(language):
    assert [text for text in read_texts(language).values() if any("\u4e00" <= one <= "\u9fff" for one in text)] == []


def test_a_field_is_read_in_the_language_spoken_and_stays_as_declared():
    one = Declared("连州市", ("阳山县",))
    with speaking("en"):
        assert (one.name, one.aliases) == ("Lianzhou City", ("Yangshan County",))
        assert declared_text(one, "name") == "连州市"
    assert (one.name, one.aliases) == ("连州市", ("阳山县",))


def test_a_column_is_read_in_the_language_spoken():
    one = Declared("", areas=pd.DataFrame({"name": ["连州市"], "group": ["北部"]}))
    with speaking("en"):
        assert one.areas.loc[0].tolist() == ["Lianzhou City", "北部"]
    assert one.areas.loc[0, "name"] == "连州市"


def test_a_text_that_a_language_lacks_stays_as_it_is():
    with speaking("en"):
        assert translate("某单位的卫生站") == "某单位的卫生站"


def test_a_composed_text_is_translated_piece_by_piece():
    text = compose("没有{type}的乡镇数", type=compose("{outer}{inner}", outer="连州市", inner="小学"))
    assert text == "没有连州市小学的乡镇数"
    with speaking("en"):
        assert translate(text) == "Primary school, Lianzhou City: townships without one, number"


def test_the_pseudo_language_stretches_texts_of_the_data():
    with speaking("en-XA"):
        assert translate("小学") == "Prîîmààrý sçhööööl"


def test_a_name_is_known_in_every_language():
    assert list_names(Declared("连州市")) == list_translations("连州市") == ("连州市", "Lianzhou City")
