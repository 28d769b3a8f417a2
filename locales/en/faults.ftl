# What is wrong with a file and what to do about it.

# What is wrong, by fault.
faults-problem =
    { $fault ->
        [empty_file] The file is empty
        [unknown_type] This type of file is not known
        [damaged] The file is damaged or incomplete
        [encrypted] The file has a password
        [macros] The file has macros
        [external_links] The file refers to content elsewhere
        [too_large] The file is too large
        [expands_too_much] The archive is too large once unpacked
        [too_many_rows] There are too many rows
        [too_many_columns] There are too many columns
        [too_many_sheets] There are too many sheets
        [too_many_vertices] The shapes have too many vertices
        [cell_too_long] The text of a cell is too long
        [too_much_memory] Reading this file takes too much memory
        [too_slow] Reading this file takes too long
        [reader_ended] The program ended unexpectedly while it read this file
        [unknown_encoding] The encoding of the text is not known
        [no_table] No heading with data was found
        [no_features] There are no shapes in the file
        [several_layers] There are several layers in the file
        [wrong_geometry] The shapes are of the wrong type
        [unknown_crs] The coordinate reference system is not known
        [column_missing] A column that is needed is missing
        [column_twice] Several columns are used as the same
        [formula] The cell holds a formula
        [not_a_number] This is not a number
        [not_finite] This is not a valid value
        [not_a_year] This is not a year
        [year_is_a_date] This is a date, not a year
        [area_unknown] This area was not found
        [area_ambiguous] Several areas have this name
        [area_foreign] The code is not one of this region
        [area_disagrees] Code and name are of different areas
        [variable_unknown] This indicator is not known
        [variable_fixed] This follows from the administrative division and cannot be imported
        [unit_unknown] The unit does not suit the indicator
        [unit_suspicious] The size is unlikely, as if the unit were wrong
        [share_of_one] The unit is %, but the number lies between 0 and 1; it was not converted
        [kind_unknown] This kind of figure is not known
        [source_missing] No source is given
        [out_of_range] This lies outside the plausible range
        [duplicate] This repeats another row and is imported once
        [contradiction] Another row is of the same area, year and indicator but differs; neither is imported
        [total_differs] The total differs from the sum of its parts
        [jump] This differs too much from the year before
        [derived_out_of_range] The indicator computed from these numbers lies outside the plausible range
        [type_unknown] This type is not known
        [name_missing] No name is given
        [point_missing] There is no position
        [point_approximate] There are no coordinates; it is placed at the township’s seat and marked as approximate
        [point_of_polygon] The shape is a polygon; a point inside is taken as its position, and noted
        [point_swapped] Longitude and latitude seem to be swapped
        [point_outside] The position lies outside this region
        [datum_doubtful] The kind of coordinates may be the wrong one
        [datum_stated] The kind of coordinates was taken from the file
        [datum_differs] The file states another kind of coordinates than the one chosen
        [hidden] The table has hidden rows or columns, which would be imported too
        [hidden_sheet] This sheet is hidden in the file
        [columns_left_out] These columns are not used
        [road_class_assumed] This class of road is not known; it enters the network at the speed of “other roads”
        [no_road] A line without a class of road is no road and is not imported
        [road_absent] Roads planned, under construction or abandoned are not imported
        [closed_before_opened] The year of closing is before the year of opening
        [geometry_invalid] The shape is faulty
        [geometry_repaired] The shape had a small fault, which was repaired
        [overlap] This overlaps a neighbouring shape
        [gap] There is a gap between shapes
        [area_absent] The shape of this area is missing
        [wider_area] This is the boundary of a county or the city; only boundaries of townships are imported here
       *[county_disagrees] The shape does not lie in the county that it belongs to
    }
# The same where the file says nothing.
faults-unsaid =
    { $fault ->
        [not_a_year] No year is given
        [area_unknown] Neither name nor code of an area is given
        [variable_unknown] No indicator is given
        [type_unknown] No type is given
        [road_class_assumed] No class of road is given; it enters the network at the speed of “other roads”
       *[other] { faults-problem }
    }
