// A bar of a round length on a map in the Mercator projection, true in the middle of what is shown, and the way north.
//
//   scaleBar.draw(host, words)       both on the map in a box, of class map-box, measured anew; `words` are {north, kilometres}
//   scaleBar.measure(view, enough)   {km, width}: the length and its pixels, at least `enough` of them; see mercator.js
(() => {
    "use strict";

    const KM_PER_DEGREE = 111.32; // of longitude at the equator
    const LEAST_BAR = 40; // pixels
    const LEAST_MAP = 260; // pixels of height: a lower map has no room for it
    const LENGTHS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

    window.junheng.scaleBar = {
        draw(host, {north, kilometres}) {
            const {element} = window.junheng.dom;
            const view = window.junheng.zoom.view(host);
            host.querySelector(".map-scale")?.remove();
            if (!view || view.height < LEAST_MAP) return;
            const {km, width} = this.measure(view, LEAST_BAR);
            const bar = element("span", {className: "map-scale-bar", style: {width: `${Math.round(width)}px`}}, [
                window.junheng.format.fill(kilometres, {km}),
            ]);
            host.append(
                element("div", {className: "map-scale"}, [element("span", {className: "map-north"}, north), bar]),
            );
        },

        measure({perDegree, lat}, enough) {
            const perPixel = (KM_PER_DEGREE * Math.cos((lat * Math.PI) / 180)) / perDegree;
            const km = LENGTHS.find((length) => length / perPixel > enough) ?? LENGTHS.at(-1);
            return {km, width: km / perPixel};
        },
    };
})();
