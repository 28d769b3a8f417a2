"""Tests of ``layouts.words.meeting``."""
