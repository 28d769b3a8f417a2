import assert from "node:assert/strict";
import {test} from "node:test";
import {load, plain} from "../scripts.mjs";
import {BOOK, FIGURES, PANEL, TOWNSHIPS, frame} from "./world.mjs";

const FILES = ["parts", "gap", "map", "ranking", "trend"].map((name) => `atlas/figures/${name}.js`);
const junheng = load("format.js", "atlas/frame/rows.js", ...FILES);
const {figureOf, figureParts} = junheng;
const trace = (figure, name) => figure.data.find((each) => each.name === name);

// A kind of figure of a frame, as plain data.
function draw(kind, changes) {
    return plain(figureOf[kind](frame(junheng, changes)));
}

// What stands at the bars of a ranking, from below: the sign of the group and the name.
function ticksOf({data, layout}) {
    const {tickvals, ticktext} = layout.yaxis;
    return data[0].y.map((code) => ticktext[tickvals.indexOf(code)].replaceAll(/<[^>]*>/g, ""));
}

const namesOf = (figure) => ticksOf(figure).map((tick) => tick.replace(/^. /, ""));

test("a point whose name would lie over another's goes into a row of its own", () => {
    const near = figureParts.lanes(
        [
            [50, 3],
            [10, 3],
            [12, 3],
        ],
        [0, 100],
    );
    assert.deepEqual(plain(near), [0.18, 0.18, -0.18]);
    assert.deepEqual(plain(figureParts.lanes([[10, 2]], [0, 100])), [0]);
});

test("names that stand apart are above their points", () => {
    assert.deepEqual(
        plain(
            figureParts.stagger(
                [
                    [0, 1],
                    [50, 1],
                    [1, 0],
                ],
                [0, 100],
            ),
        ),
        Array(3).fill("top center"),
    );
});

test("of two names close together one is above and one below", () => {
    const points = [
        [1, 0],
        [0, 0],
    ];
    assert.deepEqual(plain(figureParts.stagger(points, [0, 100])), ["bottom center", "top center"]);
});

test("three names close together fan out", () => {
    const points = [0, 1, 2].map((x) => [x, 0]);
    assert.deepEqual(plain(figureParts.stagger(points, [0, 100])), ["middle left", "top center", "middle right"]);
});

test("townships of one name are told apart by their county", () => {
    const {rows} = frame(junheng, {panel: TOWNSHIPS});
    assert.deepEqual(plain(figureParts.tellApart(rows, BOOK)), ["城关镇（甲）", "河西乡", "城关镇（乙）"]);
});

test("the best bar is the last one that plotly draws, at the top; missing ones are the first", () => {
    const figure = draw("ranking");
    const [bars] = figure.data;
    assert.deepEqual(namesOf(figure), ["乙区", "甲县", "丙市"]);
    assert.deepEqual(bars.x, [0, 3, 4]);
    assert.deepEqual(bars.text, ["暂无数据", "3.0 张", "4.0 张"]);
});

test("the groups of the bars differ in a sign, not in colour alone", () => {
    assert.deepEqual(ticksOf(draw("ranking")), ["● 乙区", "● 甲县", "■ 丙市"]);
});

test("the lowest leads where lower is better", () => {
    const figure = draw("ranking", {panel: {...PANEL, lowestFirst: true}});
    assert.deepEqual(namesOf(figure), ["乙区", "丙市", "甲县"]);
});

test("a value on too few events stands below those that are ranked, pale", () => {
    const figure = draw("ranking", {panel: {...PANEL, small: {2020: "001"}}});
    const [bars] = figure.data;
    assert.deepEqual(namesOf(figure), ["乙区", "丙市", "甲县"]);
    assert.deepEqual(bars.marker.opacity, [1, 0.35, 1]);
});

test("areas of one name have a bar each", () => {
    const counties = {...BOOK.levels.county, names: ["朝阳区", "朝阳区", "丙市"]};
    const figure = draw("ranking", {book: {...BOOK, levels: {...BOOK.levels, county: counties}}, year: 2012});
    assert.deepEqual(figure.data[0].y, ["1", "2", "3"]);
    assert.deepEqual(namesOf(figure), ["旧甲县", "朝阳区", "丙市"]);
});

test("of very many areas the ranking draws both ends and the selected one", () => {
    const book = {...BOOK, mostNames: 2};
    const panel = {...PANEL, values: {2012: [2, 3, 4]}, years: [2012]};
    assert.deepEqual(namesOf(draw("ranking", {book, panel, year: 2012})), ["旧甲县", "⋯", "丙市"]);
    const selected = draw("ranking", {book, panel, year: 2012, selected: "2"});
    assert.deepEqual(namesOf(selected), ["旧甲县", "⋯", "乙区", "⋯", "丙市"]);
    assert.deepEqual(selected.data[0].x, [2, null, 3, null, 4]);
});

