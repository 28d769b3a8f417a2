import assert from "node:assert/strict";
import {test} from "node:test";
import {document, load} from "./scripts.mjs";

// What was done, in turn, and steps that do it.
function working() {
    const {inSteps} = load("steps.js");
    const done = [];
    return {done, start: (name, ...parts) => inSteps(name, [() => done.push(name)], ...parts)};
}

async function turns(count) {
    for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setTimeout(resolve));
}

function point(kind) {
    document.dispatchEvent(new Event(kind));
}

test("what may wait begins when the pointer is let go", async () => {
    const {done, start} = working();
    point("pointerdown");
    start("map", true);
    await turns(5);
    assert.deepEqual(done, []);
    point("pointerup");
    await turns(2);
    assert.deepEqual(done, ["map"]);
});

test("what may not wait begins while the pointer is held", async () => {
    const {done, start} = working();
    point("pointerdown");
    start("map");
    await turns(5);
    point("pointerup");
    assert.deepEqual(done, ["map"]);
});

test("steps that were overtaken are dropped", async () => {
    const {done, start} = working();
    start("map", true);
    start("map");
    start("chart");
    await turns(5);
    assert.deepEqual(done, ["map", "chart"]);
});
