# The words of the check before a meeting: every line of the command ``check`` and of its page.

readiness-title = Check before a meeting
readiness-open = Check before a meeting
readiness-open-hint = Look over fonts, pictures, data, clocks, screen and browser before a meeting
readiness-program = Program
readiness-fonts = Chinese font
readiness-drawing = Drawing
readiness-store = Database
readiness-disk = Disk
readiness-clock = Clock of the server
readiness-outgoing = Outgoing requests
readiness-files = Files of the program
readiness-state =
    { $state ->
        [ok] { readiness-states-ok }
        [caution] { readiness-states-caution }
        [failed] { readiness-states-failed }
       *[pending] { readiness-states-pending }
    }
readiness-ready = Ready for the meeting: every check has passed.
readiness-summary-failed = Not ready for the meeting; failed: { $failed }.
readiness-summary-pending = Still being checked: { $pending }.
readiness-summary-caution = To be seen to before the meeting: { $caution }.
readiness-program-loaded = Version { $version }, { $region }, { $indicators } indicators loaded.
readiness-program-fault = Nothing was loaded.
readiness-program-fault-remedy = Correct what is said below and start again.
readiness-broken-remedy = Check once more; if it fails again, give this line and the log of the program to the administrator.
readiness-broken = This check did not come to an end ({ $error }).
readiness-pending = Being checked…
readiness-fonts-whole = Pictures are set in { $family }, which has all { $count } names of places and indicators.
readiness-fonts-listed = { $names } and others
readiness-fonts-remedy = Set FONT_SANS to a Chinese font that has more characters, and start again.
readiness-fonts-lacking = { $family } lacks characters and cannot write { $listed }.
readiness-no-font-remedy = Install pylopdf-fonts-zh-cn as in requirements.txt, or set FONT_SANS to the file of a Chinese font.
readiness-no-font = There is no Chinese font; text on pictures would be boxes.
readiness-drawn = A map and a ranking were drawn ({ $width }×{ $height } pixels, { $seconds } s together).
readiness-empty-drawing = What was drawn is no picture.
readiness-empty-drawing-remedy = Install matplotlib again as in requirements.lock.
readiness-busy = Many pictures are being drawn; it was not this one’s turn.
readiness-busy-remedy = Check again in a minute.
readiness-store-current = Can be read and written, schema { $revision } (the newest).
readiness-store-old = The schema { $revision } is not the newest.
readiness-store-remedy = Start the program again; it updates the schema.
readiness-disk-free = { $free } GB free
readiness-disk-enough = { $free }, which is enough ({ $needed } GB needed).
readiness-disk-remedy = Delete old packs and backups, or use another disk (set FOLDER).
readiness-disk-short = { $free }, less than the { $needed } GB needed.
readiness-clock-behind = It says { $now }, before the last thing that was done in the database ({ $time }).
readiness-clock-behind-remedy = Set the clock of the server, then start the program again.
readiness-clock-right = { $now }, China Standard Time, not before any record in the database.
readiness-clock-zone = { $now } in the time zone UTC{ $hours }, not China Standard Time; dates on pictures and packs may be off by a day.
readiness-clock-zone-remedy = Set TZ=Asia/Shanghai, then start the program again.
readiness-outgoing-allowed = Pages are allowed to fetch from other hosts.
readiness-outgoing-allowed-remedy = Put back the content security policy that comes with the program.
readiness-outgoing-called =
    { $count ->
        [one] The program is connected to { $count } other host.
       *[other] The program is connected to { $count } other hosts.
    }
readiness-outgoing-called-remedy = Find out whose plug-in or proxy it is; the program itself connects to no host.
readiness-outgoing-none-seen = nothing is connected at this moment
readiness-outgoing-unseen = this system does not show connections
readiness-outgoing-none = None: pages may fetch from this program alone, no setting would connect anywhere, and { $seen }.
readiness-outgoing-database = Pages may fetch from this program alone; the program connects only to the host of its own database.
readiness-files-whole = The files of the program and its data are as they were when it started.
readiness-files-changed = Files have been changed since the program started.
readiness-files-remedy = Put the old files back, or start the program again.
readiness-dataset-subject = Dataset “{ $name }”
readiness-shipped =
    { $demonstration ->
        [true] Demonstration data, all made up, { $figures } figures.
       *[false] Comes with the program, { $figures } figures.
    }
