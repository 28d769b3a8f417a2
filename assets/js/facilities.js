// Facility points over any plotly map of the page (a figure whose subplot is "geo").
//
//   facilities.load(url)                  promise of the book at `url` (callbacks/atlas/routes.py): a dataset's facilities
//   facilities.book(url)                  the same once it is loaded, else null
//   facilities.show(host, choice)         draw the points on a map that stands, and keep them in step with zoom and size
//   facilities.into(figure, host, choice) the same for a map about to be drawn anew: puts the points into its figure
//   facilities.hide(host)                 draw none
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
    const RADIUS = 6; // pixels, of a single point
    const NAMED = 6; // facilities or types that a cluster names one by one
    // How many points are in sight decides how far apart marks stand, in pixels.
    const SPACING = [
        [160, 13],
        [600, 30],
        [Infinity, 44],
    ];

    const books = {};
    const choices = new WeakMap(); // by host: what is shown there
    const drawn = new WeakMap(); // by host: the marks on the map, as text
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

        show(host, choice) {
            choices.set(host, choice);
            const plot = plotOf(host);
            if (!positions(plot).length) window.Plotly.addTraces(plot, empty());
            follow(host);
        },

        hide(host) {
            choices.delete(host);
            if (plotOf(host)) refresh(host);
        },

        into(figure, host, choice) {
            const moved = choices.get(host)?.extent !== choice.extent;
            choices.set(host, choice);
            figure.layout.hoverdistance = choice.types.length ? 4 : 20; // an area between two points is still found
            const made = project(host) && !moved ? traces(host) : empty();
            drawn.set(host, JSON.stringify(made));
            const labels = figure.data.findIndex((trace) => trace.name === "labels");
            figure.data.splice(labels < 0 ? figure.data.length : labels, 0, ...made);
            follow(host);
        },

        open(book, type, year, within = null) {
            const {opened, closed, township, code} = book.points[type];
            const isOpen = (at) =>
                year === null ||
                ((opened[at] === null || opened[at] <= year) && (closed[at] === null || closed[at] > year));
            const isIn = (at) => !within || book.areas[township[at]]?.county === within;
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

    function positions(plot) {
        return TRACES.map((name) => plot.data.findIndex((trace) => trace.name === name)).filter((at) => at >= 0);
    }

    // The map's own projection, from degrees to pixels; null before the map was drawn.
    function project(host) {
        const geo = plotOf(host)?._fullLayout?.geo?._subplot;
        return geo?.projection && geo.bounds ? (lonLat) => geo.projection(lonLat) : null;
    }

    // From now on every drawing of the map is followed by a look at whether the marks still fit.
    function follow(host) {
        const plot = plotOf(host);
        if (!plot?.on || !project(host)) {
            window.setTimeout(follow, 60, host);
            return;
        }
        if (!plot.junhengFollowed) {
            plot.junhengFollowed = true;
            for (const event of ["plotly_afterplot", "plotly_relayout"]) plot.on(event, () => refresh(host));
            plot.on("plotly_click", (click) => closer(host, click.points[0]));
        }
        refresh(host);
    }

    function refresh(host) {
        const plot = plotOf(host);
        if (plot.junhengMarking || !project(host) || positions(plot).length < TRACES.length) return;
        const made = traces(host);
        const text = JSON.stringify(made);
        if (text === drawn.get(host)) return;
        drawn.set(host, text);
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
            },
            positions(plot),
        ).finally(() => (plot.junhengMarking = false));
    }

    function closer(host, point) {
        if (point?.data?.name !== "facility-clusters") return;
        window.Plotly.Fx.unhover(plotOf(host), {}, "geo");
        const lonLat = members.get(host)[point.pointIndex].map(({lon, lat}) => [lon, lat]);
        const [lons, lats] = [0, 1].map((axis) => lonLat.map((each) => each[axis]));
        window.junheng.zoom.to(host, [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]);
    }

    function empty() {
        return [points([], {colours: {}}), clusters([], {colours: {}}), ring([], {colours: {}})];
    }

    function traces(host) {
        const choice = choices.get(host);
        if (!choice?.book) return empty();
        const placed = inSight(host, choice);
        const groups = grouped(placed.shown, spacing(placed.every));
        const several = groups.filter((group) => group.points.length > 1);
        members.set(
            host,
            several.map((group) => group.points),
        );
        return [
            points(
                groups.filter((group) => group.points.length === 1).map((group) => group.points[0]),
                choice,
            ),
            clusters(several, choice),
            ring(
                placed.shown.filter((point) => point.code === choice.found),
                choice,
            ),
        ];
    }

    // The chosen facilities that the map shows, in pixels; `every` counts those of other years too, so that marks do
    // not change their spacing from year to year.
    function inSight(host, {book, types, year, within}) {
        const toPixels = project(host);
        const {width, height} = plotOf(host)._fullLayout;
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

    function spacing(count) {
        return SPACING.find(([most]) => count <= most)[1];
    }

    // Points of one cell of a grid of pixels are one group; groups whose marks would overlap are joined.
    function grouped(found, size) {
        const cells = new Map();
        for (const point of found) {
            const cell = `${Math.floor(point.x / size)} ${Math.floor(point.y / size)}`;
            if (!cells.has(cell)) cells.set(cell, []);
            cells.get(cell).push(point);
        }
        const byCount = [...cells.values()].sort((one, other) => other.length - one.length).map((each) => group(each));
        const kept = [];
        for (const next of byCount) {
            const near = kept.find(
                (other) => Math.hypot(other.x - next.x, other.y - next.y) < (radius(other) + radius(next)) * 0.85,
            );
            if (near) Object.assign(near, group([...near.points, ...next.points]));
            else kept.push(next);
        }
        return kept;
    }

    function group(points) {
        const mean = (key) => points.reduce((sum, point) => sum + point[key], 0) / points.length;
        return {points, x: mean("x"), y: mean("y"), lon: mean("lon"), lat: mean("lat")};
    }

    function radius({points}) {
        return points.length === 1 ? RADIUS : 8 + 1.5 * Math.log2(points.length);
    }

    function points(found, {book, words, colours}) {
        const looks = found.map(({type}) => book.types[type]);
        const hollow = found.map(({type, at}) => Boolean(book.points[type].approximate[at]));
        return {
            ...scatter(
                TRACES[0],
                found,
                found.map((point) => told(book, point, words)),
            ),
            mode: "markers",
            marker: {
                symbol: looks.map(({symbol}) => symbol),
                size: RADIUS * 2,
                opacity: 1,
                color: looks.map(({colour}, index) => (hollow[index] ? colours.paper : colour)),
                line: {
                    color: looks.map(({colour}, index) => (hollow[index] ? colour : colours.paper)),
                    width: hollow.map((isHollow) => (isHollow ? 2 : 1.2)),
                },
            },
        };
    }

    function clusters(found, {book, words, colours}) {
        const of = (cluster) => [...new Set(cluster.points.map(({type}) => book.types[type].colour))];
        return {
            ...scatter(
                TRACES[1],
                found,
                found.map((cluster) => listed(book, cluster.points, words)),
            ),
            mode: "markers+text",
            text: found.map((cluster) => String(cluster.points.length)),
            textfont: {color: colours.ink ?? "#000", size: 11.5},
            marker: {
                symbol: "circle",
                size: found.map((cluster) => radius(cluster) * 2),
                opacity: 1,
                color: colours.bubble ?? "#fff",
                line: {
                    color: found.map((cluster) => (of(cluster).length === 1 ? of(cluster)[0] : colours.ink)),
                    width: 2,
                },
            },
        };
    }

    function ring(found, {colours}) {
        return {
            ...scatter(TRACES[2], found, []),
            mode: "markers",
            hoverinfo: "skip",
            hovertemplate: null,
            marker: {symbol: "circle-open", size: 30, opacity: 1, color: colours.selected ?? "#fff", line: {width: 4}},
        };
    }

    function scatter(name, found, texts) {
        return {
            type: "scattergeo",
            name,
            lon: found.map(({lon}) => lon),
            lat: found.map(({lat}) => lat),
            text: [],
            customdata: texts.map((text) => [text]),
            hovertemplate: "%{customdata[0]}<extra></extra>",
            showlegend: false,
        };
    }

    // All that is known of one facility. What a file says is text: plotly would read some of it as markup.
    function told(book, {type, at}, words) {
        const {fill, plain, shorten} = window.junheng.format;
        const [held, look] = [book.points[type], book.types[type]];
        const area = book.areas[held.township[at]];
        const [, what, unit] = look.capacity.match(/^(.*?)（(.*)）$/) || [null, look.capacity, ""];
        const lines = [
            `<b>${plain(held.name[at])}</b>`,
            [look.name, held.grade[at]].filter(Boolean).map(plain).join("　"),
            held.capacity[at] === null ? "" : `${what} ${held.capacity[at].toLocaleString("zh-CN")} ${unit}`,
            [
                held.opened[at] === null ? words.opened_unknown : fill(words.opened, {year: held.opened[at]}),
                held.closed[at] === null ? "" : fill(words.closed, {year: held.closed[at]}),
            ]
                .filter(Boolean)
                .join("　"),
            area ? [...new Set([area.countyName, area.name])].join(" ") : words.outside,
            held.approximate[at] ? words.approximate : "",
            fill(words.source, {source: plain(shorten(book.sources[held.source[at]]))}),
        ];
        return lines.filter(Boolean).join("<br>");
    }

    // A cluster of few names them, one of many counts its types.
    function listed(book, found, words) {
        const {fill, plain} = window.junheng.format;
        const head = `<b>${fill(words.cluster, {count: found.length})}</b>`;
        const counts = new Map();
        for (const {type} of found) counts.set(type, (counts.get(type) || 0) + 1);
        const lines =
            found.length <= NAMED
                ? found.map(({type, at}) => `${plain(book.points[type].name[at])}（${book.types[type].name}）`)
                : [...counts]
                      .sort((one, other) => other[1] - one[1])
                      .map(([type, count]) => fill(words.type_count, {name: book.types[type].name, count}));
        const more = lines.length > NAMED ? [words.and_more] : [];
        return [head, ...lines.slice(0, NAMED), ...more, words.cluster_hint].join("<br>");
    }
})();
