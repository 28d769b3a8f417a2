import assert from "node:assert/strict";
import {test} from "node:test";
import {plain} from "../scripts.mjs";
import {addressesOf, boardOf, pack, read, unpack} from "./loaded.mjs";

const board = boardOf("/map?indicator=beds&year=2016", "/gap?domain=health", "/county?county=441823");
board.slides[0].note = "先讲“北部”，😀";

test("a link gives back what was packed", async () => {
    const hash = await pack(board);
    assert.match(hash, /^#storyboard=[\w-]+$/);
    const {text, fault} = await unpack(hash);
    assert.deepEqual(plain([read(text), fault]), plain([{board, faults: []}, ""]));
});

test("what a chat program put behind a link is none of it", async () => {
    assert.deepEqual(plain(read((await unpack(`${await pack(board)}。`)).text).board), plain(board));
});

test("a link that was cut in the middle gives the slides before the cut and says so, wherever it was cut", async () => {
    const hash = await pack(board);
    const counts = new Set();
    for (let length = "#storyboard=".length; length < hash.length; length += 1) {
        const {board: kept, faults} = read((await unpack(hash.slice(0, length))).text);
        assert.equal(faults.length, 1, `${length}`);
        if (kept) assert.ok(addressesOf(board).startsWith(addressesOf(kept)));
        counts.add(kept?.slides.length ?? 0);
    }
    assert.deepEqual([...counts].sort(), [0, 1, 2, 3]);
});

test("another hash is no storyboard", async () => {
    assert.equal(await unpack("#top"), null);
    assert.equal(await unpack(""), null);
});
