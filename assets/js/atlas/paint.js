// The atlas page: one callback of Dash a gesture. What a reader looks at changes at once, in the frame of the gesture;
// what takes Plotly longer follows a moment later, and is dropped when another gesture comes first.
(() => {
    "use strict";

    const {Atlas, Shell} = window.junheng.ids;
    let painted = []; // what the page was painted from last

    window.dash_clientside = window.dash_clientside || {};
    window.dash_clientside.atlas = {
        // Nothing is painted while another page is shown: what has changed meanwhile is, when this one comes back.
        paint(hidden, ...parts) {
            if (hidden || parts.every((part, at) => part === painted[at])) return;
            painted = parts;
            paint(...parts);
        },
    };
    window.junheng.atlas = {
        shown: null, // the frame that was painted last
        other: null, // that of the second map
        change: null, // that of what changed between both

        // The panel and the view of an answer, before the page has taken them over.
        paintAnswer(panel, view) {
            if (!this.shown || this.change) return;
            const selected = view.selected ?? null;
            this.shown = frame(panel, Number(view.year), view.year, {...this.shown, view, selected});
            show();
        },
    };

    function paint(
        panel,
        otherPanel,
        changes,
        view,
        year,
        otherYear,
        labels,
        selected,
        types,
        points,
        found,
        marks,
        tab,
        search,
        table,
        ...fixed
    ) {
        if (!panel || !view) return;
        if (view !== window.junheng.atlas.shown?.view) tellDataset(view);
        const [figures, book, words, pointWords] = fixed;
        const common = {
            view,
            labels,
            selected,
            types: types || [],
            points,
            found,
            marks,
            tab,
            search,
            table,
            figures,
            book,
            words,
            pointWords,
        };
        const {atlas, address} = window.junheng;
        const compared = view.compare && view.compare !== "none";
        const frames = [
            frame(panel, year, view.year, common),
            compared ? frame(otherPanel || panel, otherYear, view.other_year, common) : null,
        ];
        if (changes) putInOrder(frames);
        [atlas.shown, atlas.other] = frames;
        atlas.change = changes ? window.junheng.changeOf.frame(...frames, changes) : null;
        follow(show());
        address.write(atlas.shown, atlas.other);
    }

    // A view of another dataset (of an address, one to go back to) sets it for all pages.
    function tellDataset({dataset}) {
        if (document.getElementById(Shell.DATASET).value === dataset) return;
        window.dash_clientside.set_props(Shell.DATASET, {value: dataset});
    }

    // The earlier year stands left, and its slider with it.
    function putInOrder(frames) {
        if (frames[0].year <= frames[1].year) return;
        frames.reverse();
        [Atlas.YEAR, Atlas.OTHER_YEAR].forEach((id, at) =>
            window.dash_clientside.set_props(id, {value: frames[at].year}),
        );
    }

    // One panel in the year that a slider shows, with a row an area.
    function frame(packed, slider, ofView, common) {
        const {panelOf, rowsOf, years} = window.junheng;
        const panel = panelOf.unpack(packed);
        const shown = {...common, panel, year: years.shown(panel, slider, ofView)};
        return {...shown, rows: rowsOf.rows(shown)};
    }

    // Returns whether the maps show the frame already, but for what the pointer is told.
    function show() {
        const {
            captions,
            map,
            changeCaptions,
            atlas: {shown: left, other: right, change},
        } = window.junheng;
        captions.paintPage(left);
        captions.paintMap(left, Atlas.TITLE, Atlas.LEGEND, Atlas.CAVEAT, Atlas.SOURCE);
        if (right) {
            const {OTHER_TITLE, OTHER_LEGEND, OTHER_CAVEAT, OTHER_SOURCE} = Atlas;
            captions.paintMap(right, OTHER_TITLE, OTHER_LEGEND, OTHER_CAVEAT, OTHER_SOURCE);
        }
        if (change) changeCaptions.paint(change, left, right);
        captions.paintGap(left, change);
        captions.paintCharts(left, change);
        captions.paintSelection(left);
        captions.paintPath(left);
        showMarks();
        const maps = [[Atlas.MAP, left], ...(right ? [[Atlas.OTHER_MAP, right]] : [])];
        if (change) maps.push([Atlas.CHANGE_MAP, change]);
        return maps.map(([id, shown]) => map.recolour(id, shown)).every(Boolean);
    }

    // Of two maps only the first one bears them: they are about its indicator and year.
    function showMarks() {
        const {atlas, marks, markLayer} = window.junheng;
        markLayer.show(Atlas.MAP, marks.parse(atlas.shown.marks));
    }

    function follow(mayWait) {
        const {
            map,
            charts,
            facilityChoice,
            table,
            inSteps,
            atlas: {shown: left, other: right, change},
        } = window.junheng;
        const steps = [
            () => map.draw(Atlas.MAP, left).then(showMarks).then(window.junheng.removeFirstView),
            () => right && map.draw(Atlas.OTHER_MAP, right),
            () => change && map.draw(Atlas.CHANGE_MAP, change),
            () => (change && !right.panel.spreads ? charts.drawGapChange(change) : charts.drawGap(right ?? left)),
            () => left.tab === "ranking" && charts.drawRanking(change ?? left),
            () => left.tab === "trend" && charts.drawTrend(change ? right : left),
            () => left.tab === "table" && table.fill(change ?? left),
            () => facilityChoice.paint(left, right),
        ];
        inSteps(Atlas.PAGE, steps, mayWait);
    }
})();
