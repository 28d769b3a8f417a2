"""Meaning: indicator definitions, class breaks, groups of counties and the gap between them. Pure pandas."""
