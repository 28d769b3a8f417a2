"""What a reader sees: pages, parts, ids and words. Nothing here reads a file or answers a callback."""
