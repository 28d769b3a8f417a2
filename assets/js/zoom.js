// Closer to a part of a map and back, for any plotly map of the page (a figure whose subplot is "geo").
//
//   zoom.into(figure, host, extent)  keeps the zoom of a map that is drawn anew, as long as it shows the same extent
//   zoom.to(host, [west, south, east, north])   shows a box of degrees
//   zoom.dragged()                   whether the pointer was moved before it was let go: then a click is none
//
// `host` is the box around a map, of class map-box. Buttons inside it work by themselves: their data-zoom is in, out or
// reset. A map that was brought closer can be dragged. Maps inside one .stage move together.
(() => {
    "use strict";

    const STEP = 1.8;
    const CLOSEST = 40; // times the whole map
    const SLIP = 4; // pixels that a pointer may move during a click
    const states = new WeakMap(); // by host: {extent, whole, at}: how the whole map is fitted, and where it was moved to

    let pressed = null;
    let released = null;

    window.junheng.zoom = {
        into(figure, host, extent) {
            const before = states.get(host);
            const state = before?.extent === extent ? before : {extent, whole: null, at: null};
            states.set(host, state);
            if (!state.at) return;
            const {lon, lat, scale} = state.at;
            Object.assign(figure.layout.geo, {fitbounds: false, center: {lon, lat}});
            figure.layout.geo.projection = {...figure.layout.geo.projection, scale, rotation: {lon}};
            figure.layout.dragmode = "pan";
        },

        to(host, [west, south, east, north]) {
            const now = read(host);
            const corners = [
                [west, south],
                [east, north],
            ].map((corner) => now.projection(corner));
            const [width, height] = [0, 1].map((axis) => Math.abs(corners[0][axis] - corners[1][axis]));
            const room = Math.min(now.width / Math.max(width, 1), now.height / Math.max(height, 1)) * 0.7;
            move(host, {lon: (west + east) / 2, lat: (south + north) / 2, scale: now.scale * room});
        },

        dragged() {
            return pressed !== null && Math.hypot(pressed.x - released.x, pressed.y - released.y) > SLIP;
        },
    };

    function stateOf(host) {
        if (!states.has(host)) states.set(host, {extent: null, whole: null, at: null});
        return states.get(host);
    }

    function plotOf(host) {
        return host.classList.contains("js-plotly-plot") ? host : host.querySelector(".js-plotly-plot");
    }

    // Where a map stands: its scale relative to the world, as plotly counts it, and its middle in degrees.
    function read(host) {
        const {width, height, geo} = plotOf(host)._fullLayout;
        const {projection, fitScale, midPt} = geo._subplot;
        const [lon, lat] = projection.invert(midPt);
        return {projection, width, height, lon, lat, scale: projection.scale() / fitScale};
    }

    function move(host, at) {
        const state = stateOf(host);
        if (!state.at) state.whole = {scale: read(host).scale, fitbounds: plotOf(host)._fullLayout.geo.fitbounds};
        const scale = Math.min(at.scale, state.whole.scale * CLOSEST);
        if (scale <= state.whole.scale * 1.02) {
            back(host);
            return;
        }
        for (const each of together(host)) apply(each, {...at, scale}, state.whole);
    }

    function apply(host, at, whole) {
        Object.assign(stateOf(host), {at, whole});
        window.Plotly.relayout(plotOf(host), {
            "geo.fitbounds": false,
            "geo.center": {lon: at.lon, lat: at.lat},
            "geo.projection.rotation.lon": at.lon,
            "geo.projection.scale": at.scale,
            dragmode: "pan",
        });
        followDrags(host);
    }

    function back(host) {
        const {fitbounds} = stateOf(host).whole;
        for (const each of together(host)) {
            Object.assign(stateOf(each), {at: null, whole: null});
            window.Plotly.relayout(plotOf(each), {
                "geo.fitbounds": fitbounds,
                "geo.center": null,
                "geo.projection.rotation.lon": null,
                "geo.projection.scale": fitbounds ? null : 1, // plotly fits a map only where no scale is set
                dragmode: false,
            });
        }
    }

    // The maps beside this one that are on the screen.
    function together(host) {
        const beside = [...(host.closest(".stage")?.querySelectorAll(".map-box") || [])];
        return [host, ...beside.filter((each) => each !== host && each.offsetParent && plotOf(each))];
    }

    // A drag is plotly's own; where it ended is remembered, and told to the map beside.
    function followDrags(host) {
        const plot = plotOf(host);
        if (plot.junhengDragged) return;
        plot.junhengDragged = true;
        plot.on("plotly_relayout", (change) => {
            const {at, whole} = stateOf(host);
            if (!at || !("geo.projection.rotation.lon" in change) || "dragmode" in change) return;
            const {lon, lat} = read(host);
            for (const each of together(host)) apply(each, {...at, lon, lat}, whole);
        });
    }

    document.addEventListener("pointerdown", ({x, y}) => (pressed = released = {x, y}), true);
    document.addEventListener("pointerup", ({x, y}) => (released = {x, y}), true);

    document.addEventListener("click", (event) => {
        const button = event.target.closest("[data-zoom]");
        const host = button?.closest(".map-box");
        if (!host || !plotOf(host)) return;
        const way = button.dataset.zoom;
        if (way === "reset") {
            if (stateOf(host).at) back(host);
            return;
        }
        const now = read(host);
        if (way === "in" || stateOf(host).at) move(host, {...now, scale: now.scale * (way === "in" ? STEP : 1 / STEP)});
    });
})();
