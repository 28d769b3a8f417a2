// Esc in full screen, of which a page over plain HTTP hears nothing but that the screen is no longer full.
import assert from "node:assert/strict";
import {test} from "node:test";
import {document, loadWith} from "../scripts.mjs";

const classList = {add() {}, remove() {}, toggle() {}, contains: () => false};
document.documentElement = {classList, dataset: {}, style: {setProperty() {}}};
document.activeElement = null;
document.querySelector = () => null;

// A meeting that has begun on a page that is no slide; `over` says what lies over it.
function begin(over = {}) {
    const told = [];
    const tell = (name) => () => void told.push(name);
    const stubs = {
        words: {meeting: {left_full_screen: "how to go on"}},
        format: {fill: (text) => text},
        slides: {readable: (slides) => slides, find: () => 0},
        slide: {follow() {}, rest() {}, paint() {}},
        stage: {open: tell("begin"), close: tell("end")},
        rooms: {here: () => null},
        meetingYears: {stop() {}},
        meetingDialogs: {isOpen: () => Boolean(over.dialog), close: tell("close dialog")},
        covers: {
            isCovered: () => Boolean(over.cover),
            uncover: tell("uncover"),
            clear() {},
            say: (text) => told.push(text),
        },
    };
    const {meeting} = loadWith({junheng: stubs}, "meeting/meeting.js");
    meeting.present([{address: "/", title: "", note: ""}]);
    return {meeting, told};
}

function fullScreen(is) {
    document.fullscreenElement = is ? document.documentElement : null;
    document.dispatchEvent(new Event("fullscreenchange"));
}

test("leaving full screen ends the meeting", () => {
    const {meeting, told} = begin();
    fullScreen(true);
    assert.ok(meeting.current());
    fullScreen(false);
    assert.equal(meeting.current(), null);
    assert.ok(told.includes("end"));
});

for (const over of ["dialog", "cover"]) {
    test(`leaving full screen takes a ${over} away first, and says how to go on`, () => {
        const {meeting, told} = begin({[over]: true});
        fullScreen(true);
        fullScreen(false);
        assert.ok(meeting.current());
        assert.equal(told.at(-1), "how to go on");
    });
}

test("a screen that becomes full after the end is given back", async () => {
    let asked = null;
    let exits = 0;
    document.documentElement.requestFullscreen = () => new Promise((resolve) => (asked = resolve));
    document.exitFullscreen = () => Promise.resolve((exits += 1));
    document.fullscreenElement = null;
    const browser = {innerWidth: 1920, innerHeight: 1080, dispatchEvent() {}, clock: {navigator: {}, Event}};
    const {stage} = loadWith(browser, "meeting/stage.js");
    stage.open();
    stage.close();
    asked();
    await Promise.resolve().then(() => {});
    assert.equal(exits, 1);
});
