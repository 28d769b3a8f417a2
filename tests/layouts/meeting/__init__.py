"""Tests of ``layouts.paper.sheet``."""
