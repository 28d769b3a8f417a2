# The words of the gap page's cards that look beyond the city: the reference area in all indicators, counties alike.

gap-context-reached = ✓ Reached
gap-context-short = ✗ Not reached
gap-context-references-note = What is compared here are outcomes that the census shows, such as schooling and housing, and staff counted where they live, not services counted by institution; each stands for itself and none are summed up. A change of the ratio holds the changes of both places. Descriptive indicators are not listed.
gap-context-no-references = This dataset has no census indicator that can be compared with the reference area
gap-context-clause = Article { $article }: “{ $clause }”. The text does not say how the level of basic public services is computed; this table is no assessment of that target.
gap-context-alike-title = Counties and the ten of the country most like each · { $indicator } · { $year }
gap-context-verdicts =
    { $comparison ->
        [better] better
        [similar] similar
        [worse] worse
       *[unjudged] not judged
    }
gap-context-no-alike = Counties are compared with those like them for census indicators of census years; of this indicator or year there are no data of all counties.
gap-context-alike-note = Those alike are chosen in the whole country by population, density, urbanisation, age, schooling and share of ethnic minorities; the county profile has the list and the method. Within 5% is similar. Place 1 is best; descriptive indicators are ranked from the highest.
gap-context-references-title = { $region } and { $reference }: ratios of all census indicators
gap-context-indicator = Indicator
gap-context-level = { $name } { $year }
gap-context-ratio = Ratio { $year }
gap-context-change = Change of the ratio (percentage points)
gap-context-line = 80% line { $year }
gap-context-summary-year = In { $year }, of { $judged } census indicators that can be judged { $city } reached 80% of { $reference } in { $reached } and did not in { $short }.
gap-context-summary = In { $year }, of { $judged } census indicators that can be judged { $city } reached 80% of { $reference } in { $reached } and did not in { $short }; in { $first } it reached it in { $first_reached } of { $first_judged }; from { $first } to { $year } the ratio rose in { $rose } and fell in { $fell }.
gap-context-group-mean = Mean of the counties of { $group }
gap-context-alike-unjudged = A descriptive indicator: values are listed, not judged.
gap-context-alike-part = { $count } { gap-context-verdicts }
gap-context-alike-summary =
    { $count ->
        [one] { $count } county against the mean of those like it: { $parts }.
       *[other] { $count } counties, each against the mean of those like it: { $parts }.
    }
gap-context-alike-columns-area = Area
gap-context-alike-columns-group = Group
gap-context-alike-columns-value = Value
gap-context-alike-columns-mean = Mean of those alike
gap-context-alike-columns-range = Range of those alike
gap-context-alike-columns-province = Place in the province
gap-context-alike-columns-country = Place in the country
gap-context-alike-columns-compared = Against the mean of those alike
