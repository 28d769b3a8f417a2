# The words of a county's profile.

county-title = Profile
county-county = County
county-year = Year
county-print = Print the profile
county-key-figures = Key indicators and how they went
county-targets = Policy targets (by status)
county-spine = Place among all counties of the city
county-townships = Townships
county-spine-hint = Further right is better (of indicators with ⇄ less is better, and they are turned round; of descriptive ones right is more); states and totals are not compared
county-similar-hint = Within 5% of the city is similar; not judged where either has no data, or the indicator is descriptive. Values of fewer than 10 cases depend much on chance: cases and 95% interval are given, without rank or judgement, and they do not enter the composite index.
county-centre = Middle line: the city as a whole (where that is not known, the median of the counties with data)
county-whole = From the worst to the best county
county-middle = The middle half of the counties
county-city-comparisons =
    { $comparison ->
        [better] Better than the city
        [similar] Similar to the city
        [worse] Worse than the city
       *[unjudged] Not judged
    }
county-compared = Against the city
county-township = Township
county-map-hint = See it on the map
county-no-key-figures = This dataset has no key indicators
county-no-comparisons = No indicator can be compared in this year
county-no-targets = No target is set for this county directly
county-no-townships = This dataset has no data of townships up to this year
county-reversed = ⇄
county-reversed-hint = Less is better; turned round
county-ignored = { $name }={ $found } in the address cannot be used and is ignored; available: { $allowed }
county-targets-without-data = No figures of this county, so they cannot be judged; click to list them
county-caveats =
    { $count ->
        [one] How to read it ({ $count } indicator): sampling error, definition and comparability, click for details
       *[other] How to read them ({ $count } indicators): sampling error, definitions and comparability, click for details
    }
county-figures-without-data =
    { $count ->
        [one] { $count } more key indicator has no data of { $year }: { $names }
       *[other] { $count } more key indicators have no data of { $year }: { $names }
    }
county-dated = { $year }
county-rank =
    { $direction ->
        [neutral] rank { $rank } of { $counted } (high to low)
       *[other] rank { $rank } of { $counted }
    }
county-city-level = City { $value }
county-city-sum = City in all { $value }
county-city-share = “Yes” in { $share } of the city’s counties
county-other-years =
    { $years ->
        [none] No data in any year
       *[other] Years with data: { $years }
    }
county-single-year = Data of { $year } only
county-path = { $year }: { $value }
county-group-mean = Mean of the counties of { $group }
county-trend-key = { county-group-mean } (broken where any county lacks data)
county-mark-key-outside = { $reference } (a triangle where it lies beyond all counties)
county-article = Article { $article }
county-source = { $kind }: { $sources }
county-column = { $sources } (note: { $notes })
county-sources =
    { $notes ->
        [none] Kinds of figure: { $kinds }. Sources: { $sources }. Ranks are among the counties with data, 1 is best.
       *[other] Kinds of figure: { $kinds }. Sources: { $sources }. Notes: { $notes }. Ranks are among the counties with data, 1 is best.
    }
county-spine-columns-county = County
county-spine-columns-city = City
county-spine-columns-unit = Unit
