"""Pictures over HTTP: the files, their names, and what is refused."""

import pickle
import re
from datetime import date
from io import BytesIO
from urllib.parse import quote

import pytest
from flask import Flask
from flask_login import LoginManager
from PIL import Image

from callbacks.pictures.render_queue import RenderQueue
from callbacks.pictures.routes import page_pictures, register
from callbacks.server.city_snapshots import CitySnapshots
from datasets.workers.model import InlineWorkers, OverLimitError, Resource, WorkerDiedError
from layouts.paper.sheet.picture_spec import RenderTask
from layouts.sheet_sizes import Format, parse_paper
from layouts.words.paper.pictures import Attribution
from locales import say
from tests.callbacks.pictures.test_render_queue import Drawers


@pytest.fixture
def served_by(city):
    """A server of pictures alone, and workers whose work is done by the test."""
    workers, server = Drawers(), Flask("pictures")
    LoginManager(server).user_loader(lambda _: None)
    register(server, CitySnapshots(lambda: city), RenderQueue(workers), lambda: date(2016, 1, 1))
    return workers, server.test_client()


@pytest.mark.parametrize(
    ("picture", "form", "mimetype"),
    [
        ("map", "png", "image/png"),
        ("map", "svg", "image/svg+xml"),
        ("map", "pdf", "application/pdf"),
        ("multiples", "svg", "image/svg+xml"),  # many maps take long: each kind of sheet in one format
        ("domain", "png", "image/png"),
        ("ranking", "svg", "image/svg+xml"),
        ("trend", "svg", "image/svg+xml"),
        ("heat", "svg", "image/svg+xml"),
        ("waterfall", "svg", "image/svg+xml"),
        ("spine", "svg", "image/svg+xml"),
    ],
)
def test_a_picture_is_a_file_of_its_format(client, picture, form, mimetype):
    answer = client.get(f"/export/{picture}.{form}?dataset=demo&size=600x500&dpi=72")
    assert (answer.status_code, answer.mimetype) == (200, mimetype)


@pytest.mark.parametrize(("dataset", "marked"), [("demo", True), ("public", False)])
def test_every_picture_of_a_demonstration_is_marked_as_one(city, dataset, marked):
    for page in page_pictures(city).values():
        assert bool(page({"dataset": dataset}, Attribution(date(2016, 1, 1))).caption.watermark) is marked


def test_the_name_says_what_is_in_the_file(client):
    answer = client.get("/export/map.png?dataset=demo&indicator=medical_beds_per_1000_residents&year=2016&size=600x500")
    assert quote("清远_每千人床位_2016_县级.png") in answer.headers["Content-Disposition"]


def test_the_address_of_a_view_is_taken_as_it_is(client):
    view = "dataset=demo&indicator=infant_mortality_per_1000&level=county&year=2014"
    query = f"{view}&method=target&classes=4&labels=0&selected=441882"
    answer = client.get(f"/export/map.png?{query}&size=600x500")
    assert answer.status_code == 200
    assert quote("婴儿死亡率_2014") in answer.headers["Content-Disposition"]


def test_a_sheet_of_a_domain_tells_the_breaks_of_every_map(client):
    svg = client.get("/export/domain.svg?dataset=demo&year=2016&size=a4-landscape").text
    assert "断点 2.5 / 3.2 / 3.7 / 4.5" in svg  # a text is a comment beside its outlines


def test_a_sheet_of_several_indicators_says_how_many_hold_the_line(client):
    domain = client.get("/export/domain.svg?dataset=demo&year=2016&size=a4-landscape").text
    assert re.search(r"以南部的80%为线，北部\d+项指标中", domain)
    pair = client.get("/export/map.svg?dataset=demo&compare=indicators&size=a4-landscape").text
    assert re.search("以南部的80%为线，北部[12]项指标中", pair)


def test_maps_with_and_without_small_numbers_share_the_legend_of_a_domain(client):
    svg = client.get("/export/domain.svg?dataset=demo&year=2016&size=a4-landscape").text
    assert svg.count("第1级（数值最低）") == svg.count("数量太少（少于10）") == 1


