"""The commands that make pictures and packs without a browser."""

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import click

from callbacks.commands.errors import Command
from callbacks.pictures.routes import page_pictures
from callbacks.storyboard.compose import read_storyboard
from datasets.analyses.pack_request import Preset, parse_choice
from datasets.city.city import City
from datasets.files.whole_files import read_by_name, write_atomically
from datasets.jobs.command_work import progress_writer
from datasets.queries.group_query import GroupError, regroup_as_given
from datasets.queries.query import GROUPS
from datasets.queries.storyboard import PACK_KEY
from datasets.siting.scenario import Scenario
from layouts.pack_terms import SNAPSHOT, DocumentFormat
from layouts.sheet_sizes import Format, Size, parse_paper
from layouts.words.groups import fault_text
from layouts.words.paper.pictures import Attribution
from locales import DEFAULT

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_OUTPUT = click.option(
    "--output", type=click.Path(file_okay=False, path_type=Path), default=".", help="Folder to write to."
)
_PROGRESS = click.option(
    "--progress", type=click.Path(dir_okay=False, path_type=Path), help="File that tells the progress."
)


def export_commands(
    load_city: Callable[[], City],
    read_public_url: Callable[[], str],
    load_presets: Callable[[], Mapping[str, Preset]],
    find_scenarios: Callable[[Sequence[int]], list[Scenario]],
    root: Path,
) -> list[click.Command]:
    """All commands of ``export``; ``root`` is the folder of the program."""
    return [
        picture_command(load_city, read_public_url),
        pack_command(load_city, load_presets, find_scenarios),
        snapshot_command(load_city, root / "assets"),
    ]


def picture_command(load_city: Callable[[], City], read_public_url: Callable[[], str]) -> click.Command:
    """The command ``export picture``; the city and the address on the pictures are read when it is called."""

    @click.command("picture", cls=Command)
    @click.argument("name")
    @click.argument("queries", nargs=-1)
    @click.option("--format", "form", type=click.Choice([*map(str, Format)]), default="png", show_default=True)
    @click.option(
        "--size", default=str(Size.A4_LANDSCAPE), show_default=True, help="Sheet, or pixels such as 1600x1000."
    )
    @click.option("--dpi", default=300, show_default=True)
    @click.option("--grey", is_flag=True, help="Grey instead of colours.")
    @click.option("--maker", default="", help="The unit that makes it.")
    @click.option("--approval", default="", help="Its map-approval number.")
    @_OUTPUT
    def export_picture(
        name: str, queries: tuple[str, ...], form: str, size: str, dpi: int, grey: bool, output: Path, **credits_: str
    ) -> None:
        """Draw NAME for every page address in QUERIES.

        NAME: overview, map, multiples, domain, gap, ranking, trend, heat, spine, waterfall, coverage.

        An address is what stands behind the question mark: "dataset=demo&year=2016".
        """
        city, sheet = load_city(), parse_paper(size, dpi, grey)
        if name not in (pictures := page_pictures(city)):
            raise click.BadParameter(f"expected one of {', '.join(pictures)}, got '{name}'", param_hint="NAME")
        attribution = Attribution(date.today(), **credits_, site=read_public_url())
        for query in queries or ("",):
            asked = dict(parse_qsl(query.lstrip("?")))
            try:
                regrouped = regroup_as_given(city, asked.get(GROUPS, ""))
            except GroupError as error:
                raise click.BadParameter(fault_text(error), param_hint="QUERIES") from error
            by_name = pictures if regrouped is city else page_pictures(regrouped)
            made = by_name[name](asked, attribution)
            output.mkdir(parents=True, exist_ok=True)
            path = output / f"{made.file_name}.{form}"
            write_atomically(path, made.picture(sheet, Format(form)))
            click.echo(path)

    return export_picture


