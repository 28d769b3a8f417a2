"""The messages of a language: read when the first one is asked for, each parsed when it is first said.

A message without a value is found in a dictionary afterwards. Only those with values need Fluent, whose parser and
plural rules take longer to import than all files to read.
"""

import re
from collections.abc import Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from locales.languages import DEFAULT, FOLDER, PSEUDO, current_language
from locales.pseudo import stretch

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

# What begins at the start of a line, with the indented lines after it.
_ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*) *= *((?:.*)(?:\n(?:[ ].*|(?=\n+[ ])))*)", re.MULTILINE)
_REFERENCE = re.compile(r"\{ *(-?[a-zA-Z][\w-]*)")
_SYNTAX = re.compile(r"[{}\n]")  # of a value that is not its text


class Catalogue:
    """The messages of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._said: dict[str, str] = {}  # of messages without values
        self._parsed: set[str] = set()

    @cached_property
    def sources(self) -> dict[str, str]:
        """The value of every message and term as its file has it."""
        files = sorted((FOLDER / ("en" if self.language == PSEUDO else self.language)).glob("*.ftl"))
        return {key: value for file in files for key, value in _ENTRY.findall(file.read_text("utf-8"))}

    def say(self, key: str, values: Mapping[str, Any]) -> str:
        """A message with its values. Raises KeyError for an unknown one, LookupError for one that lacks a value."""
        if values:
            return self._format(key, values)
        said = self._said.get(key)
        if said is None:
            source = self.sources[key]
            said = self._said[key] = (
                self._format(key, {}) if _SYNTAX.search(source) else self._write(source.rstrip(" \n\r"))
            )
        return said

    def list_keys(self, prefix: str) -> list[str]:
        """The messages whose ids begin alike, in the order of their file."""
        return [key for key in self.sources if key.startswith(prefix)]

    def list_variables(self, key: str) -> set[str]:
        """What a message wants to be given."""
        source = self.sources[key]
        behind = (name for name in _REFERENCE.findall(source) if name in self.sources)
        return {*re.findall(r"\$([a-zA-Z][\w-]*)", source)}.union(*map(self.list_variables, behind))

    def _write(self, text: str) -> str:
        return stretch(text) if self.language == PSEUDO else text

    @cached_property
    def _bundle(self) -> "FluentBundle":
        from fluent.runtime import FluentBundle  # noqa: PLC0415  (a twentieth of a second)

        return FluentBundle([self.language, "en"], use_isolating=False)

    def _format(self, key: str, values: Mapping[str, Any]) -> str:
        self._parse(key)
        pattern: Any = self._bundle.get_message(key).value
        said, errors = self._bundle.format_pattern(pattern, {name: _as_fluent(value) for name, value in values.items()})
        if errors:
            raise LookupError(f"{self.language} {key}: {errors[0]}") from errors[0]
        return str(said)

    def _parse(self, key: str) -> None:
        """Give the bundle a message, and those that it refers to."""
        if key in self._parsed:
            return
        from fluent.runtime import FluentResource  # noqa: PLC0415  (as above)

        source = self.sources[key]
        for name in _REFERENCE.findall(source):
            if name in self.sources:
                self._parse(name)
        resource = FluentResource(f"{key} = {source}\n")
        if self.language == PSEUDO:
            _stretch_texts(resource)
        self._bundle.add_resource(resource)
        self._parsed.add(key)


def say(key: str, /, **values: Any) -> str:
    """A message in the language that is spoken now, with its values.

    Values are texts as they are to be read; whole numbers choose the plural form. Raises KeyError, LookupError.
    """
    return find_catalogue(current_language()).say(key, values)


def say_all(prefix: str) -> dict[str, str]:
    """The messages whose ids begin with ``prefix``, for a script: by the rest of the id, with _ for -.

    Places of values stay: ``{count}``, which the script fills.
    """
    catalogue = find_catalogue(current_language())
    return {
        key.removeprefix(prefix).replace("-", "_"): catalogue.say(
            key, {name: f"{{{name}}}" for name in catalogue.list_variables(key)}
        )
        for key in catalogue.list_keys(prefix)
    }


@cache
def find_catalogue(language: str) -> Catalogue:
    """The catalogue of a language, the default one's where it has none."""
    catalogue = Catalogue(language)
    return catalogue if catalogue.sources else Catalogue(DEFAULT)


def _as_fluent(value: Any) -> Any:
    """A value as Fluent takes it: a whole number can choose a plural form and is written plainly, as in ``2016``."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        from fluent.runtime.types import fluent_number  # noqa: PLC0415  (as above)

        return fluent_number(value, useGrouping=False)
    return str(value)


def _stretch_texts(resource: Any) -> None:
    """Stretch the texts between the values of a message."""
    from fluent.syntax import FluentParser, ast, visitor  # noqa: F401, PLC0415  (only for the pseudo-language)

    class Stretch(visitor.Visitor):
        def visit_TextElement(self, node: Any) -> None:  # noqa: N802  (its name for it)
            node.value = stretch(node.value)

    Stretch().visit(resource)
