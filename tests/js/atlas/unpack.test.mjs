import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {test} from "node:test";
import {load, plain} from "../scripts.mjs";

const {panelOf} = load("atlas/frame/unpack.js");
// What Python packs of the same panel: tests/layouts/figures/specs/test_packed_figures.py reads it too.
const {panel, packed} = JSON.parse(readFileSync(new URL("packed_panel.json", import.meta.url)));

test("a panel comes back as it was before Python packed it", () => {
    assert.deepEqual(plain(panelOf.unpack(packed)), panel);
});

test("what is not ranked has no ranks", () => {
    const figures = {2020: {positions: ["0"], decimals: 0, values: "1", classes: "1", ranks: null}};
    assert.deepEqual(plain(panelOf.unpack({years: [2020], figures})).ranks, {2020: null});
});

test("numbers of more than one digit are put together again, negative ones too", () => {
    const positions = (...texts) => ({positions: texts, decimals: 0, classes: "0".repeat(70), ranks: null});
    const values = Array.from({length: 70}, (_, at) => (at ? 1 : 0)).join(" ");
    const figures = {2010: {...positions("21", "60"), values}, 2020: {...positions("2.", "3."), values}};
    assert.deepEqual(plain(panelOf.unpack({years: [2010, 2020], figures})).values, {2010: [67, 32], 2020: [1, null]});
});

test("the same panel is unpacked once", () => {
    assert.equal(panelOf.unpack(packed), panelOf.unpack(packed));
});
