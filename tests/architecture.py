"""What the rules of the house are checked on: modules, what they import, and the folders that hold them."""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path


@dataclass(frozen=True)
class Module:
    """A Python file of a project.

    ``name`` is dotted and counts from the root of the project; a package bears the name of its folder.
    """

    name: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The parsed text."""
        return ast.parse(self.text)

    @cached_property
    def imports(self) -> frozenset[str]:
        """Full dotted names of what it imports: ``a.b`` of ``import a.b``, ``a.b.c`` of ``from a.b import c``."""
        found = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found |= {f"{node.module}.{alias.name}" for alias in node.names}
        return frozenset(found)

    def calls(self) -> set[str]:
        """The last part of the name of every function and method that it calls."""
        functions = (node.func for node in ast.walk(self.tree) if isinstance(node, ast.Call))
        return {node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "") for node in functions}


def read_modules(root: Path, packages: Iterable[str]) -> dict[str, Module]:
    """Every module of ``packages`` under ``root``, by its dotted name."""
    modules = {}
    for package in packages:
        for path in sorted((root / package).rglob("*.py")):
            parts = path.relative_to(root).with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            modules[name] = Module(name, path.read_text("utf-8"))
    return modules


def is_inside(name: str, package: str) -> bool:
    """Whether a dotted name is ``package`` or something in it."""
    return name == package or name.startswith(f"{package}.")


def forbidden_imports(module: Module, packages: Iterable[str]) -> set[str]:
    """What a module imports of ``packages``, which it must not; a package is named in full, such as ``pandas.io``."""
    return {name for name in module.imports if any(is_inside(name, package) for package in packages)}


def own_imports(module: Module, modules: dict[str, Module]) -> set[str]:
    """The modules of the project that a module imports, itself or a name of theirs."""
    targets = (name if name in modules else name.rpartition(".")[0] for name in module.imports)
    return {target for target in targets if target in modules} - {module.name}


def circles(modules: dict[str, Module]) -> Iterator[list[str]]:
    """Circles of imports, at every depth: members of one folder, files or folders, that import each other in a ring."""
    edges = [(name, target) for name, module in modules.items() for target in own_imports(module, modules)]
    depth = max((name.count(".") for name in modules), default=0)
    for level in range(depth + 1):
        imports: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
        for importer, imported in edges:
            member, other = (tuple(name.split(".")[: level + 1]) for name in (importer, imported))
            if member != other and member[:level] == other[:level] and len(member) == len(other) == level + 1:
                imports[member].add(other)
        yield from (sorted(".".join(member) for member in ring) for ring in _rings(imports))


def _rings(imports: dict[tuple[str, ...], set[tuple[str, ...]]]) -> list[set[tuple[str, ...]]]:
    reach = {start: _reachable(start, imports) for start in imports}
    rings = [frozenset(other for other in reach[start] if start in reach.get(other, ())) for start in imports]
    return [set(ring) for ring in set(rings) if ring]


def _reachable(start: tuple[str, ...], imports: dict[tuple[str, ...], set[tuple[str, ...]]]) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    todo = list(imports[start])
    while todo:
        if (member := todo.pop()) not in found:
            found.add(member)
            todo += imports.get(member, ())
    return found


def folder_sizes(modules: dict[str, Module]) -> dict[str, int]:
    """How many modules each folder holds, its sub-folders and its ``__init__`` not counted."""
    packages = {name.rpartition(".")[0] for name in modules}
    files = sorted(name for name in modules if name not in packages and "." in name)
    return {folder: len(list(names)) for folder, names in groupby(files, key=lambda name: name.rpartition(".")[0])}


def imported_values(module: Module, package: str) -> set[str]:
    """What a module imports of ``package`` that is no class: modules, functions and constants."""
    names = {name for name in module.imports if is_inside(name, package)}
    return {name for name in names if not _is_class_name(name.rpartition(".")[2])}


def _is_class_name(name: str) -> bool:
    return name[0].isupper() and (len(name) == 1 or not name.isupper())
