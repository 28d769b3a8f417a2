// The marks on the map of facilities: part of its address.
(() => {
    "use strict";

    const {CoveragePage} = window.junheng.ids;
    const text = () => window.junheng.coverageAddress.place().marks ?? "";

    window.junheng.coverageMarks = {
        // The address shows others, or the map was drawn anew.
        show() {
            const {markLayer, marks} = window.junheng;
            markLayer.show(CoveragePage.MAP, marks.parse(text()));
        },
    };

    document.addEventListener("DOMContentLoaded", () =>
        window.junheng.markLayer.offer(CoveragePage.MAP, {
            text,
            put(marks) {
                window.junheng.coverage.keep({marks: marks || null});
                window.junheng.coverageMarks.show();
            },
            place: () => null, // the middle of the map
        }),
    );
})();
