// The map of one year: its classes at once, everything else of it with Plotly's next drawing.
(() => {
    "use strict";

    const drawn = new Map(); // by id of the map: what it shows

    window.junheng.map = {
        // Give the areas that stand their colours; returns whether it could. Only where the same areas have values as
        // before; else the drawing that follows shows them.
        recolour(id, frame) {
            const before = drawn.get(id);
            const known = frame.rows.filter((row) => row.value !== null);
            if (!before || before.level !== frame.panel.level || before.codes !== codesOf(known)) return false;
            if (!paintAreas(id, known, frame.panel.colours)) return false;
            paintNames(id, frame);
            forgetHover();
            return true;
        },

        draw(id, frame) {
            const figure = mapFigure(id, frame);
            const codes = codesOf(frame.rows.filter((row) => row.value !== null));
            drawn.set(id, {level: frame.panel.level, codes});
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
        if (paths.length !== known.length) return false; // its shapes are still on their way
        known.forEach((row, index) => {
            const colour = colours[row.class];
            if (paths[index].getAttribute("fill") !== colour) paths[index].setAttribute("fill", colour);
        });
        return true;
    }

    function paintNames(id, frame) {
        const groups = [...window.junheng.plots.of(id).querySelectorAll(".scattergeo")];
        const texts = groups.at(-1)?.querySelectorAll("text") ?? [];
        if (!frame.labels || texts.length !== frame.rows.length) return;
        frame.rows.forEach((row, index) => (texts[index].style.fill = window.junheng.figureOf.nameColour(row, frame)));
    }

    // With the points of facilities, and as the reader has zoomed.
    function mapFigure(id, frame) {
        const {view, year, types, points, found, figures, pointWords: words, panel} = frame;
        const {figureOf, zoom, facilities} = window.junheng;
        const figure = figureOf.map(frame);
        const extent = `${panel.level} ${view.within || ""}`;
        const host = document.getElementById(id).closest(".map-box");
        const book = facilities.book(points);
        const {colours} = figures;
        facilities.into(figure, host, {types, book, year, within: view.within, found, extent, words, colours});
        zoom.into(figure, host, extent);
        return figure;
    }

    // What the pointer rests on was told for the year before.
    function forgetHover() {
        document.querySelectorAll(".map .js-plotly-plot").forEach((plot) => window.Plotly.Fx.unhover(plot, {}, "geo"));
    }
})();
