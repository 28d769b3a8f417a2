"""The command line of the store: import files, list datasets, publish and roll back."""

import getpass
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from callbacks.commands.errors import Command
from datasets.imports.model import CheckResult, ColumnMapping, ColumnRole, ColumnUse
from datasets.imports.upload.child_tasks import CheckedFile, FileOnDisk
from datasets.imports.upload.import_order import ImportOrder, ImportOrderError, NewDataset
from datasets.imports.upload.uploads import Uploads
from datasets.kinds import ImportKind
from datasets.store.model import UnknownError
from geodata.datums import Datum
from indicators.definition import ValueKind
from indicators.facilities.facility_types import FacilityType, index_types_by_text, normalise_type_text
from layouts.words.messages.imports import fault_sentence
from locales import say

_SHOWN = 20  # faults of a file
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
OFFICE = "office"


class VersionNumber(click.ParamType):
    """The number of a version, or the word none."""

    name = "number|none"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int | None:
        """None for the word."""
        return None if value == "none" else click.INT.convert(value, param, ctx)


def data_commands(open_uploads: Callable[[], Uploads]) -> list[click.Command]:
    """The commands over the uploads, which are opened when one of them is called."""

    @click.command("import", cls=Command)
    @click.argument("files", nargs=-1, required=True, type=_FILE)
    @click.option("--dataset", default=OFFICE, show_default=True, help="Dataset that the files go to.")
    @click.option("--name", help="Its name, where it is new.")
    @click.option("--base", type=click.Choice(["public", "demo", "none"]), default="public", show_default=True)
    @click.option("--kind", type=click.Choice([*map(str, ImportKind)]), help="What the files hold; guessed without it.")
    @click.option("--sheet", default="", help="Sheet of a workbook; the first without it.")
    @click.option("--mapping", type=_FILE, help="JSON file that says what each column is; guessed without it.")
    @click.option("--variable", help="Variable or indicator of figures whose column does not say it.")
    @click.option("--year", type=int, help="Year of figures that do not say theirs.")
    @click.option("--unit", help="Unit of figures that do not say theirs.")
    @click.option("--nature", type=click.Choice([*map(str, ValueKind)]), help="Kind of figures that do not say theirs.")
    @click.option("--source", default="", help="Source of rows that do not say theirs.")
    @click.option("--type", "type_", help="Type of all facilities of the files, by its id or any of its names.")
    @click.option(
        "--datum",
        type=click.Choice([*map(str, Datum)]),
        help="Of coordinates; what the file states without it, or WGS84.",
    )
    @click.option("--replace", "replaces", is_flag=True, help="Replace everything of the kind in the dataset.")
    @click.option("--good-only", is_flag=True, help="Leave rows with errors out.")
    @click.option("--note", default="", help="What the trail says of it.")
    @click.option("--who", default=getpass.getuser, show_default="your user name", help="Who imports.")
    @click.option("--publish", "publishes", is_flag=True, help="Publish the draft at once.")
    @click.option("--dry-run", is_flag=True, help="Only check, keep nothing.")
    def import_files(files: tuple[Path, ...], who: str, publishes: bool, dry_run: bool, **options: Any) -> None:
        """Check FILES and keep them as a draft of a dataset, all of them or nothing."""
        uploads = open_uploads()
        parts = [_check_file(uploads, path, options) for path in files]
        for _, found in parts:
            _print_report(found.facts.file_name, found.checked)
        if dry_run:
            click.echo(say("faults-dry-run"))
            return
        version = uploads.create_draft_of_files(parts, who)
        click.echo(say("faults-draft-kept", dataset=version.dataset_id, number=version.number))
        if publishes:
            uploads.published_city.publish(version.id, who)
            click.echo(say("faults-published", dataset=version.dataset_id, number=version.number))

    @click.command("datasets", cls=Command)
    def list_datasets() -> None:
        """List the store's datasets and their versions."""
        store = open_uploads().store
        for dataset in store.datasets():
            click.echo(f"{dataset.id}  {dataset.name}  ({dataset.base or 'no base'})")
            for version in store.versions(dataset.id):
                files = ", ".join(batch.file_name for batch in version.batches[-3:])
                click.echo(
                    f"  {version.number:>4}  {version.state:<9}  {version.created_at:%Y-%m-%d %H:%M}  "
                    f"{version.created_by}  {files}"
                )

    @click.command("publish", cls=Command)
    @click.argument("dataset")
    @click.argument("number", type=int)
    @click.option("--who", default=getpass.getuser, show_default="your user name", help="Who publishes.")
    def publish(dataset: str, number: int, who: str) -> None:
        """Publish draft NUMBER of DATASET."""
        uploads = open_uploads()
        _put_in_force(uploads, dataset, number, lambda id_: uploads.published_city.publish(id_, who))

    @click.command("rollback", cls=Command)
    @click.argument("dataset")
    @click.argument("number", type=VersionNumber())
    @click.option("--who", default=getpass.getuser, show_default="your user name", help="Who rolls back.")
    def rollback(dataset: str, number: int | None, who: str) -> None:
        """Publish the earlier version NUMBER of DATASET again; none takes the dataset back."""
        uploads = open_uploads()
        if number is not None:
            _put_in_force(uploads, dataset, number, lambda _: uploads.published_city.roll_back(dataset, number, who))
            return
        uploads.published_city.withdraw(dataset, who)
        click.echo(say("faults-withdrawn", dataset=dataset))

    return [import_files, list_datasets, publish, rollback]


