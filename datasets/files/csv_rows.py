"""Read CSV files as text tables, and describe the rows that fail a check."""

from pathlib import Path

import pandas as pd

Check = tuple["pd.Series[bool]", str, str]  # rows that fail, the column at fault, what was expected there


def read_csv_as_text(path: Path, columns: list[str], faults: list[str]) -> pd.DataFrame | None:
    """Read a CSV file, every cell a string; None and a fault where it cannot be read or lacks one of ``columns``."""
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except OSError as error:
        faults.append(f"{path.name}: cannot be read: {error.strerror}")
    except (UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        faults.append(f"{path.name}: not a CSV table in UTF-8: {error}")
    else:
        absent = [column for column in columns if column not in table.columns]
        if not absent:
            return table
        found = ", ".join(table.columns)
        faults.append(
            f"{path.name} line 1: expected the columns {', '.join(columns)}; {absent[0]} is missing in {found}"
        )
    return None


def describe_failing_rows(path: Path, table: pd.DataFrame, checks: list[Check]) -> list[str]:
    """Describe every cell that fails a check in one sentence, with its line in the file."""
    return [
        f"{path.name} line {position + 2}: {column}: expected {expected}, got '{found}'"
        for failing, column, expected in checks
        for position, found in zip(failing.to_numpy().nonzero()[0], table.loc[failing.to_numpy(), column], strict=True)
    ]
