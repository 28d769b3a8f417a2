"""Tests of ``layouts.pages``."""
