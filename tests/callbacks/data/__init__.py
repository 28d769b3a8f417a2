"""Tests of ``callbacks.data``."""
