// The view and the address bar: one writes the other, each in one place.
(() => {
    "use strict";

    const {Atlas} = window.junheng.ids;
    const {ATLAS} = window.junheng.paths;

    window.dash_clientside = window.dash_clientside || {};

    let restoring = true; // the first view of the page, and one that "back" opened, replaces its entry in the history
    let placeWritten = null;
    let addressWritten = null;

    window.dash_clientside.address = {
        // A map that nobody looks at asks for nothing; coming back to it finds it as it was left. But a dataset that does
        // not exist is named to the reader, whichever page was opened with it.
        read_address(href, dataset, offered) {
            const {no_update} = window.dash_clientside;
            const {pathname} = window.location;
            const search = window.junheng.search();
            if (pathname !== ATLAS) {
                const asked = new URLSearchParams(search).get("dataset");
                const isUnknown = asked && !offered.some(({value}) => value === asked);
                return isUnknown && !placeWritten ? `?dataset=${asked}` : no_update;
            }
            if (search === addressWritten) return no_update;
            if (!search && addressWritten) {
                window.history.replaceState(null, "", addressWritten);
                return no_update;
            }
            restoring = true;
            return search || `?dataset=${dataset}`;
        },
    };

    window.junheng.address = {
        write(left, right) {
            const {address, place} = window.junheng.writeQuery(left, right);
            if (window.location.pathname === ATLAS && address !== window.junheng.search()) {
                const replaces = restoring || place === placeWritten;
                window.history[replaces ? "replaceState" : "pushState"](null, "", address);
            }
            restoring = false;
            placeWritten = place;
            addressWritten = address;
        },
    };

    window.addEventListener("popstate", () => {
        if (window.location.pathname !== ATLAS) return;
        restoring = true;
        window.dash_clientside.set_props(Atlas.ADDRESS, {data: window.junheng.search()});
    });
})();
