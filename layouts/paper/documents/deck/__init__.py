"""The pack as a PowerPoint deck."""
