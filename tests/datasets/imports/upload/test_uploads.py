"""Uploads take a file from the browser to a draft, and lose nothing on the way."""

import json
import os
from io import BytesIO
from typing import Never

import pytest

from datasets.imports.model import MEGABYTE, Fault, FaultCode, Limits, RefusedError
from datasets.imports.upload.child_tasks import MODULES, FileOnDisk
from datasets.imports.upload.import_order import ImportOrder, ImportOrderError, NewDataset, read_order, write_order
from datasets.imports.upload.uploads import SECONDS_KEPT, NotCleanError, UnknownUploadError, Uploads, work_limits
from datasets.kinds import ImportKind
from datasets.store.model import StoreUnavailableError, VersionState
from datasets.workers.model import OverLimitError, Resource, WorkerDiedError
from datasets.workers.pool import WorkerPool
from tests.conftest import make_published_city

HEADINGS = "地区,年份,指标,数值,单位,来源\n"
GOOD = f"{HEADINGS}连州市,2015,医疗卫生机构床位数,1200,张,年鉴\n阳山县,2015,医疗卫生机构床位数,900,张,年鉴\n"
FAULTY = GOOD + "连南,2015,医疗卫生机构床位数,很多,张,年鉴\n"
NEW = NewDataset("本单位", base="public")


@pytest.fixture
def published_city(foundation, tmp_path):
    with make_published_city(foundation, tmp_path) as published_city:
        yield published_city


@pytest.fixture
def uploads(published_city, tmp_path):
    return Uploads(published_city, tmp_path / "uploads", Limits(bytes=100_000), lambda: 0.0)


def received(uploads, text, name="床位.csv"):
    return uploads.receive(name, BytesIO(text.encode()), "小李")


def ordered(uploads, id_, **said: object):
    proposed = uploads.propose_order(uploads.locate(id_), ImportKind.OBSERVATIONS, "", "own")
    return ImportOrder(ImportKind.OBSERVATIONS, "own", NEW, proposed.mapping, **said)  # type: ignore[arg-type]


def test_a_file_is_looked_at_under_its_own_name(uploads):
    look = uploads.find(received(uploads, GOOD))
    assert (look.facts.file_name, look.facts.file_type, look.facts.kind, look.who) == (
        "床位.csv",
        "csv",
        "observations",
        "小李",
    )


def test_a_good_file_becomes_a_draft_of_a_new_dataset(uploads):
    id_ = received(uploads, GOOD)
    version = uploads.create_draft(id_, ordered(uploads, id_), "小李")
    assert version.state is VersionState.DRAFT
    assert list(uploads.store.rows(version.id, ImportKind.OBSERVATIONS)["value"]) == [1200, 900]
    assert uploads.store.dataset("own").name == "本单位"


def test_a_kept_upload_is_gone(uploads):
    id_ = received(uploads, GOOD)
    uploads.create_draft(id_, ordered(uploads, id_), "小李")
    with pytest.raises(UnknownUploadError):
        uploads.find(id_)


def test_one_error_keeps_the_whole_file_out(uploads):
    id_ = received(uploads, FAULTY)
    with pytest.raises(NotCleanError) as raised:
        uploads.create_draft(id_, ordered(uploads, id_), "小李")
    assert raised.value.checked.report.counts == {FaultCode.NOT_A_NUMBER: 1}
    assert uploads.store.datasets() == []
    assert uploads.find(id_).facts.file_name == "床位.csv"


def test_good_rows_alone_are_kept_when_the_user_says_so_and_the_trail_records_it(uploads):
    id_ = received(uploads, FAULTY)
    version = uploads.create_draft(id_, ordered(uploads, id_, good_only=True), "小李")
    batch = version.batches[0]
    assert (batch.rows_kept, batch.rows_left_out, batch.good_only) == (2, 1, True)


def test_a_repeated_row_does_not_keep_a_file_out(uploads):
    id_ = received(uploads, GOOD + GOOD.split("\n")[1] + "\n")
    assert uploads.create_draft(id_, ordered(uploads, id_), "小李").batches[0].rows_kept == 2


def test_a_figure_that_brings_an_indicator_out_of_its_range_is_told(uploads):
    text = GOOD.split("\n", maxsplit=1)[0] + "\n连州市,2015,城镇常住人口,90,人,年鉴\n连州市,2015,常住人口,60,人,年鉴\n"
    id_ = received(uploads, text)
    assert FaultCode.DERIVED_OUT_OF_RANGE in uploads.check(uploads.locate(id_), ordered(uploads, id_)).report.counts


def test_a_refused_file_leaves_nothing_behind(uploads):
    with pytest.raises(RefusedError):
        uploads.receive("leer.xlsx", BytesIO(b""), "小李")
    assert list(uploads.folder.iterdir()) == []


def test_a_file_that_is_too_large_is_refused_while_it_is_sent(uploads):
    with pytest.raises(RefusedError) as raised:
        uploads.receive("big.csv", BytesIO(b"x" * 200_000), "小李")
    assert raised.value.faults[0].code is FaultCode.TOO_LARGE
    assert list(uploads.folder.iterdir()) == []


@pytest.mark.parametrize("id_", ["", "../../etc/passwd", "A" * 24, "名"])
def test_an_upload_that_is_not_there_is_said_to_be_unknown(uploads, id_):
    with pytest.raises(UnknownUploadError):
        uploads.find(id_)


