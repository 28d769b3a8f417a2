"""The page of facility coverage."""
