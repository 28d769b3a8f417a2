"""Tests of ``indicators.policy``."""
