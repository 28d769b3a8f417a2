"""Tests of ``layouts.frame``."""
