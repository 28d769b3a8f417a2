"""Tests of ``layouts.figures.specs``."""
