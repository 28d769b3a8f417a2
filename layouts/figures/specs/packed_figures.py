"""A panel's values, ranks and classes in few bytes: the figures of a country would outweigh all the rest of it.

Areas with the same value have the same class and rank as a rule. So a year sends every combination of the three once,
in ascending order, and of each area only which one it has, as the difference to the year before: most move little.
``assets/js/atlas/frame/unpack.js`` puts them back; it decides nothing.
"""

from typing import Any

_ABSENT = "."  # stands for "no value", and for the rank of a value that has none
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
_UNPACKED = ("values", "ranks", "classes")

Figure = tuple[float, str, str]  # a value, the digit of its class, its rank


def pack_figures(panel: dict[str, Any]) -> dict[str, Any]:
    """A panel of ``encode_panel`` with ``figures`` in place of its ``values``, ``ranks`` and ``classes``.

    By year: ``positions`` of the areas in the list of figures, as ``_write_numbers`` has them; that list's ``values``
    in units of the last of ``decimals``, its ``ranks`` (None where nothing is ranked), each as differences to the one
    before, and its ``classes``, a digit each.
    """
    figures, before = {}, [0] * len(next(iter(panel["values"].values()), []))
    for year in panel["years"]:
        values, ranks = panel["values"][year], panel["ranks"] and panel["ranks"][year].split(" ")
        areas = list(zip(values, panel["classes"][year], ranks or [_ABSENT] * len(values), strict=True))
        listed = sorted({figure for figure in areas if figure[0] is not None}, key=_order)
        places = {figure: place for place, figure in enumerate(listed)}
        moves = [places[own] - was if own in places else None for own, was in zip(areas, before, strict=True)]
        before = [places.get(own, was) for own, was in zip(areas, before, strict=True)]
        figures[year] = {"positions": _write_numbers(moves)} | _write_list(listed) | ({} if ranks else {"ranks": None})
    return {key: part for key, part in panel.items() if key not in _UNPACKED} | {"figures": figures}


def _order(figure: Figure) -> tuple[float, str, int]:
    value, class_, rank = figure
    return value, class_, 0 if rank == _ABSENT else int(rank)


def _write_list(listed: list[Figure]) -> dict[str, Any]:
    decimals = max((_count_decimals(value) for value, _, _ in listed), default=0)
    return {
        "decimals": decimals,
        "values": _write_differences([round(value * 10**decimals) for value, _, _ in listed]),
        "classes": "".join(class_ for _, class_, _ in listed),
        "ranks": _write_differences([None if rank == _ABSENT else int(rank) for _, _, rank in listed]),
    }


def _count_decimals(value: float) -> int:
    return len(f"{value:.10f}".rstrip("0").partition(".")[2])


def _write_differences(numbers: list[int | None]) -> str:
    """Each number as the difference to the one before, parted by spaces."""
    written, before = [], 0
    for number in numbers:
        written.append(_ABSENT if number is None else str(number - before))
        before = before if number is None else number
    return " ".join(written)


def _write_numbers(numbers: list[int | None]) -> list[str]:
    """Digits of base 64 in as many texts as the largest number has, a digit a number in each: the first digits first.

    They pack better than numbers that are parted by anything. The last bit is the sign.
    """
    folded = [None if number is None else 2 * number if number >= 0 else -2 * number - 1 for number in numbers]
    texts: list[str] = []
    scale = 1
    while not texts or any(number is not None and number >= scale for number in folded):
        texts.append("".join(_ABSENT if number is None else _DIGITS[number // scale % 64] for number in folded))
        scale *= 64
    return texts[::-1]
