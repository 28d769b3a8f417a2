"""What is loaded from the repository: declarations, public data, the demonstration."""
