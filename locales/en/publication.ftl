# Versions that cannot be published or shown, and the smoke test before a publication.

publication-document = the frame of the pages
publication-machine-access = the machine’s access
publication-another = another publication is trying the pages
publication-failure =
    { $failure ->
        [out_of_reach] the database does not return its rows
        [unreadable] its rows cannot be read
        [not_made] no dataset can be built from its rows
        [not_served] a page cannot be made of it
       *[unproven] the server is too busy to try all pages
    }
publication-advice =
    { $failure ->
        [out_of_reach] The data of this version need not be wrong; please publish again in a few minutes
        [unproven] The data of this version need not be wrong; please publish again in a few minutes
       *[other] Please check the data of this version and import them again
    }
publication-quoted = “{ $place }”
publication-finding = “{ $place }”: { $text }
publication-most-findings = { $findings } and others, { $count } in all
publication-unservable = Cannot be published: { publication-failure } ({ $findings }). What is published is shown as before, and this version is kept as it is. { publication-advice }; if that does not help, hand this text to whoever maintains the system.
publication-places =
    { $places ->
        [nowhere] {""}
       *[other] {" "}({ $places })
    }
publication-instead =
    { $shown ->
        [none] This dataset is not shown for now
       *[other] Version { $shown } is shown
    }
publication-set-aside = Version { $number } of the dataset “{ $name }” is published but cannot be shown: { publication-failure }{ publication-places }. { publication-instead }.
publication-undivided = { $region } has no counties, so each page has one figure for the whole city; public sources have none for towns and subdistricts.
