"""Tests of ``callbacks.targets``."""
