"""Tests of ``datasets.analyses``."""