def test_a_picture_has_the_pixels_asked_for(client):
    body = client.get("/export/map.png?size=a4-landscape&dpi=150").data
    assert Image.open(BytesIO(body)).size == (1754, 1240)


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("indicator=nothing", 404, "indicator: expected one of those allowed, got 'nothing'"),
        ("dataset=demo&year=1999", 404, "year: expected one of those allowed, got '1999'"),
        ("colour=red", 404, "colour: expected"),
        ("size=99999x10", 400, "400 to 12000 pixels a side, got 99999x10"),
        ("dpi=many", 400, "dpi: expected a whole number"),
        ("dpi=9000", 400, "dpi: expected 72 to 600"),
        ("grey=yes", 400, "grey: expected 0 or 1"),
        (f"maker={quote('下𱳪镇')}", 422, "no font can draw 𱳪"),
    ],
)
def test_what_cannot_be_drawn_is_told(client, query, status, said):
    answer = client.get(f"/export/map.png?{query}")
    assert answer.status_code == status
    assert said in answer.json["error"]["message"]


@pytest.mark.parametrize("path", ["poster.png", "map.gif"])
def test_an_unknown_picture_is_told(client, path):
    assert client.get(f"/export/{path}").status_code == 404


def test_a_picture_that_the_reader_has_is_not_sent_again(client):
    first = client.get("/export/map.png?size=600x500")
    again = client.get("/export/map.png?size=600x500", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("site", ["", "https://atlas.example.cn"])
def test_a_picture_bears_the_address_that_was_set_and_never_what_a_request_calls_the_server(city, site):
    server = Flask("pictures")
    LoginManager(server).user_loader(lambda _: None)
    register(server, CitySnapshots(lambda: city), RenderQueue(InlineWorkers()), lambda: date(2016, 1, 1), lambda: site)
    for name in ("map", "gap"):
        svg = server.test_client().get(
            f"/export/{name}.svg?dataset=demo&size=600x500", headers={"Host": "evil.example"}
        )
        assert svg.status_code == 200
        assert "evil.example" not in svg.text
        assert [part in svg.text for part in ("页面：", "https://atlas.example.cn")] == [bool(site)] * 2


def test_who_prefers_not_to_wait_is_told_the_place_and_then_given_the_picture(served_by):
    drawers, client = served_by
    address, preferring = "/export/map.png?size=600x500&dpi=72", {"Prefer": "respond-async"}
    first = client.get(address, headers=preferring)
    assert (first.status_code, first.json["ahead"], first.headers["Retry-After"]) == (202, 0, "1")
    drawers.orders[0].set_result(b"picture")
    assert client.get(address, headers=preferring).data == client.get(address).data == b"picture"


@pytest.mark.parametrize(
    ("error", "status", "again"),
    [
        (OverLimitError(Resource.MEMORY, 2, 1), 400, None),
        (WorkerDiedError(-9), 503, "1"),
    ],
)
def test_a_picture_that_its_process_cannot_draw_is_told_in_words(served_by, error, status, again):
    drawers, client = served_by
    address, preferring = "/export/map.png?size=600x500&dpi=72", {"Prefer": "respond-async"}
    client.get(address, headers=preferring)
    drawers.orders[0].set_exception(error)
    answer = client.get(address, headers=preferring)
    assert (answer.status_code, answer.headers.get("Retry-After")) == (status, again)
    assert answer.json["error"]["message"] in (say("export-too-large"), say("export-died"))


def test_a_full_queue_is_told_with_its_length_and_when_to_come_again(served_by):
    drawers, client = served_by
    drawers.most = 0
    answer = client.get("/export/map.png?size=600x500&dpi=72")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert answer.json["error"]["message"] == say("export-busy", ahead=0)


@pytest.mark.parametrize("name", ["map", "coverage", "heat"])
def test_what_is_ordered_twice_is_one_order(city, name):
    make, attribution = page_pictures(city)[name], Attribution(date(2016, 1, 1))
    assert make({"dataset": "demo"}, attribution).picture == make({"dataset": "demo"}, attribution).picture
    assert make({"dataset": "demo"}, attribution).picture != make({"dataset": "public"}, attribution).picture


def test_orders_are_drawn_alike_in_another_process(city):
    order = page_pictures(city)["map"]({}, Attribution(date(2016, 1, 1))).picture
    wanted = RenderTask(order, parse_paper("600x500", 72), Format.SVG)
    assert pickle.loads(pickle.dumps(wanted))() == wanted()  # noqa: S301  (our own)


def test_readers_of_one_network_share_what_one_reader_may_ask_for(served_by, monkeypatch):
    readers = set()
    monkeypatch.setattr(RenderQueue, "poll", lambda _queue, _task, reader: readers.add(reader) or 0)
    _, client = served_by
    for address in ("2001:db8::1", "2001:db8::2"):
        asked = "/export/ranking.svg?dataset=demo"
        client.get(asked, headers={"Prefer": "respond-async"}, environ_base={"REMOTE_ADDR": address})
    assert len(readers) == 1
