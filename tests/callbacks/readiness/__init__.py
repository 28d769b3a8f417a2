"""Tests of ``callbacks.readiness``."""
