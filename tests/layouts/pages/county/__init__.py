"""Tests of ``layouts.pages.coverage``."""
