import assert from "node:assert/strict";
import {test} from "node:test";
import {load, loadWith, plain} from "../scripts.mjs";

const PANEL = {
    name: "床位",
    unit: "张",
    years: [2015, 2016],
    lowestFirst: false,
    values: {2015: [1, 2, null], 2016: [3, 2, 3]},
    classes: {2015: "01.", 2016: "101"},
    ranks: {2015: [2, 1, null], 2016: [1, 3, 1]},
    former: {},
    kinds: {2015: "00.", 2016: "000"},
    kindNames: ["演示"],
    sources: ["年鉴"],
    sourceOf: {2015: [0], 2016: [0]},
    remarks: [""],
    remarkOf: {2015: [0], 2016: [0]},
    gaps: {
        2015: {levels: {n: [1, null], s: [2, 2]}, title: "", detail: ""},
        2016: {levels: {n: [null, 1], s: [2, 2]}, title: "北部为南部的 50%", detail: "差", tone: "below"},
    },
};
const LEVEL = {
    codes: ["1", "2", "3"],
    names: ["甲", "乙", "丙"],
    shorts: ["甲", "乙", "丙"],
    groups: ["n", "s", "s"],
    counties: ["1", "2", "3"],
};
const BOOK = {focus: "n", benchmark: "s", levels: {county: LEVEL}, divisions: {}, groups: {}};
const GROUND = {box: [0, 0, 100, 100], perDegree: 10, paths: ["M0,0l10,0 0,10z", "M90,90l10,0 0,10z"]};
const words = {
    atlas: {
        year: "{year}年",
        rank: "第{rank}位，共{count}个",
        missing: "暂无数据",
        subject: "{name}（{unit}）· {when}　{where}",
        source: "来源：{source}",
        source_of_kind: "来源：{source}（{kind}）",
        note_sign: "；",
        remark: "备注：{remark}",
        most_remarks: "4",
    },
    meeting: {year_and_unit: "{year}年　{unit}", named: "{name}：{text}"},
};
const content = {words, books: [BOOK], grounds: [GROUND], panels: [PANEL]};
const given = (junheng) =>
    Object.assign(junheng, {snapshot: {content, words: {}}, panelOf: {unpack: (panel) => panel}});
const SCRIPTS = ["format.js", "atlas/frame/rows.js", "atlas/frame/texts.js", given, "../snapshot/frames.js"];
const {frames} = loadWith({junheng: {words}}, ...SCRIPTS).snapshot;
const MAP = {
    kind: "map",
    book: 0,
    ground: 0,
    panel: 0,
    year: 2016,
    view: {within: null, level: "county"},
    title: "",
    remarks: [],
};
PANEL.level = "county";

test("a slide has the years of its panel, a page those that were drawn, what is gone has none", () => {
    assert.deepEqual(plain(frames.years(MAP)), [2015, 2016]);
    assert.deepEqual(plain(frames.years({kind: "picture", years: {2016: {}, 2014: {}}})), [2014, 2016]);
    assert.deepEqual(plain(frames.years({kind: "gone"})), []);
});

test("the best stands first, equals by their order, and what is missing not at all", () => {
    const names = (year) => plain(frames.ranked(frames.frame(MAP, year)).map(({name}) => name));
    assert.deepEqual(names(2016), ["甲", "丙", "乙"]);
    assert.deepEqual(names(2015), ["乙", "甲"]);
});

test("the second map of two years keeps its own, that of another indicator follows", () => {
    const pair = {...MAP, second: {panel: 0, year: 2015}};
    assert.equal(frames.frame(pair, 2016, {isSecond: true}).year, 2015);
    const [other] = [{...MAP, panel: 1, second: {panel: 0, year: 2016}}];
    assert.equal(frames.frame(other, 2015, {isSecond: true}).year, 2015);
});

test("too long a list is cut in its middle", () => {
    const rows = [1, 2, 3, 4, 5, 6, 7];
    assert.deepEqual(plain(frames.ends(rows, 7)), {first: rows, last: [], isCut: false});
    assert.deepEqual(plain(frames.ends(rows, 5)), {first: [1, 2], last: [6, 7], isCut: true});
});

test("the gap is read as both groups have it, and drawn only then", () => {
    assert.equal(frames.reading(frames.frame(MAP, 2015)), 0);
    assert.equal(frames.reading(frames.frame(MAP, 2016)), 1);
    assert.deepEqual(plain(frames.charts(frames.frame(MAP, 2016))), ["ranking", "gap", "trend"]);
});

test("a place in degrees stands where the projection of the outlines has it", () => {
    const [x, y] = frames.project({perDegree: 10}, [113, 0]);
    assert.deepEqual([x, Math.abs(y)], [1130, 0]);
    assert.ok(Math.abs(frames.project({perDegree: 1}, [0, 45])[1] + 50.4986) < 1e-3);
});

test("a map gives way to its legend, and to nothing else", () => {
    assert.equal(frames.fit(GROUND, [200, 100], [20, 20]).scale, 1);
    const wide = frames.fit(GROUND, [100, 100], [30, 95]);
    assert.ok(wide.scale < 1 && wide.x > 0);
});

test("ticks are round and lie within", () => {
    assert.deepEqual(plain(frames.ticks(0.1, 2.1, 4)), [0.5, 1, 1.5, 2]);
    assert.deepEqual(plain(frames.ticks(5, 5)), [5]);
});

test("a slide says its finding, what that is about, and a title of its own above", () => {
    const said = frames.says({...MAP, title: "开场"}, 2016);
    assert.equal(said.finding, "床位：北部为南部的 50%");
    assert.equal(said.subject, "2016年　张　差");
    assert.equal(said.kicker, "开场");
    assert.equal(said.source, "来源：年鉴（演示）");
});

test("the first page says its goals, whatever stands around them", () => {
    const goal = (text) => ["section", {}, ["p", {className: "ov-finding"}, ["span", {}, text, "%"]]];
    const slide = {kind: "overview", title: "", years: {2016: {title: "均等化", body: [goal("80"), goal("70")]}}};
    assert.equal(frames.says(slide, 2016).finding, "80%");
    assert.equal(frames.says(slide, 2016).subject, "70%");
});

const {snapshot} = load(
    "format.js",
    (junheng) => Object.assign(junheng, {dom: {}, textsOf: {}, snapshot: {content, frames, words: {}}}),
    "../snapshot/tables.js",
);

test("a table is sorted by numbers as numbers, with what is empty at the end", () => {
    const rows = [
        ["甲", "10"],
        ["乙", ""],
        ["丙", "9"],
        ["丁", "1,200"],
    ];
    const sorted = (isDown) => plain(snapshot.tableOf.sort(rows, 1, isDown).map(([name]) => name));
    assert.deepEqual(sorted(false), ["丙", "甲", "丁", "乙"]);
    assert.deepEqual(sorted(true), ["丁", "甲", "丙", "乙"]);
});
