"""Tests of ``datasets.imports.read.workbooks``."""
