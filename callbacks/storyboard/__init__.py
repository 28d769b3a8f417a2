"""Storyboards: whether their addresses still hold, what goes to the store, and their documents."""
