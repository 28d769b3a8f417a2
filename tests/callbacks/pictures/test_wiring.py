"""The dialog of pictures: what the server does while a reader chooses."""

from dash import Dash, html

from callbacks.frame.request_checks import UPDATE, parse_outputs
from callbacks.pictures import wiring
from callbacks.pictures.render_queue import RenderQueue
from layouts.ids import Export
from tests.callbacks.pictures.test_render_queue import Drawers


class CountedDrawers(Drawers):
    """Workers that count how often they are told to get ready."""

    warmed = 0

    def warm(self) -> None:
        """Count."""
        self.warmed += 1


def test_a_process_gets_ready_while_the_reader_chooses():
    drawers, app = CountedDrawers(), Dash("test", add_log_handler=False)
    app.layout = html.Div()
    wiring.register(app, RenderQueue(drawers))
    client = app.server.test_client()
    asked = [each for each in client.get("/_dash-dependencies").get_json() if not each["clientside_function"]]
    (opening,) = asked
    assert [each["id"] for each in opening["inputs"]] == [Export.OPEN]
    body = {
        "output": opening["output"],
        "outputs": parse_outputs(opening["output"]),
        "inputs": [{**opening["inputs"][0], "value": 1}],
        "changedPropIds": [f"{Export.OPEN}.n_clicks"],
    }
    assert client.post(UPDATE, json=body).status_code == 204
    assert drawers.warmed == 1
