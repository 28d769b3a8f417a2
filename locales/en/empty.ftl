# A page whose dataset has no data for it: what is missing, what there is, and what to do.

empty-import = Import data
empty-held = { $names } and others, { $count } in all
empty-dataset =
    { $lacking ->
        [counties] The dataset “{ $dataset }” has no indicator of any county, so all pages show “no data”.
       *[map] The dataset “{ $dataset }” has no indicator that can be mapped, so all pages show “no data”.
    } { $held ->
        [nothing] It holds no statistics.
       *[other] It holds only { $held }, from which no indicator can be computed.
    } Please import indicators of the counties, or counts together with the resident population; or choose another dataset.
