"""Tests of ``layouts.figures.maps``."""