test("of very many counties the gap draws those that can be told apart, and says how many are in a place", () => {
    const panel = {...PANEL, values: {2012: [2, 2, 4]}, years: [2012]};
    const counties = (changes) =>
        trace(draw("gap", {panel, year: 2012, book: {...BOOK, mostNames: 2, mostBeside: 2}, ...changes}), "counties");
    assert.deepEqual([counties().mode, counties().x], ["markers", [2, 4]]);
    assert.match(counties().customdata[0][1], /旧甲.*此处还有1个/);
    assert.equal(counties({selected: "2"}).customdata[0][0], "2");
});

test("where the server leaves out the lines of counties the trend says so and draws the selected one", () => {
    const {data, layout} = FIGURES.trend;
    const figures = {...FIGURES, trend: {layout, data: data.filter(({name}) => !["1", "2", "3"].includes(name))}};
    const figure = draw("trend", {figures, selected: "3"});
    assert.deepEqual(trace(figure, "area").y, [4, 4]);
    assert.equal(figure.layout.annotations[0].text, "只画各组平均");
});

test("bars have the same axis in every year", () => {
    const ranges = [2012, 2020].map((year) => draw("ranking", {year}).layout.xaxis.range);
    assert.deepEqual(ranges[0], ranges[1]);
});

test("the gap shows counties that have a figure, under the names of the year", () => {
    const counties = trace(draw("gap", {year: 2012}), "counties");
    assert.deepEqual(counties.x, [2, 3, 4]);
    assert.deepEqual(counties.text, ["旧甲", "乙", "丙"]);
    assert.deepEqual(trace(draw("gap"), "counties").x, [3, 4]);
});

test("a reading without a level is left out, and its line with it", () => {
    const figure = draw("gap");
    assert.deepEqual(trace(figure, "pooled").x, []);
    assert.equal(trace(figure, "line").text.filter((text) => text.trim()).length, 2);
});

test("the text of a line stands where its level does not", () => {
    assert.ok(trace(draw("gap", {year: 2012}), "line").textposition.every((each) => each === "middle right"));
    const panel = {...PANEL, gaps: {2020: {...PANEL.gaps[2020], lines: [2, 2, null]}}};
    assert.ok(trace(draw("gap", {panel}), "line").textposition.every((each) => each === "middle left"));
});

test("a year without a gap is the empty figure", () => {
    assert.deepEqual(draw("gap", {panel: {...PANEL, gaps: {}}}), plain(FIGURES.gap));
});

test("a line of the trend breaks where a figure is missing", () => {
    assert.deepEqual(trace(draw("trend"), "2").y, [3, null]);
});

test("the trend tells each year under the name of that year", () => {
    const [before, after] = trace(draw("trend"), "1").customdata;
    assert.match(before, /旧甲县.*2012年　2\.0 张/);
    assert.match(after, /<b>甲县.*2020年　3\.0 张/);
});

test("the selected county stands out and is named at its last figure", () => {
    const figure = draw("trend", {selected: "2"});
    assert.deepEqual(trace(figure, "2").text, ["乙", ""]);
    assert.equal(trace(figure, "2").opacity, 1);
    assert.deepEqual(trace(figure, "1").text, ["", ""]);
});

test("a selected township has a line beside the counties", () => {
    const figure = draw("trend", {panel: TOWNSHIPS, selected: "12"});
    assert.deepEqual(trace(figure, "area").y, [7]);
    assert.equal(figure.layout.annotations[0].text, "只有2020年的数据");
});

test("an area has the class of the server, and one without a figure is hatched", () => {
    const figure = draw("map");
    assert.deepEqual(
        [trace(figure, "areas").locations, trace(figure, "areas").z],
        [
            ["1", "3"],
            [0, 1],
        ],
    );
    assert.deepEqual(trace(figure, "hatch").locations, ["2"]);
});

test("names have the colour that the server gives their class, and the ink over facilities", () => {
    const names = (changes) => plain(figureOf.names(frame(junheng, changes), 100));
    assert.deepEqual(names().color, ["#222222", "#222222", "#FFFFFF"]);
    assert.equal(names({types: ["school"]}).color[2], "#222222");
    assert.deepEqual(names({labels: "none"}).text, []);
});

