# Words of the groups of counties: the dialog, the line above every page, what is wrong with those given or saved.

groups-open = Groups
groups-browser-title = Choose the groups to compare
groups-browser-hint = Divide the counties into two groups; the first is compared with the second. Pages, pictures and tables then follow these groups, and the link can be passed on.
groups-browser-focus = First group (measured)
groups-browser-benchmark = Second group (reference)
groups-browser-neither = Left out
groups-browser-county = County
groups-browser-name = Name
groups-browser-find = Find by name or code
groups-browser-put = Put all that are listed into:
groups-browser-counts = First group { $first }, second group { $second }, left out { $rest }
groups-browser-apply = Show by these groups
groups-browser-restore = Show as before
groups-browser-ungroup = Show without groups
groups-browser-save = Save for all users
groups-browser-withdraw = Withdraw
groups-browser-saving = Saving…
groups-browser-unsaved = The server did not answer, so it is not known whether the groups were saved; please reload and look.
groups-browser-cancel = Cancel
groups-browser-same = The groups must not have the same name.
groups-browser-bad-name = A name must have 1 to 10 letters, Chinese characters or digits.
groups-browser-too-long = Too many are chosen for an address; please choose whole prefectures or provinces where you can.
groups-browser-empty = Each group needs at least one county.
groups-browser-focus-name = Group A
groups-browser-benchmark-name = Group B
groups-declared = The groups of this region follow from policy and cannot be replaced for all users; groups of your own can be passed on as a link.
groups-never-saved = No groups have been saved for all users yet.
groups-given-none = Shown without groups, by this link only.
groups-given-side =
    { $count ->
        [one] { $group } ({ $count } county)
       *[other] { $group } ({ $count } counties)
    }
groups-given =
    { $policy ->
        [true] Shown by groups of your own, { $focus } against { $benchmark }, by this link only; progress on targets is still judged by the scope that policy sets.
       *[false] Shown by groups of your own, { $focus } against { $benchmark }, by this link only.
    }
groups-set-aside = The groups saved for all users ({ $signed }) are not used: { $reason }. Shown as without them.
groups-saved-unfit = The groups saved for all users ({ $signed }) are not used: { $reason }.
groups-saved = Saved for all users: { $names } ({ $signed }).
groups-saved-withdrawn = No groups are saved for all users: withdrawn ({ $signed }).
groups-saved-earlier =
    { $names ->
        [none] withdrawn ({ $signed })
       *[other] { $names } ({ $signed })
    }
groups-saved-before = Before: { $entries }.
groups-names-between = {" and "}
groups-signed = { $by }, { $moment }
groups-stale =
    { $names ->
        [none] Not saved: { $by } withdrew the groups at { $moment }. Please reload, look, and decide then.
       *[other] Not saved: { $by } saved “{ $names }” at { $moment }. Please reload, look, and decide then.
    }
groups-faults =
    { $fault ->
        [not_two] two groups are needed, such as “{ groups-example }”
        [name] the name “{ $found }” cannot be used; it must have 1 to { $longest } letters, Chinese characters or digits
        [same_name] both groups are called “{ $found }”
        [empty] the group “{ $found }” has no county
        [unknown_code] the code “{ $found }” is no county of this region
        [in_both] the code “{ $found }” stands in both groups
        [too_long] the text is too long
        [declared] the groups of this region follow from policy and cannot be replaced
       *[none_saved] there are no groups to withdraw
    }
groups-example = Hills.440232.440281_Town.440203.440204
groups-fault = The groups (groups=) are not used: { $reason }.
groups-save-fault = Not saved: { $reason }.
groups-ignored = { $fault } Shown as without them.
