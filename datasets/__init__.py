"""What is loaded: declarations, observations, the figures derived from them, and the city they make up."""
