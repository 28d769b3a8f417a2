// The classes, names and outlines of one year, as a figure of plotly.
(() => {
    "use strict";

    window.junheng.figureOf = {
        ...window.junheng.figureOf,

        map({panel, view, year: shown, selected, figures, book, rows: areas, words, labels}) {
            const {trace} = window.junheng.figureParts;
            const {plain, shorten} = window.junheng.format;
            const {format} = window.junheng;
            const year = format.fill(words.year, {year: shown});
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
                    row.note
                        ? `${row.text}<br>${row.note.replaceAll(window.junheng.words.list.parts, "<br>")}`
                        : row.text,
                    format.join("facts", [year, row.rankText]),
                    `${row.kind} | ${plain(shorten(row.source))}${remarked(row)}`,
                ]),
            });
            Object.assign(trace(figure, "missing"), {
                locations: missing.map((row) => row.code),
                z: missing.map(() => 0),
                text: missing.map(
                    (row) =>
                        `<b>${plain(row.name)}</b><br>${format.join("facts", [year, row.reason ?? words.missing])}`,
                ),
            });
            flat(
                trace(figure, "hatch"),
                missing.map((row) => row.code),
                areas[0].code,
            );
            const {outlines} = book.levels[panel.level]; // of divisions there are none
            const isIn = (code) => !view.within || code === view.within;
            flat(trace(figure, "outlines"), outlines.filter(isIn), outlines[0]);
            window.junheng.figureParts.ground(figure, book.ground, {
                isWhole: !view.within,
                region: book.region,
                labels,
            });
            const divisions = trace(figure, "divisions");
            const nearest = (code) => code.startsWith(view.within ?? "") || view.within.startsWith(code);
            if (divisions) flat(divisions, book.bordered.filter(nearest), book.bordered[0]);
            flat(trace(figure, "selected"), areas.some((row) => row.code === selected) ? [selected] : []);
            // Room for the legend, and for the note on borders above townships.
            const isBelow = view.compare === "years"; // the legend
            const [beside, below] = isBelow ? [0, 0] : panel.room;
            figure.layout.geo.domain = {x: [beside, 1], y: [below, panel.level === "township" ? 0.93 : 1]};
            const [west, south, east, north] = book.bounds[view.within || book.region];
            Object.assign(figure.layout.geo, {
                fitbounds: false,
                lonaxis: {range: [west, east]},
                lataxis: {range: [south, north]},
            });
            return figure;
        },

        // The names that fit into their areas, with the values that do, on a map of so many pixels a degree, as a trace
        // of labels has them. The server asks alike what fits (layouts/figures/specs/area_values.py).
        names(frame, perDegree) {
            const {panel, view, labels, figures, book, rows} = frame;
            const isTownship = panel.level === "township";
            const isCrowded = rows.length > book.mostLarge && !view.within;
            const size = !isCrowded ? 14 : isTownship ? 10 : 12;
            const {nameSizes, valueSizes} = book.levels[panel.level];
            const fits = (row) => isTownship || nameSizes[row.index] * perDegree >= size;
            const named = labels === "none" ? [] : rows.filter(fits);
            const isValued = ({index, figure}) =>
                labels === "values" &&
                figure !== "" &&
                valueSizes[index] * perDegree >= size * Math.max(1, figure.length / book.shortValue);
            return {
                locations: named.map((row) => row.code),
                text: named.map((row) => (isValued(row) ? `${row.short}<br>${row.figure}` : row.short)),
                size,
                // Plotly takes no empty list of colours: it keeps the one before.
                color: named.length ? named.map((row) => this.nameColour(row, frame)) : figures.colours.ink,
            };
        },

        // Names stand on dark classes too: light text there. Over points they are dark on a pale halo (facilities.css).
        nameColour(row, {panel, figures, types}) {
            return types.length || row.class === null ? figures.colours.ink : panel.textColours[row.class];
        },
    };

    // The note of a figure under the pointer, in lines that a card of the pointer can hold.
    function remarked(row) {
        const {plain} = window.junheng.format;
        const lines = row.remark.match(/.{1,26}/gu) || [];
        return lines
            .slice(0, 4)
            .map((line) => `<br>${plain(line)}`)
            .join("");
    }

    // A code without a value is not drawn, but has the layer fetched with the first year: later years need no request.
    function flat(trace, codes, always) {
        trace.locations = always && !codes.length ? [always] : codes;
        trace.z = codes.length ? codes.map(() => 0) : [null];
    }
})();
