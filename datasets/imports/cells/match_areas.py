"""Match columns of area codes and names to areas; each distinct pair of texts is matched once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from datasets.imports.cells.area_index import AreaIndex, AreaReading, MatchedBy
from datasets.imports.cells.fault_collector import RowReview
from datasets.imports.model import FaultCode, Severity
from geodata.region import Level

SUGGESTED = 500  # unknown texts that get suggestions, since each is compared with all names


@dataclass(frozen=True)
class AreaMatch:
    """The area that a pair of code and name means, or its fault; ``left_open`` are the readings of an ambiguous one."""

    reading: AreaReading | None
    left_open: tuple[AreaReading, ...] = ()
    problem: FaultCode | None = None
    severity: Severity = Severity.ERROR
    allowed: str = ""


@dataclass(frozen=True)
class AreaMatches:
    """The area of every row: ``area_code`` (categorical, missing where none) and ``match`` (of ``MatchedBy``).

    ``pair`` points from each row into ``verdicts`` and ``texts``, the distinct pairs as they were written.
    """

    area_code: pd.Series
    match: pd.Series
    pair: np.ndarray
    verdicts: list[AreaMatch]
    texts: list[str]

    @property
    def codes(self) -> list[str]:
        """The codes of all areas that were found."""
        return [str(code) for code in self.area_code.cat.categories]

    @cached_property
    def number(self) -> np.ndarray:
        """The position of each row's area in ``codes``, -1 where none."""
        return self.area_code.cat.codes.to_numpy(dtype=np.int64)

    def count_matches(self) -> dict[str, int]:
        """Count the rows by how they were matched."""
        counted = self.match.value_counts()
        return {str(match): int(counted[match]) for match in MatchedBy}

    def tell(self, review: RowReview) -> None:
        """Report the faults of the matches to ``review``."""
        texts = np.array([*self.texts, ""], dtype=object)[self.pair]
        report_matches(self.verdicts, self.pair, texts, review, codes=sorted(FaultCode))


def report_matches(
    verdicts: list[AreaMatch],
    verdict_of: np.ndarray,
    texts: np.ndarray,
    review: RowReview,
    severe: np.ndarray | None = None,
    codes: Iterable[FaultCode] = FaultCode,
) -> None:
    """Report the faults of rows by their ``texts``; ``verdict_of`` points from each row into ``verdicts``.

    Where ``severe`` is given, it says which rows have an error; others have a warning, whatever their verdict says.
    ``codes`` is the order in which a report lists them.
    """
    allowed = pd.Series(np.array([*(verdict.allowed for verdict in verdicts), ""], dtype=object)[verdict_of])
    problem = np.array([*(verdict.problem for verdict in verdicts), None], dtype=object)[verdict_of]
    if severe is None:
        severe = np.array([verdict.severity is Severity.ERROR for verdict in verdicts] or [True])[verdict_of]
    problems = {verdict.problem for verdict in verdicts}
    for code in (code for code in codes if code in problems):
        review.refuse(code, (problem == code) & severe, pd.Series(texts), allowed)
        review.warn(code, (problem == code) & ~severe, pd.Series(texts), allowed)


def match_areas(codes: pd.Series, names: pd.Series, book: AreaIndex, years: pd.Series | None = None) -> AreaMatches:
    """Match texts of codes and names ("" where not given) to the areas of the index ``book``.

    ``years`` are numbers, missing where unknown: a former name within its time is a name, and an alias after it or
    where the year is unknown. All three have the same index.
    """
    pair, code_texts, name_texts = _number_pairs(codes, names)
    readings_of = {text: book.readings(text) for text in {*code_texts, *name_texts}}
    texts = list(zip(code_texts, name_texts, strict=True))
    verdicts = [_match_pair(code, name, readings_of, book) for code, name in texts]
    verdicts = _add_suggestions(_resolve_shared_names(verdicts), texts, book)
    readings = [verdict.reading for verdict in verdicts]
    found = np.array([reading.code if reading else None for reading in readings] or [None], dtype=object)
    how = np.array(
        [reading.match if reading else MatchedBy.NONE for reading in readings] or [MatchedBy.NONE], dtype=object
    )
    until = np.array([reading.until if reading and reading.until else np.inf for reading in readings] or [np.inf])
    in_force = np.inf if years is None else years.to_numpy(dtype=float, na_value=np.inf)
    match = pd.Categorical(how, categories=list(MatchedBy))
    numbers = np.where(np.isfinite(until[pair]) & ~(in_force <= until[pair]), _ALIAS, match.codes[pair])
    area_codes = pd.Categorical(found)
    return AreaMatches(
        pd.Series(area_codes[pair], index=codes.index),
        pd.Series(pd.Categorical.from_codes(numbers, dtype=match.dtype), index=codes.index),
        pair,
        verdicts,
        [" ".join(filter(None, pair_of_texts)) for pair_of_texts in texts],
    )


