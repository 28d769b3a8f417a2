"""Compute indicator values from observations: structural counts, shares of the city, sums over townships, formulas.

This module uses two shapes of frame. Observations are long: ``variable, area_code, year, value, kind, source,
note``. Records of one variable or indicator are indexed by ``area_code, year``. A figure that is computed from others
has the notes of all of them.
"""

import pandas as pd

from datasets.kinds import POPULATION
from geodata.geography import Geography
from geodata.region import Level
from indicators.definition import Indicator, ValueKind, Variable
from indicators.notes import join_notes

_PLACE = ["area_code", "year"]
RECORD = ["value", "kind", "source", "note"]
STRUCTURE_SOURCE = "按行政区划计数"
MEASURED_SOURCE = "由底图的县界多边形量算"
FIRST_YEAR = 0  # the year of the records of a fixed variable, which holds for every year
_FORMED = (
    ValueKind.COMPUTED,
    ValueKind.ESTIMATED,
    ValueKind.DEMONSTRATION,
)  # kinds of a figure computed from others, the firmest first


def count_structure(geography: Geography) -> pd.DataFrame:
    """Count townships and counties as observations, with the land areas that the region's TOML declares.

    Where it declares none, as that of a city without a file, they are those of the polygons.
    """
    region = geography.region
    ones = [("townships", code, 1.0, STRUCTURE_SOURCE) for code in geography.townships.index]
    ones += [("counties", code, 1.0, STRUCTURE_SOURCE) for code in geography.counties.index]
    counted = _build_fixed(ones, ValueKind.COMPUTED)
    land = [("land_area", c.adcode, c.land_area_km2, c.land_area_source) for c in region.counties if c.land_area_km2]
    if land:
        return pd.concat([counted, _build_fixed(land, ValueKind.TRANSCRIBED)], ignore_index=True)
    measured = [("land_area", str(code), km2, MEASURED_SOURCE) for code, km2 in geography.measured_km2.items()]
    return pd.concat([counted, _build_fixed(measured, ValueKind.COMPUTED)], ignore_index=True)


def _build_fixed(rows: list[tuple[str, str, float, str]], kind: ValueKind) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["variable", "area_code", "value", "source"])
    return frame.assign(year=FIRST_YEAR, kind=str(kind), note="")


def compute_committee_distances(observations: pd.DataFrame, geography: Geography) -> pd.DataFrame:
    """Compute the parts of the mean distances: committees of both sorts, and committee-kilometres to the seats."""
    counts = observations[observations["variable"].isin(["village_committees", "residents_committees"])]
    counts = counts[counts["area_code"].isin(geography.townships.index)]
    if counts.empty:
        return observations.iloc[:0]
    committees = counts.groupby(["area_code", "year"], as_index=False).agg(
        value=("value", "sum"), source=("source", "first"), note=("note", join_notes)
    )
    seats = "乡镇驻地坐标：GeoNames（CC BY 4.0）；"
    distances = {
        "committee_km_to_county_seat": geography.measure_km_to_county_seat(),
        "committee_km_to_city_seat": geography.measure_km_to_city_seat(),
    }
    parts = [committees.assign(variable="committees")] + [
        committees.assign(
            variable=variable,
            value=committees["value"] * committees["area_code"].map(km),
            source=seats + committees["source"],
        )
        for variable, km in distances.items()
    ]
    return pd.concat(parts, ignore_index=True).assign(kind=str(ValueKind.COMPUTED)).dropna(subset="value")


def apply_city_shares(observations: pd.DataFrame, variables: dict[str, Variable], city: str) -> pd.DataFrame:
    """Compute counties' figures from a published share (%) of the city's figure, where they have none of their own."""
    by_variable = {str(name): own for name, own in observations.groupby("variable")}
    parts = [
        _apply_shares(name, _index_by_place(by_variable, name), _index_by_place(by_variable, variable.share), city)
        for name, variable in variables.items()
        if variable.share
    ]
    return pd.concat(parts, ignore_index=True) if parts else observations.iloc[:0]


