"""The lines of the check before a meeting, over a machine with one thing wrong at a time."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Never

import pytest

from callbacks.readiness import checks as module
from callbacks.readiness.checks import Machine, ReadinessChecks
from datasets.readiness.machine import DiskSpace
from datasets.readiness.model import CheckLine, CheckState
from datasets.workers.model import InlineWorkers
from layouts.words.meeting import readiness as words
from locales import say
from tests.datasets.store.new_stores import new_sqlite_store


@pytest.fixture
def machine(tmp_path):
    with closing(new_sqlite_store(tmp_path / "atlas.db", lambda: datetime.now(UTC))) as store:
        yield Machine(lambda: store, tmp_path, InlineWorkers(), "1.2.3", lambda: True)


def by_subject(lines) -> dict[str, CheckLine]:
    return {line.subject: line for line in lines}


def test_a_machine_that_is_well_is_told_in_full(machine, city):
    lines = by_subject(ReadinessChecks(machine).run(city))
    assert [subject for subject, line in lines.items() if line.state is CheckState.FAILED] == []
    assert {
        say("readiness-program"),
        say("readiness-fonts"),
        say("readiness-drawing"),
        say("readiness-store"),
        say("readiness-disk"),
        say("readiness-clock"),
    } <= lines.keys()
    assert {
        say("readiness-outgoing"),
        say("readiness-files"),
        *map(words.dataset_subject, ("公开数据", "演示数据")),
    } <= lines.keys()
    assert "800×500" in lines[say("readiness-drawing")].text
    assert "虚构" in lines[words.dataset_subject("演示数据")].text
    assert [line.subject for line in lines.values() if not line.remedy and line.state is not CheckState.OK] == []


def test_a_check_that_breaks_hides_no_other(machine, monkeypatch):
    def break_down(*_: object) -> Never:
        raise RuntimeError("the ruler is broken")

    before = [line.subject for line in ReadinessChecks(machine).run_without_city()]
    monkeypatch.setattr(module, "read_disk_space", break_down)
    lines = list(ReadinessChecks(machine).run_without_city())
    assert [line.subject for line in lines] == before
    broken = by_subject(lines)[say("readiness-disk")]
    assert (broken.state, broken.where) == (CheckState.FAILED, "the ruler is broken")
    assert "RuntimeError" in broken.text


def test_a_store_that_is_gone_says_what_to_do(machine, tmp_path):
    machine.open_store().state()
    (tmp_path / "atlas.db").unlink()
    line = by_subject(ReadinessChecks(machine).run_without_city())[say("readiness-store")]
    assert line.state is CheckState.FAILED
    assert line.remedy


def test_a_store_that_ends_the_program_is_one_line_too(machine):
    def end() -> None:
        raise SystemExit("无法启动")

    broken = Machine(end, machine.folder, machine.drawers, "1", lambda: True)
    lines = by_subject(ReadinessChecks(broken).run_without_city())
    assert lines[say("readiness-store")].state is CheckState.FAILED
    assert lines[say("readiness-files")].state is CheckState.OK


def test_a_full_disk_and_changed_files_are_in_the_way(machine, monkeypatch):
    monkeypatch.setattr(module, "read_disk_space", lambda *_: DiskSpace(5 << 20, 1 << 30))
    changed = Machine(machine.open_store, machine.folder, machine.drawers, "1", lambda: False)
    lines = list(ReadinessChecks(changed).run_without_city())
    assert by_subject(lines)[say("readiness-disk")].state is CheckState.FAILED
    assert by_subject(lines)[say("readiness-files")].state is CheckState.FAILED
    assert words.summary(lines).startswith("还不能开会：磁盘、程序文件")


def test_a_clock_before_the_last_publication_is_wrong(machine):
    store = machine.open_store()
    store.now = lambda: datetime.now(UTC) + timedelta(days=2)
    store.add_dataset("own", "自有", "", None, "测试")
    line = by_subject(ReadinessChecks(machine).run_without_city())[say("readiness-clock")]
    assert (line.state, line.remedy) == (CheckState.FAILED, "校准服务器时钟，再重新启动程序。")


@pytest.mark.parametrize(
    ("called", "state"),
    [([], CheckState.OK), (None, CheckState.OK), (["8.8.8.8"], CheckState.FAILED)],
)
def test_a_machine_that_the_program_calls_is_found(machine, monkeypatch, called, state):
    monkeypatch.setattr(module, "list_outgoing_connections", lambda: called)
    assert by_subject(ReadinessChecks(machine).run_without_city())[say("readiness-outgoing")].state is state


def test_a_policy_that_lets_pages_out_is_found(machine, monkeypatch):
    monkeypatch.setattr(module, "write_policy", lambda _: "default-src 'self'; img-src https://tiles.example.com")
    line = by_subject(ReadinessChecks(machine).run_without_city())[say("readiness-outgoing")]
    assert (line.state, line.where) == (CheckState.FAILED, "https://tiles.example.com")


def test_the_folder_is_named_as_a_place(machine, tmp_path):
    line = by_subject(ReadinessChecks(machine).run_without_city())[say("readiness-disk")]
    assert Path(line.where) == tmp_path
    assert str(tmp_path) not in line.text
