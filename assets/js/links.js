// Links from one page of the program to another: the page changes without a reload, as with a dcc.Link, wherever the
// link stands: in a table, a profile, a sentence. A click for a new tab is the browser's.
(() => {
    "use strict";

    document.addEventListener("click", (click) => {
        const link = click.target.closest("a[href]");
        if (!link || click.defaultPrevented || click.metaKey || click.ctrlKey || click.shiftKey) return;
        if (link.origin !== window.location.origin || link.target || !leadsToPage(link)) return;
        click.preventDefault();
        window.junheng.goTo(link.href);
    });

    // The pages hear of it from the location of the shell, to which an address that it has read last is no news, though
    // the page has written others since: such a one is told with a fragment, which is taken away again.
    window.junheng.goTo = (address) => {
        window.history.pushState({}, "", address);
        if (window.location.href === heard) window.history.replaceState({}, "", `${address}${AGAIN}`);
        window.dispatchEvent(new PopStateEvent("popstate")); // dcc.Location reads the address when it hears this
    };

    const AGAIN = "#again";
    let heard = window.location.href;
    window.addEventListener("popstate", () => {
        heard = window.location.href;
        if (heard.endsWith(AGAIN)) setTimeout(forget, 100); // once dcc.Location has taken it over
    });

    function forget() {
        const {hash, pathname, search} = window.location;
        if (hash === AGAIN) window.history.replaceState(window.history.state, "", pathname + search);
    }

    function leadsToPage(link) {
        return [...document.querySelectorAll(".bar-nav a")].some((page) => page.pathname === link.pathname);
    }
})();
