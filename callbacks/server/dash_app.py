"""Dash as this program serves it: the document comes with one script, one style sheet and its first view."""

from collections.abc import Callable
from typing import Any

from dash import Dash
from flask import Response, abort

from callbacks.server.browser_bundle import URL, BrowserBundle, build_bundle
from layouts.figures.theme import GRAPH_CONFIG
from layouts.frame.html_page import write_document
from layouts.ids import list_ids
from layouts.meeting import storyboard
from layouts.page_paths import PagePath
from layouts.words.common import list_joints
from layouts.words.meeting import presentation
from locales import current_language, list_languages, say_all, speaking


class AtlasDash(Dash):
    """A Dash app whose document is ours.

    ``first_view`` returns HTML that stands in the document until the page itself does, ``document_title`` its title.
    """

    def __init__(
        self, name: str, *, first_view: Callable[[], str], document_title: Callable[[], str], **options: Any
    ) -> None:
        super().__init__(name, **options)
        self._first_view, self._document_title = first_view, document_title
        self._bundles: dict[str, BrowserBundle] = {}  # by language
        self.server.get(f"{URL}<name>")(self._serve_bundled)

    def interpolate_index(self, **parts: str) -> str:  # type: ignore[override]  # Dash names each part
        """The document. ``parts`` are Dash's: of its tags of files only their joined ones are left."""
        bundle = self._bundles.get(current_language())
        if bundle is None:
            shared = {
                "ids": list_ids(),
                "paths": {path.name: path.value for path in PagePath},
                "graph": GRAPH_CONFIG,
                "words": {
                    "list": list_joints(),
                    "meeting": presentation.for_browser(),
                    "marks": say_all("marks-browser-"),
                },
                "storyboardForm": storyboard.for_browser(),
            }
            bundle = build_bundle(parts["scripts"], parts["css"], self._read, shared)
            self._bundles[current_language()] = bundle
        kept = {name: parts[name] for name in ("metas", "config", "renderer")}
        title = self._document_title()
        return write_document(**kept, title=title, bundle=bundle.addresses, first_view=self._first_view())

    def _serve_bundled(self, name: str) -> Response:
        for language in list_languages():  # the document may have come from another process
            if language not in self._bundles and not any(name in made.files for made in self._bundles.values()):
                with self.server.test_request_context(PagePath.OVERVIEW), speaking(language):
                    self.index()
        files = {key: file for bundle in self._bundles.values() for key, file in bundle.files.items()}
        return files[name].answer() if name in files else abort(404)

    def _read(self, address: str) -> bytes:
        """The file that the server serves at an address."""
        endpoint, arguments = self.server.url_map.bind("").match(address.partition("?")[0])
        answer: Response = self.server.view_functions[endpoint](**arguments)
        answer.direct_passthrough = False
        return answer.get_data()
