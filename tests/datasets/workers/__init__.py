"""Tests of datasets.workers."""
