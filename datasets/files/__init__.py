"""Files on disk: TOML declarations, CSV rows, table exports, private files."""
