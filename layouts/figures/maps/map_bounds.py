"""The box of degrees that a map of the screen shows."""

import numpy as np

from geodata.geography import Geography
from geodata.region import Level

_MARGIN = 0.045  # of the extent, kept free around a map


def pad_bounds(geography: Geography) -> dict[str, list[float]]:
    """The box of degrees that a map shows: west, south, east, north of region, divisions and counties, by code.

    Points over a map are not to move it: it is fitted to these, not to all that is drawn.
    """
    boxes = geography.counties.bounds
    for prefix in geography.region.divisions:
        inside = geography.areas_within(Level.COUNTY, prefix)
        boxes.loc[prefix] = inside.total_bounds
    boxes.loc[geography.region.adcode] = geography.counties.total_bounds
    width, height = boxes["maxx"] - boxes["minx"], boxes["maxy"] - boxes["miny"]
    padded = boxes + np.outer(width, [-_MARGIN, 0, _MARGIN, 0]) + np.outer(height, [0, -_MARGIN, 0, _MARGIN])
    return {str(code): row for code, row in zip(padded.index, padded.round(5).to_numpy().tolist(), strict=True)}
