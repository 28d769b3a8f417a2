"""Tests of ``layouts.words.messages``."""
