"""Composition root: reads the settings, loads the city, puts the pages together and serves them.

``python app.py`` serves it; ``app:wsgi()`` is for a WSGI server of one's own.
"""

import os
import secrets
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import click
from dash import Dash, html
from flask import Flask
from flask_compress import Compress
from plotly.io.json import to_json_plotly

from callbacks.accounts import guards as accounts
from callbacks.accounts.guards import Security
from callbacks.api import geometry, health
from callbacks.api import routes as api
from callbacks.atlas import routes as facilities
from callbacks.atlas import wiring as atlas
from callbacks.atlas.answers import AtlasAnswers
from callbacks.commands.accounts import account_commands
from callbacks.commands.backup import backup_command
from callbacks.commands.datasets import data_commands
from callbacks.commands.rehearsal import Rehearsal
from callbacks.county import wiring as county_page
from callbacks.coverage import wiring as coverage_page
from callbacks.data import routes as data_actions
from callbacks.data import wiring as data_page
from callbacks.data.versions import set_aside_text
from callbacks.frame import request_checks as border
from callbacks.frame import wiring as shell
from callbacks.gap import wiring as gap_page
from callbacks.packs import wiring as pack_wiring
from callbacks.packs.answers import PackForm
from callbacks.packs.make_pack import PackOrder, make_pack, progress_file, templates_of
from callbacks.pictures import render_queue
from callbacks.pictures import routes as export
from callbacks.pictures import wiring as export_dialog
from callbacks.pictures.render_queue import RenderQueue
from callbacks.server import headers, storage_faults, web_server
from callbacks.server.city_snapshots import CitySnapshots
from callbacks.server.proxies import Networks, ProxySettingError, TrustedProxies, read_networks
from callbacks.siting import routes as siting
from callbacks.tables import routes as table_routes
from callbacks.targets import wiring as targets_page
from datasets.analyses.pack_request import Preset, parse_choice, read_presets
from datasets.city.city import City
from datasets.files.declarations import BadInputError
from datasets.files.private_files import PRIVATE, make_private, private_umask
from datasets.files.storage_faults import write_atomically
from datasets.imports.model import Limits
from datasets.imports.upload.child_tasks import MODULES as READING_MODULES
from datasets.imports.upload.uploads import Uploads, work_limits
from datasets.jobs.command_work import CommandWork
from datasets.jobs.job_runner import JobRunner
from datasets.jobs.job_store import JobStore
from datasets.published.published_city import PublishedCity
from datasets.queries.map_query import default_view
from datasets.shipped.load import Foundation, load_foundation
from datasets.siting import siting_job
from datasets.store.accounts.accounts import Accounts
from datasets.store.accounts.secret_key import SecretKeyError, read_secret_key
from datasets.store.model import StoreUnavailableError
from datasets.store.versions.scenarios import Scenarios
from datasets.store.versions.versions import Store
from datasets.workers.model import InlineWorkers, Workers
from datasets.workers.pool import WorkerPool
from datasets.workers.program_fingerprint import compute_program_fingerprint, read_program_version
from geodata.layers import encode_layers
from layouts.figures.maps.coverage_map import empty_coverage_map
from layouts.figures.specs.panel_data import area_book, empty_figures
from layouts.frame import shell as shell_layout
from layouts.frame.shell import Page
from layouts.ids import Atlas, CountyPage, CoveragePage, DataPage, GapPage, Nav, PackPage, Targets
from layouts.pack_terms import DocumentFormat
from layouts.pages import atlas as atlas_layout
from layouts.pages import county as county_layout
from layouts.pages import coverage as coverage_layout
from layouts.pages import gap as gap_layout
from layouts.pages import packs as pack_layout
from layouts.pages import targets as targets_layout
from layouts.pages.data import page as data_layout
from layouts.paper.documents.template import TemplateError
from layouts.paper.sheet.fonts import FontError, choose_fonts
from layouts.paper.sheet.picture_spec import MODULES as DRAWING_MODULES
from layouts.paper.sheet.picture_spec import MissingGlyphError
from layouts.sheet_sizes import Format, PaperError, Size, paper
from layouts.words.common import PRODUCT, map_credits
from layouts.words.pages import atlas as atlas_words
from layouts.words.pages import county as county_words
from layouts.words.pages import coverage as coverage_words
from layouts.words.pages import data as data_words
from layouts.words.pages import packs as pack_words
from layouts.words.pages import targets as targets_words
from layouts.words.paper.pictures import Attribution

