"""The box of degrees that a map of the screen shows."""

import numpy as np
import pandas as pd

from geodata.geography import Geography

_MARGIN = 0.045  # of the extent, kept free around a map
_AROUND = {"minx": "min", "miny": "min", "maxx": "max", "maxy": "max"}


def pad_bounds(geography: Geography) -> dict[str, list[float]]:
    """The box of degrees that a map shows: west, south, east, north of region, divisions and counties, by code.

    Points over a map are not to move it: it is fitted to these, not to all that is drawn.
    """
    counties, region = geography.counties.bounds, geography.region
    lengths = {*map(len, region.divisions), 0}  # of what the codes of a division, or of the region, begin with
    divisions = [counties.groupby(counties.index.str[:length]).agg(_AROUND) for length in sorted(lengths)]
    boxes = pd.concat([*divisions, counties]).rename({"": region.adcode})
    boxes = boxes.reindex([*counties.index, *region.divisions, region.adcode])
    width, height = boxes["maxx"] - boxes["minx"], boxes["maxy"] - boxes["miny"]
    padded = boxes + np.outer(width, [-_MARGIN, 0, _MARGIN, 0]) + np.outer(height, [0, -_MARGIN, 0, _MARGIN])
    return {str(code): row for code, row in zip(padded.index, padded.round(5).to_numpy().tolist(), strict=True)}
