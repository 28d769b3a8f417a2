"""The file of a snapshot: its policy allows its own script and nothing else, whatever the data say."""

import base64
import hashlib
import html
import re

from layouts.meeting.snapshot import write_snapshot


def test_only_the_script_of_the_file_may_run():
    text = write_snapshot({"title": "汇报"}, "let a = 1;", "p {}").decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    digest = base64.b64encode(hashlib.sha256(b"let a = 1;").digest()).decode()
    assert f"script-src 'sha256-{digest}'" in html.unescape(policy)
    assert html.unescape(policy).startswith("default-src 'none'")
    assert "<script>let a = 1;</script>" in text


def test_a_text_ends_no_element():
    text = write_snapshot({"title": "</title><script>", "note": "</script><!--"}, "", "").decode()
    assert "<title>&lt;/title&gt;&lt;script&gt;</title>" in text
    assert "\\u003c/script\\u003e\\u003c!--" in text
