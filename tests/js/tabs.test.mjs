import assert from "node:assert/strict";
import {test} from "node:test";
import {load} from "./scripts.mjs";

const {step} = load("tabs.js").tabs;

test("arrow keys go round the tabs, Home and End to the first and the last", () => {
    assert.deepEqual(
        ["ArrowRight", "ArrowLeft", "Home", "End"].map((key) => step(key, 0, 4)),
        [1, 3, 0, 3],
    );
    assert.equal(step("ArrowRight", 3, 4), 0);
});

test("another key is left to the page", () => {
    assert.equal(step("Enter", 0, 4), null);
});
