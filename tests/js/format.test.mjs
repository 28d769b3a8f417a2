import assert from "node:assert/strict";
import {test} from "node:test";
import {load} from "./scripts.mjs";

const {format} = load("format.js");
const WORDS = {missing: "缺数据", yes: "有", no: "没有", unknown_count: "例数未知", too_few: "数量太少"};
const BEDS = {unit: "张", decimals: 2};

test("a value has its decimals and its unit", () => {
    assert.equal(format.value(BEDS, WORDS, 4), "4.00 张");
    assert.equal(format.value(BEDS, WORDS, 12345.5), "12,345.50 张");
});

test("a value that came with more digits keeps them", () => {
    assert.equal(format.value(BEDS, WORDS, 3.996), "3.996 张");
});

test("a missing value is said, and nought is not missing", () => {
    assert.equal(format.value(BEDS, WORDS, null), "缺数据");
    assert.equal(format.value(BEDS, WORDS, undefined), "缺数据");
    assert.equal(format.value(BEDS, WORDS, 0), "0.00 张");
});

test("a state is said in words", () => {
    assert.equal(format.value({...BEDS, yesNo: true}, WORDS, 1), "有");
    assert.equal(format.value({...BEDS, yesNo: true}, WORDS, 0), "没有");
});

test("the note of a figure that chance moves has its count and interval", () => {
    const panel = {noteText: "{count}例，95%区间 {low} – {high}"};
    assert.equal(format.note(panel, WORDS, "7 2.1 9.8", 5, true), "7例，95%区间 2.1 – 9.8；数量太少");
    assert.equal(format.note(panel, WORDS, "?", 5, false), "例数未知");
    assert.equal(format.note(panel, WORDS, "", 5, false), "");
});

test("the note of a figure from a sample has the interval around the value as shown", () => {
    const panel = {sampleText: "抽样，{low} – {high}", decimals: 1};
    assert.equal(format.note(panel, WORDS, "2 3", 96.9, false), "抽样，96.7 – 97.2");
    assert.equal(format.note(panel, WORDS, "2", 96.9, false), "抽样，96.7 – 97.1");
    assert.equal(format.note(panel, WORDS, "1.96 2.04", 3.996, false), "抽样，3.8 – 4.2");
});

test("text of a file is no markup for plotly", () => {
    assert.equal(format.plain("<b>甲 & 乙</b>"), "&lt;b&gt;甲 &amp; 乙&lt;/b&gt;");
});

test("a long text ends in an ellipsis", () => {
    assert.equal(format.shorten("字".repeat(40)).length, 40);
    assert.equal(format.shorten("字".repeat(41)), `${"字".repeat(39)}…`);
});
