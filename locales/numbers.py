"""Numbers as the language that is spoken writes them."""

from locales.languages import PSEUDO, current_language


def format_compact(number: float) -> str:
    """A large number in the short form of the language, with one decimal at most: 225.3万, 2.3M."""
    from babel.numbers import format_compact_decimal  # noqa: PLC0415  (a tenth of a second, which not every start needs)

    language = current_language()
    locale = "en" if language == PSEUDO else language
    return format_compact_decimal(number, locale=locale.replace("-", "_"), fraction_digits=1)
