import assert from "node:assert/strict";
import {test} from "node:test";
import {plain} from "../scripts.mjs";
import {addressesOf, boardOf, boards} from "./loaded.mjs";

const board = boardOf("/a", "/b", "/c");

test("a slide moves up and down and stops at the ends", () => {
    assert.equal(addressesOf(boards.move(board, 0, 1)), "/b /a /c");
    assert.equal(addressesOf(boards.move(board, 2, -1)), "/a /c /b");
    assert.equal(addressesOf(boards.move(board, 0, -1)), "/a /b /c");
    assert.equal(addressesOf(boards.move(board, 2, 5)), "/a /b /c");
});

test("a removed slide comes back to its place", () => {
    const without = boards.remove(board, 1);
    assert.equal(addressesOf(without), "/a /c");
    assert.equal(addressesOf(boards.insert(without, 1, board.slides[1])), "/a /b /c");
});

test("a change leaves the storyboard before as it was", () => {
    assert.equal(boards.change(board, 1, {note: "讲"}).slides[1].note, "讲");
    assert.equal(board.slides[1].note, "");
});

test("a copy has another identity and has never been kept", () => {
    const copy = boards.copy({...board, revision: 7});
    assert.notEqual(copy.id, board.id);
    assert.match(copy.id, /^[0-9a-f]{16}$/);
    assert.deepEqual(plain([copy.title, copy.revision, copy.slides]), plain(["汇报二", 0, board.slides]));
});

test("titles are free, not empty and not too long", () => {
    assert.equal(boards.freeTitle([{title: "新1"}, {title: "新3"}]), "新2");
    assert.equal(boards.rename(board, "  ").title, "汇报");
    assert.equal(boards.rename(board, "𠀀".repeat(12)).title, "𠀀".repeat(10));
});
