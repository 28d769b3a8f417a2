# Words of accounts: the login page, the corner of the bar, refusals.

accounts-log-in = Log in
accounts-log-out = Log out
accounts-name = Account
accounts-password = Password
accounts-heading = Log in
accounts-no-account = No account, or password forgotten? Ask an administrator for a one-time link.
accounts-forms = Templates and examples can be downloaded without logging in:
accounts-only-changes = The maps can be read without logging in; importing and publishing data needs an account.
accounts-back = Back to the maps
accounts-wrong = The account or the password is not correct.
accounts-not-logged-in = Please log in first.
accounts-out-of-date = This page is out of date. Please try again.
accounts-foreign = The request came from another website and was refused.
accounts-too-long = What was sent is too long.
accounts-needed =
    { $key ->
        [read] This account may not read.
        [import] This account may not import or save. It takes an editor’s account or above.
        [publish] This account may not publish. It takes a publisher’s account or above.
       *[administer] This account may not administer. It takes an administrator’s account.
    }
accounts-wait =
    { $minutes ->
        [0] Too many failed attempts. Please try again in { $seconds } { $seconds ->
            [one] second
           *[other] seconds
        }.
        [one] Too many failed attempts. Please try again in { $minutes } minute.
       *[other] Too many failed attempts. Please try again in { $minutes } minutes.
    }
accounts-weak =
    { $key ->
        [length] A password must have 10 to 1000 characters. Please choose another, such as four unrelated words in a row.
        [common] This password is so common that others would try it first. Please choose another, such as four unrelated words in a row.
        [name] A password must not be made of the names of the account, the city or this system. Please choose another, such as four unrelated words in a row.
       *[guessable] This password is too easy to guess (a repetition, a sequence, a date or a single common word). Please choose another, such as four unrelated words in a row.
    }
accounts-new-password = New password
accounts-again = Once more
accounts-rules = At least 10 characters, the longer the better, such as four unrelated words in a row. No common password, nothing made of the names of the account, the city or this system, no repetition, sequence, date or single common word.
accounts-different = The two passwords differ. Please type them again.
accounts-setup = Set up the administrator
accounts-setup-intro = This system has no administrator yet. An administrator can invite colleagues, assign roles, and import and publish data. This link works once.
accounts-setup-button = Set up and log in
accounts-name-hint = The name to log in with, such as your own, 1 to 64 characters.
accounts-choose-password = Choose a password
accounts-choose-intro = Please choose a password for the account below; you will then be logged in. This link works once.
accounts-choose-button = Save and log in
accounts-bad-name = An account’s name must have 1 to 64 visible characters.
accounts-name-taken = There is an account of this name already. Please choose another name.
accounts-bad-link = The link cannot be opened
accounts-to-login = Go to the login
accounts-link-faults =
    { $fault ->
        [unknown] The link is not correct, or a newer link has replaced it.
        [used] The link has been used already and does not work again.
        [expired] The link has expired.
       *[set_up] The administrator has been set up already; this link is not needed any more.
    }
accounts-new-setup-link = While there is no administrator, python app.py setup on the server makes a new link; if there is one, please log in.
accounts-new-password-link = Please ask an administrator for a new link, from the page “Accounts”.
accounts-setup-lines = No administrator yet. Open this one-time link in a browser within { $hours } hours to set one up; reading needs no account:
accounts-accounts = Accounts
accounts-own = Your password
accounts-old-password = Present password
accounts-change-password = Change the password
accounts-wrong-old = The present password is not correct.
accounts-back-to-map = ← Back to the atlas
accounts-role = Role
accounts-state = State
accounts-last-login = Last login
accounts-actions = Actions
accounts-roles =
    { $role ->
        [viewer] Viewer
        [editor] Editor
        [publisher] Publisher
       *[administrator] Administrator
    }
accounts-roles-hint = Viewer: reads. Editor: also imports data and saves scenarios. Publisher: also publishes data. Administrator: also manages accounts. After a change of role the person must log in again. “Reset password” makes a one-time link by which the person chooses a new password; until then the old one is valid.
accounts-states =
    { $state ->
        [ready] Can log in
        [invited] Has no password yet
       *[off] Deactivated
    }
accounts-switches =
    { $switch ->
        [deactivate] Deactivate
       *[activate] Activate
    }
accounts-invite = Invite a colleague
accounts-invite-again = Make an invitation link
accounts-new-link = Reset password
accounts-change-role = Change
accounts-link = One-time link
accounts-link-hint = Please hand it to the person yourself. The link is shown only here, only once; it works once, within 3 days, and a newer link replaces it.
accounts-copy = Copy
accounts-copied = Copied
accounts-last-administrator = This is the last administrator, who cannot be deactivated or given another role. Please appoint another administrator first.
accounts-no-such-account = There is no such account. Please reload the page.
accounts-password-changed = The password has been changed. This account has been logged out on all other devices.
accounts-never = never
accounts-logged-in = Logged in as { $name } ({ accounts-roles }). After a change of password you must log in again on other devices.
accounts-link-heading = One-time link for { $name }
accounts-changed =
    { $action ->
        [role] The role of { $name } is now “{ accounts-roles }”.
        [deactivate] { $name } has been deactivated and logged out everywhere.
       *[activate] { $name } has been activated.
    }
accounts-office = Office
accounts-office-later = The office (can be filled in later)
accounts-office-name = Name of the office
accounts-office-hint = Optional, such as “Qingyuan Development and Reform Bureau”. Shown in the bar, and the usual “made by” of pictures and briefings.
accounts-office-logo = Logo of the office
accounts-logo-hint = Optional, a PNG picture of at most 256 KB; shown in the bar.
accounts-remove-logo = Remove the logo
accounts-public-url = Address
accounts-url-hint = Optional, the address by which colleagues open this system, such as https://atlas.example.cn; used in invitation links and as the source on pictures.
accounts-url-fixed = Set by the environment variable PUBLIC_URL of the server, which prevails; it cannot be changed here.
accounts-no-logo = The office has no logo.
accounts-save-office = Save
accounts-office-saved = Saved. Pages that are open show it once they are reloaded.
accounts-office-faults =
    { $fault ->
        [name] The name of the office must have at most 60 visible characters.
        [public_url] The address must look like https://atlas.example.cn, without a path.
        [logo_kind] The logo must be a PNG picture; this file cannot be read as one.
       *[logo_size] The logo is too large: at most 256 KB and 4000 pixels a side.
    }
