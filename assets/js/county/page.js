// The page of a county: which county and year it shows, in step with the address; printing.
(() => {
    "use strict";

    window.dash_clientside = window.dash_clientside || {};

    const {CountyPage, Shell} = window.junheng.ids;
    const PATH = "/county";
    let written = null; // the query as this page last wrote it
    let shown = null; // what the server was last asked for

    window.dash_clientside.county = {
        // An address that this page did not write itself decides; then the controls do.
        choose(href, dataset, county, year, choices) {
            const {no_update, set_props} = window.dash_clientside;
            const {pathname, search} = window.location;
            if (pathname !== PATH || !dataset) return Array(6).fill(no_update);
            const query = search === written ? {} : Object.fromEntries(new URLSearchParams(search));
            if (query.dataset in choices.datasets && query.dataset !== dataset) {
                set_props(Shell.DATASET, {value: query.dataset}); // calls this function again
                return Array(6).fill(no_update);
            }
            const {years, first} = choices.datasets[dataset];
            const offered = {dataset: Object.keys(choices.datasets), county: choices.codes, year: years.map(String)};
            const wishes = {county, year, ...usable(query, offered)};
            const chosenYear = nearest(years, wishes.year, first);
            const chosenCounty = wishes.county || choices.codes[0];
            write({dataset, county: chosenCounty, year: chosenYear});
            const asked = JSON.stringify([dataset, chosenCounty, chosenYear]);
            const again = asked === shown;
            shown = asked;
            return [
                choices.codes.map((code) => ({value: code, label: choices.names[chosenYear][code]})),
                chosenCounty,
                years.map((each) => ({value: String(each), label: String(each)})),
                String(chosenYear),
                remarks(query, offered, choices.ignored),
                again ? no_update : {dataset, county: chosenCounty, year: chosenYear},
            ];
        },

        paint(profile) {
            if (!profile) return;
            const {dom, plots, inSteps} = window.junheng;
            plots.clear(CountyPage.PROFILE);
            dom.paint(CountyPage.PROFILE, profile.body);
            inSteps(
                CountyPage.PROFILE,
                Object.entries(profile.charts).map(
                    ([id, figure]) =>
                        () =>
                            plots.draw(id, figure),
                ),
            );
        },

        print_profile() {
            window.print();
        },
    };

    function usable(query, offered) {
        return Object.fromEntries(
            Object.entries(query).filter(([name, value]) => (offered[name] || []).includes(value)),
        );
    }

    // The wanted year, else the last one before it, else the first.
    function nearest(years, wanted, first) {
        if (!wanted) return first;
        const earlier = years.filter((year) => year <= Number(wanted));
        return earlier.length ? earlier[earlier.length - 1] : years[0];
    }

    function write(place) {
        const query = `?${new URLSearchParams(place)}`;
        if (query !== window.location.search) window.history.replaceState(null, "", query);
        written = query;
    }

    function remarks(query, offered, template) {
        return Object.entries(query)
            .filter(([name, value]) => !(offered[name] || []).includes(value))
            .map(([name, value]) => {
                const allowed = (offered[name] || Object.keys(offered)).join(", ");
                return window.junheng.format.fill(template, {name, found: value.slice(0, 40), allowed});
            })
            .join("；");
    }
})();
