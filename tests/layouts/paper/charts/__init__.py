"""Tests of ``layouts.paper.charts``."""
