"""The finished files of packs, served to those who know the job's id."""

from flask import Flask, Response, abort, send_file

from datasets.jobs.job_store import JobStore
from layouts.page_paths import JOB_FILES

URL = JOB_FILES


def register(server: Flask, store: JobStore) -> None:
    """Serve the files under ``URL``."""

    @server.get(f"{URL}<id_>/<name>")
    def finished_file(id_: str, name: str) -> Response:
        job = store.read_job(id_)
        if job is None or name not in job.sizes:
            abort(404)
        return send_file(store.folder(id_) / "files" / name, as_attachment=True, download_name=name, max_age=0)
