"""Charts for the screen."""
