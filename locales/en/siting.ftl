# The words of siting: the search for sites, changes by hand, results, saved scenarios.

siting-count = New facilities
siting-objective = Objective
siting-where = Where
siting-least = At least in { $group }
siting-candidates = Candidate sites
siting-capacity = { $noun } of each ({ $unit })
siting-capacity-hint = Optional
siting-budget = Budget (10,000 yuan)
siting-price = Cost of each (10,000 yuan)
siting-money-hint = Optional
siting-objectives =
    { $objective ->
        [cover] Most residents covered
       *[median] Shortest ways in all
    }
siting-whole-city = Whole city
siting-modes-add = Add
siting-modes-move = Move
siting-modes-close = Close
siting-in-township = Township (at its seat)
siting-choose-township = Choose a township
siting-choose-facility = Choose a facility
siting-applies-add = Add at the seat
siting-applies-move = Move to the seat
siting-applies-close = Close the facility
siting-no-changes = No change yet. Compute sites on the left, or add, move and close facilities by hand; the outcome is shown here at once.
siting-undo-all = Undo all
siting-to-data = Import on the page “Data”
siting-capacity-unknown = Capacity not given
siting-change-kinds =
    { $kind ->
        [add] Add
        [move] Move
       *[close] Close
    }
siting-outcome-title = Outcome
siting-estimated = estimated
siting-paper-covered = Settlements within the standard
siting-paper-uncovered = Settlements outside the standard
siting-paper-standing = Existing facilities
siting-residents = Residents newly covered
siting-no-ratio = Not comparable
siting-site-columns-change = Change
siting-site-columns-name = Name
siting-site-columns-county = County
siting-site-columns-township = Township
siting-outcome-columns-newly-covered = Residents newly covered
siting-outcome-columns-newly-uncovered = Residents no longer covered
siting-outcome-columns-share-before = Residents within the standard (%), before
siting-outcome-columns-share-after = Residents within the standard (%), after
siting-outcome-columns-km-before = Mean distance (km), before
siting-outcome-columns-km-after = Mean distance (km), after
siting-no-targets = The ledger has no target that changes with { $type }.
siting-none-changes = No target changes its status.
siting-estimate-note = Residents are taken to live at seats of townships, or places of facilities are approximate: all results are estimates.
siting-target-note = Computed from the year's figures and the { $things } of this scenario, with the same population.
siting-size-note = Some facilities have no capacity; they do not count in targets by capacity.
siting-ratio-note = The ratio is that of residents within the standard in { $focus } and { $benchmark }, pooled by residents.
siting-groups = Groups
siting-counties = Counties
siting-elsewhere = Elsewhere
siting-log-in = Log in to save scenarios; without it the address of this page can be sent to others.
siting-not-allowed = Your account cannot save scenarios; the address of this page can be sent to others.
siting-compare-title = Scenarios compared
siting-scenario = Scenario
siting-map = Sites
siting-name-needed = Please give the scenario a name first.
siting-nothing-to-save = The scenario has no change yet; there is nothing to save.
siting-pack-heading = Siting scenarios
siting-sheet-columns-name = Scenario
siting-sheet-columns-type = Facility
siting-sheet-columns-year = Year
siting-sheet-columns-area = Area
siting-sheet-columns-residents = Residents
siting-sheet-columns-newly-covered = Newly covered
siting-sheet-columns-newly-uncovered = No longer covered
siting-sheet-columns-share-before = Residents within the standard (%), before
siting-sheet-columns-share-after = Residents within the standard (%), after
siting-sheet-columns-mean-before = Mean distance (km), before
siting-sheet-columns-mean-after = Mean distance (km), after
siting-sheet-columns-ratio-before = Ratio of the groups, before
siting-sheet-columns-ratio-after = Ratio of the groups, after
siting-sheet-columns-kind = Kind of figure
siting-browser-failed = The server did not finish. Please try again later.
siting-browser-starting = Preparing…
siting-browser-sure-delete = Delete the scenario “{ $name }”? This cannot be undone.
siting-browser-yes = Delete
siting-browser-no = Keep
siting-browser-move-to = { $name } is chosen; please click its new place.
siting-browser-click-facility = No facility here; please click the mark of a facility on the map.
siting-browser-pick-township = Please choose a township first.
siting-browser-pick-facility = Please choose a facility first.
siting-hints-add = Click on the map to add one there; “Add” again or Esc ends.
siting-hints-move = Click the facility to move, then its new place; “Move” again or Esc ends.
siting-hints-close = Click the facility to close; “Close” again or Esc ends.
siting-browser-hint = Choose what to do, then click on the map.
siting-browser-plan-title = Find sites
siting-browser-prices = Costs that differ by county (others: cost of each)
siting-browser-stop = See the best so far
siting-browser-compute = Compute
siting-browser-plan-note = Existing facilities and the changes below are kept; sites that are found join the scenario and can be changed by hand.
siting-browser-hand-title = By hand
siting-browser-without-map = Without the map, from lists
siting-browser-changes-title = The scenario
siting-browser-undo = Undo
siting-browser-targets-title = Policy targets
siting-browser-saved-title = Saved scenarios
siting-browser-compare = Compare the chosen ones
siting-browser-no-saved = No saved scenario yet.
siting-browser-share-note = It works without saving too: the address of this page is the scenario.
siting-browser-pack = Put into a briefing
siting-browser-name = Name of the scenario
siting-browser-name-hint = Such as: a hospital for Lianzhou
siting-browser-save = Save
siting-browser-pick = Compare
siting-browser-delete = Delete
siting-browser-back = Back to the scenario
siting-map-title = Siting scenario “{ $name }”: { $type }, { $year }
siting-counted =
    { $changes ->
        [one] { $changes } change
       *[other] { $changes } changes
    }
