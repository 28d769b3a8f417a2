"""Answers where the database or the data folder cannot be used, as every route and every command gives them."""

from flask import Flask, Response

from callbacks.server.responses import refusal
from datasets.files.storage_faults import StorageFault, classify_os_error
from datasets.store.model import StoreUnavailableError
from locales import say

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
        return refusal(sentence, status)

    server.register_error_handler(StoreUnavailableError, tell)
    server.register_error_handler(OSError, tell)


def answer(error: BaseException) -> tuple[str, int]:
    """What a page says, and the status of the answer."""
    fault = classify_fault(error) or StorageFault.UNUSABLE
    return say("storage-of-change", fault=fault), _STATUS.get(fault, 503)


def message(error: StoreUnavailableError | OSError) -> str:
    """What the command line says."""
    fault = classify_fault(error) or StorageFault.UNUSABLE
    if isinstance(error, OSError):
        place = f"{error.filename}: " if error.filename else ""
        return say("storage-of-file", fault=fault, what=f"{place}{error.strerror or error}")
    return say("storage-of-command", fault=fault, what=str(error))
