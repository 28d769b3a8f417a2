"""What the text of a cell says: numbers, units, areas, coordinates; and the report of its faults."""
