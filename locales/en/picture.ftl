# The words on a picture of a map.

picture-watermark = Demonstration data · not real statistics
picture-north = N
picture-facilities = Facilities (open in the year)
picture-hollow = Hollow: place approximate (seat of the township)
picture-by-order = Classes in their order (breaks above each map)
picture-states = Reached or not
picture-indicator = { $indicator } ({ $unit })
picture-named-years = { $name }, { $years }
picture-many = { $count } indicators, { $years }
picture-with = {" and "}
picture-and = {" and "}
picture-span = { $first }–{ $last }
picture-legend =
    { $head ->
        [none] { $name }
       *[other] { $name }: { $head }
    }
picture-families =
    { $count ->
        [1] { $legend }; { $betters }
       *[other] { $legend }; colours from the left: { $betters }
    }
picture-domain-title = { $place } · { $domain }: its indicators, { $year }
picture-breaks =
    { $breaks ->
        [none] the same everywhere
       *[other] breaks { $breaks }
    }
picture-class =
    { $end ->
        [lowest] Class { $number } (lowest values)
        [highest] Class { $number } (highest values)
       *[none] Class { $number }
    }
picture-group = { $group }: { $counties }
picture-definitions = Definition: { $definitions }
picture-caveats = Note: { $caveats }
picture-made-on = Made on { $day }
picture-made-by = Made by { $maker }
picture-approval = Map approval number: { $number }
picture-page = Page: { $link }
picture-count = { $areas }
picture-kilometres = { $length } km
