"""What the code says: its calls of ``say`` and ``say_all``, and the Chinese that it still holds itself."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from locales.catalogue import Catalogue
from locales.languages import DEFAULT
from tests.conftest import ROOT

PACKAGES = ("indicators", "geodata", "datasets", "layouts", "callbacks", "locales")
_CHINESE = re.compile("[\u3001-\u303f\u4e00-\u9fff\uff01-\uff5e]")
_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.DOTALL)


@dataclass(frozen=True)
class Call:
    """A call of ``say``: the ids that it may name, none of a computed one; what it gives, None if that is computed."""

    place: str
    keys: tuple[str, ...]
    given: frozenset[str] | None
    at_import: bool  # or at the start of the server
    whole: bool  # of ``say_all``


@cache
def list_calls() -> tuple[Call, ...]:
    """Every call of the product."""
    return tuple(call for path, tree in _product() for call in _calls_in(path, tree, at_import=True))


@cache
def count_chinese() -> dict[str, int]:
    """How many Chinese literals each file of the product holds; none for those without."""
    python = {path: sum(1 for _ in _chinese_in(tree)) for path, tree in _product()}
    scripts = {
        path.relative_to(ROOT).as_posix(): len(_CHINESE.findall(_COMMENT.sub("", path.read_text("utf-8"))))
        for folder in ("js", "snapshot")
        for path in sorted((ROOT / "assets" / folder).rglob("*.js"))
    }
    return {path: count for path, count in {**python, **scripts}.items() if count}


def list_variants(key: str) -> set[str]:
    """The members of a closed set for which a message has words of their own."""
    return {*re.findall(r"\[(\w+)\]", Catalogue(DEFAULT).sources[key])} - {"other"}


@cache
def _product() -> list[tuple[str, ast.Module]]:
    paths = [ROOT / "app.py", *(path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py")))]
    return [(path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))) for path in paths]


def _calls_in(path: str, node: ast.AST, *, at_import: bool) -> Iterator[Call]:
    if isinstance(node, ast.Call) and (said := _said_by(node)):
        name, first = said
        choices = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
        keys = tuple(str(each.value) for each in choices if isinstance(each, ast.Constant))
        named = [keyword.arg for keyword in node.keywords]
        given = None if None in named else frozenset(filter(None, named))
        known = keys if len(keys) == len(choices) else ()
        yield Call(f"{path}:{node.lineno}", known, given, at_import, name == "say_all")
    for child in ast.iter_child_nodes(node):
        later = isinstance(node, ast.FunctionDef | ast.Lambda) and child is not node.args and not _is_wiring(node)
        yield from _calls_in(path, child, at_import=(at_import or _is_wiring(node)) and not later)


def _is_wiring(node: ast.AST) -> bool:
    """Whether a function is called once, when the server starts."""
    return isinstance(node, ast.FunctionDef) and node.name.lstrip("_").startswith("register")


def _said_by(node: ast.Call) -> tuple[str, ast.expr] | None:
    """The function and the id: of a call of ``say`` itself, or of one that is handed it, such as ``call_in``."""
    parts = [node.func, *node.args]
    for part, following in pairwise(parts):
        if isinstance(part, ast.Name) and part.id in ("say", "say_all"):
            return part.id, following
    return None


def _chinese_in(tree: ast.Module) -> Iterator[ast.Constant]:
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    heads = [node.body[0] for node in ast.walk(tree) if isinstance(node, documented) and node.body]
    docstrings = {id(head.value) for head in heads if isinstance(head, ast.Expr)}
    for node in ast.walk(tree):
        is_docstring = id(node) in docstrings
        if isinstance(node, ast.Constant) and not is_docstring and _CHINESE.search(str(node.value)):
            yield node
