"""Tests of ``datasets.siting``."""
