// Which areas have a state in which year, as a figure of plotly.
(() => {
    "use strict";

    const HELD = 0.5; // a state is recorded as 1 or 0

    window.junheng.figureOf = {
        ...window.junheng.figureOf,

        // Those first that have it in most years, as on paper (layouts/figures/specs/states.py).
        states({panel, rows, year: shown, selected, figures, book, words}) {
            const {format, figureParts} = window.junheng;
            const valueOf = (row, year) => panel.values[year]?.[row.index] ?? null;
            const count = (row) => panel.years.filter((year) => valueOf(row, year) >= HELD).length;
            const listed = [...rows].sort((one, other) => count(other) - count(one)).slice(0, book.mostNames);
            const figure = structuredClone(figures.states);
            const isHeld = {held: (value) => value >= HELD, lacking: (value) => value < HELD};
            for (const [name, holds] of Object.entries(isHeld)) {
                const cells = listed.flatMap((row) =>
                    panel.years
                        .map((year) => ({row, year, value: valueOf(row, year)}))
                        .filter(({value}) => value !== null && holds(value)),
                );
                const trace = figureParts.trace(figure, name);
                Object.assign(trace, {
                    x: cells.map(({year}) => year),
                    y: cells.map(({row}) => row.code),
                    customdata: cells.map(({row, year, value}) => [
                        row.code,
                        `<b>${row.name}</b><br>${format.fill(words.year, {year})}　${format.figure(panel, words, value)}`,
                    ]),
                });
                trace.marker.color = cells.map(({row}) => book.groups[row.group].colour);
                trace.marker.line.color = cells.map(({row}) =>
                    row.code === selected ? figures.colours.selected : book.groups[row.group].colour,
                );
            }
            Object.assign(figure.layout.yaxis, {
                categoryorder: "array",
                categoryarray: listed.map((row) => row.code),
                range: [listed.length - 0.5, -0.5],
                autorange: false,
                tickmode: "array",
                tickvals: listed.map((row) => row.code),
                ticktext: figureParts.tellApart(listed, book),
            });
            const years = panel.years;
            figure.layout.xaxis.tickvals = years;
            figure.layout.xaxis.range = [years[0] - 0.5, years[years.length - 1] + 0.5];
            Object.assign(figure.layout.shapes[0], {x0: shown, x1: shown});
            return figure;
        },
    };
})();
