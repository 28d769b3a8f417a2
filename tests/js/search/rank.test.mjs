import assert from "node:assert/strict";
import {test} from "node:test";
import {loadWith, plain} from "../scripts.mjs";

const PATHS = {
    ...{OVERVIEW: "/", ATLAS: "/map", TARGETS: "/targets", GAP: "/gap", COUNTY: "/county", COVERAGE: "/service"},
    ...{PACKS: "/briefing", DATA: "/data"},
};
const {searchRank} = loadWith({junheng: {paths: PATHS}}, "later/search_match.js", "later/search_rank.js");
const BEDS = [
    "beds",
    "每千人床位",
    "mei qian ren chuang wei",
    "Hospital beds per 1000 beds",
    "医疗卫生",
    "township",
    "",
];
const PUPILS = ["pupils", "小学在校学生", "xiao xue zai xiao/jiao xue sheng", "Primary pupils", "教育", "county", ""];
const LIST = {
    entries: {
        indicator: [BEDS, PUPILS],
        area: [
            ["441826", "连南瑶族自治县", "lian nan/na yao zu zi zhi xian", "Liannan", "", "county", "441826"],
            ["441882", "连州市", "lian zhou shi", "Lianzhou", "", "county", "441882"],
            ["441826100", "三江镇", "san jiang zhen", "441826100", "连南瑶族自治县", "township", "441826"],
            ["4418", "清远市", "qing yuan shi", "", "广东省", "division", ""],
            ["440000", "广东", "guang dong", "Guangdong", "", "region", ""],
        ],
        domain: [
            ["health", "医疗卫生", "yi liao wei sheng", "health", "", "gap targets", ""],
            ["education", "教育", "jiao yu", "education", "", "gap", ""],
        ],
        type: [["library", "公共图书馆", "gong gong tu shu guan", "library", "文化", "held", ""]],
        facility: [["f7", "东陂卫生院", "dong po/pi wei sheng yuan", "", "连州市 乡镇卫生院", "clinic", "441882"]],
        target: [["t1", "农村教师岗位补贴", "nong cun jiao shi gang wei bu tie", "每人每月发放300元", "教师", "", "8"]],
        page: [
            ["/gap", "南北差距", "nan bei cha ju", "gap 差距", "", "", ""],
            ["/map", "服务地图", "fu wu di tu", "map atlas", "", "", ""],
            ["/briefing", "简报", "jian bao", "briefing", "", "", ""],
            ["/", "总览", "zong lan", "overview", "", "", ""],
        ],
    },
    township_indicator: "beds",
};
const index = searchRank.read(LIST);
const find = (text) => plain(searchRank.find(index, text));
const address = ({path, query}) => `${path}?${new URLSearchParams(query)}`;
const first = (text) => address(find(text).hits[0]);
const every = (text) => find(text).hits.map(address);

test("words in any order open the view that they name", () => {
    const view = "/map?indicator=beds&selected=441826&year=2016";
    for (const text of [
        "连南 床位 2016",
        "2016 床位 连南",
        "床位2016年连南",
        "连南床位 2016",
        "ln cw 2016",
        "liannan beds 2016",
    ]) {
        assert.equal(first(text), view, text);
    }
    assert.equal(first("gap health 2020"), "/gap?domain=health&year=2020");
    assert.equal(first("地图 连南 床位"), "/map?indicator=beds&selected=441826");
});

test("what is named alone leads to the pages that show it", () => {
    assert.equal(first("床位"), "/map?indicator=beds");
    assert.deepEqual(every("连州"), ["/county?county=441882", "/map?selected=441882"]);
    assert.equal(first("教师 补贴"), "/targets?article=8");
    assert.equal(first("图书馆"), "/service?type=library");
    assert.equal(first("卫生"), "/gap?domain=health");
    assert.equal(first("清远"), "/map?within=4418");
    assert.equal(first("jianbao"), "/briefing?");
});

test("the whole region leads to its overview, and to a map without a chosen area", () => {
    assert.equal(first("广东"), "/?");
    assert.equal(first("广东 床位"), "/map?indicator=beds");
});

test("a domain is offered where a page shows it", () => {
    assert.equal(every("教育").includes("/targets?domain=education"), false);
    assert.equal(every("卫生").includes("/targets?domain=health"), true);
});

test("a word that nothing is like is left out, and said", () => {
    const {hits, said, found} = find("连州 qqqqqqqq");
    assert.deepEqual([said, found, address(hits[0])], ["partly", "qqqqqqqq", "/county?county=441882"]);
});

test("a township opens with an indicator that has townships, and is not offered with one that has none", () => {
    assert.equal(every("三江").includes("/map?indicator=beds&level=township&selected=441826100"), true);
    assert.equal(first("三江 床位"), "/map?indicator=beds&level=township&selected=441826100");
    assert.equal(
        every("三江 小学").some((one) => one.includes("pupils&level")),
        false,
    );
});

test("a year alone opens the pages of that year", () => {
    assert.equal(first("2016"), "/?year=2016");
    assert.equal(every("2016").includes("/briefing?year=2016"), false);
});

test("pinyin is found in full, by initials and cut off, by every reading", () => {
    for (const text of ["liannan", "lnyz", "liann", "lian nan", "lianna"]) {
        assert.equal(first(text), "/county?county=441826", text);
    }
});

test("the letters that are meant are marked, those of pinyin too", () => {
    assert.deepEqual(find("床位").hits[0].marks, [3, 4]);
    assert.deepEqual(find("chuangwei").hits[0].marks, [3, 4]);
    const {name, marks} = find("连南 床位").hits[0];
    assert.equal(
        marks
            .map((at) => [...name][at])
            .sort()
            .join(""),
        [..."连南床位"].sort().join(""),
    );
});

test("without a hit the nearest is offered, and said", () => {
    const {hits, said, found, used} = find("连难");
    assert.deepEqual([said, found, used], ["nearest", "连难", "连南、连州"]);
    assert.deepEqual(
        hits.map(address).filter((one) => one.startsWith("/county")),
        ["/county?county=441826", "/county?county=441882"],
    );
    assert.equal(find("libary").used, "library");
});

test("words that belong to no view together are answered each", () => {
    const {said, hits} = find("床位 小学");
    assert.equal(said, "apart");
    assert.deepEqual(hits.map(address), ["/map?indicator=beds", "/map?indicator=pupils"]);
});

test("what is like nothing leads to the pages", () => {
    const {said, hits} = find("<b>qqqqqqqq</b>");
    assert.equal(said, "nothing");
    assert.equal(hits.length > 0, true);
});

test("a facility is shown on the map of its county with those of its type", () => {
    for (const text of ["东陂卫生院", "dpwsy"]) assert.equal(first(text), "/map?facilities=clinic&selected=441882");
});
