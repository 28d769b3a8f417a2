"""Tests of ``callbacks.coverage``."""
