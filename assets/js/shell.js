// Which page is shown: the one whose path the address names.
window.dash_clientside = window.dash_clientside || {};
(() => {
    "use strict";

    const no_update = () => window.dash_clientside.no_update;

    document.addEventListener("click", (event) => {
        const close = event.target.closest(".notice-close");
        if (close) window.dash_clientside.set_props(close.closest(".notice").id, {children: []});
    });

    // The page stands: what the server wrote in its place has served its time.
    window.junheng.removeFirstView = () => document.getElementById("first-view")?.remove();

    window.dash_clientside.shell = {
        // What stays as it is is left alone: pages take a change of "hidden" for being opened.
        show_page(pathname, ...rest) {
            const paths = rest.slice(0, rest.length / 2);
            const hidden = rest.slice(paths.length);
            const at = paths.indexOf(pathname);
            // An address without a page: what the server wrote says so, and stays.
            document.documentElement.classList.toggle("has-no-page", at < 0);
            window.dispatchEvent(new Event("resize")); // charts of a page that was hidden take their size now
            return [
                ...hidden.map((now, index) => (Boolean(now) === (index !== at) ? no_update() : index !== at)),
                ...paths.map((_, index) => (index === at ? "nav-page nav-page-on" : "nav-page")),
            ];
        },

        // The dataset of the address that is opened.
        open_dataset(options, dataset) {
            const asked = new URLSearchParams(window.junheng.search()).get("dataset");
            const isOffered = options.some(({value}) => value === asked);
            return isOffered && asked !== dataset ? asked : no_update();
        },

        show_ribbon(dataset, demonstrations) {
            return !demonstrations.includes(dataset);
        },

        put_in_place(hidden, there, waiting) {
            if (hidden || there) return no_update();
            requestAnimationFrame(() => requestAnimationFrame(window.junheng.removeFirstView));
            return waiting;
        },

        // The page itself takes the first view away, once it is painted.
        put_behind_first_view(hidden, there, waiting) {
            return hidden || there ? no_update() : waiting;
        },

        hand_over_dataset(hidden, dataset, before) {
            return hidden || !dataset || dataset === before ? no_update() : dataset;
        },
    };
})();
