# Help: what each page answers, the glossary, and the guides to print.

help-menu = Help
help-menu-hint = What this page answers, the glossary and the guides
help-page =
    { $page ->
        [overview] The overview answers whether basic public services are equal, which targets are reached, and where the largest gaps are.
        [atlas] The map answers how high an indicator is in each county and township, who is ahead or behind, and how it has changed.
        [targets] This page answers how far each target of the policy has come, what is still lacking, and when it is due.
        [gap] This page answers how far the two groups of counties are apart, whether the 80% line is reached, and what it would take to get there.
        [county] The profile answers how one county stands in each service, also against counties like it.
        [coverage] This page answers how many residents live within reach of a facility, and where further ones would help most.
        [packs] This page makes slides, documents and tables for a briefing.
       *[data] This page is where the data of your office are imported, corrected and published, and where every change can be looked up.
    }
help-terms-link = The words of this page are in the glossary
help-guides =
    { $guide ->
        [leaders] Guide for leaders (two pages, to print)
       *[planners] Guide for planners (two pages, to print)
    }
help-print = Press Ctrl+P to print
help-back = Back
glossary-title = Glossary
glossary-about = One word for one concept, on all pages, in briefings and in exported files.
glossary-term = Term
glossary-meaning = What it means
guide-title =
    { $guide ->
        [leaders] Guide for leaders
       *[planners] Guide for planners
    }
guide-leaders-heads-what = What this answers
guide-leaders-heads-look = The whole picture in three minutes
guide-leaders-heads-read = When reading figures
guide-leaders-heads-meet = In a meeting
guide-leaders-texts-what =
    How far counties are apart in basic public services, which targets of the policy are reached, and what is still lacking.
    Figures come from public statistics and from what your office imported; each names its source, year and kind.
    Where a page bears the mark of demonstration, its figures are made up and must not be quoted.
guide-leaders-texts-look =
    Open the overview: the conclusion comes first, then how many indicators of each domain meet the line.
    Open the page of targets: look at those that are missed or behind schedule first.
    Open the page of the gap: it shows how far the two groups are apart, and whether the 80% line is reached.
    Click a county on the map: its value, rank and trend are beside it.
    To find a county, an indicator or a facility, press Ctrl+K and type its name.
guide-leaders-texts-read =
    “No data” does not mean “not reached”; figures marked “too few” move by chance and should not be ranked.
    Check the source of figures that are second-hand or estimated before you quote them.
    The mean of counties, the weighted and the pooled average may lead to different conclusions; the page names the one it uses.
    Source and year stand below each chart; where two years were counted differently, the page says so.
guide-leaders-texts-meet =
    Press F to present: letters grow for the projector; arrow keys turn the page, Esc ends it.
    Press S to add what is shown to the storyboard, and put the views in the order of your talk; it can be saved as one file that opens without a network.
    The page of briefings makes slides and documents of what you choose, each chart with its finding and source.
    Before the meeting, open the check in the menu of presentation and see whether machine, screen and data are ready.
guide-planners-heads-bring = Import data
guide-planners-heads-mend = Check and correct
guide-planners-heads-study = Analyse
guide-planners-heads-hand = Quote and export
guide-planners-texts-bring =
    Open the page of data and choose “Import”. Fill in a template, or upload the Excel or CSV file of a yearbook or report as it is.
    Step 2 shows what each column is used as; a unit, year or source that the table does not give can be set for all rows.
    Step 3 is the match report: problems of one cause stand together and can be dealt with at once, such as taking “population” as residents throughout.
    A draft is seen by your office only; a colleague who may publish looks at the changes and publishes it.
guide-planners-texts-mend =
    If something published turns out wrong, choose “Undo this publication” on the page of data: the version before is back at once.
    To change single figures, choose “Correct figures”, type over them in the table and give the reason; no file is needed.
    Every import, publication and step back is on record, and all versions are kept.
guide-planners-texts-study =
    “Groups” changes which counties are compared; the link carries them, so that others see the same.
    The page of the gap lists what it takes to reach the 80% line; click a row for its grounds and trend.
    The page of facilities computes who lives within reach, and finds where a further facility helps most residents.
    Compare years and kinds of average, and mind what the page says of how figures were counted.
guide-planners-texts-hand =
    Every page can be downloaded as tables (CSV, Excel) and pictures, which name their sources.
    Quote a figure with its indicator, year, source and kind; demonstration data must not be quoted.
    Press Ctrl+K to find indicators, areas, targets and facilities; words you do not know are in the glossary.
    Other systems can fetch figures from the API described at “/api/v1/openapi.json”.
