// The view and the address bar: one writes the other, each in one place.
(() => {
    "use strict";

    window.dash_clientside = window.dash_clientside || {};

    let restoring = true; // the first view of the page, and one that "back" opened, replaces its entry in the history
    let queryWritten = null;
    let addressWritten = null;

    window.dash_clientside.address = {
        // Other pages only hand over their dataset; coming back to the map finds it as it was left.
        read_address() {
            const {no_update} = window.dash_clientside;
            const {pathname, search} = window.location;
            if (pathname !== "/") {
                const dataset = new URLSearchParams(search).get("dataset");
                return queryWritten ? no_update : dataset ? `?dataset=${dataset}` : "";
            }
            if (search === addressWritten) return no_update;
            if (!search && addressWritten) {
                window.history.replaceState(null, "", addressWritten);
                return no_update;
            }
            restoring = true;
            return search;
        },
    };

    window.junheng.address = {
        write(left, right) {
            const {townships, ...query} = left.view;
            query.year = String(left.year);
            query.labels = left.labels ? "1" : "0";
            if (query.other_year && right) query.other_year = String(right.year);
            if (left.selected) query.selected = left.selected;
            else delete query.selected;
            if (left.types.length) query.facilities = left.types.join(",");
            else delete query.facilities;
            const address = `?${new URLSearchParams(query)}`;
            // A step of the year, a selection or a layer of points is not a place to go back to.
            const {year: _y, other_year: _o, labels: _l, selected: _s, facilities: _f, ...place} = query;
            const written = JSON.stringify(place);
            if (window.location.pathname === "/" && address !== window.location.search) {
                const replaces = restoring || written === queryWritten;
                window.history[replaces ? "replaceState" : "pushState"](null, "", address);
            }
            restoring = false;
            queryWritten = written;
            addressWritten = address;
        },
    };

    window.addEventListener("popstate", () => {
        if (window.location.pathname !== "/") return;
        restoring = true;
        window.dash_clientside.set_props("atlas-address", {data: window.location.search});
    });
})();
