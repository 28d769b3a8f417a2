"""Tests of ``datasets.published``."""