siting-legend-entry = { $label } ({ $count })
siting-most-compared = Please choose 2 to 4 scenarios to compare.
siting-candidate-names =
    { $kind ->
        [seats] Seats of townships
        [uncovered] Settlements outside the standard
       *[settlements] All settlements
    }
siting-won = Newly within the standard
siting-lost = No longer within the standard
siting-legend =
    { $mark ->
        [new] New or moved facilities
        [closed] Closed facilities
        [won] Settlements newly within the standard
        [lost] Settlements no longer within the standard
        [reach] Standard distance of new or moved facilities
       *[ways] Move
    }
siting-kinds =
    { $kind ->
        [demonstration] demonstration (made up)
        [estimated] estimated
       *[computed] computed
    }
siting-area-columns-area = Area
siting-area-columns-covered = Newly covered
siting-area-columns-share = Within the standard
siting-area-columns-distance = Mean distance (km)
siting-compare-rows-what = Facility and year
siting-compare-rows-changes = Add / move / close
siting-compare-rows-covered = Residents newly covered
siting-compare-rows-uncovered = Residents no longer covered
siting-compare-rows-city = City: residents within the standard
siting-compare-rows-focus = { $focus }: residents within the standard
siting-compare-rows-benchmark = { $benchmark }: residents within the standard
siting-compare-rows-ratio = { $focus } ÷ { $benchmark }
siting-compare-rows-line = 80% line
siting-compare-rows-mean = City: mean distance (km)
siting-compare-rows-targets = Targets whose status changes
siting-compare-rows-kind = Kind of figure
siting-saved = The scenario “{ $name }” is saved.
siting-deleted = The scenario “{ $name }” is deleted.
siting-new-name = { $type } (new { $number })
siting-marked = { $text } ({ siting-estimated })
siting-nobody-within = No resident of { $group } is within the standard
siting-persons = { $count } people
siting-incomparable = { $focus } and { $benchmark } cannot be compared: no resident of { $benchmark } is within the standard.
siting-ratio = { $focus } reaches { $shares } of the level of { $benchmark }; { $lines }.
siting-line =
    { $is_reached ->
        [true] reaches the 80% line
       *[false] below the 80% line
    }
siting-more = { $count } more { $unit } ({ $what })
siting-saved-line = { $type } · { $year } · { $made }

# The outcome.
siting-capacity-of = { $value } { $unit }
siting-subject = { siting-outcome-title }: { $type } within { $within }, { $year }
siting-none-stands = No { $type } is open in { $year }; the results below count from the first one.
siting-covered-note =
    { $is_estimated ->
        [true] { siting-estimated }; { $type } within { $within } now
       *[false] { $type } within { $within } now
    }
siting-share-moved =
    { $way ->
        [kept] Residents of the city within the standard stay at { $after }
        [risen] Residents of the city within the standard rise from { $before } to { $after }
       *[fallen] Residents of the city within the standard fall from { $before } to { $after }
    }
siting-came-in = { $people } newly covered
siting-fell-out = { $people } no longer covered
siting-uncovered = { $people } no longer covered.
siting-target-name = Article { $article }, “{ $subject }”: { $requirement } ({ $year })
siting-target-of = { $area }: { $target }
siting-target-change = { $target }: { $values }, { $statuses }
siting-missed =
    { $more ->
        [none] Nearest to being reached is { $target }: now { $value }, { $lacking } { $unit } short.
       *[other] Nearest to being reached is { $target }: now { $value }, { $lacking } { $unit } short; { $more } would reach it.
    }

# In documents.
siting-document-covered = Scenario “{ $name }” ({ $type }, { $year }): { $people } newly covered (with { $type } within { $standard }).
siting-document-says = Scenario “{ $name }” ({ $type }, { $year }): { $sentence }
siting-document-change = { $kind } { $name } ({ $place })
siting-about = { $type }, { $year }, { $dataset }
