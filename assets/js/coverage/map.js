// The map of facilities: what an answer shows, what siting lays over it, and where it is clicked.
//
//   coverageMap.overlay(traces)      lays plotly traces (scattergeo, choropleth) over the map; [] takes them away
//   coverageMap.highlight(points)    rings around [{lon, lat}, ...]; [] takes them away
//   coverageMap.onClick(listener)    listener({lon, lat, trace, code}): where the map was clicked, and the trace and
//                                    code of the point there, null where there is none
(() => {
    "use strict";

    const {CoveragePage} = window.junheng.ids;
    const MOST_WIDE = 400; // settlements that are drawn at full size
    const listeners = new Set();
    let base = null; // the figure before anything is drawn
    let drawn = null; // what the map shows
    let overlaid = []; // what lies over it
    let highlighted = [];
    let hovered = null; // the point below the pointer
    let pressed = false; // whether the pointer went down on the map

    window.junheng.coverageMap = {
        draw({map}, figure) {
            [base, drawn, highlighted] = [figure, map, []];
            paint();
        },

        overlay(traces) {
            overlaid = traces;
            paint();
        },

        highlight(points) {
            highlighted = points;
            paint();
        },

        onClick(listener) {
            listeners.add(listener);
        },
    };

    function paint() {
        if (!drawn) return;
        const {plots, zoom} = window.junheng;
        const figure = filled(structuredClone(base), drawn);
        const {clientWidth: width, clientHeight: height} = document.getElementById(CoveragePage.MAP);
        window.junheng.mercator.spread({width, height}, figure.layout); // what lies around is seen up to the edge
        zoom.into(figure, host(), "city");
        const first = !plots.of(CoveragePage.MAP);
        const drawing = plots.draw(CoveragePage.MAP, figure);
        if (first) listen(plots.of(CoveragePage.MAP));
        drawing.then(() => {
            sampleMarks();
            measureScale();
            window.junheng.coverageMarks.show();
        });
    }

    const host = () => document.getElementById(CoveragePage.MAP).closest(".map-box");

    function filled(figure, {counties, ground, catchments, settlements, facilities, symbol}) {
        const {trace} = window.junheng.figureParts;
        const flat = (name, codes) => Object.assign(trace(figure, name), {locations: codes, z: codes.map(() => 0)});
        flat("land", counties.codes);
        flat("outlines", counties.outlines);
        const region = counties.outlines[0];
        const isNamed = window.junheng.figureParts.ground(figure, ground, {isWhole: true, region});
        host().classList.toggle("has-group-names", isNamed);
        flat("catchments", catchments ? [catchments.features[0].id] : []).geojson = catchments;
        Object.assign(trace(figure, "labels"), {locations: counties.codes, text: counties.names});
        for (const [name, flag] of [
            ["covered", "1"],
            ["uncovered", "0"],
        ]) {
            place(trace(figure, name), settlements, flag);
        }
        const {marker} = Object.assign(trace(figure, "facilities"), points(facilities));
        const {approximate} = facilities;
        Object.assign(marker, {
            symbol: approximate.map((each) => (each ? `${symbol}-open` : symbol)),
            size: facilities.lon.length > 300 ? 6 : 9,
            line: {
                width: approximate.map((each) => (each ? 1.8 : 1.2)),
                color: approximate.map((each) => (each ? marker.color : marker.line.color)),
            },
        });
        const ringed = {lon: highlighted.map(({lon}) => lon), lat: highlighted.map(({lat}) => lat)};
        Object.assign(trace(figure, "highlight"), ringed);
        figure.data.push(...structuredClone(overlaid));
        return figure;
    }

    const points = ({lon, lat, text, codes}) => ({lon, lat, text, customdata: codes});

    // The settlements that are covered, or those that are not; the area of a mark is the number of its residents.
    function place(trace, settlements, flag) {
        const at = settlements.lon.map((_, index) => index).filter((index) => settlements.covered[index] === flag);
        const taken = Object.entries(points(settlements)).map(([name, values]) => [
            name,
            at.map((index) => values[index]),
        ]);
        Object.assign(trace, Object.fromEntries(taken));
        const most = Math.max(1, ...settlements.residents);
        const widest = settlements.lon.length > MOST_WIDE ? 15 : 24; // pixels
        Object.assign(trace.marker, {
            size: at.map((index) => settlements.residents[index]),
            sizeref: (2 * most) / widest ** 2,
        });
    }

    function listen(plot) {
        plot.on("plotly_hover", ({points: [point]}) => (hovered = point));
        plot.on("plotly_unhover", () => (hovered = null));
        plot.on("plotly_afterplot", measureScale);
        // Plotly lays a slip over the page while the pointer is down: no click would reach the map.
        plot.addEventListener("pointerdown", () => (pressed = true), true);
        document.addEventListener(
            "pointerup",
            (event) => {
                if (pressed && !window.junheng.zoom.dragged()) clicked(plot, event);
                pressed = false;
            },
            true,
        );
    }

    function clicked(plot, {clientX, clientY}) {
        const {left, top, width} = plot.getBoundingClientRect();
        const enlarged = width / plot.offsetWidth; // on a large screen
        const pixel = [(clientX - left) / enlarged, (clientY - top) / enlarged];
        const [lon, lat] = window.junheng.zoom.view(host()).toDegrees(pixel);
        const point = {trace: hovered?.data.name ?? null, code: hovered?.customdata ?? null};
        for (const listener of listeners) listener({lon, lat, ...point});
    }

    // The samples of the legend are the marks themselves, copied from the map. Plotly draws a group for each trace of
    // points that has any, in the order of the figure.
    function sampleMarks() {
        const plot = window.junheng.plots.of(CoveragePage.MAP);
        const groups = plot.querySelectorAll(".scatterlayer > .trace");
        const hasPoints = ({type, lon, locations}) => type === "scattergeo" && (lon ?? locations).length > 0;
        const names = plot.data.filter(hasPoints).map((trace) => trace.name);
        for (const box of document.querySelectorAll(`#${CoveragePage.LEGEND} [data-trace]`)) {
            const mark = groups[names.indexOf(box.dataset.trace)]?.querySelector("path.point");
            const laid = overlaid.find(({name}) => name === box.dataset.trace);
            box.parentElement.hidden = !mark && !laid;
            if (mark) box.replaceChildren(picture(mark, box));
            const count = box.parentElement.querySelector("[data-counts]");
            if (count) count.textContent = mark ? laid.lon.length : "";
        }
    }

    function picture(mark, box) {
        const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
        const copy = mark.cloneNode();
        copy.removeAttribute("transform");
        made.append(copy);
        box.replaceChildren(made); // its size is known once it is on the page
        const {width, height, x, y} = copy.getBBox();
        const reach = Math.max(Math.abs(x), Math.abs(y), width + x, height + y) + 2;
        made.setAttribute("viewBox", `${-reach} ${-reach} ${2 * reach} ${2 * reach}`);
        return made;
    }

    function measureScale() {
        window.junheng.scaleBar.draw(host(), drawn.ground);
    }
})();
