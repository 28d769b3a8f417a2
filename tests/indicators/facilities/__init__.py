"""Tests of ``indicators.facilities``."""
