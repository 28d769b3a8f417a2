"""Answers where the database or the data folder cannot be used: one handler for all routes, one for all commands."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click
from flask import Flask, Response, jsonify

from datasets.files.storage_faults import StorageFault, classify_os_error
from datasets.store.model import StoreUnavailableError
from layouts.words.messages import storage as words

_STATUS = {StorageFault.FULL: 507}  # insufficient storage; else the service is unavailable


def classify_fault(error: BaseException) -> StorageFault | None:
    """What keeps something from being read or kept; None for an error of another kind."""
    if isinstance(error, StoreUnavailableError):
        return error.fault
    return classify_os_error(error) if isinstance(error, OSError) else None


def register(server: Flask) -> None:
    """Tell scripts in words. Routes that answer with a page do it themselves."""

    def tell(error: Exception) -> Response:
        if classify_fault(error) is None:
            raise error
        server.logger.warning("%s: %s", type(error).__name__, error)
        sentence, status = answer(error)
        told = jsonify({"error": {"message": sentence}})
        told.status_code = status
        return told

    server.register_error_handler(StoreUnavailableError, tell)
    server.register_error_handler(OSError, tell)


def answer(error: BaseException) -> tuple[str, int]:
    """What a page says, and the status of the answer."""
    fault = classify_fault(error) or StorageFault.UNUSABLE
    return words.sentence(fault), _STATUS.get(fault, 503)


def message(error: StoreUnavailableError | OSError) -> str:
    """What the command line says."""
    fault = classify_fault(error) or StorageFault.UNUSABLE
    if isinstance(error, OSError):
        place = f"{error.filename}: " if error.filename else ""
        return words.file_message(fault, f"{place}{error.strerror or error}")
    return words.message(fault, str(error))


class Commands(click.Group):
    """Commands that end with words where the database or a folder cannot be used."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the one that was asked for."""
        with _explain_faults():
            return super().invoke(ctx)


@contextmanager
def _explain_faults() -> Iterator[None]:
    try:
        yield
    except (StoreUnavailableError, OSError) as error:
        if isinstance(error, OSError) and error.errno == errno.EPIPE:  # whoever read the output has left
            raise
        raise click.ClickException(message(error)) from error
