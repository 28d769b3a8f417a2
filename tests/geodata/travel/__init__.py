"""Tests of ``geodata.travel``."""
