"""Reasons why the database or the files beside it cannot be used."""

import errno
from enum import StrEnum


class StorageFault(StrEnum):
    """What keeps the program from its database or its folder."""

    LOCKED = "locked"  # by another process, for longer than one waits
    CROWDED = "crowded"  # others are waiting to write already
    FULL = "full"  # the disk, or what one may use of it
    READ_ONLY = "read_only"
    GONE = "gone"  # deleted, or another in its place
    EMPTY = "empty"  # where a store was expected
    FOREIGN = "foreign"  # tables of another program
    NEWER = "newer"  # of a later program
    DAMAGED = "damaged"
    UNREACHABLE = "unreachable"
    UNUSABLE = "unusable"  # anything else; the message of the system says what


_OF_NUMBER = {
    errno.ENOSPC: StorageFault.FULL,
    errno.EFBIG: StorageFault.FULL,
    errno.EROFS: StorageFault.READ_ONLY,
    errno.EACCES: StorageFault.READ_ONLY,
    errno.EPERM: StorageFault.READ_ONLY,
    errno.ENOENT: StorageFault.GONE,
    errno.ENOTDIR: StorageFault.GONE,
}
_OF_THE_PROCESS = {errno.ENOMEM, errno.EMFILE, errno.ENFILE, errno.EAGAIN}  # what it has of memory, files, processes
if hasattr(errno, "EDQUOT"):  # Windows has none
    _OF_NUMBER[errno.EDQUOT] = StorageFault.FULL


def classify_os_error(error: OSError) -> StorageFault | None:
    """Why a file or a folder cannot be used; None for an error that is not of files."""
    if isinstance(error, ConnectionError | TimeoutError) or error.errno is None or error.errno in _OF_THE_PROCESS:
        return None
    return _OF_NUMBER.get(error.errno, StorageFault.UNUSABLE)
