// A small map at the edge of the map: the region in its province, or what is opened in the region. Only on blank ground:
// never over areas, their texts or what else lies over the map, and not on a map that was brought closer.
//
//   inset.paint(id, frame)   after a map stands; takes the small map away where it has no room
(() => {
    "use strict";

    const [WIDTH, HEIGHT] = [96, 80]; // pixels of the drawing
    const LEAST = 420; // pixels: a map less wide or high has no room for it
    const EDGE = 10; // pixels to the edge of the map
    const STEPS = 7; // points a side in which blank ground is looked for
    const DOT = 7; // pixels: what is smaller is ringed
    const RADIAN = 180 / Math.PI; // degrees
    const COVERS =
        ".legend, .zoom-buttons, .schematic, .map-left-out, .mark-tag, .map-scale, .scattergeo text, .map-leaders text";
    const SVG = "http://www.w3.org/2000/svg";

    window.junheng.inset = {
        paint(id, frame) {
            const host = document.getElementById(id).closest(".map-box");
            host.querySelector(".map-inset")?.remove();
            const view = window.junheng.zoom.view(host);
            if (!view || view.scale > 1.02 || Math.min(view.width, view.height) < LEAST) return;
            const {around, own, areas} = findShapes(window.junheng.plots.of(id), frame);
            if (!around.length || !own.length) return;
            const made = draw(around, own, frame.book.ground.inset);
            host.append(made);
            const place = findPlace(host, made, areas, view);
            if (place) Object.assign(made.style, place);
            else made.remove();
        },
    };

    // Rings of degrees: of what lies around, of what is shown, and of all areas of the map.
    function findShapes(plot, {panel, view, book}) {
        const {trace} = window.junheng.figureParts;
        const featuresOf = (name) => window.PlotlyGeoAssets[trace(plot, name).geojson]?.features ?? [];
        const ringsOf = (features) => features.flatMap(({geometry: {type, coordinates}}) => flat(type, coordinates));
        const outlines = featuresOf("outlines"); // of the region, or of counties over townships
        if (!view.within) return {around: book.ground.province, own: ringsOf(outlines), areas: ringsOf(outlines)};
        const opened = panel.level === "township" ? outlines : featuresOf("areas");
        const own = ringsOf(opened.filter(({id}) => String(id).startsWith(view.within)));
        return {around: ringsOf(outlines), own, areas: own};
    }

    const flat = (type, coordinates) =>
        type === "Polygon" ? coordinates.slice(0, 1) : coordinates.map(([outer]) => outer);

    function draw(around, own, label) {
        const points = around.flat().map(project);
        const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
        const reach = (values) => values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]); // prettier-ignore
        const [[west, east], [top, bottom]] = [reach(xs), reach(ys)];
        const scale = Math.min((WIDTH - 4) / (east - west), (HEIGHT - 4) / (bottom - top));
        const [width, height] = [(east - west) * scale + 4, (bottom - top) * scale + 4];
        const place = (point) => {
            const [x, y] = project(point);
            return [(x - west) * scale + 2, (y - top) * scale + 2];
        };
        const svg = shape("svg", {width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true"});
        svg.append(shape("path", {class: "inset-around", d: pathOf(around, place)}));
        svg.append(shape("path", {class: "inset-own", d: pathOf(own, place)}));
        const drawn = own.flat().map(place);
        const [[left, right], [high, low]] = [reach(drawn.map(([x]) => x)), reach(drawn.map(([, y]) => y))];
        if (Math.max(right - left, low - high) < DOT) {
            svg.append(shape("circle", {class: "inset-ring", cx: (left + right) / 2, cy: (high + low) / 2, r: DOT}));
        }
        const box = window.junheng.dom.element("div", {className: "map-inset"}, [label]);
        box.prepend(svg);
        return box;
    }

    const project = ([lon, lat]) => [lon / RADIAN, -Math.asinh(Math.tan(lat / RADIAN))];

    // Corners that lie in one pixel of the last are left out.
    function pathOf(rings, place) {
        return rings
            .map((ring) => {
                let last = null;
                const kept = ring.map(place).filter(([x, y]) => {
                    const isNew = !last || Math.abs(x - last[0]) + Math.abs(y - last[1]) > 0.7;
                    if (isNew) last = [x, y];
                    return isNew;
                });
                return kept.length > 2
                    ? `M${kept.map((point) => point.map((part) => part.toFixed(1))).join("L")}Z`
                    : "";
            })
            .join("");
    }

    // Where the right edge is blank, or the left one, as properties of its style; null where none is.
    function findPlace(host, made, rings, view) {
        const [width, height] = [made.offsetWidth, made.offsetHeight];
        const [right, bottom] = [view.width - width - EDGE, view.height - height - EDGE];
        const context = document.createElement("canvas").getContext("2d");
        const areas = new Path2D(pathOf(rings, view.toPixels));
        const origin = host.getBoundingClientRect();
        const enlarged = origin.width / host.offsetWidth || 1; // in a meeting
        const places = host.closest(".stage")?.querySelectorAll(".places > *") ?? [];
        const covers = [...host.querySelectorAll(COVERS), ...places].map((cover) => {
            const box = cover.getBoundingClientRect();
            return [box.left - origin.left, box.top - origin.top, box.width, box.height].map((part) => part / enlarged);
        });
        const isBlank = ([left, top]) => {
            const steps = Array.from({length: STEPS}, (_, at) => at / (STEPS - 1));
            const meets = ([x, y, across, down]) =>
                across && x < left + width && x + across > left && y < top + height && y + down > top;
            const isLand = (on, down) => context.isPointInPath(areas, left + on * width, top + down * height);
            return !covers.some(meets) && !steps.some((on) => steps.some((down) => isLand(on, down)));
        };
        const tops = Array.from({length: Math.floor((bottom - EDGE) / EDGE) + 1}, (_, at) => EDGE * (at + 1));
        const found = [right, EDGE].flatMap((left) => tops.map((top) => [left, top])).find(isBlank);
        return found ? {left: `${found[0]}px`, top: `${found[1]}px`} : null;
    }

    function shape(tag, attributes) {
        const made = document.createElementNS(SVG, tag);
        for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
        return made;
    }
})();
