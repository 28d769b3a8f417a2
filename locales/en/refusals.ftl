# Messages for requests that cannot be answered.

refusals-bad-payload = The request is not as this page sends it. Please reload the page and try again.
refusals-status =
    { $status ->
        [400] The request cannot be read. Please check it and try again, or reload the page.
        [401] Please log in first.
        [403] You have no right to do this.
        [404] There is no such address, or what it showed is gone. Please start again from the navigation.
        [413] What was sent is too long and was not accepted.
        [414] The address is too long.
        [415] The form of the request is wrong; it should be JSON (Content-Type: application/json).
        [429] Too many requests. Please try again later.
        [500] The server did not complete the request; the reason is in its log. Please try again later, and tell the administrator if it fails again.
        [503] The service is not available at present. Please try again later.
       *[other] The request cannot be handled. Please check it and try again.
    }
refusals-method-not-allowed = This address does not take { $found }; it takes { $allowed }.
refusals-unusable-value = “{ $what }” cannot be “{ $found }”. Please choose from the page, or reload it and try again.
