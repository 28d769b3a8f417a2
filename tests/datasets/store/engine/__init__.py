"""Tests of ``datasets.store.engine``."""
