"""Tests of ``indicators.gaps``."""