ROOT = Path(__file__).parent
VERSION = read_program_version(ROOT)
FOLDER = Path(os.environ.get("FOLDER", ROOT / "var"))  # what the program keeps: the store, uploads, packs
# A tab's icon as part of the page: a file would be asked for again at every change of the address.
ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' "
    "rx='3' fill='%2316425B'/%3E%3Cpath d='M3 9h4v4H3z' fill='%23E08E35'/%3E%3Cpath d='M9 3h4v10H9z' "
    "fill='%2386BBDC'/%3E%3C/svg%3E"
)
INDEX = f"""<!DOCTYPE html>
<html lang="zh-CN">
<head>{{%metas%}}<title>{{%title%}}</title><link rel="icon" href="{ICON}">{{%css%}}</head>
<body>{{%app_entry%}}<footer>{{%config%}}{{%scripts%}}{{%renderer%}}</footer></body>
</html>"""
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
BOOTSTRAP = "/assets/vendor/bootstrap-5.3.8.min.css"


@dataclass(frozen=True)
class Workforce:
    """Who reads uploads and who draws pictures; without others both happen in this process, one at a time."""

    readers: Workers = InlineWorkers()  # noqa: RUF009  (nothing in it changes)
    drawers: Workers = InlineWorkers()  # noqa: RUF009


def create_app(
    published_city: PublishedCity,
    presets: Mapping[str, Preset],
    folder: Path,
    security: Security,
    workforce: Workforce = Workforce(),
    newest: Callable[[], City] | None = None,
) -> Dash:
    """Build the whole program over ``published_city``; packs, as in ``presets``, and uploads are kept under ``folder``.

    ``newest`` returns the city that the pages show, if it is not the published one.
    """
    snapshots = CitySnapshots(newest or published_city.current)
    scenarios = Scenarios(published_city.store, published_city.store.now)
    with suppress(StoreUnavailableError):
        scenarios.all()  # from here on readers have them without the store
    city = snapshots.current().city
    server, site = Flask("junheng-atlas"), security.public_url
    border.bound(server)
    app = Dash(
        "junheng-atlas",
        server=server,  # type: ignore[arg-type]  # its annotation forgets the Flask it takes
        assets_folder=str(ROOT / "assets"),
        assets_path_ignore=["vendor"],  # loaded by name below, before our own stylesheet
        external_stylesheets=[BOOTSTRAP],
        title=f"{PRODUCT} · {city.region.name}",
        update_title="",
        index_string=INDEX,
        add_log_handler=False,
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )

    def pages(city: City) -> list[Page]:
        layers = snapshots.current().cached_of_geography(encode_layers)
        empty_coverage = empty_coverage_map(layers, geometry.URL)
        return _pages(city, presets, empty_figures(city.geography, layers, geometry.URL), empty_coverage)

    def document(city: City) -> html.Div:
        datasets = [{"label": dataset.name, "value": key} for key, dataset in city.datasets.items()]
        opened = default_view(city).dataset
        warnings = [set_aside_text(one) for one in city.set_aside]
        shown = pages(city)
        return shell_layout.shell(
            city.region.title, datasets, opened, city.versions_key, shown, export.URL, warnings=warnings, site=site
        )

    def first_page(city: City) -> bool:
        views = snapshots.current().cached(AtlasAnswers)
        to_json_plotly([snapshots.current().cached(document), views.answer(default_view(city), [])])
        return True

    def pack_form(city: City) -> PackForm:
        return PackForm(city, presets, scenarios.all)

    everything = shell_layout.every_part(document(city), pages(city))
    app.validation_layout = everything  # type: ignore[assignment]  # declared as None
    app.layout = lambda: snapshots.current().cached(document)
    shell.register(app, pages(city))
    export_dialog.register(app)
    for page in (atlas, targets_page, gap_page, county_page):
        page.register(app, snapshots)
    pictures = RenderQueue(workforce.drawers)
    packs = JobRunner(JobStore(folder / "jobs", time.time), CommandWork(pack_command, ROOT))
    pack_wiring.register(app, lambda: snapshots.current().cached(pack_form), packs)
    coverage_page.register(app, server, snapshots)
    sitings = JobRunner(siting_job.open_store(folder / "sitings", time.time), siting_job.solve_siting)
    siting.register(server, siting.SitingServices(snapshots, scenarios, sitings, pictures))
    data_page.register(app)
    uploads = Uploads(published_city, folder / "uploads", Limits(), time.time, workforce.readers)
    data_actions.register(server, data_actions.data_desk(published_city, uploads, pictures))
    server.extensions["background"] = (published_city.watch, packs.attend, sitings.attend)
    api.register(server, snapshots)
    health.register(server, snapshots, first_page, VERSION)
    export.register(server, snapshots, pictures, date.today, site)
    table_routes.register(server, snapshots, date.today)
    geometry.register(server, snapshots)
    facilities.register(server, snapshots)
    accounts.register(server, security, city.region.title)
    storage_faults.register(server)
    hashes, https, closed = list(app.csp_hashes()), security.cookie_secure, security.login_required
    border.register(app)
    headers.register(server, hashes, https=https, closed=closed)
    Compress(server)
    headers.register_tags(server)
    return app


