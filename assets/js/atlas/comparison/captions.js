// Texts beside the maps of two years: the finding, one legend for both, that of the changes, and how the gap changed.
(() => {
    "use strict";

    const {Atlas} = window.junheng.ids;
    const {element, fill, write} = window.junheng.dom;

    window.junheng.changeCaptions = {
        paint(change, left, right) {
            write(Atlas.CHANGE_TITLE, change.pair.title);
            write(Atlas.CHANGE_SUBTITLE, change.pair.subtitle);
            paintSharedLegend(left, right);
            paintChangeLegend(change);
        },
    };

    function paintSharedLegend(left, right) {
        const {textsOf, format} = window.junheng;
        const years = format.fill(left.words.change.counted, {earlier: left.year, later: right.year});
        const counts = textsOf.legend(right).map(({count}) => count);
        const entries = textsOf.legend(left).map((one, at) => {
            const both = one.count === "" ? "" : `${one.count} | ${counts[at]}`;
            return entry({...one, count: both, isUnused: one.count === 0 && counts[at] === 0});
        });
        fill(Atlas.SHARED_LEGEND, [...head(format.join("parts", [left.panel.legendHead, years])), ...entries]);
    }

    function paintChangeLegend({changes, pair, rows}) {
        const [first, last] = changes.shown;
        const classes = changes.legend.map((text, number) => {
            const count = rows.filter((row) => row.class === number).length;
            return {text, count, colour: changes.colours[number], swatch: "swatch", isUnused: count === 0};
        });
        const reasons = Object.values(pair.reasons)
            .map((text) => ({
                text,
                count: rows.filter((row) => row.reason === text).length,
                swatch: "swatch swatch-missing",
            }))
            .filter(({count}) => count);
        fill(Atlas.CHANGE_LEGEND, [
            ...head(changes.legendHead),
            ...[...classes.slice(first, last + 1).reverse(), ...reasons].map(entry),
        ]);
    }

    function head(text) {
        return text ? [element("div", {className: "legend-head"}, text)] : [];
    }

    function entry({text, count, colour, swatch, isUnused}) {
        const style = colour ? {backgroundColor: colour} : {};
        return element("div", {className: isUnused ? "legend-entry is-unused" : "legend-entry"}, [
            element("span", {className: swatch, style}),
            element("span", {className: "legend-text"}, text),
            element("span", {className: "legend-count"}, String(count)),
        ]);
    }
})();
