"""The same code and declarations are the same program."""

import re

from datasets.workers.program_fingerprint import compute_program_fingerprint, read_program_version
from tests.conftest import ROOT, shipped_copy


def test_a_program_is_another_where_anything_of_it_is_changed(tmp_path):
    root = shipped_copy(tmp_path)
    (root / "app.py").write_text("", "utf-8")
    before = compute_program_fingerprint(root, "qingyuan")
    assert compute_program_fingerprint(root, "qingyuan") == before
    assert compute_program_fingerprint(root, "elsewhere") != before
    path = root / "indicators" / "travel.toml"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    assert compute_program_fingerprint(root, "qingyuan") != before


def test_a_program_is_another_on_another_base_map(tmp_path):
    root, base_map = shipped_copy(tmp_path), tmp_path / "counties.gpkg"
    (root / "app.py").write_text("", "utf-8")
    base_map.write_bytes(b"one")
    before = compute_program_fingerprint(root, "qingyuan", base_map)
    base_map.write_bytes(b"another")
    assert (
        before
        != compute_program_fingerprint(root, "qingyuan", base_map)
        != compute_program_fingerprint(root, "qingyuan")
    )


def test_the_version_is_a_release_of_the_changelog():
    version = read_program_version(ROOT)
    assert re.fullmatch(r"\d+\.\d+\.\d+", version)
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")
