"""Tests of ``layouts.paper.maps``."""
