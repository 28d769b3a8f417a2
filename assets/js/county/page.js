// The page of a county: which county and year it shows, and what makes counties alike, in step with the address; printing.
(() => {
    "use strict";

    window.dash_clientside = window.dash_clientside || {};

    const {CountyPage, Shell} = window.junheng.ids;
    const PATH = window.junheng.paths.COUNTY;
    let written = null; // the query as this page last wrote it
    let shown = null; // the profile that the server was last asked for
    let weighed = null; // and the weights

    window.dash_clientside.county = {
        // An address that this page did not write itself decides; then the controls do.
        choose(href, dataset, county, year, weights, choices) {
            const {no_update, set_props} = window.dash_clientside;
            const {pathname} = window.location;
            const search = window.junheng.search();
            if (pathname !== PATH || !dataset) return Array(8).fill(no_update);
            const query = search === written ? {} : Object.fromEntries(new URLSearchParams(search));
            if (query.dataset in choices.datasets && query.dataset !== dataset) {
                set_props(Shell.DATASET, {value: query.dataset}); // calls this function again
                return Array(8).fill(no_update);
            }
            const {years, first, counties} = choices.datasets[dataset];
            const offered = {dataset: Object.keys(choices.datasets), county: choices.codes, year: years.map(String)};
            const wishes = {county, year, ...usable(query, offered)};
            const chosenYear = nearest(years, wishes.year, first);
            const chosenCounty = wishes.county || counties[chosenYear];
            const chosenWeights = readWeights(search === written ? weights : query.weights || "", choices) || "";
            const place = {dataset, county: chosenCounty, year: chosenYear};
            write(chosenWeights ? {...place, weights: chosenWeights} : place);
            const again = JSON.stringify(place) === shown;
            const reweighed = again && chosenWeights !== weighed;
            [shown, weighed] = [JSON.stringify(place), chosenWeights];
            const asked = {...place, weights: chosenWeights};
            return [
                choices.codes.map((code) => ({value: code, label: choices.names[chosenYear][code]})),
                chosenCounty,
                years.map((each) => ({value: String(each), label: String(each)})),
                String(chosenYear),
                remarks(query, offered, choices),
                again ? no_update : asked,
                reweighed ? asked : no_update,
                chosenWeights,
            ];
        },

        paint(profile) {
            if (!profile) return;
            const {dom, plots, inSteps} = window.junheng;
            plots.clear(CountyPage.PROFILE);
            dom.paint(CountyPage.PROFILE, profile.body);
            dom.paint(CountyPage.CONTEXT, profile.context);
            inSteps(
                CountyPage.PROFILE,
                Object.entries(profile.charts).map(
                    ([id, figure]) =>
                        () =>
                            plots.draw(id, figure),
                ),
            );
        },

        // The field that was typed in stays the one that is typed in.
        paint_context(content) {
            const host = document.getElementById(CountyPage.CONTEXT);
            if (!content || !host) return;
            const {name} = document.activeElement;
            const typing = host.contains(document.activeElement) && name;
            window.junheng.dom.paint(CountyPage.CONTEXT, content.context);
            if (typing) host.querySelector(`.weight[name="${name}"]`)?.focus();
        },

        print_profile() {
            window.print();
        },
    };

    // A weight that cannot be used is marked where it stands, and asks for nothing.
    document.addEventListener("change", (event) => {
        const host = event.target.closest(`#${CountyPage.CONTEXT}`);
        if (!host || !event.target.matches(".weight")) return;
        const fields = [...host.querySelectorAll(".weight")];
        const hint = host.querySelector(".weight-hint").textContent;
        const counts = fields.some((field) => Number(field.value) > 0);
        for (const field of fields) field.setCustomValidity(counts && field.value !== "" ? "" : hint);
        if (!fields.every((field) => field.checkValidity())) return;
        setWeights(fields.map((field) => `${field.name}:${field.value}`).join(","));
    });
    document.addEventListener("click", (event) => {
        if (event.target.matches(`#${CountyPage.CONTEXT} .reset-weights`)) setWeights("");
    });

    function setWeights(text) {
        window.dash_clientside.set_props(CountyPage.WEIGHTS, {data: text});
    }

    // The weights that differ from those declared, as the address holds them; null where they cannot be used.
    function readWeights(text, {weights: declared, highest}) {
        const pairs = text
            .split(",")
            .filter(Boolean)
            .map((part) => part.split(":"));
        const isUsable = ([key, weight]) =>
            key in declared && weight && Number(weight) >= 0 && Number(weight) <= highest;
        const all = {...declared, ...Object.fromEntries(pairs.map(([key, weight]) => [key, Number(weight)]))};
        if (!pairs.every(isUsable) || !Object.values(all).some((weight) => weight > 0)) return null;
        const changed = Object.keys(declared).filter((key) => all[key] !== declared[key]);
        return changed.map((key) => `${key}:${all[key]}`).join(",");
    }

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
        if (query !== window.junheng.search()) window.history.replaceState(null, "", query);
        written = query;
    }

    function remarks(query, offered, choices) {
        return Object.entries(query)
            .filter(([name, value]) => !(offered[name] || []).includes(value))
            .filter(([name, value]) => name !== "weights" || readWeights(value, choices) === null)
            .map(([name, value]) => {
                const allowed =
                    name === "weights" ? choices.example : (offered[name] || Object.keys(offered)).join(", ");
                return window.junheng.format.fill(choices.ignored, {name, found: value.slice(0, 40), allowed});
            })
            .join(window.junheng.words.list.parts);
    }
})();
