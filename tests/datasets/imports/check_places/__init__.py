"""Tests of ``datasets.imports.check_places``."""
