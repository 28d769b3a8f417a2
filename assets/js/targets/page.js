// The page of targets and its address: filters and year.
window.dash_clientside = window.dash_clientside || {};
(() => {
    "use strict";

    const {Targets} = window.junheng.ids;
    const PATH = "/targets";
    const names = ["year", "domain", "department", "article", "deadline", "county", "status"];
    const every = "all"; // a filter that leaves nothing out
    let read = false; // the address is read once, when the page is first opened

    window.dash_clientside.targets = {
        // Charts of tabs that are closed are drawn when they are opened.
        paint(shown, tab) {
            if (!shown) return;
            const {dom, plots, inSteps} = window.junheng;
            dom.paint(Targets.TILES, shown.tiles);
            dom.paint(Targets.INDEX, shown.index);
            dom.write(Targets.INDEX_TEXT, shown.index_text);
            document.getElementById(Targets.HEAT).style.height = `${shown.height}px`;
            const charts = {
                heat: [Targets.HEAT, shown.heat],
                departments: [Targets.DEPARTMENTS, shown.departments],
                timeline: [Targets.TIMELINE, shown.timeline],
                index: [Targets.INDEX_GAP, shown.index_gap],
            };
            inSteps(Targets.PAGE, tab in charts ? [() => plots.draw(...charts[tab])] : []);
        },

        read_address(href, years, ...values) {
            if (window.location.pathname !== PATH) return names.map(() => window.dash_clientside.no_update);
            const current = Object.fromEntries(names.map((name, index) => [name, values[index] || every]));
            const query = new URLSearchParams(window.location.search);
            if (!read) {
                read = true;
                names.forEach((name) => (current[name] = query.get(name) || every));
            }
            const offered = (years || []).map((option) => option.value);
            if (offered.length && !offered.includes(current.year)) current.year = offered[offered.length - 1];
            return names.map((name) => current[name]);
        },

        write_address(dataset, ...rest) {
            const values = rest.slice(0, names.length);
            if (window.location.pathname !== PATH || !values[0]) return window.dash_clientside.no_update;
            const pairs = names.map((name, index) => [name, values[index]]).filter(([, value]) => value !== every);
            const address = `?${new URLSearchParams([["dataset", dataset], ...pairs])}`;
            if (address !== window.location.search) window.history.replaceState(null, "", `${PATH}${address}`);
            return address;
        },
    };
})();
