"""A page without any library: the areas as SVG in the page, and the class numbers of a year fetched by a click.

``python tests/benchmarks/contestants/bare.py WORLD PORT``. It is the floor: what a browser needs at least.
"""

import html
import json
import math
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent.parent.parent))

from tests.benchmarks.comparison.world import World, geometry_path

WIDTH, HEIGHT = 1000, 560
WORLD = World.read(Path(sys.argv[1]))
GEOMETRY = json.loads(geometry_path(Path(sys.argv[1])).read_bytes())
SCRIPT = """
const paths = document.querySelectorAll("#map path");
let indicator = 0, year = document.querySelector("#year button").textContent;
async function paint() {
    const answer = await (await fetch(`/colours/${indicator}/${year}`)).json();
    answer.colours.forEach((colour, at) => { paths[at].style.fill = colour; });
    document.querySelector("#title").textContent = answer.title;
}
document.querySelectorAll("#year button").forEach((button) => {
    button.onclick = () => { year = button.textContent; paint(); };
});
document.querySelectorAll("#indicator button").forEach((button, at) => {
    button.onclick = () => { indicator = at; paint(); };
});
"""


def describe_view(at: int, year: str) -> dict[str, Any]:
    """The title and the colours of all areas, in map order."""
    indicator = WORLD.indicators[at]
    return {
        "title": f"{indicator.name} {year}",
        "colours": [indicator.colours[number] for number in indicator.classes[year]],
    }


def draw_areas(colours: list[str]) -> str:
    """Every area as a path, in Mercator's projection."""
    shapes = [_list_rings(feature["geometry"]) for feature in GEOMETRY["features"]]
    points = [(x, _project(y)) for rings in shapes for ring in rings for x, y in ring]
    left, top = min(x for x, _ in points), max(y for _, y in points)
    scale = min(WIDTH / (max(x for x, _ in points) - left), HEIGHT / (top - min(y for _, y in points)))

    def line(ring: list[list[float]]) -> str:
        return "M" + "L".join(f"{(x - left) * scale:.1f},{(top - _project(y)) * scale:.1f}" for x, y in ring) + "Z"

    return "".join(
        f'<path d="{"".join(map(line, rings))}" style="fill:{colour}"/>'
        for rings, colour in zip(shapes, colours, strict=True)
    )


def _list_rings(geometry: dict[str, Any]) -> list[list[list[float]]]:
    parts = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [ring for part in parts for ring in part]


def _project(latitude: float) -> float:
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)))


def build_page() -> str:
    """The page at the first indicator and year."""
    first = describe_view(0, str(WORLD.years[0]))
    years = "".join(f"<button>{year}</button>" for year in WORLD.years)
    names = "".join(f"<button>{html.escape(indicator.name)}</button>" for indicator in WORLD.indicators)
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>bare</title>'
        f'<h2 id="title">{first["title"]}</h2>'
        f'<div id="indicator">{names}</div><div id="year">{years}</div>'
        f'<svg id="map" width="{WIDTH}" height="{HEIGHT}" fill-rule="evenodd" stroke="#7B8B95" stroke-width="0.5">'
        f"{draw_areas(first['colours'])}</svg><script>{SCRIPT}</script></html>"
    )


class Answers(BaseHTTPRequestHandler):
    """The page and the colours of a view."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one packet
    disable_nagle_algorithm = True
    page = build_page().encode()

    def do_GET(self) -> None:
        """Answer a request."""
        if self.path == "/":
            self._answer("text/html; charset=utf-8", self.page)
        elif self.path.startswith("/colours/"):
            at, year = self.path.split("/")[2:]
            self._answer("application/json", json.dumps(describe_view(int(at), year), ensure_ascii=False).encode())
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _answer(self, kind: str, body: bytes) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2])), Answers).serve_forever()
