"""Readers of XLSX, XLS and ODS, with the scans that precede them."""
