"""The commands about regions."""

import pytest
from click.testing import CliRunner

from callbacks.commands.region import region_commands
from tests.conftest import shipped_copy


@pytest.fixture
def run(tmp_path):
    """Run a command of the group in a copy of the project."""
    commands = region_commands(shipped_copy(tmp_path))
    return lambda *words: CliRunner().invoke(commands, words)


def test_a_declaration_is_written_once(run, tmp_path):
    first, second = run("new", "韶关"), run("new", "440200")
    assert first.exit_code == 0
    assert 'name = "韶关市"' in (tmp_path / "geodata/regions/440200.toml").read_text("utf-8")
    assert second.exit_code == 1
    assert "已有这个文件" in second.output


def test_an_unknown_city_is_refused_with_the_nearest(run):
    assert "韶关市 440200" in run("new", "韶光").output


def test_the_sweep_counts_every_city(run):
    assert "441800 清远市 counties 8 2010 8 2020 8 both 8\n" in run("sweep").output
