"""The joined script and style sheet: all that the first page runs, once, in order, kept for good."""

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path

import brotli
import pytest
from rjsmin import jsmin

from callbacks.server.browser_bundle import PLOTLY, build_bundle, list_addresses

SCRIPTS = """<script src="/_dash-component-suites/dash/deps/polyfill.js"></script>
<script src="/_dash-component-suites/dash/deps/react.js"></script>
<script src="/_dash-component-suites/dash_ag_grid/grid.js"></script>
<script src="/assets/js/later/editor.js?m=2"></script>
<script src="/assets/js/own.js?m=1.5"></script>"""
STYLES = '<link rel="stylesheet" href="/assets/a.css">\n<link rel="stylesheet" href="/assets/b.css?m=2">'


ROOT, NODE = Path(__file__).parents[3], shutil.which("node")
# Reads [name, source, shortened source] of scripts; writes the names of those that a browser would read otherwise.
COMPARE = """
const {parse} = require("espree");
const without = new Set(["start", "end"]);
const drop = (key, part) => without.has(key) ? undefined : part;
const tree = (text) => JSON.stringify(parse(text, {ecmaVersion: "latest"}), drop);
const scripts = JSON.parse(require("fs").readFileSync(0));
console.log(JSON.stringify(scripts.filter(([, whole, short]) => tree(whole) !== tree(short)).map(([name]) => name)));
"""


@pytest.fixture
def bundle():
    return build_bundle(
        SCRIPTS, STYLES, lambda address: f'load("{address}")'.encode(), {"ids": {"Shell": {"NAV": "nav"}}}
    )


def test_addresses_are_read_from_tags_in_their_order():
    assert list_addresses(STYLES) == ["/assets/a.css", "/assets/b.css?m=2"]


def test_the_script_holds_plotly_and_every_script_but_those_that_no_first_page_needs(bundle):
    joined = re.findall(r'load\("(\S+)"\)', bundle.script.content.decode())
    assert joined[0] == PLOTLY
    assert joined[-2:] == ["/_dash-component-suites/dash/deps/react.js", "/assets/js/own.js?m=1.5"]
    assert not [address for address in joined if re.search("polyfill|dash_ag_grid|later", address)]


def test_own_scripts_are_joined_without_comments_and_those_of_others_as_they_are():
    written = build_bundle(SCRIPTS, STYLES, lambda address: f"/* {address} */\n  run('{address}');".encode(), {})
    lines = written.script.content.decode().splitlines()
    assert "run('/assets/js/own.js?m=1.5');" in lines
    assert "/* /assets/js/own.js?m=1.5 */" not in lines
    assert "/* /_dash-component-suites/dash/deps/react.js */" in lines


@pytest.mark.skipif(not (NODE and (ROOT / "node_modules" / "espree").is_dir()), reason="no Node with espree")
def test_every_own_script_says_the_same_when_it_is_shortened():
    sources = {path.name: path.read_text("utf-8") for path in (ROOT / "assets" / "js").rglob("*.js")}
    pairs = [[name, source, jsmin(source)] for name, source in sources.items()]
    found = subprocess.run(  # noqa: S603  (ours)
        [str(NODE), "-e", COMPARE], input=json.dumps(pairs), cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert json.loads(found.stdout) == []


def test_the_address_of_ag_grid_is_told_to_the_document(bundle):
    assert bundle.addresses.grids == "/_dash-component-suites/dash_ag_grid/grid.js"


def test_what_python_shares_stands_before_every_script(bundle):
    first = bundle.script.content.decode().splitlines()[0]
    later = {"editor": "/assets/js/later/editor.js?m=2"}
    assert json.loads(first.removeprefix("window.junheng = ")) == {"ids": {"Shell": {"NAV": "nav"}}, "later": later}


def test_the_name_changes_with_the_content_and_only_with_it(bundle):
    other = build_bundle(SCRIPTS, STYLES, lambda address: address.encode(), {})
    same = build_bundle(SCRIPTS, STYLES, lambda address: address.encode(), {})
    assert other.script.name == same.script.name != bundle.script.name
    assert other.style.name == same.style.name != bundle.style.name


@pytest.fixture(scope="module")
def document(client):
    return client.get("/").text


def addresses_of(document):
    return re.findall(r'(?:src|href)="(/bundle/[^"]+)"', document)


def test_the_document_names_one_script_and_one_style_sheet_beside_the_test_of_features(document):
    assert len(set(addresses_of(document))) == 2
    assert re.findall(r'<script src="([^"]+)"', document)[0] == "/assets/features.js"
    assert len(re.findall(r"<script src=", document)) == 2


@pytest.mark.parametrize(("encoding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress), ("", bytes)])
def test_both_files_come_packed_as_the_browser_takes_them_and_are_kept_for_good(client, document, encoding, unpack):
    for address in set(addresses_of(document)):
        answer = client.get(address, headers={"Accept-Encoding": encoding})
        assert answer.status_code == 200
        assert "immutable" in answer.headers["Cache-Control"]
        assert b"junheng" in unpack(answer.data) or b".shell" in unpack(answer.data)


def test_a_file_of_an_older_program_is_not_found(client):
    assert client.get("/bundle/dash-renderer-000000000000.js").status_code == 404


def test_a_process_that_has_not_written_a_document_serves_the_files_too(client, document, app, monkeypatch):
    monkeypatch.setattr(app, "_bundles", {})
    assert client.get(addresses_of(document)[0]).status_code == 200
