"""The words of the product: a folder a language, in it a Fluent file a room.

``say`` returns a message in the language that the request, the job or the command speaks. Another language is another
folder of the same files; ``language-name`` in it is what the language calls itself.
"""

from locales.catalogue import Catalogue, say, say_all
from locales.languages import DEFAULT, OFFERED, call_in, current_language, find_language, list_languages, speaking

__all__ = [
    "DEFAULT",
    "OFFERED",
    "Catalogue",
    "call_in",
    "current_language",
    "find_language",
    "list_languages",
    "say",
    "say_all",
    "speaking",
]
