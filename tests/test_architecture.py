"""The import table of the house, over the code itself."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = {"indicators", "geodata", "datasets", "layouts", "callbacks", "app"}
MAY_IMPORT = {
    "indicators": set(),
    "geodata": set(),
    "datasets": {"indicators", "geodata"},
    "layouts": {"indicators", "geodata"},
    "callbacks": {"indicators", "geodata", "datasets", "layouts"},
}
NEVER = {
    "indicators": {"dash", "plotly", "geopandas", "flask"},
    "geodata": {"dash", "plotly", "flask"},
    "datasets": {"dash", "plotly", "flask"},
    "layouts": {"flask"},
    "callbacks": {"pandas.io", "geopandas"},
}


def modules(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def imported(module: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_a_package_imports_only_what_the_table_allows(package):
    for module in modules(ROOT / package):
        ours = {name.split(".")[0] for name in imported(module)} & OURS - {package}
        assert ours <= MAY_IMPORT[package], f"{module.relative_to(ROOT)} imports {ours - MAY_IMPORT[package]}"


@pytest.mark.parametrize("package", NEVER)
def test_a_package_never_imports_what_is_foreign_to_it(package):
    for module in modules(ROOT / package):
        foreign = {name for name in imported(module) if name.split(".")[0] in NEVER[package]}
        assert not foreign, f"{module.relative_to(ROOT)} imports {foreign}"


def test_figures_know_no_dash():
    for module in modules(ROOT / "layouts" / "figures"):
        assert not {name for name in imported(module) if name.startswith("dash")}, module.name


def test_only_the_composition_root_makes_the_dash_app_and_reads_the_environment():
    for package in MAY_IMPORT:
        for module in modules(ROOT / package):
            text = module.read_text("utf-8")
            assert "os.environ" not in text, module.name
            assert "= Dash(" not in text, module.name


def test_layouts_and_callbacks_open_no_file():
    for package in ("layouts", "callbacks"):
        for module in modules(ROOT / package):
            calls = {
                node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                for node in ast.walk(ast.parse(module.read_text("utf-8")))
                if isinstance(node, ast.Call)
            }
            assert not calls & {"open", "read_csv", "read_text", "read_bytes", "read_file"}, module.name
