"""Tests of ``datasets.store.accounts``."""
