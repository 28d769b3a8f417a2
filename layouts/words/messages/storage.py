"""Messages where the database or the data folder cannot be used, by reason."""

_NOT_KEPT = "这一步没有完成，也没有保存任何内容。"
_READ_ON = "已发布的数据照常可看。"

# What was found, and what to do.
REASONS = {
    "locked": (
        "数据库正被别的程序占用，等了一会儿仍未放开。",
        "请过一会儿再试；一直这样，请管理员查明是哪个程序占用了它。",
    ),
    "crowded": ("等着写数据库的人已经太多。", "请过一会儿再试。"),
    "full": ("服务器的磁盘已满（或用完了配额）。", "请管理员清出空间后再试。"),
    "read_only": ("服务器上存放数据的位置只能读、不能写。", "请管理员检查文件夹和数据库的权限，以及磁盘是否只读。"),
    "gone": (
        "服务器上存放数据的文件夹或数据库不见了，或者被换成了别的。",
        "请管理员把原来的放回去，或从备份恢复后重新启动程序。",
    ),
    "empty": (
        "数据库是空的，而这里本应有保存过的数据。",
        "请从备份恢复；确实要从空库开始，见 docs/operations.md。",
    ),
    "foreign": ("这是别的程序的数据库，本程序没有改动它。", "请把 DATABASE_URL 或 FOLDER 指到本程序自己的数据库。"),
    "newer": ("数据库是更新版本的程序建立的。", "请用那个版本的程序，或从升级前的备份恢复。"),
    "damaged": ("数据库文件已损坏。", "请停下程序，从备份恢复。"),
    "unreachable": ("数据库连不上。", "请过一会儿再试；一直这样，请管理员检查数据库服务器和网络。"),
    "unusable": ("服务器上存放数据的位置不能使用。", "请管理员按日志中的说明检查文件夹和数据库。"),
}

# A file or folder that a command was given.
OF_FILES = {
    "full": ("磁盘已满（或用完了配额）。", "请清出空间，或改用别的位置。", "free space or choose another place"),
    "read_only": (
        "这个位置不能写入。",
        "请检查权限和磁盘是否只读，或改用别的位置。",
        "check the permissions or choose another place",
    ),
    "gone": ("文件或文件夹不存在。", "请检查路径，或改用别的位置。", "check the path or choose another place"),
    "unusable": ("这个位置不能使用。", "请检查路径和权限，或改用别的位置。", "check the path or choose another place"),
}

# The same to an administrator, beside the Chinese.
REMEDIES = {
    "locked": "another program holds it; try again, or find out which",
    "crowded": "others are waiting to write; try again",
    "full": "the disk is full; free space",
    "read_only": "check the permissions, and whether the disk is mounted read-only",
    "gone": "put it back, or restore a backup and start again",
    "empty": "restore a backup; to begin with an empty store see docs/operations.md",
    "foreign": "nothing was changed; let DATABASE_URL or FOLDER name this program's own",
    "newer": "use that program, or restore the backup from before it",
    "damaged": "stop the program and restore a backup",
    "unreachable": "check the server and the network",
    "unusable": "check the place and its permissions",
}

USE_PG_DUMP = "备份 PostgreSQL 请用 pg_dump，见 docs/operations.md。（a store of PostgreSQL is copied by pg_dump）"


def sentence(reason: str) -> str:
    """For whoever does something on a page."""
    found, remedy = REASONS[reason]
    return f"{found}{_NOT_KEPT}{_READ_ON}{remedy}"


def reading_sentence(reason: str) -> str:
    """For whoever looks at a page that says less than usual."""
    found, remedy = REASONS[reason]
    return f"{found}各版本和记录暂时看不到。{_READ_ON}{remedy}"


def message(reason: str, what: str) -> str:
    """For the command line, on one line: Chinese, and in English what exactly was found."""
    found, remedy = REASONS[reason]
    return f"{found}{remedy}（{what}: {REMEDIES[reason]}）"


def file_message(reason: str, what: str) -> str:
    """The same of a file or folder."""
    found, remedy, in_english = OF_FILES[reason]
    return f"{found}{remedy}（{what}: {in_english}）"
