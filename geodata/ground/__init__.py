"""What lies under and around the areas of a map: lines between groups and their names."""
