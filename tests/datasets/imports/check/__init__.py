"""Tests of ``datasets.imports.check``."""
