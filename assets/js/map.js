// Paint one year into the map of a level.
(() => {
    "use strict";

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.map = {
        recolour_map(...view) {
            return recoloured("atlas-map", ...view);
        },

        // The second map shows the second indicator, or the first one in another year.
        recolour_other_map(panel, otherPanel, view, year, ...rest) {
            if (!view || !view.compare) return window.dash_clientside.no_update;
            return recoloured("atlas-other-map", otherPanel || panel, view, year, ...rest);
        },
    };

    function recoloured(id, panel, view, year, labels, selected, types, points, found, figures, book, words, pointWords) {
        if (!panel) return window.dash_clientside.no_update;
        const {rows, trace, yearOf} = window.junheng;
        const {plain, shorten} = window.junheng.format;
        const shown = yearOf(panel, year);
        const areas = rows(panel, book, words, shown, view.within);
        const figure = structuredClone(figures.maps[panel.level]);
        const known = areas.filter((row) => row.value !== null);
        const missing = areas.filter((row) => row.value === null);

        Object.assign(trace(figure, "areas"), {
            locations: known.map((row) => row.code),
            z: known.map((row) => row.class),
            zmax: panel.colours.length - 0.5,
            colorscale: panel.scale,
            text: known.map((row) => plain(row.name)),
            customdata: known.map((row) => [row.note ? `${row.text}<br>${row.note.replaceAll("；", "<br>")}` : row.text, `${shown}年　${row.rankText}`, `${row.kind}｜${plain(shorten(row.source))}${remarked(row)}`]),
        });
        Object.assign(trace(figure, "missing"), {
            locations: missing.map((row) => row.code),
            z: missing.map(() => 0),
            text: missing.map((row) => `<b>${plain(row.name)}</b><br>${shown}年　${words.missing}`),
        });
        flat(trace(figure, "hatch"), missing.map((row) => row.code), areas[0].code);
        flat(trace(figure, "outlines"), view.within ? [view.within] : book.levels[panel.level].outlines);
        flat(trace(figure, "selected"), areas.some((row) => row.code === selected) ? [selected] : []);
        label(trace(figure, "labels"), labels ? areas : [], panel, view.within, figures.colours, types?.length);
        // Room for the legend beside an opened county, and for the note on borders above townships.
        figure.layout.geo.domain = {x: [view.within ? 0.26 : 0, 1], y: [0, panel.level === "township" ? 0.93 : 1]};
        const [west, south, east, north] = book.bounds[view.within || book.region];
        Object.assign(figure.layout.geo, {fitbounds: false, lonaxis: {range: [west, east]}, lataxis: {range: [south, north]}});
        const extent = `${panel.level} ${view.within || ""}`;
        const {zoom, facilities} = window.junheng;
        const host = document.getElementById(id).closest(".map-box"); // stays, while Dash changes the graph inside
        const drawn = {types: types || [], book: facilities.book(points), year: shown, within: view.within, found, extent};
        facilities.into(figure, host, {...drawn, words: pointWords, colours: figures.colours});
        zoom.into(figure, host, extent);
        forgetHover();
        return figure;
    }

    // The note of a figure under the pointer, in lines that a card of the pointer can hold.
    function remarked(row) {
        const {plain} = window.junheng.format;
        const lines = row.remark.match(/.{1,26}/gu) || [];
        return lines.slice(0, 4).map((line) => `<br>${plain(line)}`).join("");
    }

    // What the pointer rests on was told for the year before.
    function forgetHover() {
        document.querySelectorAll(".map .js-plotly-plot").forEach((plot) => window.Plotly.Fx.unhover(plot, {}, "geo"));
    }

    // A code without a value is not drawn, but has the layer fetched with the first year: later years need no request.
    function flat(trace, codes, always) {
        trace.locations = always && !codes.length ? [always] : codes;
        trace.z = codes.length ? codes.map(() => 0) : [null];
    }

    // Names stand on dark classes too: light text there, and small text where the whole city's townships are shown.
    // Over points they are dark on a pale halo (facilities.css).
    function label(trace, areas, panel, within, colours, overPoints) {
        const crowded = panel.level === "township" && !within;
        trace.locations = areas.map((row) => row.code);
        trace.text = areas.map((row) => row.short);
        trace.textfont.size = crowded ? 10 : 14;
        trace.textfont.color = areas.map((row) => (overPoints || row.class === null ? colours.ink : panel.textColours[row.class]));
    }
})();
