"""Travel distances and times, and who is within reach of a facility."""
