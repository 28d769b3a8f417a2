"""The subcommands of ``app.py``."""
