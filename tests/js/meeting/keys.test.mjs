import assert from "node:assert/strict";
import {test} from "node:test";
import {load, plain} from "../scripts.mjs";

const {meetingKeys} = load("meeting/keys.js");
const press = (key, changes) => meetingKeys.inMeeting({key, ...changes});
const within = (tag) => ({closest: (selector) => selector.includes(tag) || null});

test("a clicker turns the slides as arrows and space do", () => {
    assert.deepEqual(
        ["ArrowRight", "PageDown", " "].map((key) => press(key)),
        ["next", "next", "next"],
    );
    assert.deepEqual(
        ["ArrowLeft", "PageUp"].map((key) => press(key)),
        ["previous", "previous"],
    );
});

test("letters ask for the same in capitals, and marks on a Chinese keyboard", () => {
    assert.deepEqual(
        ["b", "B", "？", "，", "。"].map((key) => press(key)),
        ["black", "black", "keys", "earlier", "later"],
    );
});

test("digits are told as digits, other keys ask for nothing", () => {
    assert.deepEqual(plain(press("7")), {digit: "7"});
    assert.equal(press("z"), null);
});

test("plus, minus and R move the map, and plus and minus go on while they are held", () => {
    assert.deepEqual(
        ["+", "=", "＋", "-", "r"].map((key) => press(key)),
        ["closer", "closer", "closer", "further", "whole"],
    );
    assert.equal(press("+", {repeat: true}), "closer");
    assert.equal(press("r", {repeat: true}), null);
});

test("what is pressed with a modifier is the browser's", () => {
    assert.equal(press("p", {ctrlKey: true}), null);
    assert.equal(meetingKeys.isOurs({key: "ArrowLeft", altKey: true}), false);
    assert.equal(meetingKeys.isOurs({key: "F11"}), false);
});

test("a key that is held steps, and does nothing else again", () => {
    assert.equal(press("ArrowUp", {repeat: true}), "later");
    assert.equal(press("b", {repeat: true}), null);
});

test("on a page F begins, but not from a field that is written into", () => {
    assert.equal(meetingKeys.onPage({key: "f", target: within("nothing")}), "present");
    assert.equal(meetingKeys.onPage({key: "f", target: within("textarea")}), null);
    assert.equal(meetingKeys.onPage({key: "b", target: within("nothing")}), null);
});