def test_old_uploads_are_dropped_when_a_new_one_comes(uploads):
    old = received(uploads, GOOD)
    os.utime(uploads.folder / old, (-SECONDS_KEPT - 1, -SECONDS_KEPT - 1))
    received(uploads, GOOD)
    with pytest.raises(UnknownUploadError):
        uploads.find(old)


def test_a_remembered_mapping_is_proposed_for_the_next_file_with_the_same_headings(uploads):
    first = received(uploads, GOOD.replace("单位", "计量"))
    order = ordered(uploads, first, remember_as="床位表")
    mapping = order.mapping
    corrected = ImportOrder(
        order.kind, "own", NEW, type(mapping)(**{**vars(mapping), "unit": "张"}), remember_as="床位表"
    )
    uploads.create_draft(first, corrected, "小李")
    second = received(uploads, GOOD.replace("单位", "计量").replace("1200", "1300"))
    assert uploads.propose_order(uploads.locate(second), ImportKind.OBSERVATIONS, "", "own").mapping.unit == "张"


def test_a_mapping_of_another_sheet_is_refused(uploads):
    id_ = received(uploads, GOOD)
    other = uploads.propose_order(
        uploads.locate(received(uploads, "地区,2015年\n连州市,1\n")), ImportKind.OBSERVATIONS, "", "own"
    ).mapping
    with pytest.raises(ImportOrderError):
        uploads.check(uploads.locate(id_), ImportOrder(ImportKind.OBSERVATIONS, "own", NEW, other))


def test_an_order_survives_json(uploads):
    order = ordered(uploads, received(uploads, GOOD), note="<b>第一次</b>", replace=True)
    assert read_order(write_order(order)) == order


@pytest.mark.parametrize("content", [b"", b"[]", b'{"kind":"roads"}', b'{"kind":"roads","dataset":"a","colour":"red"}'])
def test_an_order_that_cannot_be_read_is_refused_with_its_part(content):
    with pytest.raises(ImportOrderError):
        read_order(content)


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (OverLimitError(Resource.MEMORY, 2.5e9, 1.5e9), Fault(FaultCode.TOO_MUCH_MEMORY, "2500000000", "1500000000")),
        (OverLimitError(Resource.PROCESSOR, 60.2, 60), Fault(FaultCode.TOO_SLOW, "60", "60")),
        (OverLimitError(Resource.TIME, 90, 90), Fault(FaultCode.TOO_SLOW, "90", "90")),
        (WorkerDiedError(-11), Fault(FaultCode.READER_ENDED)),
    ],
)
def test_a_file_whose_reading_takes_too_much_is_refused_with_what_is_allowed(uploads, monkeypatch, error, fault):
    def read(_: FileOnDisk) -> Never:
        raise error

    monkeypatch.setattr("datasets.imports.upload.uploads.read_facts", read)
    with pytest.raises(RefusedError) as raised:
        received(uploads, GOOD)
    assert raised.value.faults == (fault,)
    assert list(uploads.folder.iterdir()) == []


def test_files_are_read_and_checked_in_another_process_in_little_memory(published_city, tmp_path):
    limits = Limits(rows=100_000, memory=128 * MEGABYTE)
    pool = WorkerPool(MODULES, work_limits(limits), 1, 1)
    uploads = Uploads(published_city, tmp_path / "uploads", limits, lambda: 0.0, pool)
    try:
        with pytest.raises(RefusedError) as raised:
            received(uploads, GOOD + "连州市,2015,床位,1,张,年鉴\n" * 100_000)
        assert raised.value.faults[0].code is FaultCode.TOO_MANY_ROWS
        point = {"type": "Point", "coordinates": [113, 24]}
        feature = {"type": "Feature", "geometry": point, "properties": {f"a{number}": 1 for number in range(200)}}
        assert uploads.find(received(uploads, json.dumps(feature), "点.geojson")).facts.kind is ImportKind.FACILITIES
        id_ = received(uploads, GOOD)
        version = uploads.create_draft(id_, ordered(uploads, id_), "小李")
        assert list(uploads.store.rows(version.id, ImportKind.OBSERVATIONS)["value"]) == [1200, 900]
    finally:
        pool.close()


def test_where_the_folder_of_the_program_is_gone_no_file_is_taken(published_city, tmp_path):
    away = Uploads(published_city, tmp_path / "var" / "uploads", Limits(), lambda: 0.0)
    with pytest.raises(FileNotFoundError):
        received(away, "年份\n2020")
    assert not (tmp_path / "var").exists()


def test_a_draft_that_cannot_be_kept_leaves_no_dataset(uploads, monkeypatch):
    def fill_up(*_words: object) -> None:
        raise StoreUnavailableError("here", "full")

    id_ = received(uploads, GOOD)
    monkeypatch.setattr(uploads.store, "add_draft", fill_up)
    with pytest.raises(StoreUnavailableError):
        uploads.create_draft(id_, ordered(uploads, id_), "小李")
    assert uploads.store.dataset("own") is None
    assert uploads.locate(id_)


@pytest.mark.parametrize("kept", [b"cdatasets.imports.model\nGone\n.", b"cgone.model\nUpload\n.", b"\x80\x05half", b""])
def test_what_another_release_kept_of_a_file_is_read_again(tmp_path, kept):
    path, read_as = tmp_path / "a.csv", tmp_path / "read"
    path.write_text(GOOD, "utf-8")
    read_as.write_bytes(kept)
    assert FileOnDisk("a.csv", path, read_as, Limits()).read().file_name == "a.csv"
    assert read_as.read_bytes() != kept