def _apply_shares(variable: str, own: pd.DataFrame, shares: pd.DataFrame, city: str) -> pd.DataFrame:
    at_city = own.index.get_level_values("area_code") == city
    of_city = own[at_city].droplevel("area_code")[["value", "note"]].add_suffix("_city")
    wanted = shares[~shares.index.isin(own.index)].join(of_city, on="year").dropna(subset="value_city")
    formed = wanted.assign(
        variable=variable,
        value=(wanted["value"] / 100 * wanted["value_city"]).round(),
        kind=str(ValueKind.COMPUTED),
        note=_join_notes_of_two(wanted["note"], wanted["note_city"]),
    )
    return formed.drop(columns=["value_city", "note_city"]).reset_index()


def _index_by_place(observations: dict[str, pd.DataFrame], variable: str) -> pd.DataFrame:
    own = observations.get(variable, pd.DataFrame(columns=[*_PLACE, *RECORD]))
    return own.set_index(_PLACE)[RECORD].astype({"value": float})


def sum_children(observations: pd.DataFrame, parent_of: dict[str, str]) -> pd.DataFrame:
    """Sum the figures of children to their parents, where no figure of the parent was observed.

    A parent with a missing child gets no figure. ``parent_of`` maps child code to parent.
    """
    children = observations[observations["area_code"].isin(parent_of)]
    parents = children.assign(area_code=children["area_code"].map(parent_of), weakness=_rank_weakness(children["kind"]))
    key = ["variable", "area_code", "year"]
    grouped = parents.groupby(key)
    sums = grouped.agg(
        value=("value", "sum"),
        children=("value", "size"),
        weakness=("weakness", "max"),
        source=("source", join_all_sources),
    )
    notes = parents[parents["note"] != ""].groupby(key)["note"].agg(join_notes)  # most figures have none
    sums = sums.assign(note=notes.reindex(sums.index).fillna("")).reset_index()
    complete = sums["children"] == sums["area_code"].map(pd.Series(parent_of).value_counts())
    observed = pd.MultiIndex.from_frame(observations[key])
    known = pd.MultiIndex.from_frame(sums[key]).isin(observed)
    return sums.assign(kind=_kinds_of_weakness(sums["weakness"]))[complete & ~known].drop(
        columns=["children", "weakness"]
    )


def _rank_weakness(kinds: pd.Series) -> pd.Series:
    """Rank kinds by how much weaker than computed they are; a computed figure is as weak as its weakest part."""
    return kinds.map({kind: level for level, kind in enumerate(_FORMED)}).fillna(0).astype(int)


def _kinds_of_weakness(weakness: pd.Series) -> pd.Series:
    return weakness.map(dict(enumerate(map(str, _FORMED))))


def join_all_sources(sources: pd.Series) -> str:
    """Join the sources, each once, in order."""
    return "；".join(dict.fromkeys(sources))


def _join_notes_of_two(one: pd.Series, other: pd.Series) -> pd.Series:
    """Join the notes of figures that are computed from two others each."""
    alike = (one == other) | (other == "")
    joined = [own if same else join_notes((own, also)) for own, also, same in zip(one, other, alike, strict=True)]
    return pd.Series(joined, index=one.index, dtype=object)


def complete_observations(observed: pd.DataFrame, geography: Geography, variables: dict[str, Variable]) -> pd.DataFrame:
    """Add to observations what follows from them: structure, committee distances, shares, and sums up the levels."""
    region = geography.region
    noted = observed.assign(note=observed["note"].fillna("") if "note" in observed else "")
    base = pd.concat([noted, count_structure(geography)], ignore_index=True)
    base = pd.concat([base, compute_committee_distances(base, geography)], ignore_index=True)
    base = pd.concat([base, apply_city_shares(base, variables, region.adcode)], ignore_index=True)
    summable = {name for name, variable in variables.items() if variable.additive}
    additive = base["variable"].isin(summable)
    base = pd.concat([base, sum_children(base[additive], dict(geography.townships["county"]))], ignore_index=True)
    additive = base["variable"].isin(summable)
    counties = dict.fromkeys(geography.codes(Level.COUNTY), region.adcode)
    return pd.concat([base, sum_children(base[additive], counties)], ignore_index=True)


