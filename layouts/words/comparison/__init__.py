"""The words of comparisons on the map: of two years, and of the townships of one county."""
