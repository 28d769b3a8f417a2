"""What a reader finds by its name."""
