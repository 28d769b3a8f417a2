"""The database connection, its migrations and backups."""