test("a name stands where it fits into its area on a map so large; townships bear theirs in any case", () => {
    const names = (perDegree, changes) => plain(figureOf.names(frame(junheng, changes), perDegree));
    assert.deepEqual(names(14 / 0.5).locations, ["1", "3"]);
    assert.deepEqual(names(14 / 0.2).locations, ["1", "2", "3"]);
    assert.deepEqual(names(1).locations, []);
    assert.deepEqual(names(12 / 0.5, {book: {...BOOK, mostLarge: 2}}).locations, ["1", "3"]);
    assert.deepEqual(names(1, {panel: TOWNSHIPS, book: {...BOOK, mostLarge: 2}}).size, 10);
    assert.deepEqual(names(1, {panel: TOWNSHIPS}).locations, ["11", "12", "21"]);
});

test("a value stands below its name where both fit, and nothing stands for one that is missing", () => {
    const texts = (perDegree, labels = "values") => plain(figureOf.names(frame(junheng, {labels}), perDegree)).text;
    assert.deepEqual(texts(100), ["甲<br>3.0", "乙", "丙<br>4.0"]);
    assert.deepEqual(texts(14 / 0.25), ["甲", "丙<br>4.0"]);
    assert.deepEqual(texts(100, "names"), ["甲", "乙", "丙"]);
});

test("an opened county fills the map, with its own outline", () => {
    const figure = draw("map", {panel: TOWNSHIPS, view: {within: "1"}});
    assert.deepEqual(figure.layout.geo.lonaxis.range, [111, 112]);
    assert.deepEqual(trace(figure, "outlines").locations, ["1"]);
});

test("the groups' line and names stand on the whole map, names by the choice of texts, and not on an opened place", () => {
    const shown = (changes) => trace(draw("map", changes), "group-names").text;
    assert.deepEqual(shown(), ["北部"]);
    assert.deepEqual(shown({labels: "none"}), []);
    assert.deepEqual(shown({panel: TOWNSHIPS, view: {within: "1"}}), []);
    assert.deepEqual(trace(draw("map", {view: {within: "1"}}), "group-line").z, [null]);
    assert.deepEqual(trace(draw("map", {view: {within: "1"}}), "band").z, [null]);
    assert.deepEqual(trace(draw("map"), "band").z, [0]);
});

test("neighbours lie around the whole region, named by the choice of texts, and not around an opened place", () => {
    const shown = (changes) => {
        const figure = draw("map", changes);
        return [trace(figure, "neighbours").z, trace(figure, "neighbour-names").text];
    };
    assert.deepEqual(shown(), [[0, 0], ["邻市"]]);
    assert.deepEqual(shown({labels: "none"}), [[0, 0], []]);
    assert.deepEqual(shown({view: {within: "1"}}), [[null, null], []]);
});

test("a source of a file is no markup under the pointer", () => {
    const panel = {...PANEL, sources: ["<a href=x>年鉴</a>", "公报"]};
    assert.match(trace(draw("map", {panel}), "areas").customdata[0][2], /&lt;a href=x&gt;/);
});

test("divisions have borders, of an opened one its own and those around and inside it", () => {
    const figures = structuredClone(FIGURES);
    figures.maps.county.data.push({name: "divisions"});
    const codes = ["11", "12", "2"];
    const county = {...BOOK.levels.county, codes, counties: codes};
    const bounds = {0: [110, 20, 114, 24], 1: [110, 20, 112, 24], 11: [110, 20, 111, 24]};
    const divisions = {1: "甲", 11: "乙", 2: "丙"};
    const book = {...BOOK, levels: {...BOOK.levels, county}, divisions, bordered: ["1", "2"], bounds};
    const bordered = (within) => trace(draw("map", {figures, book, view: {within}}), "divisions").locations;
    assert.deepEqual(bordered(undefined), ["1", "2"]);
    assert.deepEqual(bordered("1"), ["1"]);
    assert.deepEqual(bordered("11"), ["1"]);
});

test("the points of an opened division stand out in the gap of the whole", () => {
    const book = {...BOOK, divisions: {1: "甲"}};
    const pale = (within) => trace(draw("gap", {book, view: {within}}), "counties").marker.opacity;
    assert.deepEqual(pale("1"), [0.85, 0.15]);
    assert.deepEqual(pale(undefined), [0.85, 0.85]);
});

test("the average of an area that has no counties stands in its row", () => {
    const county = {...BOOK.levels.county, groups: ["north", "north", "north"]};
    const book = {...BOOK, levels: {...BOOK.levels, county}};
    assert.equal(trace(draw("gap", {book}), "simple").y.at(-1), 0);
});

test("the whole region leaves the room for the legend that the server says, for the whole region and for a county", () => {
    assert.deepEqual(draw("map").layout.geo.domain, {x: [0, 1], y: [0.2, 1]});
    assert.deepEqual(draw("map", {panel: TOWNSHIPS, view: {within: "1"}}).layout.geo.domain.x, [0.26, 1]);
});
