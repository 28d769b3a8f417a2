"""What looks at every request and every answer. The order counts: what is registered later sees an answer earlier."""

from dash import Dash
from flask_compress import Compress

from callbacks.accounts.routes import Security
from callbacks.frame import groups, kept_answers, request_checks
from callbacks.server import headers, storage_faults
from callbacks.server.city_snapshots import CitySnapshots
from datasets.published.published_city import PublishedCity


def register(app: Dash, snapshots: CitySnapshots, published_city: PublishedCity, security: Security) -> None:
    """Comes after every page and route of ``app``."""
    server = app.server
    storage_faults.register(server)
    groups.register(app, snapshots, published_city)
    kept_answers.register(app, snapshots)
    request_checks.register(app)
    headers.register(server, list(app.csp_hashes()), https=security.cookie_secure, closed=security.login_required)
    Compress(server)
    headers.register_etags(server)
