"""Components are sent as type and properties, with text that is never markup."""

import json

from dash import dcc, html

from layouts.frame.component_json import compact_elements


def test_a_component_is_its_tag_its_properties_and_its_children():
    row = html.Tr([html.Th("甲", scope="row"), None, html.Td(3, className="is-number")])
    assert compact_elements(row) == ["tr", {}, ["th", {"scope": "row"}, "甲"], ["td", {"className": "is-number"}, "3"]]


def test_a_list_keeps_its_order_and_leaves_out_what_is_none():
    assert compact_elements(["<b>", None, html.Br()]) == ["<b>", ["br", {}]]


def test_a_link_is_one_of_the_browser():
    assert compact_elements(dcc.Link("图", href="/?year=2014")) == ["a", {"href": "/?year=2014"}, "图"]


def test_it_is_plain_json():
    told = compact_elements(html.Div(html.Span("一"), style={"color": "red"}, hidden=None))
    assert json.loads(json.dumps(told)) == ["div", {"style": {"color": "red"}}, ["span", {}, "一"]]
