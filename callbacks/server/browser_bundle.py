"""One script and one style sheet for the whole screen, in place of a file for each part of Dash and of ours.

A browser that opens the program for the first time waits for the slowest of its files, and for each round trip that
starts one. Everything that the first page runs is joined here, once per process, in the order in which Dash lists it;
what only a later page needs stays a file of its own. The address bears the hash of the content, so that a browser
keeps it until the program changes.
"""

import gzip
import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import brotli
from flask import Response
from rjsmin import jsmin

from callbacks.server.responses import answer_immutable
from layouts.frame.html_page import BundleAddresses

URL = "/bundle/"
PLOTLY = "/assets/vendor/plotly-4.1.1-six-traces.min.js"
# Parts of Dash's core components that it would fetch when the first slider or upload is drawn: from the wrong address,
# for it takes that of the joined script for its own.
_CHUNKS = tuple(f"/_dash-component-suites/dash/dcc/async-{name}.js" for name in ("slider", "upload"))
# Not for the first page: AG Grid comes with the first table that is opened (assets/js/grids.js); nothing of ours is a
# DataTable; the polyfill is for browsers older than any that can run the rest.
_LEFT_OUT = re.compile(r"/(dash_ag_grid|dash/dash_table|dash/deps/polyfill)")
# Scripts of ours that only some readers need: assets/js/load.js fetches each when it is first used.
_LATER = re.compile(r"^/assets/js/later/(\w+)\.js")
_OWN = "/assets/js/"
_SOURCE = re.compile(r'<(?:script|link)[^>]* (?:src|href)="(?P<address>[^"]+)"[^>]*>(?:</script>)?')


@dataclass(frozen=True)
class BundledFile:
    """What a browser fetches in one request; ``content`` is UTF-8 text."""

    name: str
    content: bytes
    mimetype: str

    @property
    def url(self) -> str:
        """Where it is served."""
        return f"{URL}{self.name}"

    def answer(self) -> Response:
        """The file, packed as the browser takes it."""
        return answer_immutable({"br": lambda: self.brotlied, "gzip": lambda: self.gzipped}, self.mimetype)

    @cached_property
    def gzipped(self) -> bytes:
        """The content as every browser takes it."""
        return gzip.compress(self.content, 9, mtime=0)

    @cached_property
    def brotlied(self) -> bytes:
        """The content as browsers take it over HTTPS and from the own machine; level 9 takes half a second, 11 ten."""
        return brotli.compress(self.content, mode=brotli.MODE_TEXT, quality=9)


@dataclass(frozen=True)
class BrowserBundle:
    """The script and the style sheet of the program, and the address of AG Grid, which the first table loads."""

    script: BundledFile
    style: BundledFile
    grids: str

    @property
    def files(self) -> dict[str, BundledFile]:
        """Both files by their names."""
        return {file.name: file for file in (self.script, self.style)}

    @property
    def addresses(self) -> BundleAddresses:
        """What the document names."""
        return BundleAddresses(self.script.url, self.style.url, self.grids)


def build_bundle(scripts: str, styles: str, read: Callable[[str], bytes], shared: Mapping[str, Any]) -> BrowserBundle:
    """Join the files that Dash's tags name.

    ``scripts`` and ``styles`` are its HTML, ``read`` returns the file behind an address, ``shared`` is what Python
    gives our scripts as ``window.junheng``.
    """
    addresses = list_addresses(scripts)
    left_out = [address for address in addresses if _LEFT_OUT.search(address)]
    later = {found[1]: address for address in addresses if (found := _LATER.match(address))}
    first = [PLOTLY, *_CHUNKS, *(each for each in addresses if each not in {*left_out, *later.values()})]
    prelude = f"window.junheng = {json.dumps({**shared, 'later': later})}".encode()
    script = b"\n;\n".join([prelude, *(_shorten(each, read(each)) for each in first)])
    style = b"\n".join(map(read, list_addresses(styles)))
    grids = next(address for address in left_out if "dash_ag_grid" in address)
    script_file = _name_file("dash-renderer-{}.js", script, "text/javascript")  # Dash asks for its name in the document
    return BrowserBundle(script_file, _name_file("style-{}.css", style, "text/css"), grids)


def list_addresses(tags: str) -> list[str]:
    """The addresses of the files that HTML tags name, in their order."""
    return [found["address"] for found in _SOURCE.finditer(tags)]


def _shorten(address: str, content: bytes) -> bytes:
    """A script of ours without comments and indentation; those of others come so."""
    return jsmin(content) if address.startswith(_OWN) else content


def _name_file(pattern: str, content: bytes, mimetype: str) -> BundledFile:
    return BundledFile(pattern.format(hashlib.sha256(content).hexdigest()[:12]), content, mimetype)
