# The words of storyboards: menu, panel, what is wrong with one, and its documents.

storyboard-menu = Present
storyboard-menu-hint = In a meeting: present what you see (key F), or collect pages and present them in order
storyboard-title = Storyboard
storyboard-add = Add to storyboard
storyboard-open = Open storyboard
storyboard-outputs-pdf = PDF to print (one page each)
storyboard-outputs-pptx = PowerPoint
storyboard-outputs-docx = Word
storyboard-browser-title = Storyboard
storyboard-browser-close = Close
storyboard-browser-untitled = Storyboard { $number }
storyboard-browser-copy-title = { $title } (copy)
storyboard-browser-choose = Choose a storyboard
storyboard-browser-in-browser = This browser
storyboard-browser-in-account = Account
storyboard-browser-count = { $title } · pages: { $count }
storyboard-browser-name = Name of the storyboard
storyboard-browser-new = New
storyboard-browser-duplicate = Duplicate
storyboard-browser-delete = Delete
storyboard-browser-add = Add to storyboard
storyboard-browser-add-here = Add this page
storyboard-browser-not-a-view = This page has nothing to present
storyboard-browser-page = { $page }
storyboard-browser-page-year = { $page }, { $year }
storyboard-browser-added = Added to “{ $title }” as page { $number }.
storyboard-browser-write-note = Write a note
storyboard-browser-full = A storyboard has at most { $most } pages; please make another one or remove some.
storyboard-browser-slide-title = Title of page { $number }
storyboard-browser-note = Note of page { $number }
storyboard-browser-note-hint = Note: what to say, what to mind
storyboard-browser-up = Up
storyboard-browser-down = Down
storyboard-browser-remove = Remove
storyboard-browser-open-page = Open
storyboard-browser-use-nearest = Use the nearest page
storyboard-browser-removed = “{ $title }” removed.
storyboard-browser-deleted = “{ $title }” deleted.
storyboard-browser-undo = Undo
storyboard-browser-empty = No pages yet. Open any page and press S or “Add this page”.
storyboard-browser-present = Present
storyboard-browser-copy-link = Copy link
storyboard-browser-link-copied = Link copied; it holds all pages ({ $count }).
storyboard-browser-link-too-long = There is too much in it: the link has { $length } characters (at most { $most }) and may be cut. Please use “Save as file”, or make several storyboards.
storyboard-browser-save-file = Save as file
storyboard-browser-open-file = Open file
storyboard-browser-file-name = { $title }.storyboard.json
storyboard-browser-to-account = Save to account
storyboard-browser-documents = Documents
storyboard-browser-making = In the making; download it on the page “Briefings” when it is done.
storyboard-browser-see-making = See how far it is
storyboard-browser-hint = Alt+↑ and Alt+↓ change the order
storyboard-browser-opened-link = “{ $title }” of the link is open ({ $count } pages) and kept in this browser.
storyboard-browser-opened-file = “{ $title }” of the file is open ({ $count } pages) and kept in this browser.
storyboard-browser-newer = Made by a newer version of the program; only the { $count } pages that this one knows were taken.
storyboard-browser-cut = The end of it is missing; the { $count } whole pages were taken.
storyboard-browser-broken = Pages that cannot be read and were left out: { $broken }.
storyboard-browser-broken-marks = Marks that cannot be read and were left out: { $lost }.
storyboard-browser-beyond = At most { $most } pages fit; { $beyond } more were left out.
storyboard-browser-nothing = This is no storyboard, or it is damaged: no page could be taken from it.
storyboard-browser-no-inflate = This browser is too old for a compressed link; please ask for the file instead.
storyboard-browser-no-room = The store of this browser is full and the change was not kept; please use “Save as file”.
storyboard-browser-not-saved = Not saved to the account: { $reason }
storyboard-browser-unreachable = The server does not answer.
storyboard-browser-changed = “{ $title }” was changed elsewhere (in another window or by someone else). Your changes are still here; theirs were not overwritten.
storyboard-browser-keep-copy = Keep mine as a copy
storyboard-browser-take-theirs = Take theirs
storyboard-browser-try-again = Try again
storyboard-parts =
    { $part ->
        [dataset] Dataset
        [indicator] Indicator
        [other_indicator] Indicator on the right
        [year] Year
        [other_year] Year of comparison
        [county] County
        [type] Facility type
        [target] Policy target
        [within] Opened area
        [selected] Selected area
        [facilities] Facilities
        [marks] Marks by hand
        [groups] Own groups
       *[other] { $part }
    }
storyboard-no-page = The program has no such page any more.
storyboard-not-logged-in = Please log in before you save to an account.
storyboard-unusable = This is not as it should be and was not taken.
storyboard-too-many = An account holds at most { $most } storyboards; please delete some first.
storyboard-nothing-to-make = The storyboard has no page yet.
storyboard-no-job = It was not made; please try again.
storyboard-changed-slide = The page has changed: { $remarks } This is the nearest one.
storyboard-mixed-warning = Contains demonstration data · no real statistics
storyboard-subtitle = { $region } · storyboard, pages: { $count }
storyboard-gone =
    { $nearest ->
        [none] { storyboard-parts } “{ $found }” is not there any more.
       *[other] { storyboard-parts } “{ $found }” is not there any more; the nearest one is “{ $nearest }”.
    }
