"""The page of datasets."""
