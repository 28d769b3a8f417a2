"""Pages to read and to print: the glossary and the guides."""
