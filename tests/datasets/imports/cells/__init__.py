"""Tests of ``datasets.imports.cells``."""
