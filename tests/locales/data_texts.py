"""Every text that the shipped data declare in Chinese, in the pieces that a language has to translate."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from datasets.analyses.pack_request import read_presets
from datasets.imports.forms.forms import (
    COMMON_NOTES,
    FIGURE,
    FIGURE_KINDS,
    FORM_KINDS,
    FORMS,
    LONG_NOTES,
    WIDE,
    WIDE_NOTES,
)
from datasets.shipped.load import load_foundation
from datasets.shipped.regions import read_divisions
from locales.data import SpokenColumns, SpokenField, list_parts
from tests.conftest import ROOT

REGIONS = ("qingyuan", "china", "440000")
DEPARTMENTS = ROOT / "indicators" / "departments.toml"


@cache
def list_data_texts() -> frozenset[str]:
    """The texts of all regions, of the policy and of the kinds of briefing."""
    forms = [FORM_KINDS, FORMS, WIDE, FIGURE, FIGURE_KINDS]
    declared = [*(load_foundation(ROOT, region) for region in REGIONS), read_presets(ROOT), forms]
    divisions = read_divisions(ROOT / "geodata" / "regions").values()
    names = (name for one in divisions for name in (one.name, one.short_name))
    departments = tomllib.loads(DEPARTMENTS.read_text("utf-8"))["names"]
    notes = [*LONG_NOTES, *WIDE_NOTES, *COMMON_NOTES]
    texts = [*_walk(declared, set()), *names, *departments, *notes]
    return frozenset(part for text in texts for part in list_parts(text) if _is_chinese(part))


def _is_chinese(text: str) -> bool:
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)


def _walk(held: Any, seen: set[int]) -> Iterator[str]:
    """The texts of every object that speaks, and of what it holds."""
    if id(held) in seen:
        return
    seen.add(id(held))
    if is_dataclass(held) and not isinstance(held, type):
        yield from _list_spoken(held)
        for own in fields(held):
            yield from _walk(vars(held).get(own.name), seen)
    elif isinstance(held, Mapping):
        for value in held.values():
            yield from _walk(value, seen)
    elif isinstance(held, list | tuple):
        for value in held:
            yield from _walk(value, seen)


def _list_spoken(held: Any) -> Iterable[str]:
    for name, field in vars(type(held)).items():
        value = vars(held).get(name)
        if isinstance(field, SpokenColumns):
            yield from (text for column in field.columns if column in value for text in value[column])
        elif isinstance(field, SpokenField):
            yield from [value] if isinstance(value, str) else value.values() if isinstance(value, dict) else value