# What to do.
faults-remedy =
    { $fault ->
        [empty_file] Please check that the export worked, then choose the file again
        [unknown_type] Please save it as one of the types below and upload it again
        [damaged] Please export or download it again, and check that it opens
        [encrypted] Please remove the password in the program it came from, save it and upload it again
        [macros] Please save it as XLSX without macros and upload it again
        [external_links] Please break the links, keep the values only, and upload it again
        [too_large] Please split it into several files
        [expands_too_much] Please check what is in the archive, or split it into several files
        [too_many_rows] Please split it into several files
        [too_many_columns] Please delete columns that are not needed, or split it into several files
        [too_many_sheets] Please keep only the sheets to import, or split it into several files
        [too_many_vertices] Please simplify the shapes in your mapping program and export them again
        [cell_too_long] Please shorten the text of this cell
        [too_much_memory] Please delete columns and sheets that are not needed, or split it into several files
        [too_slow] Please delete columns and sheets that are not needed, simplify the shapes, or split it into several files
        [reader_ended] The file may be damaged or hold too much: please open it in the program it came from, delete what is not needed, save it and upload it again
        [unknown_encoding] Please save it as UTF-8, or choose the right encoding
        [no_table] Please check the sheet, or say under “Check the columns” in which row the heading is
        [no_features] Please check the exported layer; all files of a Shapefile go into one archive
        [several_layers] Please export one layer at a time
        [wrong_geometry] Please use a layer of the right kind
        [unknown_crs] Please export it in one of the reference systems below
        [column_missing] Please say under “Check the columns” which column it is
        [column_twice] Please keep one of them under “Check the columns”
        [formula] Please copy it, “paste special” as values, and upload it again
        [not_a_number] Please fill in a number; leave it blank where there is none
        [not_finite] Please fill in a finite number; leave it blank where there is none
        [not_a_year] Please fill in a year of four digits, such as 2016
        [year_is_a_date] Please fill in the year alone, such as 2016, and set the format of the cell to “General”
        [area_unknown] Please fill in the full name or the code of a county or township of this region
        [area_ambiguous] Please fill in the code, or put the county before the name
        [area_foreign] Please delete rows of other places, or correct the code
        [area_disagrees] Please check, and correct one of them
        [variable_unknown] Please use the name or the id of an indicator of this system, or say it under “Check the columns”
        [variable_fixed] Please delete these rows
        [unit_unknown] Please use one of the units below and convert the values
        [unit_suspicious] Please check the unit; if it is right, the row can be imported as it is
        [share_of_one] Please check; if it is a ratio, turn it into a percentage before you import it
        [kind_unknown] Please choose one of those below, or leave it blank
        [source_missing] Please fill in the column “source”, or set one source for all under “Check the columns”
        [out_of_range] Please check the value and the unit
        [duplicate] The repeated row can be deleted
        [contradiction] Please keep the right one
        [total_differs] Please check the total and its parts; if they are right, the row can be imported as it is
        [jump] Please check; if it is true, the row can be imported as it is
        [derived_out_of_range] Please check numerator and denominator
        [type_unknown] Please use one of the types below, or set one type of facility for all under “Check the columns”
        [name_missing] Please fill in the name
        [point_missing] Please fill in longitude and latitude, or the township it lies in
        [point_approximate] Please add coordinates if there are any
        [point_of_polygon] Please check it on the map
        [point_swapped] Please check both columns
        [point_outside] Please check longitude, latitude and kind of coordinates
        [datum_doubtful] Please check which kind of coordinates these are
        [datum_stated] If it is not right, choose another under “Check the columns”
        [datum_differs] Please check under “Check the columns” which kind of coordinates these are
        [hidden] Please show them, check them, and delete those that are not wanted
        [hidden_sheet] Please check whether this is the one to import
        [columns_left_out] If they are to be imported, say under “Check the columns” what they are used as
        [road_class_assumed] Please use one of the classes below
        [no_road] If it is a road, please give its class
        [road_absent] If it is open by now, please give its class
        [closed_before_opened] Please check both years
        [geometry_invalid] Please correct the shape in your mapping program and export it again
        [geometry_repaired] Please check it on the map
        [overlap] Please correct the shared boundary in your mapping program
        [gap] Please correct the shared boundary in your mapping program
        [area_absent] Please add this area before you import
        [wider_area] Please use a layer of township boundaries
       *[county_disagrees] Please check the code and the shape
    }
