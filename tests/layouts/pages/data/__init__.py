"""Tests of ``layouts.pages.data``."""
