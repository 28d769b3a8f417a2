"""Composition root: reads the settings, loads the city, puts the pages together and serves them.

``python app.py`` serves it; ``app:wsgi()`` is for a WSGI server of one's own.
"""

import gc

gc.disable()  # while all is imported: nothing of it is garbage, and to look for some takes a fifth of the time

import os
import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import cache, partial
from pathlib import Path

import click
from dash import Dash, html
from flask import Flask
from plotly.io.json import to_json_plotly

from callbacks import every_request
from callbacks.accounts import routes as accounts
from callbacks.api import geometry, health
from callbacks.api import routes as api
from callbacks.atlas import routes as facilities
from callbacks.atlas import wiring as atlas
from callbacks.atlas.answers import AtlasAnswers
from callbacks.atlas.first_view import build_first_map
from callbacks.commands.accounts import account_commands, offer_setup, setup_command
from callbacks.commands.backup import backup_command
from callbacks.commands.datasets import data_commands
from callbacks.commands.errors import Commands, language_option
from callbacks.commands.export import export_commands, pack_process_command
from callbacks.commands.region import region_commands
from callbacks.commands.serve import check_command, serve_command
from callbacks.commands.settings import exit_on_startup_fault, read_proxies, read_public_url, read_security
from callbacks.commands.smoke_test import SmokeTest
from callbacks.county import wiring as county_page
from callbacks.coverage import wiring as coverage_page
from callbacks.data import wiring as data_page
from callbacks.first_openings import FirstOpenings
from callbacks.first_view import build_first_overview, first_view
from callbacks.frame import groups, help_pages, language, request_checks, search
from callbacks.frame import wiring as shell
from callbacks.gap import wiring as gap_page
from callbacks.overview import wiring as overview
from callbacks.packs import wiring as pack_wiring
from callbacks.packs.answers import PackForm
from callbacks.pages import build_pages
from callbacks.pictures import routes as export
from callbacks.pictures import wiring as export_dialog
from callbacks.pictures.render_queue import RenderQueue, drawing_workers
from callbacks.readiness import routes as readiness
from callbacks.readiness.checks import Machine
from callbacks.server.city_snapshots import CitySnapshots
from callbacks.server.dash_app import AtlasDash
from callbacks.server.proxies import TrustedProxies
from callbacks.siting import wiring as siting
from callbacks.storyboard import wiring as storyboard
from callbacks.tables import routes as table_routes
from callbacks.targets import wiring as targets_page
from datasets.analyses.pack_request import Preset, read_presets
from datasets.city.city import City
from datasets.files.private_files import PRIVATE, make_private, private_umask
from datasets.imports.model import Limits
from datasets.imports.upload.child_tasks import MODULES as READING_MODULES
from datasets.imports.upload.uploads import Uploads, work_limits
from datasets.jobs.command_work import CommandWork
from datasets.jobs.job_runner import JobRunner
from datasets.jobs.job_store import JobStore
from datasets.published.published_city import PublishedCity
from datasets.queries.map_query import default_view
from datasets.shipped.kept_foundation import load_kept
from datasets.shipped.load import Foundation, load_foundation
from datasets.shipped.regions import find_region_id
from datasets.siting import siting_job
from datasets.siting.scenario import Scenario
from datasets.store.accounts.accounts import Accounts
from datasets.store.model import StoreUnavailableError
from datasets.store.office import Offices
from datasets.store.versions.scenarios import Scenarios
from datasets.store.versions.versions import Store, open_migrated_store
from datasets.workers.model import IN_THIS_PROCESS, Workforce
from datasets.workers.pool import WorkerPool
from datasets.workers.program_fingerprint import compute_program_fingerprint, read_program_version
from layouts.frame import shell as shell_layout
from layouts.frame.first_view import OfficeMark
from layouts.frame.html_page import BOOTSTRAP
from layouts.paper.sheet.picture_spec import choose_fonts
from layouts.words.messages.publication import standing_notices
from locales import say

gc.enable()
ROOT = Path(__file__).parent
VERSION = read_program_version(ROOT)
FOLDER = Path(os.environ.get("FOLDER", ROOT / "var"))  # what the program keeps: the store, uploads, packs


