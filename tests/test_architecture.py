"""The import table of the house, over the code itself. Each rule is seen to fail on a small world of its own."""

from pathlib import Path

import pytest

from tests.architecture import (
    Module,
    circles,
    folder_sizes,
    forbidden_imports,
    imported_values,
    is_inside,
    own_imports,
    read_modules,
)

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "locales": set(),
    "indicators": {"locales"},
    "geodata": {"locales"},
    "datasets": {"indicators", "geodata", "locales"},
    "layouts": {"indicators", "geodata", "datasets", "locales"},  # of datasets only classes, see below
    "callbacks": {"indicators", "geodata", "datasets", "layouts", "locales"},
}
OURS = {*MAY_IMPORT, "app"}
COMPUTING_OR_DRAWING = {"geopandas", "matplotlib", "numpy", "pandas", "plotly", "pyogrio", "scipy", "shapely"}
# By folder; the rule holds for the folders in it too.
NEVER = {
    "indicators": {"dash", "flask", "geopandas", "plotly"},
    "geodata": {"dash", "flask", "plotly"},
    "datasets": {"dash", "flask", "plotly"},
    "layouts": {"flask", "sqlalchemy"},
    "locales": {"dash", "flask", "plotly", *COMPUTING_OR_DRAWING},
    "layouts.figures": {"dash", "dash_bootstrap_components", "dash_ag_grid"},
    "layouts.paper": {"dash", "dash_bootstrap_components", "dash_ag_grid", "plotly"},
    "layouts.words": {"dash", "dash_bootstrap_components", "dash_ag_grid", "plotly"},
    "callbacks": COMPUTING_OR_DRAWING,
}
MOST_FILES = 9  # of one folder
MOST_LINES = 350  # of one file
# Tests of no single module: they sweep over several, or over inputs that break them.
SWEEPS = {
    "callbacks/frame/test_edges.py": "figures at the edge of a rule, on every page that shows them",
    "callbacks/frame/test_poor_datasets.py": "cities with hardly any data, through every page",
    "callbacks/frame/test_recomputations.py": "nothing is computed twice, on any page",
    "callbacks/tables/test_formulas.py": "texts that a spreadsheet would run, through every writer",
    "datasets/census/test_recomputed_values.py": "every value of the census, worked out from the columns alone",
    "datasets/imports/forms/test_round_trip.py": "what is exported comes back, for every kind of rows",
    "datasets/imports/read/vectors/test_broken_geodata.py": "a corpus of broken maps",
    "datasets/imports/read/workbooks/test_broken_tables.py": "a corpus of broken tables",
    "datasets/store/engine/test_unusable.py": "databases and folders that fail, at every step",
    "datasets/store/versions/test_kill.py": "a process that is killed amid a change",
    "geodata/siting/test_reference.py": "the solver against PySAL",
    "layouts/words/paper/test_shipped_sentences.py": "every sentence over every shipped indicator",
    "locales/test_messages.py": "every message, in every language, against the code that says it",
}


@pytest.fixture(scope="module")
def house() -> dict[str, Module]:
    """Every module of the product."""
    return read_modules(ROOT, MAY_IMPORT)


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_a_package_imports_only_what_the_table_allows(house, package):
    barred = OURS - MAY_IMPORT[package] - {package}
    for module in _modules_in(house, package):
        assert not forbidden_imports(module, barred), module.name


@pytest.mark.parametrize("package", NEVER)
def test_a_package_never_imports_what_is_foreign_to_it(house, package):
    for module in _modules_in(house, package):
        assert not forbidden_imports(module, NEVER[package]), module.name


def test_what_draws_on_paper_loads_no_plotly_by_any_way(house):
    """The processes that draw would hold it in memory for nothing."""
    reached = {name for name in house if is_inside(name, "layouts.paper")}
    while further := {target for name in reached for target in own_imports(house[name], house)} - reached:
        reached |= further
    assert {name for name in reached if forbidden_imports(house[name], {"plotly"})} == set()


