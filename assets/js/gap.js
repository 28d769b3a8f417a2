// The gap page and the address bar: a link opens the page as it was, and the page keeps its link current.
(() => {
    "use strict";

    window.dash_clientside = window.dash_clientside || {};

    const PATH = "/gap";
    let years = []; // those that the slider offers
    let year = null;
    let written = null; // the address as last written: coming back finds the page as it was left

    window.dash_clientside.gap_page = {
        // The dataset is the shell's; going back to an address with another one sets it there, and it comes round again.
        read_address(href, dataset) {
            const {no_update, callback_context, set_props} = window.dash_clientside;
            const {pathname, search} = window.location;
            if (pathname !== PATH) return no_update;
            const query = new URLSearchParams(search || written || "");
            const arrived = callback_context.triggered.some((change) => change.prop_id.startsWith("shell-location"));
            const elsewhere = query.get("dataset") !== dataset;
            if (!elsewhere && search && search === written) return no_update;
            if (elsewhere && arrived && search && written) set_props("shell-dataset", {value: query.get("dataset")});
            else {
                if (elsewhere && written) query.delete("year"); // the other dataset may not hold it
                query.set("dataset", dataset);
            }
            return `?${query}`;
        },

        write_address(choice, marks) {
            if (!choice) return window.dash_clientside.no_update;
            years = Object.keys(marks).map(Number);
            year = Number(choice.year);
            written = `?${new URLSearchParams(choice)}`;
            if (window.location.pathname === PATH && window.location.search !== written) {
                window.history.replaceState(window.history.state, "", written);
            }
            return written;
        },
    };

    // The slider's own handling of keys would move by a twentieth of a year.
    const steps = {ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, Home: -Infinity, End: Infinity};
    document.addEventListener(
        "keydown",
        (event) => {
            if (!(event.key in steps) || !event.target.closest("#gap-year")) return;
            event.preventDefault();
            event.stopPropagation();
            const to = Math.min(Math.max(years.indexOf(year) + steps[event.key], 0), years.length - 1);
            window.dash_clientside.set_props("gap-year", {value: years[to]});
        },
        true,
    );
})();
