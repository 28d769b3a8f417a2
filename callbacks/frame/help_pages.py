"""The pages to read and to print: the glossary and the guides."""

from flask import Flask
from werkzeug.exceptions import NotFound

from callbacks.server.city_snapshots import CitySnapshots
from layouts.page_paths import GLOSSARY, GUIDES, Guide
from layouts.pages.help.glossary import glossary_page
from layouts.pages.help.guide import guide_page


def register(server: Flask, snapshots: CitySnapshots) -> None:
    """Serve them, in the language of the reader."""

    @server.get(GLOSSARY)
    def glossary() -> str:
        return glossary_page(snapshots.current().city.region.title)

    @server.get(f"{GUIDES}<name>")
    def guide(name: str) -> str:
        if name not in set(Guide):
            raise NotFound
        return guide_page(snapshots.current().city.region.title, Guide(name))
