"""The state of equality of a dataset in one year: what the first page says."""
