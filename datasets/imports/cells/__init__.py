"""Parse the text of cells: numbers, units, areas, coordinates; and collect their faults."""
