# What the lines on a map are.

ground-north = N
ground-inset = Where it lies
ground-kilometres = { $km } km
ground-lines =
    { $line ->
        [roads] Main roads
       *[rivers] Main rivers
    }
ground-group-line = Line between { $focus } and { $benchmark }
ground-border =
    { $is_long ->
        [true] Border of the region
       *[false] Border of { $region }
    }
ground-borders =
    { $inner ->
        [2] { $border }; thin lines are provinces
        [4] { $border }; thin lines are prefectures
       *[other] { $border }
    }
ground-county-border = County border
