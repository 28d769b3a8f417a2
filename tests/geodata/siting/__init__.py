"""Tests of ``geodata.siting``."""
