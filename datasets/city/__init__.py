"""A city with its datasets in memory, and how a dataset is built from stored rows."""
