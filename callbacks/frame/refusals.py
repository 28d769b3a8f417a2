"""Why something is not made, not kept or not changed, in words: what every page refuses alike."""

from flask_wtf.csrf import CSRFError

from callbacks.accounts.guards import LackingRightError
from callbacks.server import storage_faults
from datasets.jobs.job_store import MOST_OF_ONE, QueueFullError
from datasets.store.model import StoreUnavailableError
from locales import say


def refusal_text(error: Exception) -> str:
    """A refusal in words."""
    match error:
        case LackingRightError():
            return error.message
        case CSRFError():
            return say("accounts-out-of-date")
        case OSError() | StoreUnavailableError():
            return storage_faults.answer(error)[0]
        case QueueFullError(waiting=waiting, own=own):
            is_own = own >= MOST_OF_ONE
            return (
                say("packs-share-full", own=own, waiting=waiting)
                if is_own
                else say("packs-queue-full", waiting=waiting)
            )
    return str(error)
