"""Tests of ``callbacks.atlas``."""
