"""The sentence that a chart or a map is headed by: what its figures say, and what they do not."""
