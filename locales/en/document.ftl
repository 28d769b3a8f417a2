# The words of a pack: names of documents and sheets, headings of columns, titles as templates, and file names.

document-outputs =
    { $format ->
        [pptx] PowerPoint slides
        [docx] Word report
        [pdf] PDF booklet
        [xlsx] Excel tables
       *[zip] Pictures (ZIP)
    }
document-sheets =
    { $id ->
        [values] Values
        [counties] County positions
        [targets] Targets
        [counts] Counts
       *[scenarios] Siting scenarios
    }
document-traces = Sentences and their origin
document-about = About
document-contents = Contents
document-failed = Pictures not made
document-sources = Sources
document-overview = Overall findings
document-targets = Policy targets
document-made-on = Made on
document-maker = Made by
document-dataset = Data
document-values-title = Data
document-means-title = Means of the two groups
document-rank = Rank
document-gap-table-note = Levels and ratios are of the first averaging that is known (mostly the mean of counties); ratios of indicators where lower is better are inverted; “Robustness” says whether the three averagings agree.
document-whole-meaning = This region has no groups: levels are of the whole region, ratios those of the region to the area of reference
document-whole-gap-table-note = { document-whole-meaning }; ratios of indicators where lower is better are inverted.
document-continued = {" "}(continued)
document-picture-listing = contents.txt
document-collecting = Collecting the figures
document-drawing = Drawing: { $title }
document-writing = Writing { $document }
document-dataset-line = Dataset: { $dataset } (version { $version })
document-failed-picture = Not made: { $title } ({ $reason })
document-figure-caption = Figure { $number } · { $title }
document-table-caption = Table { $number } · { $title }
document-spine-title = { $county } within the city, { $year }
document-heat-title = Status of targets by county: { $domain }, up to { $year }
document-gap-table = { $gap_name }: all indicators, { $year }
document-target-table = Policy targets, up to { $year }
document-county-table = { $county }: key indicators, { $year }
document-county-targets = { $county }: policy targets, up to { $year }
document-no-figures = { $indicator }: no county has figures of { $year }; nothing is drawn.
document-target-columns-article = Article
document-target-columns-subject = Target
document-target-columns-required = Required
document-target-columns-met-from = Allowed from
document-target-columns-met-to = to
document-target-columns-unit = Unit
document-target-columns-scope = Of whom
document-target-columns-deadline = Deadline
document-target-columns-department = Lead department
document-target-columns-year = Up to year
document-target-columns-area = Area
document-target-columns-value = Value
document-target-columns-status = Status
document-target-columns-share = Way covered
document-target-columns-reached = Reached
document-target-columns-areas = Should reach
document-target-columns-unknown = No data
document-target-columns-few = Too few
document-target-columns-events = Events
document-target-columns-low = 95% interval from
document-target-columns-high = 95% interval to
document-target-columns-letter = By the letter of the text
document-target-columns-statement = What sources said
document-counted-verdicts = 80% line (indicators)
document-counted-statuses = Status of policy targets (targets)
document-total = Total
document-whole-target = Whole
document-trace-columns-section = Section
document-trace-columns-sentence = Sentence
document-trace-columns-number = Number in it
document-trace-columns-value = Full value
document-trace-columns-origin = Origin (can be clicked)
document-columns =
    { $column ->
        [domain] Domain
        [indicator] Indicator
        [area_code] Code
        [area_name] Area
        [year] Year
        [value] Value
        [unit] Unit
        [events] Events
        [low] 95% interval from
        [high] 95% interval to
        [kind] Kind
        [source] Source
        [note] Note
        [rank] Rank
        [counted] Counties with figures
        [city] City
        [verdict] Against the city
       *[caveat] Caveat
    }
document-count-columns-what = What
document-count-columns-year = Year
document-count-columns-category = Category
document-count-columns-count = Number
document-done =
    { $count ->
        [one] { $count } picture could not be drawn, as the files say: { $failed }
       *[other] { $count } pictures could not be drawn, as the files say: { $failed }
    }
document-gap-level =
    { $averaging ->
        [none] { $group }
       *[other] { $group } ({ $averaging })
    }
document-gap-basis = { $group }: { $what }
document-gap-verdict = 80% line
document-gap-missing = Members without data
document-gap-excess = Lower is better: by how much above (below if negative) the benchmark
document-gap-points =
    { $as_whole ->
        [true] Points short of the 80% line
       *[false] Points short of the 80% line (first known averaging)
    }
document-gap-first-year = Year compared with
document-gap-change = Change of the ratio since then (points)
document-gap-direction = Direction
document-exhibit =
    { $part ->
        [gaps] { $indicator }: { $focus } and { $benchmark }, { $year }
        [rankings] { $indicator }: counties, { $year }
        [trends] { $indicator }: over the years
       *[maps] { $indicator }, { $year }
    }
document-year = { $year }