def _pages(city: City, presets: Mapping[str, Preset], figures: dict[str, Any], coverage: dict[str, Any]) -> list[Page]:
    region = city.region
    packs = [(id_, preset.name, preset.description) for id_, preset in presets.items()]
    focus, benchmark = region.groups[region.focus].name, region.groups[region.benchmark].name
    profiles = county_page.county_choices(city)
    sources = map_credits(city.geography.map_source, region.townships_source)
    first = atlas_layout.page(figures, area_book(city.geography), sources)
    return [
        Page("/", Nav.ATLAS, Atlas.PAGE, atlas_words.TITLE, first),
        Page("/targets", Nav.TARGETS, Targets.PAGE, targets_words.TITLE, targets_layout.page()),
        Page("/gap", Nav.GAP, GapPage.PAGE, region.gap_name, gap_layout.page(region.gap_name, focus, benchmark)),
        Page("/county", Nav.COUNTY, CountyPage.PAGE, county_words.TITLE, county_layout.page(profiles)),
        Page("/service", Nav.COVERAGE, CoveragePage.PAGE, coverage_words.TITLE, coverage_layout.page(coverage)),
        Page("/briefing", Nav.PACKS, PackPage.PAGE, pack_words.TITLE, pack_layout.page(packs)),
        Page("/data", Nav.DATA, DataPage.PAGE, data_words.TITLE, data_layout.page(Limits().bytes)),
    ]


def pack_command(folder: Path, order: Mapping[str, Any]) -> list[str]:
    """The command line that makes the pack of a job: its choice and templates lie in the job's ``folder``."""
    options = [("--choice", "choice.json"), ("--progress", "progress.json"), ("--output", "work")]
    options += [("--template", name) for name in order["templates"]]
    formats = [part for output in order["outputs"] for part in ("--format", output)]
    paths = [part for option, name in options for part in (option, str(folder / name))]
    return [sys.executable, str(ROOT / "app.py"), "export", "pack", *paths, *formats]


def _region() -> str:
    """The city on the map, as its file in ``geodata/regions`` is called."""
    return os.environ.get("REGION", "qingyuan")


def _base_map() -> Path | None:
    """The file of county polygons that a setting names; without it the region's own, or the package's."""
    path = os.environ.get("BASE_MAP")
    return Path(path) if path else None


