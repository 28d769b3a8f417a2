// Closer to a part of a map and back, for any plotly map of the page (a figure whose subplot is "geo" and whose layout
// names its ranges).
//
//   zoom.into(figure, host, extent)  keeps the zoom of a map that is drawn anew, as long as it shows the same extent
//   zoom.to(host, [west, south, east, north])   shows a box of degrees
//   zoom.by(host, factor, [x, y])    so many times closer, around a pixel of the box
//   zoom.press(host, way)            as the button "in", "out" or "reset" does
//   zoom.view(host)                  how the map stands, as mercator.js tells it; null before it is drawn
//   zoom.dragged()                   whether the pointer was moved before it was let go: then a click is none
//
// `host` is the box around a map, of class map-box. Buttons inside it work by themselves: their data-zoom is in, out or
// reset. A map that was brought closer can be dragged. Maps inside one .stage move together.
(() => {
    "use strict";

    const STEP = 1.8;
    const CLOSEST = 40; // times the whole map
    const SLIP = 4; // pixels that a pointer may move during a click
    const states = new WeakMap(); // by host: {extent, at}: what is shown, and where it was moved to, null for all of it
    const followed = new WeakSet(); // plots whose drags are told to the maps beside

    let pressed = null;
    let released = null;

    window.junheng.zoom = {
        into(figure, host, extent) {
            const before = states.get(host);
            const state = before?.extent === extent ? before : {extent, at: null, turned: null};
            states.set(host, state);
            if (!state.at) return;
            const {lon, lat, scale} = state.at;
            const {geo} = figure.layout;
            Object.assign(geo, {center: {lon, lat}, projection: {...geo.projection, scale, rotation: {lon}}});
            figure.layout.dragmode = "pan";
        },

        to(host, [west, south, east, north]) {
            const now = this.view(host);
            const [[left, bottom], [right, top]] = [now.toPixels([west, south]), now.toPixels([east, north])];
            const room = Math.min(now.width / Math.max(right - left, 1), now.height / Math.max(bottom - top, 1)) * 0.7;
            move(host, {lon: (west + east) / 2, lat: (south + north) / 2, scale: now.scale * room});
        },

        // Turns of a wheel that come while a map is being moved are taken together.
        by(host, factor, pixel) {
            const state = stateOf(host);
            state.turned = {factor: (state.turned?.factor ?? 1) * factor, pixel};
            if (!state.moving) turn(host, state);
        },

        press(host, way) {
            const now = this.view(host);
            if (way === "in") move(host, {...now, scale: now.scale * STEP});
            else if (stateOf(host).at) move(host, {...now, scale: way === "out" ? now.scale / STEP : 1});
        },

        view(host) {
            const plot = plotOf(host);
            if (!plot?.layout?.geo?.lonaxis || !plot.offsetParent) return null;
            return window.junheng.mercator.view({width: plot.clientWidth, height: plot.clientHeight}, plot.layout.geo);
        },

        dragged() {
            return pressed !== null && Math.hypot(pressed.x - released.x, pressed.y - released.y) > SLIP;
        },
    };

    function stateOf(host) {
        if (!states.has(host)) states.set(host, {extent: null, at: null});
        return states.get(host);
    }

    function plotOf(host) {
        return host.classList.contains("js-plotly-plot") ? host : host.querySelector(".js-plotly-plot");
    }

    // Resolves once the maps stand.
    function move(host, at) {
        const scale = Math.min(at.scale, CLOSEST);
        const next = scale <= 1.02 ? null : {lon: at.lon, lat: at.lat, scale};
        return Promise.all(together(host).map((each) => apply(each, next)));
    }

    function turn(host, state) {
        const now = window.junheng.zoom.view(host);
        const {factor, pixel} = state.turned;
        state.turned = null;
        const scale = Math.min(Math.max(now.scale * factor, 1), CLOSEST);
        if (scale === now.scale) return;
        state.moving = true;
        move(host, window.junheng.mercator.around(now, scale, pixel))
            .then(() => new Promise(requestAnimationFrame))
            .then(() => {
                state.moving = false;
                if (state.turned) turn(host, state);
            });
    }

    function apply(host, at) {
        stateOf(host).at = at;
        const moved = window.Plotly.relayout(plotOf(host), {
            "geo.center": at ? {lon: at.lon, lat: at.lat} : middleOf(plotOf(host)),
            "geo.projection.rotation.lon": at && at.lon,
            "geo.projection.scale": at && at.scale,
            dragmode: at ? "pan" : false,
        });
        followDrags(host);
        return moved;
    }

    // Of the whole map.
    function middleOf({layout: {meta}, clientWidth: width, clientHeight: height}) {
        return meta?.part ? window.junheng.mercator.fill({width, height}, meta.part).center : null;
    }

    // The maps beside this one that are on the screen.
    function together(host) {
        const beside = [...(host.closest(".stage")?.querySelectorAll(".map-box") || [])];
        return [host, ...beside.filter((each) => each !== host && each.offsetParent && plotOf(each))];
    }

    // A drag is plotly's own; where it ended is remembered, and told to the map beside.
    function followDrags(host) {
        const plot = plotOf(host);
        if (followed.has(plot)) return;
        followed.add(plot);
        plot.on("plotly_relayout", (change) => {
            if (!stateOf(host).at || !("geo.projection.rotation.lon" in change) || "dragmode" in change) return;
            move(host, window.junheng.zoom.view(host));
        });
    }

    document.addEventListener("pointerdown", ({x, y}) => (pressed = released = {x, y}), true);
    document.addEventListener("pointerup", ({x, y}) => (released = {x, y}), true);

    document.addEventListener("click", (event) => {
        const button = event.target.closest("[data-zoom]");
        const host = button?.closest(".map-box");
        if (!host || !plotOf(host)) return;
        window.junheng.zoom.press(host, button.dataset.zoom);
    });
})();
