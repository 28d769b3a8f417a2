"""Documents of a briefing pack: slides, report, booklet, album, workbook."""
