"""The checks of rows of figures."""
