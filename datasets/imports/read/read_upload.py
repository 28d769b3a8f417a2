"""Read an uploaded file as sheets of text or as features, by its type."""

import hashlib
from pathlib import Path

from datasets.imports.model import FileContent, Limits
from datasets.imports.read.delimited import read_delimited
from datasets.imports.read.file_type import FileType, detect_file_type
from datasets.imports.read.vectors.vectors import read_features
from datasets.imports.read.workbooks.workbooks import read_workbook


def read_upload(file_name: str, path: Path, limits: Limits) -> FileContent:
    """Read the file at ``path``, which its user calls ``file_name``; raises ``RefusedError`` if it cannot be imported.

    Nothing but ``path`` is read, and the type is told by content: a suffix may say anything.
    """
    file_type = detect_file_type(path, limits)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    size = path.stat().st_size
    match file_type:
        case FileType.XLSX | FileType.XLS | FileType.ODS:
            return FileContent(file_name, file_type, digest, size, sheets=read_workbook(path, file_type, limits))
        case FileType.CSV:
            sheet, encoding = read_delimited(Path(file_name).stem, path, limits)
            return FileContent(file_name, file_type, digest, size, sheets=(sheet,), encoding=encoding)
    features = read_features(file_name, path, file_type, limits)
    return FileContent(file_name, file_type, digest, size, features=features)
