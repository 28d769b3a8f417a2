// Draw the charts beside the map.
(() => {
    "use strict";

    const {Atlas} = window.junheng.ids;
    const {write} = window.junheng.dom;
    const {fill} = window.junheng.format;
    const draw = (id, figure) => window.junheng.plots.draw(id, figure);

    window.junheng.charts = {
        drawRanking(frame) {
            const figure = window.junheng.figureOf.ranking(frame);
            const {rows, book, words} = frame;
            const isWhole = rows.length <= book.mostNames;
            write(
                Atlas.RANKING_NOTE,
                isWhole ? "" : fill(words.ranking_ends, {count: rows.length, ends: book.rankedEnds}),
            );
            // Few areas fill the box; many keep a readable height and the box scrolls.
            const height = figure.data[0].y.length * 23 + 10;
            document.getElementById(Atlas.RANKING).style.height = `max(100%, ${height}px)`;
            draw(Atlas.RANKING, figure);
        },

        drawGap(frame) {
            draw(Atlas.GAP, window.junheng.figureOf.gap(frame));
        },

        drawTrend(frame) {
            draw(Atlas.TREND, window.junheng.figureOf.trend(frame));
        },
    };
})();
