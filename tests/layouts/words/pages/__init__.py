"""Tests of ``layouts.words.pages``."""
