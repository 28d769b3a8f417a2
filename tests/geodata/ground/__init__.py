"""Tests of ``geodata.ground``."""
