import assert from "node:assert/strict";
import {test} from "node:test";
import {load, plain} from "./scripts.mjs";

const {scaleBar} = load("scale_bar.js");

test("a bar is of a round length, long enough, and true at the latitude of the middle", () => {
    const {km, width} = plain(scaleBar.measure({perDegree: 200, lat: 24}, 48));
    assert.equal(km, 50);
    assert.ok(Math.abs(width - (50 / (111.32 * Math.cos((24 * Math.PI) / 180))) * 200) < 1e-9);
    assert.equal(scaleBar.measure({perDegree: 200, lat: 60}, 48).km, 20);
});
