"""What routes answer with: JSON, the same rows as a table in CSV or XLSX, and refusals in words."""

import gzip
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from io import BytesIO
from typing import Any, Concatenate, ParamSpec, TypeVar

import orjson
from flask import Flask, Response, request, send_file

from datasets.files.decimals import drop_noise
from datasets.files.table_export import (
    CSV_TYPE,
    GENERAL,
    XLSX_TYPE,
    Cell,
    ExportColumn,
    ExportTable,
    write_csv,
    write_xlsx,
)
from datasets.queries.query import IgnoredPart
from locales import say

Rows = Sequence[Mapping[str, Any]]


class TableForm(StrEnum):
    """The file that a table is written as."""

    CSV = "csv"
    XLSX = "xlsx"


JSON = "json"
FORMS = (JSON, *TableForm)  # what a list of rows can be had as


def answer_immutable(packed: Mapping[str, Callable[[], bytes]], mimetype: str) -> Response:
    """A file whose name carries the hash of its content: a browser never asks for it again.

    ``packed`` returns it by encoding (``br``, ``gzip``), the best one first, and always has ``gzip``.
    """
    encoding = request.accept_encodings.best_match(packed)
    answer = Response(packed[encoding]() if encoding else gzip.decompress(packed["gzip"]()), mimetype=mimetype)
    if encoding:
        answer.headers["Content-Encoding"] = encoding
    answer.headers["Vary"] = "Accept-Encoding"
    answer.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return answer


def json_answer(content: Any, status: int = 200) -> Response:
    """Content as JSON; numbers are the decimals that people wrote."""
    body = orjson.dumps(_drop_noise(content), option=orjson.OPT_NON_STR_KEYS)
    return Response(body, status=status, mimetype="application/json")


def file_answer(
    form: TableForm, name: str, tables: Sequence[ExportTable], notes: Sequence[tuple[str, str]] = ()
) -> Response:
    """A table as CSV, or one or several as XLSX with a sheet of notes; ``name`` is the file's without its ending."""
    if form is TableForm.CSV:
        body, mimetype = write_csv(tables[0]), CSV_TYPE
    else:
        body, mimetype = write_xlsx(tables, notes, name), XLSX_TYPE
    return send_file(BytesIO(body), mimetype, as_attachment=True, download_name=f"{name}.{form}")


def rows_answer(form: str, name: str, rows: Rows, warning: str = "") -> Response:
    """Rows in one of ``FORMS``; ``warning`` stands at the head of every printed page of a workbook."""
    if form == JSON:
        return json_answer(rows)
    return file_answer(TableForm(form), name, [flat_table(name, rows, {}, warning)])


def flat_table(
    name: str, rows: Rows, forms: Mapping[str, str], warning: str = "", columns: Sequence[str] = ()
) -> ExportTable:
    """Rows as JSON has them as a table: the fields of an object become columns, the items of a list one text.

    ``forms`` are the number formats of columns; ``columns`` are there whether or not there is any row. A table without
    any bears its name alone.
    """
    flat = [dict(_flatten_fields(_drop_noise(row))) for row in rows]
    keys = list(dict.fromkeys([*columns, *(key for row in flat for key in row)])) or [name]
    headed = [ExportColumn(key, forms.get(key, GENERAL)) for key in keys]
    return ExportTable(name, headed, [[row.get(key) for key in keys] for row in flat], warning=warning)


def _flatten_fields(fields: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Cell]]:
    for key, value in fields.items():
        name = f"{above}{key}"
        if isinstance(value, Mapping):
            yield from _flatten_fields(value, f"{name}_")
        elif isinstance(value, list | tuple):
            yield name, say("list-names").join(map(str, value))
        else:
            yield name, str(value).lower() if isinstance(value, bool) else value


def _drop_noise(content: Any) -> Any:
    if isinstance(content, float):
        return drop_noise(content)
    if isinstance(content, Mapping):
        return {key: _drop_noise(value) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [_drop_noise(item) for item in content]
    return content


def refusal(message: str, status: int, retry_after: int | None = None, **details: Any) -> Response:
    """``{"error": {"message": ...}}`` with ``details`` beside the message; ``retry_after`` in seconds."""
    answer = json_answer({"error": {"message": message} | details}, status)
    if retry_after is not None:
        answer.headers["Retry-After"] = str(retry_after)
    return answer


def refuse_error(
    server: Flask,
    kind: type[Exception],
    message: str | Callable[[Any], str],
    status: int,
    retry_after: int | None = None,
) -> None:
    """Have all routes answer a kind of error with a refusal; ``message`` may be made of the error."""

    def refuse(error: Exception) -> Response:
        return refusal(message if isinstance(message, str) else message(error), status, retry_after)

    server.register_error_handler(kind, refuse)


class UnknownNameError(Exception):
    """A parameter that names nothing; ``allowed`` lists what it may be, or the nearest of what is ``expected``."""

    def __init__(self, parameter: str, found: str, allowed: list[str], expected: str = "one of those allowed") -> None:
        super().__init__(f"{parameter}: expected {expected}, got '{found}'")
        self.parameter, self.found, self.allowed = parameter, found, allowed


Query = Mapping[str, str]
ReadQuery = Callable[[Query], tuple[Any, Iterable[IgnoredPart]]]  # what a query chooses, and its unusable parts
Answer = TypeVar("Answer")
Further = ParamSpec("Further")


def answer_query(
    read: ReadQuery, make: Callable[Concatenate[Any, Further], Answer]
) -> Callable[Concatenate[Query, Further], Answer]:
    """A function of a page's query: makes an answer of the choice that ``read`` finds, and of further arguments.

    What gives way on the page is refused here: the function raises UnknownNameError for the first unusable part.
    """

    def answer(query: Query, /, *further: Further.args, **named: Further.kwargs) -> Answer:
        choice, ignored = read(query)
        for part in ignored:
            raise UnknownNameError(part.name, part.found, list(part.allowed))
        return make(choice, *further, **named)

    return answer
