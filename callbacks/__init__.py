"""Thin wiring: what the reader does, or a machine asks, to the city and back to the page."""