def create_app(
    published_city: PublishedCity,
    presets: Mapping[str, Preset],
    folder: Path,
    security: accounts.Security,
    workforce: Workforce = IN_THIS_PROCESS,
    newest: Callable[[], City] | None = None,
) -> Dash:
    """Build the whole program over ``published_city``; packs, as in ``presets``, and uploads are kept under ``folder``.

    ``newest`` returns the city that the pages show, if it is not the published one.
    """
    snapshots = CitySnapshots(newest or published_city.current)
    scenarios = Scenarios(published_city.store, published_city.store.now)
    with suppress(StoreUnavailableError):
        scenarios.all()  # from here on readers have them without the store
    first = snapshots.current()
    server, office = Flask("junheng-atlas"), security.office
    request_checks.limit_requests(server)
    language.register(server)
    app = AtlasDash(
        "junheng-atlas",
        server=server,
        assets_folder=str(ROOT / "assets"),
        assets_ignore="features|readiness|account_page",  # stand before all others, or are of own pages
        assets_path_ignore=["vendor", "snapshot"],  # loaded by name below, before our own stylesheet
        external_stylesheets=[BOOTSTRAP],
        document_title=lambda: f"{say('common-product')} · {snapshots.current().city.region.name}",
        update_title="",
        first_view=lambda: first_view(snapshots.current(), pages, office.mark()),
        suppress_callback_exceptions=True,  # tests hold every id; to check them again a browser would load all pages
        add_log_handler=False,
    )

    def pages(_city: City) -> list[shell_layout.Page]:
        return build_pages(snapshots.current(), presets)

    def edition(city: City) -> str:
        return f"{program_fingerprint()} {city.versions_key}"

    document_of = cache(lambda mark: partial(document, mark))  # of each office that there was

    def document(mark: OfficeMark, city: City) -> html.Div:
        shown, datasets = snapshots.current().cached(pages), {key: held.name for key, held in city.datasets.items()}
        made_up = [key for key, held in city.datasets.items() if held.demonstration]
        parts = (datasets, default_view(city).dataset, made_up, edition(city), shown, export.URL)
        beside = standing_notices(city.region, city.set_aside), groups.build_parts(snapshots.current()), mark
        return shell_layout.shell(city.region.title, *parts, *beside)

    def first_page(city: City) -> bool:
        current, view = snapshots.current(), default_view(city)
        to_json_plotly([current.cached(document_of(office.mark())), current.cached(AtlasAnswers).answer(view, [])])
        return bool(build_first_overview(current, {}) and build_first_map(current, view))

    def pack_form(city: City) -> PackForm:
        return PackForm(city, presets, scenarios.all)

    app.layout = lambda: groups.add_remark(snapshots.current().cached(document_of(office.mark())), snapshots)
    shell.register(app, first.cached(pages))
    pictures = RenderQueue(workforce.drawers)
    export_dialog.register(app, pictures)
    overview.register(app, snapshots)
    for page in (atlas, targets_page, gap_page, county_page, coverage_page):
        page.register(app, snapshots)
    packs = JobRunner(
        JobStore(folder / "jobs", time.time), CommandWork(partial(pack_process_command, ROOT / "app.py"), ROOT)
    )
    pack_wiring.register(app, lambda: snapshots.current().cached(pack_form), packs)
    sitings = JobRunner(siting_job.open_store(folder / "sitings", time.time), siting_job.solve_siting)
    siting.register(app, siting.SitingServices(snapshots, scenarios, sitings, pictures))
    storyboard.register(app, storyboard.StoryboardActions(snapshots, published_city.store, packs))
    uploads = Uploads(published_city, folder / "uploads", Limits(), time.time, workforce.readers)
    data_page.register(app, uploads, pictures)
    ahead = FirstOpenings(server, snapshots)
    server.extensions["background"] = (published_city.watch, packs.attend, sitings.attend, ahead.attend)
    for routes in (api, facilities, search, help_pages):
        routes.register(server, snapshots)
    health.register(server, snapshots, first_page, edition, VERSION)
    export.register(server, snapshots, pictures, date.today, office.site)
    table_routes.register(server, snapshots, date.today)
    geometry.register(server, snapshots, folder / "prepared")
    machine = Machine(lambda: published_city.store, folder, workforce.drawers, VERSION, is_program_whole)
    readiness.register(server, snapshots, machine)
    accounts.register(server, security, first.city.region)
    every_request.register(app, snapshots, published_city, security)
    return app


def _region() -> str:
    """The region on the map: the stem of its file in ``geodata/regions``, or the adcode of a city without one."""
    with exit_on_startup_fault():
        return find_region_id(ROOT, os.environ.get("REGION", "qingyuan"))


def _base_map() -> Path | None:
    """The file of county polygons that a setting names; without it the region's own, or the package's."""
    return Path(path) if (path := os.environ.get("BASE_MAP")) else None


@cache
def private_folder() -> Path:
    """``FOLDER``, which nobody but the user may read; ends the program if it cannot be made."""
    with exit_on_startup_fault():
        for path in make_private(FOLDER):
            click.echo(f"{path}: others may read it, and it is not yours to change; give it to the user.", err=True)
    return FOLDER


@cache
def open_store() -> Store:
    """The store that the environment names, its tables up to date; ends the program if it cannot be used."""
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{private_folder() / 'atlas.db'}"
    with exit_on_startup_fault(), private_umask():
        return open_migrated_store(url, FOLDER, lambda: datetime.now(UTC))


@cache
def load_published_city() -> PublishedCity:
    """What the environment's region ships and the store has published."""
    path = private_folder() / "prepared" / f"{_region()}.pickle"
    with exit_on_startup_fault():
        load = partial(load_foundation, ROOT, _region(), _base_map())
        foundation = load_kept(path, program_fingerprint(), load, apart=True)
    return open_published_city(foundation, open_store(), load_presets(), FOLDER)


