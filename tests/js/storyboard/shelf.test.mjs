import assert from "node:assert/strict";
import {test} from "node:test";
import {loadShelf} from "./loaded.mjs";

test("nobody's storyboards stay in the browser", async () => {
    const {shelf, boards, asked, kept, elapse} = loadShelf(null);
    await shelf.load();
    const board = shelf.put(boards.make("汇报"));
    assert.equal(JSON.parse(kept["junheng-storyboards"]).boards[0].id, board.id);
    await elapse();
    assert.deepEqual(asked, []);
});

test("what is kept with an account is saved after the last of several changes, and not in the browser", async () => {
    const {shelf, boards, asked, kept, elapse} = loadShelf("安", () => ({boards: [], revision: 1}));
    await shelf.load();
    const board = shelf.put(boards.make("汇报"));
    shelf.put(boards.rename(board, "汇报二"));
    await elapse();
    assert.deepEqual(asked, ["list", "save 汇报二 0"]);
    assert.equal(shelf.find(board.id).revision, 1);
    assert.equal(kept["junheng-storyboards"], undefined);
});

test("a change that came too late is a copy beside the other's, or given up", async () => {
    for (const keepsMine of [true, false]) {
        const newest = (board) => ({...board, title: "别处改的", revision: 7});
        const {shelf, boards, asked, elapse} = loadShelf("安", ({act, board}) =>
            act === "list" ? {boards: []} : {newest: newest(board)},
        );
        await shelf.load();
        const board = shelf.put(boards.make("我改的"));
        await elapse();
        assert.match(shelf.fault(board.id).text, /changed/);
        shelf.put({...board, title: "还在改"}); // nothing more is sent before the reader has decided
        await elapse();
        assert.equal(asked.length, 2);
        shelf.settle(board.id, keepsMine);
        const titles = Array.from(shelf.all(), ({title}) => title);
        assert.deepEqual(titles, keepsMine ? ["还在改二", "别处改的"] : ["别处改的"]);
        assert.equal(shelf.fault(board.id), null);
    }
});

test("what could not be saved is said and saved by another try", async () => {
    let isLost = true;
    const {shelf, boards, elapse} = loadShelf("安", ({act}) => {
        if (act === "save" && isLost) throw new Error("没有回应");
        return {boards: [], revision: 1};
    });
    await shelf.load();
    const {id} = shelf.put(boards.make("汇报"));
    await elapse();
    assert.match(shelf.fault(id).text, /not_saved/);
    isLost = false;
    shelf.retry(id);
    await elapse();
    assert.deepEqual([shelf.fault(id), shelf.find(id).revision], [null, 1]);
});
