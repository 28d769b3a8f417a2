"""Run tasks in child processes with limits on memory and time, so that their failures do not affect the server."""
