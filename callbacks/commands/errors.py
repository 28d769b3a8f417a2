"""Commands that end with words where something cannot be done: one table of errors for all of them."""

import errno
from collections.abc import Callable
from typing import Any

import click

from callbacks.server import storage_faults
from callbacks.server.responses import UnknownNameError
from datasets.files.declarations import BadInputError
from datasets.imports.model import RefusedError
from datasets.imports.upload.import_order import ImportOrderError
from datasets.imports.upload.uploads import NotCleanError
from datasets.published.servability import UnservableError
from datasets.store.accounts.accounts import AccountError
from datasets.store.accounts.passwords import WeakPasswordError
from datasets.store.model import StaleDraftError, StoreUnavailableError, UnknownError, VersionStateError
from layouts.paper.documents.template import TemplateError
from layouts.paper.sheet.picture_spec import MissingGlyphError
from layouts.sheet_sizes import PaperError
from layouts.words.messages.imports import fault_sentence
from layouts.words.messages.publication import unservable_text
from locales import DEFAULT, find_language, list_languages, say, speaking

_OF_DATA = (ImportOrderError, UnknownError, VersionStateError, StaleDraftError)
_OF_DOCUMENTS = (BadInputError, TemplateError, PaperError, MissingGlyphError, UnknownNameError)
_MESSAGES: dict[tuple[type[Exception], ...], Callable[[Any], str]] = {
    (WeakPasswordError,): lambda error: say("accounts-weak", key=error.fault),
    (RefusedError,): lambda error: "\n".join(fault_sentence(fault) for fault in error.faults),
    (NotCleanError,): lambda _: say("faults-not-clean"),
    (UnservableError,): lambda error: unservable_text(error.reason, error.findings),
    (StoreUnavailableError, OSError): storage_faults.message,
    (AccountError, *_OF_DATA, *_OF_DOCUMENTS): str,
}


def _speak(context: click.Context, parameter: click.Parameter, asked: str | None) -> None:
    """Speak a language until the command ends."""
    language = find_language(asked or DEFAULT)
    if language is None:
        raise click.BadParameter(f"expected one of {', '.join(list_languages())}, got '{asked}'", context, parameter)
    context.with_resource(speaking(language))


language_option = click.option(
    "--lang", callback=_speak, expose_value=False, is_eager=True, help="Language of what is said and made, such as en."
)


class Command(click.Command):
    """A command that explains what keeps it from its work."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run it. Raises ClickException with the message of an error that a user can do something about."""
        try:
            return super().invoke(ctx)
        except tuple(kind for kinds in _MESSAGES for kind in kinds) as error:
            if isinstance(error, OSError) and error.errno == errno.EPIPE:  # whoever read the output has left
                raise
            message = next(message for kinds, message in _MESSAGES.items() if isinstance(error, kinds))
            raise click.ClickException(message(error)) from error


class Commands(Command, click.Group):
    """A group of such commands."""

    command_class = Command
