"""The page of gaps between groups of counties."""
