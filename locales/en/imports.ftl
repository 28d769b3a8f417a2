# The words of the steps of an import: choosing a file, saying what its columns hold, reading the match report.

imports-datums-wgs84 = WGS84, CGCS2000, GPS
imports-datums-gcj02 = GCJ-02 (Amap, Tencent)
imports-datums-bd09 = BD-09 (Baidu)
imports-datums-unknown = Not known, to be found by comparison
imports-severities-error = Error
imports-severities-warning = Warning
imports-severity =
    { $severity ->
        [error] { imports-severities-error }
       *[warning] { imports-severities-warning }
    }
imports-datum-name =
    { $datum ->
        [wgs84] { imports-datums-wgs84 }
        [gcj02] { imports-datums-gcj02 }
        [bd09] { imports-datums-bd09 }
        [unknown] { imports-datums-unknown }
       *[other] { $datum }
    }
imports-roles =
    { $role ->
        [ignored] Not used
        [area_code] Area code
        [area_name] Area name
        [parent] Area above
        [year] Year
        [variable] Name of the indicator
        [value] Value
        [unit] Unit
        [kind] Kind of figure
        [source] Source
        [note] Note
        [code] Number
        [name] Name
        [type] Type
        [longitude] Longitude
        [latitude] Latitude
        [coordinates] Longitude and latitude
        [capacity] Size
        [grade] Grade
        [opened] Opened in
        [closed] Closed in
        [population] Population
        [place] Township or village
        [road_class] Class of road
        [state] State of construction
        [approximate] Approximate position
       *[other] { $role }
    }
imports-matched-code = By code
imports-matched-name = By name
imports-matched-alias = By another or a former name
imports-matched-seat = By the township’s seat (approximate)
imports-matched-none = Not matched
imports-otherwise-point = By coordinates
imports-otherwise-duplicate = Rows that stand twice
imports-otherwise-road-absent = Roads planned, under construction or abandoned
imports-otherwise-no-road = Lines that are no roads
imports-ignored-blank = Blank cells, or marks of missing figures
imports-ignored-total = Figures of total rows (only checked against)
imports-ignored-note = Explanations and notes
imports-ignored-heading = Repeated headings
imports-ignored-column = Cells of columns that are not used
imports-assumed-unit = No unit given: that of the indicator
imports-assumed-kind = No kind of figure given: the one set for all
imports-assumed-source = No source given: the one set for all
imports-steps-file = Choose a file
imports-steps-columns = Check the columns
imports-steps-report = Match report
imports-steps-draft = Draft
imports-steps-publish = Publish
imports-pick-kind = What kind of data to import
imports-target = Into which dataset
imports-new-dataset = New dataset…
imports-new-name = Name of the new dataset
imports-new-name-hint = Such as: our yearbook
imports-base = Where to take figures that are missing
imports-bases-public = From the public data
imports-bases-none = Nowhere, show them as no data
imports-bases-demo = From the demonstration data (made up)
imports-templates =
    { $template ->
        [long] Download the template
        [wide] Download the wide template (one column an indicator)
        [map] Download the template (GeoPackage)
       *[list] Download the list of codes
    }
imports-example = Download an example
imports-drop = Choose a file
imports-drop-or = or drop it here
imports-template-advice = No table at hand? Download the template: it has instructions and lists to choose from, and is recognised when it comes back.
imports-sheet = Sheet
imports-kind = Kind of data
imports-preview = The first rows of the table, and what each column is used as
imports-preview-hint = The system has guessed by the headings; please check, and change what is wrong above its column. Grey columns are not imported.
imports-row = Row
imports-used-as = Used as
imports-of-variable = Indicator
imports-of-year = Year
imports-of-unit = Unit
imports-of-area = Area: { $area }
imports-header-rows = Rows of the heading
imports-first-row = Data from row
imports-last-row = to row
imports-header-rows-hint = Several rows with commas between, such as 2,3
imports-defaults = For all rows that do not say it
imports-one-variable = Indicator
imports-one-year = Year
imports-one-unit = Unit
imports-one-source = Source
imports-one-kind = Kind of figure
imports-one-type = Type of facility
imports-source-hint = Such as: Statistical Yearbook 2021, table 3-2
imports-not-set = Not set
imports-datum = Kind of coordinates
imports-note = Note on this import
imports-note-hint = Such as: beds of 2015 to 2020 added
imports-remember = Remember this kind of table under the name
imports-remember-hint = Such as: yearbook, health
imports-counts = Counts (from which indicators are computed)
imports-indicators = Indicators (finished results)
imports-check = Check
imports-other-file = Another file
imports-read = Read
imports-good = Can be imported
imports-with-errors = Errors
imports-with-warnings = Warnings
imports-title-matched = How areas were matched
imports-title-ignored = Left out
imports-title-assumed = Not said in the table
imports-faults = Findings
imports-faults-none = Nothing was found wrong.
imports-all-codes = All findings
imports-report-xlsx = Download the report (Excel)
imports-report-csv = Download the report (CSV)
imports-fault-columns-severity = Severity
imports-fault-columns-place = Place
imports-fault-columns-problem = Problem
imports-fault-columns-found = In the table
imports-fault-columns-remedy = What to do
imports-how = How to import
imports-good-only-no = Correct everything first
imports-good-only-yes = Import only rows without errors
imports-good-only-no-hint = Correct it in Excel, then upload it again from step 1
imports-good-only-yes-hint = Rows with errors are left out; the record says so
imports-merge = Add and update
imports-replace = Replace all
imports-merge-hint = Of the same area, year and indicator (or the same number) the new row counts; the rest stays
imports-replace-hint = Of this kind of data only this import stays; the rest goes
imports-keep = Save as draft
imports-keep-hint = A draft is seen only by those who have logged in, and changes no page before it is published.
imports-nothing-good = No row can be imported. Please correct the file as the findings say, or go back and check the columns.
imports-fix-first = Some rows have errors. Please correct them in Excel and upload the file again, or choose “Import only rows without errors”.
imports-back-to-columns = Back to the columns
imports-upload-corrected = Upload the corrected file
imports-readers-busy = The server is reading other files, { $ahead } ahead of yours; please try again in a moment
imports-size-limit = Files of at most { $size }
imports-nothing-read = No data were read. Please go back and check the rows of the heading and of the data.
imports-all-good = { $rows } rows read; all can be imported.
imports-some-good = { $rows } rows read; { $good } can be imported, { $bad } cannot.
imports-fault-option = { faults-problem } ({ $count })
imports-errors-warnings = Errors and warnings
imports-causes = Causes
imports-causes-counted =
    { $count ->
        [one] 1 cause, { $mended } can be dealt with here
       *[other] { $count } causes, { $mended } can be dealt with here
    }
imports-cause-count =
    { $count ->
        [one] once
       *[other] { $count } times
    }
imports-cause-words-quoted = “{ $found }”
imports-cause-words-choose = Choose…
imports-cause-words-another = Another…
imports-cause-words-fill = Fill in all
imports-cause-words-take-back = Undo
imports-mend = Take all as { $meant }
imports-mend-swap = Swap the columns of longitude and latitude
imports-mend-share = Convert all from fractions of one to per cent
imports-reading = “{ $found }” is taken as { $meant }
imports-reading-unsaid = { imports-roles }: “{ $meant }” wherever it is not given
imports-causes-certain = { $count } texts hold the whole name of their meaning: take all of them as that