readiness-version-when = , imported on { $day }
readiness-version-lacking = Version { $number }{ $when }; { $lost } rows are missing.
readiness-version-remedy = Restore the database from a backup, or go back to the version before.
readiness-version-whole = Version { $number }{ $when }; the rows of all its files are there.
readiness-set-aside-remedy = Check this version on the page “Data”, correct it and publish it again.
readiness-server = Server
readiness-reader = This computer (for the presentation)
readiness-again = Check again
readiness-print = Print
readiness-back = Back to the overview
readiness-trial = The map drawn on trial
readiness-checking = Checking… If it stays like this, the browser is too old or scripts are off: please use Chrome, Edge or Firefox of 2024 or later.
readiness-states-ok = Passed
readiness-states-caution = Caution
readiness-states-failed = Failed
readiness-states-pending = Checking
readiness-browser-ready = Ready for the meeting: every check has passed.
readiness-browser-failed = Not ready for the meeting; failed: { $subjects }.
readiness-browser-caution = To be seen to before the meeting: { $subjects }.
readiness-browser-pending = Still being checked: { $subjects }.
readiness-browser-unreachable = The server does not answer.
readiness-browser-unreachable-remedy = Check the cable and the address, then check again.
readiness-browser-server = Server
readiness-browser-broken = This check did not come to an end ({ $error }).
readiness-browser-broken-remedy = Check again in another browser.
readiness-browser-screen = Screen
readiness-browser-screen-ok = { $width }×{ $height } pixels, scaled to { $scale }%, window { $inner }.
readiness-browser-screen-small = Window { $inner }, smaller than 1024×768; views would become too small.
readiness-browser-screen-small-remedy = Maximise the window, or set the screen to 1024×768 or more.
readiness-browser-zoom = Page zoom
readiness-browser-zoom-ok = 100%.
readiness-browser-zoom-off = { $zoom }%.
readiness-browser-zoom-remedy = Press Ctrl+0 for 100%.
readiness-browser-colour = Colours
readiness-browser-colour-ok = { $depth } bits.
readiness-browser-colour-few = { $depth } bits; neighbouring classes would look alike.
readiness-browser-colour-remedy = Set the display to 32-bit true colour.
readiness-browser-browser = Browser
readiness-browser-browser-ok = { $name }, has everything that is needed.
readiness-browser-browser-old = { $name }, lacks { $lacking }.
readiness-browser-browser-remedy = Use Chrome, Edge or Firefox of 2024 or later.
readiness-browser-full = Full screen
readiness-browser-full-ok = Full screen is possible.
readiness-browser-full-http = Full screen is possible; as this address is not HTTPS, Esc is the browser’s in full screen and ends the presentation.
readiness-browser-full-no = The browser does not allow full screen.
readiness-browser-full-remedy = Press F11 before the presentation, or allow full screen in the settings of the browser.
readiness-browser-awake = Screen going dark
readiness-browser-awake-ok = The browser keeps the screen on during a presentation.
readiness-browser-awake-no = As this address is not HTTPS, the browser cannot keep the screen on; before the presentation, set “turn off the display” to “never” in the power settings.
readiness-browser-storage = Storage of this computer
readiness-browser-storage-ok = Available; storyboards can be kept.
readiness-browser-storage-no = Not available; storyboards are gone once the page is closed.
readiness-browser-storage-remedy = Leave the private window, or allow this site to store data; a storyboard can be saved as a file too.
readiness-browser-fonts = Fonts of the screen
readiness-browser-fonts-ok = Chinese characters are shown.
readiness-browser-fonts-no = Chinese characters are shown as boxes.
readiness-browser-fonts-remedy = Install a Chinese font on this computer, such as Source Han Sans or Microsoft YaHei.
readiness-browser-clock = Clock of this computer
readiness-browser-clock-ok = { $seconds } s apart from the server.
readiness-browser-clock-off = { $minutes } min apart from the server.
readiness-browser-clock-remedy = Set the clock of this computer or of the server.
readiness-browser-map = Drawing a map
readiness-browser-map-ok = Drawn in { $seconds } s.
readiness-browser-map-slow = Drawn only in { $seconds } s; one would wait between views.
readiness-browser-map-slow-remedy = Close other programs and pages, or use another computer; open every view once before the meeting.
readiness-browser-map-no = Not drawn within { $seconds } s.
readiness-browser-map-no-remedy = Reload and check again; if it fails again, use another browser.
readiness-browser-fetched = Fetched by the page
readiness-browser-fetched-ok = To open the map, { $count } files were fetched, all from this program.
readiness-browser-fetched-foreign = { $count } files came from elsewhere: { $hosts }.
readiness-browser-fetched-remedy = Turn off the browser’s extensions, then check again.
readiness-browser-policy-no = The page came without its content security policy.
readiness-browser-policy-remedy = Have the administrator check that the proxy keeps the headers of pages.
