"""Components as JSON, for the parts of a page that the browser paints from a tree instead of a Dash callback."""

from collections.abc import Mapping
from typing import Any

from plotly.io.json import to_json_plotly


def encode_components(content: Mapping[str, Any]) -> str:
    """JSON of a mapping whose values may be Dash components, figures, arrays of NumPy, or lists of them."""
    return to_json_plotly(content)
