"""Tests of ``callbacks.api``."""
