// What the address says of the two frames that are shown; `place` is what of it is worth going back to: a step of the
// year, a selection, a layer of points or a mark is none.
(() => {
    "use strict";

    window.junheng.writeQuery = function (left, right) {
        const {opens: _, back: _b, ...query} = left.view;
        query.year = String(left.year);
        query.labels = left.labels;
        if (query.other_year && right) query.other_year = String(right.year);
        if (left.selected) query.selected = left.selected;
        else delete query.selected;
        if (left.types.length) query.facilities = left.types.join(",");
        else delete query.facilities;
        if (left.marks) query.marks = left.marks;
        else delete query.marks;
        const {year: _y, other_year: _o, labels: _l, selected: _s, facilities: _f, marks: _m, ...place} = query;
        return {address: `?${new URLSearchParams(query)}`, place: JSON.stringify(place)};
    };
})();
