"""Answers of the packs page: what can be chosen, the size of a chosen pack, and the progress of jobs."""

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from callbacks.frame.empty_pages import empty_page_text
from callbacks.frame.request_checks import UnusableValueError, require_one_of
from callbacks.packs.routes import URL
from datasets.analyses.pack_request import (
    MOST_PICTURES,
    MOST_SCENARIOS,
    PackChoice,
    PackSubject,
    Preset,
    departments,
    led_indicators,
    offered_indicators,
    picture_count,
    read_choice,
)
from datasets.city.city import City
from datasets.files.declarations import BadInputError
from datasets.jobs.command_work import WorkFault
from datasets.jobs.job_store import DAY, OPEN_STATES, Job, JobState
from datasets.queries.group_query import given_groups
from datasets.siting.scenario import Scenario
from geodata.region import Level
from layouts.ids import PackPage
from layouts.pack_terms import DocumentFormat
from layouts.pages.packs import LARGEST_TEMPLATE, JobCard
from layouts.paper.documents.template import TemplateError, template_format
from layouts.words.pages import packs as words
from locales import say
from locales.data import translate


class NotPossibleError(Exception):
    """A choice that no pack can be made of; the message is for the reader."""


@dataclass(frozen=True)
class Template:
    """An office's template: which document it is for, its file's name and its bytes."""

    output: DocumentFormat
    name: str
    content: bytes


class PackForm:
    """Answers for one city; ``saved`` gives the scenarios of sites that were saved."""

    def __init__(
        self, city: City, presets: Mapping[str, Preset], saved: Callable[[], Sequence[Scenario]] = tuple
    ) -> None:
        self.city, self.presets, self._saved = city, presets, saved
        counties = self.city.region.counties
        self.counties = [{"value": county.adcode, "label": county.name} for county in counties]

    def list_options(self, preset_id: str, dataset: str, department: str | None) -> dict[str, Any]:
        """Everything that can be chosen, and what the preset chooses, by the name of the output."""
        preset = self.presets[preset_id]
        led = [name for name in departments(self.city) if led_indicators(self.city, dataset, name)]
        department = department if department in led else next(iter(led), None)
        of_department = preset.subject is PackSubject.DEPARTMENT
        begun = {"preset": preset_id, "dataset": dataset, "department": department}
        possible = department or not of_department
        chosen = read_choice(self.city, self.presets, begun) if possible else None
        years = self._list_years(
            dataset, [key for keys in offered_indicators(self.city, dataset).values() for key in keys]
        )
        return {
            "offer": {"domains": self._list_domains(dataset), "picked": list(chosen.indicators) if chosen else []},
            "years": [{"value": year, "label": str(year)} for year in years],
            "year": list(chosen.years) if chosen else [],
            "counties": self.counties,
            "county": list(chosen.counties) if chosen else [],
            "counties_hidden": preset.subject is not PackSubject.COUNTY,
            "departments": [{"value": name, "label": translate(name)} for name in led],
            "department": department,
            "department_hidden": not of_department,
            "title": preset.title,
        }

    def list_scenarios(self, dataset: str) -> list[dict[str, Any]]:
        """The saved scenarios of sites that a pack of a dataset can hold, the newest first."""
        types = self.city.facility_types
        return [
            {"value": one.id, "label": say("packs-scenario", name=one.name, type=types[one.type_].name, year=one.year)}
            for one in self._saved()
            if one.dataset == dataset and one.type_ in types
        ]

    def _list_domains(self, dataset: str) -> list[dict[str, Any]]:
        return [
            {
                "name": say("common-domains", domain=domain),
                "indicators": [{"id": key, "name": self.city.indicators[key].name} for key in keys],
            }
            for domain, keys in offered_indicators(self.city, dataset).items()
        ]

    def _list_years(self, dataset: str, indicators: Sequence[str]) -> list[int]:
        return sorted({year for key in indicators for year in self.city.years(dataset, key, Level.COUNTY)})

    def check_choice(self, wanted: Mapping[str, Any], outputs: Sequence[str]) -> PackChoice:
        """The choice that the page holds. Raises NotPossibleError."""
        preset = self.presets[require_one_of(PackPage.PRESET, wanted.get("preset"), self.presets)]
        dataset = require_one_of(PackPage.DATASET, wanted.get("dataset"), self.city.datasets)
        missing = {
            say("packs-no-department"): preset.subject is PackSubject.DEPARTMENT and not wanted["department"],
            say("packs-pick-indicator"): not wanted["indicators"],
            say("packs-pick-year"): not wanted["years"],
            say("packs-pick-county"): preset.subject is PackSubject.COUNTY and not wanted["counties"],
            say("packs-pick-output"): not outputs,
        }
        if not wanted["indicators"] and (text := empty_page_text(self.city, dataset, of_counties=True)):
            raise NotPossibleError(text)
        for message, applies in missing.items():
            if applies:
                raise NotPossibleError(message)
        if len(wanted.get("scenarios") or []) > MOST_SCENARIOS:
            raise NotPossibleError(say("packs-too-many-scenarios", most=MOST_SCENARIOS))
        lacking = sorted(set(wanted["years"]) - set(self._list_years(dataset, wanted["indicators"])))
        if lacking:
            raise NotPossibleError(say("packs-no-data", years=say("list-names").join(map(str, lacking))))
        counties = wanted["counties"] if preset.subject is PackSubject.COUNTY else []
        count = picture_count(preset, len(wanted["indicators"]), len(wanted["years"]), len(counties))
        if count > MOST_PICTURES:
            raise NotPossibleError(say("packs-too-many", pictures=count, most=MOST_PICTURES))
        try:
            return read_choice(self.city, self.presets, wanted)
        except BadInputError as error:
            raise NotPossibleError(say("packs-not-possible", faults=say("list-parts").join(error.faults))) from error

    def estimate(self, choice: PackChoice) -> str:
        """How large the pack of a choice will be."""
        preset, counties = self.presets[choice.preset], len(choice.counties)
        pictures = picture_count(preset, len(choice.indicators), len(choice.years), counties)
        return say("packs-estimate", pictures=pictures + len(choice.scenarios))

    def prepare_job(
        self, wanted: Mapping[str, Any], outputs: Sequence[str], templates: Sequence[Template]
    ) -> tuple[dict[str, Any], dict[str, bytes]]:
        """What a job is to make and the files that it is given. Raises NotPossibleError."""
        choice = self.check_choice(wanted, outputs)
        names = self.presets[choice.preset].name, translate(choice.department), self.city.datasets[choice.dataset].name
        order = {
            "title": words.job_title(names, list(choice.years), len(choice.indicators)),
            "outputs": list(outputs),
            "templates": [_file_name(template) for template in templates],
        }
        sent = {_file_name(template): template.content for template in templates}
        return order, {"choice.json": orjson.dumps(dict(wanted) | given_groups(self.city)), **sent}


