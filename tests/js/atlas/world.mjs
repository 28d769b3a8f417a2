// Two counties in the north, one of which is selected in some tests, and one in the south, as the server sends them.

export const BOOK = {
    levels: {
        county: {
            codes: ["1", "2", "3"],
            names: ["甲县", "乙区", "丙市"],
            shorts: ["甲", "乙", "丙"],
            groups: ["north", "north", "south"],
            counties: ["1", "2", "3"],
            outlines: ["0"],
            nameSizes: [0.5, 0.2, 0.5],
            valueSizes: [0.2, 0.1, 0.3],
        },
        township: {
            codes: ["11", "12", "21"],
            names: ["城关镇", "河西乡", "城关镇"],
            shorts: ["城关", "河西", "城关"],
            groups: ["north", "north", "north"],
            counties: ["1", "1", "2"],
            nameSizes: [0.1, 0.1, 0.1],
            valueSizes: [0.05, 0.05, 0.05],
            outlines: ["1", "2", "3"],
        },
    },
    groups: {north: {name: "北部", colour: "#AA0000"}, south: {name: "南部", colour: "#0000AA"}},
    name: "方城",
    focus: "north",
    benchmark: "south",
    region: "0",
    divisions: {},
    ground: {
        outlines: {county: "市界", township: "县界"},
        groupLine: "南北分界",
        lines: {rivers: "主要河流"},
        groupNames: [{text: "北部", colour: "#925A27", lon: 111, lat: 23}],
        neighbours: {codes: ["0", "1"], names: [{text: "邻市", lon: 113, lat: 21}]},
    },
    bounds: {0: [110, 20, 114, 24], 1: [111, 21, 112, 22]},
    shortValue: 5,
    mostNames: 3,
    mostLarge: 3,
    mostBeside: 3,
    rankedEnds: 1,
};

export const WORDS = {
    subject: "{name}（{unit}）· {when}　{where}",
    year: "{year}年",
    rank: "第{rank}位，共{count}个",
    no_rank: "不排名",
    in_country: "省内第{place}/{province}位、全国第{rank}/{country}位，同类县均值 {alike}",
    missing: "暂无数据",
    small: "数量太少",
    too_few: "数量太少，不足以判断",
    source: "来源：{source}",
    source_of_kind: "来源：{source}（{kind}）",
    note_sign: "；",
    remarks_cut: "{remark}；等{count}条，逐条见“表格”",
    most_remarks: "4",
    remark: "备注：{remark}",
    also_here: "此处还有{count}个",
    trend_groups: "只画各组平均",
    single_year: "只有{year}年的数据",
    hint: "点击地图选择",
    county_of: "{name}各县",
    township_of: "{name}各乡镇",
};

const COLOURS = {ink: "#222222", quiet: "#666666", paper: "#FFFFFF", selected: "#FF9900"};
const named = (...names) => names.map((name) => ({name, marker: {line: {}}, line: {}, textfont: {}}));

export const FIGURES = {
    colours: COLOURS,
    ranking: {data: named("bars"), layout: {xaxis: {}, yaxis: {}}},
    gap: {data: named("counties", "simple", "weighted", "pooled", "line"), layout: {xaxis: {}}},
    trend: {
        data: named("1", "2", "3", "north", "south", "area"),
        layout: {xaxis: {}, yaxis: {}, shapes: [{}], annotations: []},
    },
    maps: Object.fromEntries(
        ["county", "township"].map((level) => [
            level,
            {
                data: named(
                    "neighbours",
                    "band",
                    "areas",
                    "missing",
                    "hatch",
                    "outlines",
                    ...(level === "county" ? ["group-halo", "group-line"] : []),
                    "selected",
                    "group-names",
                    "neighbour-names",
                    "labels",
                ),
                layout: {geo: {}},
            },
        ]),
    ),
};

const gap = (simple, line) => ({
    levels: {north: [simple, simple, null], south: [4, 4, null]},
    lines: [line, line, null],
    lineTexts: ["80%线", "80%线", ""],
});

// Beds a thousand: no figure for the second county in 2020, and the first one bore another name in 2012.
export const PANEL = {
    name: "床位",
    room: [0, 0.2],
    unit: "张",
    decimals: 1,
    level: "county",
    years: [2012, 2020],
    values: {2012: [2, 3, 4], 2020: [3, null, 4]},
    ranks: {2012: [3, 2, 1], 2020: [2, null, 1]},
    former: {2012: {1: {names: "旧甲县", shorts: "旧甲"}}},
    counties: null,
    classes: {2012: "001", 2020: "0.1"},
    kinds: {2012: "000", 2020: "0.1"},
    kindNames: ["公布", "推算"],
    sources: ["年鉴", "公报"],
    sourceOf: {2012: [0], 2020: [0, -1, 1]},
    remarks: ["", "初步数；待核"],
    remarkOf: {2012: [0], 2020: [1, -1, 0]},
    legend: ["低于4", "4以上"],
    colours: ["#EEEEEE", "#111111"],
    textColours: ["#222222", "#FFFFFF"],
    scale: [[0, "#EEEEEE"]],
    gaps: {2012: gap(2.5, 3.2), 2020: gap(3, 3.2)},
};

export const TOWNSHIPS = {
    ...PANEL,
    level: "township",
    room: [0.26, 0],
    years: [2020],
    values: {2020: [5, 7, 6]},
    ranks: {2020: [3, 1, 2]},
    counties: PANEL.values,
    classes: {2020: "111"},
    kinds: {2020: "000"},
    sourceOf: {2020: [0]},
    remarkOf: {2020: [0]},
};

// A frame as atlas/paint.js makes it.
export function frame({rowsOf}, changes = {}) {
    const {view, ...others} = changes;
    const made = {
        panel: PANEL,
        book: BOOK,
        words: WORDS,
        figures: FIGURES,
        year: 2020,
        labels: "names",
        selected: null,
        types: [],
        ...others,
        view: {
            dataset: "public",
            indicator: "beds",
            level: "county",
            opens: "打开乡镇",
            back: "返回全市",
            year: "2020",
            ...view,
        },
    };
    return {...made, rows: rowsOf.rows(made)};
}
