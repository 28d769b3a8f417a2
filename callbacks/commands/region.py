"""The commands about regions: a declaration of a city to go on from, and how far the census reaches."""

from pathlib import Path

import click

from callbacks.commands.errors import Command
from datasets.shipped.regions import draft_region
from datasets.shipped.sweep import sweep_divisions
from locales import say


def region_commands(root: Path) -> click.Group:
    """The group ``region`` over the project's folder."""

    @click.group("region")
    def region() -> None:
        """Cities and provinces that can be mapped."""

    @region.command("new", cls=Command)
    @click.argument("division")
    def new(division: str) -> None:
        """Write the declaration of a city or province, by its code or name, to go on from."""
        path, text = draft_region(root, division)
        if path.exists():
            raise click.ClickException(say("storage-file-exists", file=path))
        path.write_text(text, "utf-8")
        click.echo(path)

    @region.command("sweep", cls=Command)
    @click.option("--draw", is_flag=True, help="Also read and check the polygons of each.")
    def sweep(draw: bool) -> None:
        """How many counties of every city have figures in 2010, in 2020 and in both."""
        for line in sweep_divisions(root, draw):
            click.echo(line)

    return region
