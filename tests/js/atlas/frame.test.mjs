import assert from "node:assert/strict";
import {test} from "node:test";
import {load, plain} from "../scripts.mjs";
import {BOOK, PANEL, TOWNSHIPS, frame} from "./world.mjs";

const junheng = load("format.js", ...["rows", "texts", "years", "query"].map((name) => `atlas/frame/${name}.js`));
const {textsOf, years, writeQuery} = junheng;
const shown = (changes) => frame(junheng, changes);
const row = (code, changes) => shown(changes).rows.find((each) => each.code === code);

test("a row has value, class, kind, source and remark of its year", () => {
    const {text, classText, kind, source, remark} = row("1");
    assert.deepEqual([text, classText, kind, source, remark], ["3.0 张", "低于4", "公布", "年鉴", "初步数；待核"]);
});

test("an area without a figure has neither class nor rank", () => {
    const found = row("2");
    assert.deepEqual([found.value, found.class, found.rank, found.rankText], [null, null, null, "不排名"]);
});

test("a rank is the server's, among those that have one", () => {
    assert.equal(row("1").rankText, "第2位，共2个");
    assert.equal(row("1", {year: 2012}).rankText, "第3位，共3个");
});

test("in an opened county the rank is among its own townships", () => {
    assert.equal(row("12", {panel: TOWNSHIPS}).rankText, "第1位，共3个");
    const opened = {panel: {...TOWNSHIPS, ranks: {2020: [2, 1, null]}}, view: {within: "1"}};
    assert.equal(row("11", opened).rankText, "第2位，共2个");
    assert.equal(row("21", opened), undefined);
});

test("a state is not ranked", () => {
    assert.equal(row("1", {panel: {...PANEL, ranks: null}}).rank, null);
});

test("a county bears the name of the year", () => {
    assert.deepEqual([row("1").name, row("1").short], ["甲县", "甲"]);
    assert.deepEqual([row("1", {year: 2012}).name, row("1", {year: 2012}).short], ["旧甲县", "旧甲"]);
});

test("a year that the panel does not hold has rows without figures", () => {
    assert.deepEqual(
        shown({year: 1999}).rows.map(({value, rank}) => [value, rank]),
        [
            [null, null],
            [null, null],
            [null, null],
        ],
    );
});

test("the title names indicator, unit, year and the county that is opened, as it was called then", () => {
    assert.equal(textsOf.title(shown()), "床位（张）· 2020年　方城各县");
    assert.equal(
        textsOf.title(shown({year: 2012, panel: {...PANEL, level: "township"}, view: {within: "1"}})),
        "床位（张）· 2012年　旧甲县各乡镇",
    );
});

test("the source line names every source, kind and remark once", () => {
    assert.equal(textsOf.source(shown()), "来源：年鉴；公报（公布、推算）　备注：初步数；待核");
    assert.equal(textsOf.source(shown({year: 1999})), "来源：—");
});

test("of many remarks the source line names the first and counts them", () => {
    const now = shown();
    const rows = now.rows.map((each) => ({
        ...each,
        remark: "甲；乙；丙；丁；戊；己；庚",
        source: "年鉴",
        kind: "公布",
    }));
    assert.equal(textsOf.source({...now, rows}), "来源：年鉴（公布）　备注：甲；乙；丙；丁；等7条，逐条见“表格”");
});

test("the legend counts areas from the highest class down, missing ones after them", () => {
    assert.deepEqual(
        plain(textsOf.legend(shown())).map(({text, count}) => [text, count]),
        [
            ["4以上", 1],
            ["低于4", 1],
            ["暂无数据", 1],
            ["市界", ""],
            ["南北分界", ""],
            ["主要河流", ""],
        ],
    );
});

test("values on too few events stand in the legend below the classes", () => {
    const panel = {...PANEL, small: {2020: "100"}, legend: ["低", "高", "数量太少"], classes: {2020: "2.1"}};
    assert.deepEqual(
        plain(textsOf.legend(shown({panel}))).map(({text, count}) => `${text} ${count}`),
        ["高 1", "低 0", "数量太少 1", "暂无数据 1", "市界 ", "南北分界 ", "主要河流 "],
    );
});

test("the selection tells the place in the country where the year is one of a census", () => {
    const panel = {...PANEL, inCountry: {2020: ["", "", "9 124 200 2833 93.2"]}};
    const told = "省内第9/124位、全国第200/2833位，同类县均值 93.2";
    assert.equal(textsOf.selection(shown({panel, selected: "3"})), `丙市　4.0 张　第1位，共2个　${told}`);
    assert.equal(textsOf.selection(shown({panel, selected: "2"})), "乙区　暂无数据");
});

test("the selection tells name, value and rank, or how to select", () => {
    assert.equal(textsOf.selection(shown({selected: "3"})), "丙市　4.0 张　第1位，共2个");
    assert.equal(textsOf.selection(shown({selected: "2"})), "乙区　暂无数据");
    assert.equal(textsOf.selection(shown()), "点击地图选择");
});

test("a slider shows its own year, and that of the view where the panel has no such year", () => {
    assert.equal(years.shown(PANEL, 2012, "2020"), 2012);
    assert.equal(years.shown(PANEL, 2015, "2020"), 2020);
    assert.equal(years.shown({years: []}, null, "2020"), 2020);
});

test("steps of the year end at the first and the last one", () => {
    assert.equal(years.step(PANEL, 2012, 1), 2020);
    assert.equal(years.step(PANEL, 2020, 1), 2020);
    assert.equal(years.step(PANEL, 2020, -Infinity), 2012);
    assert.equal(years.step({years: []}, 2020, 1), 2020);
});

test("the address says what is shown, and not what only the page needs", () => {
    const {address} = writeQuery(shown({year: 2012, selected: "1", types: ["school", "clinic"], labels: "none"}), null);
    const query = Object.fromEntries(new URLSearchParams(address));
    assert.deepEqual(query, {
        dataset: "public",
        indicator: "beds",
        level: "county",
        year: "2012",
        labels: "none",
        selected: "1",
        facilities: "school,clinic",
    });
});

test("what was let go leaves the address", () => {
    const {address} = writeQuery(shown({view: {selected: "1", facilities: "school"}}), null);
    assert.ok(!/selected|facilities/.test(address));
});

test("the second map's year is in the address", () => {
    const view = {compare: "years", other_year: "2020"};
    assert.match(writeQuery(shown({view}), shown({view, year: 2012})).address, /other_year=2012/);
});

test("a year, a selection or a layer of points is no place to go back to; another indicator is", () => {
    const {place} = writeQuery(shown(), null);
    assert.equal(writeQuery(shown({year: 2012, selected: "1", types: ["school"], labels: "names"}), null).place, place);
    assert.notEqual(writeQuery(shown({view: {indicator: "doctors"}}), null).place, place);
});

test("what the server sends is not changed", () => {
    const before = plain({PANEL, BOOK});
    textsOf.legend(shown());
    assert.deepEqual(plain({PANEL, BOOK}), before);
});

test("in an opened division the counties whose codes begin as its own stand alone, and the title names it", () => {
    const book = {...BOOK, divisions: {1: "甲州"}, bounds: {...BOOK.bounds}};
    const opened = shown({book, view: {within: "1"}});
    assert.deepEqual(
        opened.rows.map((each) => each.code),
        ["1"],
    );
    assert.match(textsOf.title(opened), /甲州各县$/);
});
