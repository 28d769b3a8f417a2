// Facility points over any plotly map of the page (a figure whose subplot is "geo").
//
//   facilities.load(url)                  promise of the book at `url` (callbacks/atlas/routes.py): a dataset's facilities
//   facilities.book(url)                  the same once it is loaded, else null
//   facilities.into(figure, host, choice) put the points into the figure of a map about to be drawn
//   facilities.follow(host)               keep the points of a map that stands in step with its zoom and size
//   facilities.open(book, type, year, within?)   positions in the book's arrays of those open in a year, all if it is null
//   facilities.legend(book, choice)       elements: symbol, name and count of every chosen type
//   facilities.glyph(look, hollow?)       element: the symbol of a type, `look` being book.types[type]
//
// `host` is the plotly element, or a box around it that outlives it. `choice` is {book, types, year, within, found, words, colours}:
// ids of types in the order of the legend, a county's code or null, the code of a facility to be ringed or null,
// FACILITIES_FOR_BROWSER of layouts/words/pages/atlas.py, and the colours that theme.py sends with the figures.
//
// Points that would lie on each other are one mark with their count; a click on it brings the map closer.
(() => {
    "use strict";

    const {element} = window.junheng.dom;
    const TRACES = ["facility-points", "facility-clusters", "facility-found"];

    const books = {};
    const choices = new WeakMap(); // by host: what is shown there
    const members = new WeakMap(); // by host: the points of each cluster

    window.junheng.facilities = {
        async load(url) {
            books[url] ??= fetch(url).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.statusText)));
            const loading = books[url];
            try {
                return (books[url] = await loading);
            } catch (fault) {
                delete books[url];
                throw fault;
            }
        },

        book(url) {
            const found = books[url];
            return found && !(found instanceof Promise) ? found : null;
        },

        into(figure, host, choice) {
            const moved = choices.get(host)?.extent !== choice.extent;
            choices.set(host, choice);
            figure.layout.hoverdistance = choice.types.length ? 4 : 20; // an area between two points is still found
            const made = marked(view(host) && !moved ? traces(host) : empty());
            const labels = figure.data.findIndex((trace) => trace.name === "labels");
            figure.data.splice(labels < 0 ? figure.data.length : labels, 0, ...made);
        },

        // Every drawing of the map is followed by a look at whether the marks still fit. A map that is still being
        // drawn for the first time would lose the marks that are put on it meanwhile.
        follow(host) {
            const plot = plotOf(host);
            if (!plot.junhengFollowed) {
                plot.junhengFollowed = true;
                for (const event of ["plotly_afterplot", "plotly_relayout"]) plot.on(event, () => refresh(host));
                plot.on("plotly_click", (click) => closer(host, click.points[0]));
            }
            refresh(host);
        },

        open(book, type, year, within = null) {
            const {opened, closed, township, code} = book.points[type];
            const isOpen = (at) =>
                year === null ||
                ((opened[at] === null || opened[at] <= year) && (closed[at] === null || closed[at] > year));
            const isIn = (at) => !within || book.areas[township[at]]?.county.startsWith(within);
            return code.map((_, at) => at).filter((at) => isOpen(at) && isIn(at));
        },

        legend(book, {types, year, within, words}) {
            const {fill} = window.junheng.format;
            const shown = types.filter((type) => book.types[type]);
            if (!shown.length) return [];
            const open = shown.map((type) => this.open(book, type, year, within));
            const hollow = shown.some((type, index) => open[index].some((at) => book.points[type].approximate[at]));
            return [
                element("div", {className: "legend-head"}, fill(words.legend, {year})),
                ...shown.map((type, index) =>
                    entry(this.glyph(book.types[type]), book.types[type].name, open[index].length),
                ),
                ...(hollow ? [element("div", {className: "legend-note"}, words.hollow)] : []),
            ];
        },

        glyph({path, colour}, hollow = false) {
            const look = `fill="${hollow ? "#fff" : colour}" stroke="${hollow ? colour : "#fff"}" stroke-width="${hollow ? 0.45 : 0.15}"`;
            const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1.5 -1.5 3 3"><path d="${path}" ${look}/></svg>`;
            return element("img", {
                className: "facility-glyph",
                alt: "",
                src: `data:image/svg+xml,${encodeURIComponent(svg)}`,
            });
        },
    };

    function entry(glyph, name, count) {
        return element("div", {className: count ? "legend-entry" : "legend-entry is-unused"}, [
            glyph,
            element("span", {className: "legend-text"}, name),
            element("span", {className: "legend-count"}, String(count)),
        ]);
    }

    function plotOf(host) {
        return host.classList.contains("js-plotly-plot") ? host : host.querySelector(".js-plotly-plot");
    }

    function view(host) {
        return window.junheng.zoom.view(host);
    }

    function positions(plot) {
        return TRACES.map((name) => plot.data.findIndex((trace) => trace.name === name)).filter((at) => at >= 0);
    }

    function refresh(host) {
        const plot = plotOf(host);
        if (plot.junhengMarking || !view(host) || positions(plot).length < TRACES.length) return;
        const made = marked(traces(host));
        if (made[0].meta === marksOn(plot)) return;
        const {Plotly} = window;
        const put = (read) => made.map(read);
        plot.junhengMarking = true; // a map that is fitted to what it shows would move under its marks, again and again
        Plotly.restyle(
            plot,
            {
                lon: put((trace) => trace.lon),
                lat: put((trace) => trace.lat),
                text: put((trace) => trace.text),
                customdata: put((trace) => trace.customdata),
                marker: put((trace) => trace.marker),
                meta: put((trace) => trace.meta),
            },
            positions(plot),
        ).finally(() => {
            plot.junhengMarking = false;
            if (made[0].meta !== marksOn(plot)) refresh(host); // another figure was drawn over them meanwhile
        });
    }

    // The traces, each bearing all of their marks as text: a plot then says itself which marks are on it.
    function marked(traces) {
        const meta = JSON.stringify(traces);
        return traces.map((trace) => ({...trace, meta}));
    }

    function marksOn(plot) {
        return plot.data.find((trace) => trace.name === TRACES[0])?.meta;
    }

    function closer(host, point) {
        if (point?.data?.name !== "facility-clusters") return;
        window.Plotly.Fx.unhover(plotOf(host), {}, "geo");
        const lonLat = members.get(host)[point.pointIndex].map(({lon, lat}) => [lon, lat]);
        const [lons, lats] = [0, 1].map((axis) => lonLat.map((each) => each[axis]));
        window.junheng.zoom.to(host, [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]);
    }

    function empty() {
        return window.junheng.facilityMarks.traces({shown: [], every: 0}, {}).traces;
    }

    function traces(host) {
        const choice = choices.get(host);
        if (!choice?.book) return empty();
        const made = window.junheng.facilityMarks.traces(inSight(host, choice), choice);
        members.set(host, made.members);
        return made.traces;
    }

    // The chosen facilities that the map shows, in pixels; `every` counts those of other years too, so that marks do
    // not change their spacing from year to year.
    function inSight(host, {book, types, year, within}) {
        const {toPixels, width, height} = view(host);
        const shown = [];
        let every = 0;
        for (const type of types.filter((each) => book.types[each])) {
            const held = book.points[type];
            const open = new Set(window.junheng.facilities.open(book, type, year, within));
            held.code.forEach((code, at) => {
                const [x, y] = toPixels([held.lon[at], held.lat[at]]);
                if (x < 0 || y < 0 || x > width || y > height) return;
                every += 1;
                if (open.has(at)) shown.push({type, at, code, x, y, lon: held.lon[at], lat: held.lat[at]});
            });
        }
        return {shown, every};
    }
})();
