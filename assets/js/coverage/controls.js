// The controls above the map of facilities, its heading and its legend.
(() => {
    "use strict";

    const {CoveragePainted, CoveragePage} = window.junheng.ids;
    const {element, fill} = window.junheng.dom;

    let own = {head: [], marks: []}; // what the map says by itself
    let laid = null; // what the scenario says that lies over it

    window.junheng.coverageControls = {
        paint({types, years, place, map_href, head, marks, legend}, texts) {
            const held = document.activeElement?.id;
            const option =
                (chosen) =>
                ([value, text]) =>
                    element("option", {value, selected: value === chosen}, text);
            const groups = types.map(([label, options]) =>
                element("optgroup", {label}, Object.entries(options).map(option(place.type))),
            );
            const yearly = years.map((year) => option(place.year)([String(year), String(year)]));
            fill(CoveragePage.CHOICE, [
                field("type", CoveragePainted.TYPE, texts.type, groups),
                field("year", CoveragePainted.YEAR, texts.year, yearly),
            ]);
            if ([CoveragePainted.TYPE, CoveragePainted.YEAR].includes(held)) document.getElementById(held).focus();
            window.dash_clientside.set_props(CoveragePage.MAP_LINK, {href: map_href});
            own = {head, marks};
            writeTitle();
            fill(CoveragePage.LEGEND, entries(legend));
        },

        // The finding of what lies over the map stands above it, until null takes it away.
        lay(head) {
            laid = head;
            writeTitle();
        },
    };

    function writeTitle() {
        fill(CoveragePage.TITLE, [
            window.junheng.dom.headline(...(laid ?? own.head)),
            ...own.marks.map((mark) => element("span", {className: "cv-mark"}, mark)),
        ]);
    }

    function field(name, id, text, options) {
        const change = ({target}) => window.junheng.coverageAddress.go({[name]: target.value});
        const className = "form-select form-select-sm";
        return element("div", {className: `field cv-${name}`}, [
            element("label", {className: "field-label", htmlFor: id}, text),
            element("select", {id, name, className, onchange: change}, options),
        ]);
    }

    // The marks themselves are copied from the map (map.js), which also shows what there is of a scenario and counts it.
    function entries({marks, changes, within, outline, groupLine, lines, notes}) {
        const entry = (sample, text, trace) =>
            element("div", {className: "legend-entry"}, [
                sample,
                element("span", {className: "legend-text"}, text),
                ...(trace ? [element("span", {className: "legend-count", data: {counts: trace}})] : []),
            ]);
        const sample = (trace) => element("span", {className: "cv-sample", data: {trace}});
        const overlaid = (trace) => element("span", {className: `cv-sample cv-${trace}`, data: {trace}});
        const changed = Object.entries(changes).reverse();
        return [
            ...changed.map(([trace, text]) => entry(overlaid(trace), text, trace)),
            ...Object.entries(marks).map(([trace, text]) => entry(sample(trace), text)),
            entry(element("span", {className: "cv-catchment"}), within),
            entry(element("span", {className: "cv-outline"}), outline),
            ...(groupLine ? [entry(element("span", {className: "cv-outline cv-group-line"}), groupLine)] : []),
            ...Object.entries(lines).map(([look, text]) =>
                entry(element("span", {className: `cv-line swatch-${look}`}), text),
            ),
            ...notes.map((note) => element("div", {className: "cv-legend-note"}, note)),
        ];
    }
})();
