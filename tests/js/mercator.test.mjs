import assert from "node:assert/strict";
import {test} from "node:test";
import {load} from "./scripts.mjs";

const {mercator} = load("mercator.js");
const GEO = {lonaxis: {range: [112, 114]}, lataxis: {range: [23, 25]}};
const BOX = {width: 600, height: 500};
const close = (found, wanted) =>
    found.forEach((value, at) => assert.ok(Math.abs(value - wanted[at]) < 1e-6, `${found}`));

test("the middle of the ranges stands in the middle of the box", () => {
    close(mercator.view(BOX, GEO).toPixels([113, 24]), [300, 250]);
});

test("the ranges fit into the box, and touch its nearer edges", () => {
    const view = mercator.view(BOX, GEO);
    const [west, east] = [112, 114].map((lon) => view.toPixels([lon, 24])[0]);
    const [north, south] = [25, 23].map((lat) => view.toPixels([113, lat])[1]);
    assert.ok(west > 0 && east < 600);
    assert.ok(Math.abs(south - north - 500) < 1e-6);
});

test("north is up, and a degree of latitude is longer farther from the equator", () => {
    const tops = [23, 24, 25].map((lat) => mercator.view(BOX, GEO).toPixels([113, lat])[1]);
    assert.ok(tops[0] > tops[1] && tops[1] > tops[2]);
    assert.ok(tops[1] - tops[2] > tops[0] - tops[1]);
});

test("a pixel leads back to its degrees, wherever the map was moved", () => {
    const moved = {...GEO, center: {lon: 112.4, lat: 24.7}, projection: {scale: 3.24}};
    for (const geo of [GEO, moved]) {
        const view = mercator.view(BOX, geo);
        close(view.toDegrees(view.toPixels([112.9, 24.2])), [112.9, 24.2]);
    }
});

test("a map that was brought closer shows its centre in the middle, at so many times the whole", () => {
    const whole = mercator.view(BOX, GEO);
    const near = mercator.view(BOX, {...GEO, center: {lon: 113.5, lat: 24.5}, projection: {scale: 2}});
    close(near.toPixels([113.5, 24.5]), [300, 250]);
    const length = (view) => view.toPixels([113.6, 24.5])[0] - view.toPixels([113.5, 24.5])[0];
    assert.ok(Math.abs(length(near) / length(whole) - 2) < 1e-9);
});

test("a map in a part of its box is fitted to that part", () => {
    const view = mercator.view(BOX, {...GEO, domain: {x: [0.5, 1], y: [0, 1]}});
    close(view.toPixels([113, 24]), [450, 250]);
    close([view.toPixels([112, 24])[0], view.toPixels([114, 24])[0]], [300, 600]);
});

test("what lies under the pointer stays there while the map is brought closer and back", () => {
    const geo = ({lon, lat, scale}) => ({...GEO, center: {lon, lat}, projection: {scale}});
    const [whole, pixel] = [mercator.view(BOX, GEO), [120, 400]];
    const near = mercator.view(BOX, geo(mercator.around(whole, 3, pixel)));
    close(near.toDegrees(pixel), whole.toDegrees(pixel));
    const back = mercator.around(near, 1, pixel);
    close([back.lon, back.lat, back.scale], [whole.lon, whole.lat, 1]);
});

test("a map of many latitudes that fills its box has the middle of its ranges in the middle of the part", () => {
    const large = {lonaxis: {range: [70, 138]}, lataxis: {range: [2, 56]}, domain: {x: [0.2, 1], y: [0, 1]}};
    const filled = mercator.view(BOX, {...large, ...mercator.fill(BOX, large)});
    const [north, south] = [56, 2].map((lat) => filled.toPixels([104, lat]));
    assert.ok(Math.abs(north[1] + south[1] - BOX.height) < 1e-6);
    close([north[0]], [0.6 * BOX.width]);
});

test("a layout that is spread over its box keeps the part that it was fitted to", () => {
    const layout = {geo: {...GEO, domain: {x: [0.5, 1], y: [0, 1]}}};
    mercator.spread(BOX, layout);
    assert.deepEqual(JSON.parse(JSON.stringify(layout.meta.part.domain.x)), [0.5, 1]);
    const [north, south] = [25, 23].map((lat) => mercator.view(BOX, layout.geo).toPixels([113, lat]));
    close([north[0], north[1] + south[1]], [450, BOX.height]);
});
