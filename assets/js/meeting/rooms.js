// What each page says and offers to a room: its finding and what that is about, the years and contents that can be
// changed, the charts that may stand there. All of it is read from the page itself.
(() => {
    "use strict";

    const {Atlas, CountyPage, CoveragePage, CoveragePainted, GapPage, OverviewPage, Targets} = window.junheng.ids;
    const put = (id, properties) => window.dash_clientside.set_props(id, properties);
    const words = window.junheng.words.meeting;
    const {fill} = window.junheng.format;
    const all = (selector) => [...document.querySelectorAll(selector)];
    const text = (selector) => document.querySelector(selector)?.textContent.trim() ?? "";
    const line = (...parts) => window.junheng.format.join("facts", parts);

    const {ATLAS, OVERVIEW} = window.junheng.paths;
    const rooms = {
        [OVERVIEW]: {
            says: () => ({finding: text(".ov-goal .ov-finding"), subject: text(".ov-reference .ov-finding")}),
            ...yearList(OverviewPage.YEAR, (value) => put(OverviewPage.YEAR, {value})),
            choices: () => [],
        },
        [ATLAS]: {
            charts: ["ranking", "gap", "trend"],
            openChart: () => window.junheng.atlas.shown?.tab,
            tabs: Atlas.TABS,
            tabOf: (chart) => (chart === "trend" ? "trend" : "ranking"),
            redraw() {
                const {atlas, charts} = window.junheng;
                if (!atlas.shown) return;
                charts.drawRanking(atlas.change ?? atlas.shown);
                if (atlas.change && !atlas.shown.panel.spreads) charts.drawGapChange(atlas.change);
                else charts.drawGap(atlas.other ?? atlas.shown);
            },
            says() {
                const {shown, change} = window.junheng.atlas;
                if (!shown) return {};
                if (change) return sayChange(shown, change);
                const {panel, year, view} = shown;
                const place = view.within ? window.junheng.rowsOf.placeName(shown, view.within) : "";
                const when = line(fill(words.year_and_unit, {year, unit: panel.unit}), place);
                const gap = panel.spreads?.[year] ?? panel.gaps[year];
                if (!gap?.title) return {finding: panel.name, subject: when};
                const finding = fill(words.named, {name: panel.name, text: gap.title});
                return {finding, subject: line(when, gap.detail), tone: gap.tone};
            },
            years() {
                const {shown, other, change} = window.junheng.atlas;
                if (!change) return {every: shown?.panel.years ?? [], now: shown?.year};
                return {
                    every: shown.panel.years.filter((year) => year >= shown.year),
                    now: other.year,
                    text: change.year,
                };
            },
            setYear: (value) => put(window.junheng.atlas.change ? Atlas.OTHER_YEAR : Atlas.YEAR, {value}),
            choices: () => [radios(Atlas.DOMAIN), radios(Atlas.INDICATOR)],
        },
        "/gap": {
            charts: ["overview", "path", "reference"],
            openChart: () => (document.getElementById(GapPage.PAGE).scrollTop > 300 ? "path" : "overview"),
            says(chart) {
                const subject = text(`#${GapPage.INDICATOR_TITLE}`);
                const label = all(`#${GapPage.INDICATOR_BODY} dt`).find((term) => term.textContent === words.source);
                const source = label
                    ? fill(words.named, {name: words.source, text: label.nextSibling.textContent})
                    : "";
                if (chart === "path") return {finding: text(".gp-verdict"), subject, source};
                if (chart === "reference") {
                    return {
                        finding: text(`#${GapPage.REFERENCE_FINDING}`) || text(`#${GapPage.REFERENCE_TITLE}`),
                        subject,
                        source,
                    };
                }
                return {
                    finding: text(`#${GapPage.OVERVIEW_FINDING}`) || text(`#${GapPage.OVERVIEW_TITLE}`),
                    subject: words.most_pressing,
                };
            },
            years: () => window.junheng.gapYears(),
            setYear: (value) => put(GapPage.YEAR, {value}),
            choices: () => [options(GapPage.DOMAIN), options(GapPage.INDICATOR)],
        },
        "/county": {
            says: () => ({
                finding: fill(words.named, {name: text(".profile-head h2"), text: text(".key-figures-card .finding")}),
                subject: line(...all(".profile-head span").map((part) => part.textContent)),
            }),
            ...yearList(CountyPage.YEAR, (value) => put(CountyPage.YEAR, {value})),
            choices: () => [options(CountyPage.COUNTY)],
        },
        "/service": {
            says() {
                const [city] = all(`#${CoveragePage.TILES} .cv-tile`);
                const [label, value, people] = city ? [...city.children].map((part) => part.textContent) : [];
                const type = document.getElementById(CoveragePainted.TYPE)?.selectedOptions[0]?.label;
                const finding = text(`#${CoveragePage.TITLE} .finding`);
                return {
                    finding: city ? fill(words.tile, {type, label, value}) : finding,
                    subject: line(
                        text(`#${CoveragePage.TITLE} .subject`) || finding,
                        people,
                        ...all(`#${CoveragePage.TITLE} .cv-mark`).map((mark) => mark.textContent),
                    ),
                };
            },
            ...yearList(CoveragePainted.YEAR, (year) => window.junheng.coverageAddress.go({year})),
            choices: () => [options(CoveragePainted.TYPE, (type) => window.junheng.coverageAddress.go({type}))],
        },
        "/targets": {
            charts: ["departments", "timeline", "heat"],
            openChart: () => window.junheng.targetsTab,
            tabs: Targets.TABS,
            tabOf: (chart) => chart,
            says() {
                const counts = all(`#${Targets.TILES} .tile`)
                    .map((tile) => [tile.querySelector("strong").textContent, tile.lastChild.textContent])
                    .filter(([count]) => count !== "0")
                    .map(([count, label]) => fill(words.counted, {count, label}));
                const filters = all(".targets .filters select").filter(({value}) => value !== "all");
                const labels = filters.map((select) => select.selectedOptions[0]?.label);
                return {
                    finding: window.junheng.format.join("comma", counts),
                    subject: line(text(".nav-page-on"), ...labels),
                };
            },
            ...yearList(Targets.YEAR, (value) => put(Targets.YEAR, {value})),
            choices: () => [options(Targets.DOMAIN), options(Targets.DEPARTMENT)],
        },
    };

    function sayChange(shown, change) {
        const {pair} = change;
        const place = shown.view.within ? window.junheng.rowsOf.placeName(shown, shown.view.within) : "";
        const gap = pair.gap.tone === "unknown" ? "" : fill(words.named, {name: pair.gap.title, text: pair.gap.detail});
        const source = window.junheng.textsOf.source(change);
        return {finding: pair.title, subject: line(pair.subtitle, place, gap), source};
    }

    window.junheng.rooms = {
        // The room of the page that is shown; null where a page is no slide.
        here: () => rooms[window.location.pathname] ?? null,
    };

    function yearList(id, setYear) {
        const years = () => {
            const select = document.getElementById(id);
            const every = [...(select?.options ?? [])].map((option) => Number(option.value));
            return {every: every.sort((one, other) => one - other), now: Number(select?.value)};
        };
        return {years, setYear: (year) => setYear(String(year))};
    }

    // The entries of a control of the page, and what chooses one.
    function options(id, choose = (value) => put(id, {value})) {
        const select = document.getElementById(id);
        const entries = [...(select?.options ?? [])].filter((option) => !option.disabled);
        return {
            entries: entries.map(({value, label}) => ({value, label})),
            now: select?.value,
            choose,
        };
    }

    function radios(id) {
        const inputs = all(`#${id} input[type=radio]`);
        return {
            entries: inputs.map((input) => ({value: input.value, label: input.labels[0]?.textContent ?? ""})),
            now: inputs.find((input) => input.checked)?.value,
            choose: (value) => put(id, {value}),
        };
    }
})();
