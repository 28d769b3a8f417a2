"""The page of datasets: versions, imports, publications."""
