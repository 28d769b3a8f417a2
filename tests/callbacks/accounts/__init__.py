"""Tests of ``callbacks.accounts``."""
