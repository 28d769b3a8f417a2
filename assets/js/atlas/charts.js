// Draw the charts beside the map.
(() => {
    "use strict";

    const {Atlas} = window.junheng.ids;
    const draw = (id, figure) => window.junheng.plots.draw(id, figure);

    window.junheng.charts = {
        drawRanking(frame) {
            // Few areas fill the box; many keep a readable height and the box scrolls.
            document.getElementById(Atlas.RANKING).style.height = `max(100%, ${frame.rows.length * 23 + 10}px)`;
            draw(Atlas.RANKING, window.junheng.figureOf.ranking(frame));
        },

        drawGap(frame) {
            draw(Atlas.GAP, window.junheng.figureOf.gap(frame));
        },

        drawTrend(frame) {
            draw(Atlas.TREND, window.junheng.figureOf.trend(frame));
        },
    };
})();
