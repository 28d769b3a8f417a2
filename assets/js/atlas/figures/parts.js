// What several figures need.
(() => {
    "use strict";

    const GROUND_LINES = ["group-halo", "group-line", "river-halo", "rivers", "road-halo", "roads"];
    const MOST_LETTERS = 24; // of a name beside the longest bar
    const [LETTER, MARK, PLOT] = [12, 18, 460]; // pixels: of a name, of a point and its gap, across a panel

    window.junheng.figureParts = {
        trace(figure, name) {
            return figure.data.find((candidate) => candidate.name === name);
        },

        // The band around the region, the line between its groups and their names; of an opened place there are none.
        // `ground` is {groupNames: [{text, colour, lon, lat}], neighbours: {codes, names}}, `labels` which texts the map has.
        ground(figure, {groupNames, neighbours}, {isWhole, region, labels}) {
            const at = (name) => this.trace(figure, name);
            const hide = (trace) => trace && !isWhole && (trace.z = [null]);
            Object.assign(at("band"), {locations: [region], z: [isWhole ? 0 : null]});
            for (const name of GROUND_LINES) hide(at(name));
            const hasTexts = isWhole && labels !== "none";
            const write = (trace, names) => {
                const [lon, lat, text] = ["lon", "lat", "text"].map((part) => names.map((name) => name[part]));
                return Object.assign(trace, {lon, lat, text});
            };
            const named = hasTexts && at("group-line") ? groupNames : [];
            const names = write(at("group-names"), named);
            names.textfont = {...names.textfont, color: named.map(({colour}) => colour)};
            const {codes, names: around} = neighbours;
            const z = codes.map(() => (isWhole ? 0 : null));
            if (at("neighbours")) Object.assign(at("neighbours"), {locations: codes, z});
            write(at("neighbour-names"), hasTexts ? around : []);
            return named.length > 0;
        },

        // Names of points that stand close together fan out: the first to the left, the last to the right, others up and down.
        stagger(points, [low, high]) {
            const near = (high - low) * 0.08;
            const places = points.map(() => "top center");
            const order = points.map((_, index) => index);
            order.sort((one, other) => points[one][1] - points[other][1] || points[one][0] - points[other][0]);
            let cluster = [];
            const place = () => {
                if (cluster.length === 2) places[cluster[1]] = "bottom center";
                if (cluster.length > 2) {
                    cluster.forEach((index, at) => (places[index] = at % 2 ? "top center" : "bottom center"));
                    places[cluster[0]] = "middle left";
                    places[cluster[cluster.length - 1]] = "middle right";
                }
            };
            for (const index of order) {
                const before = cluster[cluster.length - 1];
                const joins =
                    cluster.length &&
                    points[before][1] === points[index][1] &&
                    points[index][0] - points[before][0] < near;
                if (!joins) {
                    place();
                    cluster = [];
                }
                cluster.push(index);
            }
            place();
            return places;
        },

        // Heights between -1 and 1 for points with a name beside them, [x, letters], so that no name lies over another.
        lanes(points, [low, high]) {
            const across = ([x, letters]) => [(x - low) / (high - low), (letters * LETTER + MARK) / PLOT];
            const ends = []; // where each lane is free again
            const lane = points.map(() => 0);
            const order = points.map((_, index) => index).sort((one, other) => points[one][0] - points[other][0]);
            for (const index of order) {
                const [start, width] = across(points[index]);
                const free = ends.findIndex((end) => end <= start);
                lane[index] = free < 0 ? ends.length : free;
                ends[lane[index]] = start + width;
            }
            const step = ends.length > 1 ? Math.min(0.36, 1.8 / (ends.length - 1)) : 0;
            return lane.map((at) => ((ends.length - 1) / 2 - at) * step);
        },

        // The names of areas on an axis: all of them short where a full one has no room, and townships of one name in
        // two counties told apart by their county.
        tellApart(areas, book) {
            const isLong = areas.some((row) => row.name.length > MOST_LETTERS);
            const nameOf = (row) => (isLong && row.short) || row.name;
            const short = Object.fromEntries(
                book.levels.county.codes.map((code, index) => [code, book.levels.county.shorts[index]]),
            );
            const count = {};
            for (const row of areas) count[nameOf(row)] = (count[nameOf(row)] || 0) + 1;
            const isShared = (row) => count[nameOf(row)] > 1 && row.county in short && row.county !== row.code;
            const {format} = window.junheng;
            return areas.map((row) => (isShared(row) ? format.aside(nameOf(row), short[row.county]) : nameOf(row)));
        },
    };
})();
