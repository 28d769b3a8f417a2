"""Tests of ``layouts.figures.charts``."""
