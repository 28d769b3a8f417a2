// Steps through the years of a panel.
(() => {
    "use strict";

    window.junheng.years = {
        // The year that a slider shows; that of the view where the panel has no such year, for the reader may have moved
        // the slider while the panel was on its way.
        shown({years}, slider, ofView) {
            return years.includes(slider) ? slider : Number(ofView);
        },

        // The year `by` steps away, the first or the last one beyond them.
        step({years}, year, by) {
            return years[Math.min(Math.max(years.indexOf(year) + by, 0), years.length - 1)] ?? year;
        },
    };
})();
