"""The pseudo-language: English that can be read, but bears accents and is longer, as other languages are."""

_ACCENTED = str.maketrans("aceinouyACEINOUY", "àçéîñöûýÀÇÉÎÑÖÛÝ")
_VOWELS = frozenset("aeiouAEIOU")


def stretch(text: str) -> str:
    """A text with accents, its vowels doubled: about 40 % longer."""
    return "".join(letter + letter.lower() if letter in _VOWELS else letter for letter in text).translate(_ACCENTED)
