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

    // The pages hear of it from the location of the shell.
    window.junheng.goTo = (address) => {
        window.history.pushState({}, "", address);
        window.dispatchEvent(new PopStateEvent("popstate")); // dcc.Location reads the address when it hears this
    };

    function leadsToPage(link) {
        return [...document.querySelectorAll(".bar-nav a")].some((page) => page.pathname === link.pathname);
    }
})();