glossary-terms-equalisation = Equalisation
glossary-terms-indicator = Indicator
glossary-terms-domain = Domain
glossary-terms-county = County
glossary-terms-township = Township
glossary-terms-regions = Northern, southern counties
glossary-terms-groups = Groups
glossary-terms-line = 80% line
glossary-terms-gap = Gap
glossary-terms-mean = Mean of counties
glossary-terms-weighted = Weighted by population
glossary-terms-pooled = Pooled
glossary-terms-residents = Residents, resident population
glossary-terms-registered = Registered population
glossary-terms-target = Policy target
glossary-terms-reached = Reached
glossary-terms-on-schedule = On schedule
glossary-terms-behind = Behind schedule
glossary-terms-missed = Missed
glossary-terms-undecided = Cannot tell
glossary-terms-few = Too few
glossary-terms-missing = No data
glossary-terms-not-due = Not due
glossary-terms-coverage = Coverage
glossary-terms-facility = Facility
glossary-terms-siting = Siting
glossary-terms-scenario = Scenario
glossary-terms-pack = Briefing pack
glossary-terms-storyboard = Storyboard
glossary-terms-snapshot = Offline snapshot
glossary-terms-yearbook = Yearbook
glossary-terms-dataset = Dataset
glossary-terms-draft = Draft
glossary-terms-publish = Publish
glossary-terms-import = Import
glossary-terms-demonstration = Demonstration data
glossary-terms-kind = Kind: published, transcribed, second-hand, computed, estimated, demonstration
glossary-meanings-equalisation = Services of like level for all residents, wherever they live
glossary-meanings-indicator = What is measured, with a unit and a direction
glossary-meanings-domain = What an indicator belongs to: education, health and others
glossary-meanings-county = A county, county-level city or district
glossary-meanings-township = A town, township or subdistrict
glossary-meanings-regions = The two groups that the policy compares
glossary-meanings-groups = The counties that are compared: the first group is measured against the second
glossary-meanings-line = 80% of the level of the group that is measured against
glossary-meanings-gap = How far the first group lies behind the second
glossary-meanings-mean = An average in which every county counts alike
glossary-meanings-weighted = An average in which every county counts by its residents
glossary-meanings-pooled = The counties as one: sum of numerators by sum of denominators
glossary-meanings-residents = Who lives there
glossary-meanings-registered = Who is registered there
glossary-meanings-target = A number of the policy with a deadline
glossary-meanings-reached = Reached on time, or by now
glossary-meanings-on-schedule = Not due, and as far as the way allows
glossary-meanings-behind = Not due, and less far than that
glossary-meanings-missed = Due, and not reached
glossary-meanings-undecided = The figures do not decide it
glossary-meanings-few = Too few events for a firm figure
glossary-meanings-missing = Nothing is known, which is not the same as not reached
glossary-meanings-not-due = No year to judge yet
glossary-meanings-coverage = Who lives within reach of a type of facility
glossary-meanings-facility = A school, hospital, library or other place of service
glossary-meanings-siting = Where further facilities help most
glossary-meanings-scenario = Facilities added, moved or closed on trial
glossary-meanings-pack = The documents of a briefing
glossary-meanings-storyboard = Views in the order of a talk
glossary-meanings-snapshot = A storyboard as one file, which opens without a network
glossary-meanings-yearbook = The printed source of most figures
glossary-meanings-dataset = Figures, facilities and places under one name
glossary-meanings-draft = A version that nobody but its office sees
glossary-meanings-publish = Make a version what everybody sees
glossary-meanings-import = Read a file into a draft
glossary-meanings-demonstration = Made up, to show what the program does
glossary-meanings-kind = How a figure came about

# The tour of a first visit.

tour-title = First visit
tour-count = Step { $at } of { $all }
tour-steps-1 = Begin with the overview: the conclusion stands on top, and each item leads to its grounds.
tour-steps-2 = On the map choose an indicator and a year, then click a county for its value and rank; arrow keys move between counties, too.
tour-steps-3 = To find something, press Ctrl+K and type the name of a county, an indicator or a facility.
tour-steps-4 = For the figures of your office, open “Data”. “Help” says what each page answers; its words are in the glossary.
tour-next = Next
tour-end = Got it, do not show again
tour-again = Show the introduction again
