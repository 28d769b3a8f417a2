"""The sentences over charts."""
