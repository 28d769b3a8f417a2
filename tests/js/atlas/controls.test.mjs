import assert from "node:assert/strict";
import {beforeEach, test} from "node:test";

import {document, loadWith} from "../scripts.mjs";
import {frame} from "./world.mjs";

let put = [];
const browser = {
    dash_clientside: {set_props: (id, {data}) => put.push(data ? `${id} ${data}` : id)},
    junheng: {plots: {onClick() {}}, stage: {isOn: () => false}},
};
const junheng = loadWith(browser, "format.js", "atlas/frame/rows.js", "atlas/controls.js");
Object.assign(document, {getElementById: () => ({hidden: false}), closest: () => null});

function press(key, changes) {
    junheng.atlas = {shown: frame(junheng, changes)};
    document.dispatchEvent(Object.assign(new Event("keydown"), {key}));
    return put;
}

beforeEach(() => (put = []));

test("Enter opens the area that is selected, where something lies below it", () => {
    assert.deepEqual(press("Enter", {selected: "1"}), ["Atlas.SELECTED 1", "Atlas.OPEN"]);
});

test("Enter opens nothing where no area is selected or nothing lies below it", () => {
    assert.deepEqual(press("Enter", {}), []);
    assert.deepEqual(press("Enter", {selected: "1", view: {opens: ""}}), []);
});

test("Backspace leads out of what is opened, and out of nothing else", () => {
    assert.deepEqual(press("Backspace", {}), []);
    assert.deepEqual(press("Backspace", {view: {within: "1"}}), ["Atlas.CLOSE"]);
});
