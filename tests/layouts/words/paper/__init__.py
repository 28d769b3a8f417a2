"""Tests of ``layouts.words.paper``."""