# What stands before what is allowed.
faults-allowed =
    { $fault ->
        [unknown_type] Types
        [damaged] Expected
        [too_large] Limit
        [expands_too_much] Limit
        [too_many_rows] Limit
        [too_many_columns] Limit
        [too_many_sheets] Limit
        [too_many_vertices] Limit
        [cell_too_long] Most characters
        [too_much_memory] Limit
        [too_slow] Limit
        [unknown_encoding] Encodings
        [no_features] Expected
        [wrong_geometry] Needed
        [unknown_crs] Reference systems
        [column_missing] Missing
        [area_unknown] Did you mean
        [area_ambiguous] May be
        [area_foreign] Codes of this region begin with
        [area_disagrees] Belongs to
        [variable_unknown] Did you mean
        [unit_unknown] Units
        [unit_suspicious] May be
        [share_of_one] Perhaps
        [kind_unknown] Kinds
        [out_of_range] Range
        [duplicate] The same cell
        [contradiction] The other row
        [total_differs] Sum of the parts
        [jump] Year before
        [derived_out_of_range] Range
        [type_unknown] Types
        [point_approximate] Placed at
        [point_swapped] Swapped
        [point_outside] Range
        [datum_doubtful] Rather
        [datum_stated] Kind of coordinates
        [datum_differs] The file states
        [road_class_assumed] Classes
        [closed_before_opened] Opened
        [geometry_repaired] Repaired
        [overlap] Neighbour
        [county_disagrees] Belongs to
       *[other] Allowed
    }
faults-shape =
    { $shape ->
        [GeometryCollection] mixed shapes
        [MultiPoint] points
        [MultiLineString] lines
        [MultiPolygon] polygons
        [LineString] line
        [LinearRing] line
        [Polygon] polygon
       *[Point] point
    }
faults-file-type =
    { $type ->
        [binary] binary content
        [NUL] binary content
        [html] a web page (HTML)
        [xlsb] XLSB (binary workbook of Excel)
        [doc] a Word document
        [docx] a Word document
        [odt] a text document (ODT)
        [ppt] slides
        [pptx] slides
        [odp] slides (ODP)
        [shapefile] Shapefile (ZIP)
        [geojson] GeoJSON
        [gpkg] GeoPackage
        [gzip] a GZIP archive
       *[other] { $name }
    }
# How a fault is told.
faults-at = { $place }: { $text }
faults-advice =
    { $allowed ->
        [nothing] { faults-remedy }.
       *[other] { faults-remedy }. { faults-allowed }: { $allowed }
    }
faults-hint =
    { $allowed ->
        [nothing] { faults-remedy }.
       *[other] { faults-remedy }. { faults-allowed }: { $allowed }.
    }
faults-found = { faults-problem }: “{ $found }”. { $advice }
faults-unfound = { $problem }. { $advice }
faults-quoted = “{ $text }”
faults-row = row { $row }
faults-column = column { $column }
faults-headed-column = column { $column } ({ $heading })
faults-places = { $places } places
faults-seconds = { $seconds } s
faults-archive =
    { $kind ->
        [zip] an archive (in it { $inside })
       *[other] { $name } (in it { $inside })
    }

# What the command line says.
faults-dry-run = Only checked; nothing was saved.
faults-not-clean = Some rows have errors, so nothing was imported. Please correct them, or add --good-only to import only rows without errors.
faults-more = … and { $count } more that are not listed
faults-no-such-type = --type: this type of facility is not known: “{ $text }”. Available: { $allowed }.
faults-draft-kept = Saved as a draft: dataset { $dataset }, version { $number }. To publish it: python app.py publish { $dataset } { $number }
faults-published = Published: dataset { $dataset }, version { $number }.
faults-withdrawn = Withdrawn: the dataset { $dataset } is not shown any more, its versions are kept. To publish it again: python app.py rollback { $dataset } VERSION
faults-summary = { $file } ({ data-kind }): { $rows } rows read, { $good } can be imported
faults-rows = rows { $rows }
faults-columns = columns { $columns }
faults-more-columns = { $names } and others, { $count } in all
faults-no-byte-order = UTF-16 (without a byte order mark)