@cache
def private_folder() -> Path:
    """``FOLDER``, which nobody but the user may read; one that cannot be made ends the program."""
    try:
        for path in make_private(FOLDER):
            click.echo(f"{path}: others may read it, and it is not yours to change; give it to the user.", err=True)
    except OSError as error:
        sys.exit(f"无法启动 / Cannot start: {storage_faults.message(error)}")
    return FOLDER


@cache
def open_store() -> Store:
    """The store that the environment names, its tables up to date; one that cannot be used ends the program."""
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{private_folder() / 'atlas.db'}"
    mark = FOLDER / "store.txt"  # names the store that the folder is used with: emptied, it is not taken for a new one
    try:
        store = Store(url, lambda: datetime.now(UTC))
        with private_umask():
            expected = mark.exists() and mark.read_text("utf-8") == store.where
            store.migrate(expected)
            if not expected:
                FOLDER.mkdir(parents=True, exist_ok=True)
                write_atomically(mark, store.where.encode())
    except (StoreUnavailableError, OSError) as error:
        sys.exit(f"无法启动 / Cannot start: {storage_faults.message(error)}")
    return store


@cache
def load_published_city() -> PublishedCity:
    """What the environment's region ships and the store has published."""
    with _faults_told():
        foundation = load_foundation(ROOT, _region(), _base_map())
    return open_published_city(foundation, open_store(), load_presets(), FOLDER)


def open_published_city(
    foundation: Foundation, store: Store, presets: Mapping[str, Preset], folder: Path
) -> PublishedCity:
    """The library over a store: what this program cannot serve is neither published nor shown."""
    # Of its own: a publication is not to fail because readers have filled the queue of pictures.
    workforce = Workforce(drawers=drawing_workers(size=1))

    def rehearsed(published_city: PublishedCity, newest: Callable[[], City]) -> Dash:
        nobody = Security(Accounts(store, store.now), secrets.token_hex())
        return create_app(published_city, presets, folder, nobody, workforce, newest)

    return PublishedCity(
        foundation, store, Rehearsal(rehearsed).prove, compute_program_fingerprint(ROOT, _region(), _base_map())
    )


def read_security() -> Security:
    """Who may read and change, as the environment says; a setting that cannot be used ends the program."""
    login, secure = os.environ.get("LOGIN", "open"), os.environ.get("COOKIE_SECURE", "0")
    if login not in {"open", "required"}:
        sys.exit(f"Cannot start: LOGIN: expected open or required, got '{login}'.")
    if secure not in {"0", "1"}:
        sys.exit(f"Cannot start: COOKIE_SECURE: expected 0 or 1, got '{secure}'.")
    try:
        key = read_secret_key(os.environ.get("SECRET_KEY"), FOLDER / "secret")
    except SecretKeyError as error:
        sys.exit(f"Cannot start: {error}.")
    except OSError as error:
        sys.exit(f"无法启动 / Cannot start: {storage_faults.message(error)}")
    public_url = read_public_url()
    return Security(
        open_accounts(), key, login_required=login == "required", cookie_secure=secure == "1", public_url=public_url
    )


def read_public_url() -> str:
    """Where others find the program, without a slash at the end; one that is no such address ends the program."""
    text = os.environ.get("PUBLIC_URL", "")
    try:
        parts = urlsplit(text)
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0 and "@" not in parts.netloc
    except ValueError:  # the port is no number
        usable = False
    if text and (not usable or parts.path.strip("/") or parts.query or parts.fragment or not text.isprintable()):
        sys.exit(f"Cannot start: PUBLIC_URL: expected an address such as https://atlas.example.cn, got '{text}'.")
    return text.rstrip("/")


def read_proxies() -> Networks:
    """The proxies whose word is taken for who asks; one that cannot be one ends the program."""
    try:
        return read_networks(os.environ.get("TRUSTED_PROXIES", ""))
    except ProxySettingError as error:
        sys.exit(f"Cannot start: TRUSTED_PROXIES: {error}.")


def open_accounts() -> Accounts:
    """The accounts of the store."""
    return Accounts(open_store(), open_store().now, [_region()])


