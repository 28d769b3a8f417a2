"""Texts that a spreadsheet might run as formulas, and how a CSV guards them."""

from typing import TypeAlias

Value: TypeAlias = str | float | None

# Signs that begin a formula in a spreadsheet: East Asian ones accept full-width forms too, some skip blanks.
FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_BLANKS = " \t\r\n\v\f\x00\xa0\u3000\u200b\ufeff"


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet might run a text as a formula: it begins with a sign of one, or with a tab or line end."""
    return text.startswith(("\t", "\r", "\n")) or text.lstrip(_BLANKS).startswith(FORMULA_SIGNS)


def guard_formula(text: str) -> str:
    """A text for a CSV: behind an apostrophe where a spreadsheet would run it as a formula."""
    return f"'{text}" if _needs_guard(text) else text


def unguard_formula(text: str) -> str:
    """Undo ``guard_formula``; return any other text unchanged."""
    return text[1:] if text[:1] == "'" and _needs_guard(text[1:]) else text


def _needs_guard(text: str) -> bool:
    return text.startswith("'") or looks_like_formula(text)
