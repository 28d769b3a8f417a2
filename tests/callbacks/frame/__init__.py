"""Tests of ``callbacks.frame``."""
