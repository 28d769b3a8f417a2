"""Tests of ``datasets.store.versions``."""
