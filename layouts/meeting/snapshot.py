"""An offline snapshot as one HTML file: a frame, the data as JSON that no browser runs, and one script by its hash."""

import base64
import hashlib
from collections.abc import Mapping
from typing import Any

import orjson
from markupsafe import Markup

from locales import current_language, say

# Whatever a text in the data says: no request leaves the file, and no script runs but ours.
_POLICY = (
    "default-src 'none'; script-src '{script}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'"
)
_DOCUMENT = Markup("""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<link rel="icon" href="data:,">
<style>{style}</style>
</head>
<body>
<div id="snapshot">{broken}</div>
<script type="application/json" id="snapshot-data">{data}</script>
<script>{script}</script>
</body>
</html>
""")


def write_snapshot(content: Mapping[str, Any], script: str, style: str) -> bytes:
    """The file of a content with ``title``; ``script`` and ``style`` are ours, and end no element of their own."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    document = _DOCUMENT.format(
        language=current_language(),
        policy=_POLICY.format(script=f"sha256-{digest}"),
        title=content["title"],
        style=Markup(style),  # noqa: S704  (files of the program)
        broken=say("snapshot-broken"),
        data=Markup(_write_json(content)),  # noqa: S704  (no character of markup is left in it)
        script=Markup(script),  # noqa: S704  (files of the program)
    )
    return document.encode()


def _write_json(content: Mapping[str, Any]) -> str:
    """JSON that ends no element, whatever its texts say."""
    text = orjson.dumps(content, option=orjson.OPT_NON_STR_KEYS).decode()
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