def pack_command(
    load_city: Callable[[], City],
    load_presets: Callable[[], Mapping[str, Preset]],
    find_scenarios: Callable[[Sequence[int]], list[Scenario]],
) -> click.Command:
    """The command ``export pack``; what it needs is loaded when it is called."""

    @click.command("pack", cls=Command)
    @click.option("--preset", help="Kind of pack, as in datasets/briefings.toml.")
    @click.option("--dataset", help="Dataset, such as public or demo.")
    @click.option("--domain", "domains", multiple=True, help="Domain whose indicators are taken; repeat for several.")
    @click.option("--indicator", "indicators", multiple=True, help="Indicator; repeat for several.")
    @click.option("--year", "years", multiple=True, type=int, help="Year; repeat for several.")
    @click.option("--county", "counties", multiple=True, help="County, by adcode or name; repeat for several.")
    @click.option("--department", help="Department whose targets are told.")
    @click.option(
        "--scenario", "scenarios", multiple=True, type=int, help="Saved scenario of sites; repeat for several."
    )
    @click.option("--title", help="Title of the pack.")
    @click.option("--maker", help="The unit that makes it.")
    @click.option("--choice", type=_FILE, help="JSON file with any of the above; options go before it.")
    @click.option(
        "--format",
        "formats",
        multiple=True,
        type=click.Choice([*map(str, DocumentFormat)]),
        help="Document; all without it.",
    )
    @click.option(
        "--template", "templates", multiple=True, type=_FILE, help="An office's own PPTX, POTX, DOCX or DOTX."
    )
    @_OUTPUT
    @_PROGRESS
    def export_pack(
        choice: Path | None,
        formats: tuple[str, ...],
        templates: tuple[Path, ...],
        output: Path,
        progress: Path | None,
        **options: Any,
    ) -> None:
        """Make a briefing pack: presentation, report, booklet, workbook and pictures."""
        from callbacks.packs import make_pack as packs  # noqa: PLC0415  (python-pptx, python-docx and Typst, which the server never uses)

        chosen = parse_choice(choice.name, read_by_name([choice])[choice.name]) if choice else {}
        chosen |= {name: value for name, value in options.items() if value}
        report = progress_writer(progress) if progress else _echo_progress
        files = packs.read_templates(read_by_name(templates))
        order = packs.PackOrder(chosen, tuple(map(DocumentFormat, formats or DocumentFormat)), files, output)
        for path in packs.make_pack(load_city(), load_presets(), order, date.today(), report, find_scenarios):
            click.echo(path)

    return export_pack


def snapshot_command(load_city: Callable[[], City], assets: Path) -> click.Command:
    """The command ``export snapshot``; ``assets`` is the folder of the program's scripts and style sheets."""

    @click.command("snapshot", cls=Command)
    @click.option(
        "--storyboard",
        type=_FILE,
        help="Storyboard, as the page saves it; without it the first page and the headline indicators.",
    )
    @click.option("--dataset", help="Dataset of a snapshot without a storyboard, such as public or demo.")
    @_OUTPUT
    @_PROGRESS
    def export_snapshot(storyboard: Path | None, dataset: str | None, output: Path, progress: Path | None) -> None:
        """Make one HTML file that shows a storyboard without program and network."""
        from callbacks.storyboard import snapshot as snapshots  # noqa: PLC0415  (the server never draws by itself)

        city = load_city()
        if dataset not in (None, *city.datasets):
            expected = f"expected one of {', '.join(city.datasets)}, got '{dataset}'"
            raise click.BadParameter(expected, param_hint="--dataset")
        if storyboard:
            content = parse_choice(storyboard.name, read_by_name([storyboard])[storyboard.name])
            board = read_storyboard(content.get(PACK_KEY, content))
        else:
            board = snapshots.storyboard_of_region(city, dataset or next(iter(city.datasets)))
        report = progress_writer(progress) if progress else _echo_progress
        program = snapshots.Program(assets)
        click.echo(snapshots.make_snapshot(city, board, program, output, date.today(), report))

    return export_snapshot


def pack_process_command(program: Path, folder: Path, order: Mapping[str, Any]) -> list[str]:
    """The command line of a job that makes a pack or a snapshot: what it needs lies in the job's ``folder``."""
    is_snapshot = order["outputs"] == [SNAPSHOT]
    name, choice = ("snapshot", "--storyboard") if is_snapshot else ("pack", "--choice")
    options = [(choice, "choice.json"), ("--progress", "progress.json"), ("--output", "work")]
    options += [("--template", template) for template in order["templates"]]
    formats = [] if is_snapshot else [part for output in order["outputs"] for part in ("--format", output)]
    paths = [part for option, file in options for part in (option, str(folder / file))]
    return [sys.executable, str(program), "--lang", order.get("lang", DEFAULT), "export", name, *paths, *formats]


def _echo_progress(done: int, total: int, text: str) -> None:
    click.echo(f"{done}/{total} {text}", err=True)
