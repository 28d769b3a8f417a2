"""The same code and declarations are the same program."""

from datasets.workers.program import program_name
from tests.conftest import shipped_copy


def test_a_program_is_another_where_anything_of_it_is_changed(tmp_path):
    root = shipped_copy(tmp_path)
    (root / "app.py").write_text("", "utf-8")
    before = program_name(root, "qingyuan")
    assert program_name(root, "qingyuan") == before
    assert program_name(root, "elsewhere") != before
    path = root / "indicators" / "travel.toml"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    assert program_name(root, "qingyuan") != before
