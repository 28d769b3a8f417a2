"""Compare indicators computed from the figures of a file with their possible ranges."""

from collections.abc import Mapping

import pandas as pd

from datasets.city.derive import complete_observations, compute_records
from datasets.imports.cells.fault_collector import FaultCollector
from datasets.imports.check.quantities import range_text
from datasets.imports.model import FaultCode, Severity
from geodata.geography import Geography
from indicators.definition import Indicator, Variable


def warn_of_derived_values(
    rows: pd.DataFrame,
    published: pd.DataFrame,
    geography: Geography,
    variables: Mapping[str, Variable],
    indicators: Mapping[str, Indicator],
    faults: FaultCollector,
) -> None:
    """Warn of indicators computed from a file's figures that are outside their range, such as a rate of 128 %.

    ``rows`` and ``published`` are observations as they are stored; ``published`` ones are used where the file has none
    of its own. Each fault names the area, the year, the value, and the figures it was divided from. Values that
    follow from published figures alone are not reported.
    """
    key = ["variable", "area_code", "year"]
    text = {name: str for name in rows.columns if name not in ("year", "value")}
    together = pd.concat([rows.astype(text), published[rows.columns].astype(text)], ignore_index=True)
    complete = complete_observations(together.drop_duplicates(key), geography, dict(variables))
    records = compute_records(complete, dict(indicators), dict(variables))
    touched = rows[["variable", "year"]].drop_duplicates().astype({"variable": str})
    years = touched.groupby("variable")["year"].agg(set).to_dict()
    for id_, own in records.items():
        indicator = indicators[id_]
        of_file = years.get(indicator.formula.numerator, set()) | years.get(indicator.formula.denominator or "", set())
        outside = (own["value"] < indicator.minimum) | (own["value"] > indicator.maximum)
        worked = own["denominator"].notna() & own.index.isin(list(of_file), level="year")
        _warn_of_range(own[outside & worked], indicator, geography, faults)


def _warn_of_range(wrong: pd.DataFrame, indicator: Indicator, geography: Geography, faults: FaultCollector) -> None:
    found = [
        f"{indicator.name} {geography.name(code, year)} {year}: {row.value:.6g} {indicator.unit} "
        f"({row.numerator:.10g} / {row.denominator:.10g})"
        for (code, year), row in zip(wrong.index, wrong.itertuples(), strict=True)
    ]
    places = pd.DataFrame({"sheet": "", "row": 0, "column": ""}, index=range(len(wrong)))
    faults.add(
        FaultCode.DERIVED_OUT_OF_RANGE, places, pd.Series(found, dtype=object), range_text(indicator), Severity.WARNING
    )
