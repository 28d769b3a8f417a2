"""Tests of ``layouts.paper.packs``."""
