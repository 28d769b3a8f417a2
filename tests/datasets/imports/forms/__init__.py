"""Tests of ``datasets.imports.forms``."""
