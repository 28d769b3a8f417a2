"""Texts of the data, which are declared in Chinese, in the language spoken: names, units, definitions, clauses.

The Chinese text is the key, as gettext has it: a language keeps its own in the ``*.po`` files of its folder. A text
that it lacks, such as the name of an office's facility, stays as it is.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar

from locales.languages import DEFAULT, FOLDER, PSEUDO, current_language, list_languages
from locales.pseudo import stretch

Declared = TypeVar("Declared")
composed: dict[str, tuple[str, dict[str, str]]] = {}  # the template and the values of a text, by the text in Chinese


def translate(text: str) -> str:
    """A text of the data in the language that is spoken now."""
    language = current_language()
    return text if language == DEFAULT else _translate(text, language)


def list_translations(text: str) -> tuple[str, ...]:
    """A text in every language that has one, the default language first: what a file or a search may call it."""
    others = (_translate(text, language) for language in list_languages() if language != DEFAULT)
    return tuple(dict.fromkeys((text, *others)))


def list_names(declared: Any, field: str = "name") -> tuple[str, ...]:
    """A field of something that ``speaks`` in every language, the default language first."""
    return list_translations(declared.__dict__[field])


def declared_text(declared: Any, field: str) -> str:
    """A field of something that ``speaks`` as it is declared, whatever language is spoken."""
    text: str = declared.__dict__[field]
    return text


def list_parts(text: str) -> list[str]:
    """What has to be translated of a text: itself, or the template and the values that it was composed of."""
    if text not in composed:
        return [text]
    template, values = composed[text]
    return [template, *(part for value in values.values() for part in list_parts(value))]


def compose(template: str, **values: str) -> str:
    """A Chinese text from a template and what its ``{places}`` stand for, each of which is translated by itself."""
    text = template.format(**values)
    if text not in (template, *values.values()):
        composed[text] = (template, {key: own for key, own in values.items() if f"{{{key}}}" in template})
    return text


def speaks(*fields: str) -> Callable[[type[Declared]], type[Declared]]:
    """Make fields of a frozen dataclass, each a Chinese text or several, be read in the language spoken."""

    def decorate(declared: type[Declared]) -> type[Declared]:
        for field in fields:
            setattr(declared, field, SpokenField(field))
        return declared

    return decorate


def speaks_columns(field: str, *columns: str) -> Callable[[type[Declared]], type[Declared]]:
    """Make columns of a frame that a frozen dataclass holds speak, once for each language."""

    def decorate(declared: type[Declared]) -> type[Declared]:
        setattr(declared, field, SpokenColumns(field, columns))
        return declared

    return decorate


@cache
def read_texts(language: str) -> dict[str, str]:
    """The texts of the data in a language by the Chinese ones."""
    from babel.messages.pofile import read_po  # noqa: PLC0415  (no one who reads Chinese needs it)

    found: dict[str, str] = {}
    for path in sorted((FOLDER / language).glob("*.po")):
        with path.open("rb") as file:
            found |= {str(entry.id): str(entry.string) for entry in read_po(file) if entry.id and entry.string}
    return found


@cache
def _translate(text: str, language: str) -> str:
    if language == PSEUDO:
        return stretch(_translate(text, "en"))
    found = read_texts(language).get(text)
    if found is None and text in composed:
        template, values = composed[text]
        return _translate(template, language).format(**{key: _translate(own, language) for key, own in values.items()})
    return found or text


class SpokenField:
    """A field whose Chinese text, or texts, stays in the object's ``__dict__``."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, declared: Any, owner: type) -> Any:
        if declared is None:
            return self
        held, language = declared.__dict__[self.name], current_language()
        if language == DEFAULT:
            return held
        if isinstance(held, str):
            return _translate(held, language)
        kept = declared.__dict__.setdefault(f"_{self.name}_by_language", {})
        if language not in kept:
            kept[language] = self._translate_all(held)
        return kept[language]

    def __set__(self, declared: Any, value: Any) -> None:
        declared.__dict__[self.name] = value

    def _translate_all(self, held: Any) -> Any:
        if isinstance(held, Mapping):
            return {key: translate(text) for key, text in held.items()}
        return held.map(translate) if hasattr(held, "map") else type(held)(map(translate, held))


class SpokenColumns(SpokenField):
    """A field that holds a frame, some columns of which are texts."""

    def __init__(self, name: str, columns: tuple[str, ...]) -> None:
        super().__init__(name)
        self.columns = columns

    def _translate_all(self, held: Any) -> Any:
        return held.assign(**{name: held[name].map(translate) for name in self.columns if name in held.columns})
