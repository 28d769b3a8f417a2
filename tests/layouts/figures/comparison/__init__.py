"""Tests of ``layouts.figures.comparison``."""
