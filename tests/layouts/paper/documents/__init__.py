"""Tests of ``layouts.paper.documents``."""
