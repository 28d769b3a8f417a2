"""The words of what lies beyond the city: its counties in province and country, and the reference area."""
