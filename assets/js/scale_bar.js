// A bar of a round length on a map in the Mercator projection, true in the middle of what is shown.
//
//   scaleBar.measure(view, enough)   {km, width}: the length and its pixels, at least `enough` of them; see mercator.js
(() => {
    "use strict";

    const KM_PER_DEGREE = 111.32; // of longitude at the equator
    const LENGTHS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

    window.junheng.scaleBar = {
        measure({perDegree, lat}, enough) {
            const perPixel = (KM_PER_DEGREE * Math.cos((lat * Math.PI) / 180)) / perDegree;
            const km = LENGTHS.find((length) => length / perPixel > enough) ?? LENGTHS.at(-1);
            return {km, width: km / perPixel};
        },
    };
})();
