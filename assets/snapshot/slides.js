// What stands in the middle of the page for a slide: map and chart, a picture of a page, the first page, or its table.
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
            const shown = second ? [first, second] : [first];
            const cards = shown.map((frame) => makeMapCard(frame, second && nameMap(frame, slide)));
            const charts = snapshot.offers(slide, state.year, selected).charts;
            const chart = charts.includes(state.chart) ? state.chart : charts[0];
            const box = chart ? element("div", {className: "sn-chart"}) : null;
            const look = `sn-stage ${second ? "is-pair" : chart ? "" : "is-alone"}`;
            host.replaceChildren(element("div", {className: look}, [...cards.map(({card}) => card), box]));
            const options = {least: isMeeting ? MEETING : 0, onPick: pick};
            cards.forEach(({map, legend}, at) => {
                snapshot.drawLegend(legend, shown[at]);
                snapshot.drawMap(map, shown[at], {...options, legend, marks: at ? [] : slide.marks});
            });
            if (chart) snapshot.drawChart(box, first, chart, pick);
        },

        picture(host, slide, {year}) {
            const {picture, title, fault, table} = slide.years[year];
            const whole = picture && element("img", {className: "sn-picture", src: picture, alt: title});
            host.replaceChildren(whole || element("p", {className: "sn-fault", role: "alert"}, fault));
            if (whole || !table) return;
            const below = element("div", {className: "sn-scroll"});
            host.append(below);
            snapshot.drawTable(below, table);
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

    // Of two maps what tells them apart.
    function nameMap(frame, slide) {
        const year = window.junheng.format.fill(frame.words.year, frame);
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
