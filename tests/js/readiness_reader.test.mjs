// What the check before a meeting says of a screen and a browser.
import assert from "node:assert/strict";
import {test} from "node:test";
import {load, plain} from "./scripts.mjs";

const {readiness} = load("readiness_reader.js", "format.js");
const words = new Proxy({}, {get: (_, key) => String(key)});
const OWN = "http://10.0.0.8:8050";
const POLICY = "default-src 'self'; connect-src 'self'";
const GOOD = {
    screen: {width: 1920, height: 1080, scale: 1, inner: [1920, 970]},
    zoom: 1,
    colour: 24,
    browser: {name: "Chrome 140", lacking: []},
    full: {allowed: true, secure: false},
    awake: false,
    storage: true,
    fonts: true,
    clock: 800,
    map: {took: 900, drawn: true},
    fetched: {addresses: [`${OWN}/bundle/a.js`, "data:image/png,x"], own: OWN, policy: POLICY},
};
const judge = (changes) => readiness.judge({...GOOD, ...changes}, words);
const bad = (changes) => plain(judge(changes)).filter(({state}) => state !== "ok");

test("a good screen and browser are all green, over plain HTTP too", () => {
    assert.equal(judge({}).length, Object.keys(GOOD).length);
    assert.deepEqual(bad({}), []);
});

const wrong = {
    "a small window": [{screen: {...GOOD.screen, inner: [900, 700]}}, "caution"],
    "a page that is enlarged": [{zoom: 1.25}, "caution"],
    "too few colours": [{colour: 16}, "caution"],
    "an old browser": [{browser: {name: "Chrome 80", lacking: ["dialog"]}}, "failed"],
    "no full screen": [{full: {allowed: false, secure: true}}, "caution"],
    "a browser that keeps nothing": [{storage: false}, "caution"],
    "no Chinese font": [{fonts: false}, "failed"],
    "a clock that is slow": [{clock: -300000}, "caution"],
    "a map that takes long": [{map: {took: 9000, drawn: true}}, "caution"],
    "a map that is not drawn": [{map: {took: 20000, drawn: false}}, "failed"],
    "a file of another host": [{fetched: {...GOOD.fetched, addresses: ["https://cdn.example.com/x.js"]}}, "failed"],
    "a host whose name begins like ours": [{fetched: {...GOOD.fetched, addresses: [`${OWN}.example.com/x`]}}, "failed"],
    "a page without its policy": [{fetched: {...GOOD.fetched, policy: null}}, "failed"],
};

for (const [name, [changes, state]] of Object.entries(wrong)) {
    test(`${name} says what to do, and nothing else changes`, () => {
        const found = bad(changes);
        assert.deepEqual(
            found.map((line) => line.state),
            [state],
        );
        assert.ok(found[0].remedy);
    });
}

test("what could not be measured is said, and hides no other", () => {
    const [line, ...others] = bad({fonts: {error: new Error("no canvas")}});
    assert.deepEqual([line.subject, line.state, others.length], ["fonts", "failed", 0]);
});

test("what is not measured yet is pending", () => {
    assert.deepEqual(
        bad({map: undefined}).map(({state}) => state),
        ["pending"],
    );
});

test("only where all is well a meeting can begin", () => {
    const state = (...states) =>
        readiness.summarise(
            states.map((one) => ({subject: "x", state: one})),
            words,
        );
    assert.deepEqual({...state("ok", "ok")}, {state: "ok", text: "ready"});
    assert.equal(state("ok", "caution").state, "caution");
    assert.equal(state("pending", "caution").state, "pending");
    assert.equal(state("pending", "failed").state, "failed");
});
