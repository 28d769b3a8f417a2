import assert from "node:assert/strict";
import {test} from "node:test";
import {load} from "./scripts.mjs";

const {wheel} = load("wheel.js");

test("the wheel is the page's, but with Ctrl or in full screen", () => {
    assert.equal(wheel.zooms({ctrlKey: false, metaKey: false}, false), false);
    assert.equal(wheel.zooms({ctrlKey: true}, false), true);
    assert.equal(wheel.zooms({metaKey: true}, false), true);
    assert.equal(wheel.zooms({}, true), true);
});

test("a turn and its reverse lead back, in whatever a wheel counts", () => {
    assert.ok(wheel.factor({deltaY: -120, deltaMode: 0}) > 1);
    for (const deltaMode of [0, 1, 2]) {
        const [closer, further] = [-3, 3].map((deltaY) => wheel.factor({deltaY, deltaMode}));
        assert.ok(Math.abs(closer * further - 1) < 1e-9);
    }
    assert.equal(wheel.factor({deltaY: -3, deltaMode: 1}), wheel.factor({deltaY: -120, deltaMode: 0}));
});
