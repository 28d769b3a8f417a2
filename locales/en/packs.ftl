# The words of the page that makes packs.

packs-title = Briefings
packs-preset = Kind of briefing
packs-indicators = Indicators
packs-search = Find by name
packs-every = All
packs-none = None
packs-years = Years
packs-counties = Counties
packs-department = Lead department
packs-scenarios = Siting scenarios (optional)
packs-pack-title = Title
packs-maker = Made by
packs-maker-hint = Such as: Development and Reform Bureau; kept on this computer
packs-outputs = Files
packs-template = Your own template (optional)
packs-template-hint = Choose a PPTX or DOCX file, or drag it here
packs-template-none = Without a template, in the style of this program
packs-template-remove = Remove the template
packs-start = Make the briefing
packs-jobs = My briefings
packs-jobs-none = None yet. Choose on the left and press “Make the briefing”; you may leave this page meanwhile.
packs-jobs-note = Files are kept for a day and then deleted; please download them in time. This list is seen in this browser of this computer only.
packs-cancel = Cancel
packs-again = Make again
packs-states =
    { $state ->
        [queued] Waiting
        [running] In the making
        [done] Done
        [failed] Not made
        [cancelled] Cancelled
       *[interrupted] Interrupted
    }
packs-interrupted = The server stopped meanwhile. Your choice is kept; it can be made again.
packs-faults =
    { $fault ->
        [too_long] It was not done after 30 minutes and was stopped. Please choose fewer indicators or years.
        [no_file] The program that makes it left no file.
        [killed] The system ended it, most likely for want of memory. Your choice is kept; it can be made again. If that fails too, please choose fewer indicators or years.
       *[silent] The program that makes it stopped without saying why. Your choice is kept; it can be made again. If that fails too, please ask your administrator.
    }
packs-pick-indicator = Please choose at least one indicator.
packs-pick-year = Please choose at least one year.
packs-pick-county = Please choose at least one county.
packs-pick-output = Please choose at least one kind of file.
packs-no-department = This dataset has no figure for any department's targets; a department report cannot be made.
packs-template-too-large = “{ $name }” is larger than { $megabytes } MB and cannot be used as a template.
packs-template-unreadable = “{ $name }” is no PPTX or DOCX file that can be opened, and cannot be used as a template; please save old PPT and DOC files in the new format first.
packs-estimate =
    { $pictures ->
        [one] About { $pictures } picture, a page each.
       *[other] About { $pictures } pictures, a page each.
    }
packs-too-many = This makes about { $pictures } pictures; at most { $most } are made at once. Please choose fewer indicators or years.
packs-scenario = { $name } ({ $type }, { $year })
packs-too-many-scenarios = A briefing holds at most { $most } siting scenarios; please choose fewer.
packs-template-taken = { $kind } template: { $name }
packs-queue-full = { $waiting } briefings are waiting already and no more are taken. Please try again in a few minutes.
packs-share-full = An account (or, without one, a network address) has at most { $own } briefings waiting or in the making, and all are taken; { $waiting } are waiting in all. Please wait until one is done, or cancel one.
packs-begun = Asked for at { $clock }
packs-kept-until = Kept until { $clock }
packs-browser-picked = { $picked } of { $all } chosen
packs-browser-nothing = No indicator has “{ $text }” in its name
packs-browser-empty = This dataset has no indicator for a briefing
packs-too-large-importers = “{ $name }” is larger than { $megabytes } MB and cannot be used as a template.
packs-too-large-readers = “{ $name }” is larger than { $megabytes } MB; for larger templates please log in as an editor or above.
packs-no-data = The chosen indicators have no figures of { $years }; please choose other years or indicators.
packs-not-possible = This choice cannot be made: { $faults }
packs-ahead =
    { $jobs ->
        [0] Starts at once.
       *[other] { $jobs } ahead.
    }
packs-job-years = { $years }
packs-job-indicators =
    { $indicators ->
        [one] { $indicators } indicator
       *[other] { $indicators } indicators
    }
packs-preparing = Preparing the figures
