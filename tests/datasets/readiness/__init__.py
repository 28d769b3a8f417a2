"""Tests of ``datasets.readiness``."""
