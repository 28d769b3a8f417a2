"""Draw the first page as one sheet: the same sentences, signs and pairs of small maps as on the screen."""

from collections.abc import Sequence
from math import ceil

from matplotlib.axes import Axes
from matplotlib.patches import Circle, FancyBboxPatch, Rectangle, Wedge

from indicators.gaps.gap_path import Assessment
from layouts.figures import theme
from layouts.figures.specs.overview_spec import (
    DomainRow,
    Fills,
    GoalPart,
    MoveRow,
    MovesPart,
    OverviewSpec,
    ReachPart,
    TargetsPart,
)
from layouts.paper.charts.canvas import LEADING, Canvas, create_canvas
from layouts.paper.maps.ground import draw_dashed_line, outline_polygons, paint_polygons
from layouts.paper.overview.places import Place, arrange_cards
from layouts.paper.sheet.picture_spec import Caption
from layouts.paper.sheet.sheet import Body, render_picture, text_width, wrap_text
from layouts.sheet_sizes import Format, Paper
from layouts.words.pages import overview as words

_HEAD, _FINDING, _TEXT, _SMALL, _RATIO = 9.0, 14.0, 9.0, 8.0, 13.0  # points of text on A4
_MARGIN = 9.0  # points inside a card
_LEAST = 5.5  # points, where a text would not fit otherwise
_NARROWEST = 5.0  # points from sign to sign
_BRAND, _TRACK = "#16425B", "#E3EDF3"


def render_overview(spec: OverviewSpec, caption: Caption, paper: Paper, form: Format) -> bytes:
    """The file. Raises MissingGlyphError."""

    def fill(body: Body) -> None:
        _draw_cards(spec, create_canvas(body, paper.grey))

    return render_picture(caption, paper, form, fill)


def _draw_cards(spec: OverviewSpec, on: Canvas) -> None:
    places = arrange_cards(Place(0, on.height, on.width, on.height), len(spec.goals))
    for goal, place in zip(spec.goals, places.goals, strict=True):
        _draw_goal(goal, place, on)
    _draw_domains(spec, places.domains, on)
    for moves, place in zip(spec.moves, places.moves, strict=True):
        _draw_moves(moves, spec, place, on)
    _draw_targets(spec.targets, places.targets, on)
    _draw_reach(spec.reach, places.reach, on)
    _write_lines([spec.publication], _draw_card(spec.publication_title, places.publication, on), _TEXT, on)


def _draw_card(title: str, place: Place, on: Canvas) -> Place:
    """A card with its title; returns the room below that."""
    look = {"facecolor": theme.PAPER, "edgecolor": theme.RULE, "linewidth": 0.8 * on.scale}
    corner = place.left, place.bottom
    box = FancyBboxPatch(corner, place.width, place.height, boxstyle="round,pad=0,rounding_size=3")
    on.page.add_patch(box)
    box.set(**look)
    inside = place.shrink(_MARGIN)
    on.write(inside.left, inside.top - _HEAD / 2, title, _fit(title, _HEAD, inside.width), theme.QUIET)
    used = _HEAD * LEADING + 2
    return Place(inside.left, inside.top - used, inside.width, inside.height - used)


def _draw_goal(goal: GoalPart, place: Place, on: Canvas) -> None:
    room = _draw_card(goal.title, place, on)
    size = _fit(goal.finding, _FINDING, room.width)
    on.write(room.left, room.top - size / 2, goal.finding, size)
    top = room.top - size * LEADING - 1
    if goal.share is not None:
        for width, colour in ((room.width, _TRACK), (room.width * goal.share, _BRAND)):
            on.page.add_patch(Rectangle((room.left, top - 7), width, 7, facecolor=colour, linewidth=0))
        top -= 12
    _write_lines(goal.lines, Place(room.left, top, room.width, top - room.bottom), _TEXT, on)


