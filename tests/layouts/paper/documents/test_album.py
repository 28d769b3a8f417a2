"""The ZIP of pictures: names say what is in them and stay inside the folder they are unpacked to."""

from io import BytesIO
from zipfile import ZipFile

from layouts.paper.documents.album import write_album
from tests.layouts.paper.documents.packs import drawn, exhibit, pack


def opened(of):
    return ZipFile(BytesIO(write_album(of, "png")))


def test_every_picture_is_there_under_a_name_of_its_own():
    names = opened(drawn(pack(exhibit(), exhibit()))).namelist()
    assert names == ["001_方城_床位_2016.png", "002_方城_床位_2016.png", "目录.txt"]


def test_a_name_cannot_leave_the_folder():
    assert opened(drawn(pack(exhibit(name="../../x/y")))).namelist()[0] == "001_x_y.png"


def test_the_list_tells_which_picture_is_which_and_what_failed():
    of = pack(exhibit(), exhibit("医生，2016年"))
    listing = opened(drawn(of, failing=(1,))).read("目录.txt").decode("utf-8-sig")
    assert "001_方城_床位_2016.png　床位，2016年" in listing
    assert "未能生成：医生，2016年（缺字形）" in listing


def test_the_same_pack_is_the_same_file():
    of = drawn(pack(exhibit()))
    assert write_album(of, "png") == write_album(of, "png")
