// Which page is shown: the one whose path the address names, else the first.
window.dash_clientside = window.dash_clientside || {};
(() => {
    "use strict";

    document.addEventListener("click", (event) => {
        if (event.target.closest(".notice-close")) window.dash_clientside.set_props("shell-notice", {children: []});
    });

    window.dash_clientside.shell = {
        tell_renewed(_looks, edition) {
            const published = fetch("/health").then((answer) => answer.json());
            return published.then((now) => now.edition === edition, () => true); // a server out of reach says nothing
        },

        show_page(pathname, ...paths) {
            const at = Math.max(paths.indexOf(pathname), 0);
            window.dispatchEvent(new Event("resize")); // charts of a page that was hidden take their size now
            return [
                ...paths.map((_, index) => index !== at),
                ...paths.map((_, index) => (index === at ? "nav-page nav-page-on" : "nav-page")),
            ];
        },
    };
})();
