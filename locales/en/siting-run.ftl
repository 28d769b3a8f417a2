# Messages of siting: faults of a scenario or a search, why a search has no answer, how far it has come.

siting-run-scenario-gone = This scenario has been deleted.
siting-run-gone = This computation is not on the server any more. Please compute it again.
siting-run-name-too-long = The name of a scenario has at most { $most } characters.
siting-run-fault = The computation failed, so there is no result. Please try another objective or other candidate places.
siting-run-scenario-faults =
    { $fault ->
        [unreadable] A part of the scenario in the address cannot be read ({ $found }). Please start again from “Facilities”, or ask whoever sent the address for the whole of it.
        [too_many] A scenario has at most { $changes } changes; here are { $found }. Please divide it into several.
        [outside] A position ({ $found }) lies outside the city. Please choose places within it.
        [no_such_facility] The facility with the number { $found } is not open in the year chosen, so it cannot be moved or closed. Please choose another year, or undo this change.
        [twice] The facility with the number { $found } stands twice in the scenario. A facility can be moved or closed once.
        [no_such_type] There is no type of facility “{ $found }”. Please choose one above.
        [no_such_dataset] There is no dataset “{ $found }”; it may have another name by now. Please choose a dataset at the top right.
        [no_such_year] This dataset has no data of { $found }. Please choose another year.
       *[no_residents] For { $found } there are neither settlements nor a population that can be spread over townships, so coverage cannot be computed. Please choose another year, or import them on the page “Data”.
    }
siting-run-plan-faults =
    { $fault ->
        [count] The number of new sites must be a whole number from 1 to { $sites }; it is “{ $found }”.
        [objective] There is no objective “{ $found }”. Please choose again.
        [where] There is no area “{ $found }”. Please choose again.
        [least] The least number of sites must be a whole number from 0 to { $sites }; it is “{ $found }”.
        [candidates] There is no kind of candidate places “{ $found }”. Please choose again.
        [capacity] The size of each site must be a number of at most 100,000; it is “{ $found }”.
        [budget] The budget must be a number (10,000 yuan); it is “{ $found }”.
        [price] With a budget, the cost of a site must be given, for all or for each county; all as numbers (10,000 yuan).
        [too_many_changes] The scenario has { $found } changes already; with the sites to be found there would be more than { $changes }. Please look for fewer sites, or undo some.
       *[too_large] There are too many settlements and candidate places ({ $found }). Please take the seats of townships as candidates, or look in one county only.
    }
siting-run-waiting =
    { $ahead ->
        [one] { $ahead } other computation comes first; please wait.
       *[other] { $ahead } other computations come first; please wait.
    }
siting-run-infeasible =
    { $reason ->
        [no_settlement] There is no settlement with a population, so no site can be chosen. Please import settlements or population on the page “Data”.
        [no_candidate] Under these conditions there is no candidate place at all. Please widen the area, or choose another kind of candidate places.
        [count_zero] The number of new sites is 0, so there is nothing to find. Please fill in 1 or more.
        [too_few_candidates] { $count } sites are to be found, but there are only { $candidates } candidate places. Please look for fewer, or relax the conditions.
        [group_too_few] { $group } must get at least { $at_least } sites, but has only { $candidates } candidate places. Please ask for fewer.
        [group_minima_exceed_count] At least { $at_least } sites are asked for, but only { $count } are to be built in all; these two contradict each other.
        [prices_missing] { $missing } candidate places have no cost. With a budget, the cost of a site must be given.
        [all_served] All residents are within the standard already; nothing need be built. You can choose the shortest total way instead, or another type of facility.
       *[no_candidate_helps] No candidate place helps: wherever one builds, no more residents come within the standard. Please choose other candidate places.
    }
siting-run-budget-too-small =
    { $affordable ->
        [none] The budget of { $budget } (10,000 yuan) is not enough; under these conditions at least { $needed } are needed. Please raise it or look for fewer sites.
       *[other] The budget of { $budget } (10,000 yuan) is not enough; under these conditions at least { $needed } are needed. It pays for { $affordable } sites at most. Please raise it or look for fewer sites.
    }
siting-run-progress =
    { $gap ->
        [none] { $seconds } s, no usable selection yet
       *[other] { $seconds } s, the present selection is at most { $gap } from the best possible
    }
siting-run-queue-full = { $waiting } computations are waiting already, and no more are taken. Please try again in a few minutes.
siting-run-own-queue-full = One account (or one network address without an account) may have { $most } computations waiting or running, which it has; { $waiting } are waiting in all. Please wait for one to end, or stop one, before you start another.
siting-run-proven =
    { $count ->
        [one] { $count } site found in { $seconds } s, proven that no choice is better.
       *[other] { $count } sites found in { $seconds } s, proven that no choice is better.
    }
siting-run-stopped =
    { $count ->
        [one] { $count } site found, stopped after { $seconds } s: the best so far, at most { $gap } from the best possible.
       *[other] { $count } sites found, stopped after { $seconds } s: the best so far, at most { $gap } from the best possible.
    }
