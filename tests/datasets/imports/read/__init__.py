"""Tests of ``datasets.imports.read``."""
