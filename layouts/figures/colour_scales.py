"""The colours of classes: one family of hues says which way is better, one ramp of lightness how much there is.

Dark is always more. Blue and green is an indicator whose higher values are better, orange and red one whose lower
values are, plum one that nothing is better or worse about: no dark area means good on one map and bad on the next in
the same colour. Two families meet only where a number parts them: a target, or no change.

The hues are after ColorBrewer (Cynthia Brewer, colorbrewer2.org), safe for the colour-blind. The lightness is our own:
every ramp grows darker from class to class, so that it survives a grey print, and leaves out the middle greys on which
neither ink nor paper has a contrast of 4.5 to 1.
"""

from indicators.classed_values import ClassedValues
from indicators.classes import ClassScheme
from indicators.definition import Direction
from layouts.figures.theme import SMALL_FILL

# By number of classes, lowest first.
_SEQUENTIAL = {
    Direction.HIGHER: {
        1: ["#5FBFC0"],
        2: ["#C3E7B5", "#2564AB"],
        3: ["#DEF2C0", "#50BAC2", "#2458A5"],
        4: ["#EFF9C8", "#92D4B9", "#3CA1C0", "#264B9F"],
        5: ["#F4FBCB", "#ABDDB7", "#47B7C3", "#2970B1", "#223392"],
        6: ["#F4FBCB", "#B7E2B6", "#6CC5BE", "#3CA1C0", "#276AAE", "#1D318E"],
        7: ["#F4FBCB", "#C3E7B5", "#85CFBB", "#41B5C4", "#2A76B4", "#264B9F", "#0B2879"],
    },
    Direction.LOWER: {
        1: ["#FA9952"],
        2: ["#FED6A7", "#B6351A"],
        3: ["#FFE8C7", "#F7924B", "#A72C16"],
        4: ["#FFF2DD", "#FEB87A", "#E97537", "#992313"],
        5: ["#FFF5E4", "#FDC792", "#F68E48", "#C43E1E", "#7B1310"],
        6: ["#FFF5E4", "#FECF9D", "#FCA058", "#E97537", "#BD391C", "#771210"],
        7: ["#FFF5E4", "#FED6A7", "#FEB06E", "#F48A45", "#CA4420", "#992313", "#630D0E"],
    },
    Direction.NEUTRAL: {
        1: ["#D6A1C0"],
        2: ["#EFD6E4", "#954979"],
        3: ["#F6E7EF", "#D29BBC", "#8A3F6F"],
        4: ["#FAF1F6", "#E3BCD2", "#C382A9", "#7E3664"],
        5: ["#FBF5F8", "#E9C9DB", "#D198B9", "#A05383", "#66254F"],
        6: ["#FBF5F8", "#ECCFE0", "#D9A8C5", "#C382A9", "#9A4E7E", "#63234C"],
        7: ["#FBF5F8", "#EFD6E4", "#DFB5CE", "#CF94B7", "#A55888", "#7E3664", "#541A40"],
    },
}
# Either side of a target: warm where it is not met, cool where it is, the lower side always the lighter one.
_WARM_LIGHT = ["#FFF5E4", "#FEE8C9", "#FEDAAC", "#FDCC92", "#FCBD77", "#F8AF5F"]
_COOL_DARK = ["#79B2D7", "#599DCA", "#2676B7", "#1660A7", "#09488F", "#08326F"]
_COOL_LIGHT = ["#F1F7FD", "#E0EDF8", "#D0E2F2", "#BFD8ED", "#A9CEE6", "#96C5DF"]
_WARM_DARK = ["#EC983E", "#DD7F13", "#B45906", "#964905", "#773708", "#572805"]
_COOL_BAND = ["#84BADB", "#75AFD5", "#64A5D0", "#569AC9"]
_WARM_DARKEST = ["#B45906", "#9A4B05", "#813C08", "#683006", "#502404"]
# Either side of no change, by number of classes, the smallest change first: equally dark at equal steps.
UNCHANGED = "#F7F7F5"
MOST_CHANGES = 4  # classes of either side
_COOL = {
    1: ["#68A7D1"],
    2: ["#AFD0E8", "#2170B4"],
    3: ["#C8DCF0", "#79B2D7", "#1A65AC"],
    4: ["#D4E4F4", "#96C5DF", "#5C9FCC", "#1660A7"],
}
_WARM = {
    1: ["#E58B28"],
    2: ["#FDC17D", "#AC5506"],
    3: ["#FDD39F", "#EC983E", "#9D4D05"],
    4: ["#FEDDB3", "#F8AF5F", "#DF8114", "#964905"],
}
_PLUM = {
    1: ["#CB8EB3"],
    2: ["#E6C2D7", "#A05383"],
    3: ["#EDD3E2", "#D29BBC", "#954979"],
    4: ["#F2DDE8", "#DEB2CB", "#C585AC", "#904474"],
}
_GREEN = {
    1: ["#75AD7C"],
    2: ["#B2D5B1", "#2F7B46"],
    3: ["#C7E1C6", "#84B789", "#23713D"],
    4: ["#D4E8D2", "#9EC99F", "#6AA673", "#1C6C39"],
}
_CHANGES = {  # of what fell and of what rose
    Direction.HIGHER: (_WARM, _COOL),
    Direction.LOWER: (_COOL, _WARM),
    Direction.NEUTRAL: (_GREEN, _PLUM),
}


def panel_colours(panel: ClassedValues) -> list[str]:
    """One colour a class of a panel, lowest class first; small values last, where they are a class of their own."""
    colours = class_colours(panel.scheme, panel.indicator.direction)
    return [*colours, SMALL_FILL] if panel.has_small_class else colours


def class_colours(scheme: ClassScheme, direction: Direction) -> list[str]:
    """One colour a class, lowest class first."""
    if scheme.anchor is None:
        return _SEQUENTIAL[direction][scheme.n_classes]
    below, above = scheme.anchor + 1, scheme.n_classes - scheme.anchor - 1
    if scheme.ceiling is not None:  # a band: what is beyond it misses the target as what is below it does
        within, above = scheme.ceiling - scheme.anchor, scheme.n_classes - scheme.ceiling - 1
        return (
            _pick_spread_colours(_WARM_LIGHT, below)
            + _pick_spread_colours(_COOL_BAND, within)
            + _pick_spread_colours(_WARM_DARKEST, above)
        )
    low_side, high_side = (_COOL_LIGHT, _WARM_DARK) if direction is Direction.LOWER else (_WARM_LIGHT, _COOL_DARK)
    return _pick_spread_colours(low_side, below) + _pick_spread_colours(high_side, above)


def change_colours(fallen: int, risen: int, direction: Direction, with_unchanged: bool = False) -> list[str]:
    """One colour a class of changes, the greatest fall first; up to ``MOST_CHANGES`` classes of either side.

    Cool is what grew better and warm what grew worse; of what is neither, plum rose and green fell.
    """
    down, up = _CHANGES[direction]
    between = [UNCHANGED] if with_unchanged else []
    return [*(down[fallen][::-1] if fallen else []), *between, *(up[risen] if risen else [])]


def _pick_spread_colours(ramp: list[str], count: int) -> list[str]:
    """``count`` colours of a ramp, as far apart as it allows."""
    if count == 1:
        return [ramp[len(ramp) // 2]]
    return [ramp[round(i * (len(ramp) - 1) / (count - 1))] for i in range(count)]