def _draw_domains(spec: OverviewSpec, place: Place, on: Canvas) -> None:
    room = _draw_card(spec.domains_title, place, on)
    certain = [spec.certain_title, *spec.certain] if spec.certain else []
    rows = sum(len(wrap_text(text, room.width, _SMALL)) for text in certain)
    pitch = min(17.0, (room.height - rows * _SMALL * LEADING) / (len(spec.domains) + 2.2))
    size = min(_TEXT, pitch * 0.72)
    heads = DomainRow("", (), *spec.domain_heads)
    names = max((text_width(row.name, size) for row in spec.domains), default=0) + size
    change = text_width(spec.domain_heads[1], size * 0.9) + size
    for at, row in enumerate([heads, *spec.domains]):
        middle = room.top - pitch * (at + 0.5)
        colour, own = (theme.INK, size) if at else (theme.QUIET, size * 0.9)
        on.write(room.left, middle, row.name, own, colour)
        on.write(room.right - change, middle, row.count, own, colour, "right")
        on.write(room.right, middle, row.change, own, colour, "right")
        _draw_signs(row.verdicts, (room.left + names, room.right - change - size * 4), middle, pitch, on)
        on.page.plot([room.left, room.right], [middle - pitch / 2] * 2, **on.line(theme.RULE, 0.5))
    top = room.top - pitch * (len(spec.domains) + 1.5)
    left = room.left
    for sign, meaning in zip([*words.SIGNS, None], words.sign_meanings(), strict=True):
        _draw_sign(sign, left + 3, top, 3.0, on)
        on.write(left + 9, top, meaning, size * 0.9, theme.QUIET)
        left += 9 + text_width(meaning, size * 0.9) + size
    top -= pitch * 0.8
    _write_lines(certain, Place(room.left, top, room.width, max(top - room.bottom, 0)), _SMALL, on)


def _draw_signs(
    verdicts: Sequence[Assessment], between: tuple[float, float], middle: float, pitch: float, on: Canvas
) -> None:
    """In one row, or in two where one has no room for them."""
    left, right = between
    rows, of_row = arrange_signs(len(verdicts), right - left)
    step = min(10.0, (right - left) / of_row)
    radius = min(step * 0.36, 3.3, pitch / rows * 0.36)
    for at, verdict in enumerate(verdicts):
        row, column = divmod(at, of_row)
        height = middle + pitch * ((rows - 1) / 2 - row) / rows
        _draw_sign(verdict, left + step * (column + 0.5), height, radius, on)


def arrange_signs(count: int, width: float) -> tuple[int, int]:
    """In how many rows of how many signs they stand in a width (points)."""
    rows = ceil(count / max(int(width / _NARROWEST), 1)) or 1
    return rows, ceil(count / rows) or 1


def _draw_sign(verdict: Assessment | None, x: float, y: float, radius: float, on: Canvas) -> None:
    """Full, half or empty, as on the screen; a dot for what is not judged."""
    if verdict not in words.SIGNS:
        on.page.add_patch(Circle((x, y), radius * 0.4, facecolor=theme.MISSING_HATCH, linewidth=0))
        return
    fill = _BRAND if verdict is Assessment.REACHED else theme.PAPER
    on.page.add_patch(Circle((x, y), radius, facecolor=fill, edgecolor=_BRAND, linewidth=0.9 * on.scale))
    if verdict is Assessment.SENSITIVE:
        on.page.add_patch(Wedge((x, y), radius, 90, 270, facecolor=_BRAND, linewidth=0))


def _draw_moves(moves: MovesPart, spec: OverviewSpec, place: Place, on: Canvas) -> None:
    room = _draw_card(moves.title, place, on)
    if not moves.rows:
        _write_lines([moves.nothing], room, _TEXT, on)
        return
    height = room.height / max(len(moves.rows), 3)
    for at, row in enumerate(moves.rows):
        top = room.top - height * at
        if at:
            on.page.plot([room.left, room.right], [top] * 2, **on.line(theme.RULE, 0.6))
        _draw_move(row, spec, Place(room.left, top, room.width, height).shrink(3), on)


def _draw_move(row: MoveRow, spec: OverviewSpec, place: Place, on: Canvas) -> None:
    left = place.left
    if spec.areas:
        side = _measure_map(spec, place.height, place.width * 0.24)
        for fills in row.maps:
            if fills is not None:
                _draw_map(spec, fills, Place(left, place.top, side[0], place.height), side[1], on)
            left += side[0] + 4
        left += 4
    room = place.right - left
    names = wrap_text(row.name, room, _TEXT)
    size = _TEXT if len(names) <= 2 else _TEXT * 2 / len(names)
    names = wrap_text(row.name, room, size)
    told = _fit(row.told, _SMALL, room)
    needed = (len(names) * size + told + _RATIO) * LEADING
    shrink = min(1.0, place.height / needed)
    top = place.top - (place.height - needed * shrink) / 2
    lines = [*((name, size, theme.INK) for name in names), (row.told, told, theme.QUIET), (row.ratio, _RATIO, _BRAND)]
    for text, own, colour in lines:
        top -= own * shrink * LEADING
        on.write(left, top + own * shrink * LEADING / 2, text, own * shrink, colour)


