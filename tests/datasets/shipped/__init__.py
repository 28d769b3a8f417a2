"""Tests of ``datasets.shipped``."""
