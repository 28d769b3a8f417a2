"""What can be imported and stored: kinds of rows, their columns, the keys that tell rows apart, and shared ids."""

from enum import StrEnum

POPULATION = "resident_population"  # the variable and indicator that weighs the averages
COMMITTEES = "committees"  # the variable that a county's people are spread by


class ImportKind(StrEnum):
    """What a file holds."""

    OBSERVATIONS = "observations"
    BENCHMARK = "benchmark"
    FACILITIES = "facilities"
    SETTLEMENTS = "settlements"
    TOWNSHIPS = "townships"
    ROADS = "roads"


# The columns that the store keeps for each kind, and those that tell one row from another. ``geometry`` is WKB in
# EPSG:4490, longitude first; ``longitude`` and ``latitude`` are degrees of EPSG:4490.
STORED: dict[ImportKind, list[str]] = {
    ImportKind.OBSERVATIONS: ["variable", "area_code", "year", "value", "kind", "source", "note"],
    ImportKind.BENCHMARK: ["variable", "area_code", "year", "value", "kind", "source", "note"],
    ImportKind.FACILITIES: [
        *("code", "type", "name", "area_code", "longitude", "latitude", "capacity", "grade", "opened", "closed"),
        *("approximate", "source", "note"),
    ],
    ImportKind.SETTLEMENTS: [
        *("code", "name", "area_code", "longitude", "latitude", "population", "approximate", "source", "note"),
    ],
    ImportKind.TOWNSHIPS: ["code", "name", "geometry", "source"],
    ImportKind.ROADS: ["code", "name", "road_class", "geometry", "source"],
}


KEYS: dict[ImportKind, list[str]] = {
    ImportKind.OBSERVATIONS: ["variable", "area_code", "year"],
    ImportKind.BENCHMARK: ["variable", "area_code", "year"],
    ImportKind.FACILITIES: ["code"],
    ImportKind.SETTLEMENTS: ["code"],
    ImportKind.TOWNSHIPS: ["code"],
    ImportKind.ROADS: ["code"],
}