def compute_records(
    complete: pd.DataFrame, indicators: dict[str, Indicator], variables: dict[str, Variable]
) -> dict[str, pd.DataFrame]:
    """Compute the records of every indicator with a value, and of the population, since it weights the averages.

    They are indexed by ``area_code, year`` and have the columns ``RECORD, numerator, denominator``. ``complete`` are
    complete observations. An observed rate is taken unchanged, with its numerator and denominator if
    these are known too; elsewhere the formula is applied. All indicators are computed at once: a hundred small frames
    would take twenty times as long.
    """
    observations = complete[["variable", *_PLACE, *RECORD]].astype({"variable": str, "value": float})
    formulas = _list_formulas(indicators, variables)
    above = formulas.merge(observations, left_on="of", right_on="variable")
    counted = above[above["by"] == ""].assign(numerator=lambda rows: rows["value"], denominator=float("nan"))
    worked = pd.concat([counted, _divide_by_denominators(above[above["by"] != ""], observations)])
    rates = observations["variable"].isin(indicators.keys() - variables.keys())
    observed = _add_parts(observations[rates].rename(columns={"variable": "indicator"}), formulas, observations)
    key = ["indicator", *_PLACE]
    known = pd.MultiIndex.from_frame(worked[key]).isin(pd.MultiIndex.from_frame(observed[key]))
    records = pd.concat([worked[~known], observed]).sort_values(key, ignore_index=True)
    indexed = records.set_index(_PLACE)[[*RECORD, "numerator", "denominator"]]
    first, last = (records["indicator"].searchsorted(list(indicators), side) for side in ("left", "right"))
    held = {id_: indexed.iloc[first[at] : last[at]] for at, id_ in enumerate(indicators)}
    return {id_: own for id_, own in held.items() if len(own) or id_ == POPULATION}


def _add_parts(rates: pd.DataFrame, formulas: pd.DataFrame, observations: pd.DataFrame) -> pd.DataFrame:
    """Add to observed rates their ``numerator`` and ``denominator``, NaN where unknown."""
    parts = observations[["variable", *_PLACE, "value"]]
    found = rates.merge(formulas, on="indicator", how="left")
    for part, name in (("numerator", "of"), ("denominator", "by")):
        own = parts.rename(columns={"variable": name, "value": part})
        found = found.merge(own, on=[name, *_PLACE], how="left")
    return found[["indicator", *_PLACE, *RECORD, "numerator", "denominator"]]


def _list_formulas(indicators: dict[str, Indicator], variables: dict[str, Variable]) -> pd.DataFrame:
    """One row an indicator: ``indicator, of, by, per, fixed``; ``by`` is "" where nothing is divided by."""
    rows = [
        (id_, one.formula.numerator, one.formula.denominator or "", one.formula.per) for id_, one in indicators.items()
    ]
    formulas = pd.DataFrame(rows, columns=["indicator", "of", "by", "per"]).astype({"of": str, "by": str})
    return formulas.assign(fixed=[bool(by) and variables[by].fixed for by in formulas["by"]])


def _divide_by_denominators(above: pd.DataFrame, observations: pd.DataFrame) -> pd.DataFrame:
    """Divide numerators by their denominators of the same year, or by the fixed one."""
    below = observations.rename(columns={"variable": "by"})
    fixed = above[above["fixed"]].merge(below.drop(columns="year"), on=["by", "area_code"], suffixes=("", "_below"))
    yearly = above[~above["fixed"]].merge(below, on=["by", *_PLACE], suffixes=("", "_below"))
    both = pd.concat([fixed, yearly], ignore_index=True)
    both = both[both["value_below"] > 0]
    weakness = pd.concat([_rank_weakness(both["kind"]), _rank_weakness(both["kind_below"])], axis=1).max(axis=1)
    same = both["source"] == both["source_below"]
    return both[["indicator", *_PLACE]].assign(
        value=both["value"] / both["value_below"] * both["per"],
        kind=_kinds_of_weakness(weakness),
        source=both["source"].where(same, both["source"] + " ÷ " + both["source_below"]),
        note=_join_notes_of_two(both["note"], both["note_below"]),
        numerator=both["value"],
        denominator=both["value_below"],
    )
