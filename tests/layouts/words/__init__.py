"""Tests of ``layouts.words``."""
