# The words of the page where figures are loaded.

data-title = Data
data-parts = Data and import
data-datasets = Datasets and versions
data-import = Import
data-dataset-list = Datasets
data-browser-too-large = “{ $name }” has { $size }, more than the limit of { $limit }. Please split it into several files.
data-browser-unreachable = The server cannot be reached, please try again later; uploaded files and drafts are still there.
data-browser-failed = The server did not complete this ({ $status }). Please try again later.
data-browser-logged-out = Your login has expired, please log in again; what you have filled in stays on this page.
data-browser-uploading = Uploading  { $percent }%
data-browser-reading = Uploaded, being read
data-browser-checking = Checking row by row…
data-browser-keeping = Saving the draft…
data-browser-publishing = Publishing…
data-browser-loading = Loading…
data-browser-name-needed = Please fill in the name of the new dataset.
data-browser-working = Working…
data-browser-sure-publish = Once published, everybody sees the new figures at once. Publish now?
data-browser-sure-roll-back = Everybody will then see the figures of version { $number }; the present version stays in the history. Go back to it now?
data-browser-sure-withdraw = Nobody will then see this dataset; its versions stay in the history and can be brought back. Withdraw it now?
data-browser-sure-discard = A discarded draft cannot be brought back, only imported again. Discard this draft?
data-browser-log-in = Log in
data-browser-drawing = Drawing…
data-browser-not-drawn = This map could not be drawn. Please try again later.
data-browser-yes = Yes
data-browser-no = Cancel
data-browser-faults-shown = { $shown } shown
data-kind =
    { $kind ->
        [observations] Statistics
        [benchmark] Reference data
        [facilities] Facilities
        [settlements] Settlements and population
        [townships] Township boundaries
       *[roads] Roads
    }
data-kind-hint =
    { $kind ->
        [observations] Indicators or counts of counties and townships: one row a figure, or one row a place and one column an indicator (year)
        [benchmark] The same figures of a reference area outside, such as the Pearl River Delta
        [facilities] Positions of schools, health centres, cultural stations and others, with beds, places or other sizes if known
        [settlements] Positions and population of villages and communities, to compute who is served
        [townships] Official boundaries of townships; once published they replace the schematic ones
       *[roads] Centre lines of roads, with their class if known
    }
data-kind-files =
    { $kind ->
        [observations] XLSX, XLS, ODS, CSV
        [benchmark] XLSX, XLS, ODS, CSV
        [facilities] XLSX, XLS, ODS, CSV, GeoJSON, GeoPackage, Shapefile (in a ZIP), KML
        [settlements] XLSX, XLS, ODS, CSV, GeoJSON, GeoPackage, Shapefile (in a ZIP), KML
        [townships] GeoJSON, GeoPackage, Shapefile (in a ZIP), KML
       *[roads] GeoJSON, GeoPackage, Shapefile (in a ZIP), KML
    }
data-actions =
    { $action ->
        [create_dataset] Created the dataset
        [import] Imported a draft
        [rebase] Moved the draft onto the newest version
        [publish] Published
        [roll_back] Went back to an earlier version
        [withdraw] Withdrew
        [discard] Discarded the draft
        [save_scenario] Saved a siting scenario
        [delete_scenario] Deleted a siting scenario
       *[other] { $action }
    }
data-states =
    { $state ->
        [draft] Draft
        [published] Published
        [earlier] Earlier
       *[discarded] Discarded
    }
data-shipped = Comes with the system, read-only
data-no-datasets = There are no data of your office yet. Download a template, fill it in with Excel, then upload it under “Import”.
data-no-versions = No versions yet.
data-unpublished = Not published
data-new-import = Import data
data-trail = Record
data-trail-none = Nothing has been done yet.
data-version-columns-version = Version
data-version-columns-state = State
data-version-columns-rows = Rows
data-version-columns-changes = Against the one before
data-version-columns-files = Files
data-version-columns-import = Import
data-version-columns-actions = Actions
data-trail-columns-time = Time
data-trail-columns-who = Who
data-trail-columns-done = What was done
data-trail-columns-details = Details
data-see-changes = See the changes
data-version-actions =
    { $action ->
        [publish] Publish
        [roll_back] Go back to this version
        [withdraw] Withdraw
        [discard] Discard the draft
       *[rebase] Move onto the newest version
    }
data-export = Export
data-back-to-datasets = Back to the datasets
data-log-in-first = Importing and publishing need an account.
data-log-in = Log in
data-not-allowed-import = Your account can only read, not import. Please ask an administrator.
data-not-allowed-publish = Publishing and going back take the role “Publisher”. Please ask a colleague who has it.
data-compared = Against the published version
data-compared-earlier = Against the version before
data-compared-first = This is the first version; all of it is what will be published
data-changes =
    { $change ->
        [added] Added
        [changed] Changed
       *[removed] Removed
    }