_ALIAS = list(MatchedBy).index(MatchedBy.ALIAS)


def _number_pairs(codes: pd.Series, names: pd.Series) -> tuple[np.ndarray, list[str], list[str]]:
    """Number the distinct pairs: the number for each row, and the codes and names of the pairs."""
    code_number, code_texts = pd.factorize(codes)
    name_number, name_texts = pd.factorize(names)
    together = code_number.astype(np.int64) * max(len(name_texts), 1) + name_number
    distinct, pair = np.unique(together, return_inverse=True)
    which_code, which_name = np.divmod(distinct, max(len(name_texts), 1))
    return pair, [str(code_texts[i]) for i in which_code], [str(name_texts[i]) for i in which_name]


def _match_pair(code: str, name: str, readings_of: dict[str, tuple[AreaReading, ...]], book: AreaIndex) -> AreaMatch:
    by_code, by_name = readings_of[code], readings_of[name]
    if any(book.is_foreign(text) for text in (code, name)):
        return AreaMatch(None, problem=FaultCode.AREA_FOREIGN, allowed=book.own_prefix)
    agreeing = tuple(reading for reading in by_code if reading.code in {other.code for other in by_name})
    if by_code and by_name:
        allowed = book.listed(reading.code for reading in (*by_code, *by_name))
        return (
            _match_readings(agreeing, book)
            if agreeing
            else AreaMatch(None, problem=FaultCode.AREA_DISAGREES, allowed=allowed)
        )
    verdict = _match_readings(by_code or by_name, book)
    if code.strip() and name.strip() and verdict.reading:  # one of the two is known, the other unknown
        allowed = book.listed([verdict.reading.code])
        if book.excludes(name if by_code else code, verdict.reading.code):
            return AreaMatch(None, problem=FaultCode.AREA_DISAGREES, allowed=allowed)
        return replace(verdict, problem=FaultCode.AREA_DISAGREES, severity=Severity.WARNING, allowed=allowed)
    return verdict


def _match_readings(readings: tuple[AreaReading, ...], book: AreaIndex) -> AreaMatch:
    if not readings:
        return AreaMatch(None, problem=FaultCode.AREA_UNKNOWN)
    if len(readings) == 1:
        return AreaMatch(readings[0])
    allowed = book.listed(reading.code for reading in readings)
    return AreaMatch(None, readings, FaultCode.AREA_AMBIGUOUS, allowed=allowed)


def _resolve_shared_names(verdicts: list[AreaMatch]) -> list[AreaMatch]:
    """Match a name that a county shares with a township (连州) to the level of all other rows."""
    levels = {verdict.reading.level for verdict in verdicts if verdict.reading} & {Level.COUNTY, Level.TOWNSHIP}
    if len(levels) > 1:
        return verdicts
    level = next(iter(levels), Level.COUNTY)
    settled = []
    for verdict in verdicts:
        of_level = [reading for reading in verdict.left_open if reading.level is level]
        shared = len({reading.level for reading in verdict.left_open}) > 1
        settled.append(AreaMatch(of_level[0]) if shared and len(of_level) == 1 else verdict)
    return settled


def _add_suggestions(verdicts: list[AreaMatch], texts: list[tuple[str, str]], book: AreaIndex) -> list[AreaMatch]:
    unknown = [i for i, verdict in enumerate(verdicts) if verdict.problem is FaultCode.AREA_UNKNOWN]
    suggested = list(verdicts)
    for i in unknown[:SUGGESTED]:
        code, name = texts[i]
        suggested[i] = replace(verdicts[i], allowed=book.suggestions(name or code))
    return suggested
