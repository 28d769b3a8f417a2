# The words of the page of targets.

targets-title = Targets
targets-year = Up to year
targets-domain = Domain
targets-department = Lead department
targets-article = Article
targets-deadline = Deadline
targets-status = Status
targets-county = County
targets-all = All
targets-no-rows = No target matches
targets-views = Policy targets
targets-folded = Targets without data
targets-list = List
targets-heat = Heat map
targets-departments = Departments
targets-timeline = Timeline
targets-index = Index
targets-total = Total
targets-range = Range of the total
targets-withheld = Too little data
targets-map-link = Map
targets-scopes =
    { $scope ->
        [city] City
        [each_county] Each county
        [each_township] Each township
       *[named] Named areas
    }
targets-choose = Click on a target on the left for its text, the progress of areas and where figures come from
targets-clause = Text of the policy
targets-departments-title = Departments
targets-requirement = Required
targets-baseline = Relative to
targets-note = Note
targets-area = Area
targets-value = Value
targets-share = Way covered
targets-way-from = Starting value
targets-reached-areas = Areas that reach it
targets-all-areas = Areas that should
targets-unit = Unit
targets-first-year = Starting year
targets-lowest = Lowest total
targets-highest = Highest total
targets-indicator = Indicator
targets-source = Source
targets-stated = What sources said
targets-whole-city = City
targets-no-department = None named
targets-rule = “On schedule”: not below the straight line from the earliest known value to the target at its deadline; without an earlier value, or where that rests on too few, “cannot tell”. Neither “cannot tell” nor “no data” means not reached. A target for counties is reached where all counties reach it; else it has the status of the worst county, then “no data”, then “cannot tell”. “Too few”: values on fewer than 10 are moved by chance; only what the text says by its letter and the number are told, they are counted apart and are in neither the other statuses nor the index.
targets-share-rule = Way covered = (value − start) ÷ (target − start)
targets-open-map = Show on the map (with this target as a break)
targets-no-map = Figures of the city only: no map of counties
targets-gap-total = { $focus } minus { $benchmark }
targets-stated-label = { $label } [stated]
targets-left-out = { $count } more cannot be judged for want of data and are not listed.
targets-progress = { targets-letter }: { $status } ({ $count }); { $unjudged }
targets-row-label = Article { $article }: { $subject } ({ $deadline })
targets-article-label = Article { $article }: { $title }
targets-no-ledger = No policy targets are registered for { $region }, so there is nothing to judge here. To hold it against a policy, an administrator registers clauses, values and deadlines as CONTRIBUTING.md says; gaps between counties are seen without them.
targets-columns =
    { $column ->
        [article] Art.
        [subject] Target
        [requirement] Required
        [scope] Of whom
        [deadline] Deadline
        [department] Lead department
        [status] Status
        [reached] Reached/due
       *[map] Map
    }
targets-about = {" "}({ $low }–{ $high })
targets-folded-columns-department = Lead department
targets-folded-columns-count = Targets
targets-folded-columns-articles = Articles
targets-folded-columns-lacking = Figures lacking
targets-folded-columns-sources = Where they are kept
targets-points = points
targets-score = { $score } { targets-points }
targets-score-of = { $domain } { $score } { targets-points }
targets-letter = By the letter
targets-by-letter = { targets-letter }: { $status }; { small-too-few }
targets-in-year = { $year }
targets-due =
    { $is_yearly ->
        [true] every year to { $year }
       *[false] { $year }
    }
targets-required-by = { $requirement } ({ $due })
targets-off-band =
    { $is_above ->
        [true] {" "}(too high)
       *[false] {" "}(too low)
    }
targets-not-listed = { $count } more cannot be judged for want of data: what is lacking and who has it (“{ $status }” under “Status” lists them)
targets-count = { $count }
targets-articles = { $articles }
targets-and-others = { $names } and others, { $count } in all
targets-stated-mark = { $status } (stated)
targets-stated-status = { $status } (no figure; as stated in { $year })
targets-quote = { $text } ({ $source })
targets-statement = { $year }: { $text }. Source: { $source }
targets-sign = { $sign } ({ $count })
targets-reached =
    { $small ->
        [0] { $reached }/{ $areas }
       *[other] { $reached }/{ $areas } ({ $small } { small-few })
    }
targets-sources-noted = { $sources } ({ common-note }: { $notes })
targets-index-lacking =
    { $small ->
        [0] Of { $total } values of counties this year, { $missing } are missing.
       *[other] Of { $total } values of counties this year, { $missing } are missing ({ $small } of them because they rest on fewer than { $fewest }).
    }
targets-index-method = Each indicator scores 0 to 100 by the share of its target that is reached; indicators of a domain count alike, and domains add up to the total by weight. Weights (of this program; the policy has none): { $shares }. No score where less than { $minimum } of the weights is known. { $lacking } Range: the lowest and the highest total when any one domain is left out or doubled. Waterfall: the points of each domain (hover for its indicators) in the distance between the groups' mean totals; indicators that a county lacks do not count.
