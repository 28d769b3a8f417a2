"""Components are sent as type and properties, with text that is never markup."""

import json

from dash import dcc, html

from layouts.frame.component_json import compact_elements, write_html


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


def written(component) -> str:
    return str(write_html(compact_elements(component)))


def test_elements_bear_their_attributes_as_html_names_them():
    link = html.A(["图", html.Strong("80%")], href="/map?a=1&b=2", className="ov")
    assert written(link) == '<a class="ov" href="/map?a=1&amp;b=2">图<strong>80%</strong></a>'


def test_text_is_never_markup():
    assert written(html.P("<b>粗</b>", title='"')) == '<p title="&#34;">&lt;b&gt;粗&lt;/b&gt;</p>'


def test_a_style_and_a_switch_are_written_as_a_browser_reads_them():
    span = html.Span("x", style={"flexGrow": 3, "width": "20.0%"}, hidden=True)
    assert written(span) == '<span hidden style="flex-grow:3;width:20.0%">x</span>'


def test_an_image_has_no_end_and_a_list_is_its_parts():
    assert written([html.Img(src="data:,", alt="图"), html.P("后")]) == '<img alt="图" src="data:,"><p>后</p>'
