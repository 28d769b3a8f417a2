// Draw the charts beside the map.
(() => {
    "use strict";

    const {Atlas} = window.junheng.ids;
    const {write} = window.junheng.dom;
    const {fill} = window.junheng.format;
    const draw = (id, figure) => window.junheng.plots.draw(id, figure);

    const IN_ROOM = {mostNames: 12, rankedEnds: 5}; // areas of a ranking that nobody can scroll

    window.junheng.charts = {
        drawRanking(shown) {
            const inRoom = window.junheng.stage.isOn();
            const frame = inRoom ? {...shown, book: {...shown.book, ...IN_ROOM}} : shown;
            const {panel, rows, book, words} = frame;
            const {figureOf} = window.junheng;
            const isStates = panel.yesNo && !frame.changes;
            const bars = () => (frame.changes ? figureOf.changeRanking(frame) : figureOf.ranking(frame));
            const figure = isStates ? figureOf.states(frame) : bars();
            if (inRoom && !isStates && panel.unit.length > 2) leaveOut(` ${panel.unit}`, figure.data[0]); // the slide says it
            const isWhole = isStates || rows.length <= book.mostNames;
            write(
                Atlas.RANKING_NOTE,
                isWhole ? "" : fill(words.ranking_ends, {count: rows.length, ends: book.rankedEnds}),
            );
            // Few areas fill the box; many keep a readable height and the box scrolls.
            const height = isStates
                ? Math.min(rows.length, book.mostNames) * 19 + 50
                : figure.data[0].y.length * 23 + 10;
            document.getElementById(Atlas.RANKING).style.height = `max(100%, ${height}px)`;
            draw(Atlas.RANKING, figure);
        },

        drawGap(frame) {
            const {figureOf} = window.junheng;
            draw(Atlas.GAP, frame.panel.spreads ? figureOf.spread(frame) : figureOf.gap(frame));
        },

        drawGapChange(change) {
            draw(Atlas.GAP, window.junheng.figureOf.gapChange(change));
        },

        drawTrend(frame) {
            const {figureOf} = window.junheng;
            draw(Atlas.TREND, frame.panel.yesNo ? figureOf.states(frame) : figureOf.trend(frame));
        },
    };

    function leaveOut(part, bars) {
        bars.text = bars.text.map((text) => text.replace(part, ""));
    }
})();