def _check_file(uploads: Uploads, path: Path, options: dict[str, Any]) -> tuple[ImportOrder, CheckedFile]:
    """How a file is read, and what came of the check."""
    with uploads.open_local(path) as file:
        order = _build_order(uploads, file, options)
        return order, uploads.check_with_rows(file, order)


def _build_order(uploads: Uploads, file: FileOnDisk, options: dict[str, Any]) -> ImportOrder:
    """What is proposed for the file, with all that the options say put in its place."""
    kind = ImportKind(options["kind"]) if options["kind"] else uploads.read_facts(file).kind
    order = uploads.propose_order(file, kind, options["sheet"], options["dataset"])
    mapping = uploads.read_mapping(options["mapping"]) if options["mapping"] else order.mapping
    if mapping:
        said = {"variable": "variable", "year": "year", "unit": "unit", "nature": "kind", "source": "source"}
        mapping = replace(mapping, **{field: options[name] for name, field in said.items() if options[name]})
    if mapping and options["type_"]:
        mapping = _of_one_type(mapping, options["type_"], uploads.published_city.foundation.facility_types)
    base = None if options["base"] == "none" else options["base"]
    return replace(
        order,
        mapping=mapping,
        new_dataset=NewDataset(options["name"] or options["dataset"], base=base),
        datum=Datum(options["datum"]) if options["datum"] else order.datum,
        replace=options["replaces"],
        good_only=options["good_only"],
        source=options["source"],
        note=options["note"],
    )


def _of_one_type(mapping: ColumnMapping, text: str, types: Mapping[str, FacilityType]) -> ColumnMapping:
    """The mapping of a file of one type, whatever its own column of types says. Raises OrderError."""
    found = index_types_by_text(types).get(normalise_type_text(text))
    if found is None:
        allowed = say("list-names").join(own.name for own in types.values())
        raise ImportOrderError(say("faults-no-such-type", text=text, allowed=allowed))
    columns = (ColumnUse(ColumnRole.IGNORED) if use.role is ColumnRole.TYPE else use for use in mapping.columns)
    return replace(mapping, columns=tuple(columns), facility_type=found)


def _print_report(file_name: str, checked: CheckResult) -> None:
    """The match report, with its first faults."""
    report = checked.report
    click.echo(
        say("faults-summary", file=file_name, kind=checked.kind, rows=f"{report.rows:,}", good=f"{report.good:,}")
    )
    faults = report.list_faults()
    for fault in faults[:_SHOWN]:
        click.echo("  " + fault_sentence(fault))
    if len(faults) > _SHOWN:
        rest = sum(report.counts.values()) - sum(fault.count for fault in faults[:_SHOWN])
        click.echo("  " + say("faults-more", count=f"{rest:,}"))


def _put_in_force(uploads: Uploads, dataset: str, number: int, switch: Callable[[int], object]) -> None:
    """Put a version of a dataset in force."""
    versions = uploads.store.versions(dataset)
    found = next((version for version in versions if version.number == number), None)
    if found is None:
        raise UnknownError(f"version of {dataset}", number, [version.number for version in versions])
    switch(found.id)
    click.echo(say("faults-published", dataset=dataset, number=number))
