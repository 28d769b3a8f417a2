"""Tests of ``layouts.paper.overview``."""