def test_layouts_import_only_classes_of_datasets(house):
    for module in _modules_in(house, "layouts"):
        assert not imported_values(module, "datasets"), module.name


def test_no_folder_and_no_file_imports_in_a_circle(house):
    assert list(circles(house)) == []


def test_no_folder_holds_more_files_than_one_looks_through(house):
    assert {folder: size for folder, size in folder_sizes(house).items() if size > MOST_FILES} == {}


def test_no_file_is_longer_than_one_reads():
    lines = {path: len(path.read_text("utf-8").splitlines()) for path in [ROOT / "app.py", *_files(ROOT)]}
    assert {path.name: length for path, length in lines.items() if length > MOST_LINES} == {}


def test_a_test_file_bears_the_name_of_what_it_tests():
    tests = ROOT / "tests"
    for package in MAY_IMPORT:
        for test in sorted((tests / package).rglob("test_*.py")):
            path = test.relative_to(tests)
            module = ROOT / path.with_name(path.name.removeprefix("test_"))
            assert module.exists() or path.as_posix() in SWEEPS, path


def test_only_the_composition_root_makes_the_dash_app_and_reads_the_environment(house):
    for module in house.values():
        assert "os.environ" not in module.text, module.name
        assert "Dash" not in module.calls(), module.name


def test_layouts_and_callbacks_open_no_file(house):
    for module in (*_modules_in(house, "layouts"), *_modules_in(house, "callbacks")):
        assert not module.calls() & {"open", "read_csv", "read_text", "read_bytes", "read_file"}, module.name


def _files(root: Path) -> list[Path]:
    return [path for package in MAY_IMPORT for path in (root / package).rglob("*.py")]


def _modules_in(house: dict[str, Module], package: str) -> list[Module]:
    return [module for name, module in house.items() if is_inside(name, package)]


def _world(**texts: str) -> dict[str, Module]:
    names = {name.replace("__", "."): text for name, text in texts.items()}
    return {name: Module(name, text) for name, text in names.items()}


@pytest.mark.parametrize(
    "text",
    ["import pandas.io.sql", "from pandas.io import sql", "from pandas import io", "from pandas.io.sql import x"],
)
def test_a_rule_for_a_part_of_a_library_sees_it_however_it_is_imported(text):
    assert forbidden_imports(Module("callbacks.map", text), {"pandas.io"})


def test_a_rule_for_a_part_of_a_library_lets_the_rest_pass():
    assert not forbidden_imports(Module("callbacks.map", "import pandas\nfrom pandasio import x"), {"pandas.io"})


def test_a_circle_of_two_files_is_found():
    world = _world(a="", a__x="from a.y import f", a__y="import a.x")
    assert list(circles(world)) == [["a.x", "a.y"]]


def test_a_circle_of_folders_is_found_though_no_files_form_one():
    world = _world(a__one__x="from a.two.x import f", a__two__x="", a__two__y="from a.one.y import f", a__one__y="")
    assert list(circles(world)) == [["a.one", "a.two"]]


def test_a_circle_of_a_folder_and_the_file_beside_it_is_found():
    world = _world(a__kinds="from a.store.model import C", a__store__model="", a__store__schema="import a.kinds")
    assert list(circles(world)) == [["a.kinds", "a.store"]]


def test_folders_that_import_one_way_are_no_circle():
    assert list(circles(_world(a__x="from b.y import f", b__y="from c.z import f", c__z=""))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from datasets.kinds import ImportKind", set()),
        ("from datasets.kinds import KEYS", {"datasets.kinds.KEYS"}),
        ("from datasets.city.city import no_roads", {"datasets.city.city.no_roads"}),
        ("from datasets.city import city", {"datasets.city.city"}),
        ("import datasets.kinds", {"datasets.kinds"}),
    ],
)
def test_a_class_is_told_from_a_value(text, found):
    assert imported_values(Module("layouts.map", text), "datasets") == found


def test_the_files_of_a_folder_are_counted_without_those_of_its_folders():
    world = _world(a="", a__x="", a__y="", a__b="", a__b__z="")
    assert folder_sizes(world) == {"a": 2, "a.b": 1}
