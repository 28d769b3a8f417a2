"""Tests of ``datasets.imports.read.vectors``."""
