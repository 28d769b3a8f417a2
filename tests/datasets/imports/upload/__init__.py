"""Tests of ``datasets.imports.upload``."""
