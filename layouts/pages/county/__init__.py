"""The page of a county: its own figures, and its place in the country."""
