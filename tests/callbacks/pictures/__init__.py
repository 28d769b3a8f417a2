"""Tests of ``callbacks.pictures``."""
