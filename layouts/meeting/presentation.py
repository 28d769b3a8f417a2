"""The meeting mode (演示): the parts of the frame that only a slide has. All happens in assets/js/meeting."""

from dash import html

from layouts.meeting_ids import Meeting


def head() -> html.Div:
    """Place for what a slide says: its finding, what that is about, the year."""
    return html.Div(id=Meeting.HEAD, className="mt-head")


def foot() -> list[html.Div | html.Footer]:
    """Place for the number of the slide, and for what is said to those who hear the page."""
    return [
        html.Footer(id=Meeting.FOOTER, className="mt-footer"),
        html.Div(id=Meeting.LIVE, className="visually-hidden", role="status"),
    ]
