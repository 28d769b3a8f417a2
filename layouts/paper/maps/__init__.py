"""Maps drawn with matplotlib."""