data-change-columns-change = Change
data-change-columns-subject = Indicator or object
data-change-columns-area = Area
data-change-columns-year = Year
data-change-columns-before = Before
data-change-columns-after = After
data-changes-title = List of changes
data-changes-none = { data-unchanged }.
data-changes-csv = Download all changes (CSV)
data-changes-xlsx = Download all changes (Excel)
data-map-title = Maps compared
data-map-subject = What to see
data-map-year = Year
data-map-none = These changes do not touch the map: no county’s indicator changes by them.
data-map-draft = Draft
data-map-published = Published now
data-map-before = Version before
data-map-after = This version
data-stale = Since this draft was saved, the published version has changed (another was published, or it was withdrawn). Please “Move onto the newest version” first, check the changes, then publish.
data-later = Later
data-publish-note = Once published, everybody sees the new figures at once; you can go back to an earlier version at any time.
data-done-hint = All pages show the new figures.
data-see-map = See it on the map
data-next-import = Import more
data-upload-gone = This upload is not on the server any more (kept too long, or cleared away). Please upload the file again.
data-unreadable = cannot be read
data-no-version = There is no such version; it may have been discarded.
data-no-file = No file arrived. Please choose one and upload it again.
data-bad-order = What was filled in cannot be read. Please reload the page and try again.
data-not-a-draft = The state of this version has changed (somebody may have published, gone back or discarded). Please reload the page.
data-refused = This file cannot be imported:
data-too-many-rows = More rows than a sheet of Excel can hold. Please export as CSV.
data-draft-is-hidden = A draft is seen only by accounts that have logged in and may import.
data-no-such-file = There is no such file.
data-dataset-exists = Somebody has just created this dataset. Please go back to step 1 and choose again.
data-changes-sheet = Changes
data-report-sheet = Findings
data-nothing-to-compare = The indicator and year chosen have no county figures to compare.
data-number-of = Version { $number }
data-rows = { $left_out } more rows were not imported
data-unchanged = Nothing has changed
data-listed = The first { $shown } of { $all } are listed here; the download has all.
data-listed-all = { $all } in all
data-map-sides = Left: { $left } · Right: { $right }
data-draft-title = { $dataset }, version { $number } ({ data-states })
data-published = Version { $number } of “{ $dataset }” has been published. { data-done-hint }
data-rolled-back = “{ $dataset }” shows version { $number } again. { data-done-hint }
data-withdrawn = “{ $dataset }” has been withdrawn; no page shows it, and its versions are kept.
data-discarded = The draft of version { $number } has been discarded.
data-trail-previous = before it version { $number }
data-trail-rebased =
    { $onto ->
        [none] the draft was version { $number }, moved to where nothing is published
       *[other] the draft was version { $number }, moved onto version { $onto }
    }
data-file-kept = { data-kind }: { $rows } rows
data-file-left-out = { $rows } more rows not imported ({ imports-good-only-yes })
data-file-digest = checksum { $digest }
data-file-detail = { $file } ({ $details })
data-field =
    { $field ->
        [ignored] not used
        [area_code] area
        [area_name] area name
        [parent] area above
        [year] year
        [variable] name of the indicator
        [value] value
        [unit] unit
        [kind] kind of figure
        [source] source
        [note] note
        [code] number
        [name] name
        [type] type
        [longitude] longitude
        [latitude] latitude
        [coordinates] longitude and latitude
        [capacity] size
        [grade] grade
        [opened] opened in
        [closed] closed in
        [population] population
        [place] township or village
        [road_class] class of road
        [state] state of construction
        [approximate] approximate position
        [geometry] shape
       *[other] { $field }
    }
data-change-of = { $name }: { data-field }
data-states-coloured =
    { $side ->
        [after] { $title } (green: added or changed, grey: alike)
       *[before] { $title } (red: changed or removed, grey: alike)
    }
data-yes-no =
    { $value ->
        [true] Yes
       *[false] No
    }
data-begin-title = Three ways to begin
data-begin =
    { $way ->
        [template] Fill in a template
        [table] Use a table you have
       *[demonstration] Look at the demonstration first
    }
data-begin-about =
    { $way ->
        [template] Download a template, fill it in with Excel, then import it. It explains each column and has lists to choose from; no login is needed to download it.
        [table] Excel and CSV files of a yearbook, a report or another system can be uploaded as they are: columns are recognised by their headings, and every row is checked before it is imported.
       *[demonstration] The demonstration data are made up. They show every page at work and leave the data of your office alone.
    }
data-more-templates = Templates for other data
data-see-demonstration = Open the demonstration data
data-templates-title = Templates and examples
data-templates-about = Templates and filled-in examples can be downloaded without logging in.
data-last-publication = Everybody now sees version { $number }, published by { $who } at { $at }.
data-undo =
    { $previous ->
        [none] Undo this publication
       *[other] Undo this publication, back to version { $previous }
    }
data-correct = Correct figures
data-correct-title = Correct figures: { $dataset }
data-correct-about = Change figures in the column “Value”, then give the reason. They are checked as an import is and become a draft, which counts once it is published.
data-correct-reason = Reason
data-correct-reason-hint = e.g. compared with the yearbook: third digit was wrong
data-correct-keep = Check and save as a draft
data-correct-note = Correction: { $reason }
data-correct-gone = These figures are not in the version that is published now. Please reload the page, then change them.
data-correct-words-none = No figure has been changed yet.
data-correct-words-reason-needed = Please give the reason for the correction.
data-correct-words-counted = Figures changed: { $count }
data-figure-columns-area = Area
data-figure-columns-year = Year
data-figure-columns-value = Value
data-figure-columns-unit = Unit
data-figure-columns-kind = Kind of figure
data-figure-columns-source = Source
data-figure-columns-note = Note
