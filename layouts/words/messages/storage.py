"""Messages where the database or the data folder cannot be used, by reason."""

from datasets.files.storage_faults import StorageFault, StorageFaultWords, StorageWords

_NOT_KEPT = "这一步没有完成，也没有保存任何内容。"
_READ_ON = "已发布的数据照常可看。"

_WORDS = StorageWords.shipped()
REASONS, OF_FILES = _WORDS.reasons, _WORDS.files

USE_PG_DUMP = "备份 PostgreSQL 请用 pg_dump，见 docs/operations.md。（a store of PostgreSQL is copied by pg_dump）"


def sentence(reason: StorageFault) -> str:
    """For whoever does something on a page."""
    return f"{REASONS[reason].found}{_NOT_KEPT}{_READ_ON}{REASONS[reason].remedy}"


def reading_sentence(reason: StorageFault) -> str:
    """For whoever looks at a page that says less than usual."""
    return f"{REASONS[reason].found}各版本和记录暂时看不到。{_READ_ON}{REASONS[reason].remedy}"


def message(reason: StorageFault, what: str) -> str:
    """For the command line, on one line: Chinese, and in English what exactly was found."""
    return _add_english(REASONS[reason], what)


def file_message(reason: StorageFault, what: str) -> str:
    """The same of a file or folder."""
    return _add_english(OF_FILES[reason], what)


def _add_english(words: StorageFaultWords, what: str) -> str:
    return f"{words.found}{words.remedy}（{what}: {words.english}）"
