# Why the database or the files beside it cannot be used: what was found, what to do, and the same to an administrator.

storage-found =
    { $fault ->
        [locked] Another program holds the database, and has not let it go after a while.
        [crowded] Too many are waiting to write to the database.
        [full] The disk of the server is full (or the quota is used up).
        [read_only] The place where the server keeps data can be read but not written.
        [gone] The folder or the database where the server keeps data is gone, or another stands in its place.
        [empty] The database is empty, where saved data should be.
        [foreign] This is the database of another program; nothing in it was changed.
        [newer] The database was made by a later version of the program.
        [damaged] The file of the database is damaged.
        [unreachable] The database cannot be reached.
       *[unusable] The place where the server keeps data cannot be used.
    }
storage-remedy =
    { $fault ->
        [locked] Please try again in a while; if it goes on, have the administrator find out which program holds it.
        [crowded] Please try again in a while.
        [full] Have the administrator free space, then try again.
        [read_only] Have the administrator check the permissions of the folder and the database, and whether the disk is mounted read-only.
        [gone] Have the administrator put the old one back, or restore a backup and start the program again.
        [empty] Restore a backup; to begin with an empty store see docs/operations.md.
        [foreign] Let DATABASE_URL or FOLDER name this program’s own database.
        [newer] Use that version of the program, or restore the backup from before the update.
        [damaged] Stop the program and restore a backup.
        [unreachable] Please try again in a while; if it goes on, have the administrator check the database server and the network.
       *[unusable] Have the administrator check the folder and the database as the log says.
    }
storage-english =
    { $fault ->
        [locked] another program holds it; try again, or find out which
        [crowded] others are waiting to write; try again
        [full] the disk is full; free space
        [read_only] check the permissions, and whether the disk is mounted read-only
        [gone] put it back, or restore a backup and start again
        [empty] restore a backup; to begin with an empty store see docs/operations.md
        [foreign] nothing was changed; let DATABASE_URL or FOLDER name this program’s own
        [newer] use that program, or restore the backup from before it
        [damaged] stop the program and restore a backup
        [unreachable] check the server and the network
       *[unusable] check the place and its permissions
    }
storage-file-found =
    { $fault ->
        [full] The disk is full (or the quota is used up).
        [read_only] This place cannot be written to.
        [gone] The file or the folder does not exist.
       *[unusable] This place cannot be used.
    }
storage-file-remedy =
    { $fault ->
        [full] Please free space, or choose another place.
        [read_only] Please check the permissions and whether the disk is mounted read-only, or choose another place.
        [gone] Please check the path, or choose another place.
       *[unusable] Please check the path and the permissions, or choose another place.
    }
storage-file-english =
    { $fault ->
        [full] free space or choose another place
        [read_only] check the permissions or choose another place
        [gone] check the path or choose another place
       *[unusable] check the path or choose another place
    }
storage-of-change = { storage-found } This step was not completed and nothing was saved. Published data can be read as before. { storage-remedy }
storage-of-reading = { storage-found } Versions and records cannot be seen for now. Published data can be read as before. { storage-remedy }
storage-of-command = { storage-found } ({ $what }: { storage-english })
storage-of-file = { storage-file-found } ({ $what }: { storage-file-english })
storage-use-pg-dump = A store of PostgreSQL is copied by pg_dump, see docs/operations.md.
storage-file-exists = { $file } exists already and is not overwritten. Please choose another name.
storage-cannot-start = Cannot start: { $reason }
