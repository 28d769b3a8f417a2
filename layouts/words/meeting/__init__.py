"""The words of what is shown in a meeting."""
