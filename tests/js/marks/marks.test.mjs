import assert from "node:assert/strict";
import {test} from "node:test";
import {loadWith, plain} from "../scripts.mjs";

const limits = {marks: 3, mark_letters: 6, all_letters: 10};
const {marks} = loadWith({junheng: {storyboardForm: {limits}}}, "marks/marks.js");
const note = {kind: "note", at: [113.05, 23.68], to: null, text: "新_校\n区"};
const arrow = {kind: "arrow", at: [113, 23], to: [113.2, -23.9], text: ""};
const TEXT = "note_113.05_23.68_新_校\n区*arrow_113_23_113.2_-23.9_*";

test("marks are written into an address and read from it", () => {
    assert.equal(marks.write([note, arrow]), TEXT);
    assert.deepEqual(plain(marks.parse(TEXT)), [note, arrow]);
});

test("what is no mark is left out", () => {
    for (const piece of [
        "note_113_23_ *",
        "note_a_23_x*",
        "note_113_91_x*",
        "arrow_113_23_x*",
        "flag_1_2_x*",
        "*",
        "note_1",
    ]) {
        assert.deepEqual(plain(marks.parse(TEXT + piece)), [note, arrow], piece);
    }
    for (const none of [null, 3, {}, {...note, at: ["1", 2]}, {...note, text: 7}, {...arrow, to: null}]) {
        assert.deepEqual(plain(marks.read([none, arrow])), [arrow]);
    }
});

test("a view holds so many marks and letters", () => {
    assert.equal(marks.read([arrow, arrow, arrow, arrow]).length, 3);
    assert.equal(marks.read([note, note, note]).length, 2); // five letters each
    assert.deepEqual(plain(marks.read([{...note, text: "一二三四五六七*"}])), [{...note, text: "一二三四五六"}]);
});

test("a slide keeps its marks beside its address", () => {
    const address = `/map?${new URLSearchParams({year: 2014, marks: TEXT})}`;
    const slide = marks.split(address);
    assert.deepEqual(plain(slide), {address: "/map?year=2014", marks: [note, arrow]});
    assert.equal(marks.addressOf(slide), address);
    assert.equal(marks.addressOf({address: "/gap?x=1", marks: []}), "/gap?x=1");
});
