"""Version and fingerprint of this program: two with the same fingerprint show the same data in the same way."""

import hashlib
import sys
import tomllib
from pathlib import Path

_PARTS = ("app.py", "callbacks", "datasets", "geodata", "indicators", "layouts", "locales")
_SUFFIXES = frozenset({".ftl", ".py", ".toml", ".csv", ".gz", ".gpkg"})


def read_program_version(root: Path) -> str:
    """The version that ``pyproject.toml`` under ``root`` declares, as SemVer."""
    declared = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    return str(declared["project"]["version"])


def compute_program_fingerprint(root: Path, region: str, base_map: Path | None = None) -> str:
    """Hash our code and declarations under ``root``, the installed packages, a region and its base map."""
    digest = hashlib.sha256(f"{sys.version} {region}".encode())
    folders = map(Path, filter(None, sys.path))
    for installed in sorted(each.name for folder in folders for each in folder.glob("*.*-info")):  # name and version
        digest.update(installed.encode())
    for part in _PARTS:
        for path in sorted([root / part] if part.endswith(".py") else (root / part).rglob("*")):
            if path.suffix in _SUFFIXES:
                digest.update(path.relative_to(root).as_posix().encode())
                digest.update(path.read_bytes())
    if base_map and base_map.is_file():  # else loading tells what is wrong with it
        digest.update(base_map.read_bytes())
    return digest.hexdigest()[:16]
