# Why the database or the files beside it cannot be used: what was found, what to do, and the same to an administrator.

storage-found =
    { $fault ->
        [locked] 数据库正被别的程序占用，等了一会儿仍未放开。
        [crowded] 等着写数据库的人已经太多。
        [full] 服务器的磁盘已满（或用完了配额）。
        [read_only] 服务器上存放数据的位置只能读、不能写。
        [gone] 服务器上存放数据的文件夹或数据库不见了，或者被换成了别的。
        [empty] 数据库是空的，而这里本应有保存过的数据。
        [foreign] 这是别的程序的数据库，本程序没有改动它。
        [newer] 数据库是更新版本的程序建立的。
        [damaged] 数据库文件已损坏。
        [unreachable] 数据库连不上。
       *[unusable] 服务器上存放数据的位置不能使用。
    }
storage-remedy =
    { $fault ->
        [locked] 请过一会儿再试；一直这样，请管理员查明是哪个程序占用了它。
        [crowded] 请过一会儿再试。
        [full] 请管理员清出空间后再试。
        [read_only] 请管理员检查文件夹和数据库的权限，以及磁盘是否只读。
        [gone] 请管理员把原来的放回去，或从备份恢复后重新启动程序。
        [empty] 请从备份恢复；确实要从空库开始，见 docs/operations.md。
        [foreign] 请把 DATABASE_URL 或 FOLDER 指到本程序自己的数据库。
        [newer] 请用那个版本的程序，或从升级前的备份恢复。
        [damaged] 请停下程序，从备份恢复。
        [unreachable] 请过一会儿再试；一直这样，请管理员检查数据库服务器和网络。
       *[unusable] 请管理员按日志中的说明检查文件夹和数据库。
    }
storage-english =
    { $fault ->
        [locked] another program holds it; try again, or find out which
        [crowded] others are waiting to write; try again
        [full] the disk is full; free space
        [read_only] check the permissions, and whether the disk is mounted read-only
        [gone] put it back, or restore a backup and start again
        [empty] restore a backup; to begin with an empty store see docs/operations.md
        [foreign] nothing was changed; let DATABASE_URL or FOLDER name this program's own
        [newer] use that program, or restore the backup from before it
        [damaged] stop the program and restore a backup
        [unreachable] check the server and the network
       *[unusable] check the place and its permissions
    }
storage-file-found =
    { $fault ->
        [full] 磁盘已满（或用完了配额）。
        [read_only] 这个位置不能写入。
        [gone] 文件或文件夹不存在。
       *[unusable] 这个位置不能使用。
    }
storage-file-remedy =
    { $fault ->
        [full] 请清出空间，或改用别的位置。
        [read_only] 请检查权限和磁盘是否只读，或改用别的位置。
        [gone] 请检查路径，或改用别的位置。
       *[unusable] 请检查路径和权限，或改用别的位置。
    }
storage-file-english =
    { $fault ->
        [full] free space or choose another place
        [read_only] check the permissions or choose another place
        [gone] check the path or choose another place
       *[unusable] check the path or choose another place
    }
storage-of-change = { storage-found }这一步没有完成，也没有保存任何内容。已发布的数据照常可看。{ storage-remedy }
storage-of-reading = { storage-found }各版本和记录暂时看不到。已发布的数据照常可看。{ storage-remedy }
storage-of-command = { storage-found }{ storage-remedy }（{ $what }: { storage-english }）
storage-of-file = { storage-file-found }{ storage-file-remedy }（{ $what }: { storage-file-english }）
storage-use-pg-dump = 备份 PostgreSQL 请用 pg_dump，见 docs/operations.md。（a store of PostgreSQL is copied by pg_dump）
storage-file-exists = { $file }：已有这个文件，不会覆盖。请换个文件名。
storage-cannot-start = 无法启动：{ $reason }
