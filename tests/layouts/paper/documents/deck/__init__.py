"""Tests of ``layouts.paper.documents.deck``."""
