"""Tests of ``callbacks.server``."""
