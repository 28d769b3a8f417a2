// What stands in the middle of the page for a slide: map and chart, the chart of a page, the first page, or its table.
(() => {
    "use strict";

    const {snapshot, dom} = window.junheng;
    const {frames} = snapshot;
    const {element} = dom;
    const MEETING = 12; // pixels of the smallest letter before a stage is enlarged

    // Put a slide into a box. `state` is {year, tab, chart, selected, isMeeting}; `pick` is told a chosen area.
    snapshot.drawSlide = (host, slide, state, pick) => {
        if (state.tab === "table" && !state.isMeeting) {
            drawTable(host, slide, state);
            return;
        }
        DRAW[slide.kind](host, slide, state, pick);
    };

    // Whether a slide has a table, and which charts.
    snapshot.offers = (slide, year, selected) => {
        if (slide.kind !== "map") return {hasTable: Boolean(slide.years?.[year]?.table), charts: []};
        return {hasTable: true, charts: slide.second ? [] : frames.charts(frames.frame(slide, year, {selected}))};
    };

    const DRAW = {
        map(host, slide, state, pick) {
            const {selected, isMeeting} = state;
            const first = frames.frame(slide, state.year, {selected});
            const second = slide.second && frames.frame(slide, state.year, {selected, isSecond: true});
            const shown = frames.inOrder(slide, first, second);
            const cards = shown.map((frame) => makeMapCard(frame, second && nameMap(frame, slide)));
            const charts = snapshot.offers(slide, state.year, selected).charts;
            const chart = charts.includes(state.chart) ? state.chart : charts[0];
            const box = chart ? element("div", {className: "sn-chart"}) : null;
            const look = `sn-stage ${second ? `is-pair is-${shown.length}` : chart ? "" : "is-alone"}`;
            host.replaceChildren(element("div", {className: look}, [...cards.map(({card}) => card), box]));
            const options = {least: isMeeting ? MEETING : 0, onPick: pick};
            cards.forEach(({map, legend}, at) => {
                snapshot.drawLegend(legend, shown[at]);
                snapshot.drawMap(map, shown[at], {...options, legend, marks: shown[at] === first ? slide.marks : []});
            });
            if (chart) snapshot.drawChart(box, first, chart, pick);
        },

        page(host, slide, {year}) {
            const {chart, title, fault, table} = slide.years[year];
            if (chart?.kind === "reach") {
                drawReach(host, chart, title);
                return;
            }
            if (chart) {
                const box = element("div", {className: "sn-chart sn-page"});
                host.replaceChildren(box);
                snapshot.drawPage(box, chart, title);
                return;
            }
            const below = element("div", {className: "sn-scroll"});
            host.replaceChildren(element("p", {className: "sn-fault", role: "alert"}, fault), below);
            if (table) snapshot.drawTable(below, table);
        },

        overview(host, slide, {year}) {
            const body = slide.years[year].body.map((part) => dom.build(part));
            host.replaceChildren(
                element("div", {className: "page overview"}, element("div", {className: "ov-body"}, body)),
            );
        },

        // What is gone is said above.
        gone(host) {
            host.replaceChildren();
        },
    };

    // Who lives within reach, and beside it the counties by that share.
    function drawReach(host, chart, title) {
        const map = element("div", {className: "sn-map"});
        const legend = element("div", {className: "legend"});
        const shares = chart.shares && element("div", {className: "sn-chart"});
        const card = element(
            "section",
            {className: "sn-map-card"},
            element("div", {className: "sn-map-box"}, [map, legend]),
        );
        host.replaceChildren(
            element("div", {className: `sn-stage ${shares ? "" : "is-alone"}`}, [card, shares || null]),
        );
        snapshot.drawReach(map, legend, chart, title);
        if (shares) snapshot.drawPage(shares, chart.shares, title);
    }

    // Of two maps what tells them apart, of the map of changes what it is of.
    function nameMap(frame, slide) {
        const year = window.junheng.format.fill(frame.words.year, frame);
        if (frame.pair) return `${year}　${frame.panel.name}`;
        return slide.second.panel === slide.panel ? year : `${frame.panel.name}　${year}`;
    }

    function makeMapCard(frame, title) {
        const isCrowded = frame.rows.length > frame.book.mostNames;
        const map = element("div", {className: isCrowded ? "sn-map is-crowded" : "sn-map"});
        const legend = element("div", {className: "legend"});
        const heading = title ? element("h3", {}, title) : null;
        return {
            card: element("section", {className: "sn-map-card"}, [
                heading,
                element("div", {className: "sn-map-box"}, [map, legend]),
            ]),
            map,
            legend,
        };
    }

    function drawTable(host, slide, {year, selected}) {
        const frame = slide.kind === "map" ? frames.frame(slide, year, {selected}) : null;
        const box = element("div", {className: "sn-scroll", tabIndex: 0});
        host.replaceChildren(box);
        snapshot.drawTable(box, snapshot.tableOf.read(slide, frame, year));
    }
})();
