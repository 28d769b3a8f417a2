"""Documents of a pack: slides, report, booklet, album, workbook."""
