"""Plotly figures, without Dash: what a drawing looks like. The browser fills in the numbers of the year."""
