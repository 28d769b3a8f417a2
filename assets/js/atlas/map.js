// The map of one year: its classes at once, everything else of it with Plotly's next drawing.
(() => {
    "use strict";

    const {Atlas} = window.junheng.ids;
    const drawn = new Map(); // by id of the map: what it shows
    const LEAST_IN_ROOM = 12; // pixels of a name that is read from afar
    const LEAST_AROUND = 420; // a map less wide or high has no room for names around: assets/css/map_overlays.css
    const followed = new WeakSet(); // plots whose zoom and size decide which names stand

    window.junheng.map = {
        // Give the areas that stand their colours; returns whether it could. Only where the same areas have values as
        // before; else the drawing that follows shows them.
        recolour(id, frame) {
            const before = drawn.get(id);
            const known = frame.rows.filter((row) => row.value !== null);
            if (!before || before.level !== frame.panel.level || before.codes !== codesOf(known)) return false;
            if (!paintAreas(id, known, frame.panel.colours)) return false;
            drawn.set(id, {...before, frame});
            paintNames(id, frame);
            window.junheng.leaders.write(id, frame);
            forgetHover();
            return true;
        },

        draw(id, frame) {
            const figure = mapFigure(id, frame);
            const codes = codesOf(frame.rows.filter((row) => row.value !== null));
            const {locations: named, text: texts} = window.junheng.figureParts.trace(figure, "labels");
            drawn.set(id, {level: frame.panel.level, codes, frame, named, texts});
            return window.junheng.plots.draw(id, figure).then(() => {
                window.junheng.facilities.follow(document.getElementById(id).closest(".map-box"));
                followZoom(id);
                paintLeaders(id);
            });
        },
    };

    // Where the map lies, in a corner of it; of maps that are compared there is no room.
    function paintInset(id) {
        const {view, book} = drawn.get(id).frame;
        if (id !== Atlas.MAP || !(view.within || book.ground.province.length)) return;
        const isAlone = !view.compare || view.compare === "none";
        const paint = () => isAlone && window.junheng.inset.paint(id, drawn.get(id).frame);
        window.junheng.load("inset").then(paint, () => {}); // the map does without it
    }

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
        const {named} = drawn.get(id);
        if (texts.length !== named.length) return;
        const rows = new Map(frame.rows.map((row) => [row.code, row]));
        named.forEach((code, at) => {
            const row = rows.get(code);
            texts[at].style.fill = window.junheng.figureOf.nameColour(row, frame);
            const lines = texts[at].querySelectorAll("tspan.line");
            lines.forEach((line, number) => (line.textContent = number ? row.figure : row.short));
        });
    }

    // Closer to the map, or on a larger one, more names fit into their areas.
    function followZoom(id) {
        const plot = window.junheng.plots.of(id);
        if (followed.has(plot)) return;
        followed.add(plot);
        plot.on("plotly_afterplot", () => drawScale(id));
        drawScale(id);
        plot.on("plotly_relayout", () => {
            const before = drawn.get(id);
            const names = namesOn(id, plot.layout.geo, before.frame);
            if ([names.locations, names.text].join() === [before.named, before.texts].join()) {
                paintLeaders(id);
                return;
            }
            drawn.set(id, {...before, named: names.locations, texts: names.text});
            const at = plot.data.findIndex((trace) => trace.name === "labels");
            const {locations, text, color} = names;
            const change = {locations: [locations], text: [text], "textfont.color": [color]};
            window.Plotly.restyle(plot, change, [at]).then(() => paintLeaders(id));
        });
    }

    function paintLeaders(id) {
        const {frame} = drawn.get(id);
        window.junheng.leaders.paint(id, frame, namesOn(id, window.junheng.plots.of(id).layout.geo, frame));
        paintInset(id);
    }

    function namesOn(id, geo, frame) {
        const {clientWidth: width, clientHeight: height} = document.getElementById(id);
        const names = window.junheng.figureOf.names(
            frame,
            window.junheng.mercator.view({width, height}, geo).perDegree,
        );
        const isLegible = names.size >= LEAST_IN_ROOM || !window.junheng.stage.isOn();
        return isLegible ? names : {...names, locations: [], text: [], color: frame.figures.colours.ink};
    }

    // With the points of facilities, and as the reader has zoomed.
    function mapFigure(id, frame) {
        const {view, year, types, points, found, figures, pointWords: words, panel} = frame;
        const {figureOf, figureParts, zoom, facilities} = window.junheng;
        const figure = figureOf.map(frame);
        const hasGroupNames = figureParts.trace(figure, "group-names").text.length > 0;
        const extent = `${panel.level} ${view.within || ""}`;
        const host = document.getElementById(id).closest(".map-box");
        host.classList.toggle("has-group-names", hasGroupNames);
        const around = figureParts.trace(figure, "neighbour-names");
        if (!hasRoomAround(id)) Object.assign(around, {lon: [], lat: [], text: []});
        const book = facilities.book(points);
        const {colours} = figures;
        facilities.into(figure, host, {types, book, year, within: view.within, found, extent, words, colours});
        const {clientWidth: width, clientHeight: height} = document.getElementById(id);
        window.junheng.mercator.spread({width, height}, figure.layout); // what lies around is seen up to the edge
        zoom.into(figure, host, extent);
        const {locations, text, size, color} = namesOn(id, figure.layout.geo, frame);
        const labels = figureParts.trace(figure, "labels");
        Object.assign(labels, {locations, text, textfont: {...labels.textfont, size, color}});
        return figure;
    }

    function hasRoomAround(id) {
        const {clientWidth, clientHeight} = document.getElementById(id);
        return Math.min(clientWidth, clientHeight) > LEAST_AROUND;
    }

    function drawScale(id) {
        const host = document.getElementById(id).closest(".map-box");
        window.junheng.scaleBar.draw(host, drawn.get(id).frame.book.ground);
    }

    // What the pointer rests on was told for the year before.
    function forgetHover() {
        document.querySelectorAll(".map .js-plotly-plot").forEach((plot) => window.Plotly.Fx.unhover(plot, {}, "geo"));
    }
})();
