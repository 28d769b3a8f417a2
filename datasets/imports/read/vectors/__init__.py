"""Readers of geodata."""
