# A table that leaves the program for an office: headings, kinds, and how the two censuses compare.

column-names-headings =
    { $heading ->
        [area_code] Code
        [area_name] Area
        [year] Year
        [value] Value
        [unit] Unit
        [counted] Coverage of the count
        [events] Cases
        [interval_low] 95% interval, lower end
        [interval_high] 95% interval, upper end
        [small] Too few
        [kind] Kind
        [source] Source
        [note] Note
        [caveat] How to read it
        [comparability] Comparability of the two censuses
        [dataset] Dataset
       *[demonstration] Demonstration data
    }
column-names-counted =
    { $counted ->
        [full] Full count
       *[sample] Sample of about 10%
    }
column-names-comparability =
    { $comparability ->
        [full] Comparable
        [zones_apart] Development zones counted apart in 2020
        [approximate] Borders changed, approximate
       *[none] Not comparable
    }
column-names-marks = { $areas }: { column-names-comparability }; compare the two censuses with care.
