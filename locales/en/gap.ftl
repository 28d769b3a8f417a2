# The words of the gap page.

gap-every-domain = All domains
gap-domain = Domain
gap-indicator = Indicator
gap-year = Year
gap-goal = To reach
gap-overview = Chart of the ratios of all indicators
gap-needs = What the counties need
gap-reference = Against the reference area
gap-line = 80% line
gap-inverted = { $name } (inverted)
gap-open-map = See it on the map
gap-direction-notes =
    { $direction ->
        [higher] Higher is better
        [lower] Lower is better · inverted
       *[neutral] Not judged
    }
gap-assessments =
    { $assessment ->
        [short] Not reached
        [sensitive] Mixed
        [reached] Reached
        [undefined] Not comparable
        [ungrouped] No groups
        [too_few] Too few
        [missing] Data missing
        [not_judged] Not judged
       *[no_data] No data that year
    }
gap-columns =
    { $column ->
        [name] Indicator
        [verdict] 80% line
        [badge] Robustness
        [direction] Direction
        [kind] Kind
        [source] Source
       *[note] Note
    }
gap-robust = Robust
gap-sensitive = Sensitive
gap-known-averages =
    { $count ->
        [one] By { $count } average
       *[other] By { $count } averages
    }
gap-whole = Whole region
gap-whole-note = This region has no groups: it is compared as a whole with the reference area, and each county with both; where lower is better, the ratio is inverted.
gap-averages-note = { $meanings }.
gap-whole-overview-note = Levels are those of the whole region; ratios are the region over the reference area, inverted where lower is better. Click a row or a point to choose an indicator.
gap-overview-note = Levels are pooled (sum of the counties’ numerators ÷ sum of their denominators); the three columns of ratios are three kinds of average. Click a row or a point to choose an indicator.
gap-overview-title = { $focus } as a share of { $benchmark }, { $year } · { $domain }
gap-left-out =
    { $counts ->
        [0]
            { $without ->
                [one] { $without } indicator has no data of counties in this dataset.
               *[other] { $without } indicators have no data of counties in this dataset.
            }
       *[other]
            { $without ->
                [0] Totals without a denominator show size only and are not compared: { $counts }.
               *[other] Totals without a denominator show size only and are not compared: { $counts }. Indicators without data of counties in this dataset: { $without }.
            }
    }
gap-indicator-title = { $indicator } · { $year }
gap-facts =
    { $fact ->
        [definition] Definition
        [formula] Formula
        [direction] Direction
        [source] Source of the definition
        [caveat] How to read it
        [target] Policy target
        [line] Basis of the 80% line
        [kind] Kind of figure
        [origin] Source of the figures
       *[note] Note
    }
gap-averaging-column = Average
gap-ratio = Ratio
gap-relative-to = Relative to { $name }
gap-county-values = Values of the counties, with numerators, denominators and sources
gap-county = Area
gap-group = Group
gap-value = Value
gap-basis = Cases, interval
gap-state-level = { $share } of counties
gap-lacking = No data: { $areas }
gap-verdicts =
    { $assessment ->
        [ungrouped] { common-ungrouped }: { common-ungrouped-text }.
        [undefined] The level to divide by is 0, so a ratio means nothing and there is no comparison.
        [sensitive] Averages differ: whether { $focus } reached 80% of { $benchmark } depends on which average is taken.
        [reached] { $badge }: { $focus } reached 80% of { $benchmark } by every average that is known.
        [short] { $badge }: { $focus } did not reach 80% of { $benchmark } by any average that is known.
       *[no_data] { gap-no-figures }
    }
gap-whole-verdict =
    { $assessment ->
        [reached] { $focus } reached 80% of { $benchmark }.
       *[short] { $focus } did not reach 80% of { $benchmark }.
    }
gap-verdict-lacking = No data of { $areas }, so there is no comparison.
gap-verdict-unknown = No data of { $areas }: while a member has no data, its group is not averaged and no verdict is given.
gap-verdict-bounds = No data of { $areas }: while a member has no data, its group is not averaged. { $bounds }
gap-verdict-descriptive =
    A descriptive indicator, not judged{ $areas ->
        [none] {""}
       *[other] ; no data of { $areas }
    }: it shows need or structure, of which neither more nor less is better.
gap-verdict-few =
    { small-too-few }{ $counts ->
        [none] {""}
       *[other] : { $counts }
    }. { small-rule }
gap-no-figures = No county has data of this year.
gap-hover = { $name }: { $value }
gap-path-title = Ratio by year and the 80% line
gap-crossing-few = No projection: fewer than two years have a ratio
gap-crossing-not-rising = No projection: the ratio did not rise from { $first } to { $last } ({ $change } percentage points a year)
gap-crossing-reached = On the 80% line in { $last } (since { $since })
gap-crossing-slow =
    At this rate ({ $change } percentage points a year) 80% is more than 50 years away{ gap-crossing-deadline }
gap-crossing-expected = 80% in about { $year }{ gap-crossing-deadline } ({ $change } percentage points a year)
gap-crossing-deadline =
    { $late ->
        [true] , later than { $deadline }, the last year of the policy
        [false] , no later than { $deadline }, the last year of the policy
       *[unknown] {""}
    }
gap-crossing-assumption = Assumed: the ratio goes on along the line from the first to the last year with data.
gap-fall =
    { $direction ->
        [lower] Note: from { $start } to { $end } the inverted ratio rose from { $old } to { $new }, but { $benchmark } went up from { $before } to { $after }, which is worse; { gap-fall-own }.
       *[other] Note: from { $start } to { $end } the ratio rose from { $old } to { $new }, but { $benchmark } went down from { $before } to { $after }, which is worse; { gap-fall-own }.
    }
gap-fall-own =
    { $improved ->
        [true] { $focus } improved as well, so only part of the rise is real progress
       *[false] { $focus } did not improve, so the rise is no progress
    }
gap-year-lacking = { $year }: no data of { $areas }
gap-years-few = { $years }: too few to judge
gap-no-ratio = No ratio can be compared
gap-reference-area = Reference area
gap-reference-title = { $region } and { $reference }
gap-no-reference = No data of { $reference }
gap-no-reference-in = No data of the city in { $year }, nor of { $reference }
gap-reference-finding = { $year }: { $compared }
gap-reference-levels = { $region } { $level }, { $reference } { $beside }.
gap-reference-few = { gap-reference-levels } { $region }: { $count }, { $unjudged }.
gap-reference-compared =
    { gap-reference-levels } { $compared }; { $reached ->
        [true] the 80% line is reached
       *[false] the 80% line is not reached
    }.
gap-origin =
    { $name }: { common-kinds }, { $source }{ $note ->
        [none] {""}
       *[other] {" "}({ common-note }: { $note })
    }
gap-inequality-title = Inequality between counties
gap-inequality-note = Computed from the values of all counties in the year; not for years in which a county has no data. Open a name for definition and formula.
gap-measure = Measure
gap-year-head-lacking = { $year } (no data: { $areas })
gap-year-head-few = { $year } (too few to judge)
gap-assumed = Assumed
