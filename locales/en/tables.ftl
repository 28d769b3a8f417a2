# The tables that leave a page as files.

tables-menu = Tables
tables-menu-hint = Save the tables of this page as CSV or Excel files, with unrounded values
tables-csv = Get CSV
tables-xlsx = Get XLSX
tables-names =
    { $table ->
        [overview] Statements of the overview
        [values] Values of the areas
        [changes] Changes between two years
        [facilities] List of facilities
        [targets] List of targets
        [statuses] Status by area
        [progress] Progress by area
        [index] Composite index
        [gaps] Gap by indicator
        [readings] The three averages
        [counties] Values of the counties
        [needs] What is needed
        [inequality] Measures of inequality
        [references] Against the reference area
        [benchmarks] Counties and those like them
        [standings] Indicators of the county
        [places] Places in province and country
        [alike] Counties alike
        [duties] Policy targets
        [townships] Townships
        [measures] Measures of service
        [coverage] Coverage by county
        [uncovered] Settlements outside the standard
        [sites] Sites of the scenario
       *[siting] Outcome of the scenario
    }
tables-headings =
    { $heading ->
        [area] Area
        [code] Code
        [county] County
        [group] Group
        [year] Year
        [indicator] Indicator
        [domain] Domain
        [value] Value
        [unit] Unit
        [rank] Rank
        [counted] Counties ranked
        [basis] Cases, interval
        [class] Class
        [kind] Kind
        [source] Source
        [note] Note
        [caveat] How to read it
       *[dataset] Dataset
    }
tables-longitude = Longitude
tables-latitude = Latitude
tables-approximate = Position
tables-approximate-place = Approximate (seat of the township)
tables-kilometres = { $name } (km)
tables-of-year = { $name } ({ $unit }), { $year }
tables-of = { $name }: { $what }
tables-kinds = Kinds of figure
tables-sources = Sources
tables-definition = Definition
tables-made-on = Exported on
tables-dataset-note = { $name } (version { $version }): { $description }
tables-demonstration = { $name } ({ common-demo-ribbon })
