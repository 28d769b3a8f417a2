// Paint one year into the charts beside the map.
(() => {
    "use strict";

    const {Atlas} = window.junheng.ids;

    window.junheng.charts = {
        drawRanking({panel, rows, selected, figures, book, words}) {
            const areas = [...rows];
            const value = (row) => (panel.lowestFirst ? -row.value : row.value);
            const last = (row) => (row.value === null ? 2 : row.small ? 1 : 0); // what has no rank comes below the others
            areas.reverse(); // plotly draws the first bar at the bottom: map order holds from the top
            areas.sort((one, other) => last(other) - last(one) || (last(one) ? 0 : value(one) - value(other)));
            const names = uniqueNames(areas, book);
            const figure = structuredClone(figures.ranking);
            Object.assign(figure.data[0], {
                y: names,
                x: areas.map((row) => row.value ?? 0),
                text: areas.map((row) =>
                    row.value === null ? words.missing : row.small ? `${row.text}（${words.small}）` : row.text,
                ),
                customdata: areas.map((row) => [
                    row.code,
                    `<b>${row.name}</b><br>${row.text}<br>${[row.note, row.rankText].filter(Boolean).join("<br>")}`,
                ]),
            });
            Object.assign(figure.data[0].marker, {
                color: areas.map((row) => book.groups[row.group].colour),
                opacity: areas.map((row) => (row.small ? 0.35 : 1)),
                line: {color: figures.colours.selected, width: areas.map((row) => (row.code === selected ? 3 : 0))},
            });
            figure.layout.xaxis.range = span(panel, 0, panel.small ? 1.5 : 1.06);
            // Few areas fill the box; many keep a readable height and the box scrolls.
            document.getElementById(Atlas.RANKING).style.height = `max(100%, ${areas.length * 23 + 10}px)`;
            window.junheng.plots.draw(Atlas.RANKING, figure);
        },

        drawGap(frame) {
            window.junheng.plots.draw(Atlas.GAP, gapFigure(frame));
        },

        drawTrend(frame) {
            window.junheng.plots.draw(Atlas.TREND, trendFigure(frame));
        },
    };

    function gapFigure({panel, year: shown, selected, figures, book, words}) {
        const {trace, format} = window.junheng;
        const gap = panel.gaps[shown];
        const figure = structuredClone(figures.gap);
        if (!gap) return figure;
        const counties = book.levels.county;
        const values = (panel.counties || panel.values)[shown];
        const row = {[book.focus]: 1.15, [book.benchmark]: 0}; // layouts/figures/charts/gap.py names them there
        const known = counties.codes.map((code, index) => index).filter((index) => values[index] !== null);
        const names = known.map((index) => format.name(book, "county", index, shown, "shorts"));
        const above = staggered(
            known.map((index) => [values[index], row[counties.groups[index]]]),
            countyRange(panel),
        );
        Object.assign(trace(figure, "counties"), {
            x: known.map((index) => values[index]),
            y: known.map((index) => row[counties.groups[index]]),
            text: names,
            textposition: above,
            customdata: known.map((index, at) => [
                counties.codes[index],
                `<b>${names[at]}</b>　${format.value(panel, words, values[index])}`,
            ]),
        });
        Object.assign(trace(figure, "counties").marker, {
            color: known.map((index) => book.groups[counties.groups[index]].colour),
            line: {
                color: known.map((index) =>
                    counties.codes[index] === selected ? figures.colours.selected : figures.colours.paper,
                ),
                width: known.map((index) => (counties.codes[index] === selected ? 3 : 1)),
            },
        });
        const below = [0.3, 0.5, 0.7]; // a row a reading: its line stands beside no other one
        ["simple", "weighted", "pooled"].forEach((reading, position) => {
            const groups = Object.keys(gap.levels).filter((key) => gap.levels[key][position] !== null);
            Object.assign(trace(figure, reading), {
                x: groups.map((key) => gap.levels[key][position]),
                y: groups.map((key) => row[key] - below[position]),
                customdata: groups.map(
                    (key) =>
                        `${book.groups[key].name} ${format.number(gap.levels[key][position], panel.decimals)} ${panel.unit}`,
                ),
            });
            trace(figure, reading).marker.line.color = groups.map((key) => book.groups[key].colour);
        });
        const held = gap.lines.map((line, at) => at).filter((at) => gap.lines[at] !== null);
        const inRow = (at, offset) => row[book.focus] - below[at] + offset;
        Object.assign(trace(figure, "line"), {
            x: held.flatMap((at) => [gap.lines[at], gap.lines[at], gap.lines[at], null]),
            y: held.flatMap((at) => [inRow(at, -0.08), inRow(at, 0), inRow(at, 0.08), null]),
            text: held.flatMap((at) => ["", ` ${gap.lineTexts[at]} `, "", ""]),
            textposition: held.flatMap((at) =>
                Array(4).fill(gap.levels[book.focus][at] >= gap.lines[at] ? "middle left" : "middle right"),
            ),
            customdata: held.flatMap((at) => Array(4).fill(gap.lineTexts[at])),
        });
        figure.layout.xaxis.range = countyRange(panel);
        figure.layout.xaxis.ticksuffix = panel.unit === "%" ? "%" : "";
        return figure;
    }

    function trendFigure({panel, year: shown, selected, figures, book, words}) {
        const {trace, format} = window.junheng;
        const years = panel.years;
        const figure = structuredClone(figures.trend);
        const table = panel.counties || panel.values;
        const put = (line, values, nameIn, text) => {
            const last = values.reduce((found, value, index) => (value === null ? found : index), -1);
            Object.assign(line, {
                x: years,
                y: values,
                text: values.map((value, index) => (index === last ? text : "")),
                customdata: values.map(
                    (value, at) =>
                        `<b>${nameIn(years[at])}</b><br>${years[at]}年　${format.value(panel, words, value)}`,
                ),
            });
        };
        book.levels.county.codes.forEach((code, index) => {
            const line = trace(figure, code);
            const nameIn = (each) => format.name(book, "county", index, each);
            put(
                line,
                years.map((each) => (table[each] ? table[each][index] : null)),
                nameIn,
                "",
            );
            if (code === selected) {
                Object.assign(line, {opacity: 1, mode: "lines+markers+text"});
                line.line.width = 2.6;
                put(line, line.y, nameIn, book.levels.county.shorts[index]);
            }
        });
        for (const [key, group] of Object.entries(book.groups)) {
            const values = years.map((each) => (panel.gaps[each] ? panel.gaps[each].levels[key][0] : null));
            put(trace(figure, key), values, () => group.name, group.name);
        }
        const at = book.levels[panel.level].codes.indexOf(selected);
        if (panel.level !== "county" && at >= 0) {
            const name = book.levels[panel.level].names[at];
            put(
                trace(figure, "area"),
                years.map((each) => panel.values[each][at]),
                () => name,
                name,
            );
        }
        Object.assign(figure.layout.shapes[0], {x0: shown, x1: shown});
        const pad = years.length === 1 ? 1 : 0.25;
        figure.layout.xaxis.range = [years[0] - pad, years[years.length - 1] + pad];
        figure.layout.xaxis.tickmode = "array";
        figure.layout.xaxis.tickvals = years;
        figure.layout.yaxis.ticksuffix = panel.unit === "%" ? "%" : "";
        if (years.length === 1) {
            figure.layout.annotations = [
                remark(format.fill(words.single_year, {year: years[0]}), figures.colours.quiet),
            ];
        }
        return figure;
    }

    // The same axis in every year, so that a bar or a point moves only when its value does.
    function span(panel, low, stretch) {
        const values = Object.values(panel.values)
            .flat()
            .filter((value) => value !== null);
        return [Math.min(low, ...values), Math.max(low, ...values) * stretch || 1];
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

    // Names of points that stand close together fan out: the first to the left, the last to the right, others up and down.
    function staggered(points, [low, high]) {
        const near = (high - low) * 0.08;
        const places = points.map(() => "top center");
        const order = points.map((_, index) => index);
        order.sort((one, other) => points[one][1] - points[other][1] || points[one][0] - points[other][0]);
        let cluster = [];
        const place = () => {
            if (cluster.length === 2) places[cluster[1]] = "bottom center";
            if (cluster.length > 2) {
                cluster.forEach((index, at) => (places[index] = at % 2 ? "top center" : "bottom center"));
                places[cluster[0]] = "middle left";
                places[cluster[cluster.length - 1]] = "middle right";
            }
        };
        for (const index of order) {
            const before = cluster[cluster.length - 1];
            const joins =
                cluster.length && points[before][1] === points[index][1] && points[index][0] - points[before][0] < near;
            if (!joins) {
                place();
                cluster = [];
            }
            cluster.push(index);
        }
        place();
        return places;
    }

    // Townships of one name in two counties are told apart by their county.
    function uniqueNames(areas, book) {
        const short = Object.fromEntries(
            book.levels.county.codes.map((code, index) => [code, book.levels.county.shorts[index]]),
        );
        const count = {};
        for (const row of areas) count[row.name] = (count[row.name] || 0) + 1;
        return areas.map((row) => (count[row.name] > 1 ? `${row.name}（${short[row.county]}）` : row.name));
    }

    function remark(text, color) {
        return {text, xref: "paper", yref: "paper", x: 0.5, y: 1, yanchor: "top", showarrow: false, font: {color}};
    }
})();
