// The ranking of changes, and how the gap changed, as figures of plotly.
(() => {
    "use strict";

    const ROOM = 1.5; // times the longest bar, for what is written behind it

    window.junheng.figureOf = {
        ...window.junheng.figureOf,

        changeRanking(frame) {
            const {rows, changes, words} = frame;
            const figure = this.ranking(frame);
            const [bars] = figure.data;
            const byCode = new Map(rows.map((row) => [row.code, row]));
            const listed = bars.y.map((code) => byCode.get(code)); // of what is left out there is none
            bars.text = listed.map((row, at) =>
                !row
                    ? bars.text[at]
                    : row.value === null
                      ? window.junheng.format.fill(words.change.uncompared_for, {reason: row.reason})
                      : row.text,
            );
            bars.marker.color = listed.map((row) => changes.colours[row?.class] ?? frame.figures.colours.paper);
            const known = rows.map((row) => row.value ?? 0);
            const reach = (end) => (end ? end * ROOM : 0);
            const [low, high] = [reach(Math.min(0, ...known)), reach(Math.max(0, ...known))];
            figure.layout.xaxis.range = low || high ? [low, high] : [0, 1];
            return figure;
        },

        // The townships of an opened county in as many rows as their names need, the levels that they are held against, and their mean.
        spread({panel, rows, year, selected, figures, book, words}) {
            const figure = structuredClone(figures.spread);
            const {trace, lanes} = window.junheng.figureParts;
            const {levels, mean} = panel.spreads[year];
            const known = rows.filter((row) => row.value !== null);
            const every = rows.flatMap((row) => panel.years.map((each) => panel.values[each][row.index]));
            const held = [...every.filter((value) => value !== null), ...levels.map(([value]) => value)];
            const [low, high] = held.length ? [Math.min(...held), Math.max(...held)] : [0, 1];
            const pad = (high - low || Math.abs(high) || 1) * 0.09;
            const range = [low - pad, high + pad];
            Object.assign(trace(figure, "townships"), {
                x: known.map((row) => row.value),
                y: lanes(
                    known.map((row) => [row.value, row.short.length]),
                    range,
                ),
                text: known.map((row) => row.short),
                textposition: "middle right",
                customdata: known.map((row) => [
                    row.code,
                    window.junheng.format.join("facts", [`<b>${row.name}</b>`, row.text]),
                ]),
            });
            Object.assign(trace(figure, "townships").marker, {
                color: known.map((row) => (row.small ? figures.colours.paper : book.groups[row.group].colour)),
                line: {
                    color: known.map((row) =>
                        row.code === selected ? figures.colours.selected : figures.colours.quiet,
                    ),
                    width: known.map((row) => (row.code === selected ? 3 : 1)),
                },
            });
            const meanText = () => `${words.township_mean} ${window.junheng.format.number(mean, panel.decimals)}`;
            const means = mean === null ? [] : [[mean, meanText()]];
            const lines = [...levels, ...means];
            const dashes = ["solid", "dash", "dot"];
            const {ink, quiet} = figures.colours;
            const colour = (at) => (at < levels.length ? ink : quiet);
            figure.layout.shapes = lines.map(([x], at) => ({
                ...{type: "line", xref: "x", yref: "paper", x0: x, x1: x, y0: 0, y1: 1},
                line: {color: colour(at), width: 2, dash: at < levels.length ? dashes[at] : "dot"},
            }));
            figure.layout.annotations = lines.map(([x, text], at) => ({
                ...{
                    text,
                    x,
                    xref: "x",
                    y: 1,
                    yref: "paper",
                    yanchor: "bottom",
                    yshift: 13 * (at % 3),
                    showarrow: false,
                },
                font: {size: 12, color: colour(at)},
            }));
            figure.layout.xaxis.range = range;
            figure.layout.xaxis.ticksuffix = panel.unit === "%" ? "%" : "";
            return figure;
        },

        // Every reading's ratio of the groups in both years; empty where nothing is said of how the gap changed.
        gapChange({pair, figures}) {
            const figure = structuredClone(figures.gapChange);
            const {trace} = window.junheng.figureParts;
            const {numbers, texts, tone} = pair.gap;
            const rows = [0, 1, 2].filter((row) => numbers.length && numbers.every((year) => year[row] !== null));
            if (tone === "unknown" || !rows.length) {
                Object.assign(figure.layout, {shapes: [], annotations: []});
                figure.layout.xaxis.visible = figure.layout.yaxis.visible = false;
                return figure;
            }
            const rises = (row) => numbers[1][row] >= numbers[0][row];
            ["earlier", "later"].forEach((name, at) =>
                Object.assign(trace(figure, name), {
                    x: rows.map((row) => numbers[at][row]),
                    y: rows,
                    text: rows.map((row) => ` ${texts[at][row]} `),
                    textposition: rows.map((row) => (rises(row) === (at === 1) ? "middle right" : "middle left")),
                }),
            );
            Object.assign(trace(figure, "moves"), {
                x: rows.flatMap((row) => [numbers[0][row], numbers[1][row], null]),
                y: rows.flatMap((row) => [row, row, null]),
            });
            const known = rows.flatMap((row) => [numbers[0][row], numbers[1][row]]);
            const [low, high] = [Math.min(80, ...known), Math.max(80, ...known)];
            const pad = (high - low) * 0.3 || 1;
            figure.layout.xaxis.range = [low - pad, high + pad];
            Object.assign(figure.layout.yaxis, {
                range: [rows.at(-1) + 0.6, rows[0] - 0.6],
                tickvals: rows,
                ticktext: rows.map((row) => figure.layout.yaxis.ticktext[row]),
            });
            return figure;
        },
    };
})();
