import assert from "node:assert/strict";
import {test} from "node:test";
import {load, plain} from "../scripts.mjs";

const {slides} = load("meeting/sequence.js");
const listed = (...addresses) => addresses.map((address) => ({address, title: "", note: ""}));

test("the first and the last slide are ends", () => {
    assert.deepEqual(
        ["previous", "next", "first", "last"].map((action) => slides.move(0, action, 3)),
        [0, 1, 0, 2],
    );
    assert.equal(slides.move(2, "next", 3), 2);
});

test("digits make a number that a slide can have", () => {
    assert.equal(slides.type("", "1", 12), "1");
    assert.equal(slides.type("1", "2", 12), "12");
    assert.equal(slides.type("12", "3", 12), "3");
    assert.equal(slides.type("", "0", 12), "");
});

test("an address of another host is no slide", () => {
    const given = listed("/gap?year=2020", "//elsewhere/gap", "https://elsewhere/", "/\\elsewhere", undefined);
    assert.deepEqual(
        plain(slides.readable(given)).map(({address}) => address),
        ["/gap?year=2020"],
    );
});

test("a slide is found by all that it names, whatever else the page has written into the address", () => {
    const kept = listed("/gap?year=2012", "/gap?year=2020", "/county?year=2020");
    assert.equal(slides.find(kept, "/gap?dataset=demo&year=2020", 0), 1);
    assert.equal(slides.find(kept, "/gap?year=2016", 0), -1);
});

test("of slides with the same view the nearest is meant", () => {
    const kept = listed("/gap", "/county", "/gap");
    assert.equal(slides.find(kept, "/gap", 2), 2);
    assert.equal(slides.find(kept, "/gap", 0), 0);
});
