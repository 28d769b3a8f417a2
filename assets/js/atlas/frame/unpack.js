// A panel's values, ranks and classes as the server packed them (layouts/figures/specs/packed_figures.py).
(() => {
    "use strict";

    const ABSENT = ".";
    const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
    const PLACES = new Map([...DIGITS].map((digit, place) => [digit, place]));
    const unpacked = new WeakMap(); // by panel as it came: a step of the year asks for the same again

    window.junheng.panelOf = {
        // The panel with ``values`` (null where there is none), ``ranks`` and ``classes`` by year, an area each.
        unpack(panel) {
            if (!unpacked.has(panel)) unpacked.set(panel, unpack(panel));
            return unpacked.get(panel);
        },
    };

    function unpack({figures, ...panel}) {
        const [values, ranks, classes] = [{}, {}, {}];
        let positions = [];
        for (const year of panel.years) {
            const {positions: moves, decimals, ...listed} = figures[year];
            const known = [...moves[0]].map((digit) => digit !== ABSENT);
            positions = known.map((is, area) => (positions[area] ?? 0) + (is ? readNumber(moves, area) : 0));
            const pick = (list, absent) => known.map((is, area) => (is ? list[positions[area]] : absent));
            values[year] = pick(
                readDifferences(listed.values).map((number) => number / 10 ** decimals),
                null,
            );
            classes[year] = pick(listed.classes, ABSENT).join("");
            ranks[year] = listed.ranks === null ? null : pick(readDifferences(listed.ranks), null);
        }
        return {...panel, values, ranks, classes};
    }

    function readNumber(texts, at) {
        const number = texts.reduce((whole, text) => whole * 64 + PLACES.get(text[at]), 0);
        return number % 2 ? -(number + 1) / 2 : number / 2;
    }

    function readDifferences(text) {
        let number = 0;
        return text.split(" ").map((step) => (step === ABSENT ? null : (number += Number(step))));
    }
})();
