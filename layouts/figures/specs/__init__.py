"""Descriptions of charts as plain data, apart from how they are drawn."""
