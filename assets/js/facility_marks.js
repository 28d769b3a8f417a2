// The marks of facilities in sight of a map, as traces of plotly: points, groups of points that would lie on each other,
// and the ring around one that was looked for.
(() => {
    "use strict";

    const RADIUS = 6; // pixels, of a single point
    const NAMED = 6; // facilities or types that a cluster names one by one
    // How many points are in sight decides how far apart marks stand, in pixels.
    const SPACING = [
        [160, 13],
        [600, 30],
        [Infinity, 44],
    ];

    window.junheng.facilityMarks = {
        // `placed` is {shown, every}: points {type, at, code, x, y, lon, lat} with x and y in pixels, and how many there
        // are in any year, so that marks do not change their spacing from year to year. Returns {traces, members}, the
        // latter the points of each cluster.
        traces({shown, every}, {colours = {}, ...choice}) {
            const looks = {colours, ...choice};
            const groups = grouped(shown, spacing(every));
            const single = groups.filter((each) => each.points.length === 1).map((each) => each.points[0]);
            const several = groups.filter((each) => each.points.length > 1);
            const found = shown.filter((point) => point.code === choice.found);
            return {
                traces: [points(single, looks), clusters(several, looks), ring(found, looks)],
                members: several.map((each) => each.points),
            };
        },
    };

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
                "facility-points",
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
                "facility-clusters",
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
            ...scatter("facility-found", found, []),
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
        const lines = [
            `<b>${plain(held.name[at])}</b>`,
            [look.name, held.grade[at]].filter(Boolean).map(plain).join(window.junheng.words.list.facts),
            held.capacity[at] === null
                ? ""
                : `${look.capacity} ${held.capacity[at].toLocaleString("zh-CN")} ${look.unit}`,
            [
                held.opened[at] === null ? words.opened_unknown : fill(words.opened, {year: held.opened[at]}),
                held.closed[at] === null ? "" : fill(words.closed, {year: held.closed[at]}),
            ]
                .filter(Boolean)
                .join(window.junheng.words.list.facts),
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
                ? found.map(({type, at}) =>
                      fill(words.name_of_type, {name: plain(book.points[type].name[at]), type: book.types[type].name}),
                  )
                : [...counts]
                      .sort((one, other) => other[1] - one[1])
                      .map(([type, count]) => fill(words.type_count, {name: book.types[type].name, count}));
        const more = lines.length > NAMED ? [words.and_more] : [];
        return [head, ...lines.slice(0, NAMED), ...more, words.cluster_hint].join("<br>");
    }
})();
