"""Import files of an office: read them, map their columns, check their rows and report faults before storing."""
