"""Chinese names in pinyin, as people type them."""

from functools import cache

_MOST_READINGS = 3  # of one character: the others are of no name
BETWEEN_READINGS = "/"


@cache  # many datasets have the same areas
def spell(name: str) -> str:
    """A syllable for every character, without tones, parted by spaces: ``lian nan yao zu``.

    A character that no known phrase settles has all its readings (``dan/chan/shan xian``); what is no Chinese character
    stands as it is, a blank as ``_``.
    """
    from pypinyin import Style, pinyin  # its phrases take 60 MB: they are loaded for whoever searches  # noqa: PLC0415

    readings = pinyin(name, style=Style.NORMAL, heteronym=True, errors=_keep)  # type: ignore[arg-type]  # it takes lists
    return " ".join(BETWEEN_READINGS.join(dict.fromkeys(found[:_MOST_READINGS])) for found in readings)


def _keep(text: str) -> list[str]:
    return [letter if letter.strip() else "_" for letter in text.lower()]
