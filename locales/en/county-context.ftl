# The words of a county's place in the country, and of the counties most like it.

county-context-places = Place in the province and the country
county-context-alike = The ten counties of the country most like it
county-context-county = County
county-context-distance = Difference
county-context-weight = Weight
county-context-order = Order
county-context-lowest = Lowest of those alike
county-context-highest = Highest of those alike
county-context-census = Census
county-context-reset = Usual weights
county-context-weight-hint = A number from 0 to 100; 0 leaves it out
county-context-method-title = How likeness is computed
county-context-method = Each value is first standardised by all counties of the country that have data (less the mean, by the standard deviation; of residents and density the logarithm is taken before). The difference is the root of the weighted mean of the squared differences: 0 where all is the same, the smaller the more alike. The ten with the smallest difference are taken, of any province. The mean of those alike is the simple mean of the ten; the range is from their lowest to their highest value.
county-context-marks =
    { $comparison ->
        [better] better
        [similar] similar
        [worse] worse
       *[unjudged] —
    }
county-context-source = Source: China population census by county (2010, 2020), transcribed by leiii/census, not checked against the books; areas for the density are measured on the base map.
county-context-compared =
    { $comparison ->
        [better] { $count } better than the mean of those alike
        [similar] { $count } similar
        [worse] { $count } worse
       *[unjudged] { $count } not judged
    }
county-context-orders =
    { $direction ->
        [higher] {""}
        [lower] from the lowest
       *[neutral] from the highest
    }
county-context-comparability =
    { $comparability ->
        [full] comparable
        [zones_apart] development zones counted apart in 2020
        [approximate] division changed, approximate
       *[none] 2010 and 2020 are not comparable
    }
county-context-no-places = Places are given for census indicators of census years; of other years there are no data of all counties
county-context-nothing = Demonstration data, and counties that the census lacks, are not compared with the country
county-context-not-ranked = Too few cases to rank
county-context-nothing-alike = The census data of this county are incomplete, so none alike can be found
county-context-places-scope = County-level areas of the { $year } census, 1 is best (unless an order is stated); traits of residents and staff are counted where people live
county-context-alike-scope = By the { $census_year } census
county-context-compared-all = { $parts } (within { $share } is similar; descriptive indicators are not judged)
county-context-percentile =
    { $direction ->
        [neutral] Higher than { $percentile }% of county-level areas
       *[other] Better than { $percentile }% of county-level areas
    }
county-context-mark = { county-context-comparability }; no line between the two censuses
county-context-columns-county = This county
county-context-columns-province = Place in { $province }
county-context-columns-country = Place in the country
county-context-columns-mean = Mean of those alike
county-context-columns-range = Range of those alike
