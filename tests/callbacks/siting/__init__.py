"""Tests of ``callbacks.siting``."""
