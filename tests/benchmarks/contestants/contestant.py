"""Every contestant: how it is started, and where a reader sees the map, the title and the controls."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from tests.benchmarks.comparison.world import DATASET, ROOT, World

HERE = Path(__file__).parent
_MOST_NAMES = 300  # areas; more names than these hide the map


@dataclass(frozen=True)
class Contestant:
    """A program and where to look and click in it.

    ``command`` is what starts it, with {world} and {port} to be filled in; ``ready`` the path that answers when it is.
    ``query`` is what the address asks for, with what stands in a world. ``map`` selects what holds the areas' paths (if
    several do, any of them), ``lasting_map`` the one that stays, where another stands in its place at first, ``title``
    likewise the text that names indicator and year, ``year`` and ``indicator`` the controls: a click on the text in
    them that reads 2012 shows that year.
    """

    name: str
    command: tuple[str, ...]
    ready: str = "/"
    path: str = ""
    query: Mapping[str, str] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=dict)
    map: str = ".choroplethlayer"
    lasting_map: str = ""
    title: str = "#title"
    year: str = "#year"
    indicator: str = "#indicator"

    def start_command(self, world: Path, port: int) -> list[str]:
        """What starts it over a world."""
        return [part.format(world=world, port=port) for part in self.command]

    def address(self, world: World, port: int) -> str:
        """The page at the first indicator and year of a world."""
        parts = {"indicator": world.indicators[0].id, "level": world.level, "year": str(world.years[0])}
        parts["labels"] = "1" if world.size <= _MOST_NAMES else "0"
        query = urlencode({name: text.format(**parts) for name, text in self.query.items()})
        return f"http://127.0.0.1:{port}/{self.path}" + (f"?{query}" if query else "")


# The only lines that know our own page: what a reader sees of it.
OURS = Contestant(
    "ours",
    (sys.executable, str(ROOT / "app.py"), "serve", "--port", "{port}"),
    ready="/ready",
    path="map",
    query={"dataset": DATASET, "indicator": "{indicator}", "level": "{level}", "year": "{year}", "labels": "{labels}"},
    map=".first-map, #atlas-map .choroplethlayer",
    lasting_map="#atlas-map .choroplethlayer",
    title=".atlas-map-card .subject",
    year="#atlas-year",
    indicator="#atlas-indicator",
)


def _program(name: str) -> tuple[str, ...]:
    return (sys.executable, str(HERE / f"{name}.py"), "{world}", "{port}")


STREAMLIT = Contestant(
    "streamlit",
    (
        *(str(ROOT / ".venv-benchmark" / "bin" / "streamlit"), "run", str(HERE / "streamlit_app.py")),
        *("--server.port", "{port}", "--server.address", "127.0.0.1", "--server.headless", "true"),
        *("--server.enableStaticServing", "true", "--server.fileWatcherType", "none"),
        *("--browser.gatherUsageStats", "false"),
    ),
    ready="/_stcore/health",
    title="h2",
    year=".st-key-year",
    indicator=".st-key-indicator",
)
CONTESTANTS = {
    contestant.name: contestant
    for contestant in (
        OURS,
        Contestant("tuned", _program("tuned")),
        Contestant("stock", _program("stock")),
        STREAMLIT,
        Contestant("bare", _program("bare"), map="#map"),
    )
}
