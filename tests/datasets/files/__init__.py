"""Tests of ``datasets.files``."""
