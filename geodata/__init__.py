"""Space: regions, boundaries, township cells, distances and the map layers made from them."""
