"""The first page on a sheet of paper."""
