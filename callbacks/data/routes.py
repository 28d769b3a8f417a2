"""All routes under ``/data/``: uploads, downloads, and versions that are drafted, published or discarded."""

from flask import Flask

from callbacks.data import file_routes, upload_routes, version_routes
from callbacks.data.answers import register_refusals
from callbacks.data.dataset_views import DatasetViews
from callbacks.pictures.render_queue import RenderQueue
from datasets.imports.upload.uploads import Uploads
from datasets.published.published_city import PublishedCity


def register(server: Flask, published_city: PublishedCity, uploads: Uploads, pictures: RenderQueue) -> None:
    """Serve the page's actions. Comes before the guards: an upload's size is limited before it is read."""
    views = DatasetViews(published_city, lambda dataset: file_routes.list_exports(published_city, dataset))
    register_refusals(server)
    upload_routes.register(server, uploads)
    version_routes.register(server, published_city, views, pictures)
    file_routes.register(server, published_city)