def open_uploads() -> Uploads:
    """Where files come in, over the library."""
    return Uploads(load_published_city(), FOLDER / "uploads", Limits(), time.time, open_workforce().readers)


@cache
def open_workforce() -> Workforce:
    """Processes of this one: two that read uploads, while two more wait, and two that draw pictures.

    A file that is read or waits holds a thread of the server; a picture that waits holds none.
    """
    readers = WorkerPool(READING_MODULES, work_limits(Limits()), size=2, waiting=2)
    return Workforce(readers, drawing_workers(size=2))


def drawing_workers(size: int) -> WorkerPool:
    """As many processes that draw pictures."""
    choose = partial(choose_fonts, *read_fonts())
    return WorkerPool(DRAWING_MODULES, render_queue.LIMITS, size, waiting=12, prepare=choose)


@cache
def read_fonts() -> tuple[str, str]:
    """The fonts of pictures and booklets: a file or a name each, or empty; ends the program if one cannot be used."""
    fonts = os.environ.get("FONT_SANS", ""), os.environ.get("FONT_SERIF", "")
    try:
        if any(fonts):
            choose_fonts(*fonts)  # in this process too, where packs are made
    except FontError as error:
        sys.exit(f"Cannot start: {error}.")
    return fonts


def load_presets() -> dict[str, Preset]:
    """The kinds of packs."""
    with _faults_told():
        return read_presets(ROOT)


@contextmanager
def _faults_told() -> Iterator[None]:
    """A fault of any file ends the program, with every fault told."""
    try:
        yield
    except BadInputError as error:
        count = len(error.faults)
        sys.exit("\n".join([f"Cannot start: {count} fault{'s' * (count > 1)} in the input files.", *error.faults]))


@click.group(cls=storage_faults.Commands, invoke_without_command=True)
@click.version_option(VERSION, prog_name="junheng-atlas")
@click.pass_context
def command_line(context: click.Context) -> None:
    """Junheng Atlas: the map of a city's public services."""
    if context.invoked_subcommand is None:
        serve.main(args=[], prog_name="app.py serve")  # by way of its options, so that HOST and PORT count


@command_line.command()
@click.option("--host", envvar="HOST", default="127.0.0.1", show_default=True)
@click.option("--port", envvar="PORT", default=8050, show_default=True)
def serve(host: str, port: int) -> None:
    """Serve the atlas."""
    served = wsgi()
    try:
        atlas_server = web_server.create_server(served, accounts.body_allowance(served), host, port)
    except (OSError, ValueError) as error:  # it is taken, or no address at all
        reason = error.strerror if isinstance(error, OSError) else error
        raise click.ClickException(f"{host}:{port}: {reason}; choose another with HOST and PORT") from error
    for begin in served.extensions.get("background", ()):
        begin()
    click.echo(f"Junheng Atlas on http://{host}:{port}")
    atlas_server.run()


@command_line.command()
def check() -> None:
    """Load everything, say what was found, and stop."""
    for dataset in load_published_city().current().datasets.values():
        values = sum(len(records) for records in dataset.records.values())
        click.echo(
            f"{dataset.id}: {len(dataset.records)} indicators, {values} values, {len(dataset.facilities)} facilities"
        )


command_line.add_command(account_commands(open_accounts))
command_line.add_command(backup_command(open_store))
for _command in data_commands(open_uploads):
    command_line.add_command(_command)


@command_line.group("export")
def export_group() -> None:
    """Make documents without a browser."""
    read_fonts()


