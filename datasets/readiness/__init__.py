"""Whether the machine is ready for a meeting: its store, disk, clock and connections."""
