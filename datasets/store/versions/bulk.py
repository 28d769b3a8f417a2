"""Write and read the rows of a batch in chunks: a million rows take seconds and little memory."""

from collections.abc import Iterable, Iterator
from typing import Any, cast

import pandas as pd
import psycopg
import sqlalchemy as sa

from datasets.kinds import KEYS, STORED, ImportKind
from datasets.store.schema import TABLES

_CHUNK = 20_000
_DTYPES = {
    sa.Double: "float64",
    sa.Boolean: "boolean",
    sa.LargeBinary: "object",
    sa.Text: "str",
}
_REPEATING_TEXTS = frozenset({"variable", "area_code", "kind", "source", "note", "type", "grade", "road_class"})


def insert_rows(connection: sa.Connection, kind: ImportKind, batch_id: int, rows: pd.DataFrame) -> None:
    """Insert a batch's rows, in the columns of ``STORED[kind]``. Missing values become NULL.

    Raises ValueError for other columns, and for a key that is missing or a number that its column cannot hold.
    """
    _check_columns(kind, rows)
    table = TABLES[kind]
    chunks = _iterate_chunks(kind, batch_id, rows)
    columns = ["batch_id", "position", *STORED[kind]]
    if connection.dialect.name == "postgresql":
        _copy_to_postgresql(connection, table, columns, chunks)
        return
    statement = str(sa.insert(table).compile(dialect=connection.dialect, column_keys=columns))
    for chunk in chunks:
        connection.exec_driver_sql(statement, chunk)


def read_rows(connection: sa.Connection, kind: ImportKind, batch_ids: Iterable[int]) -> pd.DataFrame:
    """The rows of batches, one after another, in the columns of ``STORED[kind]``; the last of each key.

    Whole numbers are Int64 (the year, which is never missing, int64), texts str with NaN where missing, truth values
    boolean, geometries bytes.
    """
    table = TABLES[kind]
    pieces: dict[str, list[pd.Series]] = {name: [] for name in STORED[kind]}
    known: dict[str, str] = {}
    for batch_id in batch_ids:
        question = sa.select(*(table.c[name] for name in pieces)).where(table.c.batch_id == batch_id)
        result = connection.execution_options(stream_results=True).execute(question.order_by(table.c.position))
        for chunk in result.partitions(_CHUNK):
            for name, values in zip(pieces, zip(*chunk, strict=True), strict=True):
                pieces[name].append(_build_series(table.c[name], values, known))
    columns = {name: _join_pieces(table.c[name], pieces.pop(name)) for name in STORED[kind]}
    return keep_last_of_each_key(kind, pd.DataFrame(columns))


def keep_last_of_each_key(kind: ImportKind, rows: pd.DataFrame) -> pd.DataFrame:
    """Drop the rows that a later one with the same key replaces."""
    return rows.drop_duplicates(KEYS[kind], keep="last", ignore_index=True)


def _check_columns(kind: ImportKind, rows: pd.DataFrame) -> None:
    if set(rows.columns) != set(STORED[kind]):
        raise ValueError(f"{kind}: expected the columns {', '.join(STORED[kind])}, got {', '.join(rows.columns)}")
    for key in KEYS[kind]:
        if rows[key].isna().any():
            raise ValueError(f"{kind}: {key} is missing in row {int(rows[key].isna().to_numpy().argmax())}")


def _iterate_chunks(kind: ImportKind, batch_id: int, rows: pd.DataFrame) -> Iterator[list[tuple[Any, ...]]]:
    """Yield rows as tuples of plain Python values, after the batch and the position."""
    table = TABLES[kind]
    for start in range(0, len(rows), _CHUNK):
        part = rows.iloc[start : start + _CHUNK]
        columns = [_to_python_values(table.c[name], part[name]) for name in STORED[kind]]
        yield list(zip([batch_id] * len(part), range(start, start + len(part)), *columns, strict=True))


def _to_python_values(column: "sa.Column[Any]", values: pd.Series) -> list[Any]:
    """A column as Python values, None where missing."""
    if not isinstance(column.type, sa.Text | sa.LargeBinary):
        nullable: Any = "Float64" if isinstance(column.type, sa.Double) else _pandas_dtype(column).replace("int", "Int")
        try:
            values = values.astype(nullable)
        except (TypeError, ValueError) as error:
            raise ValueError(f"{column.name}: expected values that {column.type} can hold: {error}") from error
    return [None if missing else value for value, missing in zip(values.tolist(), values.isna(), strict=True)]


def _copy_to_postgresql(
    connection: sa.Connection, table: sa.Table, columns: list[str], chunks: Iterator[list[tuple[Any, ...]]]
) -> None:
    """Insert rows by COPY, several times as fast as INSERT."""
    quoted = ", ".join(f'"{name}"' for name in columns)
    driver = cast("psycopg.Connection[Any]", connection.connection.driver_connection)
    with driver.cursor() as cursor, cursor.copy(f'COPY "{table.name}" ({quoted}) FROM STDIN') as copy:
        for chunk in chunks:
            for row in chunk:
                copy.write_row(row)


def _build_series(column: "sa.Column[Any]", values: tuple[Any, ...], known: dict[str, str]) -> pd.Series:
    """Build one chunk of a column; texts that repeat share one object."""
    if column.name in _REPEATING_TEXTS:
        values = tuple(None if value is None else known.setdefault(value, value) for value in values)
    series: pd.Series = pd.Series(values, dtype=_pandas_dtype(column))
    return series


def _join_pieces(column: "sa.Column[Any]", pieces: list[pd.Series]) -> pd.Series:
    return pd.concat(pieces, ignore_index=True) if pieces else pd.Series(dtype=_pandas_dtype(column))


def _pandas_dtype(column: "sa.Column[Any]") -> Any:
    """The pandas dtype of a column."""
    if isinstance(column.type, sa.Integer):
        return "Int64" if column.nullable else "int64"
    return next(dtype for type_, dtype in _DTYPES.items() if isinstance(column.type, type_))
