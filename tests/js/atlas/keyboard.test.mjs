import assert from "node:assert/strict";
import {test} from "node:test";
import {load} from "../scripts.mjs";

const {mapKeys} = load("dom.js", "atlas/keyboard.js");
//  a  b
//  c     d
const PLACES = [
    {code: "a", x: 0, y: 0},
    {code: "b", x: 10, y: 0},
    {code: "c", x: 0, y: 10},
    {code: "d", x: 16, y: 12},
];
const next = (code, key) => mapKeys.next(PLACES, code, key);

test("an arrow leads to the nearest area that lies that way", () => {
    assert.deepEqual(
        ["ArrowRight", "ArrowDown"].map((key) => next("a", key)),
        ["b", "c"],
    );
    assert.equal(next("c", "ArrowRight"), "d");
    assert.equal(next("b", "ArrowLeft"), "a");
});

test("where nothing lies that way one stays", () => {
    assert.equal(next("a", "ArrowUp"), "a");
    assert.equal(next("d", "ArrowRight"), "d");
});

test("an area that is not drawn any more gives way to the first", () => {
    assert.equal(next("gone", "ArrowUp"), "a");
});
