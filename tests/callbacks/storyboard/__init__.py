"""Tests of ``callbacks.storyboard``."""
