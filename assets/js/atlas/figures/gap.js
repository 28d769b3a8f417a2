// The gap between two groups of counties in one year, as a figure of plotly.
(() => {
    "use strict";

    const EMPTY = " "; // no text: of points with none plotly mixes up those that have one when it draws again
    const SPOTS = 200; // side by side in a row of points

    window.junheng.figureOf = {
        ...window.junheng.figureOf,

        gap({panel, view, year: shown, selected, figures, book, words}) {
            const {format, rowsOf, figureParts} = window.junheng;
            const {trace, stagger} = figureParts;
            const gap = panel.gaps[shown];
            const figure = structuredClone(figures.gap);
            if (!gap) return figure;
            const counties = book.levels.county;
            const values = (panel.counties || panel.values)[shown];
            const row = {[book.focus]: 1.15, [book.benchmark]: 0}; // layouts/figures/charts/gap.py names them there
            const every = counties.codes
                .map((code, index) => index)
                .filter((index) => values[index] !== null && counties.groups[index] in row);
            const range = countyRange(panel);
            const place = (index) => [values[index], row[counties.groups[index]]];
            const isCrowded = every.length > book.mostNames;
            const beside = isCrowded ? gather(every, place, range, counties.codes.indexOf(selected)) : new Map();
            const known = isCrowded ? [...beside.keys()] : every;
            const others = (count) => (count ? `<br>${format.fill(words.also_here, {count})}` : "");
            const names = known.map((index) => rowsOf.name({panel, book, year: shown}, "county", index, "shorts"));
            const above = isCrowded ? "top center" : stagger(known.map(place), range);
            Object.assign(trace(figure, "counties"), {
                mode: every.length > book.mostBeside ? "markers" : trace(figure, "counties").mode,
                x: known.map((index) => values[index]),
                y: known.map((index) => row[counties.groups[index]]),
                text: names,
                textposition: above,
                customdata: known.map((index, at) => [
                    counties.codes[index],
                    `<b>${names[at]}</b>　${format.value(panel, words, values[index])}${others(beside.get(index))}`,
                ]),
            });
            // Of an opened division its own points stand out: the comparison is the whole region's.
            const isIn = (index) => !book.divisions[view.within] || counties.codes[index].startsWith(view.within);
            Object.assign(trace(figure, "counties").marker, {
                opacity: known.map((index) => (isIn(index) ? 0.85 : 0.15)),
                color: known.map((index) => book.groups[counties.groups[index]].colour),
                line: {
                    color: known.map((index) =>
                        counties.codes[index] === selected ? figures.colours.selected : figures.colours.paper,
                    ),
                    width: known.map((index) => (counties.codes[index] === selected ? 3 : 1)),
                },
            });
            // A row a reading, so that its line stands beside no other one; a group without counties has but one.
            const peopled = new Set(every.map((index) => counties.groups[index]));
            const below = (key, at) => (peopled.has(key) ? [0.3, 0.5, 0.7][at] : 0);
            ["simple", "weighted", "pooled"].forEach((reading, position) => {
                const groups = Object.keys(gap.levels).filter((key) => gap.levels[key][position] !== null);
                Object.assign(trace(figure, reading), {
                    x: groups.map((key) => gap.levels[key][position]),
                    y: groups.map((key) => row[key] - below(key, position)),
                    customdata: groups.map(
                        (key) =>
                            `${book.groups[key].name} ${format.number(gap.levels[key][position], panel.decimals)} ${panel.unit}`,
                    ),
                });
                trace(figure, reading).marker.line.color = groups.map((key) => book.groups[key].colour);
            });
            const held = gap.lines.map((line, at) => at).filter((at) => gap.lines[at] !== null);
            const inRow = (at, offset) => row[book.focus] - below(book.focus, at) + offset;
            Object.assign(trace(figure, "line"), {
                x: held.flatMap((at) => [gap.lines[at], gap.lines[at], gap.lines[at], null]),
                y: held.flatMap((at) => [inRow(at, -0.08), inRow(at, 0), inRow(at, 0.08), null]),
                text: held.flatMap((at) => [EMPTY, ` ${gap.lineTexts[at]} `, EMPTY, EMPTY]),
                textposition: held.flatMap((at) =>
                    Array(4).fill(gap.levels[book.focus][at] >= gap.lines[at] ? "middle left" : "middle right"),
                ),
                customdata: held.flatMap((at) => Array(4).fill(gap.lineTexts[at])),
            });
            figure.layout.xaxis.range = range;
            figure.layout.xaxis.ticksuffix = panel.unit === "%" ? "%" : "";
            if (panel.yesNo) {
                Object.assign(figure.layout.xaxis, {
                    tickmode: "array",
                    tickvals: [0, 1],
                    ticktext: [words.no, words.yes],
                });
            }
            return figure;
        },
    };

    // Of points that would cover each other one: how many others are where it is, by its number. The selected one stays.
    function gather(indices, place, [low, high], selected) {
        const spots = new Map(); // the number of the one that is drawn, by spot
        const beside = new Map();
        const first = indices.includes(selected) ? [selected] : [];
        for (const index of [...first, ...indices.filter((each) => each !== selected)]) {
            const [x, y] = place(index);
            const spot = `${Math.round(((x - low) / (high - low)) * SPOTS)} ${y}`;
            if (spots.has(spot)) beside.set(spots.get(spot), beside.get(spots.get(spot)) + 1);
            else spots.set(spot, index) && beside.set(index, 0);
        }
        return beside;
    }

    function countyRange(panel) {
        const values = Object.values(panel.counties || panel.values)
            .flat()
            .filter((value) => value !== null);
        const lines = Object.values(panel.gaps)
            .flatMap((gap) => gap.lines)
            .filter((line) => line !== null);
        const [low, high] = [Math.min(...values, ...lines), Math.max(...values, ...lines)];
        const pad = (high - low || Math.abs(high) || 1) * 0.09;
        return [low - pad, high + pad];
    }
})();
