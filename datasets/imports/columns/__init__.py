"""Map the columns of a table to their roles."""
