"""What a reader sees before any script has run."""

from layouts.frame.first_view import FirstFrame, write_first_view


def test_the_notices_of_every_page_stand_in_its_first_view_too():
    frame = FirstFrame("东莞市", [("/map", "服务地图")], "/map", "公开数据", False, ["东莞市不设区县。", "<b>"])
    written = str(write_first_view(frame))
    assert '<div class="notice">东莞市不设区县。</div><div class="notice">&lt;b&gt;</div>' in written
