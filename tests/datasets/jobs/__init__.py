"""Tests of datasets.jobs."""
