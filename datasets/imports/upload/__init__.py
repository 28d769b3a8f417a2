"""From an upload to a checked draft."""
