"""Tests of ``datasets.imports.columns``."""