@export_group.command("picture")
@click.argument("name")
@click.argument("queries", nargs=-1)
@click.option("--format", "form", type=click.Choice([*map(str, Format)]), default="png", show_default=True)
@click.option("--size", default=str(Size.A4_LANDSCAPE), show_default=True, help="Sheet, or pixels such as 1600x1000.")
@click.option("--dpi", default=300, show_default=True)
@click.option("--grey", is_flag=True, help="Grey instead of colours.")
@click.option("--maker", default="", help="The unit that makes it.")
@click.option("--approval", default="", help="Its map-approval number.")
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), default=".", help="Folder to write to.")
def export_picture(
    name: str, queries: tuple[str, ...], form: str, size: str, dpi: int, grey: bool, output: Path, **credits_: str
) -> None:
    """Draw NAME for every page address in QUERIES.

    NAME: map, multiples, domain, gap, ranking, trend, heat, spine, waterfall, coverage.

    An address is what stands behind the question mark: "dataset=demo&year=2016".
    """
    pictures = export.page_pictures(load_published_city().current())
    try:
        sheet, chosen = paper(size, dpi, grey), pictures.get(name)
        if chosen is None:
            raise click.BadParameter(f"expected one of {', '.join(pictures)}, got '{name}'", param_hint="NAME")
        attribution = Attribution(date.today(), **credits_, site=read_public_url())
        for query in queries or ("",):
            made = chosen.make(dict(parse_qsl(query.lstrip("?"))), attribution)
            output.mkdir(parents=True, exist_ok=True)
            path = output / f"{made.file_name}.{form}"
            write_atomically(path, made.picture(sheet, Format(form)))
            click.echo(path)
    except (PaperError, MissingGlyphError, api.UnknownNameError) as error:
        raise click.ClickException(str(error)) from error


@export_group.command("pack")
@click.option("--preset", help="Kind of pack, as in datasets/briefings.toml.")
@click.option("--dataset", help="Dataset, such as public or demo.")
@click.option("--domain", "domains", multiple=True, help="Domain whose indicators are taken; repeat for several.")
@click.option("--indicator", "indicators", multiple=True, help="Indicator; repeat for several.")
@click.option("--year", "years", multiple=True, type=int, help="Year; repeat for several.")
@click.option("--county", "counties", multiple=True, help="County, by adcode or name; repeat for several.")
@click.option("--department", help="Department whose targets are told.")
@click.option("--scenario", "scenarios", multiple=True, type=int, help="Saved scenario of sites; repeat for several.")
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
@click.option("--template", "templates", multiple=True, type=_FILE, help="An office's own PPTX, POTX, DOCX or DOTX.")
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), default=".", help="Folder to write to.")
@click.option("--progress", type=click.Path(dir_okay=False, path_type=Path), help="File that tells the progress.")
def export_pack(
    choice: Path | None,
    formats: tuple[str, ...],
    templates: tuple[Path, ...],
    output: Path,
    progress: Path | None,
    **options: Any,
) -> None:
    """Make a briefing pack: presentation, report, booklet, workbook and pictures."""
    try:
        wanted = parse_choice(choice.name, choice.read_bytes()) if choice else {}
        wanted |= {name: value for name, value in options.items() if value}
        tell = progress_file(progress) if progress else _echo_progress
        files = {path.name: path.read_bytes() for path in templates}
        order = PackOrder(
            wanted, tuple(map(DocumentFormat, formats)) or tuple(DocumentFormat), templates_of(files), output
        )
        saved = Scenarios(open_store(), open_store().now).some
        for path in make_pack(load_published_city().current(), load_presets(), order, date.today(), tell, saved):
            click.echo(path)
    except (BadInputError, TemplateError) as error:
        raise click.ClickException(str(error)) from error


def _echo_progress(done: int, total: int, text: str) -> None:
    click.echo(f"{done}/{total} {text}", err=True)


def wsgi() -> Flask:
    """The WSGI application, for a server of one's own choice."""
    os.umask(PRIVATE)  # of all that is made from here on: uploads, jobs, and what their processes make
    private_folder()
    security, proxies = read_security(), read_proxies()  # what cannot be used is refused before anything is loaded
    published_city = load_published_city()
    server = create_app(published_city, load_presets(), FOLDER, security, open_workforce()).server
    for begin in server.extensions.get("background", ()):
        server.before_request(begin)  # not before: a server that loads and then forks has threads in its first process
    if proxies:
        server.wsgi_app = TrustedProxies(server.wsgi_app, proxies)
    return server


if __name__ == "__main__":
    command_line()