def _file_name(template: Template) -> str:
    return f"template.{template.output}"


def read_templates(contents: Sequence[str], names: Sequence[str]) -> list[Template]:
    """Uploaded templates, the last one for each document. Raises NotPossibleError."""
    if len(contents) != len(names):
        raise UnusableValueError(PackPage.TEMPLATE, names)
    read = [_read_template(content, name) for content, name in zip(contents, names, strict=True)]
    return list({template.output: template for template in read}.values())


def _read_template(content: str, name: str) -> Template:
    try:
        body = base64.b64decode(content.partition(",")[2], validate=True)
    except ValueError as error:
        raise NotPossibleError(say("packs-template-unreadable", name=name)) from error
    if len(body) > LARGEST_TEMPLATE * 1_000_000:
        raise NotPossibleError(say("packs-template-too-large", name=name, megabytes=LARGEST_TEMPLATE))
    try:
        return Template(template_format(body), name, body)
    except TemplateError as error:
        raise NotPossibleError(say("packs-template-unreadable", name=name)) from error


def job_card(job: Job, ahead: int = 0) -> JobCard:
    """A job for the list; ``ahead`` are those that come before it."""
    done, total = job.progress.done, job.progress.total
    running = job.state is JobState.RUNNING
    return JobCard(
        id=job.id,
        title=str(job.order.get("title", "")),
        tone=job.state,
        state=say("packs-states", state=job.state),
        time=_time_text(job),
        share=(done / total if total else 0.0) if running else None,
        text=say("packs-ahead", jobs=ahead) if job.state is JobState.QUEUED else _progress_text(job),
        files=[(f"{URL}{job.id}/{name}", name, words.size(size)) for name, size in job.sizes.items()],
        action=_job_action(job),
    )


def _progress_text(job: Job) -> str:
    """How far a job has come, or what went wrong."""
    texts = {
        JobState.QUEUED: "",
        JobState.RUNNING: words.steps(int(job.progress.done), int(job.progress.total), job.progress.text),
        JobState.DONE: job.progress.text,
        JobState.FAILED: _describe_fault(job.message),
        JobState.CANCELLED: "",
        JobState.INTERRUPTED: say("packs-interrupted"),
    }
    return texts[job.state]


def _describe_fault(message: str) -> str:
    """What went wrong: a fault of the process that made it, or what that said itself."""
    known = message in {fault.value for fault in WorkFault}
    return say("packs-faults", fault=WorkFault(message).name.lower()) if known else message


def _job_action(job: Job) -> tuple[str, str] | None:
    if job.state in OPEN_STATES:
        return "cancel", say("packs-cancel")
    return None if job.state is JobState.DONE else ("again", say("packs-again"))


def _time_text(job: Job) -> str:
    """When a job was asked for, of a finished one until when it is kept: in the server's time zone, the office's."""
    if job.state is JobState.DONE:
        until = datetime.fromtimestamp((job.ended or job.created) + DAY)
        return say("packs-kept-until", clock=until.strftime("%m-%d %H:%M"))
    return say("packs-begun", clock=datetime.fromtimestamp(job.created).strftime("%H:%M"))
