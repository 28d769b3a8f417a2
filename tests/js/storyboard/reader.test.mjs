import assert from "node:assert/strict";
import {test} from "node:test";
import {plain} from "../scripts.mjs";
import {addressesOf, boardOf, read} from "./loaded.mjs";

const board = {...boardOf("/a?x=1", "/b", "/c"), revision: 3};
board.slides[1].note = '说"{甲}"\\';
const text = JSON.stringify(board);
const note = {kind: "note", at: [113.05, 23.68], to: null, text: "新校区"};

test("what is whole is read as it was", () => {
    assert.deepEqual(plain(read(text)), plain({board, faults: []}));
});

test("of a text that was cut every slide that is whole is taken", () => {
    const {board: kept, faults} = read(text.slice(0, text.indexOf('"/c"') + 2));
    assert.equal(addressesOf(kept), "/a?x=1 /b");
    assert.deepEqual(plain([kept.title, kept.slides[1].note, faults]), ["汇报", '说"{甲}"\\', ["cut"]]);
    assert.notEqual(kept.id, board.id); // it does not take the place of the whole one
});

test("of a newer format is taken what is known", () => {
    const newer = {...board, format: 2, theme: "dark", slides: [{...board.slides[0], sound: "x"}, {video: "y"}]};
    const {board: kept, faults} = read(JSON.stringify(newer));
    assert.deepEqual(plain([addressesOf(kept), kept.format, faults]), ["/a?x=1", 1, ["newer", "broken"]]);
    assert.deepEqual(Object.keys(kept.slides[0]), ["address", "title", "note", "marks"]);
});

test("an address elsewhere is no slide", () => {
    for (const address of ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/a/b", "/a#b", 7, null]) {
        const {board: kept, faults} = read(JSON.stringify({...board, slides: [{address}, board.slides[0]]}));
        assert.deepEqual(plain([addressesOf(kept), faults]), ["/a?x=1", ["broken"]]);
    }
});

test("more slides and longer texts than are taken are cut off", () => {
    const [slide] = board.slides;
    const long = {...slide, title: "字".repeat(99), note: "一\n\u0007二", marks: [note, note, note]};
    const {board: kept, faults} = read(JSON.stringify({...board, slides: [long, slide, slide, slide, slide]}));
    assert.deepEqual(plain(faults), ["broken_marks", "beyond"]);
    assert.equal(kept.slides.length, 4);
    assert.deepEqual(plain(kept.slides[0]), {...slide, title: "字".repeat(10), note: "一\n 二", marks: [note, note]});
});

test("what is no storyboard is told apart", () => {
    for (const nothing of [
        "",
        "[]",
        "null",
        "<html>",
        '{"slides": 3}',
        '{"slides": [',
        '{"slides":[{"address":"x"}]}',
    ]) {
        assert.deepEqual(plain(read(nothing)), {board: null, faults: ["nothing"]}, nothing);
    }
});

test("an empty storyboard is one", () => {
    assert.equal(read(JSON.stringify({...board, slides: []})).board.slides.length, 0);
});
