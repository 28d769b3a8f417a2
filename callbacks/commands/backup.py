"""The command that copies the store."""

from collections.abc import Callable
from pathlib import Path

import click

from callbacks.commands.errors import Command
from datasets.store.versions.versions import Store
from locales import say


def backup_command(store: Callable[[], Store]) -> click.Command:
    """The command ``backup`` over a store that is opened when it is called."""

    @click.command("backup", cls=Command)
    @click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
    def backup(file: Path) -> None:
        """Copy the store of SQLite to FILE while it is in use."""
        if file.exists():
            raise click.ClickException(say("storage-file-exists", file=file))
        if not store().back_up(file):
            raise click.ClickException(say("storage-use-pg-dump"))
        click.echo(file)

    return backup
