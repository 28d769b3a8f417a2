"""The changes of a scenario and their effect on residents, areas and policy targets, as texts."""

from collections.abc import Sequence
from typing import Any

from datasets.siting.scenario_targets import TargetChange
from geodata.region import Level
from layouts.words.pages import siting as words
from layouts.words.siting_outcome import OutcomeText
from locales import say, say_all

Texts = dict[str, Any]


def describe_changes(text: OutcomeText) -> Texts:
    """The list of changes; a remark where there is no facility of the type yet."""
    count = len(text.outcome.placed)
    return {
        "remark": text.none_stands(),
        "count": say("siting-counted", changes=count) if count else "",
        "items": [_describe_change(text, position) for position in range(count)],
    }


def _describe_change(text: OutcomeText, position: int) -> Texts:
    one, name = text.outcome.placed[position], text.name(position)
    return {
        "kind": one.change.kind,
        "name": name,
        "title": f"{say('siting-change-kinds', kind=one.change.kind)} {name}",
        "about": say("list-comma").join((text.place(one), text.size(one))),
        "place": [one.longitude, one.latitude],
    }


def describe_outcome(text: OutcomeText) -> Texts:
    """People, the ratio of the groups, areas and targets before and after."""
    outcome, region = text.outcome, text.city.region
    whole, ratios = text.whole, outcome.ratios
    tone = {True: "good", False: "bad", None: ""}[outcome.holds_line[1]]
    changed = [_describe_target(text, change) for change in outcome.changed_targets]
    finding, subject = text.finding(), text.subject()
    return {
        "head": (finding, subject) if finding else (subject, ""),  # of the map
        "subject": subject,
        "tiles": [
            _result_tile(say("siting-residents"), words.persons(whole.newly_covered), text.covered_note(), "good"),
            _result_tile(text.ratio_label(), words.ratios_text(ratios), words.ratio_note(text.benchmark, ratios), tone),
        ],
        "lost": text.uncovered(),
        "columns": [*say_all("siting-area-columns-").values()],
        "areas": _area_rows(text, [region.adcode, region.focus, region.benchmark]),
        "counties": _area_rows(text, text.city.geography.codes(Level.COUNTY)),
        "targets": changed,
        "targetTexts": [each for each in ("" if changed else text.none_changed(), text.missed()) if each],
        "notes": text.notes(),
    }


def _result_tile(label: str, value: str, note: str, tone: str) -> Texts:
    return {"label": label, "value": value, "note": note, "tone": tone}


def _area_rows(text: OutcomeText, codes: Sequence[str]) -> list[Texts]:
    """Areas before and after; the tone is good or bad where residents were won or lost on balance."""
    rows = []
    for code in codes:
        shift = text.outcome.areas[code]
        won = shift.newly_covered - shift.newly_uncovered
        net = words.net_text(shift.newly_covered, shift.newly_uncovered)
        cells = [text.area(code), net, text.shares(shift), text.mean_ways(shift)]
        rows.append({"cells": cells, "tone": "good" if won > 0 else "bad" if won < 0 else ""})
    return rows


def _describe_target(text: OutcomeText, change: TargetChange) -> Texts:
    statuses = [progress.counted_status for progress in (change.before, change.after)]
    return {
        "area": text.area(change.area),
        "name": text.target_name(change),
        "values": text.target_values(change),
        "statuses": [(status, say("common-statuses", status=status)) for status in statuses],
    }