def open_published_city(
    foundation: Foundation, store: Store, presets: Mapping[str, Preset], folder: Path
) -> PublishedCity:
    """The published city over a store: what this program cannot serve is neither published nor shown."""
    # Of its own: a publication is not to fail because readers have filled the queue of pictures.
    workforce = Workforce(drawers=drawing_workers(1, *read_fonts()))

    def open_for_smoke_test(published_city: PublishedCity, newest: Callable[[], City]) -> Dash:
        nobody = accounts.Security(Accounts(store, store.now), secrets.token_hex())
        return create_app(published_city, presets, folder, nobody, workforce, newest)

    return PublishedCity(foundation, store, SmokeTest(open_for_smoke_test).check, program_fingerprint())


@cache
def program_fingerprint() -> str:
    """What tells this program on this region and base map from others."""
    return compute_program_fingerprint(ROOT, _region(), _base_map())


def is_program_whole() -> bool:
    """Whether the files of the program and of its data are as they were when it started."""
    return compute_program_fingerprint(ROOT, _region(), _base_map()) == program_fingerprint()


def site_address() -> str:
    """Where others find the program, as the environment says, else the office; empty if neither does."""
    with exit_on_startup_fault():
        given = read_public_url(os.environ.get("PUBLIC_URL", ""))
    return given or Offices(open_store(), open_store().now).current().public_url


def open_accounts() -> Accounts:
    """The accounts of the store."""
    return Accounts(open_store(), open_store().now, [_region()])


def open_uploads() -> Uploads:
    """Where files come in, over the published city."""
    return Uploads(load_published_city(), FOLDER / "uploads", Limits(), time.time, open_workforce().readers)


@cache
def open_workforce() -> Workforce:
    """Processes of this one: two that read uploads, while two more wait, and two that draw pictures.

    A file that is read or waits holds a thread of the server; a picture that waits holds none.
    """
    readers = WorkerPool(READING_MODULES, work_limits(Limits()), size=2, waiting=2)
    return Workforce(readers, drawing_workers(2, *read_fonts()))


@cache
def read_fonts() -> tuple[str, str]:
    """The fonts of pictures and booklets: a file or a name each, or empty; ends the program if one cannot be used."""
    fonts = os.environ.get("FONT_SANS", ""), os.environ.get("FONT_SERIF", "")
    with exit_on_startup_fault():
        if any(fonts):
            choose_fonts(*fonts)  # in this process too, where packs are made
    return fonts


def load_presets() -> dict[str, Preset]:
    """The kinds of packs."""
    with exit_on_startup_fault():
        return read_presets(ROOT)


def wsgi() -> Flask:
    """The WSGI application, for a server of one's own choice."""
    os.umask(PRIVATE)  # of all that is made from here on: uploads, jobs, and what their processes make
    private_folder()
    security = read_security(os.environ, FOLDER, open_accounts)  # refuses what cannot be used, before all is loaded
    with exit_on_startup_fault():
        proxies = read_proxies(os.environ.get("TRUSTED_PROXIES", ""))
    server = create_app(load_published_city(), load_presets(), FOLDER, security, open_workforce()).server
    for begin in server.extensions.get("background", ()):
        server.before_request(begin)  # not before: a server that loads and then forks has threads in its first process
    if proxies:
        server.wsgi_app = TrustedProxies(server.wsgi_app, proxies)
    return server


@click.group(cls=Commands, invoke_without_command=True)
@click.version_option(VERSION, prog_name="junheng-atlas")
@language_option
@click.pass_context
def command_line(context: click.Context) -> None:
    """Junheng Atlas: the map of a city's public services."""
    if context.invoked_subcommand is None:
        serve.main(args=[], prog_name="app.py serve")  # by way of its options, so that HOST and PORT count


@command_line.group("export")
def export_group() -> None:
    """Make documents without a browser."""
    read_fonts()


def _find_scenarios(ids: Sequence[int]) -> list[Scenario]:
    return Scenarios(open_store(), open_store().now).find_by_ids(ids)


_load_city = lambda: load_published_city().current()  # noqa: E731
serve = serve_command(wsgi, lambda address: offer_setup(open_accounts(), site_address() or address))
_machine = partial(Machine, open_store, FOLDER, IN_THIS_PROCESS.drawers, VERSION, is_program_whole)
_single = (
    serve,
    check_command(_load_city, _machine),
    backup_command(open_store),
    setup_command(open_accounts, site_address),
)
for _command in (*_single, account_commands(open_accounts), region_commands(ROOT), *data_commands(open_uploads)):
    command_line.add_command(_command)
for _command in export_commands(_load_city, site_address, load_presets, _find_scenarios, ROOT):
    export_group.add_command(_command)


if __name__ == "__main__":
    command_line()
