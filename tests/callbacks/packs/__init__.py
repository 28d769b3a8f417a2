"""Tests of ``callbacks.packs``."""
