"""Components are sent as type and properties, with text that is never markup."""

import json

from dash import html

from layouts.frame.component_json import encode_components


def test_a_component_is_its_type_and_its_properties():
    tree = json.loads(encode_components({"tree": [html.P("甲 <b>", className="quiet")]}))["tree"]
    assert (tree[0]["type"], tree[0]["props"]) == ("P", {"children": "甲 <b>", "className": "quiet"})
