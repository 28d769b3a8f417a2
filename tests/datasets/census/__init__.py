"""Tests of ``datasets.census``."""
