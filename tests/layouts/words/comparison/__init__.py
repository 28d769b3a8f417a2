"""Tests of ``layouts.words.comparison``."""
