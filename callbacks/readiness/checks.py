"""The checks before a meeting, as the command line and the page list them."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from callbacks.readiness.trial import DrawingTrial
from callbacks.server.headers import find_foreign_sources, write_policy
from datasets.city.city import City
from datasets.readiness.machine import ClockReading, list_outgoing_connections, read_disk_space
from datasets.readiness.model import CheckLine
from datasets.readiness.store_probe import count_lost_rows, probe_store
from datasets.store.model import StoreUnavailableError
from datasets.store.versions.versions import Store
from datasets.workers.model import Workers
from layouts.words.meeting import readiness as words
from locales import say

_log = logging.getLogger(__name__)
_HERE = {"", "localhost", "127.0.0.1", "::1"}
_NamedCheck = tuple[str, Callable[[], CheckLine]]


@dataclass(frozen=True)
class Machine:
    """What is looked at: the store, the folder of the program's files, who draws, and the program itself.

    ``is_whole`` returns whether the program's files are as they were loaded.
    """

    open_store: Callable[[], Store]
    folder: Path
    drawers: Workers
    version: str
    is_whole: Callable[[], bool]


class ReadinessChecks:
    """Every check of a machine; one that breaks says so and hides no other."""

    def __init__(self, machine: Machine) -> None:
        self._machine, self._trial = machine, DrawingTrial(machine.drawers)

    def run(self, city: City) -> list[CheckLine]:
        """All lines, of the program, its machine and its datasets."""
        of_city: list[_NamedCheck] = [
            (
                say("readiness-program"),
                lambda: words.program_line(self._machine.version, city.region.name, len(city.indicators)),
            ),
            (say("readiness-fonts"), partial(self._trial.check_fonts, city)),
            (say("readiness-drawing"), partial(self._trial.check_drawing, city)),
        ]
        of_datasets = [
            (words.dataset_subject(held.name), partial(self._check_dataset, city, key))
            for key, held in city.datasets.items()
        ]
        set_aside = [words.set_aside_line(one) for one in city.set_aside]
        return [*map(_run_check, of_city), *self.run_without_city(), *map(_run_check, of_datasets), *set_aside]

    def run_without_city(self) -> Iterator[CheckLine]:
        """Those that need nothing to be loaded."""
        checks: list[_NamedCheck] = [
            (say("readiness-store"), self._check_store),
            (say("readiness-disk"), self._check_disk),
            (say("readiness-clock"), self._check_clock),
            (say("readiness-outgoing"), self._check_outgoing),
            (say("readiness-files"), lambda: words.files_line(self._machine.is_whole())),
        ]
        return map(_run_check, checks)

    def _check_store(self) -> CheckLine:
        try:
            store = self._machine.open_store()
            return words.store_line(probe_store(store), store.where)
        except StoreUnavailableError as error:
            found, remedy = say("storage-found", fault=error.fault), say("storage-remedy", fault=error.fault)
            return words.store_fault(found, remedy, f"{error.where}: {error.what}")

    def _check_disk(self) -> CheckLine:
        space = read_disk_space(self._machine.folder, self._machine.open_store().path)
        return words.disk_line(space, str(self._machine.folder))

    def _check_clock(self) -> CheckLine:
        store = self._machine.open_store()
        return words.clock_line(ClockReading(datetime.now().astimezone(), probe_store(store).newest))

    def _check_outgoing(self) -> CheckLine:
        host = _find_host(self._machine.open_store())
        return words.outgoing_line(find_foreign_sources(write_policy([])), list_outgoing_connections(), host)

    def _check_dataset(self, city: City, key: str) -> CheckLine:
        held = city.datasets[key]
        if held.number is None:
            figures = sum(len(records) for records in held.records.values())
            return words.shipped_line(held.name, figures, held.demonstration)
        store = self._machine.open_store()
        version = next(one for one in store.versions(key) if one.number == held.number)
        return words.version_line(held.name, held.number, version.created_at, count_lost_rows(store, version))


def _run_check(named: _NamedCheck) -> CheckLine:
    subject, check = named
    try:
        return check()
    except SystemExit as error:  # a setting or a file that cannot be used: its message says which
        return words.broken_line(subject, error)
    except Exception as error:  # whatever it is, the other lines are wanted
        _log.exception("%s cannot be checked", subject)
        return words.broken_line(subject, error)


def _find_host(store: Store) -> str:
    """The machine of the database, empty if it is this one."""
    host = urlsplit(store.where).hostname or "" if store.is_postgresql else ""
    return "" if host in _HERE else host
