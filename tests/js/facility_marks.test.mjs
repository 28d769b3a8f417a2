import assert from "node:assert/strict";
import {test} from "node:test";
import {load, plain} from "./scripts.mjs";

const {facilityMarks} = load("format.js", "facility_marks.js");
const WORDS = {
    cluster: "{count}处",
    cluster_hint: "点击放大",
    type_count: "{name}{count}处",
    and_more: "等",
    opened_unknown: "开办年份不详",
    opened: "{year}年开办",
    closed: "{year}年关闭",
    outside: "不在范围内",
    approximate: "位置为约略",
    source: "来源：{source}",
    name_of_type: "{name}（{type}）",
};
const LOOK = {name: "学校", capacity: "学位", unit: "个", symbol: "circle", colour: "#123456"};

// A book of `count` schools, and the same as points in sight, `apart` pixels from one another.
function world(count, apart) {
    const each = (value) => Array.from({length: count}, (_, at) => (typeof value === "function" ? value(at) : value));
    const held = {
        code: each((at) => `f${at}`),
        name: each((at) => `第${at + 1}小学`),
        township: each("t"),
        capacity: each(1200),
        grade: each(""),
        opened: each(2001),
        closed: each(null),
        approximate: each(0),
        source: each(0),
    };
    const book = {types: {school: LOOK}, areas: {t: {name: "甲镇", countyName: "乙县"}}, sources: ["名录"]};
    const shown = each((at) => ({type: "school", at, code: `f${at}`, x: 200 + at * apart, y: 50, lon: at, lat: 0}));
    return [
        {shown, every: count},
        {book: {...book, points: {school: held}}, words: WORDS, found: null},
    ];
}

const drawn = (placed, choice) => plain(facilityMarks.traces(placed, choice));

test("points that stand apart are drawn one by one", () => {
    const {traces, members} = drawn(...world(3, 40));
    assert.deepEqual(traces[0].lon, [0, 1, 2]);
    assert.deepEqual(members, []);
});

test("points that would lie on each other are one mark with their count, between them", () => {
    const {traces, members} = drawn(...world(3, 2));
    assert.deepEqual(traces[0].lon, []);
    assert.deepEqual(traces[1].text, ["3"]);
    assert.deepEqual(traces[1].lon, [1]);
    assert.equal(members[0].length, 3);
});

test("more points in sight stand further apart", () => {
    const [placed, choice] = world(3, 30);
    assert.equal(drawn({...placed, every: 1000}, choice).members.length, 1);
});

test("a cluster of few names them, one of many counts its types", () => {
    const few = drawn(...world(2, 1)).traces[1].customdata[0][0];
    assert.match(few, /第1小学（学校）<br>第2小学（学校）/);
    assert.match(drawn(...world(9, 0.5)).traces[1].customdata[0][0], /学校9处/);
});

test("a point tells what is known of it, and its text is no markup", () => {
    const [placed, choice] = world(1, 0);
    choice.book.points.school.name = ["<b>甲</b>"];
    const [[text]] = drawn(placed, choice).traces[0].customdata;
    assert.match(text, /&lt;b&gt;甲&lt;\/b&gt;<\/b><br>学校<br>学位 1,200 个<br>2001年开办<br>乙县 甲镇<br>来源：名录/);
});

test("a facility that was looked for is ringed", () => {
    const [placed, choice] = world(3, 40);
    assert.deepEqual(drawn(placed, {...choice, found: "f1"}).traces[2].lon, [1]);
});

test("no facilities are three empty traces", () => {
    const {traces} = drawn({shown: [], every: 0}, {});
    assert.deepEqual(
        traces.map(({name, lon}) => [name, lon]),
        [
            ["facility-points", []],
            ["facility-clusters", []],
            ["facility-found", []],
        ],
    );
});
