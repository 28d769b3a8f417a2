"""Tests of ``datasets.city``."""
