"""Every message, in every language, against the code that says it."""

from itertools import chain
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from locales.catalogue import Catalogue
from locales.languages import DEFAULT, FOLDER, list_languages
from tests.conftest import ROOT
from tests.locales.code import count_chinese, list_calls

OTHERS = [language for language in list_languages() if language != DEFAULT]
FILES = sorted(FOLDER.glob("*/*.ftl"))
_REFERRED = "{{ {key}"  # how one message stands in another
# Chinese that is no word of ours: what it is.
DATA = dict(
    line.split("  ", 1) for line in (ROOT / "tests" / "locales" / "data.txt").read_text("utf-8").splitlines() if line
)


@pytest.fixture(scope="module")
def chinese():
    return Catalogue(DEFAULT)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_file_is_fluent_as_the_catalogue_reads_it(path):
    entries = FluentParser().parse(path.read_text("utf-8")).body
    assert [entry.content for entry in entries if isinstance(entry, ast.Junk)] == []
    keys = [entry.id.name for entry in entries if isinstance(entry, ast.Message)]
    catalogue = Catalogue(path.parent.name)
    assert len(keys) == len(set(keys))
    assert set(keys) <= catalogue.sources.keys()
    for entry in entries:
        if isinstance(entry, ast.Message) and entry.value:
            parsed = FluentParser().parse_entry(f"{entry.id.name} = {catalogue.sources[entry.id.name]}\n")
            assert parsed.equals(entry, ignored_fields=["span", "comment"]), entry.id.name


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_messages_in_the_same_files(language):
    for path in (FOLDER / DEFAULT).glob("*.ftl"):
        other = FOLDER / language / path.name
        assert _keys(path) == _keys(other), other
    assert {path.name for path in (FOLDER / language).glob("*.ftl")} == {
        path.name for path in (FOLDER / DEFAULT).glob("*.ftl")
    }


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_puts_in_the_same_values(language, chinese):
    other = Catalogue(language)
    differing = {
        key: (chinese.list_variables(key), other.list_variables(key))
        for key in chinese.sources
        if chinese.list_variables(key) != other.list_variables(key)
    }
    assert differing == {}


@pytest.mark.parametrize("language", OTHERS)
def test_no_other_language_holds_chinese_but_for_its_examples(language):
    texts = Catalogue(language).sources
    assert [key for key, text in texts.items() if any("\u4e00" <= letter <= "\u9fff" for letter in text)] == []


def test_every_message_that_is_said_is_there_and_gets_its_values(chinese):
    for call in list_calls():
        if call.whole:
            assert chinese.list_keys(call.keys[0]), call.place
            continue
        assert call.keys, f"{call.place}: an id is written out, so that it can be found"
        for key in call.keys:
            assert key in chinese.sources, f"{call.place}: {key}"
            lacking = chinese.list_variables(key) - (call.given or set())
            assert call.given is None or not lacking, f"{call.place}: {key} lacks {lacking}"


def test_every_message_is_said_somewhere(chinese):
    said = set(chain.from_iterable(call.keys for call in list_calls() if not call.whole))
    wholes = tuple(call.keys[0] for call in list_calls() if call.whole)
    texts = "\n".join(chinese.sources.values())
    singly = [(key, prefix) for prefix in wholes for key in said if key.startswith(prefix)]
    assert singly == [], "a script would get what is not meant for it"
    unsaid = [key for key in chinese.sources if key not in said and not key.startswith(wholes or ("-",))]
    assert [key for key in unsaid if _REFERRED.format(key=key) not in texts] == []


def test_nothing_is_said_while_a_module_is_imported_or_the_server_starts():
    """It would be said in one language for ever."""
    assert [call.place for call in list_calls() if call.at_import] == []


def test_no_chinese_stands_in_the_code():
    assert {path: count for path, count in count_chinese().items() if path not in DATA} == {}


def test_what_is_listed_still_holds_chinese():
    assert [path for path in DATA if path not in count_chinese()] == []


def _keys(path: Path) -> list[str]:
    parsed = FluentParser().parse(path.read_text("utf-8")).body
    return [entry.id.name for entry in parsed if isinstance(entry, ast.Message)]
