"""The words of a table that leaves the program for an office: headings, kinds, and how the two censuses compare."""

from collections.abc import Mapping, Sequence

import pandas as pd

from datasets.analyses.value_tables import Counted
from datasets.census.comparability import Comparability
from layouts.words.common import kind_names, list_areas
from locales import say


def marks_text(marks: Mapping[Comparability, Sequence[str]]) -> str:
    """The areas that two censuses do not, or not quite, compare of; "" without any."""
    texts = [
        say("column-names-marks", areas=list_areas(names), comparability=mark) for mark, names in marks.items() if names
    ]
    return say("list-sentences").join(texts)


def in_words(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows with headings and kinds in words."""
    answers = {True: say("common-yes"), False: say("common-no")}
    worded = rows.assign(
        kind=rows["kind"].map(kind_names()),
        counted=rows["counted"].map({one: say("column-names-counted", counted=one) for one in Counted}),
        comparability=rows["comparability"].map(
            {one: say("column-names-comparability", comparability=one) for one in Comparability}
        ),
        **{flag: rows[flag].map(answers) for flag in ("small", "demonstration")},
    )
    headings = {column: say("column-names-headings", heading=column) for column in worded.columns}
    return worded.astype(object).where(worded.notna(), None).rename(columns=headings)
