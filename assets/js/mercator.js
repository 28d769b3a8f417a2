// The arithmetic of a plotly map in the Mercator projection, from what is public of it: the ranges, centre and scale in
// its layout, and the size of its box. Pure functions: no document, no Plotly.
//
//   mercator.view({width, height}, geo)   {toPixels([lon, lat]), toDegrees([x, y]), lon, lat, scale, width, height, perDegree}
//   mercator.fill({width, height}, geo)   {lonaxis, lataxis, domain, center} of a map whose ranges stand in the middle of
//                                         its part of the box, drawn over the whole box
//   mercator.spread({width, height}, layout)   gives a layout these, and keeps what they were in its meta.part
//   mercator.around(view, scale, [x, y])  {lon, lat, scale} of the map at another scale, the pixel where it was
//
// `geo` is layout.geo with lonaxis.range and lataxis.range; lon and lat are the middle, scale counts in times the whole.
(() => {
    "use strict";

    const RADIAN = 180 / Math.PI; // degrees

    window.junheng.mercator = {
        view({width, height}, {lonaxis, lataxis, center, projection, domain}) {
            const [[west, east], [south, north]] = [lonaxis.range, lataxis.range];
            const {x, y} = {x: [0, 1], y: [0, 1], ...domain};
            const room = [(x[1] - x[0]) * width, (y[1] - y[0]) * height];
            const middle = [((x[0] + x[1]) / 2) * width, (1 - (y[0] + y[1]) / 2) * height];
            const whole = Math.min(room[0] / ((east - west) / RADIAN), room[1] / (rise(north) - rise(south)));
            const scale = projection?.scale ?? 1;
            const lon = center?.lon ?? (west + east) / 2;
            const lat = center?.lat ?? (south + north) / 2;
            const radius = whole * scale; // pixels a radian of longitude
            return {
                width,
                height,
                perDegree: radius / RADIAN, // pixels a degree of longitude
                lon,
                lat,
                scale,
                toPixels: ([pointLon, pointLat]) => [
                    middle[0] + ((pointLon - lon) / RADIAN) * radius,
                    middle[1] - (rise(pointLat) - rise(lat)) * radius,
                ],
                toDegrees: ([left, top]) => [
                    lon + ((left - middle[0]) / radius) * RADIAN,
                    latitude(rise(lat) + (middle[1] - top) / radius),
                ],
            };
        },

        // The ranges that fill the whole box of a map which shows `geo` in a part of it. Plotly would put the mean of the
        // latitudes in the middle: of a large country that is far from the middle of the map.
        fill(box, geo) {
            const [[west, east], [south, north]] = [geo.lonaxis.range, geo.lataxis.range];
            const middle = {lon: (west + east) / 2, lat: latitude((rise(south) + rise(north)) / 2)};
            const {toDegrees} = this.view(box, {...geo, center: middle});
            const [[left, bottom], [right, top]] = [toDegrees([0, box.height]), toDegrees([box.width, 0])];
            const [lon, lat] = toDegrees([box.width / 2, box.height / 2]);
            const domain = {x: [0, 1], y: [0, 1]};
            return {lonaxis: {range: [left, right]}, lataxis: {range: [bottom, top]}, domain, center: {lon, lat}};
        },

        spread(box, layout) {
            const {lonaxis, lataxis, domain} = layout.geo;
            layout.meta = {part: {lonaxis, lataxis, domain}};
            if (box.width && box.height) Object.assign(layout.geo, this.fill(box, layout.meta.part));
        },

        // Where a map stands that is brought to a scale while what lies under a pixel stays there: {lon, lat, scale}.
        around({lon, lat, scale: before, toPixels, toDegrees}, scale, [x, y]) {
            const middle = toPixels([lon, lat]);
            const share = 1 - before / scale; // of the way from the middle to the pixel
            const [toLon, toLat] = toDegrees([
                middle[0] + (x - middle[0]) * share,
                middle[1] + (y - middle[1]) * share,
            ]);
            return {lon: toLon, lat: toLat, scale};
        },
    };

    // How far a latitude lies from the equator on the map, in radians of longitude.
    function rise(lat) {
        return Math.asinh(Math.tan(lat / RADIAN));
    }

    function latitude(risen) {
        return Math.atan(Math.sinh(risen)) * RADIAN;
    }
})();
