"""A sparkline as an SVG image: dozens stand on one page, where as many charts would keep the browser busy for seconds.

The image holds numbers and colours only, never a word of a user.
"""

from collections.abc import Callable, Iterator, Sequence
from urllib.parse import quote

from layouts.figures import theme

WIDTH, HEIGHT = 186, 52  # CSS pixels
_SIDE, _TOP, _BOTTOM = 8, 6, 16

Values = Sequence[float | None]
Place = Callable[[int, float], tuple[float, float]]


def sparkline_uri(
    years: Sequence[int],
    county: Values,
    group: Values,
    year: int,
    group_colour: str,
    anew: tuple[int | None, int | None] = (None, None),
) -> str:
    """A data URI: the county's path over its group's dotted one, broken where a year has no value.

    ``county`` and ``group`` hold a value a year of ``years``; a larger dot marks ``year``. ``anew`` are the positions
    at which the county's line and the group's start anew.
    """
    known = [value for value in (*county, *group) if value is not None]
    low, high = min(known), max(known)

    def point(at: int, value: float) -> tuple[float, float]:
        along = (years[at] - years[0]) / ((years[-1] - years[0]) or 1)
        up = (value - low) / (high - low) if high > low else 0.5
        return _SIDE + along * (WIDTH - 2 * _SIDE), HEIGHT - _BOTTOM - up * (HEIGHT - _TOP - _BOTTOM)

    parts = [
        *_draw_path(group, point, group_colour, "1.6", "2 2", anew[1]),
        *_draw_path(county, point, theme.INK, "2", "none", anew[0]),
        *(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{3.6 if years[at] == year else 1.4}" fill="{theme.INK}"/>'
            for at, value in enumerate(county)
            if value is not None
            for x, y in [point(at, value)]
        ),
        _draw_year(_SIDE, "start", years[0]),
        _draw_year(WIDTH - _SIDE, "end", years[-1]),
    ]
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">{"".join(parts)}</svg>'
    return f"data:image/svg+xml,{quote(svg)}"


def _draw_path(values: Values, point: Place, colour: str, width: str, dashes: str, anew: int | None) -> Iterator[str]:
    """One polyline for every unbroken run of values, a dot for one that stands alone on the group's path.

    The county's values have dots of their own.
    """
    runs: list[list[str]] = [[]]
    for at, value in enumerate(values):
        if at == anew:
            runs.append([])
        if value is None:
            runs.append([])
        else:
            x, y = point(at, value)
            runs[-1].append(f"{x:.1f},{y:.1f}")
    for run in runs:
        if len(run) > 1:
            yield (
                f'<polyline points="{" ".join(run)}" fill="none" stroke="{colour}" stroke-width="{width}" '
                f'stroke-dasharray="{dashes}"/>'
            )
        elif run and colour != theme.INK:
            across, down = run[0].split(",")
            yield f'<circle cx="{across}" cy="{down}" r="1.4" fill="{colour}"/>'


def _draw_year(x: float, anchor: str, year: int) -> str:
    return (
        f'<text x="{x}" y="{HEIGHT - 3}" text-anchor="{anchor}" font-family="sans-serif" font-size="10" '
        f'fill="{theme.QUIET}">{year}</text>'
    )
