// The page of targets and its address: filters and year.
window.dash_clientside = window.dash_clientside || {};
(() => {
    "use strict";

    const {Shell, Targets} = window.junheng.ids;
    const PATH = window.junheng.paths.TARGETS;
    const HEADLINES = {
        heat: [Targets.HEAT_FINDING, Targets.HEAT_SUBJECT],
        departments: [Targets.DEPARTMENTS_FINDING, Targets.DEPARTMENTS_SUBJECT],
        timeline: [Targets.TIMELINE_FINDING, Targets.TIMELINE_SUBJECT],
        index: [Targets.INDEX_FINDING, Targets.INDEX_SUBJECT],
    };
    let asked = null; // the dataset that the server was last asked for
    let opened = null; // the target that was last opened, as JSON
    let written = null; // the address of what is shown

    window.dash_clientside.targets = {
        // An address that this page did not write decides; then the controls do.
        choose(_href, dataset) {
            const {no_update, set_props} = window.dash_clientside;
            if (window.location.pathname !== PATH || !dataset) return no_update;
            const search = window.junheng.search();
            const named = search === written ? {} : Object.fromEntries(new URLSearchParams(search));
            const offered = [...document.getElementById(Shell.DATASET).options].map((option) => option.value);
            if (named.dataset !== dataset && offered.includes(named.dataset)) {
                set_props(Shell.DATASET, {value: named.dataset}); // calls this function again
                return no_update;
            }
            if (dataset === asked && !search) writeAddress(); // coming back finds the page as it was left
            if (dataset === asked && (!search || search === written)) return no_update;
            asked = dataset;
            written = search;
            return {...named, dataset};
        },

        // Charts of tabs that are closed are drawn when they are opened.
        paint(shown, tab) {
            if (!shown) return;
            window.junheng.targetsTab = tab;
            written = `?${new URLSearchParams(shown.query)}`;
            writeAddress();
            const {dom, plots, inSteps} = window.junheng;
            dom.paint(Targets.TILES, shown.tiles);
            dom.paint(Targets.FOLDED, shown.folded);
            dom.paint(Targets.INDEX, shown.index);
            dom.write(Targets.INDEX_TEXT, shown.index_text);
            dom.write(Targets.FINDING, shown.finding);
            for (const [name, texts] of Object.entries(shown.findings)) {
                HEADLINES[name].forEach((id, at) => dom.write(id, texts[at]));
            }
            document.getElementById(Targets.HEAT).style.height = `${shown.height}px`;
            const charts = {
                heat: [Targets.HEAT, shown.heat],
                departments: [Targets.DEPARTMENTS, shown.departments],
                timeline: [Targets.TIMELINE, shown.timeline],
                index: [Targets.INDEX_GAP, shown.index_gap],
            };
            inSteps(Targets.PAGE, tab in charts ? [() => plots.draw(...charts[tab])] : []);
        },

        // The target of the row that was clicked, in the year and the dataset that are shown.
        open_target(clicked, shown) {
            const {no_update} = window.dash_clientside;
            if (!clicked || !shown) return no_update;
            const {dataset, year} = Object.fromEntries(shown.query);
            const wanted = {target: clicked.row, dataset, year};
            if (JSON.stringify(wanted) === opened) return no_update;
            opened = JSON.stringify(wanted);
            return wanted;
        },
    };

    function writeAddress() {
        if (!written || window.location.pathname !== PATH || window.junheng.search() === written) return;
        window.history.replaceState(null, "", `${PATH}${written}`);
    }
})();
