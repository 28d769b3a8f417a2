"""Tests of ``layouts.paper.documents.report``."""