def _measure_map(spec: OverviewSpec, height: float, widest: float) -> tuple[float, float]:
    """Width and height of a small map."""
    _, _, wide, tall = spec.box
    width = min(widest, height * wide / tall)
    return width, width * tall / wide


def _draw_map(spec: OverviewSpec, fills: Fills, place: Place, tall: float, on: Canvas) -> None:
    left, top, width, height = spec.box
    bottom = place.top - (place.height + tall) / 2
    axes: Axes = on.add_axes(
        (place.left, bottom, place.right, bottom + tall), (left, left + width), (top + height, top)
    )
    colours = [fills.get(code, theme.MISSING_FILL) for code in spec.areas]
    look = {"facecolors": colours, "edgecolors": theme.AREA_BORDER, "linewidths": 0.3 * on.scale}
    paint_polygons(axes, spec.areas.values(), **look)
    outline_polygons(axes, [spec.border], 0.5 * on.scale)
    draw_dashed_line(axes, spec.group_line, 0.5 * on.scale)


def _draw_targets(targets: TargetsPart, place: Place, on: Canvas) -> None:
    room = _draw_card(targets.title, place, on)
    lines = wrap_text(targets.text, room.width, _TEXT)
    bar = 14 if targets.counts else 0
    owing = wrap_text(targets.owing, room.width, _SMALL) if targets.owing else []
    needed = len(lines) * _TEXT * LEADING + bar + len(owing) * _SMALL * LEADING
    shrink = min(1.0, room.height / needed)
    top = _write_rows(lines, room.left, room.top, _TEXT * shrink, on)
    total, left = sum(count for _, count in targets.counts), room.left
    for outcome, count in targets.counts:
        width, colour = room.width * count / total, theme.OUTCOME_COLOURS[outcome]
        on.page.add_patch(Rectangle((left, top - 12 * shrink), width, 11 * shrink, facecolor=colour, linewidth=0))
        number = str(count)
        if text_width(number, _SMALL * shrink) < width:
            middle = left + width / 2, top - 6.5 * shrink
            on.write(*middle, number, _SMALL * shrink, theme.text_colour(colour), "center")
        left += width
    _write_rows(owing, room.left, top - bar * shrink, _SMALL * shrink, on, theme.QUIET)


def _draw_reach(reach: ReachPart, place: Place, on: Canvas) -> None:
    room = _draw_card(reach.title, place, on)
    if not reach.rows:
        _write_lines([reach.nothing], room, _TEXT, on)
        return
    pitch = min(_TEXT * 1.6, room.height / len(reach.rows))
    size = min(_TEXT, pitch * 0.75)
    stands = [max(text_width(row[at], size) for row in reach.rows) + size * 1.5 for at in (0, 1)]
    size *= min(1.0, room.width / (sum(stands) + max(text_width(row[2], size) for row in reach.rows)))
    for at, (name, people, beyond) in enumerate(reach.rows):
        middle = room.top - pitch * (at + 0.5)
        on.write(room.left, middle, name, size)
        on.write(room.left + stands[0], middle, people, size)
        on.write(room.left + sum(stands), middle, beyond, size, theme.QUIET)


def _fit(text: str, size: float, room: float) -> float:
    """The size at which a line fits into a room, ``size`` where there is enough."""
    return min(size, size * room / max(text_width(text, size) * 1.03, 1))


def _write_lines(texts: Sequence[str], room: Place, size: float, on: Canvas) -> None:
    """Paragraphs, smaller where they would not fit."""
    while size > _LEAST:
        rows = [row for text in texts for row in wrap_text(text, room.width, size)]
        if len(rows) * size * LEADING <= room.height:
            break
        size -= 0.5
    _write_rows([row for text in texts for row in wrap_text(text, room.width, size)], room.left, room.top, size, on)


def _write_rows(
    rows: Sequence[str], left: float, top: float, size: float, on: Canvas, colour: str = theme.INK
) -> float:
    """Rows from ``top`` downwards; where they end."""
    for row in rows:
        on.write(left, top - size * LEADING / 2, row, size, colour)
        top -= size * LEADING
    return top
