// The map of one year: its classes at once, everything else of it with Plotly's next drawing.
(() => {
    "use strict";

    const drawn = new Map(); // by id of the map: what it shows

    window.junheng.map = {
        // Give the areas that stand their colours. Only where the same areas have values as before; else the drawing
        // that follows shows them.
        recolour(id, frame) {
            const before = drawn.get(id);
            const known = frame.rows.filter((row) => row.value !== null);
            if (!before || before.panel.level !== frame.panel.level || before.codes !== codesOf(known)) return;
            paintAreas(id, known, frame.panel.colours);
            paintNames(id, frame);
            forgetHover();
        },

        draw(id, frame) {
            const figure = mapFigure(id, frame);
            drawn.set(id, {panel: frame.panel, codes: codesOf(frame.rows.filter((row) => row.value !== null))});
            return window.junheng.plots.draw(id, figure);
        },
    };

    function codesOf(rows) {
        return rows.map((row) => row.code).join(" ");
    }

    // Plotly draws a group for each choropleth that has areas, in the order of the figure, and in it a path an area.
    function paintAreas(id, known, colours) {
        const plot = window.junheng.plots.of(id);
        const traces = plot.data.filter((trace) => trace.type === "choropleth" && trace.locations.length);
        const group =
            plot.querySelectorAll(".choroplethlayer > .trace")[traces.findIndex((trace) => trace.name === "areas")];
        const paths = group?.querySelectorAll("path") ?? [];
        if (paths.length !== known.length) return; // its shapes are still on their way
        known.forEach((row, index) => paths[index].setAttribute("fill", colours[row.class]));
    }

    function paintNames(id, frame) {
        const groups = [...window.junheng.plots.of(id).querySelectorAll(".scattergeo")];
        const texts = groups.at(-1)?.querySelectorAll("text") ?? [];
        if (!frame.labels || texts.length !== frame.rows.length) return;
        frame.rows.forEach((row, index) => (texts[index].style.fill = nameColour(row, frame)));
    }

    function mapFigure(
        id,
        {
            panel,
            view,
            year: shown,
            labels,
            selected,
            types,
            points,
            found,
            figures,
            book,
            rows: areas,
            words,
            pointWords,
        },
    ) {
        const {trace} = window.junheng;
        const {plain, shorten} = window.junheng.format;
        const figure = structuredClone(figures.maps[panel.level]);
        const known = areas.filter((row) => row.value !== null);
        const missing = areas.filter((row) => row.value === null);

        Object.assign(trace(figure, "areas"), {
            locations: known.map((row) => row.code),
            z: known.map((row) => row.class),
            zmax: panel.colours.length - 0.5,
            colorscale: panel.scale,
            text: known.map((row) => plain(row.name)),
            customdata: known.map((row) => [
                row.note ? `${row.text}<br>${row.note.replaceAll("；", "<br>")}` : row.text,
                `${shown}年　${row.rankText}`,
                `${row.kind}｜${plain(shorten(row.source))}${remarked(row)}`,
            ]),
        });
        Object.assign(trace(figure, "missing"), {
            locations: missing.map((row) => row.code),
            z: missing.map(() => 0),
            text: missing.map((row) => `<b>${plain(row.name)}</b><br>${shown}年　${words.missing}`),
        });
        flat(
            trace(figure, "hatch"),
            missing.map((row) => row.code),
            areas[0].code,
        );
        flat(trace(figure, "outlines"), view.within ? [view.within] : book.levels[panel.level].outlines);
        flat(trace(figure, "selected"), areas.some((row) => row.code === selected) ? [selected] : []);
        label(trace(figure, "labels"), labels ? areas : [], {panel, view, figures, types});
        // Room for the legend beside an opened county, and for the note on borders above townships.
        figure.layout.geo.domain = {x: [view.within ? 0.26 : 0, 1], y: [0, panel.level === "township" ? 0.93 : 1]};
        const [west, south, east, north] = book.bounds[view.within || book.region];
        Object.assign(figure.layout.geo, {
            fitbounds: false,
            lonaxis: {range: [west, east]},
            lataxis: {range: [south, north]},
        });
        const extent = `${panel.level} ${view.within || ""}`;
        const {zoom, facilities} = window.junheng;
        const host = document.getElementById(id).closest(".map-box");
        const places = {types, book: facilities.book(points), year: shown, within: view.within, found, extent};
        facilities.into(figure, host, {...places, words: pointWords, colours: figures.colours});
        zoom.into(figure, host, extent);
        return figure;
    }

    // The note of a figure under the pointer, in lines that a card of the pointer can hold.
    function remarked(row) {
        const {plain} = window.junheng.format;
        const lines = row.remark.match(/.{1,26}/gu) || [];
        return lines
            .slice(0, 4)
            .map((line) => `<br>${plain(line)}`)
            .join("");
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
    function label(trace, areas, frame) {
        const crowded = frame.panel.level === "township" && !frame.view.within;
        trace.locations = areas.map((row) => row.code);
        trace.text = areas.map((row) => row.short);
        trace.textfont.size = crowded ? 10 : 14;
        trace.textfont.color = areas.map((row) => nameColour(row, frame));
    }

    function nameColour(row, {panel, figures, types}) {
        return types.length || row.class === null ? figures.colours.ink : panel.textColours[row.class];
    }
})();
