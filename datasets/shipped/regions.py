"""Which region a setting names, and its declaration: a file of ``geodata/regions``, or a division of the country."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pandas as pd

from datasets.files.csv_rows import read_csv_as_text
from datasets.files.declarations import BadInputError, read_declaration
from datasets.shipped.divisions import COUNTRY, Division, UnknownDivisionError, build_region, find_division
from geodata.region import Region

COUNTY_COLUMNS = ["adcode", "name", "short_name", "group"]
DIVISION_COLUMNS = ["adcode", "name", "short_name", "meridian"]
_COUNTRY_NAMES = ("中国", "全国")


def find_region_id(root: Path, text: str) -> str:
    """The id of the region that ``text`` names: the stem of its file, or the adcode of a division without one.

    ``text`` is an id, an adcode or the name of a city or province. Raises BadInputError.
    """
    folder = root / "geodata" / "regions"
    declared = _list_declared(folder)
    if text in declared:
        return text
    by_name = {name: id_ for id_, names in declared.items() for name in names}
    if text in by_name or (text in _COUNTRY_NAMES and COUNTRY.code in by_name):
        return by_name.get(text, by_name.get(COUNTRY.code, ""))
    try:
        found = find_division(text, read_divisions(folder))
    except UnknownDivisionError as error:
        raise BadInputError([f"REGION: {error}; files of geodata/regions: {', '.join(declared)}"]) from None
    return by_name.get(found.adcode, found.adcode)


def _list_declared(folder: Path) -> dict[str, tuple[str, ...]]:
    """By the stem of its file the code and the names of every declared region."""
    found = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            declared = tomllib.loads(path.read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError):
            declared = {}  # loading it says what is wrong
        found[path.stem] = tuple(str(declared[key]) for key in ("adcode", "name", "short_name") if key in declared)
    return found


def read_divisions(folder: Path) -> dict[str, Division]:
    """Every province and prefecture by adcode. Raises BadInputError."""
    faults: list[str] = []
    table = read_csv_as_text(folder / "china-divisions.csv", DIVISION_COLUMNS, faults)
    if table is None:
        raise BadInputError(faults)
    rows = table[DIVISION_COLUMNS].to_numpy().tolist()
    return {code: Division(code, name, short, float(meridian)) for code, name, short, meridian in rows}


def read_polygon_list(folder: Path, faults: list[str]) -> pd.DataFrame:
    """The polygons of the package's base map by adcode: ``name, short_name``."""
    table = read_csv_as_text(folder / "china-counties.csv", COUNTY_COLUMNS, faults)
    return pd.DataFrame(columns=COUNTY_COLUMNS).set_index("adcode") if table is None else table.set_index("adcode")


def read_region(folder: Path, region_id: str, polygons: pd.DataFrame, faults: list[str]) -> Region | None:
    """The declaration of a region by its id; a division without a file is made from ``polygons``."""
    path = folder / f"{region_id}.toml"
    if path.exists() or not region_id.isdigit():
        declared = read_declaration(path, Region, faults, **_read_counties(folder, region_id, faults))
        return _name_divisions(declared, folder) if declared else None
    divisions = read_divisions(folder)
    try:
        division = find_division(region_id, divisions)
        members = polygons[["name", "short_name"]].itertuples(name=None)
        built = build_region(division, members, divisions.get(f"{division.adcode[:2]}0000"))
        return _name_divisions(built, folder)
    except UnknownDivisionError as error:
        faults.append(str(error))
        return None


def _name_divisions(region: Region, folder: Path) -> Region:
    """The region with the names of the provinces and prefectures that it holds some but not all counties of."""
    codes = list(region.by_adcode)
    if len({code[:4] for code in codes}) == 1:
        return region
    names = {one.prefix: one.name for one in read_divisions(folder).values()}
    held = {prefix for prefix in names if 0 < sum(code.startswith(prefix) for code in codes) < len(codes)}
    return replace(region, divisions={prefix: name for prefix, name in names.items() if prefix in held})


def _read_counties(folder: Path, region_id: str, faults: list[str]) -> dict[str, list[dict[str, str]]]:
    """Read the counties of a region that has too many to declare one by one; empty if it has no file of them."""
    path = folder / f"{region_id}-counties.csv"
    table = read_csv_as_text(path, COUNTY_COLUMNS, faults) if path.exists() else None
    return {} if table is None else {"counties": table.to_dict("records")}  # type: ignore[dict-item]  # keys are names


def draft_region(root: Path, text: str) -> tuple[Path, str]:
    """The path and text of a declaration to go on from, of the division that ``text`` names. Raises BadInputError."""
    folder, faults = root / "geodata" / "regions", list[str]()
    try:
        division = find_division(text, read_divisions(folder))
    except UnknownDivisionError as error:
        raise BadInputError([str(error)]) from None
    region = read_region(folder, division.adcode, read_polygon_list(folder, faults), faults)
    if region is None or faults:
        raise BadInputError(faults)
    return folder / f"{division.adcode}.toml", write_region(region)


def write_region(region: Region) -> str:
    """A region without groups as a TOML."""
    outside = [("reference", region.reference), *(("around", area) for area in region.around)]
    lines = [
        f"# {region.name}, as the base map and the census know it. To compare two groups of counties, declare them",
        "# in the place of the one below, say which is the benchmark, and give every county the key of its group:",
        "#",
        '#   benchmark = "south"',
        "#   [groups.north] ...   [groups.south] ...",
        "",
        *(
            f"{key} = {_quote_toml(getattr(region, key))}"
            for key in ("name", "short_name", "adcode", "title", "gap_name", "metric_crs")
        ),
        f"benchmark = {_quote_toml(region.counties[0].group)}",
        f"screen_tolerance_m = {region.screen_tolerance_m:g}",
        f"demo_facilities = {str(region.demo_facilities).lower()}",
    ]
    for key, area in outside:
        if area:
            head = "[reference]" if key == "reference" else "[[around]]"
            lines += ["", head, f"code = {_quote_toml(area.code)}", f"name = {_quote_toml(area.name)}"]
    for key in [region.counties[0].group]:
        group = region.groups[key]
        lines += [
            "",
            f"[groups.{key}]",
            *(f"{own} = {_quote_toml(getattr(group, own))}" for own in ("name", "colour")),
        ]
    for county in region.counties:
        own = ("adcode", "name", "short_name", "group")
        lines += ["", "[[counties]]", *(f"{key} = {_quote_toml(getattr(county, key))}" for key in own)]
    return "\n".join(lines) + "\n"


def _quote_toml(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
