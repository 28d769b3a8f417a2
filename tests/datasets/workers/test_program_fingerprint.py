"""The same code and declarations are the same program."""

from datasets.workers.program_fingerprint import compute_program_fingerprint
from tests.conftest import shipped_copy


def test_a_program_is_another_where_anything_of_it_is_changed(tmp_path):
    root = shipped_copy(tmp_path)
    (root / "app.py").write_text("", "utf-8")
    before = compute_program_fingerprint(root, "qingyuan")
    assert compute_program_fingerprint(root, "qingyuan") == before
    assert compute_program_fingerprint(root, "elsewhere") != before
    path = root / "indicators" / "travel.toml"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    assert compute_program_fingerprint(root, "qingyuan") != before
