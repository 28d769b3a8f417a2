"""Tests of ``callbacks.commands``."""
