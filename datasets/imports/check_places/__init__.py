"""The checks of points, polygons and roads."""
