import assert from "node:assert/strict";
import {test} from "node:test";
import {document, load} from "../scripts.mjs";

document.documentElement = {};
const {stage} = load("meeting/stage.js");
const LEAST = 12; // pixels of a letter before the stage is enlarged

test("the smallest letters are 22 pixels at 1080p, and in proportion on any other screen", () => {
    for (const [width, height] of [
        [1920, 1080],
        [3840, 2160],
        [1280, 720],
        [1024, 768],
    ]) {
        assert.ok(LEAST * stage.measure(width, height).scale >= (22 * height) / 1080, `${width}x${height}`);
    }
});

test("the stage fills the screen, and is never narrower than its pages need", () => {
    const {scale, width, height} = stage.measure(1024, 768);
    assert.deepEqual([width * scale, height * scale], [1024, 768]);
    assert.ok(stage.measure(600, 1000).width >= 768);
});
